package wire_test

import (
	"bufio"
	"cmp"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"

	"galley/backend/evaluation"
	"galley/backend/galley"
	"galley/backend/llm/llmtest"
)

// answerSets is the folder of the sets: GALLEY_ANSWERS names another one.
var answerSets = cmp.Or(os.Getenv("GALLEY_ANSWERS"), "../admission/testdata")

func readJSONLines[T any](t *testing.T, name string) (all []T) {
	t.Helper()
	file, err := os.Open(filepath.Join(answerSets, name))
	require.NoError(t, err)
	defer file.Close()
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var one T
		require.NoError(t, json.Unmarshal(lines.Bytes(), &one))
		all = append(all, one)
	}
	require.NoError(t, lines.Err())
	return all
}

// knownToPass are the bad answers of a set that become drafts: the figures count
// them.
func knownToPass(t *testing.T, set string) map[string]bool {
	t.Helper()
	folder := fstest.MapFS{}
	for _, name := range []string{"products.jsonl", set} {
		raw, err := os.ReadFile(filepath.Join(answerSets, name))
		require.NoError(t, err)
		folder[name] = &fstest.MapFile{Data: raw}
	}
	_, misses, err := evaluation.Answers(t.Context(), folder)
	require.NoError(t, err)
	known := map[string]bool{}
	for _, m := range misses {
		known[m.Case.Answer] = true
	}
	return known
}

// productsOf is a product list with the product of each answer, one for each.
func productsOf(t *testing.T, answers []evaluation.Answer, products map[string]evaluation.Product) string {
	t.Helper()
	var list strings.Builder
	rows := csv.NewWriter(&list)
	require.NoError(t, rows.Write([]string{"Handle", "Title", "Body (HTML)", "Vendor", "Type", "Tags", "Status", "Option1 Name", "Option1 Value", "Variant Price", "SEO Title", "SEO Description"}))
	for i, a := range answers {
		p := products[a.Product]
		require.NoError(t, rows.Write([]string{
			fmt.Sprintf("case-%d", i), p.Title, p.Description, p.Vendor, p.Type, strings.Join(append(slices.Clone(p.Tags), fmt.Sprintf("no-%d", i)), ", "),
			"active", "Title", "Default Title", "9.50", "", "",
		}))
	}
	rows.Flush()
	require.NoError(t, rows.Error())
	return list.String()
}

// With Publish without review and an endpoint that gives every bad answer of the
// sets, nothing is on the shop but texts that were mended, in all languages of
// the sets. What the figures count as missed may be. GALLEY_ANSWERS=folder tries
// the sets of another folder.
func TestNothingUnfitOfTheSetsGoesLiveWithoutReview(t *testing.T) {
	sets := []string{"estuary-bad.jsonl"}
	if !testing.Short() || os.Getenv("GALLEY_ANSWERS") != "" {
		paths, err := filepath.Glob(filepath.Join(answerSets, "*-bad.jsonl"))
		require.NoError(t, err)
		sets = nil
		for _, path := range paths {
			sets = append(sets, filepath.Base(path))
		}
	}
	products := map[string]evaluation.Product{}
	for _, p := range readJSONLines[evaluation.Product](t, "products.jsonl") {
		products[p.ID] = p
	}
	for _, set := range sets {
		known := knownToPass(t, set)
		byField := map[galley.Field][]evaluation.Answer{}
		for _, a := range readJSONLines[evaluation.Answer](t, set) {
			byField[a.Field] = append(byField[a.Field], a)
		}
		for _, f := range []galley.Field{galley.FieldTitle, galley.FieldDescription, galley.FieldSEOTitle, galley.FieldMetaDescription} {
			t.Run(set+", "+string(f), func(t *testing.T) {
				t.Parallel()
				for answers := range slices.Chunk(byField[f], 90) { // what one page of products holds
					requireNothingUnfit(t, f, answers, productsOf(t, answers, products), known)
				}
			})
		}
	}
}

func requireNothingUnfit(t *testing.T, f galley.Field, answers []evaluation.Answer, list string, known map[string]bool) {
	t.Helper()
	h := openHome(t, list, llmtest.Start(t, llmtest.Options{Answer: func(r llmtest.Request) llmtest.Reply {
		for _, m := range r.Messages {
			if found := lampNumber.FindStringSubmatch(m.Text); found != nil {
				if i, err := strconv.Atoi(found[1]); err == nil && i < len(answers) {
					return llmtest.Writes(answers[i].Answer)
				}
			}
		}
		return llmtest.Writes("ready")
	}}))
	page, err := h.Products.Products(t.Context(), galley.ProductQuery{ShopID: h.Shop.ID, Limit: 100})
	require.NoError(t, err)
	require.Len(t, page.Products, len(answers))
	before := map[string]galley.Value{}
	for _, row := range page.Products {
		before[row.ID] = h.LiveValue(f, galley.ProductTarget(row.ID))
	}
	h.run(galley.JobSpec{Field: f, Strategy: galley.StrategyPublish})
	for _, row := range page.Products {
		i, err := strconv.Atoi(strings.TrimPrefix(row.Handle, "case-"))
		require.NoError(t, err)
		live := h.LiveValue(f, galley.ProductTarget(row.ID))
		a := answers[i]
		if live == before[row.ID] || known[a.Answer] {
			continue
		}
		require.NotEmpty(t, a.Gone, "%q is live as %q", a.Answer, live.Text)
		for _, gone := range a.Gone {
			require.NotContains(t, live.Text, gone, a.Answer)
		}
	}
}
