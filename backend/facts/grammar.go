package facts

import (
	"slices"
	"strconv"
	"strings"

	"galley/backend/language"
)

// grammar are the words that say how a statement is meant.
type grammar struct {
	phrases []phraseList        // by their list
	numbers map[string]float64  // by their words
	starts  set                 // first words of numbers
	words   map[string]*onLists // the lists that a word is on
	sets    []set               // the lists as single words

	spans     map[string][]phraseAmount // amounts without a number, by their first word
	compounds bool                      // a number and its unit may be one word

	agreements []string // endings of compounds that agree to something: trocknergeeignet
}

// phraseList finds phrases by their first and last words, longest first.
type phraseList struct{ byFirst, byLast map[string][][]string }

func (p phraseList) add(words []string) {
	p.byFirst[words[0]] = append(p.byFirst[words[0]], words)
	p.byLast[words[len(words)-1]] = append(p.byLast[words[len(words)-1]], words)
}

func (p phraseList) sort() {
	for _, index := range []map[string][][]string{p.byFirst, p.byLast} {
		for _, list := range index {
			slices.SortStableFunc(list, func(a, b []string) int { return len(b) - len(a) })
		}
	}
}

func loadGrammar(lang language.Code) grammar {
	g := grammar{phrases: make([]phraseList, countOfLists), numbers: map[string]float64{}, starts: set{}, words: map[string]*onLists{}, sets: make([]set, countOfLists), spans: map[string][]phraseAmount{}, compounds: lang == "de" || lang == "nl"}
	for _, line := range dataLines(string(lang) + "/grammar") {
		called, list, _ := strings.Cut(line, ": ")
		name := listNamed(called)
		g.sets[name] = set{}
		g.phrases[name] = phraseList{map[string][][]string{}, map[string][][]string{}}
		for _, phrase := range commaList(list) {
			words := lowWords(phrase, lang)
			if len(words) == 0 {
				continue
			}
			if g.addValue(name, words) {
				continue
			}
			g.phrases[name].add(words)
			if len(words) == 1 {
				g.sets[name][words[0]] = true
			}
		}
		g.phrases[name].sort()
	}
	for _, line := range dataLines(string(lang) + "/numbers") {
		n, phrase, _ := strings.Cut(line, ": ")
		g.addNumber(append(lowWords(phrase, lang), n))
	}
	for word := range g.sets[listAgrees] {
		if (lang == "de" || lang == "nl") && len(word) >= shortestAgreement {
			g.agreements = append(g.agreements, word)
		}
	}
	slices.Sort(g.agreements)
	g.findLists()
	return g
}

// addValue notes a number or an amount, and reports whether the list has such.
func (g grammar) addValue(list wordList, words []string) bool {
	switch list {
	case listNumber:
		g.addNumber(words)
	case listAmount:
		g.addSpan(words)
	default:
		return false
	}
	return true
}

// in reports whether a word is in one of the lists.
func (g grammar) in(low string, lists ...wordList) bool {
	return slices.ContainsFunc(lists, func(list wordList) bool { return g.sets[list][low] })
}

// addNumber notes the words of a number and its digits, which come last.
func (g grammar) addNumber(words []string) {
	n, _ := strconv.ParseFloat(words[len(words)-1], 64)
	g.numbers[strings.Join(words[:len(words)-1], " ")] = n
	g.starts[words[0]] = true
}

// longestNumber is how many words a number has at most: quatre-vingt-dix-neuf.
const longestNumber = 4

// simpleNumber reads a number in words that the language lists, and returns how
// many words it takes.
func (g grammar) simpleNumber(list []word, i int) (n float64, used int) {
	if i >= len(list) || !g.starts[list[i].low] {
		return 0, 0
	}
	var phrase []string
	for k := i; k < len(list) && k < i+longestNumber && (k == i || list[k].joined); k++ {
		phrase = append(phrase, list[k].low)
		if known, ok := g.numbers[strings.Join(phrase, " ")]; ok {
			n, used = known, k+1-i
		}
	}
	return n, used
}

// isNumber reports whether one word is a number.
func (g grammar) isNumber(low string) bool { return g.numbers[low] > 0 }

func lowWords(phrase string, lang language.Code) []string {
	var low []string
	for _, w := range splitWords(phrase, lang) {
		low = append(low, w.low)
	}
	return low
}

// at returns how many words a phrase of the list takes that begins at a word.
func (g grammar) at(name wordList, list []word, i int) int {
	if i >= len(list) || list[i].on != nil && !list[i].on.first.has(name) {
		return 0
	}
	for _, phrase := range g.phrases[name].byFirst[list[i].low] {
		if startsWith(list, i, phrase) {
			return len(phrase)
		}
	}
	return 0
}

func startsWith(list []word, i int, phrase []string) bool {
	if i < 0 || i+len(phrase) > len(list) {
		return false
	}
	for n, w := range phrase {
		if list[i+n].low != w || (n > 0 && !list[i+n].joined) {
			return false
		}
	}
	return true
}

// endsAt returns how many words a phrase of the list takes that ends before a word.
func (g grammar) endsAt(name wordList, list []word, i int) int {
	if i < 1 || i > len(list) || list[i-1].on != nil && !list[i-1].on.last.has(name) {
		return 0
	}
	for _, phrase := range g.phrases[name].byLast[list[i-1].low] {
		if startsWith(list, i-len(phrase), phrase) && (i >= len(list) || list[i].joined) {
			return len(phrase)
		}
	}
	return 0
}
