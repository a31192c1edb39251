package demo

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"unicode/utf8"

	"galley/backend/demo/faults"
	"galley/backend/demo/graph"
)

// tables hold the objects that requests are about.
var tables = map[string]string{"Product": "products", "MediaImage": "media", "Collection": "collections"}

// aim is the object that a request is about, and which of its texts.
type aim struct {
	kind  string // of tables
	id    int64
	texts []text
}

// aim finds the first object of tables that the request names; ok is false where
// it names none.
func (c *apiCall) aim() (found aim, ok bool) {
	for _, field := range c.operation.RootFields() {
		id, asks := target(field, c.operation.Selects)
		found.kind, found.id = parseGID(id)
		for _, t := range texts {
			if t.kind == found.kind && asks(t.path...) {
				found.texts = append(found.texts, t)
			}
		}
		if tables[found.kind] != "" {
			return found, true
		}
	}
	return aim{}, false
}

// target is the id that a field of the root names first, and what it requests:
// by its input, or by its selections.
func target(field graph.RootField, selects func(...string) bool) (id string, asks func(...string) bool) {
	asks = selects
	switch field.Name {
	case "productUpdate":
		input, _ := field.Args.Object("product")
		if id, _ = input.String("id"); id == "" {
			identifier, _ := field.Args.Object("identifier")
			id, _ = identifier.String("id")
		}
		asks = input.HasAt
	case "collectionUpdate":
		input, _ := field.Args.Object("collection")
		id, _ = input.String("id")
		asks = input.HasAt
	case "fileUpdate":
		if files := field.Args.Objects("files"); len(files) > 0 {
			id, _ = files[0].String("id")
			asks = files[0].HasAt
		}
	case "nodes":
		if ids, _ := field.Args.Strings("ids"); len(ids) > 0 {
			id = ids[0]
		}
	case "node", "product", "collection":
		id, _ = field.Args.String("id")
	}
	return id, asks
}

// meddle changes the shop as somebody else would while a client is at work.
func (c *apiCall) meddle(ctx context.Context, kind faults.Kind) {
	at, _ := c.aim()
	err := c.view().writing(ctx, func(tx *sql.Tx) error {
		if kind == faults.Deleted {
			return c.remove(ctx, tx, at)
		}
		for _, t := range at.texts {
			if err := c.change(ctx, tx, at, t); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil && ctx.Err() == nil {
		slog.ErrorContext(ctx, "demo shop: fault failed", "fault", kind, "error", err)
	}
}

func (c *apiCall) remove(ctx context.Context, tx *sql.Tx, at aim) error {
	if at.kind == "MediaImage" {
		if _, err := tx.ExecContext(ctx,
			"UPDATE products SET media = media - 1 WHERE id = (SELECT product_id FROM media WHERE id = ?)", at.id); err != nil {
			return err
		}
	}
	removed, err := tx.ExecContext(ctx, "DELETE FROM "+tables[at.kind]+" WHERE id = ?", at.id)
	if err != nil {
		return err
	}
	if rows, err := removed.RowsAffected(); err != nil || rows == 0 {
		return err
	}
	c.shop.options.Journal.note(Change{By: string(faults.Deleted), ID: gid(at.kind, at.id)})
	return noteDeletion(ctx, tx, at.kind, at.id, c.shop.options.Clock.Now())
}

// change appends to a text, or replaces it if it would be too long.
func (c *apiCall) change(ctx context.Context, tx *sql.Tx, at aim, t text) error {
	var before sql.NullString
	err := tx.QueryRowContext(ctx, "SELECT "+t.column+" FROM "+tables[t.kind]+" WHERE id = ?", at.id).Scan(&before)
	if errors.Is(err, sql.ErrNoRows) {
		return nil
	}
	if err != nil {
		return err
	}
	note := fmt.Sprintf("Changed elsewhere, %d", c.shop.meddled.Add(1))
	after := strings.TrimSpace(before.String + " " + note)
	if utf8.RuneCountInString(after) > t.limit || len(after) > maxBody {
		after = note
	}
	if _, err := tx.ExecContext(ctx, "UPDATE "+tables[t.kind]+" SET "+t.column+" = ?, updated_at = ? WHERE id = ?",
		after, c.shop.options.Clock.Now().Unix(), at.id); err != nil {
		return err
	}
	c.shop.options.Journal.note(Change{
		By: string(faults.Changed), ID: gid(at.kind, at.id), Field: t.field, Before: before.String, After: after,
	})
	return nil
}

// refusedInput is Shopify's answer to input that it refuses.
func refusedInput(kind string, input graph.Args) userError {
	for _, t := range texts {
		if t.kind == kind && input.HasAt(t.path...) {
			label := strings.ToUpper(t.path[0][:1]) + t.path[0][1:]
			return userError{field: []string{t.path[0]}, message: label + " is invalid"}
		}
	}
	return userError{field: []string{"base"}, message: kind + " is invalid"}
}

func refusedFile() userError {
	return userError{field: []string{"files", "0"}, message: "The file is invalid.", code: "INVALID"}
}
