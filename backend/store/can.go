package store

import (
	"context"

	"galley/backend/galley"
	"galley/backend/store/column"
	"galley/backend/store/db"
)

// statusOf reads what decides about an item's actions. The rule itself is
// galley.ItemStatus.Can: asked in the transaction that acts on it, so that no
// query repeats it.
func statusOf(ctx context.Context, q *db.Queries, item db.Item) (galley.ItemStatus, error) {
	writes, err := openWrites(ctx, q, []db.Item{item})
	return statusWith(item, writes), err
}

// statusWith is an item's status, from the writes that openWrites found.
func statusWith(item db.Item, writes map[column.RowID]galley.PublicationState) galley.ItemStatus {
	st := status(item.State, item.PublishState, item.Decision, writes[item.RowID])
	st.Since = item.Since
	st.Missing = isMissing(item.ErrorCode)
	return st
}

// openWrites are the states of the writes of items that are queued or being sent.
func openWrites(ctx context.Context, q *db.Queries, items []db.Item) (map[column.RowID]galley.PublicationState, error) {
	rows, err := q.OpenWrites(ctx, list(rowIDs(items)))
	writes := make(map[column.RowID]galley.PublicationState, len(rows))
	for _, r := range rows {
		writes[r.ItemRow] = r.State
	}
	return writes, err
}

func rowIDs(items []db.Item) []column.RowID {
	ids := make([]column.RowID, len(items))
	for i, item := range items {
		ids[i] = item.RowID
	}
	return ids
}

// isMissing reports whether an item was skipped because its product was gone.
func isMissing(code galley.Code) bool { return code == galley.CodeShopMissing }

func status(state galley.ItemState, publish galley.PublishState, decision galley.Decision, write galley.PublicationState) galley.ItemStatus {
	return galley.ItemStatus{
		State: state, Publish: publish, Decision: decision, Write: write,
	}
}

// withCan are the items of rows, with what was changed on the shop since and
// what may be done with them now. However many they are, it takes two queries.
func withCan(ctx context.Context, q *db.Queries, rows []db.Item) ([]galley.Item, error) {
	changes, err := changesOf(ctx, q, rows)
	if err != nil {
		return nil, err
	}
	writes, err := openWrites(ctx, q, rows)
	if err != nil {
		return nil, err
	}
	items := make([]galley.Item, len(rows))
	for i, row := range rows {
		if items[i], err = itemOf(row); err != nil {
			return nil, err
		}
		items[i].Changed, items[i].Can = changes[items[i].ID], statusWith(row, writes).Can()
	}
	return items, nil
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
