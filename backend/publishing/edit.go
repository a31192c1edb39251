package publishing

import (
	"context"

	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/markup"
)

// PlanSave says which texts of the editor of a product or collection Save would
// write, and keeps exactly those under an id for a person to confirm. Unchanged
// texts are left out.
func (s *Service) PlanSave(ctx context.Context, shop galley.ShopID, id string, edits []galley.TextEdit) (galley.SavePlan, error) {
	edited, err := s.store.Subject(ctx, shop, galley.Listed{Target: editorOf(id, edits)})
	if err != nil {
		return galley.SavePlan{}, err
	}
	of, err := s.store.Shop(ctx, string(edited.ShopID()))
	if err != nil {
		return galley.SavePlan{}, err
	}
	changed, err := changedTexts(edited, edits)
	if err != nil {
		return galley.SavePlan{}, err
	}
	for _, e := range changed {
		if err := of.Knows(e.Field); err != nil {
			return galley.SavePlan{}, err
		}
	}
	plan := galley.SavePlan{Shop: of.Name, Count: len(changed), Place: edited.Ref(), Product: edited.Ref().Product("")}
	plan.Plan, err = s.store.PlanTexts(ctx, galley.NewPlan{Kind: galley.PlanToSave, ShopID: of.ID}, plan.Place, changed)
	return plan, err
}

// editorOf is what is open in the editor: a product, or where the texts are of
// one, a collection.
func editorOf(id string, edits []galley.TextEdit) galley.Target {
	if len(edits) > 0 && edits[0].Field.Owner() == galley.PlaceCollection {
		return galley.CollectionTarget(id)
	}
	return galley.ProductTarget(id)
}

// Save queues exactly the texts that a plan names. They are published like
// drafts: compared, written, read back, and they can be undone. A place that
// was written to since is left out and named.
func (s *Service) Save(ctx context.Context, plan galley.PlanID) (galley.Confirmed, error) {
	return s.confirm(ctx, plan, galley.PlanToSave)
}

// SaveNow plans and confirms a Save in one step, for callers that do not ask.
func (s *Service) SaveNow(ctx context.Context, shop galley.ShopID, id string, edits []galley.TextEdit) (galley.Confirmed, error) {
	plan, err := s.PlanSave(ctx, shop, id, edits)
	if err != nil {
		return galley.Confirmed{}, err
	}
	return s.Save(ctx, plan.Plan)
}

// changedTexts returns the edits that change their text, cleaned as Shopify
// stores them.
func changedTexts(of galley.Subject, edits []galley.TextEdit) (changed []galley.TextEdit, err error) {
	for _, e := range edits {
		if _, err := textNow(of, e); err != nil {
			return nil, err
		}
		if e.Value.Null == e.Expected.Null && markup.SameText(e.Field, e.Value.Text, e.Expected.Text) {
			continue
		}
		if e.Value.Text, err = markup.Fit(e.Field, e.Value.Text); err != nil {
			return nil, err
		}
		changed = append(changed, e)
	}
	return changed, nil
}

// textNow is the text that the local copy has at the place of an edit.
func textNow(of galley.Subject, e galley.TextEdit) (galley.Value, error) {
	if _, err := galley.ParseField(string(e.Field)); err != nil {
		return galley.Value{}, err
	}
	if e.Field.Owner() != of.Target.Kind {
		return galley.Value{}, galley.NewError(galley.CodeInvalidInput, messages.EditsOfTwoKinds)
	}
	now, ok := of.At(e.Target(of.Target.ID)).Value(e.Field)
	if !ok {
		return now, galley.NewError(galley.CodeShopMissing, messages.PictureGone)
	}
	return now, nil
}
