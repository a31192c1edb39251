package admission

import (
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"galley/backend/galley"
	"galley/backend/language"
	"galley/backend/markup"
	"galley/backend/pattern"
)

// talk finds sentences about the writing of the text: to who asked for it, about
// who writes it, or about what it was written from.
func talk(t *text) (Fault, bool) {
	if t.labelled() || t.asideFirst() {
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
		if i > 0 && strings.HasSuffix(strings.TrimSpace(all[i-1]), "?") && strings.HasSuffix(strings.TrimSpace(s), ":") {
			continue // "How bright? Answer: 600 lumens"
		}
		score, kind := t.talkScore(s, i == 0, i == len(all)-1)
		if score+t.byLikeness(s) >= least {
			return is(kind)
		}
	}
	return Fault{}, false
}

// sentences are the text's, block by block, without what it quotes.
func (t *text) sentences() []string {
	if t.said == nil {
		t.said = t.split()
	}
	return t.said
}

func (t *text) split() []string {
	all := []string{}
	for _, block := range t.blocks {
		for _, s := range markup.Sentences(withoutQuotes(block)) {
			if strings.TrimSpace(s) == "" {
				continue
			}
			if t.Field.IsHTML() {
				all = append(all, s)
				continue
			}
			all = append(all, clauses(s)...)
		}
	}
	return all
}

// clauses are a sentence's parts before and after a colon, a dash or a bracket,
// where remarks in a line stand.
func clauses(sentence string) []string {
	var all []string
	for len(sentence) > 0 {
		at := setOff().FindStringIndex(sentence)
		if at == nil {
			return append(all, sentence)
		}
		if strings.TrimSpace(sentence[:at[1]]) != "" {
			all = append(all, sentence[:at[1]])
		}
		sentence = sentence[at[1]:]
	}
	return all
}

var setOff = pattern.Lazy(`:\s|\s[–—-]\s|\s\(|→`)

var quoted = pattern.Lazy(`“[^“”\n]{8,}”|„[^„“\n]{8,}“|«[^«»\n]{8,}»|"[^"\n]{8,}"`)

// withoutQuotes drops what others say in a text that says something of its own.
func withoutQuotes(block string) string {
	rest := quoted().ReplaceAllString(block, " … ")
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
	if !first && startsLower(sentence) { // "Bent handle: so the cloth stays flat" goes on with a sentence
		for _, s := range byLanguage {
			maps.DeleteFunc(s, func(c class, _ bool) bool { return beginning[c] })
		}
	}
	if spoken := t.languagesOf(sentence); len(spoken) > 1 {
		maps.DeleteFunc(byLanguage, func(l string, _ signs) bool { return !spoken[l] })
	}
	byLanguage[""] = signs{}
	all := make([]signs, 0, len(byLanguage))
	for language, s := range byLanguage {
		maps.Copy(s, common)
		s["ownVoice"] = s["self"] && t.asOne[language]
		all = append(all, t.related(s))
	}
	return all
}

// isGrammar reports whether a word is one of the text's language's own, which means
// something else in another: "ai" is "to the" in Italian.
func (t *text) isGrammar(spoken []string, i int) bool {
	return slices.ContainsFunc(talkWords().at(spoken, i), func(f found) bool {
		return f.class == "grammar" && f.language == string(t.language)
	})
}

func startsLower(sentence string) bool {
	first, _ := utf8.DecodeRuneInString(strings.TrimSpace(sentence))
	return unicode.IsLower(first)
}

// languagesOf are those that a sentence may be in: its own, the text's and the
// shop's, and English, which models fall back to. "je" is "I" in one language and
// "you" in another.
func (t *text) languagesOf(sentence string) map[string]bool {
	spoken := map[string]bool{string(language.English): true}
	for _, code := range []language.Code{language.Of(sentence).Likely(), t.language, t.shopLanguage} {
		if code != language.Unknown && code != language.Other {
			spoken[string(code)] = true
		}
	}
	return spoken
}

// related adds and drops the signs that depend on others.
func (t *text) related(s signs) signs {
	s["customer"] = s["question"] && !s["lastQuestion"] && (s["offer"] || s["ask"] || s["self"]) && t.Field.IsHTML()
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
	s["noun2"] = s["noun2"] || (f.class == "noun" && s["noun"])
	s["meta2"] = s["meta2"] || (f.class == "meta" && s["meta"])
	s["doubtFirst"] = s["doubtFirst"] || (f.class == "doubt" && f.from == 0)
	s[f.class] = true
}

// counts reports whether an entry may be held against the sentence.
func (t *text) counts(f found, spoken []string) bool {
	switch {
	case f.class == "label", f.class == "assent", f.from > 0 && beginning[f.class]:
		return false
	case f.class == "grammar", f.class == "bot" && f.to == f.from+1 && t.isGrammar(spoken, f.from):
		return false
	}
	return !excusable[f.class] || !t.hasWords(spoken[f.from:f.to])
}
