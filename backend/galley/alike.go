package galley

// AlikeKind is how the texts of a group are alike.
type AlikeKind string

// The kinds of groups of texts that are alike.
const (
	AlikeEqual   AlikeKind = "equal"   // the same text, apart from case, spaces and punctuation
	AlikeNear    AlikeKind = "near"    // mostly the same words in the same order
	AlikeOpening AlikeKind = "opening" // the same first words
)

// RuleSameText is the rule of a warning that another place has the same text.
const RuleSameText = "same_text"

// Alike lists the drafts of a job that are too much alike, among themselves and
// with the texts that the shop has.
type Alike struct {
	JobID  JobID        `json:"job_id"`
	Field  Field        `json:"field"`
	Drafts int          `json:"drafts"` // that were compared: those that are rejected were not
	Live   int          `json:"live"`   // texts of the shop for other products or collections
	Alike  int          `json:"alike"`  // drafts in any group
	Groups []AlikeGroup `json:"groups"` // larger ones first
}

// AlikeGroup is a set of texts that are alike, with at least one draft.
type AlikeGroup struct {
	Kind      AlikeKind    `json:"kind"`
	Opening   string       `json:"opening"` // the words that all begin with, "" for other kinds
	Drafts    []AlikeDraft `json:"drafts"`
	Live      []AlikePlace `json:"live"` // the first of them
	LiveTotal int          `json:"live_total"`
}

// Size is how many texts are in the group.
func (g AlikeGroup) Size() int { return len(g.Drafts) + g.LiveTotal }

// AlikePlace is whose text is in a group.
type AlikePlace struct {
	Handle string `json:"handle"`
	Title  string `json:"title"`
	Text   string `json:"text"` // its beginning, as people read it
}

// AlikeDraft is a draft in a group.
type AlikeDraft struct {
	ItemID   ItemID `json:"item_id"`
	Revision int    `json:"revision"`
	AlikePlace
}

// SavedText is a text of a field: a draft, or what the shop has where ItemID is "".
type SavedText struct {
	ItemID   ItemID
	Revision int
	PlaceID  string
	Handle   string
	Title    string // of the product or collection
	Content  string
}
