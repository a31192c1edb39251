package review_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"galley/backend/galley"
)

func TestSuppliersFactsAreImportedByHandle(t *testing.T) {
	d := newDesk(t, galley.FieldMetaDescription)
	item, _ := d.claimed("A lamp with a 5-year warranty.")
	handle := d.product().Place.Handle
	for name, file := range map[string]string{
		"long.csv":      "handle;attribute;value;variant\n" + handle + ";Warranty;5 years;\n" + handle + ";Cable;2 m;Large\nnothing;Cable;1 m;\n;Cable;1 m;\n" + handle + ";Empty;;\n",
		"wide.csv":      "Handle,Warranty,Cable\n" + handle + ",5 years,2 m\nnothing,1 year,\n",
		"tabs.tsv":      "handle\tWarranty\n" + handle + "\t5 years\n",
		"headings.csv":  "\ufeffURL handle,Merkmal,Wert\n" + handle + ",Warranty,5 years\n",
		"quotation.csv": "handle,attribute,value\n" + handle + ",Warranty,\"5 years, in writing\"\n",
	} {
		done, err := d.ImportFacts(bg, d.shop.ID, name, file)
		require.NoError(t, err, name)
		require.Positive(t, done.Set, name)
		now, err := d.Item(bg, item.ID)
		require.NoError(t, err)
		require.False(t, holds(now), name)
		again, err := d.ImportFacts(bg, d.shop.ID, name, file)
		require.NoError(t, err)
		require.Zero(t, again.Set, name)
		require.Equal(t, done.Set, again.Unchanged, name)
		if name == "long.csv" {
			require.Equal(t, []string{"nothing"}, done.Unknown)
			require.Len(t, done.Invalid, 2)
			require.Equal(t, 5, done.Rows)
		}
		for _, r := range d.sheet().Rows {
			if r.Who == name {
				require.Equal(t, "supplier", r.Source.Kind)
				_, err := d.RestoreFact(bg, d.shop.ID, handle, r.ID)
				require.NoError(t, err)
			}
		}
		now, err = d.Item(bg, item.ID)
		require.NoError(t, err)
		require.True(t, holds(now), name)
	}
	for _, file := range []string{"", "handle\n", "name,value\na,b\n"} {
		_, err := d.ImportFacts(bg, d.shop.ID, "bad.csv", file)
		require.Equal(t, galley.CodeInvalidFile, galley.CodeOf(err), "%q", file)
	}
	_, err := d.ImportFacts(bg, "gone", "x.csv", "handle,a\nx,y\n")
	require.Equal(t, galley.CodeNotFound, galley.CodeOf(err))
}

func TestANewerFileReplacesItsOwnFactsOnly(t *testing.T) {
	d := newDesk(t, galley.FieldMetaDescription)
	handle := d.product().Place.Handle
	_, err := d.AddProductFact(bg, d.shop.ID, handle, galley.FactEdit{Attribute: "Cable", Value: "3 m"})
	require.NoError(t, err)
	_, err = d.ImportFacts(bg, d.shop.ID, "s.csv", "handle,Cable,Bulb\n"+handle+",2 m,E14\n")
	require.NoError(t, err)
	done, err := d.ImportFacts(bg, d.shop.ID, "s.csv", "handle,Cable\n"+handle+",2.5 m\n")
	require.NoError(t, err)
	require.Equal(t, 1, done.Set)
	sheet := d.sheet()
	require.Equal(t, "s.csv", row(t, sheet, "2.5 m").Who)
	require.Equal(t, "Ada", row(t, sheet, "3 m").Who)
	row(t, sheet, "E14")
	for _, r := range sheet.Rows {
		require.NotEqual(t, "2 m", r.Value)
	}
}

func TestFactsArePastedAsLines(t *testing.T) {
	d := newDesk(t, galley.FieldMetaDescription)
	handle := d.product().Place.Handle
	done, err := d.PasteFacts(bg, d.shop.ID, handle, "Larkfield GmbH", "• Height: 24 cm\r\nCable\t2 m\nIP rating = IP20\n\nThe shade is sewn by hand.\n")
	require.NoError(t, err)
	require.Equal(t, 4, done.Set)
	sheet := d.sheet()
	require.Equal(t, "Height", row(t, sheet, "24 cm").Attribute)
	require.Equal(t, "Cable", row(t, sheet, "2 m").Attribute)
	require.Equal(t, "IP rating", row(t, sheet, "IP20").Attribute)
	require.Equal(t, "Larkfield GmbH", row(t, sheet, "The shade is sewn by hand.").Who)
	_, err = d.PasteFacts(bg, d.shop.ID, handle, "", " \n")
	require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(err))
	_, err = d.PasteFacts(bg, d.shop.ID, "gone", "", "x")
	require.Equal(t, galley.CodeNotFound, galley.CodeOf(err))
}

// Any text is read without harm, and reading it again changes nothing.
func TestPastingTwiceChangesNothing(t *testing.T) {
	d := newDesk(t, galley.FieldMetaDescription)
	handle := d.product().Place.Handle
	rapid.Check(t, func(rt *rapid.T) {
		parts := rapid.SliceOfN(rapid.SampledFrom([]string{"Height", ": ", "\t", "24 cm", "\n", " = ", "-", "é", "“", "\xff", "Höhe:", " "}), 1, 12).Draw(rt, "text")
		text := strings.Join(parts, "")
		_, err := d.PasteFacts(bg, d.shop.ID, handle, "s", text)
		if err != nil {
			require.Equal(rt, galley.CodeInvalidInput, galley.CodeOf(err))
			return
		}
		rows := d.sheet().Rows
		again, err := d.PasteFacts(bg, d.shop.ID, handle, "s", text)
		require.NoError(rt, err)
		require.Zero(rt, again.Set, "%q", text)
		require.Equal(rt, rows, d.sheet().Rows)
	})
}
