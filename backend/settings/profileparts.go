package settings

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// profilePart is one part of a profile as text. Entries of lists are separated
// by semicolons.
type profilePart struct {
	name string
	get  func(galley.Profile) string
	set  func(*galley.Profile, string) error
}

func textPart(name string, of func(*galley.Profile) *string) profilePart {
	return profilePart{
		name, func(p galley.Profile) string { return *of(&p) },
		func(p *galley.Profile, v string) error { *of(p) = v; return nil },
	}
}

func listPart(name string, of func(*galley.Profile) *[]string) profilePart {
	return profilePart{
		name, func(p galley.Profile) string { return strings.Join(*of(&p), "; ") },
		func(p *galley.Profile, v string) error { *of(p) = strings.Split(v, ";"); return nil },
	}
}

func lengthPart(f galley.Field) profilePart {
	return profilePart{
		"length." + string(f),
		func(p galley.Profile) string {
			l := p.Length(f)
			if l.Min+l.Max == 0 {
				return ""
			}
			return fmt.Sprintf("%d-%d", l.Min, l.Max)
		},
		func(p *galley.Profile, v string) error { return setLength(p, f, v) },
	}
}

// setLength reads "150-220", "150-" or "-220", and "" for no length.
func setLength(p *galley.Profile, f galley.Field, v string) error {
	kept := []galley.FieldLength{}
	for _, l := range p.Lengths {
		if l.Field != f {
			kept = append(kept, l)
		}
	}
	p.Lengths = kept
	if v = strings.TrimSpace(v); v == "" {
		return nil
	}
	least, most, found := strings.Cut(v, "-")
	l := galley.FieldLength{Field: f}
	var errLeast, errMost error
	if least = strings.TrimSpace(least); least != "" {
		l.Min, errLeast = strconv.Atoi(least)
	}
	if most = strings.TrimSpace(most); most != "" {
		l.Max, errMost = strconv.Atoi(most)
	}
	if !found || errLeast != nil || errMost != nil {
		return galley.NewError(galley.CodeInvalidInput, messages.ProfileLengthInvalid(string(f)))
	}
	p.Lengths = append(p.Lengths, l)
	return nil
}

// termsPart reads "flex: cord, cable; shade: lampshade | de: Schirm".
func termsPart() profilePart {
	return profilePart{
		"terms",
		func(p galley.Profile) string {
			var all []string
			for _, t := range p.Terms {
				entry := []string{t.Write}
				if len(t.Not) > 0 {
					entry[0] += ": " + strings.Join(t.Not, ", ")
				}
				for _, in := range t.In {
					entry = append(entry, in.Language+": "+in.Write)
				}
				all = append(all, strings.Join(entry, " | "))
			}
			return strings.Join(all, "; ")
		},
		func(p *galley.Profile, v string) error {
			p.Terms = nil
			for entry := range strings.SplitSeq(v, ";") {
				p.Terms = append(p.Terms, readTerm(entry))
			}
			return nil
		},
	}
}

func readTerm(entry string) galley.Term {
	own, others, _ := strings.Cut(entry, "|")
	write, not, _ := strings.Cut(own, ":")
	term := galley.Term{Write: write, Not: strings.Split(not, ",")}
	for in := range strings.SplitSeq(others, "|") {
		language, write, _ := strings.Cut(in, ":")
		term.In = append(term.In, galley.Translated{Language: language, Write: write})
	}
	return term
}

func profileParts() []profilePart {
	parts := []profilePart{
		textPart("audience", func(p *galley.Profile) *string { return &p.Audience }),
		textPart("voice", func(p *galley.Profile) *string { return &p.Voice }),
		textPart("language", func(p *galley.Profile) *string { return &p.Language }),
		textPart("spelling", func(p *galley.Profile) *string { return &p.Spelling }),
		textPart("person", func(p *galley.Profile) *string { return &p.Person }),
		listPart("do", func(p *galley.Profile) *[]string { return &p.Do }),
		listPart("dont", func(p *galley.Profile) *[]string { return &p.Dont }),
		listPart("forbidden", func(p *galley.Profile) *[]string { return &p.Forbidden }),
		termsPart(),
		textPart("rules", func(p *galley.Profile) *string { return &p.Rules }),
		listPart("notes", func(p *galley.Profile) *[]string { return &p.Notes }),
	}
	for _, f := range galley.Fields() {
		parts = append(parts, lengthPart(f))
	}
	return parts
}

// ProfileParts lists the parts of a profile as text, in a fixed order. The
// marked texts are not among them.
func ProfileParts(p galley.Profile) []Setting {
	var list []Setting
	for _, part := range profileParts() {
		list = append(list, Setting{Key: part.name, Value: part.get(p)})
	}
	return list
}

// SetProfilePart changes one part of a shop's profile.
func (s *Service) SetProfilePart(ctx context.Context, shop galley.ShopID, name, value string) (galley.Profile, error) {
	var names []string
	for _, part := range profileParts() {
		if part.name == name {
			return s.store.ChangeProfile(ctx, shop, func(p galley.Profile) (galley.Profile, error) {
				err := part.set(&p, value)
				return p, err
			})
		}
		names = append(names, part.name)
	}
	return galley.Profile{}, galley.NewError(galley.CodeInvalidInput, messages.NoSuchProfilePart(name, names))
}
