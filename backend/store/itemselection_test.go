package store_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/store"
	"galley/backend/store/storetest"
)

// drawn is everything in a list of a job, as it is drawn now.
func drawn(t *testing.T, s *store.Store, job galley.JobID, filter galley.ItemFilter) galley.ItemSelection {
	t.Helper()
	page, err := s.Items(t.Context(), galley.ItemQuery{JobID: job, Filter: filter, Limit: 1})
	require.NoError(t, err)
	require.Positive(t, page.AsOf)
	return galley.ItemSelection{JobID: job, Filter: filter, AsOf: page.AsOf}
}

func titled(t *testing.T, n int) (*storetest.World, galley.JobID) {
	t.Helper()
	w := storetest.NewWorldOf(t, galleytest.NewClock(), galleytest.Products(n))
	return w, w.Drafted(galley.FieldTitle, func(id galley.ItemID) string { return "Draft " + string(id) })
}

// TestEveryChangeThatAPersonWouldReadIsLeftOutOfASelection changes one column after the other behind a list.
func TestEveryChangeThatAPersonWouldReadIsLeftOutOfASelection(t *testing.T) {
	w, job := titled(t, 2)
	for _, change := range []string{
		"revision = revision + 1", "decision = 'approved'", "decision = 'open'", "warnings = '[{}]'", "rewrite = 'open'", "rewrite = ''",
		"publish_state = 'queued'", "publish_state = 'publishing'", "publish_state = 'conflict'", "on_shop = 'Theirs', on_shop_known = 1", "on_shop = 'Others'",
		"alike = 1",
	} {
		sel := drawn(t, w.Store, job, galley.FilterAll)
		sel.Action = galley.ActDecide
		storetest.Exec(t, w.Store, "UPDATE items SET "+change+" WHERE position = 2")
		n, err := w.Store.CountSelected(t.Context(), sel)
		require.NoError(t, err)
		require.Equal(t, galley.SelectionCount{Total: 1, Takes: 1, Changed: 1}, n, change)
		found, err := w.Store.SelectItems(t.Context(), sel)
		require.NoError(t, err)
		require.Equal(t, []int{1, 1}, []int{found.Total, found.Changed}, change)
	}
	for _, same := range []string{"revision = revision", "image_url = 'other'", "published_at = 1"} {
		sel := drawn(t, w.Store, job, galley.FilterAll)
		storetest.Exec(t, w.Store, "UPDATE items SET "+same+" WHERE position = 2")
		found, err := w.Store.SelectItems(t.Context(), galley.ItemSelection{JobID: job, Filter: galley.FilterAll, AsOf: sel.AsOf, Action: galley.ActDecide})
		require.NoError(t, err)
		require.Zero(t, found.Changed, same)
	}
}

// TestCountSelectedAgreesWithTheRule compares what is counted by status with galley.ItemStatus.Can of each item.
func TestCountSelectedAgreesWithTheRule(t *testing.T) {
	w, job := withPublished(t)
	storetest.Exec(t, w.Store, "UPDATE items SET decision = 'rejected' WHERE position IN (150, 151)")
	storetest.Exec(t, w.Store, "UPDATE items SET alike = 1 WHERE position IN (152, 153)")
	_, err := w.Store.QueueRewrites(t.Context(), job, []galley.ItemAt{{ID: galley.NewItemID(job, 155), Revision: 1}}, galley.RewriteAsk{})
	require.NoError(t, err)
	for filter := range galley.ItemFilters() {
		page, err := w.Store.Items(t.Context(), galley.ItemQuery{JobID: job, Filter: filter, Limit: 200})
		require.NoError(t, err)
		for _, action := range []galley.ItemAction{galley.ActDecide, galley.ActRegenerate} {
			sel := galley.ItemSelection{JobID: job, Filter: filter, AsOf: page.AsOf, Action: action}
			takes := len(slices.DeleteFunc(slices.Clone(page.Items), func(it galley.Item) bool { return !it.Can.Allows(action) }))
			n, err := w.Store.CountSelected(t.Context(), sel)
			require.NoError(t, err)
			require.Equal(t, galley.SelectionCount{Total: page.Total, Takes: takes}, n, "%s, %s", filter, action)
		}
	}
}

// TestSelectionIsCountedAlikeAfterFewChangesAndMany: few are looked up one by one, many are not.
func TestSelectionIsCountedAlikeAfterFewChangesAndMany(t *testing.T) {
	w, job := withPublished(t)
	page, err := w.Store.Items(t.Context(), galley.ItemQuery{JobID: job, Filter: galley.FilterToReview, Limit: 200})
	require.NoError(t, err)
	for _, it := range page.Items[:3] {
		storetest.Exec(t, w.Store, "UPDATE items SET revision = revision + 1, decision = 'approved' WHERE job_id = ? AND position = ?", job, it.Position)
	}
	storetest.Exec(t, w.Store, "UPDATE items SET revision = revision + 1 WHERE job_id = ? AND position = ?", job, page.Items[3].Position)
	sel := galley.ItemSelection{JobID: job, Filter: galley.FilterToReview, AsOf: page.AsOf, Action: galley.ActDecide}
	want := galley.SelectionCount{Total: page.Total - 4, Takes: page.Total - 4, Changed: 1}
	n, err := w.Store.CountSelected(t.Context(), sel)
	require.NoError(t, err)
	require.Equal(t, want, n)
	storetest.Exec(t, w.Store, `WITH RECURSIVE k (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM k WHERE i < 11000)
		INSERT INTO item_changes (item_row) SELECT (SELECT row_id FROM items WHERE job_id = ? AND position = ?) FROM k`, job, page.Items[3].Position)
	n, err = w.Store.CountSelected(t.Context(), sel)
	require.NoError(t, err)
	require.Equal(t, want, n)
}

func TestDecideSelectedIsOneStepAndLeavesOutWhatChanged(t *testing.T) {
	w, job := titled(t, 8)
	sel := drawn(t, w.Store, job, galley.FilterAll)
	sel.Except = []galley.ItemID{galley.NewItemID(job, 8)}
	_, err := w.Store.Decide(t.Context(), job, []galley.ItemAt{{ID: galley.NewItemID(job, 3), Revision: 1}}, galley.DecisionRejected)
	require.NoError(t, err)
	require.NoError(t, w.Store.ReplaceDraft(t.Context(), galley.NewItemID(job, 5), 1, galley.Draft{Content: "Theirs", Author: galley.AuthorModel, By: "m"}))

	done, err := w.Store.DecideSelected(t.Context(), sel, galley.DecisionApproved)
	require.NoError(t, err)
	require.Equal(t, 5, done.Count)
	require.Equal(t, &galley.SelectionCount{Total: 5, Takes: 5, Changed: 2}, done.Selected)
	require.Equal(t, []galley.ItemID{galley.NewItemID(job, 3), galley.NewItemID(job, 5)}, []galley.ItemID{done.Left[0].ItemID, done.Left[1].ItemID})
	require.Equal(t, galley.CodeChanged, done.Left[0].Reason.Code)
	require.Equal(t, []int{1, 2, 4, 6, 7}, positionsIn(t, w.Store, galley.ItemQuery{JobID: job, Filter: galley.FilterApproved}))
	require.Len(t, done.Steps, 1)
	step, err := w.Store.Step(t.Context(), done.Steps[0])
	require.NoError(t, err)
	require.Len(t, step.Drafts, 5)

	again, err := w.Store.DecideSelected(t.Context(), sel, galley.DecisionApproved)
	require.NoError(t, err, "the answer came late, and the page asked again")
	require.Zero(t, again.Count)
	require.Empty(t, again.Steps)
	require.Equal(t, 7, again.Selected.Changed)

	moved, err := w.Store.MoveDecisions(t.Context(), step.ID, step.Drafts, true)
	require.NoError(t, err)
	require.Equal(t, 5, moved.Count)
	require.Empty(t, positionsIn(t, w.Store, galley.ItemQuery{JobID: job, Filter: galley.FilterApproved}))
}

// TestWhatBecameAlikeBehindTheListIsNotDecided: of drafts that are held as alike, those that were shown.
func TestWhatBecameAlikeBehindTheListIsNotDecided(t *testing.T) {
	w, job := titled(t, 6)
	storetest.Exec(t, w.Store, "UPDATE items SET alike = 1 WHERE position <= 2")
	sel := drawn(t, w.Store, job, galley.FilterAlike)
	storetest.Exec(t, w.Store, "UPDATE items SET alike = 1 WHERE position BETWEEN 2 AND 5")
	done, err := w.Store.DecideSelected(t.Context(), sel, galley.DecisionApproved)
	require.NoError(t, err)
	require.Equal(t, &galley.SelectionCount{Total: 2, Takes: 2, Changed: 3}, done.Selected)
}

func TestDecideSelectedThatChangesNothingIsNoStep(t *testing.T) {
	w, job := titled(t, 3)
	sel := drawn(t, w.Store, job, galley.FilterAll)
	done, err := w.Store.DecideSelected(t.Context(), sel, galley.DecisionOpen)
	require.NoError(t, err)
	require.Equal(t, 3, done.Count)
	require.Empty(t, done.Steps)
}

func TestManyThatChangedAreCountedAndSomeNamed(t *testing.T) {
	w, job := titled(t, galley.MaxLeftNamed+5)
	sel := drawn(t, w.Store, job, galley.FilterAll)
	storetest.Exec(t, w.Store, "UPDATE items SET revision = 2")
	done, err := w.Store.DecideSelected(t.Context(), sel, galley.DecisionApproved)
	require.NoError(t, err)
	require.Zero(t, done.Count)
	require.Equal(t, galley.MaxLeftNamed+5, done.Selected.Changed)
	require.Len(t, done.Left, galley.MaxLeftNamed)
}

// TestListTooOldToTellWhatChanged: of which list it is not known any more what changed since, nothing is done.
func TestListTooOldToTellWhatChanged(t *testing.T) {
	w, job := titled(t, 3)
	s := w.Store
	old := drawn(t, w.Store, job, galley.FilterAll)
	storetest.Exec(t, w.Store, fmt.Sprintf(`WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d)
		INSERT INTO item_changes (item_row) SELECT 0 FROM n`, 2*store.KeptChanges+10))
	recent := drawn(t, w.Store, job, galley.FilterAll)
	require.NoError(t, s.DropItemChanges(t.Context()), "as once an hour")
	_, err := s.DecideSelected(t.Context(), old, galley.DecisionApproved)
	require.Equal(t, galley.CodeChanged, galley.CodeOf(err))
	require.Equal(t, recent.AsOf, drawn(t, s, job, galley.FilterAll).AsOf, "no number comes twice")
	recent.AsOf++ // of another data file
	_, err = s.DecideSelected(t.Context(), recent, galley.DecisionApproved)
	require.Equal(t, galley.CodeChanged, galley.CodeOf(err))
	recent.AsOf--
	done, err := s.DecideSelected(t.Context(), recent, galley.DecisionApproved)
	require.NoError(t, err)
	require.Equal(t, 3, done.Count)
}

// TestNewestChangeIsLookedUp: each page of a list asks for it, beside a million changes.
func TestNewestChangeIsLookedUp(t *testing.T) {
	queries, err := os.ReadFile(filepath.Join("queries", "items.sql"))
	require.NoError(t, err)
	_, after, ok := strings.Cut(string(queries), "-- name: ItemChangesKept :one")
	require.True(t, ok)
	query, _, _ := strings.Cut(after, ";")
	path := filepath.Join(t.TempDir(), store.FileName)
	migrateTo(t, path, 72, "")
	file := raw(t, path)
	rows, err := file.Query("EXPLAIN QUERY PLAN " + query)
	require.NoError(t, err)
	defer func() { require.NoError(t, rows.Close()) }()
	searched := 0
	for rows.Next() {
		var id, parent, unused int
		var step string
		require.NoError(t, rows.Scan(&id, &parent, &unused, &step))
		require.NotContains(t, step, "SCAN o")
		require.NotContains(t, step, "SCAN n")
		if strings.HasPrefix(step, "SEARCH") {
			searched++
		}
	}
	require.NoError(t, rows.Err())
	require.Equal(t, 2, searched)
}

// From version 72 on, changes of items are numbered, and the rows of a job have an index. Everything else stays, and a list can be acted on as a whole.
func TestUpgradeNumbersChangesOfItems(t *testing.T) {
	path := dataFileAt(t, 70, "")
	s := upgradedTo(t, path, 72)
	jobs, err := s.Jobs(t.Context(), "")
	require.NoError(t, err)
	decided := 0
	for _, job := range jobs {
		done, err := s.DecideSelected(t.Context(), drawn(t, s, job.ID, galley.FilterAll), galley.DecisionRejected)
		require.NoError(t, err)
		decided += done.Count
	}
	require.Positive(t, decided)
}

// TestOthersSeeADecisionAboutEverythingWholeOrNotAtAll: another process reads and writes while it is taken. Whichever of
// the two is first, the draft that the other writes stays undecided.
func TestOthersSeeADecisionAboutEverythingWholeOrNotAtAll(t *testing.T) {
	const n = 400
	w, job := titled(t, n)
	other, err := store.Open(t.Context(), storetest.Path(t, w.Store), w.Clock)
	require.NoError(t, err)
	defer func() { require.NoError(t, other.Close()) }()
	approved := func() int {
		page, err := other.Items(t.Context(), galley.ItemQuery{JobID: job, Filter: galley.FilterApproved, Limit: 1})
		require.NoError(t, err)
		return page.Total
	}
	sel := drawn(t, w.Store, job, galley.FilterAll)
	rewritten := galley.NewItemID(job, 7)
	var done galley.Decided
	var decided, replaced error
	var both sync.WaitGroup
	both.Go(func() { done, decided = w.Store.DecideSelected(t.Context(), sel, galley.DecisionApproved) })
	both.Go(func() {
		replaced = other.ReplaceDraft(t.Context(), rewritten, 1, galley.Draft{Content: "Theirs", Author: galley.AuthorModel, By: "m"})
	})
	finished := make(chan struct{})
	go func() { both.Wait(); close(finished) }()
	for underWay := true; underWay; {
		select {
		case <-finished:
			underWay = false
		default:
		}
		require.Contains(t, []int{0, n - 1, n}, approved())
	}
	require.NoError(t, decided)
	require.NoError(t, replaced)
	require.Equal(t, n, done.Selected.Takes+done.Selected.Changed)
	require.Equal(t, n-1, approved())
	it, err := other.Item(t.Context(), rewritten)
	require.NoError(t, err)
	require.Equal(t, galley.DecisionOpen, it.Decision)
}
