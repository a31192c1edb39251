package store_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/store/storetest"
)

// BenchmarkReview reads what review shows first, on a home of a million drafts to
// review in 200 jobs of ten shops, one of them with 100,000.
func BenchmarkReview(b *testing.B) {
	const jobs, each, largest = 200, 4_523, 100_000
	clock := galleytest.NewClock()
	s := storetest.Open(b, clock)
	var ids []galley.JobID
	for shop := range 10 {
		id := freely(b, s, clock, fmt.Sprintf("Shop %d", shop), 10)
		ids = append(ids, id)
		storetest.Exec(b, s, `WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < ?)
			INSERT INTO jobs (shop_id, name, type, field, strategy, instructions, instructions_name, only_empty, writer_kind, writer_base_url, writer_model, state, created_at)
			SELECT shop_id, name || ' ' || n, type, field, strategy, '', '', 0, writer_kind, '', '', 'queued', created_at FROM jobs, n WHERE id = ?`, jobs/10-1, id)
	}
	storetest.Exec(b, s, `WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < ?)
		INSERT INTO items (job_id, position, shop_id, field, place_id, place_handle, place_title, image_of, image_url, state, revision,
			content, content_sha256, score_total, warned, warning_count, length, written_at)
		SELECT j.id, 10 + n.n, j.shop_id, j.field, 'p' || n.n, 'lamp-' || n.n, 'Lamp ' || n.n, '', '', 'generated', 1,
			'A lamp of oak with a shade of linen, made by hand ' || n.n, 'x', n.n * 37 % 100, n.n % 7 = 0, n.n % 7 = 0, n.n % 400, ? + n.n * 5000
		FROM jobs j, n WHERE n.n <= CASE j.id WHEN ? THEN ? ELSE ? END`, largest, clock.Now().UnixMilli(), ids[0], largest, each)
	read := func(name string, f func() error) {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				require.NoError(b, f())
			}
		})
	}
	read("inbox", func() error { _, err := s.Inbox(b.Context(), galley.InboxQuery{}); return err })
	read("warnings", func() error { _, err := s.Inbox(b.Context(), galley.InboxQuery{Tab: galley.ReviewWarned}); return err })
	read("search for a shop", func() error { _, err := s.Inbox(b.Context(), galley.InboxQuery{Search: "shop"}); return err })
	read("all jobs", func() error { _, err := s.Jobs(b.Context(), ""); return err })
	read("one job", func() error { _, err := s.Job(b.Context(), ids[0]); return err })
	for _, order := range galley.ItemOrders() {
		for _, offset := range []int{0, largest / 2} {
			read(fmt.Sprintf("100,000 by %q from %d", order, offset), func() error {
				_, err := s.Items(b.Context(), galley.ItemQuery{JobID: ids[0], Filter: galley.FilterToReview, Order: order, Offset: offset, Limit: 100})
				return err
			})
		}
	}
	decided := galley.DecisionApproved
	read("decide 1,000", func() error {
		var drafts []galley.ItemAt
		for i := range 1000 {
			drafts = append(drafts, galley.ItemAt{ID: galley.NewItemID(ids[0], 11+i), Revision: 1})
		}
		_, err := s.Decide(b.Context(), ids[0], drafts, decided)
		if decided = galley.DecisionRejected; err == nil {
			_, err = s.Decide(b.Context(), ids[0], drafts, galley.DecisionOpen)
		}
		return err
	})
}
