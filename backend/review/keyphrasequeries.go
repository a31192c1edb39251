package review

import (
	"context"

	"galley/backend/checks"
	"galley/backend/galley"
	"galley/backend/language"
)

// KeyphraseQueries returns the searches that imports had of a product or
// collection beside the keyphrase, the best first. One of them becomes the
// keyphrase by SetKeyphrase, with its figures.
func (s *Service) KeyphraseQueries(ctx context.Context, shop galley.ShopID, at KeyphraseAt) ([]galley.PlacedKeyphrase, error) {
	of, err := s.store.Subject(ctx, shop, galley.Listed{Target: galley.Target{Kind: at.Kind, ID: at.Place}})
	if err != nil {
		return nil, err
	}
	place := of.Ref()
	found, err := s.store.KeyphraseQueries(ctx, shop, place.Kind, []string{place.ID}, at.Language)
	list := []galley.PlacedKeyphrase{}
	for _, k := range found[place.ID] {
		if k.Text != of.Keyphrases.In(at.Language).Text {
			list = append(list, galley.PlacedKeyphrase{Place: place, Keyphrase: k})
		}
	}
	return list, err
}

// typedKeyphrase is what a person typed, with the figures of the search that it is.
func (s *Service) typedKeyphrase(ctx context.Context, shop galley.ShopID, of galley.Subject, code, text string) (galley.Keyphrase, error) {
	typed, place := galley.Keyphrase{Text: text, Source: galley.KeyphraseTyped}, of.Ref()
	found, err := s.store.KeyphraseQueries(ctx, shop, place.Kind, []string{place.ID}, code)
	for _, k := range found[place.ID] {
		if k.Text == text {
			typed.Clicks, typed.Impressions, typed.Position = k.Clicks, k.Impressions, k.Position
		}
	}
	return typed, err
}

// countLonger says for the keyphrases that say too little how many searches of the
// page say more.
func (s *Service) countLonger(ctx context.Context, q galley.KeyphraseListQuery, rows []galley.KeyphraseRow, spoken language.Code) error {
	var short []string
	for _, row := range rows {
		if row.IsSet() && row.Verdict != galley.VerdictGood {
			short = append(short, row.Place.ID)
		}
	}
	if len(short) == 0 {
		return nil
	}
	found, err := s.store.KeyphraseQueries(ctx, q.ShopID, q.Kind, short, q.Language)
	for i, row := range rows {
		for _, k := range found[row.Place.ID] {
			if words, _ := checks.PhraseLength(k.Text, spoken); words > row.Words {
				rows[i].Longer++
			}
		}
	}
	return err
}
