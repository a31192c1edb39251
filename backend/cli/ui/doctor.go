package ui

// Finding is what one check of doctor found. Message says what to do where it
// is not in order.
type Finding struct {
	Name    string `json:"name"`
	OK      bool   `json:"ok"`
	Message string `json:"message"`
}

// Findings lists what was looked at.
func (p *Page) Findings(findings []Finding) {
	widest := 0
	for _, f := range findings {
		widest = max(widest, len(f.Name))
	}
	for _, f := range findings {
		word := p.tinted("ok     ", ToneGood)
		if !f.OK {
			word = p.tinted("problem", ToneBad)
		}
		p.Line("%s  %-*s  %s", word, widest, f.Name, f.Message)
	}
}
