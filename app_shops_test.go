package main

import (
	"github.com/stretchr/testify/require"

	"galley/backend/demo/oauth/oauthtest"
	"galley/backend/galley"
	"galley/backend/products"
	"galley/backend/shops"
)

// shopCases are those of shops and signing in.
var shopCases = map[string]methodCase{
	"ListShops":      {ask("ListShops"), []any{1}, galley.CodeInvalidInput},
	"AddDemoShop":    {(*desk).noop, []any{1}, galley.CodeInvalidInput},
	"AddShopifyShop": {func(d *desk) { must[galley.Shop](d, "AddShopifyShop", d.connection(galley.SignInToken)) }, []any{shops.Connection{}}, galley.CodeInvalidInput},
	"BeginSignIn":    {(*desk).signIn, []any{shops.Connection{}}, galley.CodeInvalidInput},
	"FinishSignIn":   {(*desk).noop, []any{"gone"}, galley.CodeCancelled},
	"CancelSignIn":   {ask("CancelSignIn", "gone"), []any{1}, galley.CodeInvalidInput},
	"AddFileShop":    {(*desk).noop, []any{shops.NewFile{File: "x.csv"}, []byte("no,products\n")}, galley.CodeInvalidFile},
	"ExamineFile": {func(d *desk) {
		must[galley.ProductFile](d, "ExamineFile", shops.NewFile{File: "x.csv"}, []byte(oneProduct))
	}, []any{shops.NewFile{File: "x.csv"}, []byte("no,products\n")}, galley.CodeInvalidFile},
	"SetPlan":            {func(d *desk) { must[any](d, "SetPlan", d.shop.ID, "max") }, []any{"gone", "gold"}, galley.CodeInvalidInput},
	"ExportShop":         {func(d *desk) { must[products.Exported](d, "ExportShop", d.file.ID) }, []any{"gone"}, galley.CodeNotFound},
	"CheckShop":          {of("CheckShop"), []any{"gone"}, galley.CodeNotFound},
	"RenameShop":         {func(d *desk) { must[any](d, "RenameShop", d.file.ID, "Range") }, []any{"gone", " "}, galley.CodeInvalidInput},
	"PreviewReplacement": {(*desk).noop, []any{"gone", shops.NewFile{File: "newer.csv"}, []byte(oneProduct)}, galley.CodeNotFound},
	"ReplaceFile": {func(d *desk) {
		newer, content := shops.NewFile{File: "newer.csv"}, []byte(oneProduct+"mug,Mug,,,,,,,\n")
		preview := must[galley.Replacement](d, "PreviewReplacement", d.file.ID, newer, content)
		require.Equal(d.t, 1, must[galley.Replacement](d, "ReplaceFile", d.file.ID, newer, content, preview.Plan).Added)
	}, []any{"gone", shops.NewFile{File: "newer.csv"}, []byte(oneProduct), "replace:gone"}, galley.CodeNotFound},
	"RemoveShop": {func(d *desk) {
		must[any](d, "RemoveShop", must[galley.Shop](d, "AddFileShop", shops.NewFile{File: "other.csv", Name: "Other range"}, []byte(oneProduct)).ID)
	}, []any{"gone"}, galley.CodeNotFound},
	"SetFacts": {func(d *desk) { must[any](d, "SetFacts", d.shop.ID, "Made in Leeds.") }, []any{"gone", "x"}, galley.CodeNotFound},
}

func (d *desk) connection(way galley.SignIn) shops.Connection {
	app := d.far.Apps()[0]
	c := shops.Connection{Domain: "galley-demo.myshopify.com", Endpoint: d.endpoint, SignIn: way, Port: d.port, ClientID: app.ID, ClientSecret: app.Secret}
	if way == galley.SignInToken {
		c.Token = d.far.Token()
	}
	return c
}

func (d *desk) openShops() {
	d.shop = must[galley.Shop](d, "AddDemoShop")
	d.file = must[galley.Shop](d, "AddFileShop", shops.NewFile{File: "range.csv"}, []byte(oneProduct))
	for _, shop := range []galley.Shop{d.shop, d.file} {
		must[map[string]any](d, "SyncShop", shop.ID)
	}
}

func (d *desk) signIn() {
	invitation := must[shops.Invitation](d, "BeginSignIn", d.connection(galley.SignInAuthorizationCode))
	go func() { _, _ = oauthtest.Agree(invitation.URL) }()
	require.Equal(d.t, galley.SignInAuthorizationCode, must[galley.Shop](d, "FinishSignIn", invitation.ID).SignIn)
}
