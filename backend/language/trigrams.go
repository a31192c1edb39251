package language

import (
	_ "embed"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"
)

// trigramFile has, for each three letters in a row, how likely they are in each
// language of its first line, as logarithms in tenths. It is fitted to texts of
// our own: see trigrams_fit_test.go, which also writes it.
//
//go:embed data/trigrams.txt
var trigramFile string

// trigramTable is trigramFile as it was read.
type trigramTable struct {
	codes []Code
	rows  map[string][]float64
}

var trigrams = sync.OnceValue(func() trigramTable { return readTrigrams(trigramFile) })

func readTrigrams(file string) trigramTable {
	t := trigramTable{rows: map[string][]float64{}}
	for line := range strings.Lines(file) {
		cells := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(cells) < 2 {
			continue
		}
		if t.codes == nil {
			for _, code := range cells[1:] {
				t.codes = append(t.codes, Code(code))
			}
			continue
		}
		row := make([]float64, len(t.codes))
		for i, cell := range cells[1:] {
			if n, err := strconv.Atoi(cell); err == nil && i < len(row) {
				row[i] = float64(n) / 10
			}
		}
		t.rows[cells[0]] = row
	}
	return t
}

// surely is how much more likely a text must be in one language than in any other,
// as a logarithm: e^7, about a thousand times.
const surely = 7

// ByLetters tells the language of a short text by its letters, among English,
// German, French, Spanish, Italian and Dutch: a text of another language gets the
// one that looks most like it. It is Unknown where two are nearly as likely, and
// where the short words of the text are of a language that the table lacks.
func ByLetters(text string) Code {
	table, e := trigrams(), Of(text)
	told := table.tell(text)
	if known, count, _ := e.best(); e.script != Unknown || e.strange || (count > e.hits[told] && !slices.Contains(table.codes, known)) {
		return Unknown
	}
	return told
}

// LettersOver is by how much the letters of a text speak for one language rather
// than for another: for each three of them.
func LettersOver(text string, code, other Code) float64 {
	table, threes := trigrams(), trigramsOf(text)
	i, j := slices.Index(table.codes, code), slices.Index(table.codes, other)
	if i < 0 || j < 0 || len(threes) == 0 {
		return 0
	}
	sums := table.sums(threes)
	return (sums[i] - sums[j]) / float64(len(threes))
}

func (t trigramTable) sums(threes []string) []float64 {
	sums := make([]float64, len(t.codes))
	for _, three := range threes {
		for i, n := range t.rows[three] {
			sums[i] += n
		}
	}
	return sums
}

func (t trigramTable) tell(text string) Code {
	sums := t.sums(trigramsOf(text))
	best := 0
	for i, sum := range sums {
		if sum > sums[best] {
			best = i
		}
	}
	for i, sum := range sums {
		if i != best && sums[best]-sum < surely {
			return Unknown
		}
	}
	if len(sums) == 0 {
		return Unknown
	}
	return t.codes[best]
}

// trigramsOf are the letters of each word, three at a time, in lower case and with
// a space before and after the word.
func trigramsOf(text string) []string {
	var all []string
	for _, word := range strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) }) {
		letters := []rune(" " + word + " ")
		for i := 0; i+3 <= len(letters); i++ {
			all = append(all, string(letters[i:i+3]))
		}
	}
	return all
}
