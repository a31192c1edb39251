package main

import (
	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/products"
	"galley/backend/store/storetest"
)

// productCases are those of products and syncs.
var productCases = map[string]methodCase{
	"SyncShop":          {(*desk).noop, []any{"gone"}, galley.CodeNotFound},
	"SyncShopWhole":     {(*desk).syncWhole, []any{"gone"}, galley.CodeNotFound},
	"StopSync":          {(*desk).noop, []any{"gone"}, galley.CodeNotFound},
	"ListRemovals":      {of("ListRemovals"), []any{"gone"}, galley.CodeNotFound},
	"AcceptRemovals":    {(*desk).acceptRemovals, []any{"gone", "p"}, galley.CodeNotFound},
	"FindProductFacets": {(*desk).chooseProducts, []any{galley.ProductQuery{}, "colour", "red"}, galley.CodeInvalidInput},
	"ProductFacets":     {(*desk).chooseProducts, []any{galley.ProductQuery{Sort: "odd"}}, galley.CodeInvalidInput},
	"FindProducts":      {(*desk).chooseProducts, []any{"gone", " "}, galley.CodeInvalidInput},
	"ProductIDs":        {(*desk).chooseProducts, []any{galley.ProductQuery{Filter: galley.ProductFilter{ScoreBelow: 101}}}, galley.CodeInvalidInput},
	"GetProduct":        {func(d *desk) { d.getProduct() }, []any{"gone", "x"}, galley.CodeNotFound},
	"GetDesk":           {(*desk).noop, []any{"gone", "x"}, galley.CodeNotFound},
	"GetCollectionDesk": {(*desk).saveCollection, []any{"gone", "x"}, galley.CodeNotFound},
	"PlanSave":          {(*desk).saveProduct, []any{"gone", "x", []galley.TextEdit{}}, galley.CodeNotFound},
	"SaveTextDrafts":    {(*desk).saveTextDrafts, []any{"gone", "x", []galley.OwnText{}}, galley.CodeNotFound},
	"SaveProduct":       {(*desk).noop, []any{"gone"}, galley.CodeNotFound},
}

func (d *desk) syncWhole() {
	require.Positive(d.t, must[products.SyncResult](d, "SyncShopWhole", d.shop.ID).Products)
	must[any](d, "StopSync", d.shop.ID) // nothing is under way
}

func (d *desk) chooseProducts() {
	q := galley.ProductQuery{ShopID: d.shop.ID, Filter: galley.ProductFilter{History: galley.HistoryNever}}
	page, err := d.Products.Products(d.t.Context(), q)
	require.NoError(d.t, err)
	require.Len(d.t, must[[]string](d, "ProductIDs", q), page.Total)
	require.NotEmpty(d.t, must[galley.ProductFacets](d, "ProductFacets", q).Without)
	require.NotEmpty(d.t, must[[]galley.Facet](d, "FindProductFacets", galley.ProductQuery{ShopID: d.shop.ID}, "status", "act"))
	all, err := d.Products.Products(d.t.Context(), galley.ProductQuery{ShopID: d.shop.ID, Limit: 1})
	require.NoError(d.t, err)
	require.NotEmpty(d.t, must[[]galley.ProductHit](d, "FindProducts", d.shop.ID, all.Products[0].Title))
}

func (d *desk) saveProduct() {
	page, err := d.Products.Products(d.t.Context(), galley.ProductQuery{ShopID: d.shop.ID, Limit: 3})
	require.NoError(d.t, err)
	product := must[products.Desk](d, "GetDesk", d.shop.ID, page.Products[2].Handle).Product
	edit := galley.TextEdit{Field: galley.FieldSEOTitle, Expected: product.SEOTitle, Value: galley.Text("Lamps of oak")}
	plan := must[galley.SavePlan](d, "PlanSave", d.shop.ID, product.ID, []galley.TextEdit{edit})
	require.Equal(d.t, 1, must[galley.Confirmed](d, "SaveProduct", plan.Plan).Count)
	require.Equal(d.t, 1, must[int](d, "Withdraw", galley.WithdrawRequest{ShopID: d.shop.ID, Plan: plan.Plan}))
}

func (d *desk) saveTextDrafts() {
	page, err := d.Products.Products(d.t.Context(), galley.ProductQuery{ShopID: d.shop.ID, Limit: 1})
	require.NoError(d.t, err)
	product := must[products.Desk](d, "GetDesk", d.shop.ID, page.Products[0].Handle).Product
	text := galley.OwnText{Field: galley.FieldSEOTitle, Content: "Half a", Expected: product.SEOTitle}
	kept := must[[]galley.OwnDraft](d, "SaveTextDrafts", d.shop.ID, product.ID, []galley.OwnText{text})
	require.Equal(d.t, kept, must[products.Desk](d, "GetDesk", d.shop.ID, product.Handle).Own)
}

func (d *desk) saveCollection() {
	page, err := d.Products.Collections(d.t.Context(), galley.CollectionQuery{ShopID: d.shop.ID, Limit: 1})
	require.NoError(d.t, err)
	collection := must[products.CollectionDesk](d, "GetCollectionDesk", d.shop.ID, page.Collections[0].Handle).Collection
	edit := galley.TextEdit{Field: galley.FieldCollectionSEOTitle, Expected: collection.SEOTitle, Value: galley.Text("Lamps of oak")}
	plan := must[galley.SavePlan](d, "PlanSave", d.shop.ID, collection.ID, []galley.TextEdit{edit})
	require.Equal(d.t, galley.PlaceCollection, plan.Place.Kind)
	require.Equal(d.t, 1, must[galley.Confirmed](d, "SaveProduct", plan.Plan).Count)
	require.Equal(d.t, 1, must[int](d, "Withdraw", galley.WithdrawRequest{ShopID: d.shop.ID, Plan: plan.Plan}))
}

func (d *desk) getProduct() {
	page, err := d.Products.Products(d.t.Context(), galley.ProductQuery{ShopID: d.shop.ID, Limit: 1})
	require.NoError(d.t, err)
	require.Equal(d.t, page.Products[0].ID, must[galley.Product](d, "GetProduct", d.shop.ID, page.Products[0].Handle).ID)
}

// acceptRemovals removes products that the shop no longer lists.
func (d *desk) acceptRemovals() {
	shop := must[galley.Shop](d, "AddShopifyShop", d.connection(galley.SignInToken))
	must[map[string]any](d, "SyncShop", shop.ID)
	gone := galleytest.Products(4)
	run, _, err := d.Store.BeginSync(d.t.Context(), shop.ID, storetest.SyncLease(d.t, d.Store, shop.ID))
	require.NoError(d.t, err)
	require.NoError(d.t, d.Store.SavePage(d.t.Context(), shop.ID, run, galley.ProductBatch{Products: gone, Total: len(gone)}))
	_, err = d.Store.FinishSync(d.t.Context(), shop.ID, run)
	require.NoError(d.t, err)
	require.Equal(d.t, len(gone), must[products.SyncResult](d, "SyncShop", shop.ID).Missing)
	missing := must[galley.Removals](d, "ListRemovals", shop.ID)
	require.Equal(d.t, len(gone), missing.Count)
	require.Equal(d.t, len(gone), must[products.SyncResult](d, "AcceptRemovals", shop.ID, missing.Plan).Removed)
}
