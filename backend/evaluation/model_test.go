package evaluation_test

import (
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
