package review

import (
	"context"

	"galley/backend/checks"
	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// KeyphraseStore keeps keyphrases.
type KeyphraseStore interface {
	Keyphrases(ctx context.Context, q galley.KeyphraseQuery) ([]galley.ListedKeyphrase, error)
	SaveKeyphrases(ctx context.Context, shop galley.ShopID, phrases []galley.PlacedKeyphrase) (left []galley.PlacedKeyphrase, err error)
	PhrasePage(ctx context.Context, q galley.KeyphraseListQuery) (rows []galley.KeyphraseRow, total int, err error)
	PhraseCounts(ctx context.Context, q galley.KeyphraseListQuery, some int) (counts galley.KeyphraseCounts, titles []string, err error)
	DiscardGuesses(ctx context.Context, shop galley.ShopID, kind galley.PlaceKind, language string) (int, error)
	KeyphraseLanguages(ctx context.Context, shop galley.ShopID, kind galley.PlaceKind) ([]galley.KeyphraseLanguage, error)
	GuessedKeyphrases(ctx context.Context, shop galley.ShopID, kind galley.PlaceKind, places []string) (map[string]galley.Keyphrases, error)
	GuessedKeyphrase(ctx context.Context, shop galley.ShopID, place galley.PlaceRef, language string) (string, error)
	ImportKeyphrases(ctx context.Context, shop galley.ShopID, done galley.KeyphraseImportDone, phrases, queries []galley.PlacedKeyphrase) (left []galley.PlacedKeyphrase, err error)
	KeyphraseQueries(ctx context.Context, shop galley.ShopID, kind galley.PlaceKind, places []string, language string) (map[string]galley.Keyphrases, error)
	LatestKeyphraseImport(ctx context.Context, shop galley.ShopID) (*galley.KeyphraseImportDone, error)
	TakeBackKeyphraseImport(ctx context.Context, shop galley.ShopID, id int64) (galley.KeyphrasesRestored, error)
	DraftsAt(ctx context.Context, shop galley.ShopID, place string, n int) ([]galley.Item, error)
}

// Keyphrases lists products or collections by title, with a guess where a person
// set none. A limit of 0 is 100; more than MaxPage is CodeInvalidInput.
func (s *Service) Keyphrases(ctx context.Context, q galley.KeyphraseQuery) ([]galley.PlacedKeyphrase, error) {
	if q.Limit == 0 {
		q.Limit = 100
	}
	if q.Limit < 0 || q.Limit > galley.MaxPage || q.Offset < 0 {
		return nil, galley.NewError(galley.CodeInvalidInput, messages.PageOutOfRange(galley.MaxPage))
	}
	rows, err := s.store.Keyphrases(ctx, q)
	if err != nil {
		return nil, err
	}
	places := make([]string, len(rows))
	for i, row := range rows {
		places[i] = row.Place.ID
	}
	guesses, err := s.store.GuessedKeyphrases(ctx, q.ShopID, q.Kind, places)
	list := make([]galley.PlacedKeyphrase, len(rows))
	for i, row := range rows {
		list[i] = row.PlacedKeyphrase
		if proposed := guesses[row.Place.ID]; !row.IsSet() && len(proposed) > 0 {
			list[i].Keyphrase = proposed[0]
			continue
		}
		if !row.IsSet() {
			list[i].Keyphrase = guessFor(row.Place, row.Vendor, row.ProductType)
		}
	}
	return list, err
}

func guessFor(place galley.PlaceRef, vendor, productType string) galley.Keyphrase {
	if place.Kind == galley.PlaceCollection {
		return checks.Guess(galley.Collection{Title: place.Title}.Subject())
	}
	return checks.Guess(galley.Product{Title: place.Title, Vendor: vendor, ProductType: productType}.Subject())
}

// KeyphraseAt names the keyphrase of a product or collection in a language.
type KeyphraseAt struct {
	Kind     galley.PlaceKind `json:"kind"`
	Place    string           `json:"place"` // id or handle
	Language string           `json:"language"`
}

// SetKeyphrase keeps what a person typed, or with an empty text removes the
// keyphrase, and checks the drafts at the place again.
func (s *Service) SetKeyphrase(ctx context.Context, shop galley.ShopID, at KeyphraseAt, text string) (galley.PlacedKeyphrase, error) {
	return s.putKeyphrase(ctx, shop, at, func(of galley.Subject) (galley.Keyphrase, error) {
		return s.typedKeyphrase(ctx, shop, of, at.Language, text)
	})
}

// ConfirmKeyphrase makes the guess for a product or collection its keyphrase. It
// is CodeInvalidInput where there is no guess; one that is set stays.
func (s *Service) ConfirmKeyphrase(ctx context.Context, shop galley.ShopID, at KeyphraseAt) (galley.PlacedKeyphrase, error) {
	return s.putKeyphrase(ctx, shop, at, func(of galley.Subject) (galley.Keyphrase, error) {
		if k := of.Keyphrases.In(at.Language); k.IsSet() {
			return k, nil
		}
		guess, err := s.guess(ctx, shop, of, at.Language)
		if err != nil {
			return guess, err
		}
		if guess.Text == "" {
			return guess, galley.NewError(galley.CodeInvalidInput, messages.NoGuess(of.Handle()))
		}
		guess.Source = galley.KeyphraseConfirmed
		return guess, nil
	})
}

func (s *Service) putKeyphrase(ctx context.Context, shop galley.ShopID, at KeyphraseAt, choose func(galley.Subject) (galley.Keyphrase, error)) (placed galley.PlacedKeyphrase, err error) {
	of, err := s.store.Subject(ctx, shop, galley.Listed{Target: galley.Target{Kind: at.Kind, ID: at.Place}})
	if err != nil {
		return placed, err
	}
	placed.Place = of.Ref()
	if placed.Keyphrase, err = choose(of); err != nil {
		return placed, err
	}
	phrase, language, problem := galley.ParseKeyphrase(placed.Text, at.Language)
	if problem != nil {
		return placed, problem
	}
	placed.Text, placed.Language = phrase, language
	if placed.By, err = s.person(ctx, shop); err != nil {
		return placed, err
	}
	now := s.clock.Now()
	placed.At = &now
	if _, err := s.store.SaveKeyphrases(ctx, shop, []galley.PlacedKeyphrase{placed}); err != nil {
		return placed, err
	}
	if placed.Text == "" {
		if placed.Keyphrase, err = s.guess(ctx, shop, of, language); err != nil {
			return placed, err
		}
	}
	return placed, s.recheckAt(ctx, shop, of.Target.ID)
}

// person is who works on the shop here.
func (s *Service) person(ctx context.Context, shop galley.ShopID) (string, error) {
	set, err := s.settings.For(ctx, shop)
	return set.Person, err
}

// recheckedDrafts is the most drafts of one place that are checked again.
const recheckedDrafts = 200

// recheckAt checks the drafts at a place again that can still be changed.
func (s *Service) recheckAt(ctx context.Context, shop galley.ShopID, place string) error {
	items, err := s.store.DraftsAt(ctx, shop, place, recheckedDrafts)
	if err != nil {
		return err
	}
	byJob := map[galley.JobID][]galley.Recheck{}
	for _, item := range items {
		if !item.Can.Edit {
			continue
		}
		again, err := s.recheck(ctx, item)
		if err != nil {
			return err
		}
		byJob[item.JobID] = append(byJob[item.JobID], again)
	}
	for job, rechecks := range byJob {
		if _, err := s.store.SaveRechecks(ctx, job, rechecks); err != nil {
			return err
		}
	}
	return nil
}
