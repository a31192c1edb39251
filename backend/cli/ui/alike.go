package ui

import (
	"fmt"

	"galley/backend/galley"
)

// alikeShown is how many texts of a group are listed.
const alikeShown = 5

// Alike lists the drafts of a job that are too much alike.
func (p *Page) Alike(found galley.Alike) {
	if len(found.Groups) == 0 {
		p.Line("No drafts are too much alike: %s compared with each other and %s of the shop.", Many(found.Drafts, "draft"), Many(found.Live, "text"))
	} else {
		p.Line("%s of %d alike, in %s.", Many(found.Alike, "draft"), found.Drafts, Many(len(found.Groups), "group"))
	}
	for _, g := range found.Groups {
		p.Line("")
		p.alikeGroup(found.Field, g)
	}
	for _, g := range found.Kept {
		p.Line("")
		p.Line("%s  %s, kept by %s at %s", g.ID, groupWords(g), g.KeptBy, Moment(*g.KeptAt))
	}
}

func (p *Page) alikeGroup(f galley.Field, g galley.AlikeGroup) {
	held := ""
	if g.Held > 0 {
		held = fmt.Sprintf(". %s held from Publish All", Many(g.Held, "draft"))
	}
	p.Line("%s  %s%s:", g.ID, groupWords(g), held)
	for _, d := range g.Drafts[:min(len(g.Drafts), alikeShown)] {
		p.Line("  %s  %s: %s", d.ItemID, d.Title, Short(f, d.Text, PreviewColumns))
	}
	for _, l := range g.Live[:min(len(g.Live), alikeShown)] {
		p.Line("  on the shop  %s: %s", l.Title, Short(f, l.Text, PreviewColumns))
	}
	if more := g.Size() - min(len(g.Drafts), alikeShown) - min(len(g.Live), alikeShown); more > 0 {
		p.Line("  and %d more", more)
	}
}

func groupWords(g galley.AlikeGroup) string {
	texts := Many(g.Size(), "text")
	switch g.Kind {
	case galley.AlikeOpening:
		return texts + " begin with “" + g.Opening + "”"
	case galley.AlikeEnding:
		return texts + " end with “" + g.Opening + "”"
	case galley.AlikeClosing:
		return texts + " have a last sentence that ends with “" + g.Opening + "”"
	case galley.AlikeNear:
		return texts + " are nearly the same"
	case galley.AlikeEqual:
	}
	return texts + " are the same"
}

// AlikeEstimate says what writing groups again would cost.
func (p *Page) AlikeEstimate(e galley.AlikeRewrite) {
	p.Line("%s to be written again by %s.", Many(e.Count, "draft"), e.Writer.Name())
	if e.Left > 0 {
		p.Line("%s cannot be written again now.", Many(e.Left, "draft"))
	}
	switch {
	case e.NeedsPrice != nil:
		p.Line("%s", e.NeedsPrice.Message)
	case e.Priced:
		p.Line("About %s, at most %s. Spent today: %s.", Money(e.CostUSD), Money(e.CostMaxUSD), Money(e.TodayUSD))
		p.costs(e.Measured, e.CostMaxUSD)
	default:
		p.Line("The price of the model is not known.")
	}
}

// Rewritten says what became of the drafts of a job that were written again.
func (p *Page) Rewritten(job galley.Job) {
	r := job.Rewriting
	p.Line("%s of %d written again.", Many(r.Written, "draft"), r.Total)
	if open := r.Failed + r.Paused + r.Waiting; open > 0 {
		p.Line("%s kept as they were.", Many(open, "draft"))
	}
	if r.Reason != nil {
		p.Line("%s", r.Reason.Message)
		p.details("  ", r.Reason)
	}
}

// Closest prints the text that is most like a draft.
func (p *Page) Closest(found *galley.Closest) {
	if found == nil {
		p.Line("No other text is like it.")
		return
	}
	of := "on the shop"
	if found.ItemID != "" {
		of = string(found.ItemID)
	}
	p.Line("%s (%s): %d %% alike", found.Title, of, found.Percent)
}
