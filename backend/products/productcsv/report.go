package productcsv

import (
	"fmt"
	"slices"
	"strings"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// finding is one thing that was not read as it is written.
type finding struct {
	kind   galley.FindingKind
	line   int
	last   int // of several lines, else 0
	column string
	cell   string
	why    messages.Message
}

// report gathers findings; the same thing on several lines is one entry. A nil
// report keeps nothing.
type report struct {
	counts  map[galley.FindingKind]int
	entries []*entry
	by      map[string]*entry
	more    int
}

// entry is a finding with the stretches of lines on which it was made.
type entry struct {
	finding
	stretches [][2]int
	count     int
}

func newReport() *report {
	return &report{counts: map[galley.FindingKind]int{}, by: map[string]*entry{}}
}

func (r *report) add(f finding) {
	if r == nil {
		return
	}
	r.counts[f.kind]++
	f.cell = cut(f.cell)
	f.last = max(f.last, f.line)
	key := fmt.Sprintf("%s\x00%s\x00%s\x00%s", f.kind, f.column, f.cell, f.why)
	known := r.by[key]
	switch {
	case known != nil:
		known.note(f)
	case len(r.entries) >= galley.MaxFindings:
		r.more++
	default:
		found := &entry{finding: f}
		found.note(f)
		r.by[key] = found
		r.entries = append(r.entries, found)
	}
}

// note adds lines, which come in order.
func (e *entry) note(f finding) {
	e.count++
	if n := len(e.stretches); n > 0 && f.line <= e.stretches[n-1][1]+1 {
		e.stretches[n-1][1] = max(e.stretches[n-1][1], f.last)
		return
	}
	e.stretches = append(e.stretches, [2]int{f.line, f.last})
}

// lines writes the stretches for people: "213, 214" or "902–907".
func (e *entry) lines() string {
	const shown = 6
	var text []string
	for _, stretch := range e.stretches[:min(shown, len(e.stretches))] {
		switch first, last := stretch[0], stretch[1]; {
		case first == last:
			text = append(text, fmt.Sprint(first))
		case first+1 == last:
			text = append(text, fmt.Sprint(first), fmt.Sprint(last))
		default:
			text = append(text, fmt.Sprintf("%d–%d", first, last))
		}
	}
	if len(e.stretches) > shown {
		text = append(text, "…")
	}
	return strings.Join(text, ", ")
}

// result is the report for people, by line.
func (r *report) result() galley.FileReport {
	result := galley.FileReport{
		Cells: r.counts[galley.FindingCell], Rows: r.counts[galley.FindingRow], Products: r.counts[galley.FindingProduct],
		Entries: make([]galley.FileFinding, len(r.entries)), More: r.more,
	}
	for i, e := range r.entries {
		result.Entries[i] = galley.FileFinding{
			Kind: e.kind, Line: e.line, Lines: e.lines(), Count: e.count, Column: e.column, Cell: e.cell, Why: e.why,
		}
	}
	slices.SortStableFunc(result.Entries, func(a, b galley.FileFinding) int { return a.Line - b.Line })
	return result
}
