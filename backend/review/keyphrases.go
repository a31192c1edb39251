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
	list := make([]galley.PlacedKeyphrase, len(rows))
	for i, row := range rows {
		list[i] = row.PlacedKeyphrase
		if !row.IsSet() {
			list[i].Keyphrase = guessFor(row)
		}
	}
	return list, err
}

func guessFor(row galley.ListedKeyphrase) galley.Keyphrase {
	if row.Place.Kind == galley.PlaceCollection {
		return checks.Guess(galley.Collection{Title: row.Place.Title}.Subject())
	}
	return checks.Guess(galley.Product{Title: row.Place.Title, Vendor: row.Vendor, ProductType: row.ProductType}.Subject())
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
	return s.putKeyphrase(ctx, shop, at, func(galley.Subject) (galley.Keyphrase, error) {
		return galley.Keyphrase{Text: text, Source: galley.KeyphraseTyped}, nil
	})
}

// ConfirmKeyphrase makes the guess for a product or collection its keyphrase. It
// is CodeInvalidInput where there is no guess; one that is set stays.
func (s *Service) ConfirmKeyphrase(ctx context.Context, shop galley.ShopID, at KeyphraseAt) (galley.PlacedKeyphrase, error) {
	return s.putKeyphrase(ctx, shop, at, func(of galley.Subject) (galley.Keyphrase, error) {
		if k := of.Keyphrases.In(at.Language); k.IsSet() {
			return k, nil
		}
		guess := checks.Guess(of)
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
	if placed.By, err = s.person(ctx); err != nil {
		return placed, err
	}
	now := s.clock.Now()
	placed.At = &now
	if _, err := s.store.SaveKeyphrases(ctx, shop, []galley.PlacedKeyphrase{placed}); err != nil {
		return placed, err
	}
	if placed.Text == "" {
		placed.Keyphrase = checks.Guess(of)
	}
	return placed, s.recheckAt(ctx, shop, of.Target.ID)
}

func (s *Service) person(ctx context.Context) (string, error) {
	set, err := s.settings.Get(ctx)
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

// ImportKeyphrases reads a file of keyphrases, or a search-console export. What a
// person typed or confirmed stays and is reported.
func (s *Service) ImportKeyphrases(ctx context.Context, shop galley.ShopID, name, content string) (done galley.KeyphraseImport, err error) {
	done = galley.KeyphraseImport{Left: []galley.PlacedKeyphrase{}, Unknown: []string{}, Invalid: []galley.InvalidLine{}}
	file, err := readKeyphrases(name, content)
	if err != nil {
		return done, err
	}
	known, err := s.keyphrasesByHandle(ctx, shop)
	if err != nil {
		return done, err
	}
	done.Rows, done.Invalid = file.rows, append(done.Invalid, file.invalid...)
	var changed []galley.PlacedKeyphrase
	for _, row := range file.phrases {
		at, ok := known.find(row)
		switch {
		case !ok:
			done.Unknown = append(done.Unknown, row.named)
			continue
		case at.has(row.phrase):
			done.Unchanged++
			continue
		}
		row.phrase.By = name
		changed = append(changed, galley.PlacedKeyphrase{Place: at.place, Keyphrase: row.phrase})
	}
	left, err := s.store.SaveKeyphrases(ctx, shop, changed)
	if err != nil {
		return done, err
	}
	done.Left, done.Set = append(done.Left, left...), len(changed)-len(left)
	return done, s.recheckPlaces(ctx, shop, changed)
}

func (s *Service) recheckPlaces(ctx context.Context, shop galley.ShopID, changed []galley.PlacedKeyphrase) error {
	seen := map[string]bool{}
	for _, k := range changed {
		if seen[k.Place.ID] {
			continue
		}
		seen[k.Place.ID] = true
		if err := s.recheckAt(ctx, shop, k.Place.ID); err != nil {
			return err
		}
	}
	return nil
}

// knownPlace is a product or collection with its keyphrases.
type knownPlace struct {
	place   galley.PlaceRef
	phrases galley.Keyphrases
}

// has reports whether an import of the phrase would change nothing.
func (k knownPlace) has(phrase galley.Keyphrase) bool {
	for _, old := range k.phrases {
		if old.Language == phrase.Language && old.Text == phrase.Text {
			return old.Source != galley.KeyphraseImported || old.HasFiguresOf(phrase)
		}
	}
	return false
}

// knownPlaces are all places of a shop by kind and handle.
type knownPlaces map[galley.PlaceKind]map[string]*knownPlace

func (k knownPlaces) add(row galley.ListedKeyphrase) {
	byHandle := k[row.Place.Kind]
	at, ok := byHandle[row.Place.Handle]
	if !ok {
		at = &knownPlace{place: row.Place}
		byHandle[row.Place.Handle] = at
	}
	if row.IsSet() {
		at.phrases = append(at.phrases, row.Keyphrase)
	}
}

func (k knownPlaces) find(row fileRow) (*knownPlace, bool) {
	kinds := []galley.PlaceKind{galley.PlaceProduct, galley.PlaceCollection}
	if row.kind != "" {
		kinds = []galley.PlaceKind{row.kind}
	}
	for _, kind := range kinds {
		if at, ok := k[kind][row.handle]; ok {
			return at, true
		}
	}
	return nil, false
}

func (s *Service) keyphrasesByHandle(ctx context.Context, shop galley.ShopID) (knownPlaces, error) {
	known := knownPlaces{}
	for _, kind := range []galley.PlaceKind{galley.PlaceProduct, galley.PlaceCollection} {
		known[kind] = map[string]*knownPlace{}
		for offset := 0; ; offset += galley.MaxPage {
			rows, err := s.store.Keyphrases(ctx, galley.KeyphraseQuery{ShopID: shop, Kind: kind, Offset: offset, Limit: galley.MaxPage})
			if err != nil {
				return nil, err
			}
			for _, row := range rows {
				known.add(row)
			}
			if len(rows) < galley.MaxPage {
				break
			}
		}
	}
	return known, nil
}
