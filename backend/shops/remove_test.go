package shops_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/shops"
)

func TestDoesNotRemoveAShopWhileWorkIsUnderWay(t *testing.T) {
	for _, name := range []string{"outbox:", "sync:"} {
		t.Run(name, func(t *testing.T) {
			s, _, vault, st := newDesk(t)
			shop, err := s.AddShopify(bg, shops.Connection{Domain: "quillmoor", Token: "t"})
			require.NoError(t, err)
			taken, err := st.TakeLease(bg, name+string(shop.ID), "another process", time.Hour)
			require.NoError(t, err)
			require.True(t, taken)

			_, err = s.Remove(bg, string(shop.ID))
			require.Equal(t, galley.CodeBusy, galley.CodeOf(err), err)
			_, err = st.Shop(bg, string(shop.ID))
			require.NoError(t, err)
			token, err := vault.Get(galley.ShopSecret(shop.ID))
			require.NoError(t, err, "a shop that stays keeps its sign-in")
			require.Equal(t, "t", token)

			require.NoError(t, st.DropLease(bg, name+string(shop.ID), "another process"))
			_, err = s.Remove(bg, string(shop.ID))
			require.NoError(t, err)
		})
	}
}
