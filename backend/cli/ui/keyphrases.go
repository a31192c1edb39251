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

// KeyphraseImport tells what an import set, and what it left.
func (p *Page) KeyphraseImport(done galley.KeyphraseImport) {
	p.Line("%s set, %s unchanged, of %s.", Many(done.Set, "keyphrase"), Count(done.Unchanged), Many(done.Rows, "row"))
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
