package templatewriter_test

import (
	stdcontext "context"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/markup"
	"galley/backend/templatewriter"
)

func context() stdcontext.Context { return stdcontext.Background() }

func plainWords(title string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, strings.ToValidUTF8(markup.VisibleText(title), ""))
}

func write(t *testing.T, req galley.WriteRequest) string {
	t.Helper()
	reply, err := templatewriter.New().Write(context(), req)
	require.NoError(t, err)
	require.False(t, reply.SawPicture)
	require.Equal(t, templatewriter.Name, reply.Model)
	require.Equal(t, galley.Usage{Priced: true}, reply.Usage)
	return reply.Content
}

func orla() galley.Product {
	return galley.Product{
		ID: "gid://shopify/Product/7", Title: "Orla dome pendant", Vendor: "Aldermill", ProductType: "Pendant lamps",
		Tags:            []string{"kitchen", "metal", "sale", "colour:moss", "spring-2026"},
		DescriptionHTML: `<p>A spun dome for the kitchen table! It hangs on 1.8 m of cable, see the <a href="/pages/hanging">guide</a>.</p><table><tbody><tr><td>Height</td><td>26 cm</td></tr></tbody></table><img src="//cdn.example/orla.jpg"><iframe src="https://v.example/7"></iframe>`,
		Options:         []galley.Option{{Name: "Colour", Values: []string{"moss"}}, {Name: "Size", Values: []string{"S", "M", "L"}}},
		Metafields:      []galley.Fact{{Name: "custom.cable_length", Value: `{"value":1.8,"unit":"METERS"}`}, {Name: "custom.ref", Value: "gid://shopify/Page/1"}},
		Images:          []galley.Image{{ID: "a"}, {ID: "b"}, {ID: "c"}},
	}
}

func TestEachField(t *testing.T) {
	p := orla()
	for _, c := range []struct {
		field galley.Field
		want  string
	}{
		{galley.FieldTitle, "Orla dome pendant"},
		{galley.FieldSEOTitle, "Orla dome pendant | Aldermill"},
		{galley.FieldMetaDescription, "Orla dome pendant by Aldermill. A spun dome for the kitchen table. It hangs on 1.8 m of cable, see the guide. Colour: moss. Choose your size: S, M or L."},
		{galley.FieldAltText, "Orla dome pendant, moss, view 2 of 3."},
		{galley.FieldDescription, `<p>You are looking at Orla dome pendant from Aldermill, listed under Pendant lamps. There is a choice of size: S, M or L.</p>` +
			`<p>A spun dome for the kitchen table! It hangs on 1.8 m of cable, see the <a href="/pages/hanging">guide</a>.</p>` +
			`<table><tbody><tr><td>Height</td><td>26 cm</td></tr></tbody></table><p><img src="//cdn.example/orla.jpg"></p><iframe src="https://v.example/7"></iframe>` +
			`<h3>Details</h3><ul><li>Colour: moss</li><li>Size: S, M, L</li><li>Cable length: 1.8 meters</li><li>Type: Pendant lamps</li><li>Vendor: Aldermill</li></ul>` +
			`<p>Listed with: kitchen and metal.</p>`},
	} {
		t.Run(string(c.field), func(t *testing.T) {
			req := galley.WriteRequest{Field: c.field, Subject: p.Subject(), Image: &p.Images[1]}
			var all []string
			for range 4 {
				all = append(all, write(t, req))
				req.Previous, req.Note = all[len(all)-1], "Another one."
			}
			require.Contains(t, all, c.want)
		})
	}
}

func TestWritingAgainTakesTheNextPattern(t *testing.T) {
	p := orla()
	for _, f := range galley.Fields() {
		req := galley.WriteRequest{Field: f, Subject: galleytest.SubjectFor(f, p), Image: &p.Images[0]}
		first := write(t, req)
		require.Equal(t, first, write(t, req), "the same each time")

		req.Note, req.Previous = "Shorter.", first
		second := write(t, req)
		require.NotEqual(t, first, second, f)
		req.Previous = second
		require.NotEqual(t, second, write(t, req), f)
	}
}

func TestProductsOfACatalogueGetDifferentTexts(t *testing.T) {
	seen := map[string]bool{}
	for id := range strings.SplitSeq("abcdefghijklmnopqrst", "") {
		p := orla()
		p.ID = id
		seen[write(t, galley.WriteRequest{Field: galley.FieldMetaDescription, Subject: p.Subject()})] = true
	}
	require.Len(t, seen, 4)
}

// A second job over its own drafts adds nothing twice.
func TestRewritingItsOwnDrafts(t *testing.T) {
	p := orla()
	first := write(t, galley.WriteRequest{Field: galley.FieldDescription, Subject: p.Subject()})
	p.DescriptionHTML = first
	require.Equal(t, first, write(t, galley.WriteRequest{Field: galley.FieldDescription, Subject: p.Subject()}))
	p.ID = "another pattern"
	again := write(t, galley.WriteRequest{Field: galley.FieldDescription, Subject: p.Subject()})
	require.Equal(t, 1, strings.Count(again, "<h3>"))
	for _, once := range []string{"Orla dome pendant", "Type: Pendant lamps", "S, M or L", "kitchen and metal", "spun dome"} {
		require.Equal(t, 1, strings.Count(again, once), again)
	}
}

func TestTitles(t *testing.T) {
	for title, want := range map[string]string{
		"  Orla   pendant ":              "Orla pendant",
		"ORLA LED PENDANT FOR THE TABLE": "Orla LED Pendant for the Table",
		"Orla!!! 💡":                      "Orla",
		"- Orla , moss -":                "Orla, moss",
		"<b>Orla</b> &amp; Co":           "Orla & Co",
		"Tom &amp; Ann":                  "Tom & Ann",
		"ランプ":                            "ランプ",
		"LAMPE":                          "LAMPE",
	} {
		require.Equal(t, want, write(t, galley.WriteRequest{Field: galley.FieldTitle, Subject: galley.Subject{Product: galley.Product{Title: title}}}))
	}
}

func TestTooFewFacts(t *testing.T) {
	for _, title := range []string{"", "  ", "!!!", "💡"} {
		for _, f := range galley.Fields() {
			_, err := templatewriter.New().Write(context(), galley.WriteRequest{Field: f, Subject: galleytest.SubjectFor(f, galley.Product{Title: title, Vendor: "Aldermill"}), Image: &galley.Image{}})
			require.Equal(t, galley.CodeWriterFacts, galley.CodeOf(err))
		}
	}
	_, err := templatewriter.New().Write(context(), galley.WriteRequest{Field: galley.FieldAltText, Subject: orla().Subject()})
	require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(err))
}

func TestOtherLanguagesGetNoEnglishWords(t *testing.T) {
	p := galley.Product{
		ID: "1", Title: "Лампа Орла", Vendor: "Мельница", Tags: []string{"кухня"},
		DescriptionHTML: "<p>Лампа для кухни и стола.</p>",
		Options:         []galley.Option{{Name: "Цвет", Values: []string{"мох", "мел"}}}, Images: []galley.Image{{ID: "a"}, {ID: "b"}},
	}
	for _, f := range galley.Fields() {
		text := markup.VisibleText(write(t, galley.WriteRequest{Field: f, Subject: galleytest.SubjectFor(f, p), Image: &p.Images[0]}))
		require.NotRegexp(t, "[A-Za-z]", text)
	}
}

func TestAltTextsDiffer(t *testing.T) {
	p := orla()
	p.Images[1].Alt = galley.Text("Orla dome pendant, moss, view 1 of 3.")
	seen := map[string]bool{}
	for i := range p.Images {
		req := galley.WriteRequest{Field: galley.FieldAltText, Subject: p.Subject(), Image: &p.Images[i]}
		text := write(t, req)
		require.NotEqual(t, p.Images[1].Alt.Text, text)
		require.False(t, seen[text])
		seen[text] = true
	}
}

func TestConnectionReportAndCancelledWrite(t *testing.T) {
	report, err := templatewriter.New().Test(context())
	require.NoError(t, err)
	require.Equal(t, templatewriter.Name, report.Name)
	require.False(t, report.Pictures)
	sees, err := templatewriter.New().Sees(context())
	require.NoError(t, err)
	require.False(t, sees)

	ctx, cancel := stdcontext.WithCancel(context())
	cancel()
	_, err = templatewriter.New().Write(ctx, galley.WriteRequest{Field: galley.FieldTitle, Subject: orla().Subject()})
	require.Equal(t, galley.CodeCancelled, galley.CodeOf(err))
}

// Names, facts and markup as real shops have them, odd ones included.
var (
	names = []string{"Orla dome pendant", "GOLD HOOP EARRINGS!!", "Pot 14", "Set of 4 mugs", "Cable, 1.8 m", "Solid oak stool", "Best lamp in the world",
		"山のランプ", "Лампа из дуба", "Lámpara de roble para el salón", "Schöne Lampe für das Bett", "BPA-free bottle 0,5 l", "14k ring", "Shade 12\" x 10\"",
		strings.Repeat("long name ", 25), strings.Repeat("W", 255), strings.Repeat("山", 255), "It's a \"lamp\" & <b>more</b>", "Lamp 100", "5", "A – B", "الفانوس"}
	values = []string{"moss", "oak", "S", "10", "12 in", "30 cm", "1.5", "gold plated", "Size 6", "100% cotton", "FSC", "Italy", "M/L", "5 years", "Red & blue"}
	bodies = []string{"", "Black leather bracelet with gold or silver anchor.", "<p>Solid oak, 42 cm; made in Italy. Lasts 5 years!</p>",
		"Line one<br><br>Line <a href=\"/x\">two</a><br>three", "<ul><li>14k yellow gold</li><li>Length, 12\" with 2.5\" extender</li></ul>",
		"<h3>Size guide</h3><table><tr><td>S</td><td>40 cm</td></tr></table>", "<div><img src=\"//cdn.example/a.jpg\" alt=\"A\"><iframe src=\"https://v.example/1\"></iframe></div>",
		"<p>Die Lampe ist aus Eiche und hat 5 Jahre Garantie.</p>", "<script>x</script><p style=\"x\">Softest, best-selling lamp.", "10 or 12 cm, 3 in 1",
		"<a href=\"mailto:a@b.example\">Mail</a> <a href=\"javascript:x\">x</a>"}
)

func anyProduct() *rapid.Generator[galley.Product] {
	printable := rapid.StringOf(rapid.RuneFrom([]rune(" \n.,;:-–|/&%€$'\"()!?0123456789"), unicode.L))
	text := func(list []string) *rapid.Generator[string] {
		return rapid.OneOf(rapid.SampledFrom(list), printable)
	}
	return rapid.Custom(func(t *rapid.T) galley.Product {
		p := galley.Product{
			ID: printable.Draw(t, "id"), Title: text(names).Draw(t, "title"), Vendor: text(append(names, "", "Aldermill", "Oak & Co")).Draw(t, "vendor"),
			ProductType: text(append(values, "", "Pendant lamps")).Draw(t, "type"), Tags: rapid.SliceOfN(text(append(values, names...)), 0, 8).Draw(t, "tags"),
			DescriptionHTML: text(bodies).Draw(t, "body"),
		}
		for range rapid.IntRange(0, 3).Draw(t, "options") {
			p.Options = append(p.Options, galley.Option{
				Name:   rapid.SampledFrom([]string{"Size", "Colour", "Diameter (cm)", "Title", "Farbe"}).Draw(t, "option"),
				Values: rapid.SliceOfN(text(values), 0, 5).Draw(t, "values"),
			})
		}
		for range rapid.IntRange(0, 3).Draw(t, "facts") {
			p.Metafields = append(p.Metafields, galley.Fact{
				Name:  rapid.SampledFrom([]string{"Material", "custom.height_cm", "Weight (kg)", "seo.hidden"}).Draw(t, "fact"),
				Value: rapid.OneOf(text(values), rapid.SampledFrom([]string{`{"value":42.0,"unit":"CENTIMETERS"}`, `["oak","linen"]`, "gid://shopify/Page/1", "true"})).Draw(t, "is"),
			})
		}
		for i := range rapid.IntRange(0, 3).Draw(t, "images") {
			p.Images = append(p.Images, galley.Image{ID: string(rune('a' + i)), Position: i + 1})
		}
		return p
	})
}

func TestTemplatesStateOnlyProductFacts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) { requireSoundDrafts(t, anyProduct().Draw(t, "product")) })
}

func TestSharedAltTextNamesAllProducts(t *testing.T) {
	req := galleytest.SampleRequest(galley.FieldAltText)
	image := req.Product.Images[0]
	image.AlsoOf = []galley.ProductRef{{Title: "Harbour lamp, large"}}
	req.Image = &image
	reply, err := templatewriter.New().Write(t.Context(), req)
	require.NoError(t, err)
	require.Contains(t, reply.Content, "Harbour lamp, large")
	require.NotContains(t, reply.Content, "view")
}
