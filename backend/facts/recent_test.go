package facts_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/facts"
)

func TestSheetIsReadOnceAProduct(t *testing.T) {
	first := facts.RecentSheet(press(), "en")
	require.Same(t, first, facts.RecentSheet(press(), "en"))
	require.NotSame(t, first, facts.RecentSheet(press(), "de"))
	changed := press()
	changed[1].Text += " Made in Peru."
	other := facts.RecentSheet(changed, "en")
	require.NotSame(t, first, other)
	require.Empty(t, other.Judge("Made in Peru.", "en")[0].Right)
	require.Equal(t, facts.Supported, other.Judge("Made in Peru.", "en")[0].Grade)
}
