package ui

import (
	"fmt"

	"galley/backend/galley"
)

// Publishing says what was decided to the shop, and what stays out.
func (p *Page) Publishing(plan galley.PublishPlan, queued int) {
	if queued == 0 {
		p.Line("Nothing to publish to %s. %s", plan.Shop, leftOut(plan.Left))
		return
	}
	p.Line("%s decided to %s. %s", capital(Texts(queued, plan.Field)), plan.Shop, leftOut(plan.Left))
}

func leftOut(l galley.Left) string {
	var parts []string
	for _, part := range []struct {
		n    int
		what string
	}{
		{l.Conflict, "in conflict"}, {l.Rejected, "rejected"}, {l.Failed, "without a draft or failed"}, {l.Open, "not approved"},
		{l.Waiting, "already on the way"}, {l.Published, "already published"},
	} {
		if part.n > 0 {
			parts = append(parts, fmt.Sprintf("%s %s", Count(part.n), part.what))
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return capital(listed(parts)) + " left out."
}

// Undoing says how many earlier texts were decided to be put back.
func (p *Page) Undoing(plan galley.UndoPlan) {
	if plan.Count == 0 {
		p.Line("Nothing of this job is on %s, so there is nothing to put back.", plan.Shop)
		return
	}
	p.Line("The earlier text of %s goes back to %s. What was changed there since is left alone.", Texts(plan.Count, plan.Field), plan.Shop)
}

// Afterwards shows a job after a decision; where nobody waited for it, it says
// who will carry it out.
func (p *Page) Afterwards(j galley.Job, decided int, waited bool) {
	switch {
	case decided == 0:
		return
	case !waited:
		p.Line("The Galley that is open on this home takes them there. If none is, galley work --until-idle does it now.")
	}
	p.Gap()
	p.Counts(j)
}

// Outgoing is how far the outbox of a job has come, on one line.
func Outgoing(job galley.JobID, left, of int) string {
	return fmt.Sprintf("Job %s: %s of %s settled with the shop", job, Count(max(of-left, 0)), Count(of))
}
