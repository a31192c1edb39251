package crashtest

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	domain "galley/backend/galley"
	"galley/backend/store"
)

// copyNow makes a copy of the home's data file, as the day's first one is made.
func (g galley) copyNow() {
	g.t.Helper()
	path := filepath.Join(g.home, store.FileName)
	require.NoError(g.t, os.RemoveAll(store.CopyPath(path, 1)))
	s, err := store.Open(context.Background(), path, domain.SystemClock{})
	require.NoError(g.t, err)
	require.NoError(g.t, s.KeepCopy(context.Background()))
	require.NoError(g.t, s.Close())
}

// TestRestoredFileSendsNothingByItself restores a copy in which texts and a job
// were queued that have been withdrawn, rejected, published and undone since.
// Nothing is sent until a person releases it.
func TestRestoredFileSendsNothingByItself(t *testing.T) {
	t.Parallel()
	for name, restore := range map[string]func(g galley, path string){
		"by doctor --restore": func(g galley, path string) {
			require.NoError(g.t, os.Remove(path))
			g.says("galley doctor --restore puts that copy in its place", work...)
			e := g.try("", "doctor", "--restore")
			require.Zero(g.t, e.code, e.out+e.err)
			require.Contains(g.t, e.out, "4 queued texts and 1 job of that time are held")
			require.Contains(g.t, e.out, "in place of the missing file")
		},
		"by hand": func(g galley, path string) {
			content, err := os.ReadFile(store.CopyPath(path, 1))
			require.NoError(g.t, err)
			for _, of := range []string{"-wal", "-shm"} {
				_ = os.Remove(path + of)
			}
			require.NoError(g.t, os.WriteFile(path, content, 0o600))
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d := newDesk(t, 10)
			d.write()
			item := func(n string) string { return string(d.job) + "/" + n }
			d.run(nil, "", "publish", string(d.job), "--item", item("1"), "--item", item("2"), "--item", item("3"), "--item", item("4"))
			var queued domain.Job
			d.run(&queued, "", "job", "create", d.id, "--field", "title", "--all", "--strategy", "publish")
			d.copyNow()

			d.run(nil, "", "job", "cancel", string(queued.ID))
			d.run(nil, "", "job", "withdraw", string(d.job))
			d.run(nil, "", "item", "reject", item("1"))
			d.run(nil, "", "publish", string(d.job), "--item", item("3"), "--item", item("4"), "--wait")
			d.run(nil, "", "undo", string(d.job), "--item", item("3"), "--wait")
			d.shop.takeWrites()
			since := d.shop.descriptions()

			restore(d.galley, filepath.Join(d.home, store.FileName))
			d.says("4 queued texts and 1 job of that time are held", work...)
			require.Empty(t, d.shop.takeWrites(), "nothing went out by opening Galley")
			require.Equal(t, since, d.shop.descriptions())

			var held domain.Held
			d.run(&held, "", "held", "list")
			require.Len(t, held.Outbox, 1)
			require.Equal(t, d.job, held.Outbox[0].JobID)
			require.Equal(t, 4, held.Outbox[0].Waiting)
			require.Len(t, held.Jobs, 1)
			require.Equal(t, queued.ID, held.Jobs[0].JobID)
			require.Equal(t, 10, held.Jobs[0].Open)

			d.run(nil, "", "held", "withdraw", "--job", string(queued.ID))
			d.says("4 queued texts and 0 jobs of that time are held", work...)
			d.run(nil, "", "held", "withdraw", "--shop", d.id)
			d.run(nil, "", work...)
			require.Empty(t, d.shop.takeWrites())
			require.Equal(t, since, d.shop.descriptions())

			// Published texts are found on the shop, and undone texts are sent only when they are published
			// again.
			d.run(nil, "", "publish", string(d.job), "--item", item("4"), "--wait")
			require.Empty(t, d.shop.takeWrites())
			d.run(nil, "", "undo", string(d.job), "--item", item("4"), "--wait")
			require.Empty(t, d.shop.takeWrites(), "what was there before this write is not known any more")
		})
	}
}

// TestReleasedTextsGoOut: a person has seen them and said so.
func TestReleasedTextsGoOut(t *testing.T) {
	t.Parallel()
	d := newDesk(t, 10)
	d.write()
	d.run(nil, "", "publish", string(d.job))
	d.copyNow()
	require.NoError(t, os.Truncate(filepath.Join(d.home, store.FileName), 0))
	_ = os.Remove(filepath.Join(d.home, store.FileName+"-wal"))
	e := d.try("", "doctor", "--restore")
	require.Zero(t, e.code, e.out+e.err)

	d.says("10 queued texts and 0 jobs of that time are held", work...)
	require.Empty(t, d.shop.takeWrites())
	d.run(nil, "", "held", "publish", "--all")
	d.run(nil, "", work...)
	once(t, d.shop.takeWrites(), 10)
	e = d.try("", "held", "publish", "--all")
	require.Equal(t, 1, e.code)
	require.Contains(t, e.err, "Nothing of that is held.")
	d.run(nil, "", "doctor")
}
