package main

import (
	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/llm/llmtest"
)

// jobCases are those of jobs and instructions.
var jobCases = map[string]methodCase{
	"ListInstructions":   {(*desk).saveInstructions, []any{"title"}, galley.CodeInvalidInput},
	"SaveInstructions":   {(*desk).noop, []any{galley.Instructions{}}, galley.CodeInvalidInput},
	"DeleteInstructions": {(*desk).noop, []any{1}, galley.CodeInvalidInput},
	"EstimateJob": {func(d *desk) {
		must[any](d, "EstimateJob", galley.JobSpec{ShopID: d.shop.ID, Field: galley.FieldTitle, Selection: galley.Selection{All: true}})
	}, []any{galley.JobSpec{ShopID: "gone"}}, galley.CodeNotFound},
	"SpentToday":         {ask("SpentToday"), []any{1}, galley.CodeInvalidInput},
	"CreateJob":          {(*desk).noop, []any{galley.JobSpec{ShopID: "gone"}}, galley.CodeNotFound},
	"ListJobs":           {of("ListJobs"), []any{1}, galley.CodeInvalidInput},
	"GetJob":             {func(d *desk) { must[any](d, "GetJob", d.job.ID) }, []any{"9999"}, galley.CodeNotFound},
	"PauseJob":           {(*desk).moveJob, []any{"9999"}, galley.CodeNotFound},
	"ResumeJob":          {(*desk).noop, []any{"9999"}, galley.CodeNotFound},
	"WriteJobNow":        {(*desk).noop, []any{"9999"}, galley.CodeNotFound},
	"CancelJob":          {(*desk).noop, []any{"9999"}, galley.CodeNotFound},
	"PlanRetry":          {(*desk).retry, []any{galley.RetryRequest{JobID: "9999"}}, galley.CodeNotFound},
	"Retry":              {(*desk).noop, []any{"gone"}, galley.CodeNotFound},
	"RegenerateSelected": {func(d *desk) { must[galley.Decided](d, "RegenerateSelected", d.drawn(), "shorter") }, []any{galley.ItemSelection{}, ""}, galley.CodeInvalidInput},
	"RegenerateItems":    {func(d *desk) { must[galley.Decided](d, "RegenerateItems", d.at(3), "shorter") }, []any{[]galley.ItemAt{{ID: "x"}}, ""}, galley.CodeInvalidInput},
	"EstimateAlike":      {(*desk).noop, []any{"9999", []string{"x"}}, galley.CodeNotFound},
	"RegenerateAlike":    {(*desk).noop, []any{"9999", []string{"x"}}, galley.CodeNotFound},
	"CancelRegenerate":   {func(d *desk) { must[int](d, "CancelRegenerate", galley.IDsOf(d.at(3))) }, []any{[]galley.ItemID{"x"}}, galley.CodeInvalidInput},
	"GetNotes":           {func(d *desk) { must[galley.RewriteNotes](d, "GetNotes", d.shop.ID) }, []any{"9999"}, galley.CodeNotFound},
}

// newJob creates a job over all products of the demo shop.
func (d *desk) newJob(f galley.Field) galley.Job {
	return must[galley.Job](d, "CreateJob", galley.JobSpec{ShopID: d.shop.ID, Field: f, Selection: galley.Selection{All: true}})
}

func (d *desk) writeJob() { d.job = d.written(d.newJob(galley.FieldTitle)) }

// written is the job when all of it has been tried.
func (d *desk) written(job galley.Job) galley.Job {
	d.t.Helper()
	job, err := d.Runner.Wait(d.t.Context(), job.ID, nil)
	require.NoError(d.t, err)
	require.Equal(d.t, galley.JobCompleted, job.State)
	return job
}

func (d *desk) moveJob() {
	job := d.newJob(galley.FieldSEOTitle)
	require.Equal(d.t, galley.JobPaused, must[galley.Job](d, "PauseJob", job.ID).State)
	require.Contains(d.t, []galley.JobState{galley.JobRunning, galley.JobQueued}, must[galley.Job](d, "ResumeJob", job.ID).State)
	require.Equal(d.t, galley.JobCancelled, must[galley.Job](d, "CancelJob", job.ID).State)
}

func (d *desk) saveInstructions() {
	saved := must[galley.Instructions](d, "SaveInstructions", galley.Instructions{Name: "Short", Field: galley.FieldTitle, Text: "Be short."})
	listed := must[[]galley.Instructions](d, "ListInstructions", galley.InstructionsQuery{Field: galley.FieldTitle, ShopID: d.shop.ID})
	require.Equal(d.t, saved.ID, listed[0].ID)
	must[any](d, "DeleteInstructions", saved.ID)
}

// retry has items that the model refused to write written again.
func (d *desk) retry() {
	model := llmtest.Start(d.t, llmtest.Options{Answer: func(llmtest.Request) llmtest.Reply { return llmtest.Reply{Refusal: "I cannot write that."} }})
	d.UseModel(model)
	job := d.written(d.newJob(galley.FieldTitle))
	d.Set(map[string]string{"writer.kind": string(galley.WriterTemplate)})
	require.NotZero(d.t, job.Counts.Failed)
	plan := must[galley.RetryPlan](d, "PlanRetry", galley.RetryRequest{JobID: job.ID})
	require.Equal(d.t, job.Counts.Failed, plan.Count)
	require.Equal(d.t, plan.Count, must[galley.Confirmed](d, "Retry", plan.Plan).Count)
	d.written(job)
}
