package facts_test

import (
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"galley/backend/facts"
)

// kettle is a product whose sources differ in kind.
func kettle() []facts.Source {
	return []facts.Source{
		{Kind: facts.FromTitle, Text: "Stove kettle"},
		{Kind: facts.FromTag, Text: "SUMMER_24"},
		{Kind: facts.FromTag, Text: "Camping"},
		{Kind: facts.FromOption, Name: "Lid", Text: "Cork"},
		{Kind: facts.FromMetafield, Name: "Weight", Text: "1.4 kg"},
		{Kind: facts.FromText, HTML: true, Text: "<p>Material: enamelled steel</p><p>The kettle is 24 cm high. It weighs 1400 g.</p><table><tr><td>Capacity</td><td>2 l</td></tr></table>"},
	}
}

func rowWith(t require.TestingT, rows []facts.Row, value string) facts.Row {
	for _, r := range rows {
		if r.Value == value {
			return r
		}
	}
	require.Fail(t, "no row", "%s in %v", value, rows)
	return facts.Row{}
}

func TestRowsNameAttributeValueUnitAndSource(t *testing.T) {
	rows := facts.SheetOf(kettle(), "en").Rows()
	weight := rowWith(t, rows, "1.4 kg")
	require.Equal(t, "Weight", weight.Attribute)
	require.Equal(t, "kg", weight.Unit)
	require.Equal(t, facts.FromMetafield, weight.Source.Kind)
	require.Equal(t, "enamelled steel", rowWith(t, rows, "enamelled steel").Value)
	require.Equal(t, "Material", rowWith(t, rows, "enamelled steel").Attribute)
	height := rowWith(t, rows, "24 cm")
	require.Equal(t, "height", height.Attribute)
	require.Equal(t, "The kettle is 24 cm high.", height.Source.Text)
	require.Equal(t, facts.FromTable, rowWith(t, rows, "2 l").Source.Kind)
	require.Equal(t, "Lid", rowWith(t, rows, "Cork").Attribute)
	require.True(t, rowWith(t, rows, "SUMMER_24").Unused)
	require.False(t, rowWith(t, rows, "Camping").Unused)
	for _, r := range rows {
		require.NotEqual(t, "1400 g", r.Value, "the same weight in another unit is one row")
	}
}

func gradesOf(s *facts.Sheet, text string) (list []facts.Grade) {
	for _, c := range s.Judge(text, "en") {
		list = append(list, c.Grade)
	}
	return list
}

func TestStruckFactSupportsNothing(t *testing.T) {
	claim := "A kettle that weighs 1.4 kg."
	sources := kettle()
	require.Equal(t, []facts.Grade{facts.Supported}, gradesOf(facts.SheetOf(sources, "en"), claim))
	row := rowWith(t, facts.SheetOf(sources, "").Rows(), "1.4 kg").ID
	struck := facts.SheetOf(append(sources, facts.Source{Kind: facts.FromPerson, Corrects: row}), "en")
	require.Equal(t, []facts.Grade{facts.NoSource}, gradesOf(struck, claim), "also in the sentence that says 1400 g")
	require.Equal(t, []facts.Grade{facts.Supported}, gradesOf(struck, "It is 24 cm high."))
}

func TestCorrectedFactHoldsAgainstWhatWasRead(t *testing.T) {
	for _, c := range []struct {
		value, correction, attribute, wrong, right string
	}{
		{"1.4 kg", "1.1 kg", "Weight", "It weighs 1.4 kg.", "It weighs 1.1 kg."},
		{"24 cm", "21 cm", "Height", "The kettle is 24 cm high.", "The kettle is 21 cm high."},
		{"enamelled steel", "copper", "Material", "A kettle of steel.", "A kettle of copper."},
	} {
		row := rowWith(t, facts.SheetOf(kettle(), "").Rows(), c.value).ID
		sources := append(kettle(), facts.Source{Kind: facts.FromPerson, Name: c.attribute, Text: c.correction, Corrects: row})
		sheet := facts.SheetOf(sources, "en")
		require.Equal(t, []facts.Grade{facts.Supported}, gradesOf(sheet, c.right), c.right)
		found := sheet.Judge(c.wrong, "en")
		require.Len(t, found, 1, c.wrong)
		require.Equal(t, facts.Contradicts, found[0].Grade, c.wrong)
		require.Equal(t, facts.FromPerson, found[0].Source.Kind)
		require.Equal(t, c.correction, found[0].Source.Text)
	}
}

func TestMerchantsDataOutweighWhatAModelWrote(t *testing.T) {
	weak := facts.Source{Kind: facts.FromText, Text: "The kettle weighs 1.9 kg, has a copper spout and is 30 cm wide.", Weak: true, Model: "m-1"}
	sheet := facts.SheetOf(append(kettle(), weak), "en")
	found := sheet.Judge("It weighs 1.9 kg.", "en")
	require.Len(t, found, 1)
	require.Equal(t, facts.Contradicts, found[0].Grade)
	require.Equal(t, facts.FromMetafield, found[0].Source.Kind)

	found = sheet.Judge("It is 30 cm wide.", "en")
	require.Len(t, found, 1)
	require.Equal(t, facts.Supported, found[0].Grade)
	require.True(t, found[0].Source.Weak, "nothing else says so")

	row := rowWith(t, sheet.Rows(), "30 cm")
	require.True(t, row.Source.Weak)
	require.Equal(t, "m-1", row.Source.Model)
}

// The rows of a sheet have ids of their own, whichever language is judged.
func TestRowsAreToldApart(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SampledFrom([]string{"24 cm", "Höhe", "linen", "aus Leinen", "2 kg", "not waterproof", "oak", "Size: 4", "Weight: 2 kg", ".", "\n", "nickel-free", "é", ":"})
		text := rapid.Custom(func(t *rapid.T) string {
			joined := ""
			for _, w := range rapid.SliceOfN(words, 0, 8).Draw(t, "words") {
				joined += w + " "
			}
			return joined
		})
		kinds := rapid.SampledFrom([]facts.Kind{facts.FromText, facts.FromMetafield, facts.FromTitle, facts.FromPerson, facts.FromTag})
		var sources []facts.Source
		for range rapid.IntRange(0, 5).Draw(t, "sources") {
			sources = append(sources, facts.Source{Kind: kinds.Draw(t, "kind"), Name: rapid.SampledFrom([]string{"", "Height", "Stoff"}).Draw(t, "name"), Text: text.Draw(t, "text"), Weak: rapid.Bool().Draw(t, "weak")})
		}
		seen := map[string]bool{}
		rows := facts.SheetOf(sources, "").Rows()
		for _, r := range rows {
			require.NotEmpty(t, r.ID)
			require.False(t, seen[r.ID], "%v", r)
			seen[r.ID] = true
		}
		again := facts.SheetOf(sources, "fr").Rows()
		require.Len(t, again, len(rows))
		for i := range rows {
			require.Equal(t, rows[i].ID, again[i].ID)
		}
		struck := sources
		for _, r := range rows {
			struck = append(struck, facts.Source{Kind: facts.FromPerson, Corrects: r.ID})
		}
		for _, r := range facts.SheetOf(struck, "").Rows() {
			require.Empty(t, r.Class, "%v is still read after it was struck", r)
		}
	})
}
