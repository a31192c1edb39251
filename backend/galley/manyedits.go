package galley

import (
	"strings"
	"unicode/utf8"

	"galley/backend/galley/messages"
)

// MaxFind is the most characters of words to look for, or to put in their place.
const MaxFind = 1000

// ReplaceRequest puts words in the place of others in drafts of a job: in those
// named, else in all that pass the filter and the search, but those left out.
// Words are looked for in the text that people see, never in tags, attributes or
// blocks that are kept as they are.
type ReplaceRequest struct {
	JobID      JobID         `json:"job_id"`
	Find       string        `json:"find"`
	With       string        `json:"with"` // "" takes the words out
	MatchCase  bool          `json:"match_case"`
	WholeWords bool          `json:"whole_words"`
	Items      []ItemID      `json:"items"`
	Filter     ItemFilter    `json:"filter"`
	Also       []ItemFilter  `json:"also,omitempty"` // as of ItemQuery
	Product    ProductFilter `json:"product,omitzero"`
	Search     string        `json:"search"`
	Except     []ItemID      `json:"except"`
}

// Tidy checks a request. White space of the words counts once, as people see it.
func (r ReplaceRequest) Tidy() (ReplaceRequest, error) {
	r.Find, r.With = onOneLine(r.Find), onOneLine(r.With)
	var err error
	if r.Filter, err = ParseItemFilter(string(r.Filter)); err != nil {
		return r, err
	}
	switch size := max(utf8.RuneCountInString(r.Find), utf8.RuneCountInString(r.With)); {
	case strings.TrimSpace(r.Find) == "":
		return r, NewError(CodeInvalidInput, messages.NothingToFind)
	case size > MaxFind:
		return r, NewError(CodeInvalidInput, messages.FindTooLong(MaxFind, size))
	}
	return r, nil
}

// onOneLine makes one space of each stretch of white space that HTML collapses.
func onOneLine(text string) string {
	var out strings.Builder
	space := false
	for _, r := range text {
		if strings.ContainsRune(" \t\n\r\f", r) {
			if !space {
				out.WriteByte(' ')
			}
			space = true
			continue
		}
		space = false
		out.WriteRune(r)
	}
	return out.String()
}

// Passage is a part of a text that changes, with some words around it.
type Passage []Stretch

// Stretch is a part of a passage.
type Stretch struct {
	Text   string     `json:"text"`
	Change TextChange `json:"change"`
}

// TextChange is what becomes of a stretch of text.
type TextChange string

// The changes.
const (
	TextStays   TextChange = "stays"
	TextRemoved TextChange = "removed"
	TextAdded   TextChange = "added"
)

// EditedDraft is what edits make of one draft.
type EditedDraft struct {
	ItemAt

	Place    PlaceRef  `json:"place"`
	Hits     int       `json:"hits"`     // places in its text that change
	Passages []Passage `json:"passages"` // some of them
	Reopens  bool      `json:"reopens"`  // it was approved or rejected, and would be open again
}

// EditsPreview says what edits of many drafts would do. Nothing is saved.
type EditsPreview struct {
	Count  int           `json:"count"` // drafts that change
	Hits   int           `json:"hits"`
	Kept   int           `json:"kept"` // places that stay, since they are in a part that is kept as it is
	Drafts []EditedDraft `json:"drafts"`
	Left   []LeftOut     `json:"left"` // would change and cannot now
}

// PasteRequest puts the cells of a spreadsheet's column, as it copies them, in the
// place of drafts of a job, one after the other.
type PasteRequest struct {
	JobID JobID    `json:"job_id"`
	Text  string   `json:"text"`
	Into  []ItemAt `json:"into"` // from the first cell on, in the order on screen
}

// PastePreview says what a pasted column would do.
type PastePreview struct {
	EditsPreview

	Cells   int       `json:"cells"`
	Columns int       `json:"columns"` // that were copied; the first one counts
	Empty   int       `json:"empty"`   // cells that leave their draft as it is
	Unused  int       `json:"unused"`  // cells without a draft
	Same    int       `json:"same"`    // drafts that are so already
	Texts   []NewText `json:"texts"`   // to be saved: those of Drafts
}

// NewText is a person's text for a draft as it was on screen.
type NewText struct {
	ItemAt

	Content string `json:"content"`
}

// Edited is the result of edits of many drafts.
type Edited struct {
	Step  StepID    `json:"step"` // that undoes them, 0 where nothing was saved
	Count int       `json:"count"`
	Left  []LeftOut `json:"left"` // changed or published meanwhile
}
