package ui

import (
	"fmt"

	"galley/backend/galley"
)

// PreviewColumns is how much of a text a line shows if lines may be of any
// length.
const PreviewColumns = 80

// Items lists items of a job.
func (p *Page) Items(items []galley.Item) {
	if len(items) == 0 {
		p.Line("No items.")
		return
	}
	columns := []Column{{"Item", false}, {"Product", false}, {"Status", false}, {"Score", false}, {"Warnings", true}, {"Draft", false}}
	rows := make([][]Cell, len(items))
	for i, it := range items {
		warnings := Cell{"0", ToneDim}
		if n := len(alerts(it)); n > 0 {
			warnings = Cell{Count(n), ToneWarn}
		}
		rows[i] = []Cell{
			{Text: string(it.ID)}, {Text: it.Place.Title}, itemMark(it, p.kinds.wordsFor(it.ShopID)), scored(it.Score), warnings,
			{Text: draftOrReason(it)},
		}
	}
	p.Table(columns, rows)
	for _, it := range items {
		p.details(fmt.Sprintf("%s  ", it.ID), it.Error)
	}
}

func draftOrReason(it galley.Item) string {
	if it.Error != nil {
		return it.Error.Message.String()
	}
	return Short(it.Field, it.Content, PreviewColumns)
}

// Preview shows a draft beside the text that it replaces, both cut short.
func (p *Page) Preview(it galley.Item) {
	score := scored(it.Score)
	p.Line("%s  %s, score %s", it.ID, it.Place.Title, p.tinted(score.Text, score.Tone))
	p.Line("  now:   %s", orNone(Short(it.Field, it.Original, PreviewColumns)))
	p.Line("  draft: %s", orNone(Short(it.Field, it.Content, PreviewColumns)))
	for _, w := range alerts(it) {
		p.Line("  %s", w.Message)
	}
}

// alerts are the warnings that are more than information.
func alerts(it galley.Item) (some []galley.Warning) {
	for _, w := range it.Warnings {
		if w.Severity != galley.SeverityInfo {
			some = append(some, w)
		}
	}
	return some
}

// Item shows one item with all there is to judge it by.
func (p *Page) Item(it galley.Item, revisions []galley.Revision, publications []galley.Publication) {
	state := itemMark(it, p.kinds.wordsFor(it.ShopID))
	p.Line("Item %s, %s of %s: %s", it.ID, it.Field.Label(), it.Place.Title, p.tinted(state.Text, state.Tone))
	p.Reason("", it.Error)
	if it.Image != nil {
		p.Line("Picture: %s", it.Image.URL)
	}
	p.Gap()
	p.Line("On the shop when the draft was written:")
	p.Text(it.Original)
	if it.OnShop != nil {
		p.Gap()
		p.Line("On the shop now:")
		p.Text(it.OnShop.Text)
	}
	if it.Revision > 0 {
		p.Gap()
		p.Line("Draft, revision %d by %s:", it.Revision, orNone(it.WrittenBy))
		p.Text(it.Content)
	}
	p.judged(it.Score, it.Warnings)
	p.history(revisions, publications)
}

// judged shows a score with its rules, and the warnings.
func (p *Page) judged(score *galley.Score, warnings []galley.Warning) {
	if score != nil {
		p.Gap()
		total := scored(score)
		p.Line("Score: %s", p.tinted(total.Text, total.Tone))
		for _, r := range score.Rules {
			p.Line("  %-4s %3d  %s (%s)", r.Verdict, r.Points, r.Message, r.Measured)
		}
	}
	if len(warnings) > 0 {
		p.Gap()
		p.Line("Warnings:")
		for _, w := range warnings {
			p.Line("  %s", w.Message)
		}
	}
}

func (p *Page) history(revisions []galley.Revision, publications []galley.Publication) {
	if len(revisions) > 1 {
		p.Gap()
		p.Line("Revisions:")
		for _, r := range revisions {
			p.Line("  %d  %s  %s%s", r.Number, Moment(r.CreatedAt), orNone(r.Name), noted(r.Note))
		}
	}
	if len(publications) > 0 {
		p.Gap()
		p.Line("Publications:")
		for _, pub := range publications {
			p.Line("  %s  %s", Moment(pub.CreatedAt), publicationWords(pub))
			p.details("    ", pub.Error)
		}
	}
}

func noted(note string) string {
	if note == "" {
		return ""
	}
	return fmt.Sprintf(" (%s)", note)
}

func publicationWords(pub galley.Publication) string {
	verb := "Publish"
	if pub.Kind == galley.KindUndo {
		verb = "Undo"
	}
	words := map[galley.PublicationState]string{
		galley.PublicationQueued:    "waits",
		galley.PublicationSending:   "on its way",
		galley.PublicationDone:      "done",
		galley.PublicationConflict:  "left alone, the text on the shop was changed",
		galley.PublicationFailed:    "failed",
		galley.PublicationWithdrawn: "withdrawn",
	}[pub.State]
	return fmt.Sprintf("%s: %s", verb, words)
}

// Decided reports a decision over several items.
func (p *Page) Decided(word string, n, of int) {
	if n == of {
		p.Line("%s %s.", capital(word), Many(n, "item"))
		return
	}
	p.Line("%s %s of %s. The others have no draft that waits for a decision.", capital(word), Count(n), Many(of, "item"))
}
