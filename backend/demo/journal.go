package demo

import (
	"slices"
	"sync"
)

// Change is one change of one text of the shop, or of a product, picture or
// collection that is gone. Empty and missing texts are both "".
type Change struct {
	By            string // ByClient, or the fault that made it: "changed", "deleted"
	ID            string // of the product, picture or collection: gid://shopify/Product/1
	Field         string // title, descriptionHtml, seo.title, seo.description, alt; "" where all is gone
	Before, After string
}

// ByClient is who made a change that a request asked for.
const ByClient = "client"

// Journal keeps every change of a text, in order, for tests to look at. It only
// grows. What was written without a change is not in it. The nil journal keeps
// nothing.
type Journal struct {
	mu      sync.Mutex
	changes []Change

	writer  sync.Mutex // held by the transaction that makes changes
	pending []Change   // of that transaction
}

// Changes lists all changes so far.
func (j *Journal) Changes() []Change {
	j.mu.Lock()
	defer j.mu.Unlock()
	return slices.Clone(j.changes)
}

// begin is called before a transaction, and end after it: the order of the journal
// is that of the shop, and what was rolled back is not in it.
func (j *Journal) begin() {
	if j != nil {
		j.writer.Lock()
	}
}

// note is called within the transaction that makes the changes.
func (j *Journal) note(changes ...Change) {
	if j != nil {
		j.pending = append(j.pending, changes...)
	}
}

func (j *Journal) end(committed bool) {
	if j == nil {
		return
	}
	defer j.writer.Unlock()
	if committed {
		j.mu.Lock()
		defer j.mu.Unlock()
		j.changes = append(j.changes, j.pending...)
	}
	j.pending = nil
}

// text is a kind of text that Galley writes: where it is stored, and where
// requests have it.
type text struct {
	field  string // as in Change
	kind   string // of the object that has it
	column string
	limit  int      // in characters; bytes for the body
	path   []string // in the input of mutations, and in selections
}

var texts = []text{
	{"title", "Product", "title", maxText, []string{"title"}},
	{"descriptionHtml", "Product", "body", maxBody, []string{"descriptionHtml"}},
	{"seo.title", "Product", "seo_title", maxText, []string{"seo", "title"}},
	{"seo.description", "Product", "seo_description", maxBody, []string{"seo", "description"}},
	{"alt", "MediaImage", "alt", maxAlt, []string{"alt"}},
	{"title", "Collection", "title", maxText, []string{"title"}},
	{"descriptionHtml", "Collection", "body", maxBody, []string{"descriptionHtml"}},
	{"seo.title", "Collection", "seo_title", maxText, []string{"seo", "title"}},
	{"seo.description", "Collection", "seo_description", maxBody, []string{"seo", "description"}},
}

// textIn finds the text that a kind of object has in a column.
func textIn(kind, column string) (found text, ok bool) {
	for _, t := range texts {
		if t.kind == kind && t.column == column {
			return t, true
		}
	}
	return text{}, false
}

// changes are those of texts that the edit made.
func (e *productEdit) changes() []Change {
	return e.changed("Product", e.before.id, map[string]string{
		"title": e.before.title, "body": e.before.body,
		"seo_title": e.before.seoTitle.String, "seo_description": e.before.seoDescription.String,
	})
}
