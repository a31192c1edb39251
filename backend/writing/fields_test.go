package writing

import (
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
)

func TestEveryFieldHasItsPart(t *testing.T) {
	for _, f := range galley.Fields() {
		require.NotEmpty(t, fieldParts[f].rules, f)
		require.Positive(t, fieldParts[f].answer.longest, f)
	}
}
