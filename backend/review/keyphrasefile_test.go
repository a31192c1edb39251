package review

import (
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
)

func TestPlaceOfPage(t *testing.T) {
	for _, c := range []struct {
		page, handle, language string
		kind                   galley.PlaceKind
	}{
		{"https://a.example/products/oak-lamp", "oak-lamp", "", galley.PlaceProduct},
		{"https://a.example/products/oak-lamp/?variant=3#top", "oak-lamp", "", galley.PlaceProduct},
		{"https://a.example/collections/all/products/oak-lamp", "oak-lamp", "", galley.PlaceProduct},
		{"https://a.example/collections/lamps", "lamps", "", galley.PlaceCollection},
		{"https://a.example/de/products/oak-lamp", "oak-lamp", "de", galley.PlaceProduct},
		{"https://a.example/pt-br/collections/lamps", "lamps", "pt-br", galley.PlaceCollection},
		{"/products/l%C3%A4mpchen", "lämpchen", "", galley.PlaceProduct},
		{"https://a.example/pages/about", "", "", ""},
		{"https://a.example/", "", "", ""},
		{"https://a.example/products", "", "", ""},
	} {
		kind, handle, language := placeOfPage(c.page)
		require.Equal(t, []string{string(c.kind), c.handle, c.language}, []string{string(kind), handle, language}, c.page)
	}
}

func TestTakesTheBestQueryOfAPage(t *testing.T) {
	for name, content := range map[string]string{
		"commas":     "Page,Query,Clicks,Impressions\n/products/a,one,1,9\n/products/a,two,\"1,000\",3\n/products/a,three,1000,4\n",
		"semicolons": "\uFEFFSeite;Suchanfrage;Klicks;Impressionen\n/products/a;one;1;9\n/products/a;two;1.000;3\n/products/a;three;1000;4\n",
		"Windows":    "Seite;Suchanfrage;Klicks;Impressionen;Gr\xf6\xdfe\n/products/a;one;1;9;\n/products/a;two;1.000;3;\n/products/a;three;1000;4;\xfc\n",
		"tabs":       "Top pages\tTop queries\tClicks\tImpressions\n/products/a\tone\t1\t9\n\n/products/a\tthree\t1000\t4\n/products/a\ttwo\t1000\t3\n",
	} {
		file, err := readKeyphrases("x.csv", content)
		require.NoError(t, err, name)
		require.Equal(t, 3, file.rows, name)
		require.Len(t, file.phrases, 1, name)
		require.Equal(t, "three", file.phrases[0].phrase.Text, name)
		require.Equal(t, 1000, file.phrases[0].phrase.Clicks, name)
	}
}

func TestRefusesFilesWithoutTheColumns(t *testing.T) {
	for _, content := range []string{"", "handle\na\n", "keyphrase\na\n", "query,clicks\na,1\n"} {
		_, err := readKeyphrases("x.csv", content)
		require.True(t, galley.HasCode(err, galley.CodeInvalidFile), content)
	}
}

func FuzzReadKeyphrases(f *testing.F) {
	f.Add("handle,keyphrase\na,b\n")
	f.Add("Page;Query\n/products/a;\"b\n")
	f.Fuzz(func(t *testing.T, content string) {
		file, err := readKeyphrases("x.csv", content)
		if err != nil {
			return
		}
		for _, row := range file.phrases {
			require.NotEmpty(t, row.phrase.Text)
		}
		require.GreaterOrEqual(t, file.rows, len(file.phrases)+len(file.invalid))
	})
}
