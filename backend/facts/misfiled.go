package facts

import (
	"slices"
	"strings"
)

// What a row of the data says, said of another row's name: "the battery: 2 kg" where the
// battery has 500 Wh and 2 kg is the weight. Names and values are compared by their keys,
// so no word list is needed.

// namedRow is a value of the data with its name.
type namedRow struct {
	line   int
	name   [][]string // of each word of its name that says something, the keys
	values set        // the keys of its value
	kinds  set        // what its value measures, and the classes of its words
}

// longestName is how many words a name has at most that a text may say.
const longestName = 3

// wordsToValue is how many words are between a name and its value at most.
const wordsToValue = 3

// addNamed notes what a line with a name says.
func (s *Sheet) addNamed(n int, r *reader) {
	l := s.lines[n]
	name, _ := l.named()
	if name == "" || !l.isRow() {
		return
	}
	row := namedRow{line: n, values: set{}, kinds: set{}}
	end := r.wordsUpTo(len(name))
	for i := range r.words {
		row.read(r, i, i >= end)
	}
	if len(row.name) == 0 || len(row.name) > longestName || end == len(r.words) {
		return
	}
	for _, key := range row.name[0] {
		s.rowsOf[key] = append(s.rowsOf[key], len(s.rowsNamed))
	}
	s.rowsNamed = append(s.rowsNamed, row)
}

// read takes a word into the name or the value.
func (row *namedRow) read(r *reader, i int, isValue bool) {
	keys := r.crossKeysOf(i)
	if !isValue {
		if len(keys) > 0 {
			row.name = append(row.name, keys)
		}
		return
	}
	for _, key := range keys {
		row.values[key] = true
	}
	if kind := r.valueKind(i); kind != "" {
		row.kinds[kind] = true
	}
}

// isRow reports whether a line gives a name a value that is true of the whole product.
func (l line) isRow() bool {
	isRow := l.Kind == FromMetafield || l.Kind == FromTable || l.Kind == FromText || l.Kind == FromSupplier || l.Kind == FromPerson
	isAnswer, _ := l.answer()
	return isRow && l.scope == "" && !l.isWhole && !isAnswer
}

// misfiled finds values that a text says of another name than the data does.
func (s *Sheet) misfiled(r *reader) []Claim {
	var found []Claim
	for i := range r.words {
		for _, n := range s.rowsAt(r, i) {
			row := s.rowsNamed[n]
			end := row.endOfName(r, i)
			if end == 0 || r.isAsked(i) || r.away[i] {
				continue
			}
			if at := s.misfiledAt(r, row, i, end); at >= 0 {
				found = append(found, s.withLine(Claim{Span: r.span(i, at+1), Class: Feature}, Contradicts, row.line))
				break
			}
		}
	}
	return found
}

// rowsAt are the rows whose name may begin at a word.
func (s *Sheet) rowsAt(r *reader, i int) []int {
	var rows []int
	for _, key := range r.crossKeysOf(i) {
		rows = append(rows, s.rowsOf[key]...)
	}
	slices.Sort(rows)
	return slices.Compact(rows)
}

// endOfName is where the name of a row ends that begins at a word, 0 where none does.
func (row *namedRow) endOfName(r *reader, i int) int {
	for n, keys := range row.name {
		if i+n >= len(r.words) || n > 0 && !r.joinsAt(i+n) || !sharesKey(r.crossKeysOf(i+n), keys) {
			return 0
		}
	}
	return i + len(row.name)
}

func sharesKey(some, others []string) bool {
	return slices.ContainsFunc(some, func(key string) bool { return slices.Contains(others, key) })
}

// misfiledAt is the word behind a name that is the value of another row alone, -1 where
// the name's own value, a denial or a word for "each" is there, too.
func (s *Sheet) misfiledAt(r *reader, row namedRow, i, end int) int {
	near := r.near(i)
	if row.isSaid(r, near) {
		return -1
	}
	said := 0
	for n := end; n < near.to && said < wordsToValue && (r.words[n].clause == r.words[end-1].clause || r.isValueOf(end)); n++ {
		keys := r.crossKeysOf(n)
		switch {
		case r.isPerPiece(n):
			return -1 // "a bulb every 50 cm"
		case len(keys) == 0:
			continue
		case row.mayHave(r, end, n) && s.belongsElsewhere(r, row, keys, near):
			return n
		case s.hasWord(r.lowAt(n)):
			return -1
		}
		said++
	}
	return -1
}

// isPerPiece finds words for "each".
func (r *reader) isPerPiece(i int) bool {
	return onePer[r.lowAt(i)] || r.isOn(listEach, i)
}

// valueKind is what a figure measures, or the class of a word, "" where it has none of its own.
func (r *reader) valueKind(i int) string {
	if keys := r.amountKeys(i); keys != nil {
		return keys[0][strings.LastIndexByte(keys[0], ' '):]
	}
	if h, known := r.hitAt(i); known && !h.is(Feature) {
		return string(h.terms[0].class)
	}
	return ""
}

// mayHave reports whether a word behind a name may be meant as its value.
func (row *namedRow) mayHave(r *reader, end, n int) bool {
	return row.kinds[r.valueKind(n)] || r.saysRow(end, n)
}

// saysRow reports whether a value is said of a name as in a row: "Weight: 2 kg", "the weight
// is 2 kg". "The shade is 30 cm wide" says of what the value is.
func (r *reader) saysRow(end, n int) bool {
	if r.isValueOf(end) {
		return true
	}
	if !r.isOn(listIs, end) || r.joinsAt(r.afterValue(n)) {
		return false
	}
	for i := end + 1; i < n; i++ {
		if !r.isOnOneOf(i, listDeterminer, listAbout, listIs) && !ofWhat[r.lowAt(i)] {
			return false
		}
	}
	return true
}

// afterValue is the word behind a value, and all of its figure.
func (r *reader) afterValue(n int) int {
	next := n + 1
	for r.joinsAt(next) && r.isPartOfFigure(next) {
		next++
	}
	return next
}

// isSaid reports whether words have a value of the row, or a denial.
func (row *namedRow) isSaid(r *reader, at bounds) bool {
	for n := at.from; n < at.to; n++ {
		if r.lex.grammar.at(listNot, r.words, n) > 0 || slices.ContainsFunc(r.crossKeysOf(n), func(key string) bool { return row.values[key] }) {
			return true
		}
	}
	return false
}

// near are the words of a sentence around one of them.
func (r *reader) near(i int) bounds {
	at := r.sentenceOf(i)
	return bounds{max(at.from, i-widest), min(at.to, i+widest)}
}

// isValueOf reports whether a colon is before a word: "Weight: 2 kg".
func (r *reader) isValueOf(i int) bool {
	return i < len(r.words) && strings.TrimSpace(r.text[r.words[i-1].End:r.words[i].Start]) == ":"
}

// belongsElsewhere reports whether the data has a word in the value of one other row
// alone, whose name the sentence does not say.
func (s *Sheet) belongsElsewhere(r *reader, row namedRow, keys []string, near bounds) bool {
	line := s.crossings[atCommas].onlyLine(keys)
	if line < 0 || line == row.line {
		return false
	}
	n := slices.IndexFunc(s.rowsNamed, func(other namedRow) bool { return other.line == line })
	if n < 0 || !slices.ContainsFunc(keys, func(key string) bool { return s.rowsNamed[n].values[key] }) {
		return false
	}
	for i := near.from; i < near.to; i++ {
		if slices.ContainsFunc(s.rowsNamed[n].name, func(name []string) bool { return sharesKey(r.crossKeysOf(i), name) }) {
			return false
		}
	}
	return true
}

// onlyLine is the line of the data that has one of some keys, -1 where none or several
// have.
func (x *crossings) onlyLine(keys []string) int {
	line := -1
	for _, n := range x.with(keyed{keys: keys}) {
		if line >= 0 && x.lines[n] != line {
			return -1
		}
		line = x.lines[n]
	}
	return line
}
