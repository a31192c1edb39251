package main

import (
	"github.com/stretchr/testify/require"

	"galley/backend/galley"
)

// manyEditCases are those of edits of many drafts.
var manyEditCases = map[string]methodCase{
	"PreviewReplace":  {(*desk).replaceWords, []any{galley.ReplaceRequest{JobID: "9999", Find: "x"}}, galley.CodeNotFound},
	"ReplaceInDrafts": {(*desk).noop, []any{galley.ReplaceRequest{JobID: "9999"}, []galley.ItemAt{}}, galley.CodeInvalidInput},
	"PreviewPaste":    {(*desk).pasteColumn, []any{galley.PasteRequest{JobID: "9999"}}, galley.CodeNotFound},
	"EditDrafts":      {(*desk).noop, []any{"9999", []galley.NewText{}}, galley.CodeNotFound},
	"GetLengths":      {func(d *desk) { must[galley.JobLengths](d, "GetLengths", d.job.ID) }, []any{"9999"}, galley.CodeNotFound},
}

// replaceWords replaces words in a draft, and takes that back.
func (d *desk) replaceWords() {
	draft := d.item(2)
	must[galley.Item](d, "EditItem", draft.ID, draft.Revision, "A lamp for hushed studies.")
	request := galley.ReplaceRequest{JobID: d.job.ID, Find: "hushed studies", With: "desks"}
	preview := must[galley.EditsPreview](d, "PreviewReplace", request)
	require.Equal(d.t, 1, preview.Count)
	done := must[galley.Edited](d, "ReplaceInDrafts", request, []galley.ItemAt{preview.Drafts[0].ItemAt})
	require.Equal(d.t, 1, done.Count)
	require.Equal(d.t, "A lamp for desks.", d.item(2).Content)
	require.Equal(d.t, 1, must[galley.Moved](d, "UndoStep", done.Step).Count)
}

// pasteColumn pastes a cell into a draft, and takes that back.
func (d *desk) pasteColumn() {
	preview := must[galley.PastePreview](d, "PreviewPaste", galley.PasteRequest{JobID: d.job.ID, Text: "A pasted lamp.\n", Into: d.at(2)})
	require.Equal(d.t, 1, preview.Count)
	done := must[galley.Edited](d, "EditDrafts", d.job.ID, preview.Texts)
	require.Equal(d.t, 1, must[galley.Moved](d, "UndoStep", done.Step).Count)
}
