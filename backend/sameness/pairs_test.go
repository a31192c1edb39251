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

//go:embed testdata/pairs.jsonl
var pairs []byte

type pair struct {
	Kind  string `json:"kind"`
	Alike bool   `json:"alike"`
	NameA string `json:"name_a"`
	A     string `json:"a"`
	NameB string `json:"name_b"`
	B     string `json:"b"`
}

// Pairs of texts of many trades: variants, templates and edits are found, and
// what different products share is none. docs/evaluation.md has the figures.
func TestPairs(t *testing.T) {
	found, alike, falseAlarms, different := 0, 0, 0, 0
	for lines := bufio.NewScanner(bytes.NewReader(pairs)); lines.Scan(); {
		var p pair
		require.NoError(t, json.Unmarshal(lines.Bytes(), &p))
		near := len(find(sameness.Near, text(p.A, p.NameA), text(p.B, p.NameB))) > 0
		switch {
		case p.Alike:
			alike++
			if near {
				found++
			} else {
				t.Logf("missed %s: %s", p.Kind, p.NameA)
			}
		default:
			different++
			if near {
				falseAlarms++
				t.Logf("false alarm %s: %s", p.Kind, p.NameA)
			}
		}
	}
	t.Logf("found %d of %d, false alarms %d of %d", found, alike, falseAlarms, different)
	require.GreaterOrEqual(t, found, leastFound)
	require.LessOrEqual(t, falseAlarms, mostFalse)
}

const (
	leastFound = 13
	mostFalse  = 0
)
