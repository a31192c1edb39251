package galley

// Settings are the preferences of one home.
type Settings struct {
	Strategy   Strategy       `json:"strategy"`
	Writer     WriterSettings `json:"writer"`
	Prices     []Price        `json:"prices"`
	Caps       Caps           `json:"caps"`
	Appearance Appearance     `json:"appearance"`
	Person     string         `json:"person"` // the name that stands beside edits and publications
}

// Caps bound what writing may cost, in US dollars; 0 is no cap. At a cap a job
// pauses and keeps all it has. What is being written at that moment is still
// paid for, so a cap can be passed by a few drafts.
type Caps struct {
	Job float64 `json:"job_usd"`
	Day float64 `json:"day_usd"`
}

// WriterSettings say which writer new jobs use, and how fast all may go.
type WriterSettings struct {
	Kind        WriterKind `json:"kind"`
	BaseURL     string     `json:"base_url"`
	Model       string     `json:"model"`
	Concurrency int        `json:"concurrency"` // requests at once, 1 to 64
	RPM         int        `json:"rpm"`         // requests a minute, 0 for no limit
	TPM         int        `json:"tpm"`         // tokens a minute, 0 for no limit
	KeyStored   bool       `json:"key_stored"`  // whether the vault has a key for BaseURL
}

// Spec is the part of the settings that a job copies.
func (w WriterSettings) Spec() WriterSpec {
	if w.Kind == WriterTemplate {
		return WriterSpec{Kind: WriterTemplate}
	}
	return WriterSpec{Kind: w.Kind, BaseURL: w.BaseURL, Model: w.Model}
}

// Price is what a model costs, in US dollars for a million tokens.
type Price struct {
	Model  string  `json:"model"`
	Input  float64 `json:"input"`
	Cached float64 `json:"cached"`
	Output float64 `json:"output"`
}

// Cost is the price of the usage in US dollars.
func (p Price) Cost(u Usage) float64 {
	fresh := max(u.InputTokens-u.CachedTokens, 0)
	return (float64(fresh)*p.Input + float64(u.CachedTokens)*p.Cached + float64(u.OutputTokens)*p.Output) / 1e6
}

// PriceOf returns the price of the model, if the table has it.
func (s Settings) PriceOf(model string) (Price, bool) {
	for _, p := range s.Prices {
		if p.Model == model {
			return p, true
		}
	}
	return Price{}, false
}

// Priced puts money to tokens by the price table. The template writer is free;
// a model that the table lacks leaves the usage unpriced.
func (s Settings) Priced(u Usage, w WriterSpec) Usage {
	if w.Kind == WriterTemplate {
		u.Priced = true
		return u
	}
	price, ok := s.PriceOf(w.Model)
	if u.Priced = ok; ok {
		u.CostUSD = price.Cost(u)
	}
	return u
}

// Appearance is how the window looks.
type Appearance struct {
	Theme    string `json:"theme"`     // system, light or dark
	TextSize int    `json:"text_size"` // percent: 100, 110 or 125
}
