package publishing_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/store/storetest"
)

func TestPutBackConfirmsItsPlanOnce(t *testing.T) {
	d := newDesk(t, 2, galley.FieldTitle)
	d.publish()
	d.shop.Put(galley.FieldTitle, d.item(1).Target(), galley.Text("Theirs"))
	d.sync()
	plan, err := d.PlanPutBack(bg, d.item(1).Changed.Seen())
	require.NoError(t, err)
	require.Equal(t, "Theirs", plan.Change.OnShop.Text)
	require.Equal(t, galley.Published, d.item(1).PublishState, "a plan queues nothing")

	done, err := d.PutBack(bg, plan.Plan)
	require.NoError(t, err)
	require.Equal(t, 1, done.Count)
	done, err = d.PutBack(bg, plan.Plan)
	require.NoError(t, err)
	require.True(t, done.Again)
	require.NoError(t, d.send())
	run, err := d.Run(bg, plan.Plan)
	require.NoError(t, err)
	require.Equal(t, galley.PlanToPutBack, run.Kind)
	require.Equal(t, 1, run.Total)
	require.Equal(t, 1, run.Published)
}

func TestPutBackLeavesOutWhatChangedSinceItsPlan(t *testing.T) {
	for name, change := range map[string]func(*desk, galley.SeenChange){
		"another text on the shop": func(d *desk, _ galley.SeenChange) {
			d.shop.Put(galley.FieldTitle, d.item(1).Target(), galley.Text("Theirs, again"))
			d.sync()
		},
		"the published text again": func(d *desk, _ galley.SeenChange) {
			d.shop.Put(galley.FieldTitle, d.item(1).Target(), galley.Text(d.item(1).Content))
			d.sync()
		},
		"taken over": func(d *desk, seen galley.SeenChange) {
			require.NoError(d.t, d.store.TakeOver(bg, seen, galley.Report{}, "Ada"))
		},
		"queued by another plan": func(d *desk, seen galley.SeenChange) { require.NoError(d.t, d.putBack(seen)) },
	} {
		t.Run(name, func(t *testing.T) {
			clock := galleytest.NewClock()
			d := newDeskAt(t, clock, 2, galley.FieldTitle)
			d.publish()
			d.shop.Put(galley.FieldTitle, d.item(1).Target(), galley.Text("Theirs"))
			d.sync()
			seen := d.item(1).Changed.Seen()
			plan, err := d.PlanPutBack(bg, seen)
			require.NoError(t, err)
			clock.Advance(time.Minute)
			change(d, seen)
			done, err := d.PutBack(bg, plan.Plan)
			require.NoError(t, err)
			require.Zero(t, done.Count)
			require.Len(t, done.Left, 1)
			require.Equal(t, d.item(1).Product, done.Left[0].Product)
			require.Equal(t, galley.CodeChanged, done.Left[0].Reason.Code)
		})
	}
}

// TestHeldPlanTakesOnlyWhatItNames: what was held after the plan was made stays
// held, and what was decided in the meantime is left out and named.
func TestHeldPlanTakesOnlyWhatItNames(t *testing.T) {
	for _, release := range []bool{true, false} {
		d := newDesk(t, 3, galley.FieldTitle)
		_, _, err := d.PublishNow(bg, galley.PublishRequest{JobID: d.job, Items: d.at(1, 2)})
		require.NoError(t, err)
		d.holdAll()
		planHeld, settle := d.PlanWithdraw, d.WithdrawHeld
		if release {
			planHeld, settle = d.PlanRelease, d.ReleaseHeld
		}
		plan, err := planHeld(bg, galley.HeldRequest{JobID: d.job})
		require.NoError(t, err)
		require.Equal(t, 2, plan.Publications)

		_, _, err = d.PublishNow(bg, galley.PublishRequest{JobID: d.job, Items: d.at(3)})
		require.NoError(t, err)
		storetest.Exec(t, d.store, "UPDATE publications SET held = 0 WHERE seq = (SELECT min(seq) FROM publications)")
		storetest.Exec(t, d.store, "UPDATE publications SET held = 1 WHERE seq = (SELECT max(seq) FROM publications)")
		done, err := settle(bg, plan.Plan)
		require.NoError(t, err)
		require.Equal(t, 1, done.Count)
		require.Len(t, done.Left, 1)
		require.Equal(t, d.item(1).Product, done.Left[0].Product)
		held, err := d.Held(bg)
		require.NoError(t, err)
		require.Equal(t, 1, held.Outbox[0].Waiting, "the third text was not in the plan")
		if !release {
			continue
		}
		require.NoError(t, d.send())
		run, err := d.Run(bg, plan.Plan)
		require.NoError(t, err)
		require.Equal(t, 1, run.Published, "released texts belong to the plan that released them")
	}
}

func TestUseMineLeavesOutAConflictThatShowsAnotherText(t *testing.T) {
	d := newDesk(t, 1, galley.FieldTitle)
	d.shop.Put(galley.FieldTitle, d.item(1).Target(), galley.Text("Theirs"))
	d.publish()
	require.Equal(t, galley.PublishConflict, d.item(1).PublishState)
	at := d.at(1)
	at[0].OnShop = d.item(1).OnShop

	storetest.Exec(t, d.store, "UPDATE items SET on_shop = 'Theirs, again'")
	useMine := galley.PublishRequest{JobID: d.job, Items: at, Overwrite: true}
	plan, err := d.Plan(bg, useMine)
	require.NoError(t, err)
	require.Zero(t, plan.Count)
	require.Equal(t, 1, plan.Left.Changed)
	require.Equal(t, galley.CodeShopChanged, plan.Changed[0].Reason.Code)

	at[0].OnShop = d.item(1).OnShop
	plan, err = d.Plan(bg, useMine)
	require.NoError(t, err)
	require.Equal(t, 1, plan.Count)
}

// TestOverwriteLeavesOutAConflictThatChangedAfterItsPlan: a plan keeps the text
// of the shop that the conflict showed.
func TestOverwriteLeavesOutAConflictThatChangedAfterItsPlan(t *testing.T) {
	d := newDesk(t, 2, galley.FieldTitle)
	for pos := 1; pos <= 2; pos++ {
		d.shop.Put(galley.FieldTitle, d.item(pos).Target(), galley.Text("Theirs"))
	}
	d.publish()
	plan, err := d.Plan(bg, galley.PublishRequest{JobID: d.job, ItemIDs: []galley.ItemID{d.item(1).ID, d.item(2).ID}, Overwrite: true})
	require.NoError(t, err)
	require.Equal(t, 2, plan.Count)

	storetest.Exec(t, d.store, "UPDATE items SET on_shop = 'Theirs, again' WHERE position = 2")
	d.shop.Put(galley.FieldTitle, d.item(2).Target(), galley.Text("Theirs, again"))
	done, err := d.Publish(bg, plan.Plan)
	require.NoError(t, err)
	require.Equal(t, 1, done.Count)
	require.Len(t, done.Left, 1)
	require.Equal(t, d.item(2).ID, done.Left[0].ItemID)
	require.NoError(t, d.send())
	require.Equal(t, d.item(1).Content, d.shop.Value(galley.FieldTitle, d.item(1).Target()).Text)
	require.Equal(t, galley.Text("Theirs, again"), d.shop.Value(galley.FieldTitle, d.item(2).Target()))
	require.Equal(t, galley.PublishConflict, d.item(2).PublishState)
}

// TestOverwriteReplacesOnlyTheTextThatTheConflictShowed: the shop got another
// text after the confirmation, before the write.
func TestOverwriteReplacesOnlyTheTextThatTheConflictShowed(t *testing.T) {
	d := newDesk(t, 1, galley.FieldTitle)
	target := d.item(1).Target()
	d.shop.Put(galley.FieldTitle, target, galley.Text("Theirs"))
	d.publish()
	_, done, err := d.PublishNow(bg, galley.PublishRequest{JobID: d.job, ItemIDs: []galley.ItemID{d.item(1).ID}, Overwrite: true})
	require.NoError(t, err)
	require.Equal(t, 1, done.Count)
	d.shop.Put(galley.FieldTitle, target, galley.Text("Theirs, again"))
	require.NoError(t, d.send())
	require.Equal(t, galley.Text("Theirs, again"), d.shop.Value(galley.FieldTitle, target))
	require.Equal(t, galley.PublishConflict, d.item(1).PublishState)
	require.Equal(t, "Theirs, again", d.item(1).OnShop.Text)
}
