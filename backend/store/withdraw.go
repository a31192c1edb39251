package store

import (
	"context"
	"database/sql"
	"slices"

	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/store/column"
	"galley/backend/store/db"
)

// Withdraw takes back publications that have not gone out yet, and returns how
// many those were: all of a shop, of a job ("" for all), or of those positions
// in it (none for all). A shop that nothing waits for is not halted any more.
func (s *Store) Withdraw(ctx context.Context, shop galley.ShopID, job galley.JobID, positions []int) (int, error) {
	return s.withdraw(ctx, shop, job, positions, "")
}

// WithdrawPlan withdraws the unsent publications that a plan queued at a shop, and
// returns their number.
func (s *Store) WithdrawPlan(ctx context.Context, shop galley.ShopID, plan galley.PlanID) (int, error) {
	return s.withdraw(ctx, shop, "", nil, plan)
}

func (s *Store) withdraw(ctx context.Context, shop galley.ShopID, job galley.JobID, positions []int, plan galley.PlanID) (withdrawn int, err error) {
	err = s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
		before, err := q.OpenByJob(ctx, shop)
		if err != nil {
			return err
		}
		rows, err := q.WithdrawPublications(ctx, db.WithdrawPublicationsParams{
			ShopID: shop, JobID: job, Positions: jsonArray(positions), Plan: plan, FinishedAt: column.NullAt(s.clock.Now()),
		})
		if err != nil {
			return err
		}
		withdrawn = len(rows)
		if err := unpublish(ctx, q, rows); err != nil {
			return err
		}
		if err := resumeIdle(ctx, q, shop); err != nil {
			return err
		}
		return touched(ctx, q, nil, topicsOf(shop, before)...)
	})
	return withdrawn, err
}

// unpublish moves the drafts of withdrawn publications back. One that was to be
// put back is still published, and changed on the shop.
func unpublish(ctx context.Context, q *db.Queries, rows []db.WithdrawPublicationsRow) error {
	var items []column.RowID
	for _, r := range rows {
		if r.Kind != galley.KindUndo && r.ItemRow != 0 { // of an undo the item stayed published all along
			items = append(items, r.ItemRow)
		}
	}
	changed, err := q.ChangedOfItems(ctx, jsonArray(items))
	if err != nil {
		return err
	}
	for _, item := range items {
		to := galley.Unpublished
		if slices.ContainsFunc(changed, func(text db.ChangedText) bool { return text.ItemRow == item }) {
			to = galley.Published
		}
		n, err := q.MoveItemPublish(ctx, db.MoveItemPublishParams{RowID: item, PublishState: to})
		if err = expectOneRow(n, err, messages.ItemGone); err != nil {
			return err
		}
	}
	return nil
}

func resumeIdle(ctx context.Context, q *db.Queries, shop galley.ShopID) error {
	left, err := q.OpenByJob(ctx, shop)
	if err != nil || len(left) > 0 {
		return err
	}
	_, err = q.ResumeShop(ctx, shop)
	return err
}

// topicsOf are what pages show of an outbox.
func topicsOf(shop galley.ShopID, outbox []db.OpenByJobRow) []string {
	topics := []string{galley.TopicShops, galley.TopicJobs, galley.TopicProducts(shop)}
	for _, part := range outboxParts(outbox) {
		if part.JobID != "" {
			topics = append(topics, galley.TopicJob(part.JobID))
		}
	}
	return topics
}
