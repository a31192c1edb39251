package galley

import "time"

// PublicationKind distinguishes publishing from undoing.
type PublicationKind string

// The kinds of publication.
const (
	KindPublish PublicationKind = "publish"
	KindUndo    PublicationKind = "undo"
)

// Removes reports whether a write of the kind takes a published text off the shop
// again: an undo does, unless it undoes an undo.
func (k PublicationKind) Removes(again bool) bool { return k == KindUndo && !again }

// Publication is one write to a shop, decided and then done. Expected is what
// the shop must still have for the write to go ahead; Before is what it had
// just before, After the text to write, Live the text read back.
type Publication struct {
	ID         string           `json:"id"` // UUID
	ShopID     ShopID           `json:"shop_id"`
	ItemID     ItemID           `json:"item_id"`
	Place      PlaceRef         `json:"place"`
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
	Plan       PlanID           `json:"plan"`   // that queued it, "" for publications older than plans
	Undoes     string           `json:"undoes,omitempty"`
	Again      bool             `json:"again,omitempty"` // the undo of an undo: publishes the text again
	Removes    bool             `json:"removes"`         // takes a published text off the shop; its undo publishes the text again
	Late       bool             `json:"late,omitempty"`  // a lost write that the shop carried out later
	RequestID  string           `json:"request_id"`      // the shop's id of the last write, "" if nothing was sent
	Error      *Reason          `json:"error"`
	Attempts   int              `json:"attempts"`
	CreatedAt  time.Time        `json:"created_at"`
	StartedAt  *time.Time       `json:"started_at"` // of the last attempt
	FinishedAt *time.Time       `json:"finished_at"`
	Urgent     bool             `json:"-"`        // a person sent it alone or with few others: it goes first
	CanUndo    bool             `json:"can_undo"` // it is the last write to its place, and not undone
}

// Slot is what the publication writes.
func (p Publication) Slot() Slot { return SlotOf(p.Field, p.Target()) }

// Target is the place that the publication writes.
func (p Publication) Target() Target { return p.Place.Target() }

// PublicationStart is a publication that is about to be sent.
type PublicationStart struct {
	Publication
	Again   bool     // within the same write: it is marked as being sent already
	Before  *Value   // what the shop has, nil where it could not be read
	Sibling *Value   // what is sent along
	End     *Settled // how it ends at once, nil where it is sent
}

// Settlement is a publication and how it ends. The state queued puts it back
// for another try.
type Settlement struct {
	Publication
	End Settled
}

// Written reports whether the publication changed the shop, also if the shop
// made another text of it.
func (p Publication) Written() bool {
	return p.State == PublicationDone || p.State == PublicationConflict && p.Error != nil && p.Error.Code == CodeShopReadback
}

// TextEdit is a text of the product editor to be published. Expected is the
// text that the editor was opened with.
type TextEdit struct {
	Field    Field  `json:"field"`
	ImageID  string `json:"image_id"` // for alt text
	Expected Value  `json:"expected"`
	Value    Value  `json:"value"`
}

// Target is the place that the text is for, of the editor of a product or collection.
func (e TextEdit) Target(of string) Target {
	if kind := e.Field.Place(); kind != PlaceImage {
		return Target{Kind: kind, ID: of}
	}
	return ImageTarget(e.ImageID)
}

// WithdrawRequest names what to withdraw before it is sent: everything of the
// shop, of one job, of that job's items given, or of one plan.
type WithdrawRequest struct {
	Plan    PlanID   `json:"plan,omitempty"` // only what this plan queued
	ShopID  ShopID   `json:"shop_id"`
	JobID   JobID    `json:"job_id"`
	ItemIDs []ItemID `json:"item_ids"`
}

// OutboxPart is what waits in a shop's outbox for one job or, without a job,
// for the product editor.
type OutboxPart struct {
	JobID   JobID  `json:"job_id"`
	JobName string `json:"job_name"`
	Field   Field  `json:"field" blank:"true"`
	Waiting int    `json:"waiting"`
	Undos   int    `json:"undos"` // of these, undos
}
