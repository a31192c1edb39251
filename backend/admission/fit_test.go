package admission

import (
	"fmt"
	"maps"
	"math"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// talky are the kinds of bad answers that say something about the work.
func talky(kind string) bool {
	for _, k := range []string{"refus", "self", "preamble", "tail", "think", "chat", "server"} {
		if strings.HasPrefix(kind, k) {
			return true
		}
	}
	return false
}

// fit finds the weights by which talk and copy differ most, by small steps.
func fit(samples []sample) map[string]float64 {
	const epochs, step, shrink = 6, 0.3, 0.0004
	names, numbered := numberTraits(samples)
	weights, squares := make([]float64, len(names)), make([]float64, len(names))
	order := make([]int, len(samples))
	for i := range order {
		order[i] = i
	}
	adjust := func(trait int, by float64) {
		g := by - shrink*weights[trait]
		squares[trait] += g * g
		weights[trait] += step * g / (1e-4 + math.Sqrt(squares[trait]))
	}
	r := seeded("order")
	for range epochs {
		r.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, i := range order {
			value, score := 1/math.Sqrt(float64(max(1, len(numbered[i])))), weights[0]
			for _, trait := range numbered[i] {
				score += weights[trait] * value
			}
			off := (samples[i].talk - 1/(1+math.Exp(-score))) * samples[i].weight
			for _, trait := range numbered[i] {
				adjust(trait, off*value)
			}
			adjust(0, off)
		}
	}
	all := map[string]float64{}
	for i, name := range names {
		all[name] = weights[i]
	}
	return all
}

// numberTraits gives each trait a number, the one of all sentences the first.
func numberTraits(samples []sample) (names []string, numbered [][]int) {
	names, ids := []string{always}, map[string]int{}
	for _, s := range samples {
		list := make([]int, len(s.traits))
		for i, trait := range s.traits {
			id, known := ids[trait]
			if !known {
				id = len(names)
				ids[trait], names = id, append(names, trait)
			}
			list[i] = id
		}
		numbered = append(numbered, list)
	}
	return names, numbered
}

// shortened rounds the weights, and drops those of traits that few sentences have
// and those that hardly count.
func shortened(weights map[string]float64, samples []sample) map[string]float64 {
	const least, few = 0.9, 3
	count := map[string]int{}
	for _, s := range samples {
		for _, trait := range s.traits {
			count[trait]++
		}
	}
	kept := map[string]float64{}
	for trait, w := range weights {
		if trait == always || (math.Abs(w) >= least && count[trait] >= few) {
			kept[trait] = math.Round(w*100) / 100
		}
	}
	return kept
}

// fitAll fits to the training texts and to the sets of answers. Of a bad answer
// the sentence counts that is most like talk by the weights so far.
func fitAll(t *testing.T, texts []sample, cases []answerCase, products map[string]shopProduct) map[string]float64 {
	t.Helper()
	all := slices.Clone(texts)
	for _, c := range cases {
		if c.bad {
			continue
		}
		tx := asText(products[c.Product], c.Field, c.Answer)
		for _, s := range tx.sentences() {
			all = append(all, sample{s, tx.traits(s), 0, 1, c.set})
		}
	}
	weights := fit(all)
	for range 2 {
		more := slices.Clone(all)
		for _, c := range cases {
			if !c.bad || !talky(c.Kind) || Peel(c.Answer) != strings.TrimSpace(c.Answer) {
				continue
			}
			tx := asText(products[c.Product], c.Field, c.Answer)
			best, said := math.Inf(-1), ""
			for _, s := range tx.sentences() {
				if like := likenessBy(weights, tx.traits(s)); like > best {
					best, said = like, s
				}
			}
			if said != "" {
				more = append(more, sample{said, tx.traits(said), 1, 1, c.set})
			}
		}
		weights = fit(more)
		weights = shortened(weights, more)
	}
	return weights
}

func writeWeights(weights map[string]float64) string {
	var out strings.Builder
	out.WriteString("# Weights of the traits of sentences, in hundredths, written by fit_test.go: above 0 a writer's, below 0 a shop's.\n")
	for _, trait := range slices.Sorted(maps.Keys(weights)) {
		fmt.Fprintf(&out, "%s\t%d\n", trait, int(math.Round(weights[trait]*100)))
	}
	return out.String()
}

// The weights are those of the texts that are kept here:
// GALLEY_FIT=1 go test ./backend/admission -run Weights writes them again.
func TestWeightsAreFittedToTheTrainingTexts(t *testing.T) {
	if testing.Short() {
		t.Skip("some seconds of computing")
	}
	cases, products := answerSets(t, "testdata")
	weights := fitAll(t, trainingTexts(t), cases, products)
	if os.Getenv("GALLEY_FIT") != "" {
		require.NoError(t, os.WriteFile("data/likeness.txt", []byte(writeWeights(weights)), 0o644))
		return
	}
	const near = 0.05 // machines may round otherwise
	kept := traitWeights()
	for trait, w := range weights {
		require.InDelta(t, w, kept[trait], near, trait)
	}
	require.Len(t, kept, len(weights))
}
