package store

import (
	"context"
	"database/sql"
	"errors"
	"os"
	"slices"
	"time"

	"galley/backend/failpoint"
	"galley/backend/galley"
	"galley/backend/store/column"
	"galley/backend/store/db"
)

// staleReservation is the age from which a reservation of a process that left
// no sign of life is booked. No request takes as long.
const staleReservation = time.Hour

// fading is how much of a wrong estimate is still allowed for after a right one.
const fading = 0.9

// Reserve reserves money for one request, in one transaction that looks at
// everything spent and reserved on this home: by all jobs, shops and processes.
// If the caps have no room nothing is reserved, and the answer says why.
func (s *Store) Reserve(ctx context.Context, r galley.Reserve) (res galley.Reserved, err error) {
	job, position, err := chargeKey(r.Charge)
	if err != nil {
		return res, err
	}
	err = s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
		if r.Held != nil {
			if err := s.fence(ctx, q, *r.Held); err != nil {
				return err
			}
		}
		day := today(s.clock)
		found, err := s.findRoom(ctx, q, r, job, day)
		if res = found.Reserved; err != nil || res.Wait || res.Cap != "" {
			return err
		}
		row := db.InsertReservationParams{
			Holder: s.reserver(r.Charge), JobID: job, Position: position, Day: day, BaseUrl: r.Writer.BaseURL, Model: r.Writer.Model,
			InputTokens: r.Most.InputTokens, OutputTokens: r.Most.OutputTokens, CostUsd: res.Needs,
			ReservedAt: column.At(s.clock.Now()),
		}
		if r.Price != nil {
			row.PriceInput, row.PriceCached, row.PriceOutput = &r.Price.Input, &r.Price.Cached, &r.Price.Output
		}
		id, err := q.InsertReservation(ctx, row)
		res.ID = id
		return err
	})
	failpoint.Reach(failpoint.Reserved)
	return res, err
}

// reserver names who reserves: the holder of the lease that the work is done
// under, or without one this process.
func (s *Store) reserver(c galley.Charge) string {
	if c.Held != nil {
		return c.Held.Holder
	}
	return s.holder
}

// verdict is an answer in the making.
type verdict struct{ galley.Reserved }

// findRoom compares a request with the caps.
func (s *Store) findRoom(ctx context.Context, q *db.Queries, r galley.Reserve, job galley.JobID, day string) (res verdict, err error) {
	if r.Price == nil || r.Price.IsFree() {
		return res, nil
	}
	estimate, err := estimateFor(ctx, q, r.Writer.BaseURL, r.Writer.Model)
	if err != nil {
		return res, err
	}
	res.Needs = r.Price.Cost(r.Most) * estimate.Factor
	if r.Caps.Off() {
		return res, nil
	}
	if err := res.holdAgainstAll(ctx, q, r.Caps, job, day); err != nil {
		return res, err
	}
	if res.Cap == "" && estimate.Answers == 0 && !r.Unproven {
		asked, err := q.CountAwaitedFor(ctx, db.CountAwaitedForParams{BaseUrl: r.Writer.BaseURL, Model: r.Writer.Model})
		res.Wait = asked > 0
		return res, err
	}
	return res, nil
}

// holdAgainstAll compares a request with the caps of its job, if it has one, and
// of the day.
func (a *verdict) holdAgainstAll(ctx context.Context, q *db.Queries, caps galley.Caps, job galley.JobID, day string) error {
	if job != "" {
		onJob, err := spendOnJob(ctx, q, job)
		if err != nil {
			return err
		}
		abandoned, err := q.AbandonedForJob(ctx, job)
		if err != nil {
			return err
		}
		a.holdAgainst(galley.CapJob, caps.Job, onJob, abandoned)
	}
	onDay, err := spendOn(ctx, q, day)
	if err != nil {
		return err
	}
	abandoned, err := q.AbandonedOn(ctx, day)
	if err != nil {
		return err
	}
	a.holdAgainst(galley.CapDay, caps.Day, onDay, abandoned)
	return nil
}

// holdAgainst records that a cap has no room. One that is full for good goes
// before one that only has to be waited for. Abandoned reservations count like
// spent money: their process may be stopped, so waiting for them could take
// long.
func (a *verdict) holdAgainst(kind galley.CapKind, most float64, spent galley.Spend, abandoned float64) {
	if most == 0 || spent.TotalUSD()+a.Needs <= most {
		return
	}
	full := spent.BookedUSD+abandoned+a.Needs > most
	if a.Cap != "" && (!a.Wait || !full) {
		return
	}
	a.Cap, a.Spend, a.Wait = kind, spent, !full
}

// SettleReservation books what a request used, or with nil its whole
// reservation. One that was booked meanwhile, since its process was assumed to
// be dead, is left as it is.
func (s *Store) SettleReservation(ctx context.Context, id galley.ReservationID, used *galley.Usage) error {
	return s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
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
	})
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
	if err := q.AddSpend(ctx, spend); err != nil || onJob == 0 {
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
	return galley.Spend{BookedUSD: booked.CostUsd, ReservedUSD: reserved, Estimated: booked.Estimated > 0}, err
}

func spendOnJob(ctx context.Context, q *db.Queries, job galley.JobID) (galley.Spend, error) {
	booked, err := q.SpentOnJob(ctx, job)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return galley.Spend{}, err
	}
	reserved, err := q.ReservedForJob(ctx, job)
	return galley.Spend{BookedUSD: booked.CostUsd, ReservedUSD: reserved, Estimated: booked.Estimated > 0}, err
}

// BookDead books in full what processes that have died had set aside, and ends
// the leases of reservations that went unrenewed for their term while this
// process watched: their requests are no longer awaited.
func (s *Store) BookDead(ctx context.Context) error {
	holders, err := db.New(s.read).ReservationHolders(ctx)
	if err != nil {
		return fault(err)
	}
	for _, holder := range holders {
		process := processOf(holder)
		if process == s.holder {
			continue
		}
		err := s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
			if _, err := os.Stat(s.aliveFile(process)); err == nil {
				_, err := s.bury(ctx, q, process)
				return err
			}
			return s.bookStale(ctx, q, process)
		})
		if err != nil {
			return err
		}
	}
	return s.endLapsed(ctx)
}

// endLapsed ends leases of other processes' reservations like a takeover does.
// Where there are none it writes nothing: a home is also read while another
// program holds its data file.
func (s *Store) endLapsed(ctx context.Context) error {
	leases, err := db.New(s.read).LeasesOfReservations(ctx)
	if err != nil {
		return fault(err)
	}
	leases = slices.DeleteFunc(leases, func(l db.LeasesOfReservationsRow) bool { return processOf(l.Holder) == s.holder })
	if len(leases) == 0 {
		return nil
	}
	return s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
		for _, l := range leases {
			free, err := s.mayTake(ctx, q, l.Name, s.holder)
			if err == nil && free {
				err = q.DropLease(ctx, db.DropLeaseParams(l))
			}
			if err != nil {
				return err
			}
		}
		return nil
	})
}

// bookStale books the reservations of a process that left no sign of life, once
// none of them can still be under way.
func (s *Store) bookStale(ctx context.Context, q *db.Queries, process string) error {
	newest, err := q.NewestReservation(ctx, process)
	if errors.Is(err, sql.ErrNoRows) {
		return nil
	}
	if err != nil || s.clock.Now().Sub(newest.Time) < staleReservation {
		return err
	}
	return s.bookAll(ctx, q, process)
}

// bookAll books a process's reservations in full.
func (s *Store) bookAll(ctx context.Context, q *db.Queries, process string) error {
	rows, err := q.TakeReservationsOf(ctx, process)
	if err != nil {
		return err
	}
	for _, row := range rows {
		if err := s.book(ctx, q, row, inFull(row)); err != nil {
			return err
		}
	}
	return nil
}

// bookOwn books what this process leaves unsettled when it ends.
func (s *Store) bookOwn() error {
	holders, err := db.New(s.read).ReservationHolders(context.Background())
	own := func(holder string) bool { return processOf(holder) == s.holder }
	if err != nil || !slices.ContainsFunc(holders, own) {
		return fault(err)
	}
	return s.tx(context.Background(), func(q *db.Queries, _ *sql.Tx) error {
		return s.bookAll(context.Background(), q, s.holder)
	})
}

// chargeKey is the job and position that a cost is booked on, "" and 0 for none.
func chargeKey(c galley.Charge) (job galley.JobID, position int, err error) {
	if c.ItemID != "" {
		return c.ItemID.Split()
	}
	return c.JobID, 0, nil
}

func priceOf(row db.Reservation) *galley.Price {
	if row.PriceInput == nil {
		return nil
	}
	return &galley.Price{Input: *row.PriceInput, Cached: *row.PriceCached, Output: *row.PriceOutput}
}
