package search

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// scanner cuts a query into terms.
type scanner struct{ rest string }

func (s *scanner) skipSpace() { s.rest = strings.TrimLeftFunc(s.rest, unicode.IsSpace) }

func (s *scanner) take(prefix string) bool {
	rest, found := strings.CutPrefix(s.rest, prefix)
	if found {
		s.rest = rest
	}
	return found
}

// term reads a word, a phrase, or a field, a colon and either.
func (s *scanner) term() Term {
	if value, quoted := s.quoted(); quoted {
		return Term{Value: value, IsPhrase: true}
	}
	word := s.until(func(r rune) bool { return r == ':' || endsWord(r) })
	if word == "" || !s.take(":") {
		if word == "" {
			word = s.value() // a colon without a field
		}
		return withPrefix(Term{Value: word})
	}
	term := Term{Field: strings.ToLower(word)}
	for _, compare := range []string{">=", "<=", ">", "<"} {
		if s.take(compare) {
			term.Compare = compare
			break
		}
	}
	if value, quoted := s.quoted(); quoted {
		term.Value, term.IsPhrase = value, true
		return term
	}
	term.Value = s.value()
	return withPrefix(term)
}

func (s *scanner) value() string { return s.until(endsWord) }

func endsWord(r rune) bool { return unicode.IsSpace(r) || r == ')' }

func withPrefix(term Term) Term {
	if value, found := strings.CutSuffix(term.Value, "*"); found && (value != "" || term.Field != "") {
		term.Value, term.IsPrefix = value, true
	}
	return term
}

// until reads up to a rune, where \ takes away the meaning of the next one.
func (s *scanner) until(ends func(rune) bool) string {
	var out strings.Builder
	for s.rest != "" {
		r, size := utf8.DecodeRuneInString(s.rest)
		if r == '\\' && len(s.rest) > size {
			s.rest = s.rest[size:]
			r, size = utf8.DecodeRuneInString(s.rest)
		} else if ends(r) {
			break
		}
		out.WriteRune(r)
		s.rest = s.rest[size:]
	}
	return out.String()
}

// quoted reads "…" or '…'; one that is not closed reaches to the end.
func (s *scanner) quoted() (string, bool) {
	if s.rest == "" || (s.rest[0] != '"' && s.rest[0] != '\'') {
		return "", false
	}
	mark := rune(s.rest[0])
	s.rest = s.rest[1:]
	value := s.until(func(r rune) bool { return r == mark })
	s.take(string(mark))
	return value, true
}
