package sameness_test

import (
	"bufio"
	"bytes"
	_ "embed"
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/sameness"
)

//go:embed testdata/endings.jsonl
var endingSets []byte

type endingSet struct {
	Kind  string `json:"kind"`
	Held  bool   `json:"held"`
	Texts []struct {
		Name string `json:"name"`
		Text string `json:"text"`
	} `json:"texts"`
}

// Texts that end alike by habit are held; lines about care, delivery and sizes are
// not. docs/evaluation.md has the figures.
func TestEndingSets(t *testing.T) {
	found, habits, falseAlarms, lines := 0, 0, 0, 0
	for sets := bufio.NewScanner(bytes.NewReader(endingSets)); sets.Scan(); {
		var set endingSet
		require.NoError(t, json.Unmarshal(sets.Bytes(), &set))
		var texts []sameness.Text
		for _, one := range set.Texts {
			texts = append(texts, text(one.Text, one.Name))
		}
		held := len(find(sameness.Ending, texts...)) > 0
		switch {
		case set.Held:
			habits++
			if held {
				found++
			} else {
				t.Logf("missed: %s", set.Kind)
			}
		default:
			lines++
			if held {
				falseAlarms++
				t.Logf("false alarm: %s", set.Kind)
			}
		}
	}
	t.Logf("held %d of %d habits, and %d of %d lines", found, habits, falseAlarms, lines)
	require.GreaterOrEqual(t, found, leastEndings)
	require.LessOrEqual(t, falseAlarms, mostLines)
}

const (
	leastEndings = 6
	mostLines    = 0
)
