package writing_test

import (
	"bufio"
	"encoding/json"
	"os"
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
