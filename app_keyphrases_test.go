package main

import (
	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/llm/llmtest"
	"galley/backend/review"
)

// keyphraseCases are those of keyphrases.
var keyphraseCases = map[string]methodCase{
	"ListKeyphrases":     {(*desk).keyphrases, []any{galley.KeyphraseListQuery{Filter: "odd"}}, galley.CodeInvalidInput},
	"GetKeyphrases":      {(*desk).noop, []any{"gone", review.KeyphraseAt{Kind: galley.PlaceProduct, Place: "x"}}, galley.CodeNotFound},
	"SetKeyphrase":       {(*desk).noop, []any{"gone", review.KeyphraseAt{Kind: galley.PlaceProduct, Place: "x"}, "x"}, galley.CodeNotFound},
	"ConfirmKeyphrases":  {(*desk).noop, []any{"gone", []review.KeyphraseAt{{Kind: galley.PlaceProduct, Place: "x"}}}, galley.CodeNotFound},
	"EstimateKeyphrases": {(*desk).proposeKeyphrases, []any{galley.KeyphraseProposal{ShopID: "gone"}}, galley.CodeInvalidInput},
	"DiscardKeyphrases":  {(*desk).noop, []any{"gone", galley.PlaceProduct, ""}, galley.CodeNotFound},
	"ProposeKeyphrases":  {(*desk).noop, []any{galley.KeyphraseProposal{ShopID: "gone"}}, galley.CodeInvalidInput},
	"PreviewKeyphrases":  {(*desk).noop, []any{"gone", "x.csv", []byte("a,b\n")}, galley.CodeInvalidFile},
	"ImportKeyphrases":   {(*desk).noop, []any{"gone", "x.csv", []byte("a,b\n")}, galley.CodeInvalidFile},
	"KeyphraseQueries":   {(*desk).noop, []any{"gone", review.KeyphraseAt{Kind: galley.PlaceProduct, Place: "x"}}, galley.CodeNotFound},
	"TakeBackKeyphrases": {(*desk).noop, []any{"gone", 1}, galley.CodeIllegalState},
}

// keyphrases sets, confirms and imports keyphrases, and takes the import back.
func (d *desk) keyphrases() {
	q := galley.KeyphraseListQuery{ShopID: d.shop.ID, Kind: galley.PlaceProduct}
	rows := must[galley.KeyphrasePage](d, "ListKeyphrases", q).Rows
	at := func(i int) review.KeyphraseAt {
		return review.KeyphraseAt{Kind: galley.PlaceProduct, Place: rows[i].Place.ID}
	}
	must[any](d, "SetKeyphrase", d.shop.ID, at(0), "oak lamp")
	require.Equal(d.t, "oak lamp", must[[]galley.PlacedKeyphrase](d, "GetKeyphrases", d.shop.ID, at(0))[0].Text)
	must[any](d, "ConfirmKeyphrases", d.shop.ID, []review.KeyphraseAt{at(1)})
	file := []byte("handle,keyphrase\n" + rows[2].Place.Handle + ",fr\xfche Lampe\n") // as Windows writes ü
	require.Equal(d.t, 1, must[galley.KeyphraseImport](d, "PreviewKeyphrases", d.shop.ID, "x.csv", file).Set)
	must[any](d, "ImportKeyphrases", d.shop.ID, "x.csv", file)
	require.Equal(d.t, "frühe Lampe", must[[]galley.PlacedKeyphrase](d, "GetKeyphrases", d.shop.ID, at(2))[0].Text)
	require.Empty(d.t, must[[]galley.PlacedKeyphrase](d, "KeyphraseQueries", d.shop.ID, at(2)))
	must[any](d, "TakeBackKeyphrases", d.shop.ID, must[galley.KeyphrasePage](d, "ListKeyphrases", q).Import.ID)
}

// proposeKeyphrases has the model propose one.
func (d *desk) proposeKeyphrases() {
	d.UseModel(llmtest.Start(d.t, llmtest.Options{Answer: func(llmtest.Request) llmtest.Reply {
		return llmtest.Reply{Content: `{"content":"1: small oak reading lamp"}`}
	}}))
	defer d.Set(map[string]string{"writer.kind": string(galley.WriterTemplate)})
	q := galley.KeyphraseListQuery{ShopID: d.shop.ID, Kind: galley.PlaceProduct, Filter: galley.KeyphrasesGuessed}
	last := must[galley.KeyphrasePage](d, "ListKeyphrases", q).Rows[0].Place
	proposal := galley.KeyphraseProposal{ShopID: d.shop.ID, Kind: last.Kind, Places: []string{last.ID}}
	require.Equal(d.t, 1, must[galley.ProposeEstimate](d, "EstimateKeyphrases", proposal).Requests)
	require.Equal(d.t, "small oak reading lamp", must[galley.ProposedKeyphrases](d, "ProposeKeyphrases", proposal).Proposed[0].Text)
	require.Equal(d.t, 1, must[int](d, "DiscardKeyphrases", d.shop.ID, last.Kind, ""))
}
