package facts

import (
	"regexp"
	"strconv"
	"strings"

	"galley/backend/markup"
)

// Kind says where a fact was read.
type Kind string

// The kinds of sources.
const (
	FromTitle     Kind = "title"
	FromType      Kind = "type"
	FromTag       Kind = "tag"
	FromOption    Kind = "option"
	FromMetafield Kind = "metafield"
	FromPrice     Kind = "price"
	FromTable     Kind = "table"
	FromText      Kind = "text"
	FromShopFacts Kind = "shop_facts"
	FromMembers   Kind = "members" // of a collection
	FromPerson    Kind = "person"

	FromCategory    Kind = "category"     // of the shop's taxonomy
	FromWeight      Kind = "weight"       // of an export
	FromGoogle      Kind = "google"       // the columns for Google Shopping of an export
	FromSupplier    Kind = "supplier"     // pasted or imported
	FromEarlierText Kind = "earlier_text" // what the merchant had before Galley published a model's text
)

// Source is a value or a text that facts are read from.
type Source struct {
	Kind Kind
	Name string // of the option, metafield or table column
	Text string
	HTML bool
	Weak bool // written by a model

	Model    string // of a weak source: which one
	Scope    string // the variant that it is true of, "" for all
	Corrects string // the id of the row that it takes the place of; without a text the row is struck
}

// line is a part of a source that is read by itself and quoted whole.
type line struct {
	Source

	scope   string // the row of a table, or the variant
	isWhole bool   // the lines of a value once more, as one
}

func (s Source) visible() string {
	if s.HTML {
		return markup.VisibleText(s.Text)
	}
	return s.Text
}

// linesOf splits a source: tables into cells, texts into lines of their own. A
// value of several lines is also read as one: a text may put it on one line.
func linesOf(source Source, variants set) []line {
	if source.Kind == FromTitle || source.Kind == FromTag || source.Kind == FromType || source.Kind == FromMembers {
		source.Text = strings.Join(strings.Fields(source.Text), " ")
	}
	var lines []line
	text := source.Text
	if source.HTML {
		if hasTable(text) {
			lines, text = tableCells(source, variants)
		}
		text = markup.VisibleText(text)
	}
	for part := range strings.Lines(text) {
		if part = strings.Join(strings.Fields(part), " "); part != "" {
			l := line{Source: source, scope: source.Scope}
			l.Text, l.HTML = part, false
			lines = append(lines, l)
		}
	}
	if (source.Kind == FromMetafield || source.Kind == FromOption) && len(lines) > 1 {
		whole := line{Source: source, scope: source.Scope, isWhole: true}
		whole.Text = strings.Join(strings.Fields(source.Text), " ")
		lines = append(lines, whole)
	}
	return lines
}

// reading is the line with its name: "Height (cm): 42" is read as 42 cm, too.
func (l line) reading() string {
	if l.Name == "" {
		return l.Text
	}
	text := l.Name + ": " + l.Text
	if units().nameOf(l.Name) != "" && bareNumber.MatchString(strings.TrimSpace(l.Text)) {
		return l.Text + " " + l.Name
	}
	if m := unitInName.FindStringSubmatch(l.Name); m != nil && bareNumber.MatchString(strings.TrimSpace(l.Text)) {
		bare := strings.TrimSpace(strings.TrimSuffix(l.Name, m[0]))
		text = bare + ": " + strings.TrimSpace(l.Text) + " " + m[1]
	}
	return text
}

// counted reads "Number of strings: 4", a bare number, as that many of what its
// name names.
func (l line) counted(lex *lexicon) []statement {
	text := strings.TrimSpace(l.Text)
	if m := leadingCount.FindStringSubmatch(text); m != nil { // "2 (low and high)", "2 x 2.0 Ah"
		text = m[1]
	}
	n, err := strconv.ParseFloat(text, 64)
	if l.Name == "" || err != nil || n <= 0 || n != float64(int(n)) {
		return nil
	}
	r := newReader(l.Name, lex, scopes{}, true)
	var found []statement
	for i := range r.words {
		if unit := units().loose[strings.ToLower(r.words[i].raw)]; unit != "" {
			a := newAmount(r.words[i].Span, []float64{n}, unit, l.Name)
			found = append(found, statement{Span: r.words[i].Span, class: Figure, amount: &a})
		}
		if r.isLabel(i) {
			found = append(found, statement{Span: r.words[i].Span, class: Count, count: n, concepts: r.keys(i)})
		}
	}
	return found
}

var (
	unitInName   = regexp.MustCompile(`[(\[_ ,]\s*(?:in )?([\pL%°²/"]+)[)\]]?\s*$`)
	leadingCount = regexp.MustCompile(`^(\d{1,2})\s*(?:\(|[x×]\s)`)
	bareNumber   = regexp.MustCompile(`^\d+(?:[.,]\d+)*$`)
)
