package ui

import (
	"fmt"
	"strconv"

	"galley/backend/galley"
)

// Activity lists entries of the ledger, of which there are total; narrowed says
// that only some were requested.
func (p *Page) Activity(entries []galley.Activity, total int, narrowed bool) {
	switch {
	case len(entries) == 0 && narrowed:
		p.Line("Nothing in the ledger matches.")
		return
	case len(entries) == 0:
		p.Line("Nothing was written to a shop yet.")
		return
	}
	columns := []Column{
		{"No.", true}, {"When", false}, {"Shop", false}, {"Product", false}, {"Field", false}, {"Result", false}, {"By", false}, {"Text", false},
	}
	rows := make([][]Cell, len(entries))
	for i, e := range entries {
		rows[i] = []Cell{
			{Text: strconv.FormatInt(e.Number, 10)}, {Text: Moment(e.At)}, {Text: e.Shop.Name}, {Text: e.Place.Title}, {Text: capital(e.Field.Label())},
			result(e, p.kinds.wordsFor(e.Shop.ID)), {Text: orNone(e.Person)}, {Text: textOrReason(e.Entry)},
		}
	}
	p.Table(columns, rows)
	for _, e := range entries {
		p.details(fmt.Sprintf("No. %d  ", e.Number), e.Error)
	}
	if total > len(entries) {
		p.Line("The newest %s of %s.", Count(len(entries)), Count(total))
	}
}

// result says in a word or two how an entry ended.
func result(e galley.Activity, words publishingWords) Cell {
	switch {
	case e.Result == galley.ResultConflict && e.Kind == galley.KindUndo:
		return Cell{"Left alone", ToneWarn}
	case e.Result == galley.ResultConflict:
		return Cell{"Conflict", ToneWarn}
	case e.Result == galley.ResultFailed:
		return Cell{"Failed", ToneBad}
	case e.Result == galley.ResultLate:
		return Cell{"Carried out late", ToneWarn}
	case e.Again:
		return Cell{words.again, ToneGood}
	case e.Kind == galley.KindUndo:
		return Cell{"Put back", ToneDim}
	case e.Result == galley.ResultAlreadyThere:
		return Cell{"Already there", ToneGood}
	case e.Undone:
		return Cell{words.putBack, ToneDim}
	}
	return Cell{words.published, ToneGood}
}

func textOrReason(e galley.Entry) string {
	if e.Error != nil {
		return e.Error.Message.String()
	}
	return orNone(Short(e.Field, e.After.Text, PreviewColumns))
}

// UndoingEntries reports the undo of ledger entries: how each ended, after
// --wait, and what cannot be undone.
func (p *Page) UndoingEntries(done galley.EntriesUndone, ends []galley.Activity, waited bool) {
	for _, left := range done.Left {
		p.Line("%d  %s: %s", left.Number, orNone(left.Place.Title), left.Reason.Message)
		p.details("  ", &left.Reason)
	}
	for _, e := range ends {
		said := result(e, p.kinds.wordsFor(e.Shop.ID))
		p.Line("%d  %s of %s: %s. %s", e.Undoes, capital(e.Field.Label()), e.Place.Title, p.tinted(said.Text, said.Tone), reasonOf(e.Entry))
		p.details("  ", e.Error)
	}
	switch {
	case len(done.Queued) == 0:
		p.Line("Nothing to put back.")
	case !waited:
		p.Line("%s to be put back. What was changed on the shop since is left alone.", Many(len(done.Queued), "text"))
		p.Line("A Galley that is open on this home publishes them. If none is, galley work --until-idle does it now.")
	}
}

func reasonOf(e galley.Entry) string {
	if e.Error == nil {
		return ""
	}
	return e.Error.Message.String()
}
