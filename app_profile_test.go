package main

import (
	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/llm/llmtest"
	"galley/backend/review"
)

// profileCases are those of the profile, samples and comparisons.
var profileCases = map[string]methodCase{
	"GetProfile":  {of("GetProfile"), []any{"gone"}, galley.CodeNotFound},
	"SaveProfile": {func(d *desk) { must[galley.Profile](d, "SaveProfile", d.shop.ID, galley.Profile{Voice: "Calm."}) }, []any{"gone", galley.Profile{}}, galley.CodeNotFound},
	"MarkGood":    {(*desk).markGood, []any{"9999/1", 1, true}, galley.CodeNotFound},
	"MarkOnShop": {func(d *desk) {
		must[galley.Profile](d, "MarkOnShop", d.file.ID, galley.FieldTitle, "lamp")
	}, []any{"gone", galley.FieldTitle, "lamp"}, galley.CodeNotFound},
	"EstimateLearn": {(*desk).noop, []any{"gone"}, galley.CodeInvalidInput}, // the template writer learns nothing
	"LearnProfile":  {(*desk).learn, []any{"gone"}, galley.CodeInvalidInput},
	"PreviewPrompt": {func(d *desk) {
		must[galley.PromptPreview](d, "PreviewPrompt", galley.JobSpec{ShopID: d.shop.ID, Field: galley.FieldTitle, Selection: galley.Selection{All: true}})
	}, []any{galley.JobSpec{ShopID: "gone"}}, galley.CodeNotFound},
	"GetPrefix": {func(d *desk) {
		require.Positive(d.t, must[galley.PromptPrefix](d, "GetPrefix", d.shop.ID).Tokens)
	}, []any{"gone"}, galley.CodeNotFound},
	"EstimateRest":   {(*desk).noop, []any{"9999"}, galley.CodeNotFound},
	"ContinueJob":    {(*desk).continueSample, []any{"9999"}, galley.CodeNotFound},
	"CompareJobs":    {(*desk).compare, []any{galley.ComparisonSpec{}}, galley.CodeInvalidInput},
	"GetComparison":  {(*desk).noop, []any{"9999"}, galley.CodeNotFound},
	"ChooseDrafts":   {(*desk).noop, []any{galley.ComparisonChoice{Job: "9999", Rest: true}}, galley.CodeNotFound},
	"WriteSideAgain": {(*desk).noop, []any{galley.SideAgain{Job: "9999"}}, galley.CodeNotFound},
}

// markGood marks a draft as good and takes it back.
func (d *desk) markGood() {
	draft := d.item(2)
	must[galley.Profile](d, "MarkGood", draft.ID, draft.Revision, true)
	require.True(d.t, must[review.Proof](d, "GetProof", draft.ID).Good.Marked)
	must[galley.Profile](d, "MarkGood", draft.ID, draft.Revision, false)
	require.False(d.t, must[review.Proof](d, "GetProof", draft.ID).Good.Marked)
}

// learn has a model propose a profile from one marked text.
func (d *desk) learn() {
	d.UseModel(llmtest.Start(d.t, llmtest.Options{Answer: func(llmtest.Request) llmtest.Reply {
		return llmtest.Reply{Content: `{"content":"Voice: Calm."}`}
	}}))
	defer d.Set(map[string]string{"writer.kind": string(galley.WriterTemplate)})
	must[galley.Profile](d, "SaveProfile", d.shop.ID, galley.Profile{Examples: []galley.GoodText{{Field: galley.FieldTitle, Text: "Oak lamp"}}})
	require.Equal(d.t, 1, must[galley.LearnEstimate](d, "EstimateLearn", d.shop.ID).Texts)
	require.Equal(d.t, "Calm.", must[galley.LearnedProfile](d, "LearnProfile", d.shop.ID).Proposed.Voice)
}

func (d *desk) continueSample() {
	spec := galley.JobSpec{ShopID: d.shop.ID, Field: galley.FieldTitle, Selection: galley.Selection{All: true}, Sample: 1}
	sample := d.written(must[galley.Job](d, "CreateJob", spec))
	rest := must[galley.Estimate](d, "EstimateRest", sample.ID).Items
	require.Positive(d.t, rest)
	require.Equal(d.t, 1+rest, d.written(must[galley.Job](d, "ContinueJob", sample.ID)).Counts.Total)
}

func (d *desk) compare() {
	d.UseModel(llmtest.Start(d.t, llmtest.Options{}))
	defer d.Set(map[string]string{"writer.kind": string(galley.WriterTemplate)})
	spec := galley.ComparisonSpec{
		JobSpec:           galley.JobSpec{ShopID: d.shop.ID, Field: galley.FieldTitle, Selection: galley.Selection{All: true}, Sample: 1},
		OtherInstructions: "Short.",
	}
	made := must[galley.Comparison](d, "CompareJobs", spec)
	d.written(made.A)
	d.written(made.B)
	require.Len(d.t, must[galley.Comparison](d, "GetComparison", made.B.ID).Pairs, 1)
	again := must[galley.Comparison](d, "WriteSideAgain", galley.SideAgain{Job: made.B.ID, Instructions: "Plain."})
	d.written(again.B)
	kept := []galley.ItemAt{{ID: made.Pairs[0].A.ID, Revision: 1}}
	require.Equal(d.t, made.A.ID, must[galley.Job](d, "ChooseDrafts", galley.ComparisonChoice{Job: made.A.ID, Kept: kept}).ID)
}
