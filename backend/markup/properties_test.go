package markup_test

import (
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"galley/backend/galley/galleytest"
	"galley/backend/markup"
)

func TestSanitisingTwiceChangesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		fragment, original := galleytest.Copy().Draw(t, "fragment"), galleytest.Copy().Draw(t, "original")
		requireClean(t, fragment, original)
	})
}

func requireClean(t require.TestingT, fragment, original string) {
	once := markup.SanitizeHTML(fragment)
	require.Equal(t, once, markup.SanitizeHTML(once))
	requireHarmless(t, once)

	kept := markup.SanitizeDraft(fragment, original)
	require.Equal(t, kept, markup.SanitizeDraft(kept, original))
	requireHarmless(t, kept)
}

func FuzzSanitize(f *testing.F) {
	for _, s := range galleytest.Scraps() {
		f.Add(s, "")
	}
	f.Add(`<a href="/b"><table><a href="/b">`, `<a href="/b">`)
	f.Add(`<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>`, "")
	f.Add(`<p><strong><em><p></strong>x</em>`, `<iframe src="https://v.example">`)
	f.Fuzz(func(t *testing.T, fragment, original string) { requireClean(t, fragment, original) })
}

// Text without markup is shown by the same rules, though no tokenizer reads it.
func TestPlainTextIsShownAsAPage(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOf(rapid.RuneFrom([]rune("ab >;\t\n<&\"'\u00a0é\x00\x7f"))).Draw(t, "text")
		require.Equal(t, markup.ParsePage(text).Text, markup.VisibleText(text))
	})
}
