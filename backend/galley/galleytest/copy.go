package galleytest

import (
	"strings"

	"pgregory.net/rapid"
)

// Scraps are pieces of copy and markup that rules and parsers trip over.
func Scraps() []string {
	return []string{
		"<p>", "</p>", "<h1>", "<h3>", "</h3>", "<ul><li>", "</li>", "<table><tr><td>", "</table>", "<br>", "<a href=\"https://a.example/b\">", "</a>",
		"<a href='javascript:x'>", "<img src=//a.example/b.jpg onerror=x>", "<iframe src=\"https://v.example\">", "</iframe>", "<script>", "</script>",
		"<svg><style>", "<!--", "-->", "<textarea>", "<b>", "</b>", "<em>", "&amp;", "&lt;script&gt;", "&nbsp;", "<", ">", "\"", "“14”", "<p style=x",
		"lamp ", "The lamp is made of oak. ", "5-year warranty ", "42 cm ", "30 × 40 mm ", "14\" ", "£84 ", "Made in Italy ", "BPA-free ", "the best ",
		"softest ", "FSC ", "IP67 ", "山川", "größe ", "💡", "\x00", "\xff", "\u200d", "e.g. ", "... ", "image of ", "IMG_1.jpg ", "\n", "  ", "½ l ",
	}
}

// Copy generates texts of scraps and random characters.
func Copy() *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		pieces := rapid.SliceOfN(rapid.OneOf(rapid.SampledFrom(Scraps()), rapid.String()), 0, 30).Draw(t, "pieces")
		return strings.Join(pieces, "")
	})
}
