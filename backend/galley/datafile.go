package galley

import "time"

// CopyKind says why a copy of the data file was made.
type CopyKind string

// The kinds of copies.
const (
	CopyDaily   CopyKind = "daily"   // of a day on which Galley was used; the last three are kept
	CopyUpgrade CopyKind = "upgrade" // from before an update of the schema
	CopyKept    CopyKind = "kept"    // taken out of the rotation, because it holds data that newer ones lack
)

// DataFile is the file that all data of a home is in.
type DataFile struct {
	Path  string `json:"path"`
	Size  int64  `json:"size"`  // bytes, with its log
	Spare int64  `json:"spare"` // bytes of it that are empty, which compaction gives back
}

// DataCopy is a whole copy of the data file, beside it.
type DataCopy struct {
	Path string    `json:"path"`
	Kind CopyKind  `json:"kind"`
	Made time.Time `json:"made"`
	Size int64     `json:"size"` // bytes, of the data file alone
	// What of the home is copied with it.
	Keystore bool `json:"keystore"` // the encrypted key store
	Files    int  `json:"files"`    // product exports of file shops
}

// Held is what waits for a person since the data file was restored from a copy.
// It was queued before the copy was made, and may have been withdrawn, rejected
// or undone since.
type Held struct {
	RestoredAt time.Time  `json:"restored_at"`
	CopyMadeAt time.Time  `json:"copy_made_at"`
	Outbox     []HeldPart `json:"outbox"`
	Jobs       []HeldJob  `json:"jobs"`
}

// IsEmpty reports whether nothing waits.
func (h Held) IsEmpty() bool { return len(h.Outbox)+len(h.Jobs) == 0 }

// HeldPart is what is held in a shop's outbox for one job and field, or for the
// product editor.
type HeldPart struct {
	ShopID    ShopID `json:"shop_id"`
	Shop      string `json:"shop"`
	JobID     JobID  `json:"job_id"`
	JobName   string `json:"job_name"`
	Field     Field  `json:"field"`
	Waiting   int    `json:"waiting"`
	Undos     int    `json:"undos"`     // of these, undos
	Unsettled int    `json:"unsettled"` // of these, writes that were under way when the copy was made
}

// HeldJob is a job that was queued or running when the copy was made. It is
// paused: resuming it releases it, cancelling it withdraws it.
type HeldJob struct {
	ShopID   ShopID   `json:"shop_id"`
	Shop     string   `json:"shop"`
	JobID    JobID    `json:"job_id"`
	JobName  string   `json:"job_name"`
	Field    Field    `json:"field"`
	Strategy Strategy `json:"strategy"`
	Open     int      `json:"open"` // items that it would still write
}

// HeldRequest names what is released or withdrawn: of a shop, of one job of
// it, of its product editor (one field of it, where Field is set), or with none
// of these, everything.
type HeldRequest struct {
	ShopID ShopID `json:"shop_id"`
	JobID  JobID  `json:"job_id"`
	Editor bool   `json:"editor"`
	Field  Field  `json:"field" blank:"true"`
	// Listed is what a person saw of it, nil where nothing was listed.
	Listed *HeldListed `json:"listed,omitempty"`
}

// HeldListed is how much of what a HeldRequest names was listed, and for which
// restore.
type HeldListed struct {
	RestoredAt   time.Time `json:"restored_at"`
	Publications int       `json:"publications"` // that can be released, or withdrawn
	Jobs         int       `json:"jobs"`
}

// HeldDone is what became of a HeldRequest.
type HeldDone struct {
	Publications int       `json:"publications"`
	Jobs         int       `json:"jobs"`
	Left         []LeftOut `json:"left"` // planned, and no longer held when it was confirmed
}
