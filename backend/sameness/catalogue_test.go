package sameness_test

import (
	"bytes"
	"io/fs"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/demo/catalogue"
	"galley/backend/galley"
	"galley/backend/products/productcsv"
	"galley/backend/sameness"
)

// mostHeld is how many of the descriptions may be in a group that holds.
const mostHeld = 0

// Descriptions that people wrote for real products are in few groups, as if they
// were a job's drafts.
func TestCataloguesAreInFewGroups(t *testing.T) {
	paths, err := fs.Glob(catalogue.Files, "*.csv")
	require.NoError(t, err)
	f, all := sameness.NewFinder(), 0
	var names []string
	for _, path := range paths {
		raw, err := fs.ReadFile(catalogue.Files, path)
		require.NoError(t, err)
		export, err := productcsv.Read(path, bytes.NewReader(raw))
		require.NoError(t, err)
		for _, p := range export {
			f.AddPrint(sameness.PrintOf(sameness.TextOf(galley.FieldDescription, p.BodyHTML, p.Title)), true)
			names = append(names, p.Title)
			all++
		}
	}
	held := map[int]bool{}
	for _, g := range f.Groups() {
		t.Logf("%s of %d:", g.Kind, len(g.Members))
		for _, m := range g.Members {
			t.Log("  ", names[m])
			held[m] = held[m] || g.Kind != sameness.Closing
		}
	}
	t.Logf("%d of %d texts in groups that hold", len(held), all)
	require.LessOrEqual(t, len(held), mostHeld)
}
