package llm

import (
	"bytes"
	"encoding/json"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/llm/llmtest"
)

const shapeText = "A lamp of oak with a linen shade"

// shape is a file of testdata/shapes: what an endpoint answers, and what is to
// become of a request for a draft.
type shape struct {
	About   string         `json:"about"`
	Field   galley.Field   `json:"field"` // title unless it says
	Replies []llmtest.Rule `json:"replies"`
	Want    struct {
		Draft   string         `json:"draft"`   // {{TEXT}} for the fitting one
		Refused galley.Code    `json:"refused"` // the code, where there is no draft
		Says    string         `json:"says"`    // in the sentence
		Detail  string         `json:"detail"`  // in the cause
		Asks    int            `json:"asks"`    // requests for the draft, probes apart; 0 for any number
		Last    map[string]any `json:"last"`    // of the last request; null for what it must not have
		Cut     bool           `json:"cut"`     // the question was cut silently
		Output  int            `json:"output"`  // tokens booked, 0 for any number
	} `json:"want"`
}

// TestReplyShapes plays each file of testdata/shapes. A new kind of reply is one
// more file.
func TestReplyShapes(t *testing.T) {
	files, err := filepath.Glob("testdata/shapes/*.json")
	require.NoError(t, err)
	require.Greater(t, len(files), 90)
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".json"), func(t *testing.T) {
			raw, err := os.ReadFile(file)
			require.NoError(t, err)
			var s shape
			decoder := json.NewDecoder(bytes.NewReader(raw))
			decoder.DisallowUnknownFields()
			require.NoError(t, decoder.Decode(&s))
			require.NotEmpty(t, s.About)
			require.True(t, s.Want.Draft != "" || s.Want.Refused != "", "it says what is to become of it")
			synctest.Test(t, func(t *testing.T) { playShape(t, s) })
		})
	}
}

func playShape(t *testing.T, s shape) {
	t.Helper()
	if s.Field == "" {
		s.Field = galley.FieldTitle
	}
	p := &llmtest.Player{Rules: s.Replies, Text: shapeText}
	client := New(Config{BaseURL: "http://llm.test/v1", Model: "m", Key: "sk-shape-0123456789", HTTPClient: &http.Client{Transport: p}})
	req := galleytest.SampleRequest(s.Field)
	got, err := client.Write(galleytest.Paid(t.Context()), req)
	if s.Want.Refused != "" {
		require.Equal(t, s.Want.Refused, galley.CodeOf(err), "%v, %q", err, got.Content)
		require.Contains(t, galley.MessageOf(err), s.Want.Says)
		require.Contains(t, galley.DetailOf(err), s.Want.Detail)
		require.NotContains(t, err.Error(), "0123456789")
	} else {
		require.NoError(t, err)
		require.Equal(t, strings.ReplaceAll(s.Want.Draft, "{{TEXT}}", shapeText), got.Content)
	}
	if s.Want.Asks > 0 {
		require.Len(t, p.Asked(), s.Want.Asks)
	}
	for name, want := range s.Want.Last {
		require.NotEmpty(t, p.Asked())
		last := p.Asked()[len(p.Asked())-1]
		if want == nil {
			require.NotContains(t, last, name)
			continue
		}
		require.Equal(t, want, last[name])
	}
	require.Equal(t, s.Want.Cut, got.PromptCut)
	if s.Want.Output > 0 {
		require.Equal(t, s.Want.Output, got.Usage.OutputTokens)
	}
}
