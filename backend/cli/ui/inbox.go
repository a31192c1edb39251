package ui

import (
	"fmt"
	"math"

	"galley/backend/galley"
)

// Inbox lists what is to be read, by shop and job.
func (p *Page) Inbox(inbox galley.Inbox) {
	if inbox.Left == 0 {
		p.Line("Nothing is left to read.")
		return
	}
	columns := []Column{{"Shop", false}, {"No.", true}, {"Job", false}, {"Field", false}, {"Left", true}, {"With warnings", true}, {"Below 80", true}}
	var rows [][]Cell
	for _, shop := range inbox.Shops {
		for _, job := range shop.Jobs {
			low := "–"
			if shop.Scored {
				low = Count(job.Low)
			}
			rows = append(rows, Plain(shop.Name, string(job.ID), job.Name, capital(job.Field.Label()),
				fmt.Sprintf("%s of %s", Count(job.Left), Count(job.Total)), Count(job.Warned), low))
		}
	}
	p.Table(columns, rows)
	p.Gap()
	p.Line("%s left%s.", Count(inbox.Left), atPace(inbox))
}

// atPace is how long a person takes for what is left, "" where that is not known.
func atPace(inbox galley.Inbox) string {
	if inbox.SecondsPerDraft == 0 {
		return ""
	}
	minutes := math.Ceil(inbox.SecondsPerDraft * float64(inbox.Left) / 60)
	return fmt.Sprintf(", about %s min at your pace", Count(int(minutes)))
}
