package writing_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"galley/backend/galley"
	"galley/backend/markup"
	"galley/backend/writing"
)

func TestCleanPlainFields(t *testing.T) {
	for _, c := range []struct {
		field    galley.Field
		in, want string
	}{
		{galley.FieldTitle, "  Hesper\n lamp ", "Hesper lamp"},
		{galley.FieldTitle, "\"Hesper lamp\"", "Hesper lamp"},
		{galley.FieldTitle, "“Hesper lamp”", "Hesper lamp"},
		{galley.FieldTitle, "Title: “Hesper lamp”", "Hesper lamp"},
		{galley.FieldTitle, "\"Title: Hesper lamp\"", "Hesper lamp"},
		{galley.FieldTitle, "SEO title: Hesper", "SEO title: Hesper"},
		{galley.FieldSEOTitle, "**SEO title:** Hesper", "Hesper"},
		{galley.FieldSEOTitle, "# Hesper | Aldermill", "Hesper | Aldermill"},
		{galley.FieldSEOTitle, "```\nHesper\n```", "Hesper"},
		{galley.FieldSEOTitle, "<p>Hesper &amp; Co</p>", "Hesper & Co"},
		{galley.FieldSEOTitle, "Heights < 40 cm & more", "Heights < 40 cm & more"},
		{galley.FieldTitle, `"14" shade and 12"`, `"14" shade and 12"`},
		{galley.FieldTitle, `Shade, 14"`, `Shade, 14"`},
		{galley.FieldMetaDescription, "'It's a lamp for l'atelier.'", "It's a lamp for l'atelier."},
		{galley.FieldMetaDescription, "'Hesper' and 'Vesper'", "'Hesper' and 'Vesper'"},
		{galley.FieldMetaDescription, "Cottura 10'", "Cottura 10'"},
		{galley.FieldAltText, "‚Lampe auf einem Tisch‘", "Lampe auf einem Tisch"},
		{galley.FieldAltText, "‹ Lampe sur une table ›", "Lampe sur une table"},
		{galley.FieldAltText, "Alt text: - Lamp on a table.", "- Lamp on a table."},
		{galley.FieldAltText, "- Lamp on a table.", "Lamp on a table."},
		{galley.FieldAltText, " ", ""},
	} {
		t.Run(c.in, func(t *testing.T) { require.Equal(t, c.want, writing.Clean(c.field, c.in, galley.Null())) })
	}
}

func TestCleanDescription(t *testing.T) {
	original := galley.Text(`<a href="/care">Care</a><iframe src="https://v.example/1"></iframe>`)
	for _, c := range []struct{ name, in, want string }{
		{"HTML", "<p>It's a lamp.</p>", "<p>It's a lamp.</p>"},
		{"fenced", "```html\n<p>A lamp.</p>\n```", "<p>A lamp.</p>"},
		{"a whole page", "<!DOCTYPE html><html><head><title>x</title></head><body><p>A lamp.</p></body></html>", "<p>A lamp.</p>"},
		{"plain text in quotation marks", "'It's a lamp. It shines.'", "<p>It's a lamp. It shines.</p>"},
		{"two quotations", "“A lamp.” “It shines.”", "<p>“A lamp.” “It shines.”</p>"},
		{"plain text", "A lamp.\n\nIt shines.", "<p>A lamp.</p><p>It shines.</p>"},
		{"Markdown", "## Light\nA **warm** lamp\nof oak.\n- Height\n- Width\n\n### Care\nDust it.", "<h2>Light</h2><p>A <strong>warm</strong> lamp\nof oak.</p><ul><li>Height</li><li>Width</li></ul><h3>Care</h3><p>Dust it.</p>"},
		{"a numbered list", "Fit it so:\n\n1. Hang it.\n2. Plug it in.", "<p>Fit it so:</p><ol><li>Hang it.</li><li>Plug it in.</li></ol>"},
		{"a list in a list", "- Shade\n  - linen\n- Base", "<ul><li>Shade\n<ul><li>linen</li></ul></li><li>Base</li></ul>"},
		{"bullets as signs", "• Oak\n• Linen", "<ul><li>Oak</li><li>Linen</li></ul>"},
		{"a table", "| Size | cm |\n|---|---|\n| S | 40 |", "<table><thead><tr><th>Size</th><th>cm</th></tr></thead><tbody><tr><td>S</td><td>40</td></tr></tbody></table>"},
		{"a link", "See [the care page](/care) or [ours](https://a.example/b).", `<p>See <a href="/care">the care page</a> or <a href="https://a.example/b">ours</a>.</p>`},
		{"a link to a script", "See [this](javascript:alert(1)).", "<p>See this.</p>"},
		{"signs that are no Markdown", "Heights < 40 cm & more, 5 * 4, lamp_no_1.", "<p>Heights &lt; 40 cm &amp; more, 5 * 4, lamp_no_1.</p>"},
		{"what the shop has stays", `<p><a href="/care">Care</a></p><iframe src="https://v.example/1"></iframe>`, `<p><a href="/care">Care</a></p><iframe src="https://v.example/1"></iframe>`},
		{"what it has not goes", `<p><a href="/other">Care</a></p><iframe src="https://v.example/2"></iframe>`, `<p>Care</p>`},
	} {
		t.Run(c.name, func(t *testing.T) { require.Equal(t, c.want, writing.Clean(galley.FieldDescription, c.in, original)) })
	}
}

func requireOneLine(t require.TestingT, f galley.Field, text string) {
	clean := writing.Clean(f, text, galley.Null())
	if f.IsHTML() {
		require.Equal(t, clean, markup.SanitizeHTML(clean))
		return
	}
	require.NotContains(t, clean, "\n")
	require.Equal(t, strings.TrimSpace(clean), clean)
	require.NotContains(t, clean, "<p>")
}

func TestCleanProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		pieces := rapid.SliceOf(rapid.OneOf(rapid.String(), rapid.SampledFrom([]string{"<p>", "```", "\n", "**", "\"", "&lt;p&gt;", "Title: ", "# ", "- "}))).Draw(t, "pieces")
		requireOneLine(t, rapid.SampledFrom(galley.Fields()).Draw(t, "field"), strings.Join(pieces, ""))
	})
}

func FuzzClean(f *testing.F) {
	for _, s := range []string{"", "```html\n<p>\n```", "<p>&lt;p&gt;", "\"“”\"", "# a\n- b\n**c**", "a<b"} {
		f.Add(1, s)
		f.Add(2, s)
	}
	f.Fuzz(func(t *testing.T, field int, text string) {
		requireOneLine(t, galley.Fields()[uint(field)%uint(len(galley.Fields()))], text)
	})
}
