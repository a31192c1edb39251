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
	switch named := len(sel.ProductIDs) + len(sel.Handles); {
	case named == 1:
		what = "1 product"
	case named > 1:
		what = fmt.Sprintf("%d products", named)
	case sel.Search != "":
		what = fmt.Sprintf("Search “%s”", sel.Search)
	default:
		what = "All products"
	}
	if sel.Filter != nil {
		what = narrowed(*sel.Filter, what)
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

// narrowed adds what a filter asks for: "Vendor Aldermill, active".
func narrowed(f galley.ProductFilter, what string) string {
	var parts []string
	if what != "All products" || f.IsEmpty() {
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
