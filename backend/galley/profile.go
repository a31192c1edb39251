package galley

import (
	"slices"
	"strings"
	"unicode/utf8"

	"galley/backend/galley/messages"
)

// Profile is how a shop speaks. It goes to the writer with every product of the
// shop; a job keeps the one that it started with.
type Profile struct {
	Audience  string        `json:"audience"` // who the shop speaks to
	Voice     string        `json:"voice"`
	Language  string        `json:"language"` // "" for the language of the shop's own texts
	Spelling  string        `json:"spelling"` // British
	Person    string        `json:"person"`   // how it speaks to the reader: you
	Do        []string      `json:"do"`
	Dont      []string      `json:"dont"`
	Lengths   []FieldLength `json:"lengths"`
	Forbidden []string      `json:"forbidden"` // words to avoid; an asterisk at the end means any ending
	Terms     []Term        `json:"terms"`
	Rules     string        `json:"rules"`    // of the house
	Examples  []GoodText    `json:"examples"` // that a person marked as good
	Notes     []string      `json:"notes"`    // offered where a draft is written again; no job has them
}

// FieldLength is how long a shop's texts of a field are: in words for a
// description, in characters for the other fields. 0 leaves an end open.
type FieldLength struct {
	Field Field `json:"field"`
	Min   int   `json:"min"`
	Max   int   `json:"max"`
}

// The most that a profile holds.
const (
	MaxExamples    = 10
	MaxExampleText = 6000 // characters
	maxProfileText = 2000 // characters of one entry
	maxProfileList = 100  // entries of one list
	// ExamplesSent is how many marked texts go along with a job.
	ExamplesSent = 3
)

// IsEmpty reports whether nothing is set.
func (p Profile) IsEmpty() bool {
	return p.Audience+p.Voice+p.Language+p.Spelling+p.Person+p.Rules == "" &&
		len(p.Do)+len(p.Dont)+len(p.Lengths)+len(p.Forbidden)+len(p.Terms)+len(p.Examples)+len(p.Notes) == 0
}

// Length is how long texts of the field are to be, zero where nothing is set.
func (p Profile) Length(f Field) FieldLength {
	for _, l := range p.Lengths {
		if l.Field == f {
			return l
		}
	}
	return FieldLength{Field: f}
}

// For is the profile of a job over a field, and over products of one type or
// (with "") of any: it has the marked texts that go along with every request,
// those of the field first, and of these those of the type.
func (p Profile) For(f Field, productType string) Profile {
	distance := func(t GoodText) (n int) {
		if t.Field != f {
			n += 2
		}
		if productType == "" || !strings.EqualFold(t.Type, productType) {
			n++
		}
		return n
	}
	p.Examples = slices.Clone(p.Examples)
	slices.SortStableFunc(p.Examples, func(a, b GoodText) int { return distance(a) - distance(b) })
	p.Examples = p.Examples[:min(len(p.Examples), ExamplesSent)]
	p.Notes = nil
	return p
}

// Clean returns the profile without white space around its entries, and without
// entries that are empty or given twice. One that is too large, or names a field
// that does not exist, is CodeInvalidInput.
func (p Profile) Clean() (Profile, error) {
	for _, text := range profileTexts(&p) {
		*text = strings.TrimSpace(*text)
	}
	for _, list := range []*[]string{&p.Do, &p.Dont, &p.Forbidden, &p.Notes} {
		*list = entries(*list)
	}
	if err := cleanTerms(&p); err != nil {
		return p, err
	}
	if err := cleanLengths(&p); err != nil {
		return p, err
	}
	if err := cleanExamples(&p); err != nil {
		return p, err
	}
	return p, checkProfileSize(&p)
}

func profileTexts(p *Profile) []*string {
	return []*string{&p.Audience, &p.Voice, &p.Language, &p.Spelling, &p.Person, &p.Rules}
}

func cleanLengths(p *Profile) error {
	kept := []FieldLength{}
	for _, l := range p.Lengths {
		if _, err := ParseField(string(l.Field)); err != nil {
			return err
		}
		if l.Min < 0 || l.Max < 0 || l.Max > 0 && l.Min > l.Max {
			return NewError(CodeInvalidInput, messages.ProfileLengthInvalid(string(l.Field)))
		}
		if l.Min+l.Max > 0 {
			kept = append(kept, l)
		}
	}
	p.Lengths = kept
	return nil
}

func cleanExamples(p *Profile) error {
	if len(p.Examples) > MaxExamples {
		return NewError(CodeInvalidInput, messages.ProfileExamplesTooMany(MaxExamples))
	}
	kept := []GoodText{}
	for _, t := range p.Examples {
		if _, err := ParseField(string(t.Field)); err != nil {
			return err
		}
		t.Title, t.Type, t.Text = strings.TrimSpace(t.Title), strings.TrimSpace(t.Type), strings.TrimSpace(t.Text)
		if n := utf8.RuneCountInString(t.Text); n > MaxExampleText {
			return NewError(CodeInvalidInput, messages.ProfileTextTooLong(n, MaxExampleText))
		}
		if t.Text != "" {
			kept = append(kept, t)
		}
	}
	p.Examples = kept
	return nil
}

func checkProfileSize(p *Profile) error {
	all := slices.Concat(p.Do, p.Dont, p.Forbidden, p.Notes)
	for _, text := range profileTexts(p) {
		all = append(all, *text)
	}
	for _, t := range p.Terms {
		all = append(append(all, t.Write), t.Not...)
		for _, in := range t.In {
			all = append(all, in.Write)
		}
	}
	for _, text := range all {
		if n := utf8.RuneCountInString(text); n > maxProfileText {
			return NewError(CodeInvalidInput, messages.ProfileTextTooLong(n, maxProfileText))
		}
	}
	if most := max(len(p.Do), len(p.Dont), len(p.Forbidden), len(p.Terms), len(p.Notes)); most > maxProfileList {
		return NewError(CodeInvalidInput, messages.ProfileListTooLong(most, maxProfileList))
	}
	return nil
}

// entries are the entries of a list without empty and repeated ones.
func entries(list []string) []string {
	kept := []string{}
	for _, entry := range list {
		if entry = strings.Join(strings.Fields(entry), " "); entry != "" && !slices.ContainsFunc(kept, func(k string) bool { return strings.EqualFold(k, entry) }) {
			kept = append(kept, entry)
		}
	}
	return kept
}

// FilledFrom returns the profile with what a proposal has and it lacks. Words of
// a person are never replaced.
func (p Profile) FilledFrom(proposed Profile) Profile {
	theirs := profileTexts(&proposed)
	for i, text := range profileTexts(&p) {
		if *text == "" {
			*text = *theirs[i]
		}
	}
	if len(p.Do) == 0 {
		p.Do = proposed.Do
	}
	if len(p.Dont) == 0 {
		p.Dont = proposed.Dont
	}
	if len(p.Forbidden) == 0 {
		p.Forbidden = proposed.Forbidden
	}
	return p
}

// LearnEstimate says what proposing a profile would cost.
type LearnEstimate struct {
	Texts      int        `json:"texts"` // marked ones that it would be learned from
	Writer     WriterSpec `json:"writer"`
	CostUSD    float64    `json:"cost_usd"`
	Priced     bool       `json:"priced"`
	NeedsPrice *Reason    `json:"needs_price"` // why it cannot start
}

// LearnedProfile is a proposal of a model. Nothing of it is saved.
type LearnedProfile struct {
	Now      Profile `json:"now"`
	Proposed Profile `json:"proposed"`
	Filled   Profile `json:"filled"` // as it is now, with what was proposed where nothing was
	Usage    Usage   `json:"usage"`
}
