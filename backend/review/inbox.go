package review

import (
	"context"
	"time"

	"galley/backend/galley"
)

// InboxStore keeps what is to be read, and how fast it is.
type InboxStore interface {
	Inbox(ctx context.Context, query galley.InboxQuery) (galley.Inbox, error)
	NoteDecision(ctx context.Context, person string) error
	DecisionTimes(ctx context.Context, person string) ([]time.Time, error)
}

// Inbox returns the drafts to review of all shops, or of one, by shop and job.
// An unknown tab or order is CodeInvalidInput.
func (s *Service) Inbox(ctx context.Context, query galley.InboxQuery) (inbox galley.Inbox, err error) {
	if query.Tab, err = galley.ParseReviewTab(string(query.Tab)); err != nil {
		return inbox, err
	}
	if query.Order, err = galley.ParseShopOrder(string(query.Order)); err != nil {
		return inbox, err
	}
	if query.ShopID != "" {
		if _, err := s.store.Shop(ctx, string(query.ShopID)); err != nil {
			return inbox, err
		}
	}
	if inbox, err = s.store.Inbox(ctx, query); err != nil {
		return inbox, err
	}
	prefs, err := s.settings.Get(ctx)
	if err != nil {
		return inbox, err
	}
	decided, err := s.store.DecisionTimes(ctx, prefs.Person)
	inbox.SecondsPerDraft = galley.Pace(decided).Seconds()
	return inbox, err
}

// notePace keeps when a person decided about a single draft: many at once say
// nothing about reading.
func (s *Service) notePace(ctx context.Context, decided int, d galley.Decision) error {
	if decided != 1 || d == galley.DecisionOpen {
		return nil
	}
	prefs, err := s.settings.Get(ctx)
	if err != nil {
		return err
	}
	return s.store.NoteDecision(ctx, prefs.Person)
}

// checkListing checks the tab, the order and all that narrows a list of items.
func checkListing(q *galley.ItemQuery) (err error) {
	if q.Tab, err = galley.ParseReviewTab(string(q.Tab)); err != nil {
		return err
	}
	if q.Also, err = galley.CheckNarrowing(q.Also, q.Product); err != nil {
		return err
	}
	q.Order, err = galley.ParseItemOrder(string(q.Order))
	return err
}
