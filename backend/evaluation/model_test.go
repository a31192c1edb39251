package evaluation_test

import (
	"context"
	"fmt"
	"os"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/evaluation"
	"galley/backend/galley"
	"galley/backend/templatewriter"
)

// A run counts what the writer was asked for, what became drafts, and why the rest did not.
func TestAskCountsDrafts(t *testing.T) {
	fields := []galley.Field{galley.FieldDescription, galley.FieldSEOTitle}
	run, replies, err := evaluation.Ask(t.Context(), templatewriter.New(), os.DirFS("../admission/testdata"), 3, fields)
	require.NoError(t, err)
	require.Equal(t, 6, run.Asked)
	refused := 0
	for _, n := range run.Refused {
		refused += n
	}
	require.Equal(t, run.Asked, run.Admitted+refused)
	require.NotZero(t, run.Admitted)
	require.NotEmpty(t, run.Prompt)
	require.Len(t, replies, run.Asked)
	for _, reply := range replies {
		require.NotEqual(t, reply.Text == "", reply.Refused == "", "a text or the reason for none: %+v", reply)
	}
}

// refusing is a model that has another excuse each time.
type refusing struct {
	templatewriter.Writer

	asked *int
}

func (w refusing) Write(context.Context, galley.WriteRequest) (galley.WriteReply, error) {
	*w.asked++
	return galley.WriteReply{Content: fmt.Sprintf("I'm sorry, but as an AI I cannot write text %d.", *w.asked), Model: "excuses"}, nil
}

func TestReasonsAreCountedWhateverTheAnswerWas(t *testing.T) {
	run, replies, err := evaluation.Ask(t.Context(), refusing{templatewriter.New(), new(int)}, os.DirFS("../admission/testdata"), 3, []galley.Field{galley.FieldDescription})
	require.NoError(t, err)
	require.Len(t, run.Refused, 1)
	require.Contains(t, run.Refused, replies[0].Refused)
	require.Contains(t, replies[0].Details, "cannot write text")
}
