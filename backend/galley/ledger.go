package galley

import (
	"time"

	"galley/backend/galley/messages"
)

// EntryResult is how a publication ended.
type EntryResult string

// The results. AlreadyThere means that the shop had the text, so that nothing
// was sent; Late that a write whose answer was lost was found on the shop after
// it had been given up.
const (
	ResultWritten      EntryResult = "written"
	ResultAlreadyThere EntryResult = "already_there"
	ResultConflict     EntryResult = "conflict"
	ResultFailed       EntryResult = "failed"
	ResultLate         EntryResult = "late"
)

// Entry is one line of the ledger: a publication that was begun and came to an
// end, as it was then. It has copies of the names of shop, product and job,
// since it outlives them, and it is never edited.
type Entry struct {
	Number        int64           `json:"number"` // from 1, in the order in which publications ended
	At            time.Time       `json:"at"`
	DecidedAt     time.Time       `json:"decided_at"`
	PublicationID string          `json:"publication_id"` // UUID
	Kind          PublicationKind `json:"kind"`
	Again         bool            `json:"again"`  // the undo of an undo
	Undoes        int64           `json:"undoes"` // the number of the entry that it takes back, 0 for none
	Result        EntryResult     `json:"result"`
	Shop          ShopRef         `json:"shop"`
	ItemID        ItemID          `json:"item_id"` // "" for a text saved in the product editor
	Place         PlaceRef        `json:"place"`
	Product       ProductRef      `json:"product"`
	ImageID       string          `json:"image_id"` // for alt text
	Field         Field           `json:"field"`
	Before        *Value          `json:"before"`  // what the shop had, nil where it was not read
	After         Value           `json:"after"`   // what was to be written
	Live          *Value          `json:"live"`    // what the shop had then, nil where that is not known
	Sibling       *Value          `json:"sibling"` // the other SEO field, as it was sent along; nil where none was
	// BeforeSHA256 and AfterSHA256 are of the texts in UTF-8, in hexadecimal; ""
	// where the field was never set, or not read.
	BeforeSHA256  string   `json:"before_sha256"`
	AfterSHA256   string   `json:"after_sha256"`
	Person        string   `json:"person"`         // who decided it, by the name in settings
	WrittenBy     string   `json:"written_by"`     // the model, or the person who changed its draft
	Model         string   `json:"model"`          // that the draft is from, "" where there was none
	PromptVersion string   `json:"prompt_version"` // that the model was asked with
	CostUSD       *float64 `json:"cost_usd"`       // of the draft with all its revisions, in US dollars; nil where the model has no price
	RequestID     string   `json:"request_id"`     // the shop's id of the write, "" if nothing was sent or no answer came
	Attempts      int      `json:"attempts"`
	Error         *Reason  `json:"error"`
}

// ShopRef names a shop in the ledger; it is kept when the shop is removed.
type ShopRef struct {
	ID     ShopID `json:"id"`
	Name   string `json:"name"`
	Domain string `json:"domain"`
}

// Activity is an entry with its current state.
type Activity struct {
	Entry

	Mark    ActivityMark `json:"mark"`
	Removes bool         `json:"removes"`  // it took a published text off the shop; its undo publishes the text again
	Undone  bool         `json:"undone"`   // the earlier text was restored since
	CanUndo bool         `json:"can_undo"` // the earlier text can be restored: it was written, and is not undone already
}

// ActivityMark is how an entry is marked: as the filter that shows it, other than
// all.
type ActivityMark string

// The marks.
const (
	MarkPublished ActivityMark = "published"
	MarkUndone    ActivityMark = "undone"
	MarkConflict  ActivityMark = "conflict"
	MarkFailed    ActivityMark = "failed"
)

// Describe sets what follows from the entry.
func (a *Activity) Describe() {
	a.Removes = a.Kind.Removes(a.Again)
	switch {
	case a.Result == ResultConflict:
		a.Mark = MarkConflict
	case a.Result == ResultFailed:
		a.Mark = MarkFailed
	case a.Removes:
		a.Mark = MarkUndone
	default:
		a.Mark = MarkPublished
	}
}

// ActivityFilter is a tab of the Activity page.
type ActivityFilter string

// The filters.
const (
	ActivityAll       ActivityFilter = "all"
	ActivityPublished ActivityFilter = "published" // texts that went to the shop, again ones included
	ActivityUndone    ActivityFilter = "undone"    // texts that were put back
	ActivityConflict  ActivityFilter = "conflict"
	ActivityFailed    ActivityFilter = "failed"
)

// ParseActivityFilter returns the filter of that name; "" is ActivityAll.
func ParseActivityFilter(s string) (ActivityFilter, error) {
	switch f := ActivityFilter(s); f {
	case "":
		return ActivityAll, nil
	case ActivityAll, ActivityPublished, ActivityUndone, ActivityConflict, ActivityFailed:
		return f, nil
	}
	return "", NewError(CodeInvalidInput, messages.NoSuchLedgerFilter(s))
}

// ActivityQuery asks for a window of the ledger, newest first.
type ActivityQuery struct {
	ShopID ShopID         `json:"shop_id"` // "" for all, removed ones included
	Filter ActivityFilter `json:"filter"`
	Search string         `json:"search"` // in product titles and handles, and in names of people; the case of A to Z is ignored
	Offset int            `json:"offset"`
	Limit  int            `json:"limit"` // at most MaxPage
}

// EntriesUndone is the result of a request to undo entries of the ledger.
type EntriesUndone struct {
	Plan   PlanID      `json:"plan"`
	Queued []int64     `json:"queued"` // numbers of the entries whose undo was queued
	Left   []EntryLeft `json:"left"`
}

// EntryLeft is an entry that cannot be undone, and why.
type EntryLeft struct {
	Number  int64      `json:"number"`
	Place   PlaceRef   `json:"place"`
	Product ProductRef `json:"product"`
	Reason  Reason     `json:"reason"`
}

// ActivityPage is a window of the ledger.
type ActivityPage struct {
	Total   int        `json:"total"`
	Offset  int        `json:"offset"`
	Entries []Activity `json:"entries"`
}
