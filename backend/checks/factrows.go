package checks

import (
	"slices"

	"galley/backend/facts"
	"galley/backend/galley"
)

// FactSheet lists all that is known of a product: what its sources say, with
// what people added, corrected and struck. Struck rows, and corrected ones whose
// source is gone, stay listed.
func FactSheet(of galley.Subject) galley.FactSheet {
	read := of
	read.Noted.Facts = nil
	rows := rowsOf(read)
	for _, f := range of.Noted.Facts {
		i := slices.IndexFunc(rows, func(r galley.FactRow) bool { return r.ID == f.Row && f.Row != "" })
		if i < 0 {
			rows = append(rows, addedRow(f))
			continue
		}
		rows[i] = changedRow(rows[i], f)
	}
	return galley.NewFactSheet(galley.ProductRef{ID: of.Product.ID, Handle: of.Product.Handle, Title: of.Product.Title}, rows)
}

func rowsOf(of galley.Subject) []galley.FactRow {
	original, _ := of.Value(galley.FieldDescription)
	sheet := facts.SheetOf(sourcesOf(Text{Subject: of, Field: galley.FieldDescription, Original: original}), "")
	rows := []galley.FactRow{}
	for _, r := range sheet.Rows() {
		row := galley.FactRow{
			ID: r.ID, Class: string(r.Class), Attribute: r.Attribute, Value: r.Value, Unit: r.Unit, Denied: r.Denied, Scope: r.Scope,
			Source: galley.FactSource{Kind: string(r.Source.Kind), Name: r.Source.Name, Text: r.Source.Text, Weak: r.Source.Weak, Model: r.Source.Model},
			State:  galley.FactRead,
		}
		if r.Unused {
			row.State = galley.FactUnused
		} else {
			row.Can = galley.FactCan{Correct: true, Strike: true}
		}
		rows = append(rows, row)
	}
	return rows
}

// changedRow is a row that is read, as a person corrected or struck it.
func changedRow(row galley.FactRow, f galley.NotedFact) galley.FactRow {
	if f.State == galley.FactCorrected {
		row.Was = row.Value
		row.Attribute, row.Value, row.Scope = f.Attribute, f.Value, f.Scope
		row.Source.Weak, row.Source.Model = false, ""
	}
	return withPerson(row, f)
}

// addedRow is a fact that no source has: an addition, or what became of a row
// whose source is gone.
func addedRow(f galley.NotedFact) galley.FactRow {
	row := galley.FactRow{ID: f.RowID(), Attribute: f.Attribute, Value: f.Value, Scope: f.Scope}
	row.Source = galley.FactSource{Kind: string(facts.FromPerson), Name: f.Attribute, Text: f.Value}
	if f.Supplier != "" {
		row.Source.Kind = string(facts.FromSupplier)
	}
	if f.Row != "" {
		row.Was = f.Was.Value
	}
	if f.State == galley.FactStruck {
		row.Attribute, row.Value, row.Scope, row.Was = f.Was.Attribute, f.Was.Value, f.Was.Scope, ""
	}
	return withPerson(row, f)
}

func withPerson(row galley.FactRow, f galley.NotedFact) galley.FactRow {
	at := f.At
	row.State, row.Who, row.Why, row.When = f.State, f.By, f.Why, &at
	if f.Supplier != "" {
		row.Who = f.Supplier
	}
	row.Can = galley.FactCan{Correct: f.State != galley.FactStruck, Restore: true}
	return row
}
