package store

import (
	"context"
	"database/sql"
	"slices"
	"strings"

	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/store/db"
)

// keptChanges is how many changes of items are kept at least: a list that is older cannot be acted on as a whole.
const keptChanges = 500_000

// DropItemChanges forgets what no window shows any more, not so many at once that somebody waits for it.
func (s *Store) DropItemChanges(ctx context.Context) error {
	kept, err := db.New(s.read).ItemChangesKept(ctx)
	if err != nil || kept.Newest-kept.Oldest < 2*keptChanges {
		return fault(err)
	}
	return s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
		return q.DropItemChanges(ctx, int64(min(kept.Newest-keptChanges, kept.Oldest+keptChanges)))
	})
}

// itemSelection is the list of a selection, parted by what changed since it was drawn.
type itemSelection struct {
	same, changed itemList
}

// selection is CodeChanged where it is not known any more what changed since.
func (s *Store) selection(ctx context.Context, q *db.Queries, tx *sql.Tx, sel galley.ItemSelection) (found itemSelection, err error) {
	except, err := galley.PositionsIn(sel.JobID, sel.Except)
	if err != nil {
		return found, err
	}
	l, err := s.listOf(ctx, tx, sel.Query())
	if err != nil {
		return found, err
	}
	if len(except) > 0 {
		l = l.and(" AND position NOT IN (SELECT value FROM json_each(?))", jsonArray(except))
	}
	if sel.AsOf == 0 {
		return itemSelection{l, l.and(" AND 0")}, nil
	}
	kept, err := q.ItemChangesKept(ctx)
	if err == nil && (sel.AsOf < int64(kept.Oldest)-1 || sel.AsOf > int64(kept.Newest)) {
		err = galley.NewError(galley.CodeChanged, messages.ListTooOld)
	}
	const since = " FROM item_changes WHERE seq > ? AND part IN (SELECT value FROM json_each(?))"
	parts := changesThatCount(sel.Product)
	args := []any{sel.AsOf, jsonArray(parts)}
	if len(parts) == 1 {
		changed := "SELECT item_row" + since
		return itemSelection{l.without(changed, args...), l.and(" AND row_id IN ("+changed+")", args...)}, err
	}
	const changed = "(row_id IN (SELECT item_row" + since + ") OR (shop_id, " + owner + ") IN (SELECT shop_id, product_id" + since + " AND product_id <> ''))"
	args = append(args, args...)
	return itemSelection{l.and(" AND NOT "+changed, args...), l.and(" AND "+changed, args...)}, err
}

// changesThatCount are the parts of item_changes that count in a list: those of the items, and of their products what the
// list is narrowed by. Other changes of a product bring no draft into it.
func changesThatCount(narrowed galley.ProductFilter) []string {
	parts := narrowedBy(narrowed)
	if len(parts) > 0 {
		parts = append(parts, "any")
	}
	return append(parts, "")
}

// and narrows the list further.
func (l itemList) and(condition string, args ...any) itemList {
	l.rest += condition
	l.args = slices.Concat(l.args, args)
	return l
}

// taking narrows the list to items that take an action now. The rule stays galley.ItemStatus.Can: it is asked once
// for each status that the job has. What is queued or being sent takes none of the actions that come here.
func (l itemList) taking(ctx context.Context, tx *sql.Tx, action galley.ItemAction) (itemList, error) {
	var allowed []string
	var args []any
	err := eachRow(ctx, tx, "SELECT DISTINCT state, publish_state, decision, since, alike, rewrite FROM item_counts WHERE "+onJob, l.job, func(rows *sql.Rows) error {
		var st galley.ItemStatus
		var rewrite string
		err := rows.Scan(&st.State, &st.Publish, &st.Decision, &st.Since, &st.Alike, &rewrite)
		if st.Rewriting = rewrite == rewriteOpen; st.Can().Allows(action) {
			allowed = append(allowed, "(?, ?, ?, ?, ?, ?)")
			args = append(args, st.State, st.Publish, st.Decision, st.Since, st.Alike, rewrite)
		}
		return err
	})
	if err != nil || len(allowed) == 0 {
		return l.and(" AND 0"), err
	}
	l.state += " AND (state, publish_state, decision, since, alike, rewrite) IN (VALUES " + strings.Join(allowed, ", ") + ")"
	l.ofState = slices.Concat(l.ofState, args)
	return l.without("SELECT item_row FROM publications WHERE state IN ('queued', 'publishing') AND item_row IS NOT NULL"), nil
}

// wholeActions are the actions whose rule is asked by status.
var wholeActions = map[galley.ItemAction]bool{galley.ActDecide: true, galley.ActRegenerate: true}

// CountSelected counts the items of a selection, and those that take its action now.
func (s *Store) CountSelected(ctx context.Context, sel galley.ItemSelection) (n galley.SelectionCount, err error) {
	err = s.view(ctx, func(q *db.Queries, tx *sql.Tx) error {
		_, _, n, err = s.takers(ctx, q, tx, sel)
		return err
	})
	return n, err
}

// takers are the items of a selection that take its action, with its list and the counts of all.
func (s *Store) takers(ctx context.Context, q *db.Queries, tx *sql.Tx, sel galley.ItemSelection) (l itemList, of itemSelection, n galley.SelectionCount, err error) {
	if !wholeActions[sel.Action] {
		return l, of, n, galley.NewError(galley.CodeInvalidInput, messages.NoSuchItemAction(string(sel.Action)))
	}
	if of, err = s.selection(ctx, q, tx, sel); err != nil {
		return l, of, n, err
	}
	if l, err = of.same.taking(ctx, tx, sel.Action); err != nil {
		return l, of, n, err
	}
	for _, c := range []struct {
		list itemList
		into *int
	}{{of.same, &n.Total}, {l, &n.Takes}, {of.changed, &n.Changed}} {
		if *c.into, err = c.list.total(ctx, tx); err != nil {
			return l, of, n, err
		}
	}
	return l, of, n, nil
}

// SelectItems returns the items of a selection that its action applies to now,
// as of one moment, and the number of all selected ones.
func (s *Store) SelectItems(ctx context.Context, sel galley.ItemSelection) (found galley.SelectedItems, err error) {
	found.Items = []galley.SelectedItem{}
	err = s.view(ctx, func(q *db.Queries, tx *sql.Tx) error {
		of, err := s.selection(ctx, q, tx, sel)
		if err != nil {
			return err
		}
		if found.Changed, err = of.changed.total(ctx, tx); err != nil {
			return err
		}
		selected, err := of.same.positions(ctx, tx)
		if err != nil {
			return err
		}
		found.Total = len(selected)
		items, err := itemStandings(ctx, q, sel.JobID)
		for _, it := range items {
			if selected[it.Position] && it.Can().Allows(sel.Action) {
				found.Items = append(found.Items, selectedItem(sel.JobID, it))
			}
		}
		return err
	})
	return found, err
}

func (l itemList) positions(ctx context.Context, tx *sql.Tx) (map[int]bool, error) {
	positions, err := valuesOf[int](ctx, tx, "SELECT position FROM items WHERE "+l.where(), l.allArgs()...)
	found := make(map[int]bool, len(positions))
	for _, pos := range positions {
		found[pos] = true
	}
	return found, err
}

// named names the first items of what changed since the list was drawn.
func (l itemList) named(ctx context.Context, q *db.Queries, tx *sql.Tx) ([]galley.LeftOut, error) {
	positions, err := valuesOf[int](ctx, tx, "SELECT position FROM items WHERE "+l.where()+" ORDER BY position LIMIT ?", append(l.allArgs(), galley.MaxLeftNamed)...)
	if err != nil {
		return nil, err
	}
	rows, err := q.ItemsAt(ctx, db.ItemsAtParams{JobID: l.query.JobID, Positions: jsonArray(positions)})
	left := make([]galley.LeftOut, len(rows))
	for i, row := range rows {
		left[i] = leftDraft(row, galley.Reason{Code: galley.CodeChanged, Message: messages.ChangedSinceDrawn})
	}
	return left, err
}

// DecideSelected sets the decision of the drafts of a selection that can take it, all in one step. What changed since
// the list was drawn keeps its own and is counted, and the first of it named.
func (s *Store) DecideSelected(ctx context.Context, sel galley.ItemSelection, d galley.Decision) (done galley.Decided, err error) {
	sel.Action = galley.ActDecide
	err = s.tx(ctx, func(q *db.Queries, tx *sql.Tx) error {
		var l itemList
		if l, done, err = s.begun(ctx, q, tx, sel); err != nil {
			return err
		}
		done.Count = done.Selected.Takes
		l = l.and(" AND decision <> ?", d)
		deciding, err := l.total(ctx, tx)
		if err != nil || deciding == 0 {
			return err
		}
		step, err := s.newStep(ctx, q, galley.StepDecide)
		if err != nil {
			return err
		}
		done.Steps = []galley.StepID{step}
		_, err = tx.ExecContext(ctx, `INSERT INTO step_drafts (step_id, item_row, was_revision, was_decision, was_kept, revision, decision, kept)
			SELECT ?, row_id, revision, decision, kept, revision, ?, kept FROM items WHERE `+l.where(), append([]any{step, d}, l.allArgs()...)...)
		if err != nil {
			return err
		}
		if err := q.DecideStep(ctx, db.DecideStepParams{StepID: step, Decision: d}); err != nil {
			return err
		}
		return touched(ctx, q, nil, galley.TopicJob(sel.JobID), galley.TopicJobs, galley.TopicShops)
	})
	return done, err
}

// begun begins an action on a whole selection: the items that take it, and the answer but for its count.
func (s *Store) begun(ctx context.Context, q *db.Queries, tx *sql.Tx, sel galley.ItemSelection) (l itemList, done galley.Decided, err error) {
	l, of, n, err := s.takers(ctx, q, tx, sel)
	done = galley.Decided{Left: []galley.LeftOut{}, Selected: &n}
	if err == nil && n.Changed > 0 {
		done.Left, err = of.changed.named(ctx, q, tx)
	}
	return l, done, err
}

// selectedOf are those of a job's items that a selection has, and those in its list that changed since.
func (s *Store) selectedOf(ctx context.Context, q *db.Queries, tx *sql.Tx, sel galley.ItemSelection, items []galley.ItemStanding) ([]galley.ItemStanding, error) {
	of, err := s.selection(ctx, q, tx, sel)
	if err != nil {
		return nil, err
	}
	same, err := of.same.positions(ctx, tx)
	if err != nil {
		return nil, err
	}
	changed, err := of.changed.positions(ctx, tx)
	var found []galley.ItemStanding
	for _, it := range items {
		if it.Unread = changed[it.Position]; it.Unread || same[it.Position] {
			found = append(found, it)
		}
	}
	return found, err
}
