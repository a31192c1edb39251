package ui

import (
	"galley/backend/galley"
)

// JobClaims lists the claims of a job that are not answered.
func (p *Page) JobClaims(list []galley.JobClaim) {
	if len(list) == 0 {
		p.Line("No claim without an answer.")
		return
	}
	columns := []Column{{"Drafts", true}, {"Can be changed", true}, {"Claim", false}, {"Grade", false}, {"Why", false}}
	rows := make([][]Cell, len(list))
	for i, c := range list {
		rows[i] = Plain(Count(c.Drafts), Count(c.Editable), c.Warning.About, gradeWords[c.Grade], c.Message.String())
	}
	p.Table(columns, rows)
}

var gradeWords = map[galley.Grade]string{
	galley.GradeContradicts: "contradicts the data", galley.GradeNoSource: "no source", galley.GradeSupported: "supported", galley.GradeElsewhere: "about something else",
}

// AnswerPreview shows what an answer would change.
func (p *Page) AnswerPreview(preview galley.AnswerPreview) {
	p.Line("%s would change. Nothing is saved.", Many(preview.Count, "draft"))
	for _, d := range preview.Drafts {
		p.Gap()
		p.Line("%s  %s  (%s, then %d)", d.ID, d.Place.Title, Many(d.Warnings, "warning"), d.WarningsLeft)
		p.Line("  - %s", d.Before)
		if d.After != d.Before {
			p.Line("  + %s", d.After)
		}
	}
	p.answersLeft(preview.Left)
}

// Answered tells what an answer changed, and how to take it back.
func (p *Page) Answered(done galley.Answered) {
	if done.Count == 0 {
		p.Line("No draft was changed.")
	} else {
		p.Line("%s answered. Take it back with: galley draft undo %d", Many(done.Count, "draft"), done.ID)
	}
	p.answersLeft(done.Left)
}

// Undone tells what taking an answer back changed.
func (p *Page) Undone(done galley.Answered) {
	p.Line("%s as before.", Many(done.Count, "draft"))
	p.answersLeft(done.Left)
}

func (p *Page) answersLeft(left []galley.LeftOut) {
	for _, l := range left {
		p.Line("Left alone: %s: %s", l.Place.Title, l.Reason.Message)
	}
}
