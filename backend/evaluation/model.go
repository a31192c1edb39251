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

// Reply is what became of one text that a model was asked for, so that a person can read it.
type Reply struct {
	Product  string       `json:"product"`
	Field    galley.Field `json:"field"`
	Refused  string       `json:"refused,omitempty"` // the reason, "" for a draft
	Details  string       `json:"details,omitempty"` // the reason with the beginning of the answer
	Text     string       `json:"text,omitempty"`
	Held     bool         `json:"held,omitempty"`
	Warnings []string     `json:"warnings,omitempty"` // the words that each points at
}

// Ask asks a writer for each field of the first products of a folder, by ID, and returns what became of each text.
func Ask(ctx context.Context, w galley.Writer, folder fs.FS, most int, fields []galley.Field) (Run, []Reply, error) {
	products, err := readProducts(folder)
	if err != nil {
		return Run{}, nil, err
	}
	paid := &tally{}
	ctx = galley.WithMeter(ctx, paid)
	ids := make([]string, 0, len(products))
	for id := range products {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	run, start := Run{Prompt: writing.PromptVersion, Refused: map[string]int{}}, time.Now()
	var replies []Reply
	var scores []int
	for _, id := range ids[:min(most, len(ids))] {
		for _, f := range fields {
			draft, _, err := writing.New(nil).Draft(ctx, w, products[id].Request(f))
			reply := replyOf(id, f, draft, err)
			replies = append(replies, reply)
			run.add(reply)
			if err != nil {
				continue
			}
			run.Model = draft.By
			if draft.Report.Score != nil {
				scores = append(scores, draft.Report.Score.Total)
			}
		}
	}
	run.Score = mean(scores)
	run.Tokens = paid.used
	run.Seconds = time.Since(start).Seconds()
	return run, replies, nil
}

func replyOf(product string, f galley.Field, draft galley.Draft, err error) Reply {
	reply := Reply{Product: product, Field: f}
	if err != nil {
		reply.Refused, reply.Details = galley.MessageOf(err), err.Error()
		return reply
	}
	reply.Text, reply.Held = draft.Content, draft.Report.HoldsBack()
	for _, w := range draft.Report.Warnings {
		reply.Warnings = append(reply.Warnings, w.Rule+": "+w.About)
	}
	return reply
}

// add counts a reply.
func (r *Run) add(reply Reply) {
	r.Asked++
	if reply.Refused != "" {
		r.Refused[reply.Refused]++
		return
	}
	r.Admitted++
	r.Claims += len(reply.Warnings)
	if reply.Held {
		r.Held++
	}
}

// mean is 0 of no scores.
func mean(scores []int) int {
	sum := 0
	for _, s := range scores {
		sum += s
	}
	return sum / max(1, len(scores))
}
