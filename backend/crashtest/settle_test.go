package crashtest

import (
	"maps"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/failpoint"
	domain "galley/backend/galley"
)

// desk is a home with one shop, and the template writer.
type desk struct {
	galley
	shop *shop
	id   string // the shop's
	job  domain.JobID
}

func newDesk(t *testing.T, products int) *desk {
	t.Helper()
	return newDeskIn(t, t.TempDir(), products)
}

func newDeskIn(t *testing.T, home string, products int) *desk {
	t.Helper()
	d := &desk{galley: galley{t: t, home: home}, shop: openShop(t, products, 0)}
	d.id = d.connect(d.shop)
	d.run(nil, "", "sync", d.id)
	return d
}

// write has a description written for each product.
func (d *desk) write() {
	d.t.Helper()
	var job domain.Job
	d.run(&job, "", "job", "create", d.id, "--field", "description", "--all")
	d.job = job.ID
	d.run(nil, "", work...)
}

// item is the first one of the job.
func (d *desk) item() domain.Item {
	d.t.Helper()
	var it domain.Item
	d.run(&it, "", "item", "show", string(domain.NewItemID(d.job, 1)))
	return it
}

const theirs = "<p>Somebody else wrote this.</p>"

// TestSettlesUnfinishedWriteByReading kills the program around a
// write, there and back again, and lets somebody else change the text before
// the next start, or not.
func TestSettlesUnfinishedWriteByReading(t *testing.T) {
	t.Parallel()
	const publish, undo = "publish", "undo"
	base := newDesk(t, 11) // a product for each case, and a copy of the home
	var all []struct{ ID, Handle string }
	base.run(&all, "", "product", "list", base.id)
	for name, c := range map[string]struct {
		do       string
		at       failpoint.Point
		meddle   bool
		clock    string // of the next start
		writes   int    // of Galley, in all
		conflict bool
	}{
		"not done":                            {do: publish, at: failpoint.SendStarted, writes: 1},
		"done":                                {do: publish, at: failpoint.SendWritten, writes: 1},
		"done, and read back":                 {do: publish, at: failpoint.SendReadBack, writes: 1},
		"not done, and changed":               {do: publish, at: failpoint.SendStarted, meddle: true, conflict: true},
		"done, and changed":                   {do: publish, at: failpoint.SendWritten, meddle: true, writes: 1, conflict: true},
		"done, and the clock is a day behind": {do: publish, at: failpoint.SendWritten, clock: "-24h", writes: 1},
		"not done, and the clock is ahead":    {do: publish, at: failpoint.SendStarted, clock: "24h", writes: 1},
		"undo: not done":                      {do: undo, at: failpoint.SendStarted, writes: 1},
		"undo: done":                          {do: undo, at: failpoint.SendWritten, writes: 1},
		"undo: not done, and changed":         {do: undo, at: failpoint.SendStarted, meddle: true, conflict: true},
		"undo: done, and changed":             {do: undo, at: failpoint.SendWritten, meddle: true, writes: 1, conflict: true},
	} {
		product := all[0]
		all = all[1:]
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d := &desk{galley: galley{t: t, home: t.TempDir()}, shop: base.shop, id: base.id}
			require.NoError(t, os.CopyFS(d.home, os.DirFS(base.home)))
			var job domain.Job
			d.run(&job, "", "job", "create", d.id, "--field", "description", "--handle", product.Handle, "--wait")
			d.job = job.ID
			it := d.item()
			text, missed, settled := it.Content, domain.PublishConflict, domain.Published
			want := map[string]int{}
			if c.do == undo {
				text, missed, settled = it.Original, domain.Published, domain.PublishUndone
				d.run(nil, "", "publish", string(d.job), "--wait")
				want[product.ID+" "+it.Content] = 1
			}
			if c.writes > 0 {
				want[product.ID+" "+text] = c.writes
			}
			require.True(t, d.dies(death{at: c.at, nth: 1}, c.do, string(d.job), "--wait"))
			if c.meddle {
				d.shop.put(product.ID, theirs)
			}
			restarted := d.galley
			if c.clock != "" {
				restarted = d.with(clockOff + "=" + c.clock)
			}
			e := restarted.try("", work...)
			require.Contains(t, []int{0, 4}, e.code, e.err)

			it = d.item()
			d.wrote(product.ID, want)
			if !c.conflict {
				require.Equal(t, settled, it.PublishState)
				require.Equal(t, text, d.shop.descriptions()[product.ID])
				return
			}
			require.Equal(t, missed, it.PublishState)
			require.Equal(t, domain.CodeShopChanged, it.Error.Code)
			require.Equal(t, theirs, d.shop.descriptions()[product.ID])
		})
	}
}

// wrote: Galley wrote exactly these texts to a product, each that many times,
// and the file is sound.
func (d *desk) wrote(product string, want map[string]int) {
	d.t.Helper()
	writes := d.shop.seenWrites()
	maps.DeleteFunc(writes, func(what string, _ int) bool { return !strings.HasPrefix(what, product+" ") })
	require.Equal(d.t, want, writes)
	l := d.look()
	defer l.close()
	l.sound()
	l.legal()
}

// TestJobContinuesWhenClockIsSetBack: leases of the killed process reach
// far into the future.
func TestJobContinuesWhenClockIsSetBack(t *testing.T) {
	t.Parallel()
	d := newDesk(t, 10)
	var job domain.Job
	d.run(&job, "", "job", "create", d.id, "--field", "description", "--all")
	require.True(t, d.dies(death{at: failpoint.JobAnswered, nth: 1}, work...))
	back := d.with(clockOff + "=" + (-48 * time.Hour).String())
	back.run(nil, "", work...)
	back.run(&job, "", "job", "show", string(job.ID))
	require.Equal(t, domain.JobCompleted, job.State)
	require.Equal(t, 10, job.Counts.Successful)
}
