package jobs

import (
	"fmt"

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
