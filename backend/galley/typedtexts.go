package galley

import "time"

// TypedTexts are what a person typed in the editor of a product or collection, in
// one window, and did not save. Revision of each text is of the saved draft that it
// goes on from.
type TypedTexts struct {
	Seat    string    `json:"seat"` // the window that it was typed in
	Turn    int       `json:"turn"` // rises with each call of that window
	Texts   []OwnText `json:"texts"`
	Person  string    `json:"person"`
	TypedAt time.Time `json:"typed_at"`
}

// TypedAt is the product or collection in whose editor something was typed and not saved.
type TypedAt struct {
	ShopID  ShopID    `json:"shop_id"`
	Kind    PlaceKind `json:"kind"`
	ID      string    `json:"id"`
	Handle  string    `json:"handle"`
	Title   string    `json:"title"`
	Seat    string    `json:"seat"`
	Person  string    `json:"person"`
	TypedAt time.Time `json:"typed_at"`
}
