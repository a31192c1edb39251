package main

import (
	"bytes"
	"context"

	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/products"
	"galley/backend/shops"
	"galley/backend/web"
)

// ListShops returns all shops by name.
func (a *App) ListShops() ([]galley.ShopOverview, error) { return answer(a, a.graph.Shops.List) }

// AddDemoShop connects the built-in demo shop.
func (a *App) AddDemoShop() (galley.ShopOverview, error) { return answer(a, a.graph.Shops.AddDemo) }

// AddShopifyShop connects a shop by a pasted token, or by an app's client ID and
// secret.
func (a *App) AddShopifyShop(c shops.Connection) (galley.ShopOverview, error) {
	return answer(a, func(ctx context.Context) (galley.ShopOverview, error) { return a.graph.Shops.AddShopify(ctx, c) })
}

// BeginSignIn prepares signing in on the shop's own page, which the person is to
// open in a browser.
func (a *App) BeginSignIn(c shops.Connection) (shops.Invitation, error) {
	return answer(a, func(ctx context.Context) (shops.Invitation, error) { return a.graph.Shops.BeginSignIn(ctx, c) })
}

// FinishSignIn waits until the person has agreed, and connects the shop.
func (a *App) FinishSignIn(id string) (galley.ShopOverview, error) {
	return answer(a, func(ctx context.Context) (galley.ShopOverview, error) { return a.graph.Shops.FinishSignIn(ctx, id) })
}

// CancelSignIn gives a sign-in up, if it still waits.
func (a *App) CancelSignIn(id string) error {
	_, err := answer(a, func(context.Context) (bool, error) { a.graph.Shops.CancelSignIn(id); return true, nil })
	return err
}

// ExamineFile tells what a product file is, and keeps nothing.
func (a *App) ExamineFile(f shops.NewFile, content []byte) (galley.ProductFile, error) {
	return answer(a, func(context.Context) (galley.ProductFile, error) {
		return a.graph.Shops.Examine(f, bytes.NewReader(content))
	})
}

// AddFileShop opens a product file as a shop.
func (a *App) AddFileShop(f shops.NewFile, content []byte) (shops.OpenedFile, error) {
	return answer(a, func(ctx context.Context) (shops.OpenedFile, error) {
		return a.graph.Shops.AddFile(ctx, f, bytes.NewReader(content))
	})
}

// SetPlan keeps what the agency sold to a shop's owner: free, pro or max.
func (a *App) SetPlan(shop string, plan galley.Plan) (galley.ShopOverview, error) {
	return answer(a, func(ctx context.Context) (galley.ShopOverview, error) {
		return a.graph.Shops.SetPlan(ctx, shop, string(plan))
	})
}

// RenameShop gives a shop another name in Galley.
func (a *App) RenameShop(id, name string) (galley.ShopOverview, error) {
	return answer(a, func(ctx context.Context) (galley.ShopOverview, error) { return a.graph.Shops.Rename(ctx, id, name) })
}

// PreviewReplacement says what it does to a file shop if this newer export takes
// the place of its file.
func (a *App) PreviewReplacement(shop string, f shops.NewFile, content []byte) (galley.Replacement, error) {
	return answer(a, func(ctx context.Context) (galley.Replacement, error) {
		return a.graph.Shops.PreviewReplacement(ctx, shop, f, bytes.NewReader(content))
	})
}

// ReplaceFile has a newer export take the place of a file shop's file, as the
// preview with that plan said.
func (a *App) ReplaceFile(shop string, f shops.NewFile, content []byte, plan galley.PlanID) (galley.Replacement, error) {
	return answer(a, func(ctx context.Context) (galley.Replacement, error) {
		return a.graph.Shops.Replace(ctx, shop, f, bytes.NewReader(content), plan)
	})
}

// ExportShop asks for a file name and writes the published texts of a file
// shop there, to several numbered files if one would be too large for Shopify's
// import. No files mean that the person chose no name. A browser gets the files
// from /data/export instead.
func (a *App) ExportShop(id string) (products.Exported, error) {
	return answer(a, func(ctx context.Context) (products.Exported, error) {
		none := products.Exported{Files: []products.ExportedFile{}, Earlier: []string{}}
		shop, err := a.graph.Shops.Get(ctx, id)
		if err != nil {
			return none, err
		}
		name, err := a.askName(web.ExportName(shop))
		if err != nil || name == "" {
			return none, err
		}
		return a.graph.Products.ExportFile(ctx, shop, name)
	})
}

// askName asks under which name to keep a file, "" for none.
func (a *App) askName(suggested string) (string, error) {
	if a.saveAs == nil {
		return "", galley.NewError(galley.CodeIllegalState, messages.SaveDialogOnlyInWindow)
	}
	return a.saveAs(suggested)
}

// CheckShop asks a shop who it is and what Galley may do there.
func (a *App) CheckShop(id string) (galley.ShopInfo, error) {
	return answer(a, func(ctx context.Context) (galley.ShopInfo, error) { return a.graph.Shops.Check(ctx, id) })
}

// RemoveShop forgets a shop with its jobs and its secrets.
func (a *App) RemoveShop(id string) (galley.ShopRemoved, error) {
	return answer(a, func(ctx context.Context) (galley.ShopRemoved, error) { return a.graph.Shops.Remove(ctx, id) })
}

// ExportedLedger is a file that the ledger was written to. An empty name means
// that nothing was: the person chose none.
type ExportedLedger struct {
	File    string `json:"file"`
	Entries int    `json:"entries"`
}

// SetFacts replaces what is noted of all products of a shop, a line each.
func (a *App) SetFacts(shop galley.ShopID, facts string) error {
	_, err := answer(a, func(ctx context.Context) (bool, error) { return true, a.graph.Products.SetFacts(ctx, shop, facts) })
	return err
}
