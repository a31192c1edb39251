package checks_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/checks"
	"galley/backend/galley"
)

func TestLosses(t *testing.T) {
	image, link := `<img src="//cdn.example.com/a.jpg">`, `<a href="/pages/care">Care</a>`
	table := `<table><tr><td>Lamp</td></tr></table>`
	frame := `<iframe src="https://video.example.com/1"></iframe>`
	for _, c := range []struct {
		name, original, draft string
		rules                 []string
	}{
		{"nothing lost", image + link + table + frame, image + link + table + frame, nil},
		{"image", image + "<p>Lamp</p>", "<p>Lamp</p>", []string{"lost_images"}},
		{"image under another scheme", image, `<img src="https://cdn.example.com/a.jpg">`, nil},
		{"image replaced", image, `<img src="https://cdn.example.com/b.jpg">`, []string{"lost_images", "new_images"}},
		{"link", link, "<p>Care</p>", []string{"lost_links"}},
		{"link brought in", "<p>Lamp</p>", `<p>Lamp</p><a href="https://elsewhere.example">here</a>`, []string{"new_links"}},
		{"one of two tables", table + table, table, []string{"lost_tables"}},
		{"frame", frame + "<p>Lamp</p>", "<p>Lamp</p>", []string{"lost_frames"}},
		{"size chart in words", "<h3>Size guide</h3><p>S to L</p>", "<p>S to L</p>", []string{"lost_size_chart"}},
		{"size chart in another language", "<h3>Größentabelle</h3>", "<p>Lampe</p>", []string{"lost_size_chart"}},
		{"size chart kept under another name", "<h3>Size guide</h3>", "<h3>Size chart</h3>", nil},
		{"frame brought in", "<p>Lamp</p>", "<p>Lamp</p>" + frame, []string{"new_frames"}},
		{"script brought in", "<p>Lamp</p>", "<p>Lamp</p><script>follow()</script>", []string{"new_scripts"}},
		{"script without words", "<p>Lamp</p>", `<p>Lamp</p><script src="https://elsewhere.example/a.js"></script>`, []string{"new_scripts"}},
		{"handler brought in", "<p>Lamp</p>", `<p onclick="follow()">Lamp</p>`, []string{"new_scripts"}},
		{"link that runs", "<p>Lamp</p>", "<p><a href=\" java\nscript:follow()\">Lamp</a></p>", []string{"new_scripts"}},
		{"script that is on the shop", "<p>Lamp</p><script>tabs()</script>", "<p>New lamp</p><script> tabs() </script>", nil},
		{"script of the shop changed", "<p>Lamp</p><script>tabs()</script>", "<p>Lamp</p><script>follow()</script>", []string{"lost_scripts", "new_scripts"}},
		{"script named in words", "<p>Lamp</p>", "<p>Write javascript: with a lamp on.</p>", nil},
		{"link with nothing to click on", link + image, "<p>Care</p>" + image + `<a href="/pages/care"> </a>`, []string{"lost_links"}},
		{"link around a picture", `<a href="/pages/care">` + image + "</a>", `<a href="/pages/care">` + image + "</a>", nil},
		{"links swapped", link + ` <a href="/pages/returns">Returns</a>`, `<a href="/pages/returns">care</a>, <a href="/pages/care">returns</a>`, []string{"lost_links"}},
		{"links with other words", link + ` <a href="/pages/returns">Returns</a>`, `<a href="/pages/care">Looking after it</a>, <a href="/pages/returns">Care</a>`, nil},
		{"shortcode brought in", "<p>Lamp</p>", "<p>Lamp</p><p>[contact-form id=3]</p>", []string{"new_shortcodes"}},
		{"shortcode of the shop", "<p>Lamp [contact-form id=3]</p>", "<p>New lamp [contact-form id=3]</p>", nil},
		{"tab emptied", "<p>Lamp</p><!-- split --><p>Care</p>", "<p>Lamp</p><p>Care</p><!-- split -->", []string{"lost_tabs"}},
		{"beginning emptied", "<p>Lamp</p><h6>Care</h6><p>Wipe</p>", "<h6>Care</h6><p>Lamp</p><p>Wipe</p>", []string{"lost_tabs"}},
		{"tab that was empty", "<p>Lamp</p><!-- split -->", "<p>New lamp</p><!-- split -->", nil},
		{"tab with a picture", "<p>Lamp</p><!-- split -->" + image, "<p>New lamp</p><!-- split -->" + image, nil},
		{"tabs in another order", "<p>Lamp</p><h6>Care</h6><p>Wipe</p><h6>Sizes</h6>" + table, "<p>Lamp</p><h6>Sizes</h6>" + table + "<h6>Care</h6><p>Wipe</p>", nil},
		{"right to left is for a person to see", `<p dir="rtl">Lamp</p>`, "<p>New lamp</p>", nil},
		{"everything", "<p>Lamp</p>", "", []string{"empty"}},
		{"nothing there before", "", "", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			report := checks.Run(checks.Text{Field: galley.FieldDescription, Content: c.draft, Original: galley.Text(c.original)})
			var rules []string
			for _, w := range withSeverity(report, galley.SeverityHold) {
				rules = append(rules, w.Rule)
			}
			require.Equal(t, c.rules, rules)
		})
	}
}

// Tables that shrink or are replaced are held; the same table in other markup is
// not.
func TestChangedTables(t *testing.T) {
	row := func(tag string, cells ...string) string {
		return "<tr><" + tag + ">" + strings.Join(cells, "</"+tag+"><"+tag+">") + "</" + tag + "></tr>"
	}
	head, small, medium := row("th", "Size", "Chest"), row("td", "S", "92 cm"), row("td", "M", "98 cm")
	other := "<table>" + row("td", "Material", "Oak") + "</table>"
	for name, c := range map[string]struct {
		draft string
		rules []string
	}{
		"the same":              {"<table><thead>" + head + "</thead><tbody> " + small + "<tr><td> m </td>\n<td>98&#32;cm</td></tr></tbody></table>" + other, nil},
		"a row less":            {"<table>" + head + small + "</table>" + other, []string{"changed_tables"}},
		"no head":               {"<table>" + small + medium + "</table>" + other, []string{"changed_tables"}},
		"a column less":         {"<table>" + row("th", "Size") + row("td", "S") + row("td", "M") + "</table>" + other, []string{"changed_tables"}},
		"an empty cell":         {"<table>" + head + small + row("td", "M", "") + "</table>" + other, []string{"changed_tables"}},
		"another value":         {"<table>" + head + small + row("td", "M", "99 cm") + "</table>" + other, []string{"changed_tables"}},
		"values swapped":        {"<table>" + head + row("td", "S", "98 cm") + row("td", "M", "92 cm") + "</table>" + other, []string{"changed_tables"}},
		"another table":         {"<table>" + row("td", "Shade", "Linen") + "</table>" + other, []string{"changed_tables"}},
		"both the same one":     {other + other, []string{"changed_tables"}},
		"one of them, whole":    {other, []string{"lost_tables"}},
		"as a list":             {"<ul><li>S: 92 cm</li><li>M: 98 cm</li></ul>" + other, []string{"lost_tables"}},
		"a row more":            {"<table>" + head + small + medium + row("td", "L", "104 cm") + "</table>" + other, nil},
		"in another order":      {other + "<table>" + head + small + medium + "</table>", nil},
		"all rows within a row": {"<table>" + row("td", "Size Chest S 92 cm M 98 cm") + "</table>" + other, []string{"changed_tables"}},
	} {
		t.Run(name, func(t *testing.T) {
			report := checks.Run(checks.Text{
				Field: galley.FieldDescription, Content: c.draft, Original: galley.Text("<table>" + head + small + medium + "</table>" + other),
				Subject: galley.Product{DescriptionHTML: "104 cm 99 cm Shade Linen"}.Subject(),
			})
			var rules []string
			for _, w := range withSeverity(report, galley.SeverityHold) {
				rules = append(rules, w.Rule)
			}
			require.Equal(t, c.rules, rules)
		})
	}
}

func TestLimitsOfShopify(t *testing.T) {
	for _, c := range []struct {
		name     string
		field    galley.Field
		content  string
		rule     string
		severity galley.Severity
	}{
		{"title at the limit", galley.FieldTitle, strings.Repeat("é", 255), "", ""},
		{"title over it", galley.FieldTitle, strings.Repeat("é", 256), "limit", galley.SeverityHold},
		{"no title", galley.FieldTitle, " ", "empty", galley.SeverityHold},
		{"description at the limit", galley.FieldDescription, strings.Repeat("l", 512*1024), "", ""},
		{"description over it", galley.FieldDescription, strings.Repeat("l", 512*1024+1), "limit", galley.SeverityHold},
		{"SEO title within the counter", galley.FieldSEOTitle, strings.Repeat("é", 70), "", ""},
		{"SEO title beyond it", galley.FieldSEOTitle, strings.Repeat("é", 71), "seo_title_counter", galley.SeverityWarn},
		{"meta description within the counter", galley.FieldMetaDescription, strings.Repeat("l", 160), "", ""},
		{"meta description beyond it", galley.FieldMetaDescription, strings.Repeat("l", 161), "meta_description_counter", galley.SeverityWarn},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []galley.Warning
			for _, w := range checks.Run(checks.Text{Field: c.field, Content: c.content}).Warnings {
				if w.Severity != galley.SeverityInfo {
					got = append(got, w)
				}
			}
			if c.rule == "" {
				require.Empty(t, got)
				return
			}
			require.Len(t, got, 1)
			require.Equal(t, c.rule, got[0].Rule)
			require.Equal(t, c.severity, got[0].Severity)
		})
	}
}

// All that a draft without any markup loses is of a rule that the list has.
func TestLossRulesNameEveryLoss(t *testing.T) {
	const page = `<p>A lamp.</p><img src="/a.png"><a href="/b">b</a><iframe src="/v"></iframe><table><tr><td>1</td></tr></table>` +
		`<h3>Size chart</h3><form><input name="q"></form><details><summary>s</summary>t</details><script>x()</script>`
	report := checks.Run(checks.Text{Field: galley.FieldDescription, Original: galley.Text(page), Content: "<p>A lamp.</p>"})
	lost := 0
	for _, w := range report.Warnings {
		if strings.HasPrefix(w.Rule, "lost_") && checks.LostKind(w.Key()) == "" {
			lost++
			require.Contains(t, checks.LossRules(), w.Rule)
		}
	}
	require.GreaterOrEqual(t, lost, 6)
}
