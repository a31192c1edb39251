package ui

import "galley/backend/review"

// Checked shows what the checks say of a text.
func (p *Page) Checked(c review.Checked) {
	p.Line("%s, %s", c.Handle, c.Field.Label())
	p.judged(c.Score, c.Warnings)
}
