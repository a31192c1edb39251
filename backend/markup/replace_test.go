package markup_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/markup"
)

func TestReplace(t *testing.T) {
	for _, c := range []struct {
		name, content, words, with, want string
		field                            galley.Field
	}{
		{"plain text", "A shelf, 24 cm deep.", "24 cm", "18 cm", "A shelf, 18 cm deep.", galley.FieldMetaDescription},
		{"in a paragraph", "<p>Ünder 24 cm.</p>", "24 cm", "18 cm", "<p>Ünder 18 cm.</p>", galley.FieldDescription},
		{"all of an element", "<p>Stands <strong>24 cm</strong> off</p>", "24 cm", "18 cm", "<p>Stands <strong>18 cm</strong> off</p>", galley.FieldDescription},
		{"across elements", "<p>Stands <b>24</b> cm off</p>", "24 cm", "18 cm", "<p>Stands <b>18 cm</b> off</p>", galley.FieldDescription},
		{"markup in the words", "<p>of elm</p>", "elm", "oak & <b>ash</b>", "<p>of oak &amp; &lt;b&gt;ash&lt;/b&gt;</p>", galley.FieldDescription},
		{"entities around", "<p>R&amp;D, 24&nbsp;cm &lt;wide&gt;</p>", "24\u00a0cm", "18 cm", "<p>R&amp;D, 18 cm &lt;wide&gt;</p>", galley.FieldDescription},
	} {
		t.Run(c.name, func(t *testing.T) {
			text := markup.PageOf(c.field, c.content).Text
			before, _, found := strings.Cut(text, c.words)
			require.True(t, found)
			start := len([]rune(before))
			require.Equal(t, c.want, markup.Replace(c.field, c.content, start, start+len([]rune(c.words)), c.with))
		})
	}
}

// FuzzReplace: the visible text is the old one with the words exchanged.
func FuzzReplace(f *testing.F) {
	f.Add("<p>Stands <b>24</b> cm off</p>", 7, 5)
	f.Add("a &lt; b\n<li>c", 2, 1)
	f.Fuzz(func(t *testing.T, content string, start, length int) {
		content = strings.ToValidUTF8(content, "?")
		text := []rune(markup.VisibleText(content))
		if start < 0 || length < 1 || start >= len(text) || length > len(text)-start || strings.ContainsAny(string(text[start:start+length]), "\n") {
			return
		}
		if strings.TrimSpace(string(text[start:start+length])) != string(text[start:start+length]) {
			return
		}
		got := markup.VisibleText(markup.Replace(galley.FieldDescription, content, start, start+length, "Xyz"))
		require.Equal(t, string(text[:start])+"Xyz"+string(text[start+length:]), got)
	})
}
