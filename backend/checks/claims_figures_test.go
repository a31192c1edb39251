package checks_test

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/checks"
	"galley/backend/galley"
)

// labelled is a sentence about a product, as a person judged it: supported,
// unsupported, or neutral, which claims nothing of the product.
type labelled struct {
	Product  string `json:"product"`
	Lang     string `json:"lang"`
	Class    string `json:"class"`
	Label    string `json:"label"`
	Sentence string `json:"sentence"`
}

// figures are what the checks get right of a set.
type figures struct{ unsupported, caught, supported, falseAlarms, neutral, neutralFlagged int }

func (f *figures) add(label string, held bool) {
	switch label {
	case "unsupported":
		f.unsupported++
		f.caught += toInt(held)
	case "neutral":
		f.neutral++
		f.neutralFlagged += toInt(held)
	default:
		f.supported++
		f.falseAlarms += toInt(held)
	}
}

func toInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

func (f *figures) recall() float64 { return share(f.caught, f.unsupported) }
func (f *figures) precision() float64 {
	return share(f.caught, f.caught+f.falseAlarms+f.neutralFlagged)
}
func (f *figures) flagged() float64 { return 1 - share(f.neutral-f.neutralFlagged, f.neutral) }

func share(part, whole int) float64 {
	if whole == 0 {
		return 1
	}
	return float64(part) / float64(whole)
}

func (f *figures) String() string {
	return fmt.Sprintf("recall %.2f (%d of %d), precision %.2f, supported flagged %d of %d, neutral flagged %d of %d",
		f.recall(), f.caught, f.unsupported, f.precision(), f.falseAlarms, f.supported, f.neutralFlagged, f.neutral)
}

// measure checks every sentence as a meta description of its product.
func measure(t *testing.T, products map[string]galley.Product, list []labelled) map[string]*figures {
	t.Helper()
	all := map[string]*figures{}
	add := func(key, label string, held bool) {
		if all[key] == nil {
			all[key] = &figures{}
		}
		all[key].add(label, held)
	}
	for _, l := range list {
		product, known := products[l.Product]
		require.True(t, known, l.Product)
		report := checks.Run(checks.Text{Field: galley.FieldMetaDescription, Content: l.Sentence, Subject: product.Subject()})
		var held []string
		for _, w := range report.Warnings {
			if strings.HasPrefix(w.Rule, "claim_") && w.Severity == galley.SeverityHold {
				held = append(held, w.Rule+" “"+w.About+"”")
			}
		}
		label := l.Label
		if l.Class == "neutral" {
			label = "neutral"
		}
		add(l.Lang, label, len(held) > 0)
		if l.Class == "swapped" || l.Class == "negation" || l.Class == "count" {
			add(l.Lang+" "+l.Class, label, len(held) > 0)
		}
		if (label == "unsupported") != (len(held) > 0) {
			t.Logf("%s %s %s, %s: %s %v", l.Lang, l.Product, label, l.Class, l.Sentence, held)
		}
	}
	for _, key := range slices.Sorted(maps.Keys(all)) {
		t.Logf("%s: %s", key, all[key])
	}
	return all
}

func readLabelled(t testing.TB, path string) []labelled {
	t.Helper()
	raw, err := os.ReadFile(path)
	require.NoError(t, err)
	var list []labelled
	lines := bufio.NewScanner(bytes.NewReader(raw))
	for lines.Scan() {
		var l labelled
		require.NoError(t, json.Unmarshal(lines.Bytes(), &l), lines.Text())
		list = append(list, l)
	}
	return list
}

func readProducts(t testing.TB, folder string) map[string]galley.Product {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(folder, "products*.json"))
	require.NoError(t, err)
	byHandle := map[string]galley.Product{}
	for _, name := range names {
		raw, err := os.ReadFile(name)
		require.NoError(t, err)
		var list []galley.Product
		require.NoError(t, json.Unmarshal(raw, &list))
		for _, p := range list {
			byHandle[p.Handle] = p
		}
	}
	return byHandle
}

// Another set is measured with GALLEY_CLAIMS=folder: products*.json and *.jsonl.
func TestClaimFigures(t *testing.T) {
	folder := filepath.Join("testdata", "claims")
	other := os.Getenv("GALLEY_CLAIMS")
	if other != "" {
		folder = other
	}
	products := readProducts(t, folder)
	sets, err := filepath.Glob(filepath.Join(folder, "*.jsonl"))
	require.NoError(t, err)
	var list, newest []labelled
	for _, set := range sets {
		if other == "" && newestSets[strings.TrimSuffix(filepath.Base(set), ".jsonl")] {
			newest = append(newest, readLabelled(t, set)...)
			continue
		}
		list = append(list, readLabelled(t, set)...)
	}
	require.NotEmpty(t, list)
	all := measure(t, products, list)
	if other != "" {
		return
	}
	for _, lang := range []string{"en", "de", "fr", "es", "it", "nl"} {
		least, precise := 0.93, 0.95
		if lang == "en" { // the last two sets are harder than those before
			least, precise = 0.92, 0.92
		}
		require.GreaterOrEqual(t, all[lang].recall(), least, lang)
		require.GreaterOrEqual(t, all[lang].precision(), precise, lang)
		require.LessOrEqual(t, all[lang].flagged(), 0.1, lang)
	}
	for lang, f := range measure(t, products, newest) {
		if len(lang) == 2 {
			require.GreaterOrEqual(t, f.recall(), 0.8, lang)
			require.GreaterOrEqual(t, f.precision(), 0.7, lang)
		}
	}
}

// newestSets are by an author who had seen no rule, and have floors of their own: few rules
// were mended on them.
var newestSets = map[string]bool{
	"en-sixteenth": true, "de-fourteenth": true, "fr-fourteenth": true, "es-fourteenth": true, "it-fourteenth": true, "nl-fourteenth": true,
	"en-seventeenth": true, "de-fifteenth": true, "fr-fifteenth": true, "es-fifteenth": true, "it-fifteenth": true, "nl-fifteenth": true,
}
