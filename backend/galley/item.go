package galley

import (
	"strconv"
	"strings"
	"time"

	"galley/backend/galley/messages"
)

// ItemID is an item's job and its position in it, from 1: "431/2".
type ItemID string

// NewItemID composes the id of the item at that position.
func NewItemID(job JobID, position int) ItemID {
	return ItemID(string(job) + "/" + strconv.Itoa(position))
}

// Split returns the job and the position, or CodeInvalidInput.
func (id ItemID) Split() (JobID, int, error) {
	job, pos, found := strings.Cut(string(id), "/")
	n, err := strconv.Atoi(pos)
	if _, jobErr := strconv.ParseInt(job, 10, 64); !found || err != nil || jobErr != nil || n < 1 {
		return "", 0, NewError(CodeInvalidInput, messages.NotAnItemID(string(id)))
	}
	return JobID(job), n, nil
}

// PositionsIn returns the positions of items of the job; none named gives nil.
// An item of another job is CodeInvalidInput.
func PositionsIn(job JobID, ids []ItemID) ([]int, error) {
	var positions []int
	for _, id := range ids {
		of, pos, err := id.Split()
		if err != nil {
			return nil, err
		}
		if of != job {
			return nil, NewError(CodeInvalidInput, messages.ItemOfAnotherJob(string(id), string(job)))
		}
		positions = append(positions, pos)
	}
	return positions, nil
}

// ProductRef names a product; it is kept when the product is gone.
type ProductRef struct {
	ID     string `json:"id"`
	Handle string `json:"handle"`
	Title  string `json:"title"`
}

// ImageRef names an image in an item.
type ImageRef struct {
	ID  string `json:"id"`
	URL string `json:"url"`
}

// Item is one place in a job, with its current draft.
type Item struct {
	ID           ItemID       `json:"id"`
	JobID        JobID        `json:"job_id"`
	Position     int          `json:"position"` // in its job, from 1
	ShopID       ShopID       `json:"shop_id"`
	Field        Field        `json:"field"`
	Place        PlaceRef     `json:"place"`
	Product      ProductRef   `json:"product"`  // of a product, or of the image; empty for other places
	Products     []ProductRef `json:"products"` // all that show the image; of other places the product alone
	Image        *ImageRef    `json:"image"`
	Thumbnail    string       `json:"thumbnail"` // the product's first picture, or the image itself
	State        ItemState    `json:"state"`
	PublishState PublishState `json:"publish_state"`
	Decision     Decision     `json:"decision"`
	Content      string       `json:"content"`  // the draft
	Original     string       `json:"original"` // what the shop had when the draft was written
	OnShop       *Value       `json:"on_shop"`  // in a conflict: what the shop has instead
	Since        Since        `json:"since"`    // of a published draft: what became of it on the shop
	Changed      *ChangedText `json:"changed"`  // of a published draft: the text that the shop has instead now
	Score        *Score       `json:"score"`    // nil where no rule applied, or the shop's plan has none
	Warnings     []Warning    `json:"warnings"`
	Kept         []WarningKey `json:"kept"`      // warnings that a person looked into and kept
	HeldBack     bool         `json:"held_back"` // auto-publishing left it for a person, because of a warning
	Alike        bool         `json:"alike"`     // it is in a group of texts that are too much alike, which no person has kept
	Error        *Reason      `json:"error"`
	Brief        string       `json:"brief"`    // the error in a few words, to follow a colon
	Rewrite      *Rewrite     `json:"rewrite"`  // an open request to regenerate the draft, one that failed, or one whose draft nobody decided
	Revision     int          `json:"revision"` // number of the current draft, 0 before the first
	WrittenBy    string       `json:"written_by"`
	WrittenAt    *time.Time   `json:"written_at"`
	PublishedAt  *time.Time   `json:"published_at"`
	Usage        Usage        `json:"usage"`
	Mark         ItemMark     `json:"mark"`
	Can          ItemCan      `json:"can"`
}

// Target returns the place that the item's draft is for.
func (it Item) Target() Target { return it.Place.Target() }

// Listed is the item's place with the product that it is listed under.
func (it Item) Listed() Listed { return it.Place.Listed(it.Product.ID) }

// Author is who wrote a revision: the writer or a person.
type Author string

// The authors.
const (
	AuthorModel  Author = "model"
	AuthorPerson Author = "person"
)

// Revision is one text that an item has had, oldest first.
type Revision struct {
	Number    int       `json:"number"` // from 1
	Author    Author    `json:"author"`
	Name      string    `json:"name"` // the model's or the person's name
	Note      string    `json:"note"` // the note of the regenerate that wrote it
	Content   string    `json:"content"`
	CreatedAt time.Time `json:"created_at"`
}

// ItemFilter selects items of a job by state; the job page has a tab for each.
type ItemFilter string

// The filters. Unpublished, published and failed are also the command line's.
const (
	FilterAll         ItemFilter = "all"
	FilterUnpublished ItemFilter = "unpublished"
	FilterPublished   ItemFilter = "published"
	FilterFailed      ItemFilter = "failed"
	FilterConflict    ItemFilter = "conflict"
	FilterToReview    ItemFilter = "to_review" // drafts to read: see ItemStatus.ToReview
	FilterApproved    ItemFilter = "approved"
	FilterRejected    ItemFilter = "rejected"
	FilterWarned      ItemFilter = "warned"
	FilterShort       ItemFilter = "short"   // drafts that are shorter than their field takes
	FilterLong        ItemFilter = "long"    // drafts that are longer
	FilterAlike       ItemFilter = "alike"   // drafts that are held because they are like others
	FilterWaiting     ItemFilter = "waiting" // decided, and not yet on the shop
	FilterChanged     ItemFilter = "changed" // published, and changed on the shop since
	FilterSkipped     ItemFilter = "skipped" // left out while writing: the field was filled, or the product was missing
)

// ParseItemFilter returns the filter of that name, also with a hyphen; "" is FilterAll.
func ParseItemFilter(s string) (ItemFilter, error) {
	f := ItemFilter(strings.ReplaceAll(s, "-", "_"))
	switch _, ok := filterRules[f]; {
	case s == "":
		return FilterAll, nil
	case ok:
		return f, nil
	}
	return "", NewError(CodeInvalidInput, messages.NoSuchItemFilter(s))
}

// ItemQuery asks for a window of a job's items.
type ItemQuery struct {
	JobID   JobID         `json:"job_id"`
	Filter  ItemFilter    `json:"filter"`
	Also    []ItemFilter  `json:"also,omitempty"`     // an item passes these, too
	Product ProductFilter `json:"product,omitzero"`   // the item's product passes it
	Search  string        `json:"search"`             // words in product titles, handles and drafts; all must match, the last as a prefix; case and accents are ignored
	Tab     ReviewTab     `json:"tab" blank:"true"`   // narrows the filter
	Order   ItemOrder     `json:"order" blank:"true"` // "" is the job's own
	Offset  int           `json:"offset"`
	Limit   int           `json:"limit"` // at most MaxPage
}

// ItemPage is a window of a job's items.
type ItemPage struct {
	Total  int    `json:"total"`
	Offset int    `json:"offset"`
	Items  []Item `json:"items"`
	// AsOf names this moment, for actions on everything in the list: they leave out what changed after it.
	AsOf int64 `json:"as_of"`
}
