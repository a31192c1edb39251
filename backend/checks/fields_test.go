package checks

import (
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
)

func TestEveryFieldHasItsPart(t *testing.T) {
	for _, f := range galley.Fields() {
		require.Contains(t, scores, f.Role())
	}
}
