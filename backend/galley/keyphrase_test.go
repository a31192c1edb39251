package galley_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
)

func TestKeyphraseInALanguage(t *testing.T) {
	own, german := galley.Keyphrase{Text: "oak lamp"}, galley.Keyphrase{Language: "de", Text: "Lampe"}
	for _, c := range []struct {
		name     string
		phrases  galley.Keyphrases
		language string
		want     string
	}{
		{"of that language", galley.Keyphrases{own, german}, "de", "Lampe"},
		{"the shop's own otherwise", galley.Keyphrases{own, german}, "fr", "oak lamp"},
		{"the shop's own where the language is not known", galley.Keyphrases{own, german}, "", "oak lamp"},
		{"the only one where the language is not known", galley.Keyphrases{german}, "", "Lampe"},
		{"none of another language", galley.Keyphrases{german}, "fr", ""},
		{"none at all", nil, "en", ""},
	} {
		require.Equal(t, c.want, c.phrases.In(c.language).Text, c.name)
	}
}

func TestAnImportReplacesOnlyImports(t *testing.T) {
	of := func(s galley.KeyphraseSource) galley.Keyphrase { return galley.Keyphrase{Text: "lamp", Source: s} }
	imported := of(galley.KeyphraseImported)
	require.True(t, imported.Replaces(galley.Keyphrase{}))
	require.True(t, imported.Replaces(of(galley.KeyphraseGuess)))
	require.True(t, imported.Replaces(imported))
	require.False(t, imported.Replaces(of(galley.KeyphraseTyped)))
	require.False(t, imported.Replaces(of(galley.KeyphraseConfirmed)))
	require.True(t, of(galley.KeyphraseTyped).Replaces(of(galley.KeyphraseConfirmed)))
}

func TestParseKeyphrase(t *testing.T) {
	for _, c := range []struct{ text, language, phrase, code string }{
		{"  oak \n lamp ", "", "oak lamp", ""},
		{"lampe", "de-AT", "lampe", "de"},
		{"lampe", " FR_ca ", "lampe", "fr"},
		{strings.Repeat("é", galley.MaxKeyphrase), "nds", strings.Repeat("é", galley.MaxKeyphrase), "nds"},
	} {
		phrase, code, problem := galley.ParseKeyphrase(c.text, c.language)
		require.Nil(t, problem)
		require.Equal(t, []string{c.phrase, c.code}, []string{phrase, code})
	}
	for _, c := range [][2]string{{strings.Repeat("é", galley.MaxKeyphrase+1), ""}, {"lamp", "e"}, {"lamp", "english"}, {"lamp", "12"}} {
		_, _, problem := galley.ParseKeyphrase(c[0], c[1])
		require.NotNil(t, problem, c)
	}
}
