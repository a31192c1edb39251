package store_test

import (
	"fmt"
	"math/rand/v2"
	"strconv"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/store"
	"galley/backend/store/storetest"
)

// counted is item_counts as it is kept, and as it is counted again.
const counted = `SELECT job_id || to_review || state || publish_state || decision || warned || since || alike || rewrite || low || '@' || quarter || '=' || n FROM item_counts ORDER BY 1`

const recounted = `SELECT job_id || to_review || state || publish_state || decision || warned || since || alike || rewrite ||
	(low * to_review) || '@' || (to_review * (coalesce(written_at, 0) / 900000)) || '=' || count(*) FROM items
	GROUP BY job_id, to_review, state, publish_state, decision, warned, since, alike, rewrite, low * to_review, to_review * (coalesce(written_at, 0) / 900000)
	ORDER BY 1`

// freely makes a shop of that name with a job over its n products.
func freely(t testing.TB, s *store.Store, clock galley.Clock, name string, n int) galley.JobID {
	t.Helper()
	shop := galley.Shop{ID: galley.ShopID(name), Name: name, Kind: galley.ShopDemo, CreatedAt: clock.Now()}
	require.NoError(t, s.AddShop(t.Context(), shop))
	run, _, err := s.BeginSync(t.Context(), shop.ID, storetest.SyncLease(t, s, shop.ID))
	require.NoError(t, err)
	require.NoError(t, s.SavePage(t.Context(), shop.ID, run, galley.ProductBatch{Products: galleytest.Products(n), Total: n}))
	spec := galley.JobSpec{ShopID: shop.ID, Field: galley.FieldTitle, Selection: galley.Selection{All: true}}
	job, err := s.CreateJob(t.Context(), galley.Job{
		ShopID: shop.ID, Type: galley.JobBulkGeneration, Field: spec.Field, Strategy: galley.StrategyReview, Name: "Lamps of " + name,
		Writer: galley.WriterSpec{Kind: galley.WriterTemplate}, CreatedAt: clock.Now(),
	}, spec)
	require.NoError(t, err)
	return job
}

func allowAllMoves(t testing.TB, s *store.Store) {
	t.Helper()
	for _, trigger := range []string{"items_state_moves", "items_publish_state_moves", "items_decision_moves"} {
		storetest.Exec(t, s, "DROP TRIGGER "+trigger)
	}
}

// TestCountsFollowItemsOverEveryMove changes items at random, removes some and a
// whole job, and holds the counts that triggers keep against counting.
func TestCountsFollowItemsOverEveryMove(t *testing.T) {
	clock := galleytest.NewClock()
	s := storetest.Open(t, clock)
	path := storetest.Path(t, s)
	const n = 40
	jobs := []galley.JobID{freely(t, s, clock, "A", n), freely(t, s, clock, "B", n)}
	allowAllMoves(t, s)
	same := func() {
		t.Helper()
		file := raw(t, path)
		require.Equal(t, texts(t, file, recounted), texts(t, file, counted))
	}
	same()
	statuses := galleytest.ItemStatuses()
	random := rand.New(rand.NewPCG(1, 2))
	for step := range 300 {
		st := statuses[random.IntN(len(statuses))]
		storetest.Exec(t, s, `UPDATE items SET state = ?, publish_state = ?, decision = ?, since = ?, warned = ?, alike = ?, revision = 1,
			score_total = ?, written_at = ? WHERE job_id = ? AND position % ? = ?`,
			st.State, st.Publish, st.Decision, st.Since, random.IntN(2), st.Alike,
			50+random.IntN(50), clock.Now().Add(time.Duration(random.IntN(100))*time.Hour).UnixMilli(),
			jobs[random.IntN(2)], 1+random.IntN(9), random.IntN(9))
		if step%50 == 0 {
			same()
		}
	}
	same()
	storetest.Exec(t, s, "INSERT INTO rewrites (item_row, job_id, batch, position, state, revision, note, from_conflict, requested_at) SELECT row_id, job_id, 1, position, 'queued', 1, '', 0, 1 FROM items WHERE position < 9")
	same()
	storetest.Exec(t, s, "UPDATE rewrites SET state = 'writing'")
	storetest.Exec(t, s, "UPDATE rewrites SET state = 'written' WHERE position < 5")
	same()
	storetest.Exec(t, s, "DELETE FROM rewrites WHERE position = 1")
	storetest.Exec(t, s, "DELETE FROM items WHERE position = 7")
	same()
	storetest.Exec(t, s, "PRAGMA foreign_keys = on; DELETE FROM jobs WHERE id = "+string(jobs[0]))
	same()
	require.Empty(t, texts(t, raw(t, path), "SELECT 1 FROM item_counts WHERE n < 1 OR job_id = "+string(jobs[0])))
}

// review sets drafts of a job: scores, warnings and when they were written.
func review(t testing.TB, s *store.Store, job galley.JobID, at time.Time) {
	t.Helper()
	storetest.Exec(t, s, `UPDATE items SET state = 'generated', revision = 1, content = 'Draft ' || position, content_sha256 = position,
		score = json_object('total', 40 + position), score_total = CASE WHEN position % 7 = 0 THEN NULL ELSE 40 + position * 13 % 60 END,
		warned = position % 3 = 0, warning_count = CASE WHEN position % 3 = 0 THEN position % 5 + 1 ELSE 0 END,
		length = position * 17 % 50, written_at = ? + position WHERE job_id = ?`, at.UnixMilli(), job)
}

func TestInboxListsShopsAndJobsWithWhatIsLeft(t *testing.T) {
	clock := galleytest.NewClock()
	s := storetest.Open(t, clock)
	few, many := freely(t, s, clock, "Ängström Lamps", 10), freely(t, s, clock, "Borrow", 30)
	allowAllMoves(t, s)
	review(t, s, few, clock.Now().Add(-48*time.Hour))
	review(t, s, many, clock.Now())
	storetest.Exec(t, s, "UPDATE items SET decision = 'approved' WHERE job_id = ? AND position <= 5", many)
	storetest.Exec(t, s, "UPDATE items SET rewrite = 'written' WHERE job_id = ? AND position IN (6, 7)", many)

	inbox, err := s.Inbox(t.Context(), galley.InboxQuery{})
	require.NoError(t, err)
	require.Equal(t, 35, inbox.Left)
	require.Equal(t, []string{"Borrow", "Ängström Lamps"}, []string{inbox.Shops[0].Name, inbox.Shops[1].Name}, "the most left first")
	job := inbox.Shops[0].Jobs[0]
	require.Equal(t, []int{25, 30, 9, 2}, []int{job.Left, job.Total, job.Warned, job.Rewritten})
	require.Equal(t, galley.TabCounts{All: 35, Warned: 12, Low: inbox.Tabs.Low, Rewritten: 2, Today: 25}, inbox.Tabs)
	require.Equal(t, inbox.Low, inbox.Tabs.Low)

	for _, tab := range galley.ReviewTabs() {
		inbox, err := s.Inbox(t.Context(), galley.InboxQuery{Tab: tab})
		require.NoError(t, err)
		left := 0
		for _, shop := range inbox.Shops {
			for _, job := range shop.Jobs {
				page, err := s.Items(t.Context(), galley.ItemQuery{JobID: job.ID, Filter: galley.FilterToReview, Tab: tab, Order: galley.OrderReview, Limit: 100})
				require.NoError(t, err)
				require.Equal(t, page.Total, job.Left, "%s: the list has what the count says", tab)
				left += page.Total
			}
		}
		require.Equal(t, left, inbox.Left)
	}

	oldest, err := s.Inbox(t.Context(), galley.InboxQuery{Order: galley.ShopsOldest})
	require.NoError(t, err)
	require.Equal(t, "Ängström Lamps", oldest.Shops[0].Name)
	require.WithinDuration(t, clock.Now().Add(-48*time.Hour), *oldest.Shops[0].Oldest, 15*time.Minute)

	named, err := s.Inbox(t.Context(), galley.InboxQuery{Search: "ängström"})
	require.NoError(t, err)
	require.Equal(t, 10, named.Left)
	require.True(t, named.Shops[0].Jobs[0].Named)
	found, err := s.Inbox(t.Context(), galley.InboxQuery{Search: "draft 10"})
	require.NoError(t, err)
	require.Equal(t, 2, found.Left)
	require.False(t, found.Shops[0].Jobs[0].Named)
	require.Equal(t, inbox.Tabs, found.Tabs, "tabs count all")
	one, err := s.Inbox(t.Context(), galley.InboxQuery{ShopID: inbox.Shops[0].ID})
	require.NoError(t, err)
	require.Equal(t, 25, one.Left)

	storetest.Exec(t, s, "UPDATE shops SET plan = 'free' WHERE id = ?", inbox.Shops[0].ID)
	free, err := s.Inbox(t.Context(), galley.InboxQuery{ShopID: inbox.Shops[0].ID})
	require.NoError(t, err)
	require.Zero(t, free.Low, "a plan without scores tells none")
	require.False(t, free.Shops[0].Scored)
	require.Zero(t, free.Tabs.Low)
}

// TestOrdersSortTheWholeJob holds each order against its rule over all pages.
func TestOrdersSortTheWholeJob(t *testing.T) {
	clock := galleytest.NewClock()
	s := storetest.Open(t, clock)
	path := storetest.Path(t, s)
	job := freely(t, s, clock, "Lamps", 60)
	allowAllMoves(t, s)
	review(t, s, job, clock.Now())
	storetest.Exec(t, s, "UPDATE items SET rewrite = 'written' WHERE position IN (3, 9, 11)")
	storetest.Exec(t, s, "UPDATE items SET state = 'failed', score_total = NULL WHERE position IN (20, 21)")
	storetest.Exec(t, s, "UPDATE items SET publish_state = 'published' WHERE position IN (30, 31)")
	key := map[galley.ItemOrder]string{
		galley.OrderScore: "coalesce(score_total, 1000)", galley.OrderScoreDown: "-coalesce(score_total, -1)",
		galley.OrderWarnings: "-warning_count", galley.OrderWarningsDown: "warning_count + 1000 * (state <> 'generated')",
		galley.OrderLength: "length + 1000 * (state <> 'generated')", galley.OrderLengthDown: "(state <> 'generated') * 1000 - length",
		galley.OrderProduct: "position", galley.OrderProductDown: "-position", galley.OrderJob: "position",
		galley.OrderReview: "(rewrite = 'written') * 10 - warned", galley.OrderState: "state <> 'failed'", galley.OrderStateDown: "publish_state <> 'published'",
	}
	for _, order := range galley.ItemOrders() {
		t.Run(fmt.Sprintf("by %q", order), func(t *testing.T) {
			keys := texts(t, raw(t, path), "SELECT "+key[order]+" FROM items ORDER BY position")
			var seen []galley.ItemID
			last := -10_000
			for offset := 0; offset < 60; offset += 7 {
				page, err := s.Items(t.Context(), galley.ItemQuery{JobID: job, Filter: galley.FilterAll, Order: order, Offset: offset, Limit: 7})
				require.NoError(t, err)
				for _, it := range page.Items {
					seen = append(seen, it.ID)
					now, err := strconv.Atoi(keys[it.Position-1])
					require.NoError(t, err)
					require.GreaterOrEqual(t, now, last, it.ID)
					last = now
				}
			}
			require.Len(t, seen, 60)
			require.Len(t, unique(seen), 60, "each is on one page")
		})
	}
}

func unique(ids []galley.ItemID) map[galley.ItemID]bool {
	found := map[galley.ItemID]bool{}
	for _, id := range ids {
		found[id] = true
	}
	return found
}

func TestPaceKeepsTheLatestDecisionsOfAPerson(t *testing.T) {
	clock := galleytest.NewClock()
	s := storetest.Open(t, clock)
	for range 210 {
		clock.Advance(4 * time.Second)
		require.NoError(t, s.NoteDecision(t.Context(), "Mira"))
	}
	require.NoError(t, s.NoteDecision(t.Context(), "Jonas"))
	times, err := s.DecisionTimes(t.Context(), "Mira")
	require.NoError(t, err)
	require.Len(t, times, 200)
	require.True(t, times[0].After(times[1]))
	require.Equal(t, 4*time.Second, galley.Pace(times))
}

// What people had is kept, and drafts of before are counted and can be sorted.
func TestUpgradeCountsDraftsToReview(t *testing.T) {
	path := dataFileAt(t, 37, `UPDATE items SET decision = 'open', publish_state = 'unpublished' WHERE state = 'generated' AND position = 1`)
	upgraded(t, path)
	file := raw(t, path)
	require.Equal(t, texts(t, file, recounted), texts(t, file, counted))
	require.NotEmpty(t, texts(t, file, "SELECT 1 FROM item_counts WHERE to_review = 1"))
	require.Empty(t, texts(t, file, "SELECT 1 FROM items WHERE score IS NOT NULL AND score_total IS NOT json_extract(score, '$.total')"))
	require.Empty(t, texts(t, file, "SELECT 1 FROM items WHERE content <> '' AND state = 'generated' AND length = 0"))
	require.Empty(t, texts(t, file, "SELECT 1 FROM items i JOIN rewrites r ON r.item_row = i.row_id WHERE i.rewrite <> CASE WHEN r.state IN ('queued', 'writing', 'paused') THEN 'open' WHEN r.state = 'written' THEN 'written' ELSE '' END"))
}
