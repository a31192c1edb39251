package main

import (
	"path/filepath"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/store"
	"galley/backend/store/storetest"
)

// publishingCases are those of publishing and its undo.
var publishingCases = map[string]methodCase{
	"GetHeld":        {ask("GetHeld"), []any{1}, galley.CodeInvalidInput},
	"PlanRelease":    {(*desk).release, []any{galley.HeldRequest{}}, galley.CodeNotFound},
	"ReleaseHeld":    {(*desk).noop, []any{galley.PlanID("gone")}, galley.CodeNotFound},
	"PlanWithdraw":   {(*desk).withdrawHeld, []any{galley.HeldRequest{}}, galley.CodeNotFound},
	"WithdrawHeld":   {(*desk).noop, []any{galley.PlanID("gone")}, galley.CodeNotFound},
	"ExportActivity": {ask("ExportActivity", galley.ActivityQuery{}, "csv"), []any{galley.ActivityQuery{}, "xml"}, galley.CodeInvalidInput},
	"PlanPutBack":    {(*desk).putBack, []any{galley.SeenChange{PublicationID: "gone"}}, galley.CodeIllegalState},
	"PutBack":        {(*desk).noop, []any{galley.PlanID("gone")}, galley.CodeNotFound},
	"PlanPublish":    {(*desk).publishAndUndo, []any{galley.PublishRequest{JobID: "9999"}}, galley.CodeNotFound},
	"Publish":        {(*desk).noop, []any{"gone"}, galley.CodeNotFound},
	"GetRun":         {(*desk).noop, []any{"gone"}, galley.CodeNotFound},
	"LatestRun":      {(*desk).noop, []any{1}, galley.CodeInvalidInput},
	"ListOutbox":     {of("ListOutbox"), []any{1}, galley.CodeInvalidInput},
	"Withdraw":       {(*desk).noop, []any{galley.WithdrawRequest{JobID: "9999", ItemIDs: []galley.ItemID{"x"}}}, galley.CodeNotFound},
	"TryOutbox":      {of("TryOutbox"), []any{1}, galley.CodeInvalidInput},
	"PlanUndo":       {(*desk).noop, []any{galley.UndoRequest{JobID: "9999"}}, galley.CodeNotFound},
	"Undo":           {(*desk).noop, []any{"gone"}, galley.CodeNotFound},
}

// publish has one draft of the job published.
func (d *desk) publish(n int) galley.PlanID {
	plan := must[galley.PublishPlan](d, "PlanPublish", galley.PublishRequest{JobID: d.job.ID, Items: d.at(n)})
	must[galley.Confirmed](d, "Publish", plan.Plan)
	require.NoError(d.t, d.Dispatcher.RunUntilIdle(d.t.Context()))
	return plan.Plan
}

func (d *desk) publishAndUndo() {
	plan := d.publish(1)
	require.Equal(d.t, 1, must[galley.Run](d, "GetRun", plan).Published)
	require.Equal(d.t, plan, must[*galley.Run](d, "LatestRun", d.job.ID).Plan)
	undo := must[galley.UndoPlan](d, "PlanUndo", galley.UndoRequest{JobID: d.job.ID})
	require.Equal(d.t, 1, must[galley.Confirmed](d, "Undo", undo.Plan).Count)
}

// hold has one queued publication held, as in a copy that was restored.
func (d *desk) hold(f galley.Field) galley.HeldRequest {
	require.NoError(d.t, d.Dispatcher.RunUntilIdle(d.t.Context()), "nothing else is queued")
	job := d.written(d.newJob(f))
	plan := must[galley.PublishPlan](d, "PlanPublish", galley.PublishRequest{JobID: job.ID, Items: d.drafts(job)[:1]})
	require.Equal(d.t, 1, must[galley.Confirmed](d, "Publish", plan.Plan).Count)
	storetest.RestoreFile(d.t, filepath.Join(d.Home, store.FileName), galley.SystemClock{})
	return galley.HeldRequest{JobID: job.ID}
}

func (d *desk) release() {
	plan := must[galley.HeldPlan](d, "PlanRelease", d.hold(galley.FieldSEOTitle))
	require.Equal(d.t, 1, plan.Publications)
	require.Equal(d.t, 1, must[galley.Confirmed](d, "ReleaseHeld", plan.Plan).Count)
}

func (d *desk) withdrawHeld() {
	plan := must[galley.HeldPlan](d, "PlanWithdraw", d.hold(galley.FieldMetaDescription))
	require.Equal(d.t, 1, plan.Publications)
	require.Equal(d.t, 1, must[galley.Confirmed](d, "WithdrawHeld", plan.Plan).Count)
}

func (d *desk) putBack() {
	it := d.changed("Pine lamp")
	plan := must[galley.PutBackPlan](d, "PlanPutBack", it.Changed.Seen())
	require.Equal(d.t, "Pine lamp", plan.Change.OnShop.Text)
	require.Equal(d.t, 1, must[galley.Confirmed](d, "PutBack", plan.Plan).Count)
}
