package galley

import "strings"

// Term is a word that a shop always writes in one way.
type Term struct {
	Write string       `json:"write"`
	Not   []string     `json:"not"`
	In    []Translated `json:"in"` // other languages
}

// Translated is what a term is in a language.
type Translated struct {
	Language string `json:"language"` // a code such as de
	Write    string `json:"write"`
}

// WriteIn is what the shop writes for the term in a language, "" where it does not say.
func (t Term) WriteIn(language string) string {
	for _, in := range t.In {
		if in.Language == language {
			return in.Write
		}
	}
	return ""
}

func cleanTerms(p *Profile) error {
	kept := []Term{}
	for _, t := range p.Terms {
		clean := Term{Write: strings.TrimSpace(t.Write), Not: entries(t.Not), In: []Translated{}}
		for _, in := range t.In {
			code, problem := ParseLanguage(in.Language)
			if problem != nil {
				return problem
			}
			if write := strings.TrimSpace(in.Write); write != "" && code != "" && clean.WriteIn(code) == "" {
				clean.In = append(clean.In, Translated{Language: code, Write: write})
			}
		}
		if clean.Write != "" {
			kept = append(kept, clean)
		}
	}
	p.Terms = kept
	return nil
}
