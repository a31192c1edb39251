package ui

import (
	"fmt"

	"galley/backend/galley"
	"galley/backend/settings"
)

// Profile shows how a shop speaks.
func (p *Page) Profile(parts []settings.Setting, examples []galley.GoodText) {
	for _, part := range parts {
		if part.Value != "" {
			p.Line("%s = %s", part.Key, part.Value)
		}
	}
	for _, e := range examples {
		p.Line("marked as good: the %s of %s: %s", e.Field.Label(), e.Title, Short(e.Field, e.Text, 80))
	}
}

// LearnEstimate says what proposing a profile would cost.
func (p *Page) LearnEstimate(e galley.LearnEstimate) {
	switch {
	case e.NeedsPrice != nil:
		p.Line("%s", e.NeedsPrice.Message)
	case !e.Priced:
		p.Line("One request to %s with %s. Settings have no price for this model.", e.Writer.Name(), Many(e.Texts, "text"))
	default:
		p.Line("One request to %s with %s, about %s.", e.Writer.Name(), Many(e.Texts, "text"), Money(e.CostUSD))
	}
}

// Learned shows a proposal beside the profile.
func (p *Page) Learned(now, proposed []settings.Setting, applied bool) {
	for i, part := range proposed {
		switch {
		case part.Value == "":
		case now[i].Value == "" && applied:
			p.Line("%s = %s", part.Key, part.Value)
		case now[i].Value == "":
			p.Line("%s could be: %s", part.Key, part.Value)
		case now[i].Value != part.Value:
			p.Line("%s stays: %s", part.Key, now[i].Value)
			p.Line("  proposed: %s", part.Value)
		}
	}
}

// Prompts shows the finished prompts.
func (p *Page) Prompts(v galley.PromptPreview) {
	p.Line("The same for every item, about %s tokens:", Count(v.SystemTokens))
	p.Gap()
	p.Line("%s", v.System)
	for _, item := range v.Items {
		p.Gap()
		p.Line("%s, about %s tokens:", item.Place.Title, Count(item.Tokens))
		p.Gap()
		p.Line("%s", item.User)
	}
}

// Comparison shows two samples side by side.
func (p *Page) Comparison(c galley.Comparison) {
	for _, one := range []struct {
		name string
		job  galley.Job
	}{{"A", c.A}, {"B", c.B}} {
		p.Line("%s, job %s: %s, %s. %s", one.name, one.job.ID, one.job.Writer.Name(), spent(one.job), Short(galley.FieldTitle, one.job.Instructions, 100))
	}
	for _, pair := range c.Pairs {
		p.Gap()
		p.Line("%s", pair.A.Place.Title)
		p.Line("  A: %s  %s", pair.A.ID, orNone(Short(pair.A.Field, pair.A.Content, 160)))
		p.Line("  B: %s  %s", pair.B.ID, orNone(Short(pair.B.Field, pair.B.Content, 160)))
	}
	p.Gap()
	p.Side("A", c.SumA)
	p.Side("B", c.SumB)
	p.Line("galley job choose %s writes the rest like A, galley job choose %s like B; --keep ITEM keeps a draft of either.", c.A.ID, c.B.ID)
}

// Side sums up one side of a comparison.
func (p *Page) Side(name string, sum galley.SideSummary) {
	line := fmt.Sprintf("%s: %s, on average %s %s, %d held", name, Many(sum.Written, "draft"), Count(sum.Length), sum.Unit, sum.Held)
	if sum.Score != nil {
		line += fmt.Sprintf(", score %d", *sum.Score)
	}
	if sum.InRange != nil {
		line += fmt.Sprintf(", %d in range", *sum.InRange)
	}
	p.Line("%s, %d alike", line, sum.Alike)
}
