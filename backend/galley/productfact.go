package galley

import (
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"galley/backend/galley/messages"
)

// FactState says what became of a fact.
type FactState string

// The states. An unused row is a shelf tag, which supports no claim.
const (
	FactRead      FactState = "read"
	FactAdded     FactState = "added"
	FactCorrected FactState = "corrected"
	FactStruck    FactState = "struck"
	FactUnused    FactState = "unused"
)

// FactEdit is what a person or a supplier says of a product. Attribute may be
// empty for a sentence; Scope names the variant that it is true of, empty for all.
type FactEdit struct {
	Attribute string `json:"attribute"`
	Value     string `json:"value"`
	Scope     string `json:"scope"`
	Why       string `json:"why"`
}

// The longest parts of a fact about a product, in characters.
const (
	MaxFactName = 120
	MaxFactWhy  = 300
)

// MaxNotedFacts is how many facts can be noted of one product.
const MaxNotedFacts = 500

// Tidy returns the fact with single spaces. A value that is empty, or a part
// that is too long, is CodeInvalidInput.
func (f FactEdit) Tidy() (FactEdit, error) {
	line := func(s string) string { return strings.Join(strings.Fields(strings.ToValidUTF8(s, "")), " ") }
	f = FactEdit{Attribute: line(f.Attribute), Value: line(f.Value), Scope: line(f.Scope), Why: line(f.Why)}
	if f.Value == "" {
		return f, NewError(CodeInvalidInput, messages.FactEmpty)
	}
	for _, part := range []struct {
		text string
		most int
	}{{f.Value, MaxFact}, {f.Attribute, MaxFactName}, {f.Scope, MaxFactName}, {f.Why, MaxFactWhy}} {
		if n := utf8.RuneCountInString(part.text); n > part.most {
			return f, NewError(CodeInvalidInput, messages.FactTooLong(part.most, n))
		}
	}
	return f, nil
}

// NotedFact is a fact of one product as a person or a supplier noted it: added,
// or what became of a fact that is read from the shop's data.
type NotedFact struct {
	ID    int64
	State FactState // added, corrected or struck
	Row   string    // the row of the sheet that is corrected or struck, "" for an addition
	FactEdit

	Was      FactEdit // what a corrected or struck row said
	Supplier string   // the file or supplier that it comes from, "" for a person
	By       string   // the person who noted or imported it
	At       time.Time
}

// FactScopeKind is what a fact of a shop is true of.
type FactScopeKind string

// The scopes. FactOfProducts is the scope of an answer that is about each
// product whose draft is answered, or each collection with its products.
const (
	FactOfShop       FactScopeKind = "shop"
	FactOfVendor     FactScopeKind = "vendor"
	FactOfType       FactScopeKind = "type"
	FactOfCollection FactScopeKind = "collection"
	FactOfProducts   FactScopeKind = "products"
)

// FactScope says which products of a shop a fact is true of: all, or those of a
// vendor, a type or a collection (its handle).
type FactScope struct {
	Kind  FactScopeKind `json:"kind"`
	Value string        `json:"value"`
}

// Tidy returns the scope without spaces around its value. An unknown kind, or a
// kind that lacks its value, is CodeInvalidInput.
func (s FactScope) Tidy() (FactScope, error) {
	s.Value = strings.TrimSpace(s.Value)
	switch s.Kind {
	case FactOfShop, FactOfProducts:
		s.Value = ""
		return s, nil
	case FactOfVendor, FactOfType, FactOfCollection:
		if s.Value != "" {
			return s, nil
		}
	}
	return s, NewError(CodeInvalidInput, messages.FactScopeUnknown(string(s.Kind)))
}

// ScopedFact is a fact about the products of a vendor, type or collection.
type ScopedFact struct {
	ID    int64     `json:"id"`
	Scope FactScope `json:"scope"`
	Fact  string    `json:"fact"`
	Who   string    `json:"who"`
	When  time.Time `json:"when"`
}

// WrittenText is a text on the shop that a model wrote and Galley published: a
// weaker source than the merchant's. Earlier is what the merchant had there.
type WrittenText struct {
	Target  Target
	Field   Field
	Live    Value
	Model   string
	Earlier Value
}

// Noted is what Galley knows of a product beyond the shop's data.
type Noted struct {
	Facts   []NotedFact
	Scoped  []ScopedFact // those that are true of the product or collection
	Written []WrittenText
}

// FactSource is where a fact was read.
type FactSource struct {
	Kind  string `json:"kind"`  // title, type, category, tag, option, metafield, weight, google, price, table, text, earlier_text, shop_facts, supplier, members, person
	Name  string `json:"name"`  // of the option, metafield or column; of a shop fact with a scope the vendor, type or collection
	Text  string `json:"text"`  // the sentence, cell or line
	Weak  bool   `json:"weak"`  // a model wrote it and Galley published it
	Model string `json:"model"` // of a weak source: which one
}

// FactCan says what may be done with a row of the sheet.
type FactCan struct {
	Correct bool `json:"correct"`
	Strike  bool `json:"strike"`
	Restore bool `json:"restore"` // take an addition, a correction or a strike back
}

// FactRow is one fact of a product with its source, and what people did to it.
type FactRow struct {
	ID        string     `json:"id"`        // the same for the same attribute, value and variant
	Class     string     `json:"class"`     // what kind of claim it can support, "" where it is none
	Attribute string     `json:"attribute"` // as the source names it; of a sentence what its figure measures, else ""
	Value     string     `json:"value"`     // whole: "14 cm"
	Unit      string     `json:"unit"`      // of a value that is one amount; it is part of the value too
	Denied    bool       `json:"denied"`    // "nickel-free" denies nickel
	Scope     string     `json:"scope"`     // the variant it is true of, "" for all
	Source    FactSource `json:"source"`
	State     FactState  `json:"state"`
	Was       string     `json:"was"` // of a corrected row: the value that was read
	Who       string     `json:"who"` // who added, corrected or struck it; of a supplier's fact the supplier
	Why       string     `json:"why"`
	When      *time.Time `json:"when"`
	Can       FactCan    `json:"can"`
}

// FactSheet is all that is known of one product.
type FactSheet struct {
	Product   ProductRef `json:"product"`
	Rows      []FactRow  `json:"rows"`
	Facts     int        `json:"facts"` // rows that can support a claim
	Corrected int        `json:"corrected"`
	Struck    int        `json:"struck"`
	Weak      int        `json:"weak"`
}

// NewFactSheet counts the rows.
func NewFactSheet(of ProductRef, rows []FactRow) FactSheet {
	sheet := FactSheet{Product: of, Rows: rows}
	for _, row := range rows {
		switch row.State {
		case FactStruck:
			sheet.Struck++
			continue
		case FactUnused:
			continue
		case FactCorrected:
			sheet.Corrected++
		case FactRead, FactAdded:
		}
		sheet.Facts++
		if row.Source.Weak {
			sheet.Weak++
		}
	}
	return sheet
}

// Row returns the row with that id.
func (s FactSheet) Row(id string) (FactRow, bool) {
	for _, row := range s.Rows {
		if row.ID == id {
			return row, true
		}
	}
	return FactRow{}, false
}

// FactImport is the result of an import of a supplier's facts.
type FactImport struct {
	Rows      int           `json:"rows"`      // products in the file
	Set       int           `json:"set"`       // facts that are new or changed
	Unchanged int           `json:"unchanged"` // facts that were there before
	Unknown   []string      `json:"unknown"`   // handles that are not of this shop
	Invalid   []InvalidLine `json:"invalid"`   // lines that were passed over
}

// RowID is the row of the sheet that shows the fact: the one that it changes,
// else its own.
func (f NotedFact) RowID() string {
	if f.Row != "" {
		return f.Row
	}
	return notedRow + strconv.FormatInt(f.ID, 10)
}

// notedRow begins the ids of rows that no source has.
const notedRow = "noted-"

// WithoutLine is a list of facts, one a line, without the last that says this.
func WithoutLine(facts, line string) string {
	lines := strings.Split(facts, "\n")
	for i, other := range slices.Backward(lines) {
		if other == line {
			return strings.Join(append(lines[:i], lines[i+1:]...), "\n")
		}
	}
	return facts
}
