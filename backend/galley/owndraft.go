package galley

import "time"

// OwnDraft is a text that a person wrote in the editor of a product or
// collection and saved. Nothing sends it but a Save that names it.
type OwnDraft struct {
	Field    Field     `json:"field"`
	ImageID  string    `json:"image_id"` // for alt text
	Content  string    `json:"content"`
	Expected Value     `json:"expected"` // the shop's text that it is to replace
	Revision int       `json:"revision"` // rises with each save of this text
	Person   string    `json:"person"`
	SavedAt  time.Time `json:"saved_at"`
}

// OwnText is a text of the editor to be saved as a draft. One that is the shop's
// text is no draft: it removes the one that is saved.
type OwnText struct {
	Field    Field  `json:"field"`
	ImageID  string `json:"image_id"` // for alt text
	Content  string `json:"content"`
	Expected Value  `json:"expected"`
	Revision int    `json:"revision"` // of the draft that the person saw, 0 for none
}

// Target is the place that the text is for, of the editor of a product or collection.
func (o OwnText) Target(of string) Target {
	return TextEdit{Field: o.Field, ImageID: o.ImageID}.Target(of)
}
