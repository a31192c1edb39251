package store

import (
	"context"
	"database/sql"

	"galley/backend/failpoint"
	"galley/backend/galley"
	"galley/backend/store/column"
	"galley/backend/store/db"
)

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
			if err := fence(ctx, q, *r.Held); err != nil {
				return err
			}
		}
		day := today(s.clock)
		found, err := s.findRoom(ctx, q, r, job, day)
		if res = found.Reserved; err != nil || res.Wait || res.Cap != "" {
			return err
		}
		row := db.InsertReservationParams{
			Holder: s.reserver(r.Charge), ShopID: r.ShopID, JobID: job, Position: position, Day: day, BaseUrl: r.Writer.BaseURL, Model: r.Writer.Model,
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
	if c.Batch != "" {
		return batchHolder(c.Batch)
	}
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
	if r.Caps.Off() && r.ShopCaps.Off() {
		return res, nil
	}
	if err := res.holdAgainstAll(ctx, q, r.Caps, job, day); err != nil {
		return res, err
	}
	if err := res.holdAgainstLonger(ctx, q, r, day); err != nil {
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

// holdAgainst records that a cap has no room. One that has room later goes before
// one that has it sooner: what waits goes on when the last has. Abandoned
// reservations count like spent money: their process may be stopped, so waiting
// for them could take long.
func (a *verdict) holdAgainst(kind galley.CapKind, most float64, spent galley.Spend, abandoned float64) {
	if most == 0 || spent.TotalUSD+a.Needs <= most {
		return
	}
	wait := spent.BookedUSD+abandoned+a.Needs <= most
	found := verdict{galley.Reserved{Cap: kind, Most: most, Spend: spent, Needs: a.Needs, Wait: wait}}
	if a.Cap == "" || found.lasts() > a.lasts() {
		*a = found
	}
}

// How long a cap has no room.
const (
	tillSettled = iota
	tillMidnight
	tillNextMonth
	forGood
)

func (a *verdict) lasts() int {
	switch {
	case a.Wait:
		return tillSettled
	case a.Cap == galley.CapJob, a.Needs > a.Most:
		return forGood
	case a.Cap == galley.CapMonth, a.Cap == galley.CapShopMonth:
		return tillNextMonth
	}
	return tillMidnight
}

// chargeKey is the job and position that a cost is booked on, "" and 0 for none.
func chargeKey(c galley.Charge) (job galley.JobID, position int, err error) {
	if c.ItemID != "" {
		return c.ItemID.Split()
	}
	return c.JobID, 0, nil
}

// newestJobs are how many jobs drafts are measured in.
const newestJobs = 5

// DraftsUsed is what the newest drafts of a job's field by its model used, at
// most n of them.
func (s *Store) DraftsUsed(ctx context.Context, job galley.Job, n int) (used galley.DraftsUsed, err error) {
	err = s.view(ctx, func(q *db.Queries, _ *sql.Tx) error {
		row, err := q.DraftsUsed(ctx, db.DraftsUsedParams{
			Field: job.Field, BaseUrl: job.Writer.BaseURL, Model: job.Writer.Model, ShopID: job.ShopID, Newest: newestJobs, N: n,
		})
		used = galley.DraftsUsed{Drafts: row.Drafts, InputTokens: row.InputTokens, OutputTokens: row.OutputTokens, CachedTokens: row.CachedTokens}
		return err
	})
	return used, err
}
