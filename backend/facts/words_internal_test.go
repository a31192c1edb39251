package facts

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// Every line of words has a column a language and an English word, and the
// forms are words.
func TestWordsHaveAColumnALanguage(t *testing.T) {
	for _, file := range wordFiles {
		for _, line := range dataLines(file) {
			columns := strings.Split(strings.TrimPrefix(line, "+"), "|")
			require.Len(t, columns, len(wordColumns), line)
			require.NotEmpty(t, commaList(columns[0]), line)
			for _, column := range columns {
				for _, form := range commaList(column) {
					require.NotContains(t, form, "/", line)
				}
			}
		}
	}
}

func TestAmountsInOneWordOrPhrase(t *testing.T) {
	for text, want := range map[string]string{
		"dreiteilig": "3 piece", "Zweisitzer": "2 seater", "eine halbe Stunde": "30 minute", "anderthalb Stunden": "90 minute",
	} {
		lex := lexicons()["de"]
		list := findAmounts(text, splitWords(text, "de"), lex)
		require.Len(t, list, 1, text)
		require.Equal(t, want, fmt.Sprintf("%g %s", list[0].values[0], list[0].unit), text)
	}
}
