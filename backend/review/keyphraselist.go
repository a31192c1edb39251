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
	if page.Rows, page.Total, err = s.store.PhrasePage(ctx, q); err != nil {
		return page, err
	}
	var titles []string
	if page.Counts, titles, err = s.store.PhraseCounts(ctx, q, titlesForLanguage); err != nil {
		return page, err
	}
	spoken := spokenIn(titles, q.Language)
	for i, row := range page.Rows {
		if row.Text != "" {
			page.Rows[i].Words, page.Rows[i].Verdict = checks.PhraseLength(row.Text, spoken)
		}
	}
	if err := s.countLonger(ctx, q, page.Rows, spoken); err != nil {
		return page, err
	}
	if page.Languages, err = s.store.KeyphraseLanguages(ctx, q.ShopID, q.Kind); err != nil {
		return page, err
	}
	page.Import, err = s.store.LatestKeyphraseImport(ctx, q.ShopID)
	return page, err
}

// DiscardKeyphrases removes the guesses of models in a language, and returns how
// many. What title and type give is the guess again.
func (s *Service) DiscardKeyphrases(ctx context.Context, shop galley.ShopID, kind galley.PlaceKind, code string) (int, error) {
	if _, err := s.store.Shop(ctx, string(shop)); err != nil {
		return 0, err
	}
	return s.store.DiscardGuesses(ctx, shop, kind, code)
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

// titlesForLanguage are how many titles show the language of a shop.
const titlesForLanguage = 50

// spokenIn is the language of the phrases: the one asked for, else that of titles.
func spokenIn(titles []string, code string) language.Code {
	if code != "" {
		return language.Code(code)
	}
	return language.Of(strings.Join(titles, "\n")).Likely()
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
