package admission

import (
	_ "embed"
	"math"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"galley/backend/language"
)

// likenessFile has a weight for each trait of a sentence, in hundredths. It is
// fitted to the texts of testdata/training and to the sets of answers: see
// fit_test.go, which also writes it.
//
//go:embed data/likeness.txt
var likenessFile string

// traitWeights are the weights of data/likeness.txt.
var traitWeights = sync.OnceValue(func() map[string]float64 { return readWeights(likenessFile) })

func readWeights(file string) map[string]float64 {
	all := map[string]float64{}
	for line := range strings.Lines(file) {
		trait, hundredths, found := strings.Cut(strings.TrimSpace(line), "\t")
		if n, err := strconv.Atoi(hundredths); found && err == nil {
			all[trait] = float64(n) / 100
		}
	}
	return all
}

// likeness is how much a sentence is like those of a writer about its work rather
// than like those of shops: above 0 more like the first. Most are between -4 and 4.
func (t *text) likeness(sentence string) float64 {
	like, known := t.likely[sentence]
	if !known {
		like = likenessBy(traitWeights(), t.traits(sentence))
		t.likely[sentence] = like
	}
	return like
}

// byLikeness is what likeness adds to the sum of a sentence: more where it is sure.
func (t *text) byLikeness(sentence string) float64 {
	like := t.likeness(sentence)
	if (like < 0 && !fitted[t.language]) || (like > 0 && t.isAnswered(sentence)) {
		return 0
	}
	if like < 0 {
		return like * likeCopy
	}
	return like*likeTalk + max(0, like-likeSure)*likeMore
}

// isAnswered reports whether a sentence of a description is a question before
// another sentence: a customer asks it.
func (t *text) isAnswered(sentence string) bool {
	all := t.sentences()
	return t.Field.IsHTML() && strings.HasSuffix(strings.TrimSpace(sentence), "?") && sentence != all[len(all)-1]
}

// fitted are the languages that the weights know.
var fitted = map[language.Code]bool{language.English: true, "de": true, "fr": true, "es": true, "it": true, "nl": true}

// likenessBy weighs traits. A long sentence has more of them, so their sum is
// divided by the root of their number.
func likenessBy(weights map[string]float64, traits []string) float64 {
	if len(traits) == 0 {
		return 0
	}
	sum := weights[always]
	for _, trait := range traits {
		sum += weights[trait] / math.Sqrt(float64(len(traits)))
	}
	return sum
}

// always is the trait of every sentence.
const always = "="

// traits are what a sentence shows of who says it: its words, pairs of words,
// beginnings of words, the classes of data/talk.txt and pairs of them, how it
// ends, and whether a word of the product is in it.
func (t *text) traits(sentence string) []string {
	spoken := spokenWords(sentence)
	if len(spoken) == 0 {
		return nil
	}
	set := map[string]bool{"end " + sentenceEnd(sentence): true, "long " + strconv.Itoa(bucket(len(spoken))): true}
	before, own := "^", 0
	for _, word := range spoken {
		switch {
		case strings.ContainsFunc(word, unicode.IsDigit):
			word = "0"
		case t.isOwn(word):
			word, own = "§", own+1
		}
		set[word], set[before+" "+word] = true, true
		if stem := stem(word); stem != word {
			set[stem+"*"] = true
		}
		before = word
	}
	set[before+" $"] = true
	set["own "+strconv.Itoa(min(own, 3))] = true
	t.addClasses(set, spoken, sentence)
	all := make([]string, 0, len(set))
	for trait := range set {
		all = append(all, trait)
	}
	slices.Sort(all)
	return all
}

// addClasses adds the classes of the sentence, in the languages that it may be in.
func (t *text) addClasses(set map[string]bool, spoken []string, sentence string) {
	languages := t.languagesOf(sentence)
	found := map[string]bool{}
	for language, signs := range t.classesOf(spoken) {
		for sign, there := range signs {
			if there && languages[language] {
				found[string(sign)] = true
			}
		}
	}
	var names []string
	for name := range found {
		names = append(names, name)
	}
	slices.Sort(names)
	for i, name := range names {
		set["#"+name] = true
		for _, other := range names[i+1:] {
			set["#"+name+"+"+other] = true
		}
	}
}

// isOwn reports whether a word names the product, or is known of it and not a
// word that every text has.
func (t *text) isOwn(word string) bool {
	const long = 4 // letters
	return t.names[word] || (utf8.RuneCountInString(word) >= long && t.bears(word))
}

func sentenceEnd(sentence string) string {
	sentence = strings.TrimRight(sentence, " \u00a0\"'»”)*_")
	if sentence == "" {
		return ""
	}
	last, _ := utf8.DecodeLastRuneInString(sentence)
	if unicode.IsPunct(last) {
		return string(last)
	}
	return ""
}

// bucket groups sentences by their words.
func bucket(words int) int {
	for i, most := range []int{2, 5, 10, 20} {
		if words <= most {
			return i
		}
	}
	return 4
}
