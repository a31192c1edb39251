package galley

import "time"

// PublicationKind tells a write forward from a write back.
type PublicationKind string

// The kinds of publication.
const (
	KindPublish PublicationKind = "publish"
	KindUndo    PublicationKind = "undo"
)

// Publication is one write to a shop, decided and then done. Expected is what
// the shop must still have for the write to go ahead; Before is what it had
// just before, After what was to be written, Live what was read back.
type Publication struct {
	ID         string           `json:"id"` // UUID
	ShopID     ShopID           `json:"shop_id"`
	ItemID     ItemID           `json:"item_id"`
	Target     Target           `json:"target"`
	Product    ProductRef       `json:"product"`
	Field      Field            `json:"field"`
	Kind       PublicationKind  `json:"kind"`
	State      PublicationState `json:"state"`
	Expected   Value            `json:"expected"`
	Before     *Value           `json:"before"`
	After      Value            `json:"after"`
	Live       *Value           `json:"live"`
	Sibling    *Value           `json:"sibling"` // the other SEO field, as it was sent along
	Person     string           `json:"person"`
	Writer     string           `json:"writer"` // which model wrote the text
	Undoes     string           `json:"undoes,omitempty"`
	Again      bool             `json:"again,omitempty"` // the undo of an undo: puts the published text there once more
	Late       bool             `json:"late,omitempty"`  // a lost write that the shop carried out later
	RequestID  string           `json:"request_id"`      // what the shop calls the last write, "" where nothing was sent
	Error      *Reason          `json:"error"`
	Attempts   int              `json:"attempts"`
	CreatedAt  time.Time        `json:"created_at" ts_type:"string"`
	StartedAt  *time.Time       `json:"started_at" ts_type:"string | null"` // of the last attempt
	FinishedAt *time.Time       `json:"finished_at" ts_type:"string | null"`
}

// Place is the place that the publication writes.
func (p Publication) Place() Place { return PlaceOf(p.Field, p.Target) }

// PublicationStart is a publication that is about to be sent.
type PublicationStart struct {
	Publication
	Again   bool     // within the same write: it is marked as being sent already
	Before  *Value   // what the shop has, nil where it could not be read
	Sibling *Value   // what is sent along
	End     *Settled // how it ends at once, nil where it is sent
}

// Settlement is a publication and how it ends. The state queued puts it back
// to wait for another try.
type Settlement struct {
	Publication
	End Settled
}

// TextEdit is a text of the product editor that is to go to the shop. Expected
// is what the editor was opened with.
type TextEdit struct {
	Field    Field  `json:"field"`
	ImageID  string `json:"image_id"` // for alt text
	Expected Value  `json:"expected"`
	Value    Value  `json:"value"`
}

// PublishRequest names the drafts of one job that are to go to the shop: the
// items given, or all that are not published (only the approved ones, if so
// said). Rejected items and conflicts go only when named.
type PublishRequest struct {
	JobID        JobID    `json:"job_id"`
	ItemIDs      []ItemID `json:"item_ids"`
	OnlyApproved bool     `json:"only_approved"`
	Overwrite    bool     `json:"overwrite"` // of named conflicts: replace the text that the conflict showed
}

// PublishPlan says what a request would do, for the sentence that asks.
type PublishPlan struct {
	Shop     string `json:"shop"`
	Field    Field  `json:"field"`
	Count    int    `json:"count"`    // drafts that would be written
	Replaces int    `json:"replaces"` // of these, places that have a text now
	Warned   int    `json:"warned"`   // of these, drafts with warnings
	Left     Left   `json:"left"`
}

// Left counts what a publish request leaves out, and why.
type Left struct {
	Published int `json:"published"`
	Waiting   int `json:"waiting"`
	Conflict  int `json:"conflict"`
	Rejected  int `json:"rejected"`
	Failed    int `json:"failed"` // no draft: not written, skipped or cancelled
	Open      int `json:"open"`   // not approved, where only approved ones go
}

// WithdrawRequest names what is taken back before it goes out: of the shop
// everything, or what waits of one job, or of that job's items given.
type WithdrawRequest struct {
	ShopID  ShopID   `json:"shop_id"`
	JobID   JobID    `json:"job_id"`
	ItemIDs []ItemID `json:"item_ids"`
}

// OutboxPart is what waits in a shop's outbox of one job, or with no job, of
// the product editor.
type OutboxPart struct {
	JobID   JobID  `json:"job_id"`
	JobName string `json:"job_name"`
	Field   Field  `json:"field"`
	Waiting int    `json:"waiting"`
	Undos   int    `json:"undos"` // of these, earlier texts that are put back
}

// UndoRequest names published items of one job whose earlier text is to be put
// back: the items given, or all.
type UndoRequest struct {
	JobID   JobID    `json:"job_id"`
	ItemIDs []ItemID `json:"item_ids"`
}

// UndoPlan says what an undo would do. What the shop has now is known only
// when it is asked; what was changed since is left alone and named then.
type UndoPlan struct {
	Shop  string `json:"shop"`
	Field Field  `json:"field"`
	Count int    `json:"count"`
}
