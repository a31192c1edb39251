package fileshop_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/fileshop"
	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/store/storetest"
)

// facts of an export, with the headings of Shopify's older and newer templates.
const factsExport = "Handle,Title,Body (HTML),Product Category,Type,Option1 Name,Option1 Value,Variant Grams,Variant Weight Unit,Variant Price," +
	"Google Shopping / Google Product Category,Google Shopping / Gender,Google Shopping / Custom Label 0," +
	"Fabric (product.metafields.custom.fabric),Care (product.metafields.custom.care_guide),Washable (product.metafields.custom.washable)," +
	"Manual (product.metafields.custom.manual),(product.metafields.custom.origin_note),Depth (variant.metafields.custom.depth)\n" +
	"throw,Wool throw,<p>A throw.</p>,Home & Garden > Linens & Bedding > Bedding > Blankets,Throw,Size,Small,850,kg,60," +
	"Home,Unisex,WINTER_24,Lambswool,\"{\"\"type\"\":\"\"root\"\",\"\"children\"\":[{\"\"type\"\":\"\"paragraph\"\",\"\"children\"\":[{\"\"type\"\":\"\"text\"\",\"\"value\"\":\"\"Hand wash\"\"}]}]}\",true," +
	"gid://shopify/GenericFile/1,Spun in Selkirk,2 cm\n" +
	"throw,,,,,,Large,1250.5,kg,90,,,,,,,,,3 cm\n" +
	"mug,Mug,,,Mug,Title,Default Title,340,g,9,632,,,,,,,,\n"

func TestExportsFactsReachTheProduct(t *testing.T) {
	path := filepath.Join(t.TempDir(), "range.csv")
	require.NoError(t, os.WriteFile(path, []byte(factsExport), 0o600))
	s := storetest.Open(t, galleytest.NewClock())
	require.NoError(t, s.AddShop(bg, galley.Shop{ID: "f1", Name: "Range", Kind: galley.ShopFile}))
	c, err := fileshop.Open("f1", path, s)
	require.NoError(t, err)
	page, err := c.Products(bg, "")
	require.NoError(t, err)
	throw, mug := page.Products[0], page.Products[1]
	require.Equal(t, "Home & Garden > Linens & Bedding > Bedding > Blankets", throw.Category)
	require.Equal(t, []galley.Fact{
		{Name: "Care", Value: "Hand wash"}, {Name: "Fabric", Value: "Lambswool"}, {Name: "Origin note", Value: "Spun in Selkirk"}, {Name: "Washable", Value: "yes"},
		{Name: "Depth", Value: "2 cm", Scope: "Small"}, {Name: "Depth", Value: "3 cm", Scope: "Large"},
		{Name: "Gender", Value: "Unisex", Kind: galley.FactGoogle},
		{Name: "Weight", Value: "0.85 kg", Kind: galley.FactWeight, Scope: "Small"}, {Name: "Weight", Value: "1.2505 kg", Kind: galley.FactWeight, Scope: "Large"},
	}, throw.Metafields)
	require.Empty(t, mug.Category, "a number says nothing")
	require.Equal(t, []galley.Fact{{Name: "Weight", Value: "340 g", Kind: galley.FactWeight}}, mug.Metafields)

	write(t, c, galley.FieldDescription, "throw", "", "<p>New.</p>")
	file, _ := export(t, c)
	require.Equal(t, "Handle,Title,Body (HTML)\nthrow,Wool throw,<p>New.</p>\n", string(file), "facts are never written back")
}
