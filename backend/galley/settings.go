package galley

// Settings are the preferences of one home.
type Settings struct {
	Strategy   Strategy       `json:"strategy"`
	Writer     WriterSettings `json:"writer"`
	Prices     []Price        `json:"prices"`
	Caps       Caps           `json:"caps"`
	Appearance Appearance     `json:"appearance"`
	Person     string         `json:"person"` // the name shown beside edits and publications
	// AllCaps are the caps of all shops together, where Caps are those of one
	// shop; nil where they are the same.
	AllCaps *Caps `json:"-"`
}

// ShopSettings are the settings that hold for one shop.
type ShopSettings struct {
	InForce Settings `json:"in_force"`
	// Own are the keys that the shop has of its own, sorted; the rest is as for all
	// shops.
	Own []string `json:"own"`
}

// Caps limit what writing may cost, in US dollars; 0 is no cap. Before each
// request the most that it can cost is reserved, and a request that does not
// fit under a cap is not sent. The real cost of a request is known only
// afterwards, so a cap can be exceeded by the error of one estimate.
type Caps struct {
	Job float64 `json:"job_usd"`
	Day float64 `json:"day_usd"`
	// Month is of a calendar month at this computer's place.
	Month float64 `json:"month_usd"`
	// Chosen is false while the caps are as shipped.
	Chosen bool `json:"chosen"`
}

// Off reports whether there is no cap.
func (c Caps) Off() bool { return c.Job == 0 && c.Day == 0 && c.Month == 0 }

// Limits returns what a request is held against: the caps of all shops together,
// and those that the shop has for itself, 0 where it has none. A shop's own cap
// never makes the total smaller: a larger one lets all together go as far as it
// does, no further.
func (s Settings) Limits() (all, own Caps) {
	if s.AllCaps == nil {
		return s.Caps, Caps{}
	}
	all = Caps{Job: s.Caps.Job, Day: larger(s.AllCaps.Day, s.Caps.Day), Month: larger(s.AllCaps.Month, s.Caps.Month), Chosen: s.Caps.Chosen}
	if s.Caps.Day != s.AllCaps.Day {
		own.Day = s.Caps.Day
	}
	if s.Caps.Month != s.AllCaps.Month {
		own.Month = s.Caps.Month
	}
	return all, own
}

// larger returns the larger of two caps; 0 is none, the largest.
func larger(a, b float64) float64 {
	if a == 0 || b == 0 {
		return 0
	}
	return max(a, b)
}

// WriterSettings are the writer of new jobs, and the request limits of all jobs.
type WriterSettings struct {
	Kind        WriterKind `json:"kind"`
	BaseURL     string     `json:"base_url"`
	Model       string     `json:"model"`
	Concurrency int        `json:"concurrency"` // requests at once, 1 to 64
	RPM         int        `json:"rpm"`         // requests a minute, 0 for no limit
	TPM         int        `json:"tpm"`         // tokens a minute, 0 for no limit
	KeyStored   bool       `json:"key_stored"`  // whether the vault has a key for BaseURL
	// AnswerLimits are the most tokens that answers may have, where a person
	// chose them.
	AnswerLimits []AnswerLimit `json:"answer_limits"`
	// Learned is what was learned about the model, nil for nothing yet.
	Learned *Lesson `json:"learned"`
}

// AnswerLimit is the most that a model may answer for a field, in tokens,
// thinking included. It replaces the usual limit, and is never raised.
type AnswerLimit struct {
	Model  string `json:"model"`
	Field  Field  `json:"field"`
	Tokens int    `json:"tokens"` // LeastAnswerLimit to MostAnswerLimit
}

// Bounds of an AnswerLimit, in tokens.
const (
	LeastAnswerLimit = 50
	MostAnswerLimit  = 200_000
)

// LimitsOf returns the answer limits of a model by field.
func (w WriterSettings) LimitsOf(model string) map[Field]int {
	limits := map[Field]int{}
	for _, l := range w.AnswerLimits {
		if l.Model == model {
			limits[l.Field] = l.Tokens
		}
	}
	return limits
}

// Missing names the settings that the writer needs and lacks.
func (w WriterSettings) Missing() []string {
	var missing []string
	if w.Kind.Traits().NeedsEndpoint && w.BaseURL == "" {
		missing = append(missing, WriterBaseURLKey)
	}
	if w.Kind.Traits().NeedsEndpoint && w.Model == "" {
		missing = append(missing, WriterModelKey)
	}
	return missing
}

// The settings that an endpoint cannot do without.
const (
	WriterBaseURLKey = "writer.base_url"
	WriterModelKey   = "writer.model"
)

// Spec is the part of the settings that a job copies.
func (w WriterSettings) Spec() WriterSpec {
	if !w.Kind.Traits().NeedsEndpoint {
		return WriterSpec{Kind: w.Kind}
	}
	return WriterSpec{Kind: w.Kind, BaseURL: w.BaseURL, Model: w.Model}
}

// Priced prices tokens by the price table. The template writer is free; a model
// that the table lacks leaves the usage unpriced.
func (s Settings) Priced(u Usage, w WriterSpec) Usage {
	if w.Kind.Traits().Free {
		u.Priced = true
		return u
	}
	price, ok := s.PriceOf(w)
	if u.Priced = ok; ok {
		u.CostUSD = price.Cost(u)
	}
	return u
}

// Theme is the window's colour scheme.
type Theme string

// The themes.
const (
	ThemeSystem Theme = "system" // as the system is set
	ThemeLight  Theme = "light"
	ThemeDark   Theme = "dark"
)

// Themes lists the themes.
func Themes() []Theme { return []Theme{ThemeSystem, ThemeLight, ThemeDark} }

// TextSizes lists the sizes of text, in percent.
func TextSizes() []int { return []int{100, 110, 125} }

// Appearance is how the window looks.
type Appearance struct {
	Theme    Theme `json:"theme"`
	TextSize int   `json:"text_size"` // percent: 100, 110 or 125
}
