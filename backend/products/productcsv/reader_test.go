package productcsv_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/products/productcsv"
)

func read(t *testing.T, text string) []productcsv.Product {
	t.Helper()
	products, err := productcsv.Read("shop.csv", strings.NewReader(text))
	require.NoError(t, err)
	return products
}

func TestReadGathersAProductFromItsRows(t *testing.T) {
	products := read(t, lines(
		"Handle,Title,Body (HTML),Vendor,Type,Tags,Published,Option1 Name,Option1 Value,Option2 Name,Option2 Value,"+
			"Variant SKU,Variant Price,Variant Compare At Price,Variant Barcode,Variant Inventory Qty,Variant Grams,"+
			"Variant Requires Shipping,Variant Taxable,Variant Image,Image Src,Image Position,Image Alt Text,"+
			"SEO Title,SEO Description,Gift Card,Google Shopping / Google Product Category,Status",
		"mug,Mug,<p>Blue</p>,Aldermill,Mugs,\"blue, stoneware ,\",true,Size,S,Colour,Blue,"+
			"M-1,12.50,15.00,'0123,4,350,true,false,a.png,a.png,1,A mug,"+
			"Mug title,Mug meta,false,Home > Mugs,Active",
		"mug,,,,,,,,L,,Blue,M-2,13,,,-2,400.5,TRUE,TRUE,,b.png,2,,,,,,",
		"mug,,,,,,,,,,,,,,,,,,,,c.png,3,Handle,,,,,",
	))
	require.Len(t, products, 1)
	require.Equal(t, productcsv.Product{
		Line: 2, Handle: "mug", Title: "Mug", BodyHTML: "<p>Blue</p>", Vendor: "Aldermill", Type: "Mugs",
		Tags: []string{"blue", "stoneware"}, Published: new(true), Status: "active",
		SEOTitle: "Mug title", SEODescription: "Mug meta", GoogleCategory: "Home > Mugs",
		Options: []productcsv.Option{
			{Name: "Size", Values: []string{"S", "L"}},
			{Name: "Colour", Values: []string{"Blue"}},
		},
		Variants: []productcsv.Variant{
			{
				Options: []string{"S", "Blue"}, SKU: "M-1", Barcode: "0123", Price: "12.50", CompareAtPrice: "15.00",
				Quantity: 4, Grams: 350, RequiresShipping: true, Image: "a.png",
			},
			{
				Options: []string{"L", "Blue"}, SKU: "M-2", Price: "13", Quantity: -2, Grams: 400.5,
				RequiresShipping: true, Taxable: true,
			},
		},
		Images: []productcsv.Image{
			{Src: "a.png", Position: 1, Alt: "A mug"},
			{Src: "b.png", Position: 2},
			{Src: "c.png", Position: 3, Alt: "Handle"},
		},
	}, products[0])
}

func TestReadAcceptsWhatExportsContain(t *testing.T) {
	const header = "Handle,Title,Body (HTML)"
	tests := map[string]struct {
		text string
		want productcsv.Product
	}{
		"columns in any order": {
			"Body (HTML),Title,Handle\nbody,Mug,mug\n",
			productcsv.Product{Handle: "mug", Title: "Mug", BodyHTML: "body"},
		},
		"names in another case": {
			" handle ,TITLE\nmug,Mug\n",
			productcsv.Product{Handle: "mug", Title: "Mug"},
		},
		"the names of the newer template": {
			"URL handle,Title,Description,Published on online store,Product image URL\nmug,Mug,body,FALSE,a.png\n",
			productcsv.Product{
				Handle: "mug", Title: "Mug", BodyHTML: "body", Published: new(false),
				Images: []productcsv.Image{{Src: "a.png"}},
			},
		},
		"more columns": {
			"Handle,Title,Option1 Linked To,Size (product.metafields.custom.size),Price / Canada,Variant Price\n" +
				"mug,Mug,product.metafields.shopify.size,9 cm,17,12\n",
			productcsv.Product{
				Handle: "mug", Title: "Mug",
				Extra: map[string]string{
					"Option1 Linked To":                     "product.metafields.shopify.size",
					"Size (product.metafields.custom.size)": "9 cm",
				},
				Variants: []productcsv.Variant{{Price: "12", Extra: map[string]string{"Price / Canada": "17"}}},
			},
		},
		"a byte order mark":          {"\ufeff" + header + "\nmug,Mug,\n", productcsv.Product{Handle: "mug", Title: "Mug"}},
		"a mark and a quoted header": {"\ufeff\"Handle\",Title\nmug,Mug\n", productcsv.Product{Handle: "mug", Title: "Mug"}},
		"lines ending in CR LF":      {header + "\r\nmug,Mug,x\r\n", productcsv.Product{Handle: "mug", Title: "Mug", BodyHTML: "x"}},
		"no line end at the end":     {header + "\nmug,Mug,x", productcsv.Product{Handle: "mug", Title: "Mug", BodyHTML: "x"}},
		"line ends inside a value": {
			header + "\r\nmug,Mug,\"<p>one</p>\r\n\r\n<p>\"\"two\"\"</p>\"\r\n",
			productcsv.Product{Handle: "mug", Title: "Mug", BodyHTML: "<p>one</p>\n\n<p>\"two\"</p>"},
		},
		"a guarded formula": {
			header + "\nmug,'=SUM(1),'- a list\n",
			productcsv.Product{Handle: "mug", Title: "=SUM(1)", BodyHTML: "- a list"},
		},
		"an apostrophe of the text": {
			header + "\nmug,'90s mug,'Twas\n",
			productcsv.Product{Handle: "mug", Title: "'90s mug", BodyHTML: "'Twas"},
		},
		"blank lines and short rows": {
			header + "\n\n,,\nmug,Mug\n",
			productcsv.Product{Handle: "mug", Title: "Mug"},
		},
		"empty values past the header": {
			header + "\nmug,Mug,x,,\n",
			productcsv.Product{Handle: "mug", Title: "Mug", BodyHTML: "x"},
		},
		"other scripts": {
			header + "\nmug,Кружка 杯子,😀 é\n",
			productcsv.Product{Handle: "mug", Title: "Кружка 杯子", BodyHTML: "😀 é"},
		},
		"a picture repeated on every variant": {
			"Handle,Title,Option1 Name,Option1 Value,Image Src,Image Position\nmug,Mug,Size,S,a.png,1\nmug,,,L,a.png,1\n",
			productcsv.Product{
				Handle: "mug", Title: "Mug",
				Options:  []productcsv.Option{{Name: "Size", Values: []string{"S", "L"}}},
				Variants: []productcsv.Variant{{Options: []string{"S"}}, {Options: []string{"L"}}},
				Images:   []productcsv.Image{{Src: "a.png", Position: 1}},
			},
		},
		"a picture before the texts": {
			"Handle,Title,Image Src\nmug,,a.png\nmug,Mug,\n",
			productcsv.Product{Handle: "mug", Title: "Mug", Images: []productcsv.Image{{Src: "a.png"}}},
		},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			products := read(t, test.text)
			require.Len(t, products, 1)
			products[0].Line = 0
			require.Equal(t, test.want, products[0])
		})
	}
}

func TestReadJoinsRowsThatLieApart(t *testing.T) {
	text := lines("Handle,Title,Image Src", "mug,Mug,a.png", "lamp,Lamp,l.png", "mug,,b.png")
	products := read(t, text)
	require.Len(t, products, 2)
	require.Equal(t, "mug", products[0].Handle)
	require.Len(t, products[0].Images, 2)
	require.Equal(t, "lamp", products[1].Handle)

	var order []string
	require.NoError(t, productcsv.Each("shop.csv", strings.NewReader(text), func(p productcsv.Product) error {
		order = append(order, p.Handle)
		return nil
	}))
	require.Equal(t, []string{"lamp", "mug"}, order, "a product comes when its last row is read")
}

func TestReadKeepsLongBodies(t *testing.T) {
	body := strings.Repeat("<p>A long \"\"body\"\",\r\nwith lines.</p>", 500<<10/34)
	products := read(t, "Handle,Title,Body (HTML)\nmug,Mug,\""+body+"\"\n")
	want := strings.NewReplacer(`""`, `"`, "\r\n", "\n").Replace(body)
	require.Equal(t, want, products[0].BodyHTML)
}

func TestReadRefusesBrokenFiles(t *testing.T) {
	const header = "Handle,Title,Variant Price\n"
	tests := map[string]struct{ text, want string }{
		"empty":             {"", "shop.csv: the file is empty."},
		"only a mark":       {"\ufeff", "shop.csv: the file is empty."},
		"header only":       {header, "shop.csv: the file has a header and no products."},
		"no Handle column":  {"Title,Vendor\nMug,A\n", "shop.csv, line 1: there is no Handle column"},
		"not UTF-8":         {header + "mug,Mug,1\nlamp,Caf\xe9,2\n", "shop.csv: the text is not UTF-8. As Windows-1252, line 3 reads “Café”"},
		"not UTF-8, inside": {header + "mug,\"One\ntwo \xe9\",1\n", "shop.csv: the text is not UTF-8. As Windows-1252, line 2 reads “One two é”"},
		"UTF-16, cut off":   {"\xff\xfeH\x00a\x00n\x00", "shop.csv, line 1: there is no Handle column"},
		"handles only":      {"Handle\nmug\n", "shop.csv: there is a Handle column and no other"},
		"no handles":        {header + ",Mug,1\n,Lamp,2\n", "shop.csv: no row has a handle"},
		"XLSX":              {"PK\x03\x04\x14\x00\x06\x00[Content_Types].xml", "shop.csv: this is an Excel workbook (XLSX)"},
		"XLS":               {"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "shop.csv: this is an old Excel workbook"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			visited := 0
			err := productcsv.Each("shop.csv", strings.NewReader(test.text), func(productcsv.Product) error {
				visited++
				return nil
			})
			var failure *galley.Error
			require.ErrorAs(t, err, &failure)
			require.Equal(t, galley.CodeInvalidFile, failure.Code)
			require.Contains(t, failure.Message.String(), test.want)
			require.Contains(t, failure.Message.String(), "Nothing was imported.")
			require.Zero(t, visited)
		})
	}
}

func TestEachReturnsErrorOfVisit(t *testing.T) {
	stop := errors.New("stop")
	err := productcsv.Each("shop.csv", strings.NewReader("Handle,Title\nmug,Mug\nlamp,Lamp\n"), func(productcsv.Product) error {
		return stop
	})
	require.Equal(t, stop, err)
}

func lines(rows ...string) string { return strings.Join(rows, "\n") + "\n" }
