package facts

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"math"
	"regexp"
	"slices"
	"strings"

	"galley/backend/markup"
)

// Row is one fact as people see it. Facts that several sources give are one row.
type Row struct {
	ID        string // the same for the same attribute, value and variant
	Class     Class
	Attribute string // as the source names it; of a sentence what its figure measures
	Value     string
	Unit      string // of a value that is one amount
	Denied    bool
	Scope     string // the variant, "" for all
	Source    Source // where it is read first; Text is the sentence, cell or line
	Unused    bool   // a shelf tag

	facts []int
	lines []int // that the row has the whole of
}

// Rows lists the facts of a sheet in the order of their sources, the merchant's
// before those that a model wrote.
func (s *Sheet) Rows() []Row {
	var list rowList
	ofLine := make([][]int, len(s.lines))
	for n, f := range s.facts {
		if f.extra || f.vague {
			continue
		}
		ofLine[f.line] = append(ofLine[f.line], n)
	}
	for _, weak := range []bool{false, true} {
		for n, l := range s.lines {
			if l.Weak == weak && !l.isWhole {
				s.addRows(&list, n, ofLine[n])
			}
		}
	}
	return list.rows
}

// rowList joins rows of the same fact.
type rowList struct {
	rows []Row
	byID map[string]int
}

func (l *rowList) add(r Row) {
	if l.byID == nil {
		l.byID = map[string]int{}
	}
	if n, ok := l.byID[r.ID]; ok {
		l.rows[n].facts = append(l.rows[n].facts, r.facts...)
		l.rows[n].lines = append(l.rows[n].lines, r.lines...)
		return
	}
	l.byID[r.ID] = len(l.rows)
	l.rows = append(l.rows, r)
}

// nameAndValue is a line such as "Shade width: 14 cm".
var nameAndValue = regexp.MustCompile(`^[•*–-]?\s*(\pL[^:.!?]{0,60}?)\s*:\s+(\S.*)$`)

// sentenceEnds finds a value that goes on with another sentence.
var sentenceEnds = regexp.MustCompile(`[.!?]\s+\p{Lu}`)

// longestValue is how long a value is, in bytes, that a line may name.
const longestValue = 300

func (s *Sheet) addRows(list *rowList, n int, facts []int) {
	l := s.lines[n]
	name, value := l.named()
	if name == "" && l.isProse() {
		for _, f := range facts {
			list.add(s.rowOf(n, f))
		}
		return
	}
	if strings.TrimSpace(value) == "" || l.Kind == FromOption && strings.EqualFold(value, "Default Title") {
		return
	}
	row := Row{Attribute: name, Value: value, Scope: l.scope, Source: l.Source, facts: facts, lines: []int{n}}
	row.Unused = l.isShelfTag()
	row.Class, row.Unit, row.Denied = s.kindOf(facts)
	row.ID = rowID("named", fold(name), fold(value), fold(l.scope))
	if key, ok := s.figureKey(facts); ok {
		row.ID = rowID(key...)
	}
	list.add(row)
}

// named is a line's attribute and value: the name of its source, or the one
// before a colon.
func (l line) named() (name, value string) {
	if l.Name == "" && l.Kind == FromText {
		if m := nameAndValue.FindStringSubmatch(l.Text); m != nil && len(m[2]) <= longestValue && !sentenceEnds.MatchString(m[2]) {
			return m[1], m[2]
		}
	}
	return l.Name, l.Text
}

func (l line) isProse() bool {
	return l.Kind == FromText || l.Kind == FromEarlierText || l.Kind == FromTitle || l.Kind == FromMembers
}

func (l line) isShelfTag() bool { return l.Kind == FromTag && isShelfTag(l.Text) }

// saysFree reports whether a value says itself that something is absent: "nickel-free".
func saysFree(value string) bool {
	low := fold(value)
	return strings.Contains(low, "free") || strings.Contains(low, "frei") || strings.Contains(low, "vrij")
}

// rowOf is the row of one statement of a text.
func (s *Sheet) rowOf(n, f int) Row {
	l, st := s.lines[n], s.facts[f].statement
	text := l.reading()
	row := Row{
		Class: st.class, Value: st.Of(text), Scope: l.scope, Source: l.Source, facts: []int{f},
	}
	row.Source.Text = sentenceAt(text, st.Span)
	row.Denied = st.negative && (!st.freeOf || !saysFree(row.Value))
	if st.tongue {
		row.Attribute = "language"
	}
	if st.amount != nil {
		row.Attribute, row.Unit = strings.TrimSpace(st.part+" "+st.attr), st.amount.unit
	}
	said := ""
	if st.amount != nil { // an amount has no concept that tells it from others
		said = fold(row.Value)
	}
	row.ID = rowID("said", said, string(st.class), strings.Join(st.concepts, ","), strings.Join(st.heads, ","), st.attr, fmt.Sprint(st.negative, st.count), st.scope)
	if key, ok := s.figureKey(row.facts); ok {
		row.ID = rowID(key...)
	}
	return row
}

// kindOf says what the facts of a line are about, where all are of one class.
func (s *Sheet) kindOf(facts []int) (class Class, unit string, denied bool) {
	for _, n := range facts {
		st := s.facts[n].statement
		if class != "" && st.class != class {
			return "", "", false
		}
		class = st.class
	}
	if st, ok := s.oneAmount(facts); ok {
		unit = st.amount.unit
	}
	if len(facts) > 0 {
		denied = !slices.ContainsFunc(facts, func(n int) bool { return !s.facts[n].negative })
	}
	return class, unit, denied
}

// oneAmount is the amount of a line that has no other: it is read in several
// languages.
func (s *Sheet) oneAmount(facts []int) (statement, bool) {
	var found statement
	for _, n := range facts {
		st := s.facts[n].statement
		switch {
		case st.amount == nil:
			continue
		case found.amount == nil || found.attr == "" && st.amount.same(*found.amount) == equal:
			found = st
		case st.amount.same(*found.amount) != equal:
			return statement{}, false
		}
	}
	return found, found.amount != nil
}

// figureKey makes the same figure of the same attribute, part and variant one
// row, in whichever unit and source it is.
func (s *Sheet) figureKey(facts []int) ([]string, bool) {
	st, ok := s.oneAmount(facts)
	if !ok || st.attr == "" || len(st.amount.values) == 0 {
		return nil, false
	}
	value := fmt.Sprintf("%.6g", math.Abs(st.amount.values[0]*st.amount.factor))
	return []string{"figure", st.attr, st.part, st.scope, st.amount.base, value, fmt.Sprint(st.negative)}, true
}

// idLength is how many hexadecimal digits tell the rows of a product apart.
const idLength = 12

func rowID(parts ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return hex.EncodeToString(sum[:])[:idLength]
}

// sentenceAt is the sentence of a text that a place is in.
func sentenceAt(text string, at markup.Span) string {
	start := 0
	for _, mark := range []string{". ", "! ", "? "} {
		if i := strings.LastIndex(text[:at.Start], mark); i >= 0 {
			start = max(start, i+len(mark))
		}
	}
	end := len(text)
	for _, mark := range []string{". ", "! ", "? "} {
		if i := strings.Index(text[at.End:], mark); i >= 0 {
			end = min(end, at.End+i+1)
		}
	}
	return strings.TrimSpace(text[start:end])
}
