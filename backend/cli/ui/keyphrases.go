package ui

import (
	"galley/backend/galley"
)

// Keyphrases lists keyphrases with where they come from.
func (p *Page) Keyphrases(list []galley.PlacedKeyphrase) {
	if len(list) == 0 {
		p.Line("No keyphrases.")
		return
	}
	columns := []Column{{"Title", false}, {"Handle", false}, {"Language", false}, {"Keyphrase", false}, {"From", false}, {"Clicks", true}, {"Impressions", true}}
	rows := make([][]Cell, len(list))
	for i, k := range list {
		rows[i] = Plain(k.Place.Title, k.Place.Handle, k.Language, k.Text, keyphraseFrom(k.Keyphrase), searches(k.Clicks), searches(k.Impressions))
	}
	p.Table(columns, rows)
}

func searches(n int) string {
	if n == 0 {
		return "–"
	}
	return Count(n)
}

func keyphraseFrom(k galley.Keyphrase) string {
	switch k.Source {
	case galley.KeyphraseTyped:
		return by("Typed", k.By)
	case galley.KeyphraseConfirmed:
		return by("Confirmed", k.By)
	case galley.KeyphraseImported:
		return "Imported from " + k.By
	case galley.KeyphraseGuess:
		return "? Guess"
	case galley.KeyphraseNone:
	}
	return "None"
}

func by(done, person string) string {
	if person == "" {
		return done
	}
	return done + " by " + person
}

// KeyphraseImport tells what an import set or would set, and what it leaves.
func (p *Page) KeyphraseImport(done galley.KeyphraseImport, isPreview bool) {
	verb := "set"
	if isPreview {
		verb = "to set"
	}
	p.Line("%s %s, %s unchanged, of %s.", Many(done.Set, "keyphrase"), verb, Count(done.Unchanged), Many(done.Rows, "row"))
	if isPreview && len(done.Taken) > 0 {
		p.Gap()
		p.Keyphrases(done.Taken)
	}
	if len(done.Left) > 0 {
		p.Gap()
		p.Line("Not replaced, since a person set them:")
		p.Keyphrases(done.Left)
	}
	if len(done.Unknown) > 0 {
		p.Gap()
		p.Line("Not in this shop:")
		for _, name := range done.Unknown {
			p.Line("  %s", name)
		}
	}
	for _, line := range done.Invalid {
		p.Line("Line %d: %s", line.Line, line.Reason)
	}
}

// KeyphrasesRestored tells what taking an import back did.
func (p *Page) KeyphrasesRestored(done galley.KeyphrasesRestored) {
	p.Line("Import taken back: %s as before.", Many(len(done.Restored), "keyphrase"))
	if done.Kept > 0 {
		p.Line("%s changed since the import: kept.", Many(done.Kept, "keyphrase"))
	}
}

// ProposeEstimate says what proposing keyphrases would cost.
func (p *Page) ProposeEstimate(e galley.ProposeEstimate) {
	ask := Many(e.Requests, "request") + " to " + e.Writer.Name() + " for " + Many(e.Places, "keyphrase")
	switch {
	case e.NeedsPrice != nil:
		p.Line("%s", e.NeedsPrice.Message)
	case !e.Priced:
		p.Line("%s. Settings have no price for this model.", ask)
	default:
		p.Line("%s: about %s, at most %s. Spent today: %s.", ask, Money(e.CostUSD), Money(e.CostMaxUSD), Money(e.TodayUSD))
	}
}

// ProposedKeyphrases lists a model's guesses.
func (p *Page) ProposedKeyphrases(done galley.ProposedKeyphrases) {
	p.Keyphrases(done.Proposed)
	p.Gap()
	p.Line("%s proposed as guesses, not scored until confirmed; %s without a usable phrase. Cost: %s.", Many(len(done.Proposed), "keyphrase"), Count(done.Without), Money(done.Usage.CostUSD))
}
