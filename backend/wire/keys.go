package wire

import (
	"context"

	"galley/backend/galley"
)

// CheckKeys reads every secret that this home should have from the key store,
// and returns how many there are. A missing one is CodeShopToken.
func (g *Graph) CheckKeys(ctx context.Context) (n int, err error) {
	shops, err := g.Shops.All(ctx)
	if err != nil {
		return 0, err
	}
	for _, shop := range shops {
		if !shop.Kind.Traits().HasKept(galley.KeptCredential) {
			continue
		}
		if _, err := g.clients.keys.Tokens(shop); err != nil {
			return n, err
		}
		n++
	}
	set, err := g.Settings.Get(ctx)
	if err != nil || !set.Writer.KeyStored {
		return n, err
	}
	_, err = g.Settings.Key(ctx, set.Writer.BaseURL)
	return n + 1, err
}
