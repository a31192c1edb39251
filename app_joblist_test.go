package main

import (
	"github.com/stretchr/testify/require"

	"galley/backend/galley"
)

// jobListCases are those of the list of jobs.
var jobListCases = map[string]methodCase{
	"RenameJob":    {func(d *desk) { require.Equal(d.t, "Desks", must[galley.Job](d, "RenameJob", d.job.ID, "Desks").Name) }, []any{"9999", "x"}, galley.CodeNotFound},
	"ArchiveJob":   {func(d *desk) { must[galley.Job](d, "ArchiveJob", d.cancelled().ID) }, []any{"9999"}, galley.CodeNotFound},
	"UnarchiveJob": {func(d *desk) { d.archived() }, []any{"9999"}, galley.CodeNotFound},
	"OpenedDrafts": {func(d *desk) { must[any](d, "OpenedDrafts", d.at(2)) }, []any{[]galley.ItemAt{{ID: "9999/1", Revision: 1}}}, galley.CodeNotFound},
	"SpecAgain":    {func(d *desk) { must[galley.Job](d, "CreateJob", must[galley.JobSpec](d, "SpecAgain", d.job.ID)) }, []any{"9999"}, galley.CodeNotFound},
}

// cancelled is a job that has ended.
func (d *desk) cancelled() galley.Job {
	job := d.newJob(galley.FieldSEOTitle)
	return must[galley.Job](d, "CancelJob", job.ID)
}

func (d *desk) archived() {
	job := must[galley.Job](d, "ArchiveJob", d.cancelled().ID)
	require.NotNil(d.t, job.ArchivedAt)
	require.Nil(d.t, must[galley.Job](d, "UnarchiveJob", job.ID).ArchivedAt)
}
