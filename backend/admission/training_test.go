package admission

import (
	"bufio"
	"encoding/csv"
	"encoding/json"
	"hash/fnv"
	"io"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/markup"
)

// sample is a sentence with its traits. Talk is 1 for a writer's, 0 for a shop's.
type sample struct {
	said   string
	traits []string
	talk   float64
	weight float64
	set    string
}

// answerCase is a line of the sets of answers.
type answerCase struct {
	Kind, Product, Answer string
	Field                 galley.Field
	set                   string
	bad                   bool
}

type shopProduct struct {
	ID, Language, Title, Vendor, Type, Description string
	Tags                                           []string
	Options                                        []galley.Option
}

func lines[T any](t *testing.T, path string) (all []T) {
	t.Helper()
	file, err := os.Open(path)
	require.NoError(t, err)
	defer file.Close()
	scan := bufio.NewScanner(file)
	scan.Buffer(nil, 1<<20)
	for scan.Scan() {
		var one T
		require.NoError(t, json.Unmarshal(scan.Bytes(), &one))
		all = append(all, one)
	}
	return all
}

func asText(p shopProduct, f galley.Field, answer string) *text {
	product := galley.Product{ID: p.ID, Handle: p.ID, Title: p.Title, Vendor: p.Vendor, ProductType: p.Type, Tags: p.Tags, Options: p.Options, DescriptionHTML: p.Description}
	content := answer
	if !f.IsHTML() {
		content = strings.Join(strings.Fields(answer), " ")
	} else if !strings.Contains(content, "<p") {
		content = markup.FromMarkdown(content)
	}
	data := strings.Join([]string{p.Title, p.Vendor, p.Type, strings.Join(p.Tags, ", "), markup.VisibleText(p.Description)}, "\n")
	return newText(Answer{Subject: product.Subject(), Field: f, Raw: answer, Content: content, Original: galley.Null(), Data: data})
}

func answerSets(t *testing.T, folder string) (cases []answerCase, products map[string]shopProduct) {
	t.Helper()
	products = map[string]shopProduct{}
	for _, p := range lines[shopProduct](t, filepath.Join(folder, "products.jsonl")) {
		products[p.ID] = p
	}
	paths, err := filepath.Glob(filepath.Join(folder, "*-*.jsonl"))
	require.NoError(t, err)
	for _, path := range paths {
		name, how, found := strings.Cut(strings.TrimSuffix(filepath.Base(path), ".jsonl"), "-")
		if !found || (how != "bad" && how != "good") {
			continue
		}
		for _, c := range lines[answerCase](t, path) {
			c.set, c.bad = name, how == "bad"
			cases = append(cases, c)
		}
	}
	return cases, products
}

// seeded numbers are the same in every run.
func seeded(name string) *rand.Rand {
	h := fnv.New64a()
	_, _ = io.WriteString(h, name)
	return rand.New(rand.NewPCG(h.Sum64(), 1))
}

// spin writes out a line of a training text: a choice for each (a|b), and for each $NAME.
func spin(r *rand.Rand, line string, lists map[string][]string) string {
	for {
		open := strings.LastIndexByte(line, '(')
		if open < 0 {
			break
		}
		length := strings.IndexByte(line[open:], ')')
		if length < 0 {
			break
		}
		options := strings.Split(line[open+1:open+length], "|")
		line = line[:open] + options[r.IntN(len(options))] + line[open+length+1:]
	}
	for _, name := range slices.Sorted(maps.Keys(lists)) {
		list := lists[name]
		for strings.Contains(line, name) {
			line = strings.Replace(line, name, list[r.IntN(len(list))], 1)
		}
	}
	return strings.Join(strings.Fields(line), " ")
}

// written are sentences of a training text: each line so many times.
func written(t *testing.T, path string, each int) []string {
	t.Helper()
	raw, err := os.ReadFile(path)
	require.NoError(t, err)
	lists, r := map[string][]string{}, seeded(filepath.Base(path))
	var all []string
	for line := range strings.Lines(string(raw)) {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		if name, list, found := strings.Cut(line, " = "); found && strings.HasPrefix(name, "$") {
			lists[name] = strings.Split(list, "|")
			continue
		}
		done := map[string]bool{}
		for range each {
			if said := spin(r, line, lists); said != "" && !done[said] {
				done[said] = true
				all = append(all, said)
			}
		}
	}
	return all
}

// trainingTexts are the sentences of testdata/training, and shops' own.
func trainingTexts(t *testing.T) (samples []sample) {
	t.Helper()
	for _, code := range []string{"en", "de", "fr", "es", "it", "nl"} {
		of := shopProduct{ID: "x", Title: "Xyzzy", Description: map[string]string{
			"en": "The one of which you have it is with this.", "de": "Der die das und nicht mit ist ein auf für.", "fr": "Le la les et pas avec est un sur pour que dans.",
			"es": "El la los y no con es un para que en una.", "it": "Il la che non con è un per di una gli della.", "nl": "De het een niet met is op voor van en dat.",
		}[code]}
		for talk, kind := range []string{"copy", "talk"} {
			for _, said := range written(t, "testdata/training/"+kind+"-"+code+".txt", 40) {
				samples = append(samples, sample{said, asText(of, galley.FieldMetaDescription, said).traits(said), float64(talk), 0.25, "training"})
			}
		}
	}
	for _, path := range claimFiles() {
		type claim struct{ Product, Sentence string }
		for _, c := range lines[claim](t, path) {
			tx := asText(shopProduct{ID: "x", Title: strings.ReplaceAll(c.Product, "-", " ")}, galley.FieldMetaDescription, c.Sentence)
			samples = append(samples, sample{c.Sentence, tx.traits(c.Sentence), 0, 0.5, "claims"})
		}
	}
	for _, path := range mustGlob(t, "../demo/catalogue/*.csv") {
		file, err := os.Open(path)
		require.NoError(t, err)
		rows, err := csv.NewReader(file).ReadAll()
		require.NoError(t, err)
		require.NoError(t, file.Close())
		for _, row := range rows[1:] {
			p := map[string]string{}
			for i, cell := range row {
				p[rows[0][i]] = cell
			}
			tx := asText(shopProduct{ID: p["Handle"], Title: p["Title"], Vendor: p["Vendor"], Type: p["Type"], Tags: strings.Split(p["Tags"], ", ")}, galley.FieldDescription, p["Body (HTML)"])
			for _, s := range tx.sentences() {
				samples = append(samples, sample{s, tx.traits(s), 0, 0.5, "catalogue"})
			}
		}
	}
	return samples
}

// claimFiles are sets of claims in all languages; later ones are not fitted to.
func claimFiles() (paths []string) {
	for _, code := range []string{"en", "de", "fr", "es", "it", "nl"} {
		for _, set := range []string{"", "-second", "-third", "-fourth", "-fifth", "-sixth"} {
			paths = append(paths, "../checks/testdata/claims/"+code+set+".jsonl")
		}
	}
	return paths
}

func mustGlob(t *testing.T, pattern string) []string {
	t.Helper()
	paths, err := filepath.Glob(pattern)
	require.NoError(t, err)
	require.NotEmpty(t, paths)
	return paths
}
