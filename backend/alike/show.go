package alike

import (
	"context"
	"slices"

	"galley/backend/galley"
	"galley/backend/sameness"
)

// show is a group as people see it: its first drafts and texts of the shop, with
// what they share or where they differ.
func (s *Service) show(ctx context.Context, job galley.Job, c compared, g group) (galley.AlikeGroup, error) {
	shown := galley.AlikeGroup{
		ID: g.id, Kind: galley.AlikeKind(g.Kind), Field: c.field, Least: g.Least, Most: g.Most,
		Drafts: []galley.AlikeDraft{}, DraftsTotal: g.drafts, Live: []galley.AlikePlace{}, LiveTotal: len(g.Members) - g.drafts,
	}
	if g.kept != nil {
		shown.KeptBy, shown.KeptAt = g.kept.Person, &g.kept.At
	}
	drafts, live := g.Members[:g.drafts], g.Members[g.drafts:]
	countDrafts(&shown, c, g, job.Writer.Kind)
	drafts, live = drafts[:min(len(drafts), galley.AlikeShown)], live[:min(len(live), galley.AlikeShown)]
	words, err := s.wordsOf(ctx, job, c, drafts, live)
	if err != nil {
		return shown, err
	}
	shown.Opening = sharedWords(g, words[0])
	for i, m := range slices.Concat(drafts, live) {
		t, against := c.texts[m], words[0]
		if i == 0 {
			against = words[1]
		}
		place := galley.AlikePlace{PlaceID: t.PlaceID, Handle: t.Handle, Title: t.Title, Parts: partsOf(g, words[i], against)}
		for _, part := range place.Parts {
			place.Text += part.Text
		}
		if m < c.drafts {
			shown.Drafts = append(shown.Drafts, galley.AlikeDraft{
				ItemID: t.ItemID, Revision: t.Revision, Picture: t.Picture, Mark: t.Status.Mark(), AlikePlace: place,
			})
		} else {
			shown.Live = append(shown.Live, place)
		}
	}
	return shown, nil
}

// countDrafts names all drafts of a group, and counts those that it holds and that
// can be written again.
func countDrafts(shown *galley.AlikeGroup, c compared, g group, by galley.WriterKind) {
	holds := g.kept == nil && shown.Kind.Holds(by)
	for _, m := range g.Members[:g.drafts] {
		t := c.texts[m]
		shown.Members = append(shown.Members, galley.ItemAt{ID: t.ItemID, Revision: t.Revision})
		status := t.Status
		status.Alike = holds
		if galley.FilterAlike.Holds(status) {
			shown.Held++
		}
		if t.Status.Can().Regenerate {
			shown.Regenerate++
		}
	}
}

// wordsOf are the texts of members as people read them.
func (s *Service) wordsOf(ctx context.Context, job galley.Job, c compared, drafts, live []int) ([]string, error) {
	var items []galley.ItemID
	var places []string
	for _, m := range drafts {
		items = append(items, c.texts[m].ItemID)
	}
	for _, m := range live {
		places = append(places, c.texts[m].PlaceID)
	}
	var written map[galley.ItemID]string
	var onShop map[string]string
	var err error
	if len(items) > 0 {
		if written, err = s.store.DraftTexts(ctx, job.ID, items); err != nil {
			return nil, err
		}
	}
	if len(places) > 0 {
		if onShop, err = s.store.LiveTexts(ctx, job.ShopID, c.field, places); err != nil {
			return nil, err
		}
	}
	var words []string
	for _, id := range items {
		words = append(words, sameness.TextOf(c.field, written[id], "").Words)
	}
	for _, id := range places {
		words = append(words, sameness.TextOf(c.field, onShop[id], "").Words)
	}
	return words, nil
}

// sharedWords are the words that all texts of an opening or ending have.
func sharedWords(g group, words string) (shared string) {
	switch g.Kind {
	case sameness.Opening:
		shared, _ = sameness.First(words, g.Span)
	case sameness.Ending, sameness.Closing:
		shared, _ = sameness.Last(words, g.Span)
	case sameness.Equal, sameness.Near:
	}
	return shared
}
