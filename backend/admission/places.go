package admission

import (
	"slices"
	"strings"

	"galley/backend/language"
	"galley/backend/pattern"
)

// places are the signs that are no words.
func (t *text) places(sentence string, spoken []string, first, last bool) signs {
	s := signs{}
	if first {
		s[t.opens(sentence, spoken)] = true
	}
	if strings.HasSuffix(strings.TrimSpace(sentence), "?") {
		s["question"] = true
		s["lastQuestion"] = last
	}
	s["loose"] = t.isLoose(sentence)
	own := words(sentence)
	s["named"] = t.Field.IsHTML() && slices.ContainsFunc(own, t.near)
	s["unrelated"] = (first || last || !t.Field.IsHTML()) && !slices.ContainsFunc(own, t.bears)
	s["announces"] = first && s["unrelated"] && strings.HasSuffix(strings.TrimSpace(sentence), ":")
	s["namesField"] = s["announces"] && endsWithLabel(spoken)
	s["limit"] = limit().MatchString(plain(sentence))
	return s
}

// limit is a length that is asked for.
var limit = pattern.Lazy(`(?:^|[^\p{L}])(?:under|below|within|max\.?|maximum|at most|unter|höchstens|maximal|sous|moins de|maximum de|menos de|máximo|sotto|meno di|massimo|onder|minder dan|hooguit) (?:the |de |los |i )?\d{2,3}(?:\s*(?:px|pixels?|chars?|characters?|zeichen|caractères|caracteres|caratteri|tekens|words|wörter|mots|palabras|parole|woorden)|[.,;:!?)]|\s*$)`)

// bears reports whether a word is the product's, or of what is known of it.
func (t *text) bears(word string) bool {
	const short = 3
	return t.near(word) || (len(word) > short && !language.IsCommon(word) && strings.Contains(t.knownWords, " "+word+" "))
}

func (s signs) weigh() float64 {
	score := 0.0
	for sign, there := range s {
		if there {
			score += weights[sign]
		}
	}
	return score
}

func (s signs) kind() Kind {
	switch {
	case s["bot"], s["machine"], s["sorry"], s["self"] && s["not"]:
		return Refusal
	case s["plan"], s["doubt"]:
		return Thinking
	}
	return Chat
}

// hasWords reports whether the data or the instructions have these words.
func (t *text) hasWords(list []string) bool {
	const enough = 5 // letters of a word that may be the beginning of another: "chatbot", "chatbots"
	phrase := strings.Join(list, " ")
	if len(phrase) < enough {
		phrase += " "
	}
	return strings.Contains(t.knownWords, " "+phrase)
}

// speaksAsOne returns the languages in which a text says "I".
func speaksAsOne(text string) map[string]bool {
	spoken, languages := spokenWords(text), map[string]bool{}
	for i := range spoken {
		for _, f := range talkWords().at(spoken, i) {
			if f.class == "self" {
				languages[f.language] = true
			}
		}
	}
	return languages
}

// isLoose reports whether a sentence is before or after the paragraphs of an
// answer that has paragraphs.
func (t *text) isLoose(sentence string) bool {
	if !t.Field.IsHTML() || !strings.Contains(t.rawLow, "<p") {
		return false
	}
	before, _, _ := strings.Cut(t.Raw, "<")
	after := t.Raw[strings.LastIndex(t.Raw, ">")+1:]
	s := strings.TrimSpace(sentence)
	return strings.Contains(before, s) || strings.Contains(after, s)
}
