package writing_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/writing"
)

// The same holds for other trades, fields and languages.
func TestTheRepairNamesTheRealFaultInOtherFieldsAndLanguages(t *testing.T) {
	shirt := galley.Product{
		ID: "gid://shopify/Product/1", Title: "Alder work shirt", Vendor: "Northlap", ProductType: "Shirts", Tags: []string{"organic cotton"},
		DescriptionHTML: "<p>A work shirt of organic cotton with two chest pockets. Machine wash at 30 °C.</p>",
		Options:         []galley.Option{{Name: "Size", Values: []string{"S", "M", "L"}}},
	}
	honey := galley.Product{
		ID: "gid://shopify/Product/2", Title: "Waldhonig im Glas", Vendor: "Imkerei Lohse", ProductType: "Honig",
		DescriptionHTML: "<p>Waldhonig aus dem Harz, 500 g im Glas. Nicht für Kinder unter zwölf Monaten geeignet.</p>",
		Metafields:      []galley.Fact{{Name: "Inhalt", Value: "500 g"}, {Name: "Herkunft", Value: "Harz"}},
	}
	for name, c := range map[string]struct {
		of           galley.Product
		field        galley.Field
		answer, good string
		names        string
	}{
		"a warranty in a meta description":    {shirt, galley.FieldMetaDescription, "The Alder work shirt is of organic cotton and comes with a ten-year warranty on every seam.", "The Alder work shirt is of organic cotton, with two pockets on the chest. Wash it at 30 °C.", "nothing in the data supports"},
		"a material in a title":               {shirt, galley.FieldTitle, "Alder work shirt of merino wool", "Alder work shirt of organic cotton", "wool"},
		"a certificate in an SEO title":       {shirt, galley.FieldSEOTitle, "Alder work shirt, GOTS certified", "Alder work shirt, organic cotton", "nothing in the data supports"},
		"another temperature":                 {shirt, galley.FieldMetaDescription, "The Alder work shirt is of organic cotton. Machine wash at 60 °C.", "The Alder work shirt is of organic cotton. Machine wash at 30 °C.", "60"},
		"another weight, in German":           {honey, galley.FieldMetaDescription, "Waldhonig aus dem Harz, 750 g im Glas von der Imkerei Lohse.", "Waldhonig aus dem Harz, 500 g im Glas von der Imkerei Lohse.", "750"},
		"an award, in German":                 {honey, galley.FieldMetaDescription, "Waldhonig im Glas aus dem Harz, mit der Goldmedaille ausgezeichnet.", "Waldhonig im Glas aus dem Harz, von der Imkerei Lohse.", "nothing in the data supports"},
		"English for a German product":        {honey, galley.FieldMetaDescription, "Forest honey in a jar, gathered in the mountains and ready for your breakfast table today.", "Waldhonig im Glas aus dem Harz, von der Imkerei Lohse.", "another language"},
		"a lost warning, in German":           {honey, galley.FieldDescription, "<p>Der Waldhonig kommt aus dem Harz und ist in Gläser mit 500 g gefüllt. Er passt auf das Brot und in den Tee.</p>", "<p>Der Waldhonig kommt aus dem Harz und ist in Gläser mit 500 g gefüllt.</p><p>Nicht für Kinder unter zwölf Monaten geeignet.</p>", "leaves out what the text on the shop says"},
		"a lost care line is told, not asked": {shirt, galley.FieldDescription, "<p>The Alder work shirt is of organic cotton and has two chest pockets.</p>", "", ""},
	} {
		t.Run(name, func(t *testing.T) {
			req := galley.WriteRequest{Field: c.field, Subject: c.of.Subject()}
			req.Original, _ = req.Value(c.field)
			w := saying(c.answer, c.good)
			draft, _, err := writing.New(nil).Draft(t.Context(), w, req)
			require.NoError(t, err)
			if c.good == "" {
				require.Len(t, w.asked, 1)
				return
			}
			require.Len(t, w.asked, 2)
			require.Equal(t, 1, strings.Count(w.asked[1].Note, c.names), w.asked[1].Note)
			require.Equal(t, c.good, draft.Content)
		})
	}
}
