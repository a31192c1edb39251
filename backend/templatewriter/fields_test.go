package templatewriter

import (
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
)

func TestEveryFieldHasItsPart(t *testing.T) {
	for _, f := range galley.Fields() {
		if f.Owner() == galley.PlaceCollection {
			require.NotNil(t, collectionTexts[f.Role()], f)
			continue
		}
		require.NotNil(t, productTexts[f.Role()], f)
	}
}
