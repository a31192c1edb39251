package fileshop

import (
	"context"
	"io"

	"galley/backend/galley"
	"galley/backend/markup"
)

// Compare says what a newer export changes in a shop. Products are matched by
// handle. A file that is no export is CodeInvalidFile.
func (l Library) Compare(ctx context.Context, id galley.ShopID, name string, newerFile io.ReadSeeker, encoding galley.FileEncoding) (galley.FileChange, error) {
	present, err := l.Client(ctx, id)
	if err != nil {
		return galley.FileChange{}, err
	}
	change := galley.FileChange{Run: present.run, Known: len(present.products), Gone: []galley.ProductRef{}}
	file, err := readFrom(name, newerFile, encoding)
	if err != nil {
		return change, err
	}
	newer, err := l.client(ctx, id, present.run+1, "", file)
	if err != nil {
		return change, err
	}
	change.Digest = newer.digest
	change.Products = len(newer.products)
	for _, p := range present.products {
		if _, stays := newer.byID[p.ID]; stays {
			change.Matched++
		} else {
			change.Gone = append(change.Gone, galley.ProductRef{ID: p.ID, Handle: p.Handle, Title: p.Title})
		}
	}
	published, err := present.published(ctx)
	for f, texts := range published {
		for target, text := range texts {
			settle(&change, galley.FilePlace{Field: f, Target: target}, text, present, newer)
		}
	}
	return change, err
}

// settle judges a published text by the newer file. If the file has it, it was
// imported. If the file still has what the present one has, it was not, and
// stays in the export. Otherwise somebody wrote another text meanwhile, which
// counts.
func settle(change *galley.FileChange, at galley.FilePlace, text galley.Value, present, newer *Client) {
	next, exists := newer.fileText(at)
	if !exists {
		return // the product or picture is gone, or the column is missing: nothing is known
	}
	before, existed := present.fileText(at)
	isUndone := existed && same(at.Field, text, before)
	switch {
	case same(at.Field, text, next):
		if !isUndone {
			change.Imported++
		}
	case existed && same(at.Field, before, next):
		change.Waiting++
		return
	case !isUndone:
		change.Changed++
	}
	change.Settled = append(change.Settled, at)
}

// fileText is the file's own text at a place; false where it does not say.
func (c *Client) fileText(at galley.FilePlace) (galley.Value, bool) {
	i, found := c.byID[at.Target]
	if !found || !c.has(at.Field) {
		return galley.Value{}, false
	}
	return c.products[i].Value(at.Field, galley.Target{Kind: at.Field.Place(), ID: at.Target})
}

// same reports whether two texts are the same; Shopify tidies markup when it
// imports.
func same(f galley.Field, a, b galley.Value) bool {
	return a.Same(b) || f.IsHTML() && markup.SameHTML(a.Text, b.Text)
}
