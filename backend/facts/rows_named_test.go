package facts_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/facts"
)

// reel is a product with rows, things that it comes with, and things that it does not.
func reel() []facts.Source {
	return []facts.Source{
		{Kind: facts.FromTitle, Text: "Fly reel Tarn"},
		{Kind: facts.FromText, HTML: true, Text: "<p>A reel with seven ball bearings. Takes any backing. Backing and line not included. The case is in the box. No plastic.</p>"},
		{Kind: facts.FromMetafield, Name: "Spool", Text: "aluminium, 84 mm"},
		{Kind: facts.FromMetafield, Name: "Weight", Text: "142 g"},
		{Kind: facts.FromMetafield, Name: "Warranty", Text: "5 years"},
		{Kind: facts.FromMetafield, Name: "Salt", Text: "0 g"},
		{Kind: facts.FromMetafield, Name: "Waterproof", Text: "No"},
	}
}

func TestAnothersValueAndWhatIsNotSupplied(t *testing.T) {
	for _, c := range []struct {
		text string
		held bool
	}{
		{"Spool: 142 g.", true},
		{"The warranty is 84 mm.", true},
		{"Weight: 142 g.", false},
		{"The spool is aluminium.", false},
		{"Backing and line included.", true},
		{"The line is in the box.", true},
		{"It arrives with line and backing.", true},
		{"The case is included.", false},
		{"Backing is not included.", false},
		{"A reel without seven ball bearings.", true},
		{"A reel without salt.", false},
		{"Waterproof: No.", false},
		{"Waterproof: Yes.", true},
	} {
		found := facts.SheetOf(reel(), "en").Judge(c.text, "en")
		held := ""
		for _, claim := range found {
			if claim.IsHeld() {
				held += claim.Of(c.text) + " "
			}
		}
		require.Equal(t, c.held, held != "", "%s: %s", c.text, held)
	}
}

// A part of a sentence that denies is no quotation of it, nor is what a person corrected.
func TestQuotationsOfTheData(t *testing.T) {
	sources := append(reel(), facts.Source{Kind: facts.FromText, Text: "Not suitable for children under 18 months."})
	require.Empty(t, heldOf(sources, "Takes any backing.", "en"))
	require.NotEmpty(t, heldOf(sources, "Suitable for children under 18 months.", "en"))
}

// An option of thousands of values, and a text that is one sentence of names, take as many
// steps as they are long, not the square of it.
func BenchmarkHostile(b *testing.B) {
	for _, n := range []int{1000, 4000} {
		sources := reel()
		for i := range n {
			sources = append(sources, facts.Source{Kind: facts.FromOption, Name: "Size", Text: fmt.Sprintf("%d indoors and outdoors", i)})
		}
		text := strings.Repeat("weight spool warranty ", n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				facts.SheetOf(sources, "en").Judge(text, "en")
			}
		})
		b.Run(fmt.Sprint("figures ", n), func(b *testing.B) {
			figures := strings.Repeat("1 m 2 cm ", n)
			for b.Loop() {
				facts.SheetOf(reel(), "en").Judge(figures, "en")
			}
		})
	}
}

// tin is a product whose variants have figures of their own, in a line and in a table.
func tin() []facts.Source {
	return []facts.Source{
		{Kind: facts.FromTitle, Text: "Loaf tin"},
		{Kind: facts.FromOption, Name: "Size", Text: "Small"}, {Kind: facts.FromOption, Name: "Size", Text: "Large"},
		{Kind: facts.FromText, HTML: true, Text: "<p>Small: 23 x 10 cm, for 450 g of dough. Large: 33 x 10 cm, for 900 g of dough. Both to 230 °C. Spare pins (4).</p>"},
	}
}

func TestFiguresOfVariants(t *testing.T) {
	for text, isHeld := range map[string]bool{
		"The small tin takes 900 g of dough.":                true,
		"The small tin takes 450 g and the large one 900 g.": false,
		"The small tin takes 900 g and the large one 450 g.": true,
		"The large one is 33 cm long.":                       false,
		"The large one takes 230 °C.":                        false, // of both
		"Four spare pins.":                                   false,
		"Six spare pins.":                                    true,
	} {
		require.Equal(t, isHeld, len(heldOf(tin(), text, "en")) > 0, "%s %v", text, heldOf(tin(), text, "en"))
	}
	kettle := []facts.Source{{Kind: facts.FromText, Text: "A kettle of steel. Boiling time: 4 min 10 s."}}
	require.Empty(t, heldOf(kettle, "It boils in 250 seconds.", "en"))
	require.NotEmpty(t, heldOf(tin(), "Die kleine Form fasst 900 g Teig, die große 450 g.", "de"))
}
