package demo

import (
	"context"
	"database/sql"
	"strings"

	"galley/backend/demo/graph"
)

// edit is one change of one object: the columns that it sets, and errors in the
// input. It holds what products and collections have in common.
type edit struct {
	tx     *sql.Tx
	input  graph.Args
	tidies bool     // HTML
	sets   []string // columns
	args   []any    // their values
	errors []userError
}

func (e *edit) refuse(field, message string) {
	e.errors = append(e.errors, userError{field: []string{field}, message: message})
}

func (e *edit) set(column string, value any) {
	e.sets = append(e.sets, column)
	e.args = append(e.args, value)
}

// update writes the columns and the time.
func (e *edit) update(ctx context.Context, table string, id, now int64) error {
	e.set("updated_at", now)
	_, err := e.tx.ExecContext(ctx, "UPDATE "+table+" SET "+strings.Join(e.sets, " = ?, ")+" = ? WHERE id = ?",
		append(e.args, id)...)
	return err
}

// body is the description; a null counts as an empty text.
func (e *edit) body(before string) {
	if !e.input.Has("descriptionHtml") {
		return
	}
	body, _ := e.input.String("descriptionHtml")
	if e.tidies {
		body = tidied(body)
	}
	switch {
	case len(body) > maxBody:
		e.refuse("bodyHtml", "Body is too big (maximum is 512 KB)")
	case body != before:
		e.set("body", body)
	}
}

// seo replaces both texts, as Shopify does: a missing or null one is cleared.
// An empty text is stored as null.
func (e *edit) seo(title, description sql.NullString) {
	seo, given := e.input.Object("seo")
	if !given {
		return
	}
	for _, field := range []struct {
		name, column string
		before       sql.NullString
	}{
		{"title", "seo_title", title},
		{"description", "seo_description", description},
	} {
		value, _ := seo.String(field.name)
		if value != field.before.String {
			e.set(field.column, nullIfEmpty(value))
		}
	}
}

// changed lists the text changes that the edit made to an object of a kind.
// before has the earlier texts, by column.
func (e *edit) changed(kind string, id int64, before map[string]string) []Change {
	if len(e.errors) > 0 {
		return nil
	}
	var changes []Change
	for i, column := range e.sets {
		t, found := textIn(kind, column)
		if !found {
			continue
		}
		after, _ := e.args[i].(string) // nil is none
		changes = append(changes, Change{By: ByClient, ID: gid(kind, id), Field: t.field, Before: before[column], After: after})
	}
	return changes
}
