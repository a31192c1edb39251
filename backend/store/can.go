package store

import (
	"context"

	"galley/backend/galley"
	"galley/backend/store/db"
)

// statusOf reads what decides about an item's actions. The rule itself is
// galley.ItemStatus.Can: asked in the transaction that acts on it, so that no
// query repeats it.
func statusOf(ctx context.Context, q *db.Queries, item db.Item) (galley.ItemStatus, error) {
	write, err := q.OpenWrite(ctx, item.RowID)
	st := status(item.State, item.PublishState, item.Decision, galley.PublicationState(write))
	st.Since = item.Since
	st.Missing = isMissing(item.ErrorCode)
	return st, err
}

// isMissing reports whether an item was skipped because its product was gone.
func isMissing(code galley.Code) bool { return code == galley.CodeShopMissing }

func status(state galley.ItemState, publish galley.PublishState, decision galley.Decision, write galley.PublicationState) galley.ItemStatus {
	return galley.ItemStatus{
		State: state, Publish: publish, Decision: decision, Write: write,
	}
}

// withCan is the item of a row, with what was changed on the shop since and what
// may be done with it now.
func withCan(ctx context.Context, q *db.Queries, row db.Item) (galley.Item, error) {
	item, err := itemOf(row)
	if err != nil {
		return item, err
	}
	if item.Changed, err = changedOf(ctx, q, row); err != nil {
		return item, err
	}
	st, err := statusOf(ctx, q, row)
	item.Can = st.Can()
	return item, err
}

// readyOf counts by job what each action would take now, from the groups of
// all items, those of the items that have a write queued or being sent, and
// those that were skipped because their product was gone.
func readyOf(groups []db.JobCountsRow, writes []db.OpenItemWritesRow, missing []db.MissingItemsRow) map[galley.JobID]*galley.Ready {
	ready := map[galley.JobID]*galley.Ready{}
	of := func(job galley.JobID) *galley.Ready {
		if ready[job] == nil {
			ready[job] = &galley.Ready{}
		}
		return ready[job]
	}
	for _, g := range groups {
		st := status(g.State, g.PublishState, g.Decision, "")
		st.Since = g.Since
		of(g.JobID).Add(st, g.N)
	}
	for _, w := range writes {
		st := status(w.State, w.PublishState, w.Decision, "")
		st.Since = w.Since
		of(w.JobID).Add(st, -w.N)
		st.Write = w.Write
		of(w.JobID).Add(st, w.N)
	}
	for _, m := range missing {
		of(m.JobID).Add(galley.ItemStatus{State: galley.ItemSkipped, Missing: true}, m.N)
	}
	return ready
}
