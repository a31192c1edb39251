package crashtest

import (
	"maps"
	"os"
	"path/filepath"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/failpoint"
	domain "galley/backend/galley"
	"galley/backend/store"
)

// rotate kills the program while a new copy takes the place of older ones.
func (c *course) rotate() {
	c.t.Helper()
	path := filepath.Join(c.home, store.FileName)
	yesterday := time.Now().Add(-25 * time.Hour)
	require.NoError(c.t, os.Chtimes(store.CopyPath(path, 1), yesterday, yesterday))
	c.stretch(work, []death{{at: failpoint.CopyMoving, nth: 1}, {at: failpoint.CopyRotating, nth: 1}}, nil)
	copies := store.Copies(path)
	require.Len(c.t, copies, 2, "yesterday's and today's")
	for _, copied := range copies {
		l := lookInto(c.t, copied.Path)
		l.sound()
		require.Equal(c.t, items, l.number("SELECT count(*) FROM items"))
		l.close()
	}
}

// restore queues drafts, copies the data file, and then withdraws, rejects,
// publishes and undoes some of them. The file is damaged, and the program is
// killed while it puts the copy in place, holds what it has queued, and carries
// out a person's decision on it. Nothing is sent before that decision.
func (c *course) restore() {
	c.t.Helper()
	item := func(n string) string { return string(c.job) + "/" + n }
	some := []string{"--item", item("1"), "--item", item("2"), "--item", item("3"), "--item", item("4")}
	c.run(nil, "", append([]string{"publish", string(c.job)}, some...)...)
	c.copyNow()
	c.run(nil, "", "job", "withdraw", string(c.job))
	c.run(nil, "", "item", "reject", item("1"))
	c.run(nil, "", "publish", string(c.job), "--item", item("3"), "--item", item("4"), "--wait")
	c.run(nil, "", "undo", string(c.job), "--item", item("3"), "--wait")
	c.shop.takeWrites()
	since := c.shop.descriptions()
	require.NotEqual(c.t, c.before, since)

	require.NoError(c.t, os.Truncate(filepath.Join(c.home, store.FileName), 100))
	unchanged := func(d death, args ...string) {
		require.True(c.t, c.dies(d, args...), "%s", d)
		c.deaths.add(d)
		require.Empty(c.t, c.shop.takeWrites(), "after %s", d)
		require.Equal(c.t, since, c.shop.descriptions(), "after %s", d)
	}
	for _, at := range []failpoint.Point{failpoint.RestoreReady, failpoint.RestoreAside, failpoint.RestorePut} {
		unchanged(death{at: at, nth: 1}, "doctor", "--restore")
	}
	for _, at := range []failpoint.Point{failpoint.Holding, failpoint.Held} {
		unchanged(death{at: at, nth: 1}, work...)
	}
	c.says("4 queued texts and 0 jobs of that time are held", work...)
	c.seen = progress{} // the copy is older
	c.settleHeld(unchanged, since)
}

// settleHeld releases what is held, or withdraws it.
func (c *course) settleHeld(unchanged func(death, ...string), since map[string]string) {
	c.t.Helper()
	held, want := []string{"held", "withdraw", "--all"}, since
	release := c.dice.IntN(2) == 0
	if release {
		held = []string{"held", "publish", "--all"}
		l := c.look()
		want = maps.Clone(c.before)
		maps.Copy(want, l.texts("SELECT place_id, content FROM items WHERE position <= 4"))
		l.close()
	}
	unchanged(death{at: failpoint.HeldSettling, nth: 1}, held...)
	c.says("4 queued texts and 0 jobs of that time are held", work...)
	c.run(nil, "", held...)
	c.end(work)
	require.Equal(c.t, want, c.shop.descriptions())
	if release {
		c.compare()
		require.Equal(c.t, 4, c.show().Counts.Published)
		c.shop.takeWrites()
		c.run(nil, "", "undo", string(c.job), "--wait")
		require.Equal(c.t, c.before, c.shop.descriptions(), "byte for byte")
	}
	c.shop.takeWrites()
}

// remove kills the program while it removes the shop, with texts on the shop,
// queued texts and a queued job. The ledger keeps what was written, and the
// sign-in does not outlive the shop.
func (c *course) remove() {
	c.t.Helper()
	item := func(n string) string { return string(c.job) + "/" + n }
	c.run(nil, "", "publish", string(c.job), "--item", item("5"), "--item", item("6"), "--wait")
	c.run(nil, "", "publish", string(c.job), "--item", item("7"), "--item", item("8"))
	c.run(nil, "", "job", "create", c.id, "--field", "title", "--all", "--strategy", "publish")
	c.shop.takeWrites()
	published := c.shop.descriptions()
	for _, at := range []failpoint.Point{failpoint.ShopStopped, failpoint.ShopRemoved} {
		d := death{at: at, nth: 1}
		require.True(c.t, c.dies(d, "shop", "remove", c.id), "%s", d)
		c.deaths.add(d)
		c.end(work)
		require.Empty(c.t, c.shop.takeWrites(), "after %s", d)
	}
	c.run(nil, "", "doctor")
	require.Equal(c.t, published, c.shop.descriptions())
	var shops []domain.Shop
	c.run(&shops, "", "shop", "list")
	require.Empty(c.t, shops)
	_, err := c.vault().Get(domain.ShopSecret(domain.ShopID(c.id)))
	require.Equal(c.t, domain.CodeNotFound, domain.CodeOf(err), "the sign-in has gone with its shop")
	l := c.look()
	defer l.close()
	l.sound()
	l.legal()
	for id, text := range published {
		if text != c.before[id] {
			require.Positive(c.t, l.number("SELECT count(*) FROM ledger WHERE place_id = ? AND after = ?", id, text), "%s is in no entry of the ledger", id)
		}
	}
}
