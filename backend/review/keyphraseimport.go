package review

import (
	"context"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// readImport is a file of keyphrases held against a shop.
type readImport struct {
	galley.KeyphraseImport

	changed []galley.PlacedKeyphrase // what it would set
	queries []galley.PlacedKeyphrase // other searches of the pages
}

// PreviewKeyphrases says what an import of a file of keyphrases, or of a
// search-console export, would take, and what it would leave out and why. Nothing
// is saved.
func (s *Service) PreviewKeyphrases(ctx context.Context, shop galley.ShopID, name, content string) (galley.KeyphraseImport, error) {
	read, err := s.readImport(ctx, shop, name, content)
	return read.KeyphraseImport, err
}

func (s *Service) readImport(ctx context.Context, shop galley.ShopID, name, content string) (done readImport, err error) {
	done.Taken, done.Left, done.Unknown, done.Invalid = []galley.PlacedKeyphrase{}, []galley.PlacedKeyphrase{}, []string{}, []galley.InvalidLine{}
	file, err := readKeyphrases(name, content)
	if err != nil {
		return done, err
	}
	known, err := s.keyphrasesByHandle(ctx, shop)
	if err != nil {
		return done, err
	}
	done.Rows, done.Invalid = file.rows, append(done.Invalid, file.invalid...)
	for _, row := range file.phrases {
		at, ok := known.find(row)
		if !ok {
			done.Unknown = append(done.Unknown, row.named)
			continue
		}
		for _, other := range file.others[fileKey{row.kind, row.handle, row.phrase.Language}] {
			done.queries = append(done.queries, galley.PlacedKeyphrase{Place: at.place, Keyphrase: other})
		}
		if at.has(row.phrase) {
			done.Unchanged++
			continue
		}
		row.phrase.By = name
		placed := galley.PlacedKeyphrase{Place: at.place, Keyphrase: row.phrase}
		if old := at.exactly(row.phrase.Language); !placed.Replaces(old) {
			done.Left = append(done.Left, galley.PlacedKeyphrase{Place: at.place, Keyphrase: old})
			continue
		}
		done.changed = append(done.changed, placed)
	}
	done.Set, done.Taken = len(done.changed), append(done.Taken, done.changed[:min(len(done.changed), galley.MaxPage)]...)
	return done, nil
}

// ImportKeyphrases reads a file of keyphrases, or a search-console export. What a
// person typed or confirmed stays and is reported. TakeBackKeyphrases undoes it.
func (s *Service) ImportKeyphrases(ctx context.Context, shop galley.ShopID, name, content string) (galley.KeyphraseImport, error) {
	read, err := s.readImport(ctx, shop, name, content)
	if err != nil || len(read.changed) == 0 {
		return read.KeyphraseImport, err
	}
	done := galley.KeyphraseImportDone{File: name, At: s.clock.Now()}
	if done.By, err = s.person(ctx, shop); err != nil {
		return read.KeyphraseImport, err
	}
	done.Unknown = read.Unknown[:min(len(read.Unknown), galley.MaxUnknown)]
	left, err := s.store.ImportKeyphrases(ctx, shop, done, read.changed, read.queries)
	if err != nil {
		return read.KeyphraseImport, err
	}
	read.Left, read.Set = append(read.Left, left...), len(read.changed)-len(left)
	return read.KeyphraseImport, s.recheckPlaces(ctx, shop, read.changed)
}

// TakeBackLatestKeyphrases undoes the latest import of a shop. Where there is none
// it is CodeIllegalState.
func (s *Service) TakeBackLatestKeyphrases(ctx context.Context, shop galley.ShopID) (galley.KeyphrasesRestored, error) {
	latest, err := s.store.LatestKeyphraseImport(ctx, shop)
	if err != nil {
		return galley.KeyphrasesRestored{}, err
	}
	if latest == nil {
		return galley.KeyphrasesRestored{}, galley.NewError(galley.CodeIllegalState, messages.KeyphraseImportGone)
	}
	return s.TakeBackKeyphrases(ctx, shop, latest.ID)
}

// TakeBackKeyphrases undoes the latest import of a shop: what it replaced is put
// back, what was new is removed, and what a person changed since stays. Another
// import is CodeIllegalState.
func (s *Service) TakeBackKeyphrases(ctx context.Context, shop galley.ShopID, id int64) (galley.KeyphrasesRestored, error) {
	done, err := s.store.TakeBackKeyphraseImport(ctx, shop, id)
	if err != nil {
		return done, err
	}
	return done, s.recheckPlaces(ctx, shop, done.Restored)
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

func (k knownPlace) exactly(language string) galley.Keyphrase {
	for _, old := range k.phrases {
		if old.Language == language {
			return old
		}
	}
	return galley.Keyphrase{}
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
