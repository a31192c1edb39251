package galley

import (
	"iter"
	"maps"
)

// filterRules say which items each filter shows. Tests compare the store's
// conditions and the counts of a job with them for every status.
var filterRules = map[ItemFilter]func(ItemStatus) bool{
	FilterAll:         func(ItemStatus) bool { return true },
	FilterUnpublished: ItemStatus.unpublished,
	FilterPublished:   func(s ItemStatus) bool { return s.onShop() && s.Since != SinceChanged },
	FilterChanged:     func(s ItemStatus) bool { return s.onShop() && s.Since == SinceChanged },
	FilterSkipped:     func(s ItemStatus) bool { return s.State == ItemSkipped },
	FilterFailed:      func(s ItemStatus) bool { return s.State == ItemFailed || s.Publish == PublishFailed },
	FilterConflict:    func(s ItemStatus) bool { return s.Publish == PublishConflict && s.Decision != DecisionRejected },
	FilterApproved:    func(s ItemStatus) bool { return s.Decision == DecisionApproved && s.reviewable() },
	FilterRejected:    func(s ItemStatus) bool { return s.draft() && s.Decision == DecisionRejected },
	FilterWaiting:     ItemStatus.waiting,
	FilterWarned:      func(s ItemStatus) bool { return s.draft() && s.Warned },
	FilterToReview:    ItemStatus.ToReview,
	FilterShort:       func(s ItemStatus) bool { return s.draft() && s.OffLength == LengthShort },
	FilterLong:        func(s ItemStatus) bool { return s.draft() && s.OffLength == LengthLong },
	FilterAlike:       func(s ItemStatus) bool { return s.PendingReview() && s.Alike && !s.waiting() },
}

// ItemFilters are all filters.
func ItemFilters() iter.Seq[ItemFilter] { return maps.Keys(filterRules) }

// Holds reports whether the filter shows an item of that status.
func (f ItemFilter) Holds(s ItemStatus) bool { return filterRules[f](s) }

// PendingReview reports whether the draft waits for a decision or for
// publishing: it is neither rejected nor on the shop, and did not fail there.
func (s ItemStatus) PendingReview() bool { return s.reviewable() && s.Decision != DecisionRejected }

// ToReview reports whether the draft waits to be read: no person has decided on
// it, nothing of it is on the shop or on its way there, and it is not being
// written again. What failed on the shop or is in conflict waits for something
// else than reading.
func (s ItemStatus) ToReview() bool {
	return s.draft() && s.Decision == DecisionOpen && !s.Rewriting && (s.Publish == Unpublished || s.Publish == PublishUndone)
}

// Written reports whether writing has ended: nothing is retried automatically.
func (s ItemStatus) Written() bool { return s.State != ItemPending && s.State != ItemGenerating }

func (s ItemStatus) draft() bool { return s.State == ItemGenerated }

// onShop reports whether the draft was published and not undone, also while its
// undo waits.
func (s ItemStatus) onShop() bool { return s.draft() && s.Publish == Published }

// reviewable reports whether there is a draft that is not on the shop and did
// not fail there.
func (s ItemStatus) reviewable() bool {
	return s.draft() && s.Publish != Published && s.Publish != PublishFailed
}

func (s ItemStatus) waiting() bool { return s.Publish == PublishQueued || s.Publish == Publishing }

// unpublished leaves out conflicts, except those in which the shop keeps its
// text: they are settled.
func (s ItemStatus) unpublished() bool {
	return s.reviewable() && (s.Publish != PublishConflict || s.Decision == DecisionRejected)
}

// Add counts n more items of that status.
func (c *Counts) Add(s ItemStatus, n int) {
	for _, part := range []struct {
		holds bool
		count *int
	}{
		{true, &c.Total},
		{s.draft() && s.Publish != PublishFailed, &c.Successful},
		{s.PendingReview(), &c.PendingReview},
		{s.State == ItemCancelled, &c.Cancelled},
		{FilterFailed.Holds(s), &c.Failed},
		{FilterPublished.Holds(s), &c.Published},
		{FilterSkipped.Holds(s), &c.Skipped},
		{FilterUnpublished.Holds(s), &c.Unpublished},
		{FilterConflict.Holds(s), &c.Conflict},
		{FilterApproved.Holds(s), &c.Approved},
		{FilterRejected.Holds(s), &c.Rejected},
		{FilterWarned.Holds(s), &c.Warned},
		{FilterWaiting.Holds(s), &c.Waiting},
		{FilterChanged.Holds(s), &c.Changed},
		{FilterAlike.Holds(s), &c.Alike},
		{s.ToReview(), &c.ToReview},
	} {
		if part.holds {
			*part.count += n
		}
	}
}
