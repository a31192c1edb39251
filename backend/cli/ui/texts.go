package ui

import "galley/backend/galley"

// TextPublished says what became of one text that was to be published.
func (p *Page) TextPublished(run galley.Run, field galley.Field, shop galley.Shop) {
	switch {
	case run.Total == 0:
		p.Line("%s has this %s already. Nothing was written.", shop.Name, field.Label())
	case run.Published > 0:
		p.Line("The %s is on %s.", field.Label(), shop.Name)
	case run.Conflict > 0:
		p.Line("%s has another %s by now. It was left alone.", shop.Name, field.Label())
	case run.Failed > 0:
		p.Line("The %s could not be published. galley activity says why.", field.Label())
	default:
		p.Line("The %s waits for %s. Any open Galley publishes it.", field.Label(), shop.Name)
	}
}

// OwnDrafts lists texts that are saved and not published.
func (p *Page) OwnDrafts(kept []galley.OwnDraft) {
	if len(kept) == 0 {
		p.Line("No draft is saved.")
		return
	}
	rows := make([][]Cell, len(kept))
	for i, own := range kept {
		rows[i] = Plain(capital(own.Field.Label()), orNone(own.ImageID), Short(own.Field, own.Content, 60), orNone(own.Person), Moment(own.SavedAt))
	}
	p.Table([]Column{{"Field", false}, {"Picture", false}, {"Draft, not published", false}, {"By", false}, {"Saved", false}}, rows)
}

// Instructions lists saved instructions.
func (p *Page) Instructions(saved []galley.Instructions) {
	if len(saved) == 0 {
		p.Line("No instructions are saved.")
		return
	}
	rows := make([][]Cell, len(saved))
	for i, one := range saved {
		rows[i] = Plain(one.ID, one.Name, one.Field.Label(), oneLine(one.Text))
	}
	p.Table([]Column{{"ID", false}, {"Name", false}, {"Field", false}, {"Words", false}}, rows)
}
