package publishing_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/review"
	"galley/backend/store/storetest"
)

// everyStatus are the statuses that an item can have: only a draft has a
// publish state, and a queued write belongs to it, but for undos.
func everyStatus() (all []galley.ItemStatus) {
	for _, state := range []galley.ItemState{galley.ItemPending, galley.ItemGenerating, galley.ItemFailed, galley.ItemSkipped, galley.ItemCancelled} {
		for _, missing := range []bool{false, true} {
			all = append(all, galley.ItemStatus{State: state, Publish: galley.Unpublished, Decision: galley.DecisionOpen, Missing: missing})
		}
	}
	for publish := range galley.PublishMoves {
		writes := []galley.PublicationState{""}
		switch publish {
		case galley.PublishQueued:
			writes = []galley.PublicationState{galley.PublicationQueued}
		case galley.Publishing:
			writes = []galley.PublicationState{galley.PublicationSending}
		case galley.Published, galley.PublishUndone:
			writes = append(writes, galley.PublicationQueued, galley.PublicationSending)
		}
		for _, d := range []galley.Decision{galley.DecisionOpen, galley.DecisionApproved, galley.DecisionRejected} {
			for _, w := range writes {
				all = append(all, galley.ItemStatus{State: galley.ItemGenerated, Publish: publish, Decision: d, Write: w})
			}
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
	run := func(query string, args ...any) { storetest.Exec(t, d.store, query, args...) }
	run("DROP TRIGGER items_state_moves")
	run("DROP TRIGGER items_publish_state_moves")
	code := ""
	if s.Missing {
		code = string(galley.CodeShopMissing)
	}
	run("UPDATE items SET state = ?, publish_state = ?, decision = ?, error_code = ?", s.State, s.Publish, s.Decision, code)
	if s.Publish == galley.PublishClash {
		run("UPDATE items SET on_shop_known = 1, on_shop = 'Theirs'")
	}
	if s.Write != "" {
		kind := galley.KindPublish
		if s.Publish == galley.Published || s.Publish == galley.PublishUndone {
			kind = galley.KindUndo
		}
		run(`INSERT INTO publications (id, shop_id, item_row, product_id, product_handle, product_title, image_id, field, place, kind, state,
			after, person, writer, created_at) SELECT 'open', shop_id, row_id, product_id, product_handle, product_title, image_id, field,
			'title ' || product_id, ?, ?, 'After', 'Ada', 'test model', 1 FROM items`, kind, s.Write)
	}
	return d
}

// allowed tries every action on a fresh copy of the status and reports which
// of them the services carried out.
func allowed(t *testing.T, s galley.ItemStatus) (can galley.ItemCan) {
	try := func(act func(*desk, []galley.ItemAt) (int, error)) bool {
		d := placed(t, s)
		n, err := act(d, d.at(1))
		if err != nil {
			require.Contains(t, []galley.Code{galley.CodeIllegalState, galley.CodeInvalidInput, galley.CodeShopMissing}, galley.CodeOf(err), "%v", err)
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
	return can
}

func (d *desk) reviewing() *review.Service {
	return review.New(d.store, preferences{}, nil, nil, nil, d.clock)
}

func TestServicesAllowExactlyWhatCanSays(t *testing.T) {
	for _, s := range everyStatus() {
		t.Run(fmt.Sprintf("%s %s %s %s %v", s.State, s.Publish, s.Decision, s.Write, s.Missing), func(t *testing.T) {
			d := placed(t, s)
			want := s.Can()
			require.Equal(t, want, d.item(1).Can, "the store sends along what the rule says")
			got := allowed(t, s)
			// Regenerate is asked before the same save as Edit; a warning is answered at any revision of a draft;
			// Overwrite is Publish of a conflict.
			got.Regenerate, got.Answer, got.Overwrite = want.Regenerate, want.Answer, want.Overwrite
			require.Equal(t, want, got)

			job, err := d.store.Job(bg, d.job)
			require.NoError(t, err)
			ready := galley.Ready{}
			ready.Add(s, 1)
			require.Equal(t, ready, job.Ready)
			require.Equal(t, want.PublishAll, job.Can.Publish)
			require.Equal(t, want.Undo, job.Can.Undo)
			require.Equal(t, want.Retry, job.Can.Retry)
			require.Equal(t, want.Withdraw, job.Can.Withdraw)
		})
	}
}
