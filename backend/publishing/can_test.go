package publishing_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/jobs"
	"galley/backend/review"
	"galley/backend/store/storetest"
)

// walked are the statuses that the services are tried in. What became of a
// published text on the shop is walked for open drafts alone.
func walked() (all []galley.ItemStatus) {
	for _, s := range galleytest.ItemStatuses() {
		if s.Since == galley.SinceNothing || s.Decision == galley.DecisionOpen && s.Write != galley.PublicationSending {
			all = append(all, s)
		}
	}
	return all
}

// placed is a desk whose only item has just that status.
func placed(t *testing.T, s galley.ItemStatus) *desk {
	d := newDesk(t, 1, galley.FieldTitle)
	if s.Publish == galley.Published || s.Publish == galley.PublishUndone {
		d.publish() // so that there is something to undo
	}
	d.changed(s.Since)
	run := func(query string, args ...any) { storetest.Exec(t, d.store, query, args...) }
	run("DROP TRIGGER items_state_moves")
	run("DROP TRIGGER items_publish_state_moves")
	code := ""
	if s.Missing {
		code = string(galley.CodeShopMissing)
	}
	run("UPDATE items SET state = ?, publish_state = ?, decision = ?, error_code = ?", s.State, s.Publish, s.Decision, code)
	if s.Publish == galley.PublishConflict {
		run("UPDATE items SET on_shop_known = 1, on_shop = 'Theirs'")
	}
	if s.Write != "" {
		kind := galley.KindPublish
		if s.Publish == galley.Published || s.Publish == galley.PublishUndone {
			kind = galley.KindUndo
		}
		run(`INSERT INTO publications (id, shop_id, item_row, place_id, place_handle, place_title, image_of, field, slot, kind, state,
			after, person, writer, created_at) SELECT 'open', shop_id, row_id, place_id, place_handle, place_title, image_of, field,
			'title ' || place_id, ?, ?, 'After', 'Ada', 'test model', 1 FROM items`, kind, s.Write)
	}
	run("UPDATE items SET alike = ?", s.Alike)
	run("UPDATE jobs SET alike_checked = alike_due")
	if s.Rewriting {
		run(`INSERT INTO rewrites (item_row, job_id, batch, position, state, revision, note, from_conflict, requested_at)
			SELECT row_id, job_id, 1, position, 'queued', revision, '', 0, 1 FROM items`)
	}
	return d
}

// changed has the published text of the only item changed on the shop, or
// taken over.
func (d *desk) changed(since galley.Since) {
	switch since {
	case galley.SinceChanged, galley.SinceTakenOver:
		d.shop.Put(galley.FieldTitle, d.item(1).Target(), galley.Text("Theirs"))
		d.sync()
	case galley.SinceReplaced:
		storetest.Exec(d.t, d.store, "UPDATE items SET since = 'replaced'")
	}
	if since == galley.SinceTakenOver {
		require.NoError(d.t, d.store.TakeOver(bg, d.item(1).Changed.Seen(), galley.Report{}, "Ada"))
	}
}

// allowed tries every action on a fresh copy of the status and reports which
// of them the services carried out.
func allowed(t *testing.T, s galley.ItemStatus) (can galley.ItemCan) {
	try := func(act func(*desk, []galley.ItemAt) (int, error)) bool {
		d := placed(t, s)
		n, err := act(d, d.at(1))
		if err != nil {
			require.Contains(t, []galley.Code{galley.CodeIllegalState, galley.CodeInvalidInput, galley.CodeShopMissing, galley.CodeBusy, galley.CodeShopChanged}, galley.CodeOf(err), "%v", err)
		}
		return err == nil && n == 1
	}
	publish := func(named bool) func(*desk, []galley.ItemAt) (int, error) {
		return func(d *desk, at []galley.ItemAt) (int, error) {
			req := galley.PublishRequest{JobID: d.job}
			if named {
				req.Items = at
			}
			_, done, err := d.PublishNow(bg, req)
			return done.Count, err
		}
	}
	can.Edit = try(func(d *desk, at []galley.ItemAt) (int, error) {
		_, err := d.reviewing().Edit(bg, at[0].ID, at[0].Revision, "Another title")
		return 1, err
	})
	can.Decide = try(func(d *desk, at []galley.ItemAt) (int, error) {
		done, err := d.reviewing().Reopen(bg, at)
		return done.Count, err
	})
	can.Regenerate = try(func(d *desk, at []galley.ItemAt) (int, error) {
		done, err := d.queue().Regenerate(bg, at, "shorter")
		return done.Count, err
	})
	can.CancelRegenerate = try(func(d *desk, at []galley.ItemAt) (int, error) {
		return d.queue().CancelRegenerate(bg, galley.IDsOf(at))
	})
	can.Publish = try(publish(true))
	can.PublishAll = try(publish(false))
	can.Undo = try(func(d *desk, at []galley.ItemAt) (int, error) {
		_, done, err := d.UndoNow(bg, galley.UndoRequest{JobID: d.job, Items: at})
		return done.Count, err
	})
	can.Retry = try(func(d *desk, at []galley.ItemAt) (int, error) {
		_, done, err := d.RetryNow(bg, galley.RetryRequest{JobID: d.job, Items: at})
		return done.Count, err
	})
	can.Withdraw = try(func(d *desk, _ []galley.ItemAt) (int, error) {
		return d.Withdraw(bg, galley.WithdrawRequest{JobID: d.job, ItemIDs: []galley.ItemID{d.item(1).ID}})
	})
	seen := func(act func(*desk, galley.SeenChange) error) bool {
		return try(func(d *desk, _ []galley.ItemAt) (int, error) {
			if s.Since != galley.SinceChanged {
				return 0, nil // there is no change that a person could have seen
			}
			return 1, act(d, d.change(1))
		})
	}
	can.TakeOver = seen(func(d *desk, c galley.SeenChange) error { return d.reviewing().TakeOver(bg, c) })
	can.PutBack = seen(func(d *desk, c galley.SeenChange) error { return d.putBack(c) })
	can.EditChanged = seen(func(d *desk, c galley.SeenChange) error {
		_, err := d.reviewing().EditChanged(bg, d.item(1).ID, c, "Another title")
		return err
	})
	return can
}

func (d *desk) reviewing() *review.Service {
	return review.New(d.store, d.world.Settings, d.clock)
}

func (d *desk) queue() *jobs.Service { return jobs.New(d.store, d.world.Settings, nil, d.clock) }

func TestServicesAllowExactlyWhatCanSays(t *testing.T) {
	for i, s := range walked() {
		if testing.Short() && i%3 != 0 {
			continue // each takes a desk for each action
		}
		t.Run(fmt.Sprintf("%s %s %s %s %v %s %v %v", s.State, s.Publish, s.Decision, s.Write, s.Missing, s.Since, s.Rewriting, s.Alike), func(t *testing.T) {
			d := placed(t, s)
			want := s.Can()
			require.Equal(t, want, d.item(1).Can, "the store sends along what the rule says")
			got := allowed(t, s)
			// A warning is answered at any revision of a draft; Overwrite is Publish of a conflict.
			got.Answer, got.Overwrite = want.Answer, want.Overwrite
			require.Equal(t, want, got)

			d.comparesJob(s)
			d.comparesShop(s)
		})
	}
}

// comparesJob compares the job's counts, tabs and actions with the status of
// its only item.
func (d *desk) comparesJob(s galley.ItemStatus) {
	job, err := d.store.Job(bg, d.job)
	require.NoError(d.t, err)
	var counts galley.Counts
	counts.Add(s, 1)
	require.Equal(d.t, counts, job.Counts)
	var ready galley.Ready
	ready.Add(s, 1)
	require.Equal(d.t, ready, job.Ready)
	can := s.Can()
	require.Equal(d.t, can.PublishAll, job.Can.Publish)
	require.Equal(d.t, can.Undo, job.Can.Undo)
	require.Equal(d.t, can.Retry, job.Can.Retry)
	require.Equal(d.t, can.Withdraw, job.Can.Withdraw)
}

// comparesShop compares what the shop allows with what the services do: some
// draft is included when all are published, some entry of the ledger can be
// undone, something can be withdrawn, the shop can be removed.
func (d *desk) comparesShop(s galley.ItemStatus) {
	shop := d.shopNow()
	pending, toReview := 0, 0
	if s.PendingReview() {
		pending = 1
	}
	if s.ToReview() {
		toReview = 1
	}
	require.Equal(d.t, pending, shop.PendingReview)
	require.Equal(d.t, toReview, shop.ToReview)
	require.Equal(d.t, s.Can().PublishAll, shop.Can.Publish)

	undoable := false
	for _, e := range d.activity(galley.ActivityAll) {
		plan, err := d.PlanUndo(bg, galley.UndoRequest{Entries: []int64{e.Number}})
		undoable = undoable || err == nil && plan.Count == 1
	}
	require.Equal(d.t, undoable, shop.Can.Undo)

	withdrawn, err := d.Withdraw(bg, galley.WithdrawRequest{ShopID: d.id})
	require.NoError(d.t, err)
	require.Equal(d.t, withdrawn > 0, shop.Can.Withdraw)
	storetest.Exec(d.t, d.store, "DELETE FROM leases") // no process is at work
	err = d.store.RemoveShop(bg, d.id)
	require.Equal(d.t, err == nil, shop.Can.Remove, "%v", err)
}
