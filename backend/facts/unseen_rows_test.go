package facts_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/facts"
)

// rowCases are sources of trades that the rows were not written with, and what
// each says: attribute (or class, in brackets) and value.
var rowCases = []struct {
	source facts.Source
	want   []string
}{
	{facts.Source{Kind: facts.FromMetafield, Name: "Scale length", Text: "648 mm"}, []string{"Scale length=648 mm"}},
	{facts.Source{Kind: facts.FromMetafield, Name: "Body wood", Text: "Mahogany"}, []string{"Body wood=Mahogany"}},
	{facts.Source{Kind: facts.FromText, Text: "The neck is made of maple and 43 mm wide at the nut."}, []string{"[material]=maple", "width=43 mm"}},
	{facts.Source{Kind: facts.FromText, Text: "Net weight: 250 g"}, []string{"Net weight=250 g"}},
	{facts.Source{Kind: facts.FromText, Text: "Steep for 3 minutes at 80 °C."}, []string{"=3 minutes", "=80 °C"}},
	{facts.Source{Kind: facts.FromText, Text: "Ingredients: green tea, jasmine blossom"}, []string{"Ingredients=green tea, jasmine blossom"}},
	{facts.Source{Kind: facts.FromText, Text: "Gluten-free kibble with 26 % protein."}, []string{"=26 %"}},
	{facts.Source{Kind: facts.FromText, HTML: true, Text: "<table><tr><th>Size</th><th>Chest</th></tr><tr><td>Small</td><td>52 cm</td></tr><tr><td>Large</td><td>68 cm</td></tr></table>"}, []string{"Chest=52 cm", "Chest=68 cm"}},
	{facts.Source{Kind: facts.FromText, HTML: true, Text: "<ul><li>Gewicht: 9,8 kg</li><li>Rahmen: Aluminium</li></ul>"}, []string{"Gewicht=9,8 kg", "Rahmen=Aluminium"}},
	{facts.Source{Kind: facts.FromText, Text: "Der Lenker ist 68 cm breit."}, []string{"width=68 cm"}},
	{facts.Source{Kind: facts.FromText, Text: "La housse est en coton et mesure 140 cm de long."}, []string{"[material]=coton", "length=140 cm"}},
	{facts.Source{Kind: facts.FromOption, Name: "Talla", Text: "Grande"}, []string{"Talla=Grande"}},
	{facts.Source{Kind: facts.FromText, Text: "Hecho a mano en Portugal."}, []string{"[origin]=Portugal"}},
	{facts.Source{Kind: facts.FromTag, Text: "BLACK_FRIDAY"}, []string{"unused=BLACK_FRIDAY"}},
	{facts.Source{Kind: facts.FromTag, Text: "price:under-50"}, []string{"unused=price:under-50"}},
	{facts.Source{Kind: facts.FromWeight, Name: "Weight", Text: "1.2 kg", Scope: "Large"}, []string{"Weight=1.2 kg"}},
	{facts.Source{Kind: facts.FromCategory, Text: "Toys & Games > Puzzles"}, []string{"=Toys & Games > Puzzles"}},
	{facts.Source{Kind: facts.FromText, Text: "Two-year warranty on the motor."}, []string{"[warranty]=Two-year warranty"}},
	{facts.Source{Kind: facts.FromText, Text: "Not suitable for children under 3 years."}, []string{"=3 years"}},
	{facts.Source{Kind: facts.FromText, Text: "Fits 29-inch wheels; set of 2."}, []string{"=29-inch"}},
	{facts.Source{Kind: facts.FromText, Text: "Dermatologically tested, vegan, 50 ml."}, []string{"=50 ml"}},
	{facts.Source{Kind: facts.FromSupplier, Name: "Farbe", Text: "Salbei"}, []string{"Farbe=Salbei"}},
}

// leastRows is the share of facts that have a row. When these cases were first
// run, 26 of 27 had one.
const leastRows = 1

func TestRowsOfTradesNotSeenBefore(t *testing.T) {
	read, all := 0, 0
	for _, c := range rowCases {
		rows := facts.SheetOf([]facts.Source{c.source}, "").Rows()
		for _, want := range c.want {
			all++
			if hasRow(rows, want) {
				read++
			} else {
				t.Logf("not read: %s of %q: %+v", want, c.source.Text, rows)
			}
		}
	}
	t.Logf("%d of %d facts", read, all)
	require.GreaterOrEqual(t, float64(read), leastRows*float64(all))
}

func hasRow(rows []facts.Row, want string) bool {
	name, value, _ := strings.Cut(want, "=")
	for _, r := range rows {
		isNamed := name == "" || strings.EqualFold(r.Attribute, name) || name == "["+string(r.Class)+"]" || name == "unused" && r.Unused
		if isNamed && (r.Value == value || name != "unused" && strings.HasPrefix(name, "[") && strings.Contains(r.Value, value)) {
			return true
		}
	}
	return false
}
