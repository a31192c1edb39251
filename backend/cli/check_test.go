package cli

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
)

// FuzzBatch: each line of a batch is a text, or the error names its file.
func FuzzBatch(f *testing.F) {
	for _, seed := range []string{
		`{"handle":"lamp","field":"title","content":"Lamp"}` + "\n\n" + `{"handle":"lamp","field":"title","content":"","keyphrase":"oak"}`,
		"{\"handle\":\"a\",\"field\":\"title\"}\r\n", "null\n", "{}", "[]\n", `{"handle":1}`, `{"handle":"a"}{"handle":"b"}`, "\ufeff{}", "{\"handle\":\"\\ud800\"}", "\x00",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, content string) {
		texts, err := parseBatch("texts.jsonl", content)
		if err != nil {
			require.Equal(t, galley.CodeInvalidFile, galley.CodeOf(err))
			require.Contains(t, galley.MessageOf(err), "texts.jsonl")
			require.Empty(t, texts)
			return
		}
		lines := 0
		for line := range strings.Lines(content) {
			if strings.TrimSpace(line) != "" {
				lines++
			}
		}
		require.Len(t, texts, lines)
		for _, text := range texts {
			require.NotEmpty(t, text.Handle, "a text belongs to a product")
			require.NotEmpty(t, text.Field)
		}
	})
}
