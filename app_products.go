package main

import (
	"context"

	"galley/backend/galley"
	"galley/backend/products"
)

// SyncShop brings the local copy of a shop up to date, and returns when it is.
// Shop.Sync shows its progress.
func (a *App) SyncShop(id string) (products.SyncResult, error) {
	return answer(a, func(ctx context.Context) (products.SyncResult, error) {
		shop, err := a.graph.Shops.Get(ctx, id)
		if err != nil {
			return products.SyncResult{}, err
		}
		return a.graph.Products.Sync(ctx, shop, nil)
	})
}

// SyncShopWhole is SyncShop, and reads all products, however few changed.
func (a *App) SyncShopWhole(id string) (products.SyncResult, error) {
	return answer(a, func(ctx context.Context) (products.SyncResult, error) {
		shop, err := a.graph.Shops.Get(ctx, id)
		if err != nil {
			return products.SyncResult{}, err
		}
		return a.graph.Products.SyncWhole(ctx, shop, nil)
	})
}

// StopSync stops the sync of a shop, and a list that the shop is writing for it. It returns when both have ended.
func (a *App) StopSync(id string) error {
	_, err := answer(a, func(ctx context.Context) (none struct{}, err error) {
		shop, err := a.graph.Shops.Get(ctx, id)
		if err != nil {
			return none, err
		}
		_, err = a.graph.Products.Stop(ctx, shop)
		return none, err
	})
	return err
}

// ListRemovals lists the products that the last sync did not find on a shop,
// under the plan that AcceptRemovals takes.
func (a *App) ListRemovals(id string) (galley.Removals, error) {
	return answer(a, func(ctx context.Context) (galley.Removals, error) {
		shop, err := a.graph.Shops.Get(ctx, id)
		if err != nil {
			return galley.Removals{}, err
		}
		return a.graph.Products.Removals(ctx, shop)
	})
}

// AcceptRemovals syncs a shop and removes the products of a plan of
// ListRemovals from the local copy that it still does not list.
func (a *App) AcceptRemovals(id string, plan galley.PlanID) (products.SyncResult, error) {
	return answer(a, func(ctx context.Context) (products.SyncResult, error) {
		shop, err := a.graph.Shops.Get(ctx, id)
		if err != nil {
			return products.SyncResult{}, err
		}
		return a.graph.Products.SyncAndRemove(ctx, shop, plan, nil)
	})
}

// ProductFacets lists the values by which the products of a query can be
// narrowed, with their counts.
func (a *App) ProductFacets(query galley.ProductQuery) (galley.ProductFacets, error) {
	return answer(a, func(ctx context.Context) (galley.ProductFacets, error) { return a.graph.Products.Facets(ctx, query) })
}

// FindProductFacets lists the values of one part of a filter whose names have what
// was typed, out of all that the query's products have.
func (a *App) FindProductFacets(query galley.ProductQuery, part, typed string) ([]galley.Facet, error) {
	return answer(a, func(ctx context.Context) ([]galley.Facet, error) {
		return a.graph.Products.FindFacets(ctx, query, part, typed)
	})
}

// FindProducts names the first products with all the words in any shop, those of
// one shop first.
func (a *App) FindProducts(first galley.ShopID, search string) ([]galley.ProductHit, error) {
	return answer(a, func(ctx context.Context) ([]galley.ProductHit, error) {
		return a.graph.Products.Find(ctx, first, search)
	})
}

// ProductIDs are the ids of all products of a query, in the order of the list.
func (a *App) ProductIDs(query galley.ProductQuery) ([]string, error) {
	return answer(a, func(ctx context.Context) ([]string, error) { return a.graph.Products.IDs(ctx, query) })
}

// GetProduct returns one product by id or handle.
func (a *App) GetProduct(shop galley.ShopID, idOrHandle string) (galley.Product, error) {
	return answer(a, func(ctx context.Context) (galley.Product, error) {
		return a.graph.Products.Product(ctx, shop, idOrHandle)
	})
}

// GetDesk returns a product with every draft and publication of it.
func (a *App) GetDesk(shop galley.ShopID, idOrHandle string) (products.Desk, error) {
	return answer(a, func(ctx context.Context) (products.Desk, error) { return a.graph.Products.Desk(ctx, shop, idOrHandle) })
}

// GetCollectionDesk returns a collection with every draft and publication of it.
func (a *App) GetCollectionDesk(shop galley.ShopID, idOrHandle string) (products.CollectionDesk, error) {
	return answer(a, func(ctx context.Context) (products.CollectionDesk, error) {
		return a.graph.Products.CollectionDesk(ctx, shop, idOrHandle)
	})
}

// PlanSave says which texts of the editor of a product or collection SaveProduct
// would write.
func (a *App) PlanSave(shop galley.ShopID, id string, edits []galley.TextEdit) (galley.SavePlan, error) {
	return answer(a, func(ctx context.Context) (galley.SavePlan, error) {
		return a.graph.Publishing.PlanSave(ctx, shop, id, edits)
	})
}

// SaveTextDrafts keeps texts of the editor of a product or collection without
// sending them, and returns all that are kept of it.
func (a *App) SaveTextDrafts(shop galley.ShopID, id string, texts []galley.OwnText) ([]galley.OwnDraft, error) {
	return answer(a, func(ctx context.Context) ([]galley.OwnDraft, error) {
		return a.graph.Publishing.SaveDrafts(ctx, shop, id, texts)
	})
}

// SaveProduct queues the texts of a plan of PlanSave, of a product or collection.
func (a *App) SaveProduct(plan galley.PlanID) (galley.Confirmed, error) {
	return a.confirm(plan, a.graph.Publishing.Save)
}
