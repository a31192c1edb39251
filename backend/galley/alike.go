package galley

import "time"

// AlikeKind is how the texts of a group are alike.
type AlikeKind string

// The kinds of groups of texts that are alike.
const (
	AlikeEqual   AlikeKind = "equal"   // the same text, apart from case, spaces and punctuation
	AlikeNear    AlikeKind = "near"    // mostly the same words in the same order
	AlikeOpening AlikeKind = "opening" // the same first words
	AlikeEnding  AlikeKind = "ending"  // the same last words, of different sentences
	AlikeClosing AlikeKind = "closing" // the same last sentence
)

// Holds reports whether drafts of such a group stay out when all are published.
// Only shown are a last sentence that many texts share, such as one about care, and
// texts that a writer filled into patterns: a person chose that writer.
func (k AlikeKind) Holds(by WriterKind) bool {
	switch k {
	case AlikeEqual:
		return true
	case AlikeNear, AlikeOpening, AlikeEnding:
		return by.Traits().Prompted
	case AlikeClosing:
	}
	return false
}

// RuleSameText is the rule of a warning that another place has the same text.
const RuleSameText = "same_text"

// AlikeShown is how many drafts of a group, and how many texts of the shop, are
// listed at most.
const AlikeShown = 200

// AlikeCounts are a job's groups of the last comparison that no person has kept.
type AlikeCounts struct {
	Texts  int  `json:"texts"` // drafts in them
	Groups int  `json:"groups"`
	Kept   int  `json:"kept"` // groups that a person kept
	Due    bool `json:"due"`  // a text changed since
}

// Alike lists the drafts of a job that are too much alike, among themselves and
// with the texts that the shop has.
type Alike struct {
	JobID  JobID        `json:"job_id"`
	Field  Field        `json:"field"`
	Drafts int          `json:"drafts"` // that were compared: those that are rejected were not
	Live   int          `json:"live"`   // texts of the shop for other products or collections
	Alike  int          `json:"alike"`  // drafts in any group that is not kept
	Groups []AlikeGroup `json:"groups"` // that are open, larger ones first
	Kept   []AlikeGroup `json:"kept"`   // that a person kept
}

// AlikeGroup is a set of texts that are alike.
type AlikeGroup struct {
	// ID names exactly these texts: with another one, or another text of one of
	// them, the group has another ID.
	ID          string       `json:"id"`
	Kind        AlikeKind    `json:"kind"`
	Field       Field        `json:"field"`
	Opening     string       `json:"opening"` // the words that all begin or end with, "" for other kinds
	Least       int          `json:"least"`   // of near texts: how many percent of the words are the same
	Most        int          `json:"most"`
	Held        int          `json:"held"`       // drafts that stay out of Publish All because of the group
	Regenerate  int          `json:"regenerate"` // drafts that can be written again
	Drafts      []AlikeDraft `json:"drafts"`     // the first of them
	DraftsTotal int          `json:"drafts_total"`
	Live        []AlikePlace `json:"live"` // texts of the shop, the first of them
	LiveTotal   int          `json:"live_total"`
	KeptBy      string       `json:"kept_by"`
	KeptAt      *time.Time   `json:"kept_at"`

	// Members are all drafts, for what is done with the group.
	Members []ItemAt `json:"-"`
}

// Size is how many texts are in the group.
func (g AlikeGroup) Size() int { return g.DraftsTotal + g.LiveTotal }

// AlikePlace is whose text is in a group.
type AlikePlace struct {
	PlaceID string      `json:"place_id"`
	Handle  string      `json:"handle"`
	Title   string      `json:"title"`
	Text    string      `json:"text"`  // its beginning, or of an ending its end, as people read it
	Parts   []AlikePart `json:"parts"` // the same, in parts
}

// AlikePart is a part of a text in a group.
type AlikePart struct {
	Text string   `json:"text"`
	Mark Likeness `json:"mark" blank:"true"`
}

// Likeness says of a part of a text what matters about it, "" for nothing.
type Likeness string

// The marks: what the group's texts share, and where near texts differ.
const (
	LikenessShared  Likeness = "shared"
	LikenessDiffers Likeness = "differs"
)

// AlikeDraft is a draft in a group.
type AlikeDraft struct {
	ItemID   ItemID   `json:"item_id"`
	Revision int      `json:"revision"`
	Picture  string   `json:"picture"`
	Mark     ItemMark `json:"mark"`
	AlikePlace
}

// SavedText is a text of a field: a draft, or what the shop has where ItemID is "".
type SavedText struct {
	ItemID   ItemID
	Revision int
	PlaceID  string
	Handle   string
	Title    string // of the product or collection
	Picture  string
	Status   ItemStatus // of a draft
	Digest   int64      // of the text and its title
	Print    []byte     // see package sameness
}

// KeptGroup is a group of texts that a person kept. Texts name which text of
// which place each of them is.
type KeptGroup struct {
	ID     string
	Kind   AlikeKind
	Texts  []string
	Person string
	At     time.Time
}

// AlikeMarks is the result of comparing a job's drafts.
type AlikeMarks struct {
	Changes int      // of the job's texts, that it knew
	Held    []ItemAt // drafts in groups that hold and are not kept
	Free    []ItemAt // the others
	Texts   int      // drafts in groups that are not kept
	Groups  int      // that are not kept
	Kept    int      // the others
}

// AlikeRewrite says what writing the drafts of groups again would take.
type AlikeRewrite struct {
	Count      int        `json:"count"`
	Left       int        `json:"left"` // drafts that cannot be written again now
	Writer     WriterSpec `json:"writer"`
	CostUSD    float64    `json:"cost_usd"`     // about
	CostMaxUSD float64    `json:"cost_max_usd"` // at most
	Measured   int        `json:"measured"`     // as in an estimate
	Priced     bool       `json:"priced"`
	TodayUSD   float64    `json:"today_usd"`   // what was spent or set aside today before it
	NeedsPrice *Reason    `json:"needs_price"` // why it cannot start
}

// Closest is the text that is most like a draft.
type Closest struct {
	ItemID  ItemID `json:"item_id"` // of another draft of the job, "" for a text that the shop has
	Handle  string `json:"handle"`  // of its product or collection
	Title   string `json:"title"`
	Percent int    `json:"percent"` // of the words that are the same, about
}

// RewriteAsk is what is asked of drafts that are written again.
type RewriteAsk struct {
	Note string
	// Unlike is how other texts begin, that the new one must not be like.
	Unlike []string
}
