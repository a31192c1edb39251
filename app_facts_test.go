package main

import (
	"github.com/stretchr/testify/require"

	"galley/backend/galley"
)

// factCases are those of facts and answers.
var factCases = map[string]methodCase{
	"GetFactSheet":     {(*desk).changeFacts, []any{"gone", "x"}, galley.CodeNotFound},
	"AddProductFact":   {(*desk).noop, []any{"gone", "x", galley.FactEdit{}}, galley.CodeInvalidInput},
	"CorrectFact":      {(*desk).noop, []any{"gone", "x", "y", galley.FactEdit{Value: "z"}}, galley.CodeNotFound},
	"StrikeFact":       {(*desk).noop, []any{"gone", "x", "y", ""}, galley.CodeNotFound},
	"RestoreFact":      {(*desk).noop, []any{"gone", "x", "y"}, galley.CodeNotFound},
	"ListScopedFacts":  {(*desk).changeScopedFacts, []any{"gone"}, galley.CodeNotFound},
	"AddScopedFact":    {(*desk).noop, []any{"gone", galley.FactScope{Kind: "planet"}, "x"}, galley.CodeInvalidInput},
	"RemoveScopedFact": {(*desk).noop, []any{"gone", 1}, galley.CodeNotFound},
}

// changeFacts adds a fact of a product, corrects, strikes and restores it.
func (d *desk) changeFacts() {
	sheet := must[galley.FactSheet](d, "GetFactSheet", d.file.ID, "lamp")
	row := sheet.Rows[0].ID
	require.Equal(d.t, sheet.Facts+1, must[galley.FactSheet](d, "AddProductFact", d.file.ID, "lamp", galley.FactEdit{Value: "Made by hand"}).Facts)
	require.Equal(d.t, 1, must[galley.FactSheet](d, "CorrectFact", d.file.ID, "lamp", row, galley.FactEdit{Value: "Ash"}).Corrected)
	require.Equal(d.t, 1, must[galley.FactSheet](d, "StrikeFact", d.file.ID, "lamp", row, "not true").Struck)
	require.Zero(d.t, must[galley.FactSheet](d, "RestoreFact", d.file.ID, "lamp", row).Struck)
}

func (d *desk) changeScopedFacts() {
	fact := must[galley.ScopedFact](d, "AddScopedFact", d.file.ID, galley.FactScope{Kind: galley.FactOfVendor, Value: "Aldermill"}, "Made in Leeds")
	require.Len(d.t, must[[]galley.ScopedFact](d, "ListScopedFacts", d.file.ID), 1)
	must[any](d, "RemoveScopedFact", d.file.ID, fact.ID)
}
