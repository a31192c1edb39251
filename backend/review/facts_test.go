package review_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
)

func (d *desk) sheet() galley.FactSheet {
	d.t.Helper()
	sheet, err := d.FactSheet(bg, d.shop.ID, d.product().Place.Handle)
	require.NoError(d.t, err)
	return sheet
}

// row is the row of a sheet with that value.
func row(t *testing.T, sheet galley.FactSheet, value string) galley.FactRow {
	t.Helper()
	for _, r := range sheet.Rows {
		if r.Value == value {
			return r
		}
	}
	require.Failf(t, "no row", "%s in %v", value, sheet.Rows)
	return galley.FactRow{}
}

func TestFactsOfAProductDecideItsOpenDrafts(t *testing.T) {
	d := newDesk(t, galley.FieldMetaDescription)
	item, _ := d.claimed("A lamp with a 5-year warranty.")
	handle := d.product().Place.Handle

	sheet, err := d.AddProductFact(bg, d.shop.ID, handle, galley.FactEdit{Attribute: " Warranty ", Value: "5 years", Why: "their site"})
	require.NoError(t, err)
	added := row(t, sheet, "5 years")
	require.Equal(t, galley.FactAdded, added.State)
	require.Equal(t, "Warranty", added.Attribute)
	require.Equal(t, "person", added.Source.Kind)
	require.Equal(t, "their site", added.Why)
	require.Equal(t, "Ada", added.Who)
	require.Equal(t, galley.FactCan{Correct: true, Restore: true}, added.Can)
	now, err := d.Item(bg, item.ID)
	require.NoError(t, err)
	require.False(t, holds(now), "the claim has a source")
	require.Equal(t, item.Revision, now.Revision)

	_, err = d.AddProductFact(bg, d.shop.ID, handle, galley.FactEdit{Attribute: "warranty", Value: "5 Years"})
	require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(err), "twice")

	sheet, err = d.CorrectFact(bg, d.shop.ID, handle, added.ID, galley.FactEdit{Value: "2 years"})
	require.NoError(t, err)
	changed := row(t, sheet, "2 years")
	require.Equal(t, "Warranty", changed.Attribute)
	now, err = d.Item(bg, item.ID)
	require.NoError(t, err)
	require.True(t, holds(now))

	sheet, err = d.RestoreFact(bg, d.shop.ID, handle, changed.ID)
	require.NoError(t, err)
	for _, r := range sheet.Rows {
		require.NotEqual(t, "Warranty", r.Attribute)
	}
	_, err = d.RestoreFact(bg, d.shop.ID, handle, changed.ID)
	require.Equal(t, galley.CodeNotFound, galley.CodeOf(err))
}

func TestStruckAndCorrectedRowsStayListed(t *testing.T) {
	d := newDesk(t, galley.FieldMetaDescription)
	handle := d.product().Place.Handle
	sheet := d.sheet()
	read := sheet.Rows[0]
	for _, r := range sheet.Rows {
		if r.Source.Kind == "option" || r.Source.Kind == "metafield" {
			read = r
		}
	}
	require.Equal(t, galley.FactCan{Correct: true, Strike: true}, read.Can)

	sheet, err := d.StrikeFact(bg, d.shop.ID, handle, read.ID, "of the box")
	require.NoError(t, err)
	struck, ok := sheet.Row(read.ID)
	require.True(t, ok)
	require.Equal(t, galley.FactStruck, struck.State)
	require.Equal(t, "of the box", struck.Why)
	require.NotNil(t, struck.When)
	require.Equal(t, 1, sheet.Struck)
	require.Equal(t, galley.FactCan{Restore: true}, struck.Can)

	sheet, err = d.CorrectFact(bg, d.shop.ID, handle, read.ID, galley.FactEdit{Value: "something else"})
	require.NoError(t, err)
	corrected, ok := sheet.Row(read.ID)
	require.True(t, ok)
	require.Equal(t, galley.FactCorrected, corrected.State)
	require.Equal(t, read.Value, corrected.Was)
	require.Equal(t, "something else", corrected.Value)
	require.Zero(t, sheet.Struck)

	sheet, err = d.RestoreFact(bg, d.shop.ID, handle, read.ID)
	require.NoError(t, err)
	back, ok := sheet.Row(read.ID)
	require.True(t, ok)
	require.Equal(t, read, back)
	_, err = d.RestoreFact(bg, d.shop.ID, handle, read.ID)
	require.Equal(t, galley.CodeIllegalState, galley.CodeOf(err))
	_, err = d.StrikeFact(bg, d.shop.ID, handle, "nothing", "")
	require.Equal(t, galley.CodeNotFound, galley.CodeOf(err))
}

func TestFactsWithAScopeHoldForTheirProductsOnly(t *testing.T) {
	d := newDesk(t, galley.FieldMetaDescription)
	item, _ := d.claimed("A lamp with a 5-year warranty.")
	product, err := d.store.Product(bg, d.shop.ID, d.product().Place.Handle)
	require.NoError(t, err)

	_, err = d.AddScopedFact(bg, d.shop.ID, galley.FactScope{Kind: galley.FactOfVendor, Value: "Somebody else"}, "Five years warranty")
	require.NoError(t, err)
	now, err := d.Item(bg, item.ID)
	require.NoError(t, err)
	require.True(t, holds(now))

	done, err := d.AddScopedFact(bg, d.shop.ID, galley.FactScope{Kind: galley.FactOfVendor, Value: product.Vendor}, "All have a 5-year warranty")
	require.NoError(t, err)
	now, err = d.Item(bg, item.ID)
	require.NoError(t, err)
	require.False(t, holds(now))
	require.Equal(t, "shop_facts", row(t, d.sheet(), "All have a 5-year warranty").Source.Kind)

	require.NoError(t, d.RemoveScopedFact(bg, d.shop.ID, done.ID))
	now, err = d.Item(bg, item.ID)
	require.NoError(t, err)
	require.True(t, holds(now), "also a draft without warnings is checked again")
	require.Equal(t, galley.CodeNotFound, galley.CodeOf(d.RemoveScopedFact(bg, d.shop.ID, done.ID)))

	for _, scope := range []galley.FactScope{{Kind: "planet", Value: "Mars"}, {Kind: galley.FactOfVendor}, {Kind: galley.FactOfShop}} {
		_, err = d.AddScopedFact(bg, d.shop.ID, scope, "Good")
		require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(err))
	}
	list, err := d.ScopedFacts(bg, d.shop.ID)
	require.NoError(t, err)
	require.Len(t, list, 1)
}
