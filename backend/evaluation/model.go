package evaluation

import (
	"context"
	"io/fs"
	"slices"
	"time"

	"galley/backend/galley"
	"galley/backend/writing"
)

// Run is how a model fared on products of a set.
type Run struct {
	Prompt   string         `json:"prompt"` // version of the prompt
	Model    string         `json:"model"`
	Asked    int            `json:"asked"`
	Admitted int            `json:"admitted"`
	Refused  map[string]int `json:"refused"` // by the reason
	Held     int            `json:"held"`    // admitted, with a warning that holds it back
	Claims   int            `json:"claims"`  // warnings of admitted drafts
	Score    int            `json:"score"`   // mean of those that have one
	Tokens   galley.Usage   `json:"tokens"`
	Cost     float64        `json:"cost"` // dollars, where prices are known
	Seconds  float64        `json:"seconds"`
}

// Ask asks a writer for each field of the first products of a folder, by ID.
func Ask(ctx context.Context, w galley.Writer, folder fs.FS, most int, fields []galley.Field) (Run, error) {
	products, err := readProducts(folder)
	if err != nil {
		return Run{}, err
	}
	paid := &tally{}
	ctx = galley.WithMeter(ctx, paid)
	run := Run{Prompt: writing.PromptVersion, Refused: map[string]int{}}
	ids := make([]string, 0, len(products))
	for id := range products {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	start, scores, scored := time.Now(), 0, 0
	for _, id := range ids[:min(most, len(ids))] {
		for _, f := range fields {
			draft, _, err := writing.New(nil).Draft(ctx, w, products[id].Request(f))
			run.Asked++
			if err != nil {
				run.Refused[err.Error()]++
				continue
			}
			run.Admitted++
			run.Model = draft.By
			run.Claims += len(draft.Report.Warnings)
			if draft.Report.HoldsBack() {
				run.Held++
			}
			if draft.Report.Score != nil {
				scores, scored = scores+draft.Report.Score.Total, scored+1
			}
		}
	}
	if scored > 0 {
		run.Score = scores / scored
	}
	run.Tokens = paid.used
	run.Seconds = time.Since(start).Seconds()
	return run, nil
}
