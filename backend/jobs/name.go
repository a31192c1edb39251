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
	case named > 0:
		what = counted(named, string(owner))
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
	for _, part := range []struct {
		word   string
		values galley.Choice
	}{{"Vendor", f.Vendor}, {"Type", f.Type}, {"Status", f.Status}, {"Tag", f.Tag}} {
		if len(part.values) > 0 {
			parts = append(parts, part.word+" "+strings.Join(part.values, " or "))
		}
	}
	if n := len(f.Collection); n > 0 {
		parts = append(parts, counted(n, "collection"))
	}
	if len(f.Without) > 0 {
		parts = append(parts, "without "+strings.Join(labels(f.Without), " or "))
	}
	if f.ShorterThan > 0 {
		parts = append(parts, fmt.Sprintf("under %d words", f.ShorterThan))
	}
	if f.ScoreBelow > 0 {
		parts = append(parts, fmt.Sprintf("score below %d", f.ScoreBelow))
	}
	if f.History != galley.HistoryAny {
		parts = append(parts, histories[f.History])
	}
	return strings.Join(parts, ", ")
}

var histories = map[galley.ProductHistory]string{
	galley.HistoryNever: "never written", galley.HistoryWritten: "written before", galley.HistoryPublished: "published before",
}

func labels(names galley.Choice) []string {
	words := make([]string, len(names))
	for i, name := range names {
		words[i] = galley.Field(name).Label()
	}
	return words
}

// counted is "1 product", "2 products".
func counted(n int, word string) string {
	if n != 1 {
		word += "s"
	}
	return fmt.Sprintf("%d %s", n, word)
}
