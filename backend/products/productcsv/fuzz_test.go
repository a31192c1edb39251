package productcsv_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/stretchr/testify/require"

	"galley/backend/products/productcsv"
)

func TestGuardKeepsSpreadsheetsFromRunningFormulas(t *testing.T) {
	for value, want := range map[string]string{
		`=HYPERLINK("http://example.test")`: `'=HYPERLINK("http://example.test")`,
		"+1":                                "'+1",
		"@x":                                "'@x",
		"'=kept":                            "''=kept",
		"'90s jeans":                        "'90s jeans",
		"Plain = mug":                       "Plain = mug",
	} {
		require.Equal(t, want, productcsv.Guard(value))
	}
}

// FuzzRead looks for files that make the reader panic, and for accepted ones
// that do not read the same again after they were written.
func FuzzRead(f *testing.F) {
	for _, seed := range []string{
		"Handle,Title\nmug,Mug\n",
		"\ufeffURL handle,Body (HTML),Extra,=Odd\r\nmug,\"a\r\n\"\"b\"\"\",x,y\r\n",
		"Handle,Option1 Name,Option1 Value,Option3 Value,Variant Price,Variant SKU,Variant Grams\nmug,Size,S,'=,+5,'007,1.5\n",
		"Handle,Image Src,Image Position,Image Alt Text\nmug,a.png,1,'\nlamp,,,\nmug,b.png,,\n",
		"Handle,Published,Status,Tags,Variant Tax Code,Variant Barcode\nmug,TRUE,Draft,\"a,,' =b\",P0,'0\n",
		"Handle\n\"mug\n",
		"PK\x03\x04",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		products, err := productcsv.Read("fuzz.csv", strings.NewReader(text))
		if err != nil {
			require.Empty(t, products)
			return
		}
		var out bytes.Buffer
		require.NoError(t, productcsv.WriteWhole(&out, products))
		again, err := productcsv.Read("again.csv", bytes.NewReader(out.Bytes()))
		require.NoError(t, err, out.String())
		if diff := cmp.Diff(products, again, cmpopts.IgnoreFields(productcsv.Product{}, "Line")); diff != "" {
			t.Fatalf("%q reads differently after it was written (-first +second):\n%s", text, diff)
		}
	})
}
