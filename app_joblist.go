package main

import (
	"context"

	"galley/backend/galley"
)

// RenameJob gives a job a name.
func (a *App) RenameJob(id galley.JobID, name string) (galley.Job, error) {
	return answer(a, func(ctx context.Context) (galley.Job, error) { return a.graph.Jobs.Rename(ctx, id, name) })
}

// ArchiveJob takes an ended job out of the list; nothing of it is lost.
func (a *App) ArchiveJob(id galley.JobID) (galley.Job, error) { return a.job(id, a.graph.Jobs.Archive) }

// UnarchiveJob puts a job back into the list.
func (a *App) UnarchiveJob(id galley.JobID) (galley.Job, error) {
	return a.job(id, a.graph.Jobs.Unarchive)
}

// SpecAgain is what CreateJob takes to make a job once more.
func (a *App) SpecAgain(id galley.JobID) (galley.JobSpec, error) {
	return answer(a, func(ctx context.Context) (galley.JobSpec, error) { return a.graph.Jobs.SpecAgain(ctx, id) })
}
