package publishing

import (
	"context"

	"galley/backend/checks"
	"galley/backend/galley"
)

// Save decides texts of the product editor to the shop, all or none. They take
// the same way as drafts: compared, written, read back, and they can be undone.
// A text that is as it was opened is passed over; it returns how many went.
func (s *Service) Save(ctx context.Context, shop galley.ShopID, productID string, edits []galley.TextEdit) (int, error) {
	product, err := s.store.Product(ctx, shop, productID)
	if err != nil {
		return 0, err
	}
	var changed []galley.TextEdit
	for _, e := range edits {
		if _, err := galley.ParseField(string(e.Field)); err != nil {
			return 0, err
		}
		if _, ok := product.Value(e.Field, e.ImageID); !ok {
			return 0, galley.Errorf(galley.CodeShopMissing, "This picture is gone from the product. Nothing was saved.")
		}
		if e.Value == e.Expected {
			continue
		}
		if e.Value.Text, err = checks.Fit(e.Field, e.Value.Text); err != nil {
			return 0, err
		}
		changed = append(changed, e)
	}
	if len(changed) == 0 {
		return 0, nil
	}
	set, err := s.settings.Get(ctx)
	if err != nil {
		return 0, err
	}
	ref := galley.ProductRef{ID: product.ID, Handle: product.Handle, Title: product.Title}
	return len(changed), s.store.QueueEdits(ctx, shop, ref, changed, set.Person)
}
