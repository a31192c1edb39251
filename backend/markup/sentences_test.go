package markup_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/markup"
)

func TestSentences(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"One. Two! Three?", []string{"One.", "Two!", "Three?"}},
		{"It is 1.8 m long. Good.", []string{"It is 1.8 m long.", "Good."}},
		{"Approx. 40 W. Max. Two.", []string{"Approx. 40 W.", "Max. Two."}},
		{"Lamps, shades etc. and more.", []string{"Lamps, shades etc. and more."}},
		{"By J. Smith. New.", []string{"By J. Smith.", "New."}},
		{"He said “Yes.” Then left…", []string{"He said “Yes.”", "Then left…"}},
		{"One line\nnext line", []string{"One line", "next line"}},
		{"山です。川です。", []string{"山です。", "川です。"}},
		{"example.com is no end", []string{"example.com is no end"}},
		{"... !", nil},
	} {
		t.Run(c.text, func(t *testing.T) {
			var got []string
			for _, s := range markup.SentencesIn(c.text, markup.Span{Start: 0, End: len(c.text)}) {
				got = append(got, strings.TrimSpace(s.Of(c.text)))
			}
			require.Equal(t, c.want, got)
		})
	}
}
