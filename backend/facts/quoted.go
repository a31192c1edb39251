package facts

import (
	"slices"
	"strings"

	"galley/backend/markup"
)

// What a text takes over from the data word for word is no claim of its own, however the
// rules read it.

// shortestQuote is how many words a quotation has at least.
const shortestQuote = 2

// shortestPart is how many words a quotation has more than that is a part of a sentence.
const shortestPart = 3

// quotes are the places of a text that are sentences of the data.
func (s *Sheet) quotes(r *reader) []markup.Span {
	var found []markup.Span
	changed := map[int]bool{} // lines of which a person corrected or struck something
	for _, d := range s.dropped {
		changed[d.line] = true
	}
	for _, at := range r.sentences {
		if at.to-at.from < shortestQuote {
			continue
		}
		phrase := r.phraseKey(at)
		if slices.ContainsFunc(s.quotable, func(q quotable) bool { return !changed[q.line] && q.has(phrase) }) {
			found = append(found, r.span(at.from, at.to))
		}
	}
	return found
}

// quotable is a sentence of the data. A part of one that denies something is no quotation:
// "suitable for children" of "not suitable for children".
type quotable struct {
	words  string
	denies bool
	line   int
}

func (q quotable) has(phrase string) bool {
	return q.words == phrase || !q.denies && strings.Count(phrase, " ") > shortestPart && strings.Contains(q.words, phrase)
}

// phraseKey is a run of words as it is compared.
func (r *reader) phraseKey(at bounds) string {
	var b strings.Builder
	b.WriteByte(' ')
	for i := at.from; i < at.to; i++ {
		b.WriteString(r.words[i].low)
		b.WriteByte(' ')
	}
	return b.String()
}

// addQuotable notes the words of a line's sentences.
func (s *Sheet) addQuotable(n int, r *reader) {
	if k := s.lines[n].Kind; k == FromTag || k == FromOption || s.lines[n].Weak {
		return
	}
	if isAnswer, _ := s.lines[n].answer(); isAnswer { // "Dimmable: No"
		whole := newReader(s.lines[n].reading(), r.lex, scopes{}, true)
		s.quotable = append(s.quotable, quotable{whole.phraseKey(bounds{0, len(whole.words)}), true, n})
		return
	}
	denies := r.denyingSentences()
	for number, at := range r.sentences {
		if at.to-at.from >= shortestQuote {
			s.quotable = append(s.quotable, quotable{r.phraseKey(at), denies[number] || s.lines[n].isDenied(), n})
		}
	}
}

// unquoted leaves out what is held within quotations.
func unquoted(claims []Claim, quotes []markup.Span) []Claim {
	return slices.DeleteFunc(claims, func(c Claim) bool {
		return c.IsHeld() && slices.ContainsFunc(quotes, func(at markup.Span) bool { return at.Start <= c.Start && c.End <= at.End })
	})
}
