package ui

import (
	"fmt"
	"strings"

	"galley/backend/galley"
)

// Publishing says what is published and what is left out; done is how many are
// on the shop, after --wait.
func (p *Page) Publishing(plan galley.PublishPlan, done int, waited bool) {
	texts := Texts(plan.Count, plan.Field)
	switch {
	case plan.Count == 0:
		p.sentences("Nothing to publish to "+plan.Shop+".", leftOut(plan.Left))
	case plan.ShopKind.Traits().Exports && !waited:
		p.sentences(capital(texts)+" to be collected for the file of "+plan.Shop+".", leftOut(plan.Left))
	case plan.ShopKind.Traits().Exports:
		p.sentences(Count(done)+" of "+texts+" collected for the file of "+plan.Shop+".", leftOut(plan.Left),
			"Export the file with galley export, then import it in Shopify's admin.")
	case !waited:
		p.sentences(capital(texts)+" to be published to "+plan.Shop+".", unopened(plan), leftOut(plan.Left))
	default:
		p.sentences(Count(done)+" of "+texts+" published to "+plan.Shop+".", leftOut(plan.Left))
	}
}

// sentences writes those that say something, on one line.
func (p *Page) sentences(all ...string) {
	p.Line("%s", strings.TrimSpace(strings.Join(all, " ")))
}

// unopened says how many drafts of a whole job nobody opened in Galley.
func unopened(plan galley.PublishPlan) string {
	if plan.Unopened == 0 || plan.Scope == "" {
		return ""
	}
	return Count(plan.Unopened) + " of them nobody opened."
}

func leftOut(l galley.Left) string {
	var parts []string
	for _, part := range []struct {
		n    int
		what string
	}{
		{l.Conflict, "in conflict"}, {l.Rejected, "rejected"}, {l.Failed, "failed"}, {l.Open, "not approved"}, {l.Warned, "with a warning"},
		{l.Unwritten, "not written yet"}, {l.Skipped, "skipped"}, {l.Cancelled, "cancelled"},
		{l.Changed, "changed since"}, {l.Gone, "no longer on the shop"},
		{l.Rewriting, "being written again"}, {l.Alike, "too much like other texts"}, {l.Waiting, "already on the way"}, {l.Published, "already published"},
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

// Undoing says whose earlier text goes back to the shop; done is how many of
// them are there, where somebody waited for it.
func (p *Page) Undoing(plan galley.UndoPlan, done int, waited bool) {
	texts := Texts(plan.Count, plan.Field)
	switch {
	case plan.Count == 0:
		p.Line("Nothing of this job is on %s, so there is nothing to put back.", plan.Shop)
	case !waited:
		p.Line("The earlier text of %s goes back to %s. What was changed there since is left alone.", texts, plan.Shop)
	case done < plan.Count:
		p.Line("The earlier text of %s of %s is back on %s. The others were left as they are.", Count(done), texts, plan.Shop)
	default:
		p.Line("The earlier text of %s is back on %s.", texts, plan.Shop)
	}
}

// LeftOut names what an action did not take, each with its reason.
func (p *Page) LeftOut(left []galley.LeftOut) {
	for _, l := range left {
		if l.JobID != "" {
			p.Line("Left out. %s", l.Reason.Message)
		} else {
			p.Line("%s  %s: left out. %s", l.ItemID, l.Place.Title, l.Reason.Message)
		}
		p.details("  ", &l.Reason)
	}
}

// LeftAlone names the items whose text was not restored, each with its reason.
func (p *Page) LeftAlone(items []galley.Item) {
	for _, it := range items {
		p.Line("%s  %s: %s", it.ID, it.Place.Title, it.Error.Message)
		p.details("  ", it.Error)
	}
}

// Afterwards shows a job after a decision; without --wait, it says who will
// carry it out.
func (p *Page) Afterwards(j galley.Job, decided int, waited bool) {
	switch {
	case decided == 0:
		return
	case !waited:
		p.Line("A Galley that is open on this home publishes them. If none is, galley work --until-idle does it now.")
	}
	p.Gap()
	p.Counts(j)
}

// Outgoing is the progress of a job's outbox, on one line.
func Outgoing(job galley.JobID, left, of int) string {
	return fmt.Sprintf("Job %s: %s of %s settled with the shop", job, Count(max(of-left, 0)), Count(of))
}
