package demo

import (
	"context"
	"database/sql"
	"strings"
	"unicode/utf8"

	"galley/backend/demo/graph"
)

// updateCollection sets the texts that the input names and leaves the rest as it
// is. With any error nothing is written. A new title leaves the handle as it is.
func updateCollection(call *graph.Call, v *view) (any, error) {
	input, given := call.Args.Object("collection")
	if !given {
		return nil, graph.Refuse(graph.CodeInvalidArguments,
			"collectionUpdate must include exactly one of the following arguments: input, collection.")
	}
	id, _ := input.String("id")
	number, err := numberFor("Collection", id)
	if err != nil {
		return nil, err
	}
	answer := payload{}
	if v.refuses {
		answer.errors = []userError{refusedInput("Collection", input)}
	} else if answer.errors, err = v.editCollection(call, number, input); err != nil {
		return nil, err
	}
	c, found, err := v.oneCollection(call, number)
	if err != nil {
		return nil, err
	}
	if found {
		answer.object = c
	}
	return answer, nil
}

// editCollection changes a collection. Shopify's error about one that is not there
// names no field.
func (v *view) editCollection(ctx context.Context, id int64, input graph.Args) (refused []userError, err error) {
	err = v.writing(ctx, func(tx *sql.Tx) error {
		before, found, err := v.within(tx).oneCollection(ctx, id)
		if err != nil {
			return err
		}
		if !found {
			refused = []userError{{message: "Collection does not exist"}}
			return nil
		}
		change := &collectionEdit{edit: edit{tx: tx, input: input, tidies: v.tidies}, before: before}
		err = change.run(ctx, v.now.Unix())
		refused = change.errors
		v.shop.options.Journal.note(change.changes()...)
		return err
	})
	return refused, err
}

// collectionEdit is one change of one collection.
type collectionEdit struct {
	edit

	before *collection
}

func (e *collectionEdit) run(ctx context.Context, now int64) error {
	e.title()
	e.body(e.before.body)
	e.seo(e.before.seoTitle, e.before.seoDescription)
	e.settings()
	if len(e.errors) > 0 || len(e.sets) == 0 {
		return nil
	}
	return e.update(ctx, "collections", e.before.id, now)
}

func (e *collectionEdit) title() {
	if !e.input.Has("title") {
		return
	}
	title, _ := e.input.String("title")
	switch {
	case strings.TrimSpace(title) == "":
		e.refuse("title", "Title can't be blank")
	case utf8.RuneCountInString(title) > maxText:
		e.refuse("title", "Title is too long (maximum is 255 characters)")
	case title != e.before.title:
		e.set("title", title)
	}
}

// settings are refused: the demo shop changes texts of collections only.
func (e *collectionEdit) settings() {
	if handle, given := e.input.String("handle"); given && handle != e.before.handle {
		if utf8.RuneCountInString(handle) > maxText {
			e.refuse("handle", "Handle is too long (maximum is 255 characters)")
			return
		}
		e.refuse("handle", "The demo shop does not change the handles of collections")
	}
	for _, name := range []string{"image", "metafields", "sortOrder", "sourcesToCreate", "sourcesToUpdate", "sourcesToDelete", "templateSuffix"} {
		if e.input.Has(name) {
			e.refuse(name, "The demo shop changes only the texts of collections")
		}
	}
}

// changes are those of texts that the edit made.
func (e *collectionEdit) changes() []Change {
	return e.changed("Collection", e.before.id, map[string]string{
		"title": e.before.title, "body": e.before.body,
		"seo_title": e.before.seoTitle.String, "seo_description": e.before.seoDescription.String,
	})
}
