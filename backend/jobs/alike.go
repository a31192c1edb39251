package jobs

import (
	"context"
	"sync"

	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/lease"
	"galley/backend/sameness"
)

// sameTexts finds drafts of a run that are like another text: a draft of the job,
// or what the shop has at another place.
type sameTexts struct {
	load   sync.Once
	mu     sync.Mutex
	by     map[uint64]galley.SavedText // the first text of these words
	stream *sameness.Stream            // nil where drafts wait for a person, or follow patterns
}

// checkSame adds a warning to a draft that is the same as another text, and marks
// one that is like those before it.
func (r *run) checkSame(ctx context.Context, place, title string, draft *galley.Draft) {
	r.same.load.Do(func() { r.loadTexts(ctx) })
	p := sameness.PrintOf(sameness.TextOf(r.job.Field, draft.Content, title))
	if p.Empty() {
		return
	}
	r.same.mu.Lock()
	defer r.same.mu.Unlock()
	if r.same.stream != nil {
		draft.Alike = r.same.stream.Add(p, true)
	}
	other, known := r.same.by[p.Key()]
	switch {
	case !known:
		r.same.by[p.Key()] = galley.SavedText{PlaceID: place, Title: title}
	case other.PlaceID != place:
		draft.Report.Warnings = append(draft.Report.Warnings, galley.Warning{
			Rule: galley.RuleSameText, Severity: galley.SeverityHold, Message: messages.SameText(other.Title), About: other.PlaceID,
		})
	}
}

// loadTexts reads the texts that drafts are compared with. Where that fails the
// drafts are compared with each other alone: none is lost for it.
func (r *run) loadTexts(ctx context.Context) {
	r.same.by = map[uint64]galley.SavedText{}
	if r.job.Strategy == galley.StrategyPublish && galley.AlikeNear.Holds(r.job.Writer.Kind) {
		r.same.stream = sameness.NewStream()
	}
	err := r.store.EachPrint(ctx, r.job, func(t galley.SavedText) error {
		p, _ := sameness.ParsePrint(t.Print)
		if r.same.stream != nil {
			r.same.stream.Add(p, t.ItemID != "")
		}
		if _, known := r.same.by[p.Key()]; !known && !p.Empty() {
			r.same.by[p.Key()] = galley.SavedText{PlaceID: t.PlaceID, Title: t.Title}
		}
		return ctx.Err()
	})
	if err != nil {
		r.log.Warn("the shop's texts could not be compared with drafts", "error", err)
	}
}

// compare compares the job's texts when its run ends. The drafts are saved either
// way; where it fails, it is tried again before they are published.
func (r *run) compare(ctx context.Context) {
	if err := r.alike.Compare(ctx, r.job.ID); err != nil && ctx.Err() == nil {
		r.log.Warn("the job's texts could not be compared", "job", r.job.ID, "error", err)
	}
}

func compareLease(id galley.JobID) string { return "alike:" + string(id) }

// Compare compares the texts of a job whose drafts, or whose shop's texts, changed
// since the last time.
func (r *Runner) Compare(ctx context.Context, id galley.JobID) (worked bool, err error) {
	return r.holding(ctx, compareLease(id), func(held *lease.Held) error {
		return r.alike.Compare(held.Context(), id)
	})
}

// toCompare lists the jobs whose texts are to be compared.
func (r *Runner) toCompare(ctx context.Context) []galley.JobID {
	jobs, err := r.store.JobsToCompare(ctx)
	if err != nil && ctx.Err() == nil {
		r.log.Error("the jobs to compare cannot be read", "error", err)
	}
	return jobs
}
