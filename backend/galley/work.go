package galley

import "time"

// Claimed is an item that is being written.
type Claimed struct {
	ID    ItemID
	Place Listed
	Asked string // SHA-256 of the shop's text when the answer was asked for, "" of one that comes at once

	// Of a draft that is written again:
	Original Value    // the text on the shop that it is for
	Previous string   // the draft to improve on, "" after a conflict
	Note     string   // what a person asked for
	Unlike   []string // how other texts begin, that it must not be like
}

// Draft is a text for an item with its metadata; it becomes the item's next
// revision.
type Draft struct {
	Content    string
	Original   Value // what the shop had
	Report     Report
	SawPicture bool
	Author     Author
	By         string // the model's or the person's name
	Note       string // what was asked for
	// PromptVersion names the wording that a model was asked with, "" for a
	// person's text.
	PromptVersion string
	At            time.Time
	// Alike: it is too much like a text that was there before it.
	Alike bool
	// From is the change on the shop that a draft of a published item is based on.
	From *SeenChange
}

// Recheck is the result of checking the current draft again, and which of its
// warnings a person kept.
type Recheck struct {
	ID       ItemID
	Revision int // that was looked at
	Report   Report
	Kept     []WarningKey
}

// Outcome is how the writing of an item ended: generated with a text, failed or
// skipped with a reason, or back to pending. Its cost was booked when the
// answers came.
type Outcome struct {
	ID       ItemID
	State    ItemState
	Draft    *Draft
	Reason   *Reason
	HeldBack bool
	Publish  *PublishDecision // with a text: goes to the outbox in the same transaction
}

// PublishDecision is the decision of a person (or a strategy) to publish a
// draft.
type PublishDecision struct {
	Plan      PlanID
	Person    string
	Overwrite bool // of a conflict: replace the text that it showed
	Rejected  bool // also a draft that was rejected
}

// Settled is how a publication ended.
type Settled struct {
	State  PublicationState
	Before *Value // what the shop had
	Live   *Value // what it has now
	Reason *Reason
	// AlreadyThere: the shop had the text, so nothing was sent.
	AlreadyThere bool
	RequestID    string // the shop's id of the last write
	Sibling      *Value // the other SEO field, as it was sent along
	// Watch: the shop may still carry out an attempt whose answer was lost.
	Watch bool
}

// Extent is how much a selection covers.
type Extent struct {
	Named    int // that the selection names
	Items    int // that a job over them would have
	NotEmpty int // left out of Items because the field is filled
}

// ItemStanding is what decides whether an item can be published, undone or
// retried.
type ItemStanding struct {
	ItemStatus
	Position int
	Revision int
	Warned   bool
	Opened   bool   // a person was shown the whole draft, at its revision
	Replaces bool   // a customer sees a text there now
	Gone     bool   // the product is not in the local copy any more
	Unread   bool   // it changed since the list was drawn that a selection was made in
	OnShop   *Value // in a conflict: the shop's text
}
