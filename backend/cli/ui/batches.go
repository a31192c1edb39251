package ui

import (
	"fmt"

	"galley/backend/galley"
)

// batchWords says how far the batches of a job are.
func batchWords(j galley.Job) string {
	b := j.Batches
	if j.State == galley.JobCancelled {
		return "The batch is being cancelled. Drafts that are finished before then are kept and charged."
	}
	words := fmt.Sprintf("Waits for a batch: %d of %s done, %s of %s answered", b.Done, Many(b.Files, "file"), Count(b.Answered), Count(b.Requests))
	if b.Latest != nil {
		words += ", at the latest by " + Moment(*b.Latest)
	}
	return words + "."
}
