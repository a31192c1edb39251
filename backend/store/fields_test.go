package store

import (
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
)

func TestEveryFieldHasItsPart(t *testing.T) {
	for _, f := range galley.Fields() {
		require.NotNil(t, fieldParts[f].put, f)
		require.NotEmpty(t, fieldParts[f].empty, f)
		require.NotEmpty(t, sourceOf(f).from, f)
	}
}
