package review

import (
	"context"
	"strings"

	"galley/backend/checks"
	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/language"
)

// ListKeyphrases lists the keyphrases of products or collections in one language,
// by title, with a guess where none is set. A limit of 0 is 100; more than MaxPage
// is CodeInvalidInput.
func (s *Service) ListKeyphrases(ctx context.Context, q galley.KeyphraseListQuery) (page galley.KeyphrasePage, err error) {
	if q.Limit == 0 {
		q.Limit = 100
	}
	if q.Limit < 0 || q.Limit > galley.MaxPage || q.Offset < 0 {
		return page, galley.NewError(galley.CodeInvalidInput, messages.PageOutOfRange(galley.MaxPage))
	}
	if problem := q.Check(); problem != nil {
		return page, problem
	}
	listed, err := s.store.Phrases(ctx, q.ShopID, q.Kind, q.Language)
	if err != nil {
		return page, err
	}
	if page.Languages, err = s.store.KeyphraseLanguages(ctx, q.ShopID, q.Kind); err != nil {
		return page, err
	}
	if page.Import, err = s.store.LatestKeyphraseImport(ctx, q.ShopID); err != nil {
		return page, err
	}
	fillPage(&page, q, keyphraseRows(listed, q.Language))
	return page, nil
}

// fillPage counts all rows and takes those of the query.
func fillPage(page *galley.KeyphrasePage, q galley.KeyphraseListQuery, rows []galley.KeyphraseRow) {
	page.Rows = []galley.KeyphraseRow{}
	for _, row := range rows {
		page.Counts.Add(row)
		if !row.Matches(q.Filter) || !mentions(row, q.Search) {
			continue
		}
		if page.Total >= q.Offset && len(page.Rows) < q.Limit {
			page.Rows = append(page.Rows, row)
		}
		page.Total++
	}
}

// KeyphrasesAt returns the keyphrases of a product or collection: first the one in
// the shop's own language, or the guess for it, then those in other languages.
func (s *Service) KeyphrasesAt(ctx context.Context, shop galley.ShopID, at KeyphraseAt) ([]galley.PlacedKeyphrase, error) {
	of, err := s.store.Subject(ctx, shop, galley.Listed{Target: galley.Target{Kind: at.Kind, ID: at.Place}})
	if err != nil {
		return nil, err
	}
	list := []galley.PlacedKeyphrase{{Place: of.Ref()}}
	for _, k := range of.Keyphrases {
		if k.Language == "" {
			list[0].Keyphrase = k
			continue
		}
		list = append(list, galley.PlacedKeyphrase{Place: of.Ref(), Keyphrase: k})
	}
	if list[0].Text == "" {
		list[0].Keyphrase, err = s.guess(ctx, shop, of, "")
	}
	return list, err
}

// guess is what a model proposed for a language, else what title and type give.
func (s *Service) guess(ctx context.Context, shop galley.ShopID, of galley.Subject, code string) (galley.Keyphrase, error) {
	proposed, err := s.store.GuessedKeyphrase(ctx, shop, of.Ref(), code)
	if err != nil || proposed == "" {
		return checks.Guess(of), err
	}
	return galley.Keyphrase{Language: code, Text: proposed, Source: galley.KeyphraseGuess}, nil
}

// keyphraseRows completes the rows with guesses, the length of each phrase and
// how many others share it.
func keyphraseRows(listed []galley.ListedPhrase, code string) []galley.KeyphraseRow {
	rows, shared := make([]galley.KeyphraseRow, len(listed)), map[string]int{}
	spoken := spokenIn(listed, code)
	for i, l := range listed {
		row := l.KeyphraseRow
		if row.Text == "" {
			row.Keyphrase = guessFor(row.Place, l.Vendor, l.ProductType)
			row.Language = code
		}
		if row.Text != "" {
			row.Words, row.Verdict = checks.PhraseLength(row.Text, spoken)
		}
		if row.IsSet() {
			shared[strings.ToLower(row.Text)]++
		}
		rows[i] = row
	}
	for i, row := range rows {
		if row.IsSet() {
			rows[i].Shared = shared[strings.ToLower(row.Text)] - 1
		}
	}
	return rows
}

// titlesForLanguage are how many titles show the language of a shop.
const titlesForLanguage = 50

// spokenIn is the language of the phrases: the one asked for, else that of titles.
func spokenIn(listed []galley.ListedPhrase, code string) language.Code {
	if code != "" {
		return language.Code(code)
	}
	var titles strings.Builder
	for _, l := range listed[:min(len(listed), titlesForLanguage)] {
		titles.WriteString(l.Place.Title + "\n" + l.Text + "\n")
	}
	return language.Of(titles.String()).Likely()
}

func mentions(row galley.KeyphraseRow, search string) bool {
	text := strings.ToLower(row.Place.Title + "\n" + row.Place.Handle + "\n" + row.Text)
	for word := range strings.FieldsSeq(strings.ToLower(search)) {
		if !strings.Contains(text, word) {
			return false
		}
	}
	return true
}

// ConfirmKeyphrases makes the guesses of several products or collections their
// keyphrases, and returns those that are set now. Where there is no guess nothing
// is set.
func (s *Service) ConfirmKeyphrases(ctx context.Context, shop galley.ShopID, places []KeyphraseAt) ([]galley.PlacedKeyphrase, error) {
	if len(places) > galley.MaxPage {
		return nil, galley.NewError(galley.CodeInvalidInput, messages.PageOutOfRange(galley.MaxPage))
	}
	confirmed := []galley.PlacedKeyphrase{}
	for _, at := range places {
		one, err := s.ConfirmKeyphrase(ctx, shop, at)
		if galley.CodeOf(err) == galley.CodeInvalidInput {
			continue
		}
		if err != nil {
			return confirmed, err
		}
		confirmed = append(confirmed, one)
	}
	return confirmed, nil
}
