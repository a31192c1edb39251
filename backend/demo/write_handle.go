package demo

import (
	"context"
	"strings"
	"unicode/utf8"

	"galley/backend/demo/graph"
)

// handle makes a usable handle of what was given, as Shopify does: one of other
// signs only becomes "product", a blank one is made from the title. One that is
// taken is an error if it was asked for, and gets a number if it was made up.
func (e *productEdit) handle(ctx context.Context) error {
	if !e.input.Has("handle") {
		return nil
	}
	given, _ := e.input.String("handle")
	if utf8.RuneCountInString(given) > maxText {
		e.refuse("handle", "Handle is too long (maximum is 255 characters)")
		return nil
	}
	wanted, madeUp := handleOf(given, ""), false
	if wanted == "" {
		madeUp = true
		wanted = "product"
		if strings.TrimSpace(given) == "" {
			wanted = handleOf(e.title(), "product")
		}
	}
	others, err := e.handlesLike(ctx, wanted)
	if err != nil {
		return err
	}
	if others[wanted] && !madeUp {
		e.errors = append(e.errors, userError{
			field:   []string{"input", "handle"},
			message: "Handle '" + given + "' already in use. Please provide a new handle.",
		})
		return nil
	}
	wanted = unique(wanted, func(handle string) bool { return others[handle] })
	if wanted != e.before.handle {
		e.set("handle", wanted)
	}
	return nil
}

// title is the one that the product will have.
func (e *productEdit) title() string {
	if title, given := e.input.String("title"); given {
		return title
	}
	return e.before.title
}

// handlesLike gives the handles of other products that begin with a text.
func (e *productEdit) handlesLike(ctx context.Context, start string) (map[string]bool, error) {
	rows, err := e.tx.QueryContext(ctx, "SELECT handle FROM products WHERE handle >= ? AND handle < ? AND id <> ?",
		start, start+"\U0010FFFF", e.before.id)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	handles := make(map[string]bool)
	for rows.Next() {
		var handle string
		if err := rows.Scan(&handle); err != nil {
			return nil, err
		}
		handles[handle] = true
	}
	return handles, rows.Err()
}

// metafieldInput is a metafield to write.
type metafieldInput struct{ namespace, key, kind, value string }

// metafields reads the metafields of the input. Ones that are there already keep
// their type where none is given.
func (e *productEdit) metafields() []metafieldInput {
	var fields []metafieldInput
	for _, given := range e.input.Objects("metafields") {
		field := metafieldInput{namespace: defaultNamespace, kind: textMetafield}
		takeText(given, "namespace", &field.namespace)
		takeText(given, "key", &field.key)
		takeText(given, "type", &field.kind)
		takeText(given, "value", &field.value)
		switch {
		case given.Has("id"):
			e.refuse("metafields", "The demo shop finds metafields by namespace and key, not by id")
		case field.key == "":
			e.refuse("metafields", "Key can't be blank")
		case field.value == "":
			e.refuse("metafields", "Value can't be blank")
		default:
			fields = append(fields, field)
		}
	}
	return fields
}

func takeText(from graph.Args, name string, to *string) {
	if value, given := from.String(name); given {
		*to = value
	}
}

func (e *productEdit) writeMetafields(ctx context.Context, fields []metafieldInput, now int64) (changed bool, err error) {
	for _, field := range fields {
		result, err := e.tx.ExecContext(ctx, `INSERT INTO metafields
		    (product_id, namespace, key, type, value, created_at, updated_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?6)
		    ON CONFLICT (product_id, namespace, key) DO UPDATE SET type = excluded.type, value = excluded.value, updated_at = ?6
		    WHERE type <> excluded.type OR value <> excluded.value`,
			e.before.id, field.namespace, field.key, field.kind, field.value, now)
		if err != nil {
			return changed, err
		}
		rows, err := result.RowsAffected()
		if err != nil {
			return changed, err
		}
		changed = changed || rows > 0
	}
	return changed, nil
}
