package demo

import (
	"context"
	"database/sql"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"galley/backend/demo/graph"
	"galley/backend/demo/search"
)

// maxAlt is the most characters of an alt text. Source: Shopify's answer
// ALT_VALUE_LIMIT_EXCEEDED to longer ones.
const maxAlt = 512

const notReady = "Non-ready files cannot be updated."

// fileRefusals are refusals that pass by themselves, by their code.
var fileRefusals = map[string]string{
	"FILE_LOCKED":              "File is locked.",
	"MEDIA_CANNOT_BE_MODIFIED": "Media cannot be modified. It is currently being modified by another operation.",
	"NON_READY_STATE":          notReady,
}

// updateFiles sets alt texts. As on Shopify, one file that is not there or not
// ready stops the whole call, while an alt text that is too long stops only its
// own file. The picture's product counts as changed too.
func updateFiles(call *graph.Call, v *view) (any, error) {
	inputs := call.Args.Objects("files")
	if v.refuses {
		return payload{object: []any{}, errors: []userError{refusedFile()}}, nil
	}
	if message, passing := fileRefusals[v.fileRefusal]; passing {
		return payload{object: []any{}, errors: []userError{{field: []string{"files"}, message: message, code: v.fileRefusal}}}, nil
	}
	var answer payload
	var written []int64
	err := v.writing(call, func(tx *sql.Tx) error {
		edit := &fileEdit{view: v.within(tx), tx: tx, now: v.now.Unix()}
		if err := edit.run(call, inputs); err != nil {
			return err
		}
		answer.errors, written = edit.errors, edit.written
		return nil
	})
	if err != nil {
		return nil, err
	}
	files := make([]any, 0, len(written))
	for _, id := range written {
		m, found, err := v.oneMedium(call, id)
		if err != nil {
			return nil, err
		}
		if found {
			files = append(files, m)
		}
	}
	answer.object = files
	return answer, nil
}

func (v *view) oneMedium(ctx context.Context, id int64) (*medium, bool, error) {
	all, err := v.media(ctx, search.Condition{SQL: "id = ?", Args: []any{id}})
	if err != nil || len(all) == 0 {
		return nil, false, err
	}
	return all[0], true, nil
}

// fileEdit is one change of some files.
type fileEdit struct {
	view    *view
	tx      *sql.Tx
	now     int64
	errors  []userError
	written []int64
}

func (e *fileEdit) refusef(code string, field []string, format string, args ...any) {
	e.errors = append(e.errors, userError{field: field, code: code, message: fmt.Sprintf(format, args...)})
}

func (e *fileEdit) run(ctx context.Context, inputs []graph.Args) error {
	files, err := e.find(ctx, inputs)
	if err != nil || len(e.errors) > 0 {
		return err
	}
	for i, input := range inputs {
		if !e.check(i, input) {
			continue
		}
		if err := e.write(ctx, files[i], input); err != nil {
			return err
		}
		e.written = append(e.written, files[i].id)
	}
	return nil
}

// find gives the files of all inputs, or refuses all.
func (e *fileEdit) find(ctx context.Context, inputs []graph.Args) ([]*medium, error) {
	files := make([]*medium, len(inputs))
	var missing []string
	ready := true
	for i, input := range inputs {
		id, _ := input.String("id")
		file, found, err := e.view.oneMedium(ctx, numberOf("MediaImage", id))
		if err != nil {
			return nil, err
		}
		if !found {
			missing = append(missing, strconv.Quote(id))
			continue
		}
		files[i], ready = file, ready && file.status == "READY"
	}
	switch {
	case len(missing) == 1:
		e.refusef("FILE_DOES_NOT_EXIST", []string{"files"}, "File id [%s] does not exist.", missing[0])
	case len(missing) > 1:
		e.refusef("FILE_DOES_NOT_EXIST", []string{"files"}, "File ids [%s] do not exist.", strings.Join(missing, ", "))
	case !ready:
		e.refusef("NON_READY_STATE", []string{"files"}, notReady)
	}
	return files, nil
}

// check validates a single input.
func (e *fileEdit) check(place int, input graph.Args) bool {
	at := func(name string) []string { return []string{"files", strconv.Itoa(place), name} }
	alt, _ := input.String("alt")
	if utf8.RuneCountInString(alt) > maxAlt {
		e.refusef("ALT_VALUE_LIMIT_EXCEEDED", at("alt"), "The alt value exceeds the maximum limit of %d characters.", maxAlt)
		return false
	}
	for _, name := range []string{"filename", "originalSource", "previewImageSource", "referencesToAdd", "referencesToRemove"} {
		if input.Has(name) {
			e.refusef("INVALID", at(name), "The demo shop changes alt texts only, not %s.", name)
			return false
		}
	}
	return true
}

// write sets the alt text where it is another one. An empty one is none.
func (e *fileEdit) write(ctx context.Context, file *medium, input graph.Args) error {
	alt, _ := input.String("alt")
	if !input.Has("alt") || alt == file.alt.String {
		return nil
	}
	if _, err := e.tx.ExecContext(ctx, "UPDATE media SET alt = ?, updated_at = ? WHERE id = ?",
		nullIfEmpty(alt), e.now, file.id); err != nil {
		return err
	}
	e.view.shop.options.Journal.note(Change{
		By: ByClient, ID: gid("MediaImage", file.id), Field: "alt", Before: file.alt.String, After: alt,
	})
	_, err := e.tx.ExecContext(ctx, "UPDATE products SET updated_at = ? WHERE id = ?", e.now, file.productID)
	return err
}
