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
	"PreviewAnswer":    {(*desk).answerClaim, []any{galley.AnswerRequest{JobID: "9999", Do: galley.AnswerKeep}}, galley.CodeNotFound},
	"CountClaims":      {(*desk).noop, []any{"9999", []galley.WarningKey{}}, galley.CodeNotFound},
	"AnswerClaims":     {(*desk).noop, []any{galley.AnswerRequest{Do: "shrug"}, []galley.ItemAt{}}, galley.CodeInvalidInput},
	"UndoAnswer":       {(*desk).noop, []any{9999}, galley.CodeNotFound},
	"ImportFacts":      {imports("ImportFacts", "range.csv", "handle,Cable\nlamp,2 m\n"), []any{"gone", "x", "handle,a\nx,y\n"}, galley.CodeNotFound},
	"PasteFacts":       {imports("PasteFacts", "lamp", "Larkfield", "Bulb: E14"), []any{"gone", "x", "", "y"}, galley.CodeNotFound},
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

// answerClaim answers a claim of a draft, and takes the answer back.
func (d *desk) answerClaim() {
	draft := d.item(2)
	edited := must[galley.Item](d, "EditItem", draft.ID, draft.Revision, "Certified organic lamp. Made for desks.")
	claim := edited.Warnings[0].Key()
	require.Equal(d.t, []int{1}, must[[]int](d, "CountClaims", d.job.ID, []galley.WarningKey{claim}))
	request := galley.AnswerRequest{JobID: d.job.ID, Warning: claim, Do: galley.AnswerKeep}
	preview := must[galley.AnswerPreview](d, "PreviewAnswer", request)
	require.Equal(d.t, 1, preview.Count)
	done := must[galley.Answered](d, "AnswerClaims", request, []galley.ItemAt{preview.Drafts[0].ItemAt})
	require.Equal(d.t, 1, done.Count)
	require.Equal(d.t, 1, must[galley.Answered](d, "UndoAnswer", done.ID).Count)
}

// imports is a good call that takes the file shop and these arguments.
func imports(method string, args ...any) func(*desk) {
	return func(d *desk) {
		require.Equal(d.t, 1, must[galley.FactImport](d, method, append([]any{d.file.ID}, args...)...).Set)
	}
}
