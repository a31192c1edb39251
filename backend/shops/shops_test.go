package shops_test

import (
	"context"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/fileshop"
	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/galley/messages"
	"galley/backend/shopify/signin"
	"galley/backend/shops"
	"galley/backend/store"
	"galley/backend/store/storetest"
)

var bg = context.Background()

func newDesk(t *testing.T) (*shops.Service, *galleytest.Shop, *galleytest.Vault, *store.Store) {
	w, vault := storetest.NewEmptyWorld(t, galleytest.NewClock(), 3), &galleytest.Vault{}
	keys := signin.NewKeeper(vault, w.Clock, filepath.Join(t.TempDir(), "lock"))
	return shops.New(w.Store, keys, signin.NewAuthorizer(w.Clock), w.Remote, fileshop.Library{Folder: t.TempDir(), Texts: w.Store}, w.Clock), w.Remote, vault, w.Store
}

func TestSavesShopAfterItsAnswer(t *testing.T) {
	s, _, vault, _ := newDesk(t)
	shop, err := s.AddShopify(bg, shops.Connection{Domain: "https://Quillmoor.myshopify.com/admin/products", Token: " shpat_secret\n"})
	require.NoError(t, err)
	require.Equal(t, "Test shop", shop.Name)
	require.Equal(t, "quillmoor.myshopify.com", shop.Domain)
	token, err := vault.Get(galley.ShopSecret(shop.ID))
	require.NoError(t, err)
	require.Equal(t, "shpat_secret", token)

	again, err := s.AddShopify(bg, shops.Connection{Domain: "quillmoor", Token: "shpat_new"})
	require.NoError(t, err)
	require.Equal(t, shop.ID, again.ID, "the same shop: its token is replaced")
	token, err = vault.Get(galley.ShopSecret(shop.ID))
	require.NoError(t, err)
	require.Equal(t, "shpat_new", token)

	other, err := s.AddShopify(bg, shops.Connection{Domain: "other", Token: "t"})
	require.NoError(t, err)
	require.Equal(t, "Test shop (other.myshopify.com)", other.Name)

	_, err = s.Remove(bg, "test shop")
	require.NoError(t, err)
	_, err = vault.Get(galley.ShopSecret(shop.ID))
	require.Equal(t, galley.CodeNotFound, galley.CodeOf(err), "its secrets go with it")
}

func TestRefusedShopAddLeavesNothing(t *testing.T) {
	s, remote, vault, _ := newDesk(t)
	remote.Fault = func(string, galley.Target) error {
		return galley.NewError(galley.CodeShopToken, messages.AsRecorded("The shop refused the token."))
	}
	_, err := s.AddShopify(bg, shops.Connection{Domain: "quillmoor", Token: "wrong"})
	require.Equal(t, galley.CodeShopToken, galley.CodeOf(err))
	all, err := s.List(bg)
	require.NoError(t, err)
	require.Empty(t, all)
	require.Zero(t, vault.Len(), "nor a secret")

	remote.Fault = nil
	shop, err := s.AddShopify(bg, shops.Connection{Domain: "quillmoor", Token: "right"})
	require.NoError(t, err)
	remote.Fault = func(string, galley.Target) error {
		return galley.NewError(galley.CodeShopToken, messages.AsRecorded("The shop refused the token."))
	}
	_, err = s.AddShopify(bg, shops.Connection{Domain: "quillmoor", Token: "wrong"})
	require.Error(t, err)
	token, err := vault.Get(galley.ShopSecret(shop.ID))
	require.NoError(t, err)
	require.Equal(t, "right", token, "a new token that does not work does not replace one that does")
}

func TestRefusesUnknownShop(t *testing.T) {
	s, _, _, _ := newDesk(t) //nolint:dogsled // only what a person types matters here
	for _, c := range []shops.Connection{
		{Domain: "", Token: "t"}, {Domain: "no spaces allowed", Token: "t"}, {Domain: "evil.example/x", Token: "t"},
		{Domain: "quillmoor", Token: ""}, {Domain: "quillmoor", Token: "t", Endpoint: "ftp://x"},
		{Domain: "quillmoor", Token: "t", Endpoint: "http://user:pass@127.0.0.1"},
	} {
		_, err := s.AddShopify(bg, c)
		require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(err), "%+v", c)
	}
	_, err := s.Check(bg, "nowhere")
	require.Equal(t, galley.CodeNotFound, galley.CodeOf(err))
}

func TestDemoShopIsAddedOnceAndFoundByName(t *testing.T) {
	s, _, _, st := newDesk(t)
	first, err := s.AddDemo(bg)
	require.NoError(t, err)
	second, err := s.AddDemo(bg)
	require.NoError(t, err)
	require.Equal(t, first.ID, second.ID)
	byWord, err := st.Shop(bg, "demo")
	require.NoError(t, err)
	require.Equal(t, first.ID, byWord.ID)
}

func TestOpensProductExportAsShop(t *testing.T) {
	s, _, _, _ := newDesk(t) //nolint:dogsled // a file needs neither network nor key
	const export = "Handle,Title\nlamp,Lamp\nmug,Mug\n"
	shop, err := s.AddFile(bg, shops.NewFile{File: "/downloads/Spring range.csv"}, strings.NewReader(export))
	require.NoError(t, err)
	require.Equal(t, "Spring range", shop.Name)
	require.Equal(t, galley.ShopFile, shop.Kind)
	require.Equal(t, galley.PlanMax, shop.Plan)
	second, err := s.AddFile(bg, shops.NewFile{File: "Spring range.csv"}, strings.NewReader(export))
	require.NoError(t, err)
	require.NotEqual(t, shop.Name, second.Name)

	_, err = s.AddFile(bg, shops.NewFile{File: "photo.csv"}, strings.NewReader("PK\x03\x04 a spreadsheet"))
	require.Equal(t, galley.CodeInvalidFile, galley.CodeOf(err))
	all, err := s.List(bg)
	require.NoError(t, err)
	require.Len(t, all, 2)

	free, err := s.SetPlan(bg, shop.Name, "free")
	require.NoError(t, err)
	require.Equal(t, galley.PlanFree, free.Plan)
	_, err = s.SetPlan(bg, shop.Name, "gold")
	require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(err))
	_, err = s.Remove(bg, "Spring range")
	require.NoError(t, err)
}

func TestNamesAFileShopAsAsked(t *testing.T) {
	s, _, _, _ := newDesk(t) //nolint:dogsled // a file needs neither network nor key
	const export = "Handle,Title\nlamp,Lamp\n"
	shop, err := s.AddFile(bg, shops.NewFile{File: "products_export.csv", Name: "  North, spring "}, strings.NewReader(export))
	require.NoError(t, err)
	require.Equal(t, "North, spring", shop.Name)
	require.Equal(t, "products_export.csv", shop.Domain)
	found, err := s.Get(bg, "north, SPRING")
	require.NoError(t, err)
	require.Equal(t, shop.ID, found.ID)

	for name, message := range map[string]string{
		"NORTH, spring": "There is a shop named \"NORTH, spring\" already.",
		" ":             "The name of a shop is one line of 1 to 80 characters.",
		"North\nSouth":  "The name of a shop is one line of 1 to 80 characters.",
		strings.Repeat("é", galley.MaxShopName+1): "The name of a shop is one line of 1 to 80 characters.",
	} {
		_, err := s.AddFile(bg, shops.NewFile{File: "products_export.csv", Name: name}, strings.NewReader(export))
		require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(err), name)
		require.Contains(t, galley.MessageOf(err), message)
	}
	all, err := s.All(bg)
	require.NoError(t, err)
	require.Len(t, all, 1)

	_, err = s.AddFile(bg, shops.NewFile{File: "North.csv", Name: strings.Repeat("é", galley.MaxShopName)}, strings.NewReader(export))
	require.NoError(t, err)
}

func TestNamesAFileShopAfterItsFileAlthoughAnotherHasThatDomain(t *testing.T) {
	s, _, _, _ := newDesk(t) //nolint:dogsled // a file needs neither network nor key
	const export = "Handle,Title\nlamp,Lamp\n"
	for range 2 {
		_, err := s.AddFile(bg, shops.NewFile{File: "products.csv.csv"}, strings.NewReader(export))
		require.NoError(t, err)
	}
	shop, err := s.AddFile(bg, shops.NewFile{File: "products.csv.csv.csv"}, strings.NewReader(export))
	require.NoError(t, err)
	require.Equal(t, "products.csv.csv", shop.Name)
}
