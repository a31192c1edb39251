package crashtest

import (
	"maps"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	domain "galley/backend/galley"
	"galley/backend/store"
)

// tick is how often something is looked for that another process does.
const tick = 20 * time.Millisecond

// living lists the files of the processes that have the home open.
func (g galley) living() []string {
	found, err := filepath.Glob(filepath.Join(g.home, store.FileName+".*.alive"))
	require.NoError(g.t, err)
	return found
}

// TestTwoProcessesOnOneHome has commands do the main job while another process
// works the same home, and is killed and started again all the time.
func TestTwoProcessesOnOneHome(t *testing.T) {
	t.Parallel()
	d := &desk{galley: galley{t: t, home: t.TempDir()}, shop: openShop(t, 20, 10*time.Millisecond)}
	d.id = d.connect(d.shop)
	d.run(nil, "", "sync", d.id)
	before := d.shop.descriptions()
	stop, kills := d.unrest()
	var job domain.Job
	d.run(&job, "", "job", "create", d.id, "--field", "description", "--all", "--wait")
	d.job = job.ID
	require.Equal(t, 20, job.Counts.Successful)

	for range 3 {
		d.run(&job, "", "publish", string(job.ID), "--wait")
		require.Equal(t, 20, job.Counts.Published)
		once(t, d.shop.takeWrites(), 20)
		d.run(&job, "", "undo", string(job.ID), "--wait")
		require.Zero(t, job.Counts.Published)
		once(t, d.shop.takeWrites(), 20)
	}
	stop()
	require.True(t, maps.Equal(before, d.shop.descriptions()), "byte for byte")
	l := d.look()
	defer l.close()
	l.sound()
	l.legal()
	t.Logf("the other process was killed %d times", *kills)
	require.Positive(t, *kills)
}

// unrest works the home in another process that is killed again and again.
func (d *desk) unrest() (stop func(), kills *int) {
	ended := make(chan struct{})
	kills = new(int)
	var other sync.WaitGroup
	other.Go(func() {
		for {
			p := &process{Cmd: d.command("work")}
			if p.Start() != nil {
				return
			}
			over := false
			select {
			case <-ended:
				over = true
			case <-time.After(300 * time.Millisecond):
				*kills++
			}
			_ = p.Process.Kill()
			_ = p.Wait()
			if over {
				return
			}
		}
	})
	return func() { close(ended); other.Wait() }, kills
}

// TestTwoSyncsAtOnce: the second one says that there is one already.
func TestTwoSyncsAtOnce(t *testing.T) {
	t.Parallel()
	g := galley{t: t, home: t.TempDir()}
	s := openShop(t, 100, time.Second)
	id := g.connect(s)
	first := g.start("", "sync", id)
	require.Eventually(t, func() bool {
		var shops []domain.ShopOverview
		g.run(&shops, "", "shop", "list")
		return shops[0].Sync != nil
	}, tooLong, tick)
	g.says("is being synced already. Nothing was changed.", "sync", id)
	e := g.finish(first)
	require.Zero(t, e.code, e.err)
	var shops []domain.ShopOverview
	g.run(&shops, "", "shop", "list")
	require.Equal(t, 100, shops[0].ProductCount)
}
