package jobs

import (
	"fmt"
	"strings"

	"galley/backend/galley"
)

// name says in words what a job covers.
func name(spec galley.JobSpec) string {
	sel := spec.Selection
	var what string
	all, owner := allOf(spec.Field), spec.Field.Owner()
	switch named := len(sel.IDs()) + len(sel.Handles); {
	case named == 1:
		what = fmt.Sprintf("1 %s", owner)
	case named > 1:
		what = fmt.Sprintf("%d %ss", named, owner)
	case sel.Search != "":
		what = fmt.Sprintf("Search “%s”", sel.Search)
	default:
		what = all
	}
	if sel.Filter != nil {
		what = narrowed(*sel.Filter, what, all)
	}
	if n := len(sel.Except); n > 0 {
		what += fmt.Sprintf(" but %d", n)
	}
	if spec.OnlyEmpty {
		what += ", only empty"
	}
	if spec.Sample > 0 {
		what = fmt.Sprintf("Sample of %d, %s", spec.Sample, what)
	}
	return what
}

// allOf names everything that the field can be written for.
func allOf(f galley.Field) string { return fmt.Sprintf("All %ss", f.Owner()) }

// narrowed adds what a filter asks for: "Vendor Aldermill, active".
func narrowed(f galley.ProductFilter, what, all string) string {
	var parts []string
	if what != all || f.IsEmpty() {
		parts = append(parts, what)
	}
	if f.Vendor != "" {
		parts = append(parts, "Vendor "+f.Vendor)
	}
	if f.Type != "" {
		parts = append(parts, "Type "+f.Type)
	}
	if f.Status != "" {
		parts = append(parts, "Status "+f.Status)
	}
	if f.Without != "" {
		parts = append(parts, "without "+f.Without.Label())
	}
	return strings.Join(parts, ", ")
}
