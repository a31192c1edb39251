package galley

import "time"

// StepID identifies a step.
type StepID int64

// StepKind is what a person did to drafts.
type StepKind string

// The kinds of steps that can be undone.
const (
	StepDecide StepKind = "decide" // approved, rejected or reopened drafts
	StepEdit   StepKind = "edit"   // put another text in the place of a draft
	StepKeep   StepKind = "keep"   // put a warning aside, or brought it back
)

// MaxSteps is how many steps of all people are remembered.
const MaxSteps = 2000

// MaxSeat is the longest name of a window, in bytes.
const MaxSeat = 64

// MaxUnsaved is the longest text that is kept while it is typed, in bytes: more
// than any field of Shopify takes.
const MaxUnsaved = 2 << 20

// Step is one thing that a person did to drafts. Publications are none: undoing
// one is a write to the shop.
type Step struct {
	ID     StepID
	Kind   StepKind
	At     time.Time
	Drafts []StepDraft
}

// StepDraft is a draft of a step.
type StepDraft struct {
	ID     ItemID
	Was    DraftMark // before the step
	Left   DraftMark // after it
	Now    int       // the draft's revision now
	IsLeft bool      // its text now is the one that the step left
	IsWas  bool      // its text now is the one before the step
	Undone bool
}

// Ends are what a draft is before an undo or a redo of its step, and after it.
func (d StepDraft) Ends(undo bool) (from, into DraftMark) {
	if undo {
		return d.Left, d.Was
	}
	return d.Was, d.Left
}

// DraftMark is what a step changes of a draft.
type DraftMark struct {
	Revision int
	Decision Decision
	Kept     []WarningKey
}

// Moved is the result of undoing or redoing a step.
type Moved struct {
	ID       StepID    `json:"id"`
	Kind     StepKind  `json:"kind"`
	Decision Decision  `json:"decision"` // that the step took, of StepDecide
	Count    int       `json:"count"`    // drafts
	JobID    JobID     `json:"job_id"`   // of the first
	ItemID   ItemID    `json:"item_id"`
	Title    string    `json:"title"` // of its product or collection
	Left     []LeftOut `json:"left"`  // changed, queued or published since
}

// UnsavedEdit is what a person typed into a draft and did not save.
type UnsavedEdit struct {
	Seat     string    `json:"seat"`     // the window that it was typed in
	Turn     int       `json:"turn"`     // rises with each call of that window
	Revision int       `json:"revision"` // that was edited
	Content  string    `json:"content"`
	Person   string    `json:"person"`
	TypedAt  time.Time `json:"typed_at"`
}

// UnsavedAt is where something was typed and not saved.
type UnsavedAt struct {
	ItemID  ItemID    `json:"item_id"`
	JobID   JobID     `json:"job_id"`
	ShopID  ShopID    `json:"shop_id"`
	Field   Field     `json:"field"`
	Title   string    `json:"title"` // of its product or collection
	Seat    string    `json:"seat"`
	Person  string    `json:"person"`
	TypedAt time.Time `json:"typed_at"`
}
