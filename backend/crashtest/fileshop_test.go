package crashtest

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/stretchr/testify/require"

	"galley/backend/failpoint"
	domain "galley/backend/galley"
	service "galley/backend/products"
)

// fileProducts is how many products the file of a file shop has.
const fileProducts = 80

// partly is the exit code of a command some of whose items failed.
const partly = 4

// fileOf is a product export. Products have numbers, and each its old title for
// search engines.
func fileOf(from, to int) string {
	var b strings.Builder
	b.WriteString("Handle,Title,Body (HTML),Vendor,SEO Title\n")
	for i := from; i < to; i++ {
		fmt.Fprintf(&b, "lamp-%d,Oak lamp %d,<p>A lamp of oak.</p>,Kiln,Old %d\n", i, i, i)
	}
	return b.String()
}

// fileShop kills the program, on a home of its own, while it publishes to a shop
// that is a file, while a newer export takes the place of that file, and while
// texts are exported. After each kill each text that counts as published is in
// the shop, with an entry in the ledger, and no export is half.
func (c *course) fileShop() {
	c.t.Helper()
	galley{t: c.t, home: c.t.TempDir()}.killFileShop(c.deaths)
}

func (g galley) killFileShop(deaths *tally) {
	folder := g.t.TempDir()
	first, newer, out := filepath.Join(folder, "october.csv"), filepath.Join(folder, "november.csv"), filepath.Join(folder, "texts.csv")
	require.NoError(g.t, os.WriteFile(first, []byte(fileOf(0, fileProducts)), 0o600))
	require.NoError(g.t, os.WriteFile(newer, []byte(fileOf(1, fileProducts+2)), 0o600))
	g.run(nil, "", "shop", "add", "file", first, "--name", "Range")
	g.run(nil, "", "sync", "Range")
	var job domain.Job
	g.run(&job, "", "job", "create", "Range", "--field", "seo_title", "--all", "--wait")
	publish := []string{"publish", string(job.ID)}
	for i := range fileProducts { // by name, since their titles are alike
		publish = append(publish, "--item", fmt.Sprintf("%s/%d", job.ID, i+1))
	}
	g.run(nil, "", publish...)

	for _, at := range []failpoint.Point{
		failpoint.ShopRead, failpoint.SendStarted, failpoint.SendWritten, failpoint.SendReadBack, failpoint.SendSettling, failpoint.SendSettled,
	} {
		d := death{at: at, nth: 8} // later texts each time: one that is interrupted three times is given up
		require.True(g.t, g.dies(d, work...), "%s", at)
		deaths.add(d)
		g.compareFileShop()
	}
	if code := g.try("", work...).code; code != 0 {
		// On a busy machine one text may be under way at three of the kills. It is given up, and a person
		// sends it again.
		require.Equal(g.t, partly, code)
		g.try("", publish...)
		require.Zero(g.t, g.try("", work...).code)
	}
	g.compareFileShop()
	l := g.look()
	require.Equal(g.t, fileProducts, l.number("SELECT count(*) FROM items WHERE publish_state = 'published'"))
	require.Equal(g.t, fileProducts, l.number("SELECT count(*) FROM ledger WHERE result = 'written'"), "each once")
	l.close()

	exported := g.exportUnderKills(out, deaths)
	for _, at := range []failpoint.Point{failpoint.FileKept, failpoint.FileReplaced} {
		d := death{at: at, nth: 1}
		require.True(g.t, g.dies(d, "shop", "replace", "Range", newer), "%s", at)
		deaths.add(d)
		g.compareFileShop()
		run := 0
		if at == failpoint.FileReplaced {
			run = 1
		}
		l := g.look()
		require.Equal(g.t, run, l.number("SELECT file_run FROM shops"), "after %s", at)
		l.close()
		require.Equal(g.t, run == 0, strings.Contains(g.export(out), "lamp-0,"))
	}
	g.run(nil, "", "sync", "Range")
	_, without, _ := strings.Cut(exported, "\n")
	_, without, _ = strings.Cut(without, "\n")
	_, now, _ := strings.Cut(g.export(out), "\n")
	require.Equal(g.t, without, now, "what was published and is not imported stays in the export, but for the product that is gone")
	g.run(nil, "", "shop", "remove", "Range")
	kept, err := os.ReadDir(filepath.Join(g.home, "files"))
	require.NoError(g.t, err)
	require.Empty(g.t, kept)
}

// compareFileShop compares the data file with itself: texts of a file shop are
// in it.
func (g galley) compareFileShop() {
	g.t.Helper()
	l := g.look()
	defer l.close()
	l.sound()
	l.legal()
	require.Zero(g.t, l.number(`SELECT count(*) FROM publications p WHERE p.state = 'published' AND NOT EXISTS (
		SELECT 1 FROM file_texts f WHERE f.place_id = p.place_id AND f.field = p.field AND f.value = p.live)`), "published, and not in the shop")
	require.Zero(g.t, l.number(`SELECT count(*) FROM file_texts f WHERE NOT EXISTS (
		SELECT 1 FROM publications p WHERE p.place_id = f.place_id AND p.state IN ('publishing', 'published') AND p.after = f.value)`), "in the shop, and not on record")
	require.Equal(g.t, l.number("SELECT count(*) FROM publications WHERE state = 'published'"), l.number("SELECT count(*) FROM ledger WHERE result = 'written'"))
}

func (g galley) export(out string) string {
	g.t.Helper()
	var done service.Exported
	g.run(&done, "", "export", "Range", out)
	text, err := os.ReadFile(out)
	require.NoError(g.t, err)
	require.Len(g.t, text, done.Files[0].Bytes)
	return string(text)
}

// exportUnderKills kills exports: the file is the one before, or whole.
func (g galley) exportUnderKills(out string, deaths *tally) string {
	g.t.Helper()
	whole := g.export(out)
	require.Equal(g.t, fileProducts+1, strings.Count(whole, "\n"))
	for _, before := range []string{"", "an earlier export\n"} {
		d := death{at: failpoint.ExportWritten, nth: 1}
		require.NoError(g.t, os.WriteFile(out, []byte(before), 0o600))
		require.True(g.t, g.dies(d, "export", "Range", out), "%s", d)
		deaths.add(d)
		text, err := os.ReadFile(out)
		require.NoError(g.t, err)
		require.Equal(g.t, before, string(text))
	}
	require.Equal(g.t, whole, g.export(out))
	return whole
}
