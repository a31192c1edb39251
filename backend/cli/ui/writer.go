package ui

import (
	"strings"
	"time"

	"galley/backend/galley"
)

// LocalEndpoints lists the model servers of this computer.
func (p *Page) LocalEndpoints(found []galley.LocalEndpoint) {
	if len(found) == 0 {
		p.Line("No model server runs on this computer at its usual port.")
		return
	}
	for _, e := range found {
		p.Line("%s at %s: %s.", e.Name, e.BaseURL, strings.Join(e.Models, ", "))
	}
}

// EndpointModels lists the models of an endpoint.
func (p *Page) EndpointModels(found galley.EndpointModels) {
	p.Line("Found at %s, with %s.", found.BaseURL, Many(len(found.Models), "model"))
	rows := make([][]Cell, len(found.Models))
	for i, m := range found.Models {
		size, context, pictures, price := "–", "–", "–", "–"
		if m.Bytes > 0 {
			size = Megabytes(m.Bytes)
		}
		if m.Context > 0 {
			context = Count(m.Context)
		}
		if m.Pictures != nil {
			pictures = map[bool]string{true: "yes", false: "no"}[*m.Pictures]
		}
		if m.Price != nil {
			price = Money(m.Price.Input) + " / " + Money(m.Price.Output)
		}
		name := m.ID
		if m.NoText {
			name += " (makes no text)"
		}
		rows[i] = Plain(name, size, context, pictures, price)
	}
	if len(rows) > 0 {
		p.Table([]Column{{Title: "Model"}, {Title: "Size"}, {Title: "Context"}, {Title: "Pictures"}, {Title: "Price in / out"}}, rows)
	}
}

// Megabytes writes a size in MB.
func Megabytes(bytes int64) string { return Count(int(bytes/1_000_000)) + " MB" }

// WriterTrial shows what a writer wrote, and what it can do.
func (p *Page) WriterTrial(trial galley.WriterTrial) {
	took := (time.Duration(trial.Millis) * time.Millisecond).Round(100 * time.Millisecond)
	p.Line("%s wrote %s for %s in %s.", trial.Report.Name, Many(trial.Words, "word"), trial.Product, took)
	p.Line("Answers: %s. Pictures: %s.", trial.Report.Structured, map[bool]string{true: "yes", false: "no"}[trial.Report.Pictures])
	if trial.Report.PromptCut {
		p.Line("It cuts long questions without saying so: load the model with a larger context.")
	}
	p.Gap()
	p.Line("%s", trial.Text)
}
