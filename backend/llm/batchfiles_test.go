package llm

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/llm/replies"
)

// Lines of results as servers give them, kept as they came.
func TestLinesOfResultsAsServersGiveThem(t *testing.T) {
	files, err := filepath.Glob("testdata/batches/*.jsonl")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			content, err := os.ReadFile(file)
			require.NoError(t, err)
			for raw := range strings.Lines(string(content)) {
				line := readLine([]byte(raw))
				require.NotEmpty(t, line.CustomID)
				if strings.HasPrefix(line.CustomID, "1-3-") { // refused
					require.Nil(t, line.Answer)
					require.True(t, strings.HasPrefix(line.Why, "1 validation error"), line.Why)
					continue
				}
				require.NotNil(t, line.Answer)
				require.Equal(t, 200, line.Answer.Status)
				require.Positive(t, line.Usage.InputTokens)
				require.Positive(t, line.Usage.OutputTokens)
				_, status, ok := replies.Chat([]byte(line.Answer.Body))
				require.True(t, ok)
				require.Zero(t, status)
			}
		})
	}
}
