package wire_test

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/llm/llmtest"
)

const deskLamp = "A lamp of oak with a shade of linen for the desk and the bed. It is small and stands firmly. The switch is on the cord, where you can reach it from the pillow."

// lampNumber is in the tags of a product, so that the model knows which it is asked about.
var lampNumber = regexp.MustCompile(`no-(\d+)`)

// noCopyAnswers are the answers for a field that must not become drafts.
func noCopyAnswers(t *testing.T, f galley.Field) []string {
	t.Helper()
	file, err := os.Open("../admission/testdata/no-copy.jsonl")
	require.NoError(t, err)
	defer file.Close()
	var answers []string
	lines := bufio.NewScanner(file)
	for lines.Scan() {
		var one struct {
			Field  galley.Field `json:"field"`
			Answer string       `json:"answer"`
		}
		require.NoError(t, json.Unmarshal(lines.Bytes(), &one))
		if one.Field == f {
			answers = append(answers, one.Answer)
		}
	}
	require.NoError(t, lines.Err())
	require.NotEmpty(t, answers)
	return answers
}

// numberedLamps is a product list of so many lamps.
func numberedLamps(n int) string {
	var list strings.Builder
	list.WriteString("Handle,Title,Body (HTML),Vendor,Type,Tags,Status,Option1 Name,Option1 Value,Variant Price,Image Src,Image Alt Text,SEO Title,SEO Description\n")
	for i := range n {
		fmt.Fprintf(&list, "hesper-%d,Hesper table lamp,\"<p>%s</p>\",Aldermill,Table lamps,\"oak, no-%d\",active,Title,Default Title,84.00,https://cdn.example/%d.png,\n", i, deskLamp, i, i)
	}
	return list.String()
}

// A model that answers with anything but copy: with Publish without review, the
// shop keeps its texts, every item fails with its reason, and a good answer
// beside them is published.
func TestNothingButCopyGoesLiveWithoutReview(t *testing.T) {
	const good = "The Hesper table lamp of oak has a shade of linen, and its switch is on the cord."
	for _, f := range []galley.Field{galley.FieldTitle, galley.FieldDescription, galley.FieldMetaDescription, galley.FieldAltText} {
		t.Run(string(f), func(t *testing.T) {
			for answers := range slices.Chunk(noCopyAnswers(t, f), 90) { // what one page of products holds
				requireOnlyTheLastGoesLive(t, f, append(slices.Clone(answers), good))
			}
		})
	}
}

// requireOnlyTheLastGoesLive gives each product one of the answers.
func requireOnlyTheLastGoesLive(t *testing.T, f galley.Field, answers []string) {
	t.Helper()
	h := openHome(t, numberedLamps(len(answers)), llmtest.Start(t, llmtest.Options{Answer: func(r llmtest.Request) llmtest.Reply {
		for _, m := range r.Messages {
			if found := lampNumber.FindStringSubmatch(m.Text); found != nil {
				if i, err := strconv.Atoi(found[1]); err == nil {
					return llmtest.Writes(answers[i])
				}
			}
		}
		return llmtest.Writes("ready")
	}}))
	before := h.live()
	_, _, items := h.run(galley.JobSpec{ShopID: h.Shop.ID, Field: f, Strategy: galley.StrategyPublish, Unseen: true, Selection: galley.Selection{All: true}})
	require.Len(t, items, len(answers))
	changed := 0
	for at, value := range h.live() {
		if value != before[at] {
			changed++
			require.Contains(t, value.Text, answers[len(answers)-1])
		}
	}
	good := 1
	if f == galley.FieldAltText { // these pictures were not seen: all wait for a person
		good = 0
	}
	require.Equal(t, good, changed)
	for _, item := range items {
		if item.State == galley.ItemFailed {
			require.NotEmpty(t, item.Error)
		}
	}
}
