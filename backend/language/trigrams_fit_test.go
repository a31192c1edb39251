package language

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// fitTo are the texts that the weights are fitted to, by language; %s is its code.
var fitTo = []string{"../admission/testdata/training/*-%s.txt", "../checks/testdata/claims/%s*.jsonl"}

// TestTrigramsAreFitted writes data/trigrams.txt where GALLEY_FIT is set.
func TestTrigramsAreFitted(t *testing.T) {
	if os.Getenv("GALLEY_FIT") == "" {
		t.Skip("GALLEY_FIT=1 fits the trigrams again")
	}
	require.NoError(t, os.WriteFile("data/trigrams.txt", []byte(fitTrigrams(t, func(string) bool { return true })), 0o644))
}

// fitTrigrams counts the trigrams of the named files.
func fitTrigrams(t *testing.T, takes func(path string) bool) string {
	t.Helper()
	const (
		often = 4   // times that a trigram is seen before it counts
		added = 0.5 // to each count
	)
	codes := []Code{English, "de", "fr", "es", "it", "nl"}
	counts, totals := map[string][]float64{}, make([]float64, len(codes))
	for i, code := range codes {
		for _, text := range textsOf(t, code, takes) {
			for _, three := range trigramsOf(text) {
				if counts[three] == nil {
					counts[three] = make([]float64, len(codes))
				}
				counts[three][i]++
				totals[i]++
			}
		}
	}
	var lines []string
	for three, seen := range counts {
		sum, line := 0.0, three
		for i, n := range seen {
			sum += n
			p := (n + added) / (totals[i] + added*float64(len(counts)))
			line += fmt.Sprintf("\t%.0f", 10*math.Log(p))
		}
		if sum >= often {
			lines = append(lines, line)
		}
	}
	slices.Sort(lines)
	head := "#"
	for _, code := range codes {
		head += "\t" + string(code)
	}
	return head + "\n" + strings.Join(lines, "\n") + "\n"
}

func textsOf(t *testing.T, code Code, takes func(path string) bool) []string {
	t.Helper()
	var texts []string
	for _, pattern := range fitTo {
		paths, err := filepath.Glob(fmt.Sprintf(pattern, code))
		require.NoError(t, err)
		for _, path := range paths {
			if !takes(path) {
				continue
			}
			content, err := os.ReadFile(path)
			require.NoError(t, err)
			for line := range strings.Lines(string(content)) {
				if strings.HasSuffix(path, ".jsonl") {
					line = sentenceOf(t, line)
				}
				texts = append(texts, line)
			}
		}
	}
	return texts
}

func sentenceOf(t *testing.T, line string) string {
	t.Helper()
	var claim struct {
		Sentence string `json:"sentence"`
	}
	require.NoError(t, json.Unmarshal([]byte(line), &claim))
	return claim.Sentence
}

// TestTrigramsTellLanguagesOfTextsTheyWereNotFittedTo leaves out a set and asks for
// its language, sentence by sentence.
func TestTrigramsTellLanguagesOfTextsTheyWereNotFittedTo(t *testing.T) {
	isLeftOut := func(path string) bool { return strings.Contains(path, "-seventh") || strings.Contains(path, "-fourth") }
	table := readTrigrams(fitTrigrams(t, func(path string) bool { return !isLeftOut(path) }))
	right, wrong, open := 0, 0, 0
	for _, code := range table.codes {
		for _, text := range textsOf(t, code, isLeftOut) {
			switch got := table.tell(text); got {
			case code:
				right++
			case Unknown:
				open++
			default:
				wrong++
				t.Logf("%s as %s: %s", code, got, text)
			}
		}
	}
	t.Logf("%d right, %d wrong, %d not told", right, wrong, open)
	require.LessOrEqual(t, wrong, (right+wrong+open)/200)
	require.GreaterOrEqual(t, right, 9*(right+open)/10)
}
