package ui

import (
	"fmt"
	"strconv"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// Held lists what is held since the data file was restored.
func (p *Page) Held(held galley.Held) {
	if held.IsEmpty() {
		p.Line("Nothing is held.")
		return
	}
	p.Line("%s", StillHeld(held))
	p.Gap()
	columns := []Column{{Title: "Shop"}, {Title: "Job"}, {Title: "Field"}, {Title: "Texts", Numbers: true}, {Title: "Undos", Numbers: true}, {Title: "To write", Numbers: true}}
	var rows [][]Cell
	for _, part := range held.Outbox {
		job := "Product editor"
		if part.JobID != "" {
			job = fmt.Sprintf("%s %s", part.JobID, part.JobName)
		}
		rows = append(rows, Plain(part.Shop, job, capital(part.Field.Label()), strconv.Itoa(part.Waiting), strconv.Itoa(part.Undos), ""))
	}
	for _, job := range held.Jobs {
		rows = append(rows, Plain(job.Shop, fmt.Sprintf("%s %s", job.JobID, job.JobName), capital(job.Field.Label()), "", "", strconv.Itoa(job.Open)))
	}
	p.Table(columns, rows)
}

// StillHeld says what is held, and what to do about it.
func StillHeld(held galley.Held) messages.Message {
	texts := 0
	for _, part := range held.Outbox {
		texts += part.Waiting
	}
	return messages.HeldOfRestore(held.CopyMadeAt, texts, len(held.Jobs))
}

// HeldDone reports what was released or withdrawn.
func (p *Page) HeldDone(released bool, done galley.HeldDone) {
	defer p.LeftOut(done.Left)
	if released {
		p.Line("%s released for publishing, and %s resumed.", Many(done.Publications, "text"), Many(done.Jobs, "job"))
		return
	}
	p.Line("%s withdrawn, and %s cancelled. Nothing was sent to a shop.", Many(done.Publications, "text"), Many(done.Jobs, "job"))
}
