package galley

import "time"

// Since is what became of a published text on the shop after it was published.
type Since string

// What became of it. A text that was replaced is no longer the last that Galley
// wrote to its place.
const (
	SinceNothing   Since = ""
	SinceChanged   Since = "changed"    // the shop has another text, which Galley did not write
	SinceTakenOver Since = "taken_over" // a person accepted the shop's text
	SinceReplaced  Since = "replaced"   // another draft, or the product editor, was published there
)

// ChangedText is a published text whose place on the shop holds another text
// now, which Galley did not write.
type ChangedText struct {
	PublicationID string     `json:"publication_id"` // the publication that wrote the published text
	ShopID        ShopID     `json:"-"`
	ItemID        ItemID     `json:"item_id"` // "" for a text saved in the product editor
	Field         Field      `json:"field"`
	Place         PlaceRef   `json:"place"`
	Product       ProductRef `json:"product"`
	Published     Value      `json:"published"` // the published text as the shop had it, or the one that was accepted
	PublishedAt   time.Time  `json:"published_at"`
	Person        string     `json:"person"`  // who published it
	OnShop        Value      `json:"on_shop"` // what the shop has instead
	SeenAt        time.Time  `json:"seen_at"`
}

// SeenChange names a changed text as a person saw it. A shop that was seen with
// another text since has another SeenAt.
type SeenChange struct {
	PublicationID string    `json:"publication_id"`
	SeenAt        time.Time `json:"seen_at"`
}

// Target returns the place of the changed text.
func (c ChangedText) Target() Target { return c.Place.Target() }

// Seen names the change as it is now.
func (c ChangedText) Seen() SeenChange {
	return SeenChange{PublicationID: c.PublicationID, SeenAt: c.SeenAt}
}

// Can is what may be done about the change. write is the state of the write
// that is queued or being sent to its place, "" where there is none.
func (c ChangedText) Can(write PublicationState) ItemCan {
	return ItemStatus{State: ItemGenerated, Publish: Published, Since: SinceChanged, Write: write}.Can()
}

// ShopText is the shop's text at a place, as far as Galley knows, and when it
// was seen. A nil time is unknown.
type ShopText struct {
	Value  Value      `json:"value"`
	SeenAt *time.Time `json:"seen_at"`
}
