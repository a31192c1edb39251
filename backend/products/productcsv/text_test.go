package productcsv_test

import (
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"galley/backend/products/productcsv"
)

// What a spreadsheet saves is read, whatever it is written in.
func TestText(t *testing.T) {
	const want = "handle;keyphrase\nteetasse;große Teetasse für zwei\nschuessel;Schüssel aus Kirschholz\n"
	for name, in := range map[string]encoding.Encoding{
		"UTF-8":             encoding.Nop,
		"UTF-8 with a mark": unicode.UTF8BOM,
		"Windows":           charmap.Windows1252,
		"UTF-16":            unicode.UTF16(unicode.LittleEndian, unicode.UseBOM),
		"UTF-16, no mark":   unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM),
	} {
		t.Run(name, func(t *testing.T) {
			content, err := in.NewEncoder().String(want)
			require.NoError(t, err)
			require.Equal(t, want, productcsv.Text(content))
		})
	}
	require.Empty(t, productcsv.Text(""))
}

// Signs that stand alone tell nothing of a language: they are read as Windows writes them.
func TestSignsAreReadAsWindowsWritesThem(t *testing.T) {
	for _, want := range []string{"oven;220°C\n", "cut;±5 mm\n", "price;5 €\n", "size;5×7\n", "name;café\n"} {
		content, err := charmap.Windows1252.NewEncoder().String("handle;value\n" + want)
		require.NoError(t, err)
		require.Equal(t, "handle;value\n"+want, productcsv.Text(content))
	}
	const word = "handle;keyphrase\nlamp;Настольная лампа из дуба\n"
	content, err := charmap.Windows1251.NewEncoder().String(word)
	require.NoError(t, err)
	require.Equal(t, word, productcsv.Text(content))
}
