package store

import (
	"context"
	"database/sql"
	"errors"

	"galley/backend/failpoint"
	"galley/backend/galley"
	"galley/backend/store/db"
)

// fading is how much of a wrong estimate is still allowed for after a right one.
const fading = 0.9

// SettleReservation books what a request used, or with nil its whole
// reservation. One that was booked meanwhile, since its process was assumed to
// be dead, is left as it is.
func (s *Store) SettleReservation(ctx context.Context, id galley.ReservationID, used *galley.Usage) error {
	return s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error { return s.settleReservation(ctx, q, id, used) })
}

func (s *Store) settleReservation(ctx context.Context, q *db.Queries, id galley.ReservationID, used *galley.Usage) error {
	row, err := q.TakeReservation(ctx, id)
	if errors.Is(err, sql.ErrNoRows) {
		return nil
	}
	if err != nil {
		return err
	}
	failpoint.Reach(failpoint.Booking)
	if used == nil {
		return s.book(ctx, q, row, inFull(row))
	}
	if used.InputTokens+used.OutputTokens == 0 {
		return nil
	}
	bill := *used
	if price := priceOf(row); price != nil {
		bill.Priced, bill.CostUSD = true, price.Cost(bill)
	}
	if err := learnFrom(ctx, q, row, bill); err != nil {
		return err
	}
	return s.book(ctx, q, row, bill)
}

// inFull is the bill for a request whose answer is not known.
func inFull(row db.Reservation) galley.Usage {
	return galley.Usage{
		InputTokens: row.InputTokens, OutputTokens: row.OutputTokens,
		CostUSD: row.CostUsd, Priced: row.PriceInput != nil, Estimated: true,
	}
}

// book is the only place where a cost is booked: on the item, the job and the
// day together, so that they always agree.
func (s *Store) book(ctx context.Context, q *db.Queries, row db.Reservation, bill galley.Usage) error {
	onItem, err := q.AddToItem(ctx, db.AddToItemParams{
		JobID: row.JobID, Position: row.Position, InputTokens: bill.InputTokens, OutputTokens: bill.OutputTokens,
		CachedTokens: bill.CachedTokens, CostUsd: bill.CostUSD, Priced: bill.Priced, Estimated: bill.Estimated,
	})
	if err != nil {
		return err
	}
	job := db.AddToJobParams{
		ID: row.JobID, InputTokens: bill.InputTokens, OutputTokens: bill.OutputTokens,
		CachedTokens: bill.CachedTokens, CostUsd: bill.CostUSD, Unpriced: !bill.Priced, Estimated: bill.Estimated,
	}
	if onItem == 0 {
		job.OtherUsd = bill.CostUSD
	}
	onJob, err := q.AddToJob(ctx, job)
	if err != nil {
		return err
	}
	spend := db.AddSpendParams{Day: row.Day, CostUsd: bill.CostUSD, Estimated: bill.Estimated}
	if onJob == 0 {
		spend.OtherUsd = bill.CostUSD
	}
	if err := q.AddSpend(ctx, spend); err != nil {
		return err
	}
	err = q.AddShopSpend(ctx, db.AddShopSpendParams{ShopID: row.ShopID, Day: row.Day, CostUsd: bill.CostUSD, Estimated: bill.Estimated})
	if err != nil || onJob == 0 {
		return err
	}
	return touched(ctx, q, nil, galley.TopicJob(row.JobID), galley.TopicJobs)
}

// learnFrom notes how far the estimate of a request was off.
func learnFrom(ctx context.Context, q *db.Queries, row db.Reservation, bill galley.Usage) error {
	e, err := estimateFor(ctx, q, row.BaseUrl, row.Model)
	if err != nil {
		return err
	}
	factor := 1 + (e.Factor-1)*fading
	price := priceOf(row)
	most := galley.Usage{InputTokens: row.InputTokens, OutputTokens: row.OutputTokens}
	if price != nil && !bill.Estimated && price.Cost(most) > 0 {
		factor = max(factor, bill.CostUSD/price.Cost(most))
	}
	return q.PutEstimate(ctx, db.PutEstimateParams{BaseUrl: row.BaseUrl, Model: row.Model, Answers: e.Answers + 1, Factor: factor})
}

func estimateFor(ctx context.Context, q *db.Queries, baseURL, model string) (db.EstimateRow, error) {
	e, err := q.Estimate(ctx, db.EstimateParams{BaseUrl: baseURL, Model: model})
	if errors.Is(err, sql.ErrNoRows) {
		return db.EstimateRow{Factor: 1}, nil
	}
	return e, err
}

// Spend is the cost of writing since midnight on this home, and what is
// reserved for requests under way.
func (s *Store) Spend(ctx context.Context) (spend galley.Spend, err error) {
	err = s.view(ctx, func(q *db.Queries, _ *sql.Tx) error {
		spend, err = spendOn(ctx, q, today(s.clock))
		return err
	})
	return spend, err
}

func spendOn(ctx context.Context, q *db.Queries, day string) (galley.Spend, error) {
	booked, err := q.SpentOn(ctx, day)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return galley.Spend{}, err
	}
	reserved, err := q.ReservedOn(ctx, day)
	return galley.NewSpend(booked.CostUsd, reserved, booked.Estimated > 0), err
}

func spendOnJob(ctx context.Context, q *db.Queries, job galley.JobID) (galley.Spend, error) {
	booked, err := q.SpentOnJob(ctx, job)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return galley.Spend{}, err
	}
	reserved, err := q.ReservedForJob(ctx, job)
	return galley.NewSpend(booked.CostUsd, reserved, booked.Estimated > 0), err
}

func priceOf(row db.Reservation) *galley.Price {
	if row.PriceInput == nil {
		return nil
	}
	return &galley.Price{Input: *row.PriceInput, Cached: *row.PriceCached, Output: *row.PriceOutput}
}
