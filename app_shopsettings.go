package main

import (
	"context"

	"galley/backend/galley"
)

// GetShopSettings returns the settings that hold for a shop, and which of them
// are its own.
func (a *App) GetShopSettings(shop string) (galley.ShopSettings, error) {
	return answer(a, func(ctx context.Context) (galley.ShopSettings, error) {
		of, err := a.graph.Shops.Get(ctx, shop)
		if err != nil {
			return galley.ShopSettings{}, err
		}
		return a.graph.Settings.OfShop(ctx, of.ID)
	})
}

// SaveShopSettings gives a shop settings of its own, by their keys on the command
// line, and takes those in reset back to what all shops have.
func (a *App) SaveShopSettings(shop string, values map[string]string, reset []string) (galley.ShopSettings, error) {
	return answer(a, func(ctx context.Context) (galley.ShopSettings, error) {
		of, err := a.graph.Shops.Get(ctx, shop)
		if err != nil {
			return galley.ShopSettings{}, err
		}
		if err := a.graph.Settings.SaveFor(ctx, of.ID, values, reset); err != nil {
			return galley.ShopSettings{}, err
		}
		return a.graph.Settings.OfShop(ctx, of.ID)
	})
}

// GetSpending returns what writing cost today and this month, for a shop or with
// "" for all together, requests under way included.
func (a *App) GetSpending(shop string) (galley.Spending, error) {
	return answer(a, func(ctx context.Context) (galley.Spending, error) {
		if shop == "" {
			return a.graph.Spend.Spending(ctx, "")
		}
		of, err := a.graph.Shops.Get(ctx, shop)
		if err != nil {
			return galley.Spending{}, err
		}
		return a.graph.Spend.Spending(ctx, of.ID)
	})
}
