package galleytest

import (
	"context"

	"galley/backend/galley"
)

// WriteField sets one field of a shop, overwriting its value.
func WriteField(ctx context.Context, c galley.ShopClient, f galley.Field, t galley.Target, v galley.Value) (galley.Receipt, error) {
	return c.Write(ctx, galley.SlotOf(f, t), func(context.Context, galley.SlotContent) (*galley.Sending, error) {
		return &galley.Sending{Values: map[galley.Field]galley.Value{f: v}}, nil
	})
}
