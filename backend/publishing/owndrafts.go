package publishing

import (
	"context"

	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/markup"
)

// SaveDrafts keeps texts of the editor of a product or collection in the data
// file, all or none, and returns every draft that is kept there now. Nothing is
// sent, and no limit of a field holds yet. A text that is the shop's removes the
// draft of it; one that another window saved since is CodeChanged.
func (s *Service) SaveDrafts(ctx context.Context, shop galley.ShopID, id string, texts []galley.OwnText) ([]galley.OwnDraft, error) {
	edits := make([]galley.TextEdit, len(texts))
	for i, t := range texts {
		edits[i] = galley.TextEdit{Field: t.Field, ImageID: t.ImageID}
	}
	of, err := s.store.Subject(ctx, shop, galley.Listed{Target: editorOf(id, edits)})
	if err != nil {
		return nil, err
	}
	var save, drop []galley.OwnText
	for i, t := range texts {
		now, err := textNow(of, edits[i])
		switch {
		case err != nil:
			return nil, err
		case len(t.Content) > galley.MaxUnsaved:
			return nil, galley.NewError(galley.CodeInvalidInput, messages.UnsavedTooLong(galley.MaxUnsaved))
		case markup.SameText(t.Field, t.Content, now.Text):
			drop = append(drop, t)
		default:
			save = append(save, t)
		}
	}
	set, err := s.settings.For(ctx, of.ShopID())
	if err != nil {
		return nil, err
	}
	if err := s.store.SaveOwnDrafts(ctx, of.ShopID(), of.Target.ID, set.Person, save, drop); err != nil {
		return nil, err
	}
	return s.store.OwnDrafts(ctx, of.ShopID(), of)
}
