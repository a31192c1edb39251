package admission

import (
	"maps"
	"regexp"
	"slices"
	"strings"

	"galley/backend/galley"
	"galley/backend/markup"
)

// weights are what a sentence shows of being about the writing of a text, by the
// classes of data/talk.txt. No class is enough alone, save those that begin an
// answer: it is their meeting in one sentence that shops have no use for.
var weights = map[class]float64{
	"ask": 3.5, "bot": 4.5, "machine": 2, "meta": 2.5, "self": 2, "hope": 2, "plan": 1.5, "close": 1.5, "doubt": 1.5, "offer": 1.5, "given": 1.5,
	"noun": 1.5, "sorry": 1.5, "make": 1, "must": 1, "not": 1, "here": 1, "mine": 0.5, "change": 1.5, "you": 0.5, "us": -1.5,

	"opensHard": 3.5, "opensSoft": 1.5, "opensBare": 0.5, // "Certainly!", "Certainly, ", "Certainly the kettle …"
	"meta2":        1.5, // another word of the making of texts
	"lastQuestion": 1,   // a question that ends the answer
	"loose":        1.5, // outside the elements of an answer that has elements
	"doubtFirst":   1,
	"noAnchor":     -1,   // a person, a duty or a refusal, and nothing of texts
	"named":        -1,   // one of the product's own words is there
	"ownVoice":     -1,   // the shop's own text speaks as one person
	"customer":     -2.5, // a question among others, which a customer may ask
}

// The least of a sentence that is talk: in a field of one line, at the beginning
// and end of a description, and within it.
const (
	talkInLine = 3
	talkAtEdge = 3.5
	talkInside = 4.5
	edge1      = 2 // sentences at each end
)

// excusable are classes whose words may be the product's subject.
var excusable = map[class]bool{"bot": true, "machine": true, "meta": true, "noun": true, "make": true, "given": true, "plan": true, "sorry": true, "close": true, "here": true, "assent": true, "doubt": true}

// anchors are classes of texts and requests; without one a sentence may be of anything.
var anchors = []class{"bot", "machine", "meta", "ask", "offer", "hope", "plan", "doubt", "close", "noun", "make", "given", "change", "opensHard", "opensSoft"}

// beginning are classes that count at the beginning of a sentence alone.
var beginning = map[class]bool{"plan": true, "close": true}

// talk finds sentences about the writing of the text: to who asked for it, about
// who writes it, or about what it was written from.
func talk(t *text) (Fault, bool) {
	if t.labelled() {
		return is(Chat)
	}
	all := t.sentences()
	for i, s := range all {
		least := float64(talkInLine)
		switch {
		case t.Field.Role() == galley.RoleMetaDescription:
			least = talkAtEdge
		case t.Field.IsHTML():
			least = talkInside
			if i < edge1 || i >= len(all)-edge1 {
				least = talkAtEdge
			}
		}
		if score, kind := t.talkScore(s, i == 0, i == len(all)-1); score >= least {
			return is(kind)
		}
	}
	return Fault{}, false
}

// sentences are the text's, block by block, without what it quotes.
func (t *text) sentences() []string {
	var all []string
	for _, block := range t.blocks {
		for _, s := range markup.Sentences(withoutQuotes(block)) {
			if strings.TrimSpace(s) != "" {
				all = append(all, s)
			}
		}
	}
	return all
}

var quoted = regexp.MustCompile(`“[^“”\n]{8,}”|„[^„“\n]{8,}“|«[^«»\n]{8,}»|"[^"\n]{8,}"`)

// withoutQuotes drops what others say in a text that says something of its own.
func withoutQuotes(block string) string {
	rest := quoted.ReplaceAllString(block, " … ")
	if markup.WordCount(rest) < 2 {
		return block
	}
	return rest
}

// signs are classes of words and another sign of talk in a sentence.
type signs map[class]bool

// talkScore is how much a sentence shows of being talk, in the language in which
// it shows most, and the fault that it would be.
func (t *text) talkScore(sentence string, first, last bool) (float64, Kind) {
	best, kind := 0.0, Chat
	for _, s := range t.signsOf(sentence, first, last) {
		if score := s.weigh(); score > best {
			best, kind = score, s.kind()
		}
	}
	return best, kind
}

// signsOf are the signs of a sentence in each language.
func (t *text) signsOf(sentence string, first, last bool) []signs {
	spoken := spokenWords(sentence)
	common := t.places(sentence, spoken, first, last)
	byLanguage := t.classesOf(spoken)
	byLanguage[""] = signs{}
	all := make([]signs, 0, len(byLanguage))
	for language, s := range byLanguage {
		maps.Copy(s, common)
		s["ownVoice"] = s["self"] && t.asOne[language]
		all = append(all, t.related(s))
	}
	return all
}

// related adds and drops the signs that depend on others.
func (t *text) related(s signs) signs {
	s["customer"] = s["question"] && !s["lastQuestion"] && (s["offer"] || s["ask"]) && t.Field.IsHTML()
	s["noAnchor"] = !t.isTitle() && t.Field.Role() != galley.RoleAltText && !slices.ContainsFunc(anchors, func(c class) bool { return s[c] })
	if s["ask"] {
		delete(s, "offer")
	}
	if s["self"] {
		delete(s, "mine")
	}
	return s
}

// classesOf are the classes of a sentence's words by language. Words of a
// longer entry count for that alone.
func (t *text) classesOf(spoken []string) map[string]signs {
	byLanguage := map[string]signs{}
	covered := map[string]int{} // up to which word
	for i := range spoken {
		here := talkWords().at(spoken, i)
		slices.SortStableFunc(here, func(a, b found) int { return b.to - a.to })
		for _, f := range here {
			if f.to <= covered[f.language] || !t.counts(f, spoken) {
				continue
			}
			if f.to > i+1 {
				covered[f.language] = f.to
			}
			if byLanguage[f.language] == nil {
				byLanguage[f.language] = signs{}
			}
			byLanguage[f.language].add(f)
		}
	}
	return byLanguage
}

// add notes an entry, and where there is another of its class, or at which place.
func (s signs) add(f found) {
	s["meta2"] = s["meta2"] || (f.class == "meta" && s["meta"])
	s["doubtFirst"] = s["doubtFirst"] || (f.class == "doubt" && f.from == 0)
	s[f.class] = true
}

// counts reports whether an entry may be held against the sentence.
func (t *text) counts(f found, spoken []string) bool {
	switch {
	case f.class == "label", f.class == "assent", f.from > 0 && beginning[f.class]:
		return false
	}
	return !excusable[f.class] || !t.hasWords(spoken[f.from:f.to])
}

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
	s["named"] = t.Field.IsHTML() && slices.ContainsFunc(words(sentence), t.names.near)
	return s
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
