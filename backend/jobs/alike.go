package jobs

import (
	"context"
	"sync"

	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/sameness"
)

// sameTexts finds drafts of a run that say the same as another text: a draft of
// the job, or what the shop has at another place.
type sameTexts struct {
	load sync.Once
	mu   sync.Mutex
	by   map[uint64]galley.SavedText // the first text of these words
}

// checkSame adds a warning to a draft that is the same as another text.
func (r *run) checkSame(ctx context.Context, place, title string, draft *galley.Draft) {
	r.same.load.Do(func() { r.loadTexts(ctx) })
	key := sameness.TextOf(r.job.Field, draft.Content, "").Key()
	if key == 0 {
		return
	}
	r.same.mu.Lock()
	defer r.same.mu.Unlock()
	other, known := r.same.by[key]
	switch {
	case !known:
		r.same.by[key] = galley.SavedText{PlaceID: place, Title: title}
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
	err := r.store.EachText(ctx, r.job, func(t galley.SavedText) error {
		if key := sameness.TextOf(r.job.Field, t.Content, "").Key(); key != 0 {
			if _, known := r.same.by[key]; !known {
				r.same.by[key] = galley.SavedText{PlaceID: t.PlaceID, Title: t.Title}
			}
		}
		return ctx.Err()
	})
	if err != nil {
		r.log.Warn("the shop's texts could not be compared with drafts", "error", err)
	}
}
