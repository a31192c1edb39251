package galley

import (
	"strconv"
	"strings"
	"time"

	"galley/backend/galley/messages"
)

// PlanID names one plan.
type PlanID string

// JobPlan is the plan of a job that publishes without review: creating the job
// was the decision, and the plan grows with what it writes.
func JobPlan(id JobID) PlanID { return PlanID("job:" + string(id)) }

// PlanKind says what a plan does.
type PlanKind string

// The kinds of plan.
const (
	PlanToPublish  PlanKind = "publish"
	PlanToUndo     PlanKind = "undo"
	PlanToSave     PlanKind = "save"
	PlanToRetry    PlanKind = "retry"
	PlanToPutBack  PlanKind = "put_back" // publish texts again that were changed on the shop
	PlanToRelease  PlanKind = "release"  // release what is held since a restore
	PlanToWithdraw PlanKind = "withdraw" // withdraw what is held since a restore
)

// PlanKept is how long an unconfirmed plan can be confirmed. Later ones are
// refused: what they showed is too old.
const PlanKept = 24 * time.Hour

// UrgentTexts is how many texts a person may send together for them to go before what was queued in
// bulk: about what is looked at one by one.
const UrgentTexts = 10

// ItemAt names a draft as a person saw it: its item, and the revision on
// screen. Revision 0 is the current one, for callers that looked at none.
type ItemAt struct {
	ID       ItemID `json:"id"`
	Revision int    `json:"revision"`
	// OnShop is the shop's text that a conflict showed, nil if none was on screen.
	OnShop *Value `json:"on_shop,omitempty"`
}

// ParseItemAt reads an item as it is named on the command line: "431/2" for its
// current draft, "431/2@3" for revision 3.
func ParseItemAt(s string) (ItemAt, error) {
	id, revision, found := strings.Cut(s, "@")
	at := ItemAt{ID: ItemID(id)}
	if _, _, err := at.ID.Split(); err != nil {
		return at, err
	}
	if !found {
		return at, nil
	}
	n, err := strconv.Atoi(revision)
	if err != nil || n < 1 {
		return at, NewError(CodeInvalidInput, messages.NotADraftID(s))
	}
	at.Revision = n
	return at, nil
}

// IDsOf lists the ids of items.
func IDsOf(items []ItemAt) []ItemID {
	ids := make([]ItemID, len(items))
	for i, it := range items {
		ids[i] = it.ID
	}
	return ids
}

// LeftOut is one draft, text or held job that an action did not take, and why.
type LeftOut struct {
	JobID   JobID      `json:"job_id,omitempty"` // of a held job, which has no item and no place
	ItemID  ItemID     `json:"item_id"`          // "" for a text that belongs to no job
	Place   PlaceRef   `json:"place"`
	Product ProductRef `json:"product"`
	Field   Field      `json:"field"`
	Entry   int64      `json:"entry,omitempty"` // its number in the ledger, for an undo of entries
	Reason  Reason     `json:"reason"`
}

// PublishRequest names the drafts of one job to publish: those named, or those
// of the scope (ScopeApproved, if OnlyApproved). Conflicts and failed ones go only when named; rejected ones
// only when named and Rejected is set. Items name the revision on screen: a
// draft that changed since is left out and named. ItemIDs name the current
// ones.
type PublishRequest struct {
	JobID        JobID    `json:"job_id"`
	ItemIDs      []ItemID `json:"item_ids,omitempty"`
	Items        []ItemAt `json:"items"`
	OnlyApproved bool     `json:"only_approved"`

	// Selection, alone, is everything in a list. Its conflicts are left out: they need both texts seen.
	Selection *ItemSelection `json:"selection,omitempty"`

	Scope PublishScope `json:"scope,omitempty"` // "" for all

	Overwrite bool `json:"overwrite"`          // of named conflicts: replace the text that the conflict showed
	Rejected  bool `json:"rejected,omitempty"` // also named drafts that were rejected
}

// PublishPlan says exactly what confirming Plan would do, for the question.
type PublishPlan struct {
	Plan     PlanID    `json:"plan"`
	Shop     string    `json:"shop"`
	ShopKind ShopKind  `json:"shop_kind"` // texts for a file shop are collected for its file
	Field    Field     `json:"field"`
	Count    int       `json:"count"`    // drafts that would be written
	Replaces int       `json:"replaces"` // of these, places that have a text now
	Warned   int       `json:"warned"`   // of these, drafts with warnings
	Approved int       `json:"approved"` // of these, approved drafts
	Unopened int       `json:"unopened"` // of these, drafts that nobody opened at their revision
	Left     Left      `json:"left"`     // with Count, all items of the job, or all that were named
	Changed  []LeftOut `json:"changed"`  // named drafts that have changed since they were on screen

	Scope  PublishScope   `json:"scope"`  // "" where drafts are named
	Scopes []ScopeFigures `json:"scopes"` // what each would publish, empty where drafts are named
	// Seconds is about how long writing takes, from the shop's last publications; 0 where there were none.
	Seconds int `json:"seconds"`
}

// Left counts the drafts that a publish request leaves out, by reason.
type Left struct {
	Published int `json:"published"`
	Waiting   int `json:"waiting"`
	Conflict  int `json:"conflict"`
	Rejected  int `json:"rejected"`
	Failed    int `json:"failed"`    // failed in writing, or in publishing and not named
	Unwritten int `json:"unwritten"` // not written yet
	Skipped   int `json:"skipped"`   // nothing to write for
	Cancelled int `json:"cancelled"` // not written, as the job was cancelled
	Open      int `json:"open"`      // not approved, where only approved ones go
	Changed   int `json:"changed"`   // changed since they were on screen
	Gone      int `json:"gone"`      // the product is no longer on the shop
	Rewriting int `json:"rewriting"` // to be written again, so not ready
	Alike     int `json:"alike"`     // too much like other texts, and not kept
	Warned    int `json:"warned"`    // with warnings, where only drafts without go
}

// UndoRequest names what to undo: published items of one job (those named, or
// all), entries of the ledger, or one publication.
type UndoRequest struct {
	JobID         JobID    `json:"job_id,omitempty"`
	ItemIDs       []ItemID `json:"item_ids,omitempty"`
	Items         []ItemAt `json:"items,omitempty"` // at the revision that was on screen
	Entries       []int64  `json:"entries,omitempty"`
	PublicationID string   `json:"publication_id,omitempty"`
}

// UndoPlan says exactly what confirming Plan would undo. The shop's text is
// known only when it is read; texts that changed are then left alone and named.
type UndoPlan struct {
	Plan  PlanID    `json:"plan"`
	Shop  string    `json:"shop"`               // "" for entries of several shops
	Field Field     `json:"field" blank:"true"` // "" for entries of several fields
	Count int       `json:"count"`
	Left  []LeftOut `json:"left"` // named ones that cannot be undone
}

// SavePlan says exactly which texts of the product editor confirming Plan
// would write.
type SavePlan struct {
	Plan    PlanID     `json:"plan"`
	Shop    string     `json:"shop"`
	Place   PlaceRef   `json:"place"`
	Product ProductRef `json:"product"`
	Count   int        `json:"count"`
}

// PutBackPlan says exactly which text confirming Plan would publish again, and
// which text of the shop it would replace.
type PutBackPlan struct {
	Plan   PlanID      `json:"plan"`
	Shop   string      `json:"shop"`
	JobID  JobID       `json:"job_id"` // "" for a text of the product editor
	Change ChangedText `json:"change"`
}

// HeldPlan says how many held texts and jobs confirming Plan would release or
// withdraw.
type HeldPlan struct {
	Plan         PlanID `json:"plan"`
	Publications int    `json:"publications"`
	Jobs         int    `json:"jobs"`
	// Of what was listed, how much is no longer held and so left out.
	GonePublications int `json:"gone_publications"`
	GoneJobs         int `json:"gone_jobs"`
}

// RetryRequest names failed items of one job, or with none named, all.
type RetryRequest struct {
	JobID   JobID    `json:"job_id"`
	ItemIDs []ItemID `json:"item_ids,omitempty"`
	Items   []ItemAt `json:"items"`
}

// RetryPlan says exactly what confirming Plan would try again.
type RetryPlan struct {
	Plan    PlanID    `json:"plan"`
	Shop    string    `json:"shop"`
	Field   Field     `json:"field"`
	Count   int       `json:"count"`
	Write   int       `json:"write"`   // of these, items that are written again
	Publish int       `json:"publish"` // of these, drafts that are published again
	Changed []LeftOut `json:"changed"`
}

// Confirmed is the result of confirming a plan.
type Confirmed struct {
	Plan  PlanID    `json:"plan"`
	Shop  string    `json:"shop"`
	Field Field     `json:"field"`
	JobID JobID     `json:"job_id"`
	Count int       `json:"count"` // queued
	Jobs  int       `json:"jobs"`  // held jobs that were resumed or cancelled
	Left  []LeftOut `json:"left"`  // planned, but changed since
	Shops []ShopID  `json:"shops"` // that have something of the plan queued
	// Entries are the numbers of the ledger entries that are undone, if some were named.
	Entries []int64 `json:"entries"`
	// Again is set if the plan had been confirmed before: Count is what was
	// queued then, and nothing was queued now.
	Again bool `json:"again"`
}

// Decided is the result of a decision over several drafts, or of the request to
// write them again.
type Decided struct {
	Count int       `json:"count"`
	Left  []LeftOut `json:"left"`  // changed since they were on screen, or the action does not apply to them
	Steps []StepID  `json:"steps"` // that undo the decisions: one of each job where something changed
	// Of a whole selection: what it held, and what it left out since it changed after the list was drawn, of which Left
	// names the first.
	Selected *SelectionCount `json:"selected,omitempty"`
}

// Run is the progress of the writes of one plan.
type Run struct {
	Plan        PlanID    `json:"plan"`
	Kind        PlanKind  `json:"kind"`
	Shops       []ShopID  `json:"shops"`
	JobID       JobID     `json:"job_id"` // "" for the product editor and for entries of the ledger
	ConfirmedAt time.Time `json:"confirmed_at"`
	Total       int       `json:"total"`
	Waiting     int       `json:"waiting"` // queued or being sent
	Published   int       `json:"published"`
	Undone      int       `json:"undone"`
	Conflict    int       `json:"conflict"`
	Failed      int       `json:"failed"`
	Withdrawn   int       `json:"withdrawn"`
}

// NewPlan is a plan to be saved.
type NewPlan struct {
	Kind      PlanKind
	ShopID    ShopID // "" for entries of several shops
	JobID     JobID  // "" for the product editor and for entries
	Overwrite bool
	Rejected  bool
	Approved  bool // only approved drafts
	Scope     PublishScope
	Selection *ItemSelection // the items to choose from, nil for all of the job
}

// PlannedUndo is one publication that a plan undoes.
type PlannedUndo struct {
	Publication Publication
	Entry       int64 // its number in the ledger, 0 where none was named
}
