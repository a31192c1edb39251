package publishing_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/store/storetest"
)

// holdAll holds everything queued, as after a restore.
func (d *desk) holdAll() {
	d.t.Helper()
	storetest.Exec(d.t, d.store, "UPDATE publications SET held = 1")
	storetest.Exec(d.t, d.store, "INSERT INTO restorations (at, copy_made_at) VALUES (1, 1)")
}

// TestReleasesTextsOfTheEditorByThemselves: neither the shop's other held texts
// nor another field is included.
func TestReleasesTextsOfTheEditorByThemselves(t *testing.T) {
	d := newDesk(t, 2, galley.FieldDescription)
	p := d.product("lamp-0000")
	_, err := d.SaveNow(bg, d.id, p.Handle, []galley.TextEdit{
		{Field: galley.FieldTitle, Expected: galley.Text(p.Title), Value: galley.Text("Orla lamp")},
		{Field: galley.FieldSEOTitle, Expected: p.SEOTitle, Value: galley.Text("Orla lamp | Aldermill")},
	})
	require.NoError(t, err)
	_, _, err = d.PublishNow(bg, galley.PublishRequest{JobID: d.job})
	require.NoError(t, err)
	d.holdAll()
	require.NoError(t, d.send())
	require.Empty(t, d.shop.Writes())

	held, err := d.Held(bg)
	require.NoError(t, err)
	require.Len(t, held.Outbox, 3)
	for _, req := range []galley.HeldRequest{{Editor: true}, {ShopID: d.id, Field: galley.FieldTitle}} {
		_, err = d.ReleaseHeldNow(bg, req)
		require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(err), "%+v names more than the editor's texts", req)
	}

	done, err := d.ReleaseHeldNow(bg, galley.HeldRequest{ShopID: d.id, Editor: true, Field: galley.FieldTitle})
	require.NoError(t, err)
	require.Equal(t, galley.HeldDone{Publications: 1, Left: []galley.LeftOut{}}, done)
	require.NoError(t, d.send())
	require.Len(t, d.shop.Writes(), 1)
	require.Equal(t, "Orla lamp", d.product("lamp-0000").Title)

	done, err = d.WithdrawHeldNow(bg, galley.HeldRequest{ShopID: d.id, Editor: true})
	require.NoError(t, err)
	require.Equal(t, galley.HeldDone{Publications: 1, Left: []galley.LeftOut{}}, done)
	held, err = d.Held(bg)
	require.NoError(t, err)
	require.Len(t, held.Outbox, 1)
	require.Equal(t, d.job, held.Outbox[0].JobID)
	require.Equal(t, 2, held.Outbox[0].Waiting)
}

// TestHeldPlanNamesWhatIsNoLongerHeld: a colleague released a text and resumed
// a job after they were listed, and another after the plan was made.
func TestHeldPlanNamesWhatIsNoLongerHeld(t *testing.T) {
	for _, release := range []bool{true, false} {
		d := newDesk(t, 3, galley.FieldTitle)
		_, _, err := d.PublishNow(bg, galley.PublishRequest{JobID: d.job})
		require.NoError(t, err)
		d.holdAll()
		second := d.written(galley.FieldSEOTitle)
		storetest.Exec(t, d.store, "DROP TRIGGER jobs_state_moves")
		storetest.Exec(t, d.store, "UPDATE jobs SET state = 'paused', finished_at = NULL, reason_code = 'restored'")
		held, err := d.Held(bg)
		require.NoError(t, err)
		listed := &galley.HeldListed{RestoredAt: held.RestoredAt, Publications: 3, Jobs: 2}

		release1 := func(n string) {
			storetest.Exec(t, d.store, "UPDATE publications SET held = 0 WHERE seq = (SELECT "+n+"(seq) FROM publications WHERE held = 1)")
		}
		release1("min")
		planHeld, settle := d.PlanWithdraw, d.WithdrawHeld
		if release {
			planHeld, settle = d.PlanRelease, d.ReleaseHeld
		}
		plan, err := planHeld(bg, galley.HeldRequest{ShopID: d.id, Listed: listed})
		require.NoError(t, err)
		require.Equal(t, []int{2, 1, 2, 0}, []int{plan.Publications, plan.GonePublications, plan.Jobs, plan.GoneJobs})

		release1("max")
		storetest.Exec(t, d.store, "UPDATE jobs SET reason_code = '' WHERE id = ?", second)
		done, err := settle(bg, plan.Plan)
		require.NoError(t, err)
		require.Equal(t, []int{1, 1}, []int{done.Count, done.Jobs})
		require.Len(t, done.Left, 2)
		require.NotEmpty(t, done.Left[0].Place.Title)
		require.Equal(t, second, done.Left[1].JobID)
		for _, left := range done.Left {
			require.Equal(t, galley.CodeChanged, left.Reason.Code)
		}
		job, err := d.store.Job(bg, second)
		require.NoError(t, err)
		require.Equal(t, galley.JobPaused, job.State, "a job that is no longer held is left alone")
	}
}

func TestHeldPlanIsRefusedAfterAnotherRestore(t *testing.T) {
	d := newDesk(t, 1, galley.FieldTitle)
	_, _, err := d.PublishNow(bg, galley.PublishRequest{JobID: d.job})
	require.NoError(t, err)
	d.holdAll()
	held, err := d.Held(bg)
	require.NoError(t, err)
	storetest.Exec(t, d.store, "INSERT INTO restorations (at, copy_made_at) VALUES (2, 2)")
	req := galley.HeldRequest{ShopID: d.id, Listed: &galley.HeldListed{RestoredAt: held.RestoredAt, Publications: 1}}
	_, err = d.PlanRelease(bg, req)
	require.Equal(t, galley.CodeChanged, galley.CodeOf(err))
}
