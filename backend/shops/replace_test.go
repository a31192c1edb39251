package shops_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/shops"
	"galley/backend/store"
)

func addFile(t *testing.T, s *shops.Service, name, file string) galley.ShopOverview {
	t.Helper()
	shop, err := s.AddFile(bg, shops.NewFile{File: name + ".csv", Name: name}, strings.NewReader(file))
	require.NoError(t, err)
	return shop.ShopOverview
}

// products is a file with products of these numbers.
func products(from, to int) string {
	var b strings.Builder
	b.WriteString("Handle,Title\n")
	for i := from; i < to; i++ {
		fmt.Fprintf(&b, "p%d,Product %d\n", i, i)
	}
	return b.String()
}

func TestRenamesAShop(t *testing.T) {
	s, _, _, _ := newDesk(t) //nolint:dogsled // a file needs neither network nor key
	shop := addFile(t, s, "products_export_1", products(0, 1))
	addFile(t, s, "Belfrie", products(0, 1))
	renamed, err := s.Rename(bg, "products_export_1", "  Ostra Garden ")
	require.NoError(t, err)
	require.Equal(t, shop.ID, renamed.ID)
	require.Equal(t, "Ostra Garden", renamed.Name)
	renamed, err = s.Rename(bg, "ostra garden", "OSTRA Garden")
	require.NoError(t, err, "its own name in other letters")
	require.Equal(t, "OSTRA Garden", renamed.Name)
	for name, code := range map[string]galley.Code{"BELFRIE": galley.CodeInvalidInput, " ": galley.CodeInvalidInput, "two\nlines": galley.CodeInvalidInput} {
		_, err := s.Rename(bg, "OSTRA Garden", name)
		require.Equal(t, code, galley.CodeOf(err), name)
	}
	_, err = s.Rename(bg, "gone", "New")
	require.Equal(t, galley.CodeNotFound, galley.CodeOf(err))
	demo, err := s.AddDemo(bg)
	require.NoError(t, err)
	_, err = s.Rename(bg, "demo", "Trial")
	require.NoError(t, err)
	again, err := s.AddDemo(bg)
	require.NoError(t, err)
	require.Equal(t, demo.ID, again.ID)
}

func TestReplacesTheFileOfAShop(t *testing.T) {
	s, _, _, st := newDesk(t)
	shop := addFile(t, s, "Range", products(0, 10))
	newer := strings.NewReader(products(1, 12))
	preview, err := s.PreviewReplacement(bg, "Range", shops.NewFile{File: "/downloads/november.csv"}, newer)
	require.NoError(t, err)
	require.Equal(t, 9, preview.Matched)
	require.Equal(t, 2, preview.Added)
	require.Equal(t, 1, preview.Gone)
	require.Equal(t, "p0", preview.GoneProducts[0].Handle)
	require.False(t, preview.Asks)
	require.Zero(t, run(t, st, shop.ID), "a preview changes nothing")

	done, err := s.Replace(bg, "Range", shops.NewFile{File: "/downloads/november.csv"}, newer, preview.Plan)
	require.NoError(t, err)
	require.Equal(t, preview, done)
	require.Equal(t, 1, run(t, st, shop.ID))
	now, err := s.Get(bg, "Range")
	require.NoError(t, err)
	require.Equal(t, "november.csv", now.Domain)

	_, err = s.Replace(bg, "Range", shops.NewFile{File: "november.csv"}, newer, preview.Plan)
	require.Equal(t, galley.CodeChanged, galley.CodeOf(err), "a plan is confirmed once")
	require.Equal(t, 1, run(t, st, shop.ID))
}

func run(t *testing.T, st *store.Store, id galley.ShopID) int {
	t.Helper()
	n, err := st.FileRun(bg, id)
	require.NoError(t, err)
	return n
}

func TestFileOfAnotherShopAsks(t *testing.T) {
	s, _, _, _ := newDesk(t) //nolint:dogsled // a file needs neither network nor key
	addFile(t, s, "Range", products(0, 100))
	for name, test := range map[string]struct {
		file string
		gone int
		asks bool
	}{
		"another shop":       {products(500, 600), 100, true},
		"half of it":         {products(0, 50), 50, true},
		"more than 5 %":      {products(0, 94), 6, true},
		"few":                {products(0, 96), 4, false},
		"the same file":      {products(0, 100), 0, false},
		"more than there is": {products(0, 300), 0, false},
	} {
		preview, err := s.PreviewReplacement(bg, "Range", shops.NewFile{File: "newer.csv"}, strings.NewReader(test.file))
		require.NoError(t, err, name)
		require.Equal(t, test.gone, preview.Gone, name)
		require.Equal(t, test.asks, preview.Asks, name)
		require.Len(t, preview.GoneProducts, test.gone, name)
	}
}

func TestReplacementIsRefused(t *testing.T) {
	s, _, _, st := newDesk(t)
	shop := addFile(t, s, "Range", products(0, 3))
	_, err := s.AddDemo(bg)
	require.NoError(t, err)
	file := strings.NewReader(products(0, 4))
	_, err = s.PreviewReplacement(bg, "demo", shops.NewFile{File: "newer.csv"}, file)
	require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(err), "a shop without a file")
	_, err = s.PreviewReplacement(bg, "gone", shops.NewFile{File: "newer.csv"}, file)
	require.Equal(t, galley.CodeNotFound, galley.CodeOf(err))
	_, err = s.PreviewReplacement(bg, "Range", shops.NewFile{File: "letter.csv"}, strings.NewReader("Dear editor"))
	require.Equal(t, galley.CodeInvalidFile, galley.CodeOf(err))
	preview, err := s.PreviewReplacement(bg, "Range", shops.NewFile{File: "newer.csv"}, file)
	require.NoError(t, err)

	_, err = s.Replace(bg, "Range", shops.NewFile{File: "newer.csv"}, strings.NewReader(products(0, 5)), preview.Plan)
	require.Equal(t, galley.CodeChanged, galley.CodeOf(err), "the file changed since")
	for _, name := range []string{"outbox:", "sync:"} {
		taken, err := st.TakeLease(bg, name+string(shop.ID), "another", time.Minute)
		require.NoError(t, err)
		require.True(t, taken)
		_, err = s.Replace(bg, "Range", shops.NewFile{File: "newer.csv"}, file, preview.Plan)
		require.Equal(t, galley.CodeBusy, galley.CodeOf(err), name)
		require.NoError(t, st.DropLease(bg, name+string(shop.ID), "another"))
	}
	require.Zero(t, run(t, st, shop.ID))
	_, err = s.Replace(bg, "Range", shops.NewFile{File: "newer.csv"}, file, preview.Plan)
	require.NoError(t, err, "nothing was lost, and all leases are free again")
}
