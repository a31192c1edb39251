package store

import (
	"context"

	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/store/column"
	"galley/backend/store/db"
)

// statusOf reads the status that decides about an item's actions. The rule
// itself is galley.ItemStatus.Can, checked in the transaction that acts, so
// that no query repeats it.
func statusOf(ctx context.Context, q *db.Queries, item db.Item) (galley.ItemStatus, error) {
	work, err := openWork(ctx, q, []db.Item{item})
	return work.status(item), err
}

// itemWork is what is queued or under way for items: their writes to the shop,
// and their open regenerates.
type itemWork struct {
	writes   map[column.RowID]galley.PublicationState
	rewrites map[column.RowID]db.Rewrite
}

// openWork reads it, however many the items are, with two queries.
func openWork(ctx context.Context, q *db.Queries, items []db.Item) (itemWork, error) {
	rows := jsonArray(rowIDs(items))
	work := itemWork{writes: map[column.RowID]galley.PublicationState{}, rewrites: map[column.RowID]db.Rewrite{}}
	writes, err := q.OpenWrites(ctx, rows)
	if err != nil {
		return work, err
	}
	for _, r := range writes {
		work.writes[r.ItemRow] = r.State
	}
	rewrites, err := q.RewritesOf(ctx, rows)
	for _, r := range rewrites {
		work.rewrites[r.ItemRow] = r
	}
	return work, err
}

func (w itemWork) status(item db.Item) galley.ItemStatus {
	st := status(item.State, item.PublishState, item.Decision, w.writes[item.RowID])
	st.Since = item.Since
	st.Missing, st.Alike = isMissing(item.ErrorCode), item.Alike
	st.Rewriting = w.rewrites[item.RowID].State.Open()
	return st
}

// rewrite is the request to have the item's draft written again, nil where it
// has none, or another draft since. One that is done stays until a person decides.
func (w itemWork) rewrite(item db.Item) *galley.Rewrite {
	row, ok := w.rewrites[item.RowID]
	isDone := row.State == galley.RewriteDone
	replaced := row.Revision
	if isDone {
		replaced++
	}
	if !ok || replaced != item.Revision || isDone && (item.Decision != galley.DecisionOpen || item.PublishState == galley.Published) {
		return nil
	}
	found := rewriteOf(row)
	return &found
}

// draftNow is a draft as it is now, beside the one that was on screen.
type draftNow struct {
	row    db.Item
	status galley.ItemStatus
}

// draftsNow reads drafts of a job, in their order. One that is not there is
// CodeNotFound.
func draftsNow(ctx context.Context, q *db.Queries, job galley.JobID, drafts []galley.ItemAt) ([]draftNow, error) {
	positions, err := galley.PositionsIn(job, galley.IDsOf(drafts))
	if err != nil {
		return nil, err
	}
	rows, err := q.ItemsAt(ctx, db.ItemsAtParams{JobID: job, Positions: jsonArray(positions)})
	if err != nil {
		return nil, err
	}
	work, err := openWork(ctx, q, rows)
	if err != nil {
		return nil, err
	}
	at := make(map[int]db.Item, len(rows))
	for _, row := range rows {
		at[row.Position] = row
	}
	found := make([]draftNow, len(drafts))
	for i, pos := range positions {
		row, ok := at[pos]
		if !ok {
			return nil, galley.NewError(galley.CodeNotFound, messages.NoSuchItem(string(drafts[i].ID)))
		}
		found[i] = draftNow{row, work.status(row)}
	}
	return found, nil
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
// what may be done with them now. However many they are, it takes three queries.
func withCan(ctx context.Context, q *db.Queries, rows []db.Item) ([]galley.Item, error) {
	changes, err := changesOf(ctx, q, rows)
	if err != nil {
		return nil, err
	}
	work, err := openWork(ctx, q, rows)
	if err != nil {
		return nil, err
	}
	items := make([]galley.Item, len(rows))
	for i, row := range rows {
		if items[i], err = itemOf(row); err != nil {
			return nil, err
		}
		status := work.status(row)
		items[i].Changed, items[i].Rewrite = changes[items[i].ID], work.rewrite(row)
		items[i].Mark, items[i].Can = status.Mark(), status.Can()
	}
	return items, nil
}

// readyOf counts by job what each action would take now, from the groups of
// all items, those of the items that have a write queued or being sent, those
// whose draft is to be written again, and those that were skipped because their
// product was gone.
func readyOf(groups []db.JobCountsRow, writes []db.OpenItemWritesRow, rewriting []db.RewritingItemsRow, missing []db.MissingItemsRow) map[galley.JobID]*galley.Ready {
	ready := map[galley.JobID]*galley.Ready{}
	of := func(job galley.JobID) *galley.Ready {
		if ready[job] == nil {
			ready[job] = &galley.Ready{}
		}
		return ready[job]
	}
	for _, g := range groups {
		st := status(g.State, g.PublishState, g.Decision, "")
		st.Since, st.Alike = g.Since, g.Alike
		of(g.JobID).Add(st, g.N)
	}
	for _, w := range writes {
		st := status(w.State, w.PublishState, w.Decision, "")
		st.Since, st.Alike = w.Since, w.Alike
		of(w.JobID).Add(st, -w.N)
		st.Write = w.Write
		of(w.JobID).Add(st, w.N)
	}
	for _, r := range rewriting {
		st := status(r.State, r.PublishState, r.Decision, "")
		st.Since, st.Alike = r.Since, r.Alike
		of(r.JobID).Add(st, -r.N)
		st.Rewriting = true
		of(r.JobID).Add(st, r.N)
	}
	for _, m := range missing {
		of(m.JobID).Add(galley.ItemStatus{State: galley.ItemSkipped, Missing: true}, m.N)
	}
	return ready
}
