package publishing

import (
	"context"

	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/markup"
)

// PlanSave says which texts of the product editor Save would write, and keeps
// exactly those under an id for a person to confirm. A text that is as it was
// opened is passed over.
func (s *Service) PlanSave(ctx context.Context, shop galley.ShopID, productID string, edits []galley.TextEdit) (galley.SavePlan, error) {
	product, err := s.store.Product(ctx, shop, productID)
	if err != nil {
		return galley.SavePlan{}, err
	}
	of, err := s.store.Shop(ctx, string(product.ShopID))
	if err != nil {
		return galley.SavePlan{}, err
	}
	changed, err := changedTexts(product, edits)
	if err != nil {
		return galley.SavePlan{}, err
	}
	plan := galley.SavePlan{
		Shop: of.Name, Count: len(changed), Product: galley.ProductRef{ID: product.ID, Handle: product.Handle, Title: product.Title},
	}
	plan.Plan, err = s.store.PlanTexts(ctx, galley.NewPlan{Kind: galley.PlanToSave, ShopID: of.ID}, plan.Product, changed)
	return plan, err
}

// Save queues exactly the texts that a plan names. They take the same way as
// drafts: compared, written, read back, and they can be undone. A place that
// was written to since is left out and named.
func (s *Service) Save(ctx context.Context, plan galley.PlanID) (galley.Confirmed, error) {
	return s.confirm(ctx, plan, galley.PlanToSave)
}

// SaveNow plans and confirms in one go.
func (s *Service) SaveNow(ctx context.Context, shop galley.ShopID, productID string, edits []galley.TextEdit) (galley.Confirmed, error) {
	plan, err := s.PlanSave(ctx, shop, productID, edits)
	if err != nil {
		return galley.Confirmed{}, err
	}
	return s.Save(ctx, plan.Plan)
}

// changedTexts are the edits that change something, as Shopify takes them.
func changedTexts(product galley.Product, edits []galley.TextEdit) (changed []galley.TextEdit, err error) {
	for _, e := range edits {
		if _, err := galley.ParseField(string(e.Field)); err != nil {
			return nil, err
		}
		if _, ok := product.Value(e.Field, e.ImageID); !ok {
			return nil, galley.NewError(galley.CodeShopMissing, messages.PictureGone)
		}
		if e.Value == e.Expected {
			continue
		}
		if e.Value.Text, err = markup.Fit(e.Field, e.Value.Text); err != nil {
			return nil, err
		}
		changed = append(changed, e)
	}
	return changed, nil
}
