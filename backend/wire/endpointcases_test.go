package wire_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/llm/llmtest"
	"galley/backend/wire"
	"galley/backend/wire/wiretest"
)

// endpointCase is a file of testdata/endpoints: what an endpoint answers, and
// what becomes of a job that publishes without review.
type endpointCase struct {
	About    string         `json:"about"`
	Field    galley.Field   `json:"field"`    // title unless it says
	Products int            `json:"products"` // 1 unless it says
	Words    int            `json:"words"`    // more words of the shop's description
	Replies  []llmtest.Rule `json:"replies"`
	Want     struct {
		Job     galley.JobState  `json:"job"`      // completed unless it says
		JobCode galley.Code      `json:"job_code"` // of a completed job's reason
		Item    galley.ItemState `json:"item"`     // of the first item
		Others  galley.ItemState `json:"others"`   // of the others
		Code    galley.Code      `json:"code"`     // of the item's error, or of the paused job's reason
		Says    string           `json:"says"`     // in its sentence
		Detail  string           `json:"detail"`   // in its cause
		Content string           `json:"content"`
		Holds   []string         `json:"holds"` // in the content
		Warning string           `json:"warning"`
		Live    bool             `json:"live"` // the draft is on the shop
		Asks    int              `json:"asks"`
	} `json:"want"`
}

var caseTexts = map[galley.Field]string{
	galley.FieldTitle:       "Washed linen shirt",
	galley.FieldDescription: "<p>This shirt of washed linen has a relaxed fit.</p><ul><li>Material: linen</li></ul>",
}

// TestEndpointCases plays each file of testdata/endpoints against the whole
// program.
func TestEndpointCases(t *testing.T) {
	files, err := filepath.Glob("testdata/endpoints/*.json")
	require.NoError(t, err)
	require.Greater(t, len(files), 30)
	w := wiretest.Open(t, wire.Options{})
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".json"), func(t *testing.T) {
			raw, err := os.ReadFile(file)
			require.NoError(t, err)
			var c endpointCase
			decoder := json.NewDecoder(bytes.NewReader(raw))
			decoder.DisallowUnknownFields()
			require.NoError(t, decoder.Decode(&c))
			playCase(t, w, c)
		})
	}
}

// linenShirts is an export of so many shirts.
func linenShirts(n, words int) string {
	var file strings.Builder
	file.WriteString("Handle,Title,Body (HTML),Vendor,Type,Tags,Status,Option1 Name,Option1 Value,Variant Price\n")
	for i := range n {
		fmt.Fprintf(&file, "linen-shirt-%d,Linen Shirt,\"<p>Washed linen, relaxed fit.%s</p>\",Aldermill,Shirts,linen,active,Size,S,49.00\n", i, strings.Repeat(" The linen is washed.", words/4))
	}
	return file.String()
}

// playCase has a shop of its own at the shared home.
func playCase(t *testing.T, w *wiretest.World, c endpointCase) {
	t.Helper()
	if c.Field == "" {
		c.Field = galley.FieldTitle
	}
	text := caseTexts[c.Field]
	player := &llmtest.Player{Rules: c.Replies, Text: text}
	endpoint := httptest.NewServer(player)
	t.Cleanup(endpoint.Close)
	w.T = t
	w.AddFile(t.Name()+".csv", linenShirts(max(c.Products, 1), c.Words))
	w.Set(map[string]string{
		"writer.kind": "openai", "writer.base_url": endpoint.URL + "/v1", "writer.model": "m", "writer.rpm": "0", "writer.concurrency": "1",
	})
	job := w.Written(galley.JobSpec{Field: c.Field, Strategy: galley.StrategyPublish})
	if c.Want.Job == galley.JobPaused {
		require.Equal(t, galley.JobPaused, job.State, job.Reason)
		requireReason(t, c, job.Reason)
		require.Zero(t, job.Counts.Failed, "no item is to blame")
		return
	}
	require.Equal(t, galley.JobCompleted, job.State, job.Reason)
	if c.Want.JobCode != "" {
		require.Equal(t, c.Want.JobCode, job.Reason.Code)
	}
	require.NoError(t, w.WorkUntilIdle(t.Context()))
	items := w.Items(job.ID)
	requireItem(t, c, w, items[0])
	for _, other := range items[1:] {
		require.Equal(t, c.Want.Others, other.State)
	}
	if c.Want.Asks > 0 {
		require.Len(t, player.Asked(), c.Want.Asks)
	}
}

func requireItem(t *testing.T, c endpointCase, w *wiretest.World, item galley.Item) {
	t.Helper()
	require.Equal(t, c.Want.Item, item.State, "%v %q", item.Error, item.Content)
	if item.State == galley.ItemFailed {
		requireReason(t, c, item.Error)
		require.Equal(t, "Linen Shirt", w.LiveValue(galley.FieldTitle, galley.ProductTarget(item.Product.ID)).Text)
		return
	}
	want := strings.ReplaceAll(c.Want.Content, "{{TEXT}}", caseTexts[c.Field])
	if want != "" {
		require.Equal(t, want, item.Content)
	}
	for _, part := range c.Want.Holds {
		require.Contains(t, item.Content, part)
	}
	var rules []string
	for _, warning := range item.Warnings {
		rules = append(rules, warning.Rule)
	}
	if c.Want.Warning != "" {
		require.Contains(t, rules, c.Want.Warning)
	}
	if c.Want.Live {
		require.Equal(t, item.Content, w.LiveValue(c.Field, galley.ProductTarget(item.Product.ID)).Text, rules)
	}
}

func requireReason(t *testing.T, c endpointCase, why *galley.Reason) {
	t.Helper()
	require.NotNil(t, why)
	if c.Want.Code != "" {
		require.Equal(t, c.Want.Code, why.Code, why.Message.String())
	}
	require.Contains(t, why.Message.String(), c.Want.Says)
	require.Contains(t, why.Detail, c.Want.Detail)
}
