package shopify

import (
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
)

func TestEveryFieldHasItsPart(t *testing.T) {
	for _, f := range galley.Fields() {
		part := partOf(f)
		require.NotEmpty(t, part.read, f)
		require.NotNil(t, part.nodes, f)
		require.NotNil(t, part.value, f)
		require.NotEmpty(t, part.write, f)
		require.NotNil(t, part.update, f)
	}
}
