package shopify_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
)

// A shop, or something between, that answers with another product's text: nothing is read from it, and
// nothing is written over what was not read.
func TestTheTextOfAnotherPlaceIsNotTaken(t *testing.T) {
	another := data(`{"nodes":[{"id":"gid://shopify/Product/2","title":"Another's"}]}`)
	slot := galley.SlotOf(galley.FieldTitle, target)
	for name, read := range map[string]func(*script) error{
		"one slot": func(s *script) error {
			_, err := s.client().Slot(context.Background(), slot)
			return err
		},
		"several slots": func(s *script) error {
			_, err := s.client().Slots(context.Background(), []galley.Slot{slot})
			return err
		},
		"contents": func(s *script) error {
			_, err := s.client().Content(context.Background(), galley.FieldTitle, []galley.Target{target})
			return err
		},
		"before a write": func(s *script) error {
			s.place = another
			asked := 0
			receipt, err := s.client().Write(context.Background(), slot, decideBy(&asked, func(string) *galley.Sending { return oak() }))
			require.Zero(t, asked)
			require.Nil(t, receipt.Sent)
			require.Empty(t, s.requests(), "nothing was written")
			return err
		},
	} {
		t.Run(name, func(t *testing.T) {
			require.Equal(t, galley.CodeShopFailed, galley.CodeOf(read(newScript(t, another))))
		})
	}
}
