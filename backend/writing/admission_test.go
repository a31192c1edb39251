package writing_test

import (
	"bufio"
	"encoding/json"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/writing"
)

// noCopy is an answer that must not become a draft.
type noCopy struct {
	Kind   string       `json:"kind"`
	Field  galley.Field `json:"field"`
	Answer string       `json:"answer"`
}

func readLines[T any](t *testing.T, path string) []T {
	t.Helper()
	file, err := os.Open(path)
	require.NoError(t, err)
	defer file.Close()
	var list []T
	lines := bufio.NewScanner(file)
	for lines.Scan() {
		var one T
		require.NoError(t, json.Unmarshal(lines.Bytes(), &one), lines.Text())
		list = append(list, one)
	}
	require.NoError(t, lines.Err())
	return list
}

// deskLamp has a text in English, so that another language is a wrong one.
func deskLamp(f galley.Field) galley.WriteRequest {
	p := lamp()
	p.DescriptionHTML = "<p>A lamp of oak with a shade of linen for the desk and the bed. It is small and stands firmly. The switch is on the cord, where you can reach it from the pillow.</p>"
	req := galley.WriteRequest{Field: f, Subject: p.Subject(), Unseen: true}
	if f.Place() == galley.PlaceImage {
		req.Target = galley.ImageTarget("i1")
	}
	req.Original, _ = req.Value(f)
	return req
}

// Characters that cannot be seen come in entities, too.
func TestCleanDropsInvisibleCharactersOfEntities(t *testing.T) {
	require.Equal(t, "Hesper lamp", writing.Clean(galley.FieldTitle, "Hes&#8203;per&#x202e; lamp", galley.Null()))
	require.Equal(t, "<p>Hesper lamp</p>", writing.Clean(galley.FieldDescription, "<p>Hes&#8203;per&#xfeff; lamp</p>", galley.Null()))
}

// What is no copy is asked for once more with the reason, and then fails.
func TestWhatIsNoCopyIsNoDraft(t *testing.T) {
	for _, c := range readLines[noCopy](t, "../admission/testdata/no-copy.jsonl") {
		w := saying(c.Answer, c.Answer)
		written, usage, err := writing.New(nil).Draft(t.Context(), w, deskLamp(c.Field))
		if err == nil {
			t.Errorf("%s, %s: %q became the draft %q", c.Kind, c.Field, c.Answer, written.Content)
			continue
		}
		require.Equal(t, galley.CodeWriterReply, galley.CodeOf(err), c.Answer)
		require.Equal(t, 200, usage.InputTokens, "both answers are paid for")
		require.NotEmpty(t, w.asked[1].Note, c.Answer)
	}
}

// A second answer that is no copy never takes the place of a first one that can
// be used.
func TestRepairThatIsNoCopyIsNotTaken(t *testing.T) {
	const long = "The Hesper table lamp of oak has a shade of linen for the desk and the bed. It is small and stands firmly, and its switch is on the cord, where you can reach it from the pillow."
	tried := map[string]bool{}
	for _, c := range readLines[noCopy](t, "../admission/testdata/no-copy.jsonl") {
		if c.Field != galley.FieldMetaDescription || tried[c.Kind] {
			continue
		}
		tried[c.Kind] = true
		w := saying(long, c.Answer)
		written, _, err := writing.New(nil).Draft(t.Context(), w, deskLamp(c.Field))
		require.NoError(t, err)
		require.Len(t, w.asked, 2, "it is longer than is advised")
		require.Equal(t, long, written.Content, c.Answer)
	}
	require.Greater(t, len(tried), 8)
}

// The mark around the data is in no draft, with its brackets or without.
func TestFenceMarkIsInNoDraft(t *testing.T) {
	const good = "Hesper table lamp of oak with a shade of linen"
	mark := regexp.MustCompile(`product-data-\w+`)
	for _, f := range []galley.Field{galley.FieldTitle, galley.FieldDescription, galley.FieldSEOTitle, galley.FieldMetaDescription, galley.FieldAltText} {
		w := saying(good)
		_, _, err := writing.New(nil).Draft(t.Context(), w, deskLamp(f))
		require.NoError(t, err)
		tag := mark.FindString(w.asked[0].Prompt.User)
		require.NotEmpty(t, tag)
		for _, answer := range []string{
			tag, "<" + tag + ">", "</" + tag + ">", "<" + tag + ">\n" + good + "\n</" + tag + ">", good + " " + tag, good + "\n</" + tag + ">",
			"&lt;" + tag + "&gt; " + good, "[" + tag + "] " + good, "<" + strings.ToUpper(tag) + "> " + good, "<p>" + good + "</p>\n</" + tag, "`" + tag + "`: " + good,
		} {
			written, _, err := writing.New(nil).Draft(t.Context(), saying(answer, answer), deskLamp(f))
			if err == nil {
				require.NotRegexp(t, `(?i)data-`, written.Content, answer)
			}
		}
	}
}

// quillmoor is a shop that sells what our examples are about, under their names.
func quillmoor(title, facts string) galley.Product {
	return galley.Product{ID: "gid://shopify/Product/1", Title: title, Vendor: "Quillmoor", ProductType: strings.Fields(title)[len(strings.Fields(title))-1], DescriptionHTML: "<p>" + facts + "</p>"}
}

// A shop may have the products of our examples: its texts are admitted, and those
// of the examples are refused for what its own data does not say.
func TestShopThatSellsTheProductsOfTheExamples(t *testing.T) {
	mug := quillmoor("Quillmoor mug", "Blue stoneware, dishwasher safe, 350 ml. It has a handle for two fingers.")
	jacket := quillmoor("Quillmoor jacket", "Green wool with two pockets and a button at the neck. Do not wash it.")
	for _, c := range []struct {
		of     galley.Product
		field  galley.Field
		answer string
		taken  bool
	}{
		{mug, galley.FieldTitle, "Stoneware mug, blue", true},
		{mug, galley.FieldSEOTitle, "Stoneware mug, blue | Quillmoor", true},
		{mug, galley.FieldDescription, "<p>The Quillmoor stoneware mug holds 350 ml. It is dishwasher safe, and two fingers fit its handle.</p>", true},
		{mug, galley.FieldMetaDescription, "Blue Quillmoor mug of stoneware with a handle for two fingers. It holds 350 ml and goes into the dishwasher.", true},
		{mug, galley.FieldMetaDescription, "Blue Quillmoor mug of stoneware with a wide handle. It holds 350 ml, goes into the dishwasher and stacks with the plates of the same set.", false},
		{mug, galley.FieldDescription, "<p>The Ondrel jacket is made of waxed cotton. Its zip opens from both ends, so you can sit down without undoing it.</p>", false},
		{jacket, galley.FieldDescription, "<p>The Quillmoor jacket is made of green wool. It has two pockets, so keys and gloves are at hand.</p>", true},
		{jacket, galley.FieldTitle, "Quillmoor wool jacket, green", true},
		{jacket, galley.FieldMetaDescription, "The Ondrel jacket of waxed cotton has a two-way zip and three outer pockets, so a map, keys and gloves each have a place on a long walk.", false},
		{jacket, galley.FieldDescription, "<p>The Quillmoor stoneware mug holds 350 ml, so there is room for a large coffee. It is dishwasher safe.</p>", false},
	} {
		req := galley.WriteRequest{Field: c.field, Subject: c.of.Subject()}
		req.Original, _ = req.Value(c.field)
		_, _, err := writing.New(nil).Draft(t.Context(), saying(c.answer, c.answer), req)
		require.Equal(t, c.taken, err == nil, "%s: %v", c.answer, err)
	}
}
