package fileshop_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/fileshop"
	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/store"
	"galley/backend/store/storetest"
)

const header = "Handle,Title,Body (HTML),SEO Title,Image Src,Image Position,Image Alt Text\n"

// shelf is a file shop in a library, with the local copy of a first sync.
type shelf struct {
	t       *testing.T
	store   *store.Store
	library fileshop.Library
}

func newShelf(t *testing.T, file string) shelf {
	t.Helper()
	s := storetest.Open(t, galleytest.NewClock())
	require.NoError(t, s.AddShop(bg, galley.Shop{ID: "f1", Name: "Range", Kind: galley.ShopFile}))
	sh := shelf{t, s, fileshop.Library{Folder: filepath.Join(t.TempDir(), "files"), Texts: s}}
	_, err := sh.library.Keep("f1", "range.csv", strings.NewReader(file), "")
	require.NoError(t, err)
	sh.sync()
	return sh
}

func (s shelf) client() *fileshop.Client {
	s.t.Helper()
	c, err := s.library.Client(bg, "f1")
	require.NoError(s.t, err)
	return c
}

// sync brings the local copy up to date.
func (s shelf) sync() {
	s.t.Helper()
	page, err := s.client().Products(bg, "")
	require.NoError(s.t, err)
	run, _, err := s.store.BeginSync(bg, "f1", storetest.SyncLease(s.t, s.store, "f1"))
	require.NoError(s.t, err)
	require.NoError(s.t, s.store.SavePage(bg, "f1", run, page))
	_, err = s.store.FinishSync(bg, "f1", run)
	require.NoError(s.t, err)
}

func (s shelf) compare(file string) galley.FileChange {
	s.t.Helper()
	change, err := s.library.Compare(bg, "f1", "newer.csv", strings.NewReader(file), "")
	require.NoError(s.t, err)
	return change
}

// replace has the file take the place of the present one, without a sync.
func (s shelf) replace(file string) galley.FileChange {
	s.t.Helper()
	change := s.compare(file)
	require.NoError(s.t, s.library.KeepNext("f1", change.Run+1, strings.NewReader(file), ""))
	require.NoError(s.t, s.store.ReplaceFile(bg, "f1", "newer.csv", change))
	return change
}

func TestNewerFileIsMatchedByHandle(t *testing.T) {
	s := newShelf(t, header+"lamp,Lamp,,,,,\nmug,Mug,,,,,\nrug,Rug,,,,,\n")
	change := s.compare(header + "rug,Rug,,,,,\nvase,Vase,,,,,\nlamp,Lamp 2,,,,,\n")
	require.Equal(t, 3, change.Products)
	require.Equal(t, 3, change.Known)
	require.Equal(t, 2, change.Matched)
	require.Equal(t, []galley.ProductRef{{ID: "gid://galley/Product/mug", Handle: "mug", Title: "Mug"}}, change.Gone)
	require.Empty(t, change.Settled)
}

// What was published and is in the newer file was imported; what the file has
// as before waits for the import; another text counts.
func TestNewerFileSettlesPublishedTexts(t *testing.T) {
	const before = header + "imported,A,,Old,,,\nwaiting,B,,Old,,,\nchanged,C,,Old,,,\ngone,D,,Old,,,\nundone,E,,Old,,,\ntidied,F,<p>Old.</p>,,,,\n"
	s := newShelf(t, before)
	c := s.client()
	for _, handle := range []string{"imported", "waiting", "changed", "gone", "undone"} {
		write(t, c, galley.FieldSEOTitle, handle, "", "New")
	}
	write(t, c, galley.FieldSEOTitle, "undone", "", "Old")
	write(t, c, galley.FieldDescription, "tidied", "", "<p>New. </p>")

	change := s.replace(header + "imported,A,,New,,,\nwaiting,B,,Old,,,\nchanged,C,,Theirs,,,\nundone,E,,Old,,,\ntidied,F,<p>New.</p>,,,,\n")
	require.Equal(t, 2, change.Imported)
	require.Equal(t, 1, change.Waiting)
	require.Equal(t, 1, change.Changed)
	file, n := export(t, s.client())
	require.Equal(t, 1, n)
	require.Equal(t, "Handle,Title,SEO Title\nwaiting,B,New\n", string(file))
	page, err := s.client().Products(bg, "")
	require.NoError(t, err)
	require.Equal(t, galley.Text("Theirs"), page.Products[2].SEOTitle, "never overwritten silently")
}

func TestMissingColumnSettlesNothing(t *testing.T) {
	s := newShelf(t, header+"lamp,Lamp,,Old,,,\n")
	write(t, s.client(), galley.FieldSEOTitle, "lamp", "", "New")
	change := s.replace("Handle,Title\nlamp,Lamp\n")
	require.Zero(t, change.Imported+change.Waiting+change.Changed)
	kept, err := s.store.FileText(bg, "f1", galley.FieldSEOTitle, "gid://galley/Product/lamp")
	require.NoError(t, err)
	require.Equal(t, galley.Text("New"), *kept, "unknown is not empty")
	require.Equal(t, 1, s.replace(header+"lamp,Lamp,,Theirs,,,\n").Changed, "what was there before is not known: the file counts")
}

// A draft for a picture is never written to another one, wherever pictures move.
func TestPicturesKeepTheirIDs(t *testing.T) {
	const cdn = "https://cdn.example/"
	rows := func(addresses ...string) string {
		var b strings.Builder
		b.WriteString(header)
		for i, a := range addresses {
			b.WriteString("lamp," + []string{"Lamp", ""}[min(i, 1)] + ",,," + cdn + a + ",,\n")
		}
		return b.String()
	}
	ids := func(s shelf) map[string]string {
		page, err := s.client().Products(bg, "")
		require.NoError(t, err)
		found := map[string]string{}
		for _, img := range page.Products[0].Images {
			found[strings.TrimPrefix(img.URL, cdn)] = strings.TrimPrefix(img.ID, "gid://galley/Image/lamp/")
		}
		return found
	}
	s := newShelf(t, rows("a.png?v=1", "b.png?v=1", "c.png"))
	require.Equal(t, "1", ids(s)["a.png?v=1"])

	s.replace(rows("new.png", "c.png", "b.png?v=2", "a.png?v=1"))
	moved := ids(s)
	require.Equal(t, "1", moved["a.png?v=1"])
	require.Equal(t, "2", moved["b.png?v=2"], "Shopify changes the version when a picture is edited")
	require.Equal(t, "3", moved["c.png"])
	require.Contains(t, moved["new.png"], "at-", "never the id of a picture that was")
	s.sync()
	require.Equal(t, moved, ids(s), "the same with every reading")

	s.replace(rows("other.png", "new.png"))
	again := ids(s)
	require.Equal(t, moved["new.png"], again["new.png"])
	require.NotContains(t, moved, "other.png")
	s.sync()
	s.replace(rows("a.png?v=1", "new.png"))
	back := ids(s)
	require.Equal(t, moved["new.png"], back["new.png"])
	require.NotEqual(t, again["other.png"], back["a.png?v=1"])
}

func TestLibraryKeepsThePresentFileAndTheOneBefore(t *testing.T) {
	s := newShelf(t, header+"lamp,Lamp,,,,,\n")
	for run := range 3 {
		s.replace(header + "lamp,Lamp,,,,,\n")
		require.NoError(t, s.library.Forget("f1", run))
	}
	entries, err := os.ReadDir(s.library.Folder)
	require.NoError(t, err)
	require.Len(t, entries, 2)
	require.FileExists(t, s.library.Path("f1", 3))
	require.FileExists(t, s.library.Path("f1", 2))
	require.NoError(t, os.WriteFile(filepath.Join(s.library.Folder, "f10.csv"), nil, 0o600))
	require.NoError(t, s.library.Remove("f1"))
	entries, err = os.ReadDir(s.library.Folder)
	require.NoError(t, err)
	require.Len(t, entries, 1, "another shop's")
}

func TestFieldWithoutColumnIsNotPublished(t *testing.T) {
	s := newShelf(t, "Handle,Title\nlamp,Lamp\n")
	c := s.client()
	target := galley.ProductTarget("gid://galley/Product/lamp")
	_, err := galleytest.WriteField(bg, c, galley.FieldSEOTitle, target, galley.Text("New"))
	require.Equal(t, galley.CodeShopRefused, galley.CodeOf(err))
	require.Contains(t, galley.MessageOf(err), "no column for the SEO title")
	_, err = galleytest.WriteField(bg, c, galley.FieldSEOTitle, target, galley.Null())
	require.NoError(t, err, "what the file has can always be put back")
	_, n := export(t, c)
	require.Zero(t, n)
}

func TestExportWithoutTitlesIsRefused(t *testing.T) {
	s := newShelf(t, "Handle,SEO Title\nlamp,Old\n")
	_, err := s.client().Export(bg, 1000)
	require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(err))
	require.Contains(t, galley.MessageOf(err), "no Title column")
}

// The kept file is a file: something else may change it while Galley is open.
func TestExportOfAChangedFileIsRefused(t *testing.T) {
	s := newShelf(t, header+"lamp,Lamp,,Old,,,\nmug,Mug,,,,,\n")
	c := s.client()
	write(t, c, galley.FieldSEOTitle, "lamp", "", "New")
	path := s.library.Path("f1", 0)
	require.NoError(t, os.WriteFile(path, []byte(header+"mug,Mug,,,,,\n"), 0o600))
	_, err := c.Export(bg, 1000)
	require.Equal(t, galley.CodeStorage, galley.CodeOf(err))
	require.NoError(t, os.Remove(path))
	_, err = c.Export(bg, 1000)
	require.Equal(t, galley.CodeStorage, galley.CodeOf(err))
}

// counting counts readings of all texts of a field.
type counting struct {
	fileshop.Texts
	all int
}

func (c *counting) FileTexts(ctx context.Context, shop galley.ShopID, f galley.Field) (map[string]galley.Value, error) {
	c.all++
	return c.Texts.FileTexts(ctx, shop, f)
}

// A publication costs as much with a hundred thousand published texts as with
// none: it reads its own place alone.
func TestWriteReadsOnlyItsPlace(t *testing.T) {
	s := newShelf(t, header+"lamp,Lamp,,Old,,,\n")
	texts := &counting{Texts: s.store}
	s.library.Texts = texts
	write(t, s.client(), galley.FieldSEOTitle, "lamp", "", "New")
	require.Zero(t, texts.all)
}
