package main

import (
	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/review"
)

// editCases are those of edits: judged while typed, kept until saved, undone.
var editCases = map[string]methodCase{
	"JudgeText":      {(*desk).judge, []any{"9999/1", "x", []galley.WarningKey{}}, galley.CodeNotFound},
	"MendText":       {(*desk).noop, []any{"9999/1", "x", review.Mend{Do: review.MendTakeOut}}, galley.CodeNotFound},
	"KeepUnsaved":    {(*desk).unsaved, []any{"9999/1", "w", 1, 1, "x"}, galley.CodeNotFound},
	"DropUnsaved":    {(*desk).noop, []any{"9999/1", "w", 1}, galley.CodeNotFound},
	"ListUnsaved":    {(*desk).noop, []any{"9999/1"}, galley.CodeNotFound},
	"ListAllUnsaved": {(*desk).noop, []any{1}, galley.CodeInvalidInput},
	"KeepTyped":      {(*desk).typed, []any{"9999", "p", "w", 1, []galley.OwnText{{Field: galley.FieldTitle}}}, galley.CodeNotFound},
	"ListTyped":      {(*desk).noop, []any{1, "p"}, galley.CodeInvalidInput},
	"ListAllTyped":   {(*desk).noop, []any{1}, galley.CodeInvalidInput},
	"StepThatLeft":   {(*desk).step, []any{galley.ItemAt{ID: "9999/1", Revision: 1}, galley.StepEdit}, galley.CodeNotFound},
	"UndoStep":       {(*desk).noop, []any{9999}, galley.CodeNotFound},
	"RedoStep":       {(*desk).noop, []any{9999}, galley.CodeNotFound},
}

func (d *desk) judge() {
	const text = "Certified organic lamp. Made for desks."
	draft := d.item(2)
	judged := must[review.Judged](d, "JudgeText", draft.ID, text, []galley.WarningKey{})
	require.NotEmpty(d.t, judged.Warnings)
	mended := must[string](d, "MendText", draft.ID, text, review.Mend{Do: review.MendTakeOut, Warning: judged.Warnings[0].Key()})
	require.NotEqual(d.t, text, mended)
}

func (d *desk) unsaved() {
	draft := d.item(2)
	must[any](d, "KeepUnsaved", draft.ID, "w", 1, draft.Revision, "Typed")
	require.Len(d.t, must[[]galley.UnsavedEdit](d, "ListUnsaved", draft.ID), 1)
	require.Len(d.t, must[[]galley.UnsavedAt](d, "ListAllUnsaved"), 1)
	must[any](d, "DropUnsaved", draft.ID, "w", 2)
	require.Empty(d.t, must[[]galley.UnsavedEdit](d, "ListUnsaved", draft.ID))
}

func (d *desk) step() {
	draft := d.item(2)
	edited := must[galley.Item](d, "EditItem", draft.ID, draft.Revision, "An ash lamp")
	step := must[galley.StepID](d, "StepThatLeft", galley.ItemAt{ID: edited.ID, Revision: edited.Revision}, galley.StepEdit)
	require.Equal(d.t, 1, must[galley.Moved](d, "UndoStep", step).Count)
	require.Equal(d.t, draft.Content, d.item(2).Content)
	require.Equal(d.t, 1, must[galley.Moved](d, "RedoStep", step).Count)
}

func (d *desk) typed() {
	product := d.item(2).Product
	text := galley.OwnText{Field: galley.FieldTitle, Content: "Half a ti", Expected: galley.Text(product.Title)}
	must[any](d, "KeepTyped", d.shop.ID, product.ID, "w", 1, []galley.OwnText{text})
	kept := must[[]galley.TypedTexts](d, "ListTyped", d.shop.ID, product.ID)
	require.Len(d.t, kept, 1)
	require.Equal(d.t, []galley.OwnText{text}, kept[0].Texts)
	require.Equal(d.t, product.Handle, must[[]galley.TypedAt](d, "ListAllTyped")[0].Handle)
	must[any](d, "KeepTyped", d.shop.ID, product.ID, "w", 2, []galley.OwnText{})
	require.Empty(d.t, must[[]galley.TypedAt](d, "ListAllTyped"))
}
