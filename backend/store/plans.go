package store

import (
	"context"
	"database/sql"
	"errors"
	"slices"

	"github.com/google/uuid"

	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/store/column"
	"galley/backend/store/db"
)

// PlanDrafts saves a plan over items of its job, or of a selection. pick chooses them from the
// items as they are in the same transaction: what it counts is what is planned.
func (s *Store) PlanDrafts(ctx context.Context, plan galley.NewPlan, pick func([]galley.ItemStanding) ([]int, error)) (id galley.PlanID, err error) {
	err = s.tx(ctx, func(q *db.Queries, tx *sql.Tx) error {
		items, err := itemStandings(ctx, q, plan.JobID)
		if err == nil && plan.Selection != nil {
			items, err = s.selectedOf(ctx, q, tx, *plan.Selection, items)
		}
		if err != nil {
			return err
		}
		positions, err := pick(items)
		if err != nil {
			return err
		}
		if id, err = s.insertPlan(ctx, q, plan); err != nil {
			return err
		}
		return q.PlanDrafts(ctx, db.PlanDraftsParams{Plan: id, JobID: plan.JobID, Positions: jsonArray(positions)})
	})
	return id, err
}

// PlanUndos keeps a plan that undoes publications, in their order. Those whose
// place has a write queued or being sent are left out and returned as busy.
func (s *Store) PlanUndos(ctx context.Context, plan galley.NewPlan, undos []galley.PlannedUndo) (id galley.PlanID, busy []galley.PlannedUndo, err error) {
	err = s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
		if id, err = s.insertPlan(ctx, q, plan); err != nil {
			return err
		}
		ids := make([]string, len(undos))
		for i, u := range undos {
			ids[i] = u.Publication.ID
		}
		atBusy, err := q.AtBusyPlaces(ctx, jsonArray(ids))
		if err != nil {
			return err
		}
		var planned []plannedUndo
		for i, u := range undos {
			if slices.Contains(atBusy, u.Publication.ID) {
				busy = append(busy, u)
				continue
			}
			planned = append(planned, plannedUndo{Position: i + 1, Entry: u.Entry, Publication: u.Publication.ID})
		}
		return q.PlanUndos(ctx, db.PlanUndosParams{Plan: id, Undos: jsonArray(planned)})
	})
	return id, busy, err
}

// plannedUndo is one row of PlanUndos.
type plannedUndo struct {
	Position    int    `json:"position"`
	Entry       int64  `json:"entry"`
	Publication string `json:"publication"`
}

// PlanTexts keeps a plan that writes texts of the product editor. A place that
// has a write queued or being sent is CodeBusy.
func (s *Store) PlanTexts(ctx context.Context, plan galley.NewPlan, of galley.PlaceRef, edits []galley.TextEdit) (id galley.PlanID, err error) {
	err = s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
		if id, err = s.insertPlan(ctx, q, plan); err != nil {
			return err
		}
		for i, e := range edits {
			at := e.Target(of.ID)
			newest, err := newestWrite(ctx, q, db.NewestWriteAtParams{
				ShopID: plan.ShopID, Slot: galley.SlotOf(e.Field, at).Key(), Field: e.Field, ButOf: "-",
			})
			if err != nil {
				return err
			}
			if isOpenWrite(newest.State) {
				return galley.NewError(galley.CodeBusy, messages.SavePlaceBusy(string(e.Field), of.Title))
			}
			row := db.PlanTextParams{
				Plan: id, Position: i + 1, ShopID: plan.ShopID, LastWrite: newest.Seq,
				PlaceKind: at.Kind, PlaceID: at.ID, PlaceHandle: of.Handle, PlaceTitle: of.Title,
				Field: e.Field, Expected: e.Expected, After: e.Value,
			}
			if at.Kind == galley.PlaceImage {
				row.ImageOf = of.ID
			}
			if err := q.PlanText(ctx, row); err != nil {
				return err
			}
		}
		return nil
	})
	return id, err
}

// insertPlan keeps a new plan and forgets those that were never confirmed and
// are too old to be.
func (s *Store) insertPlan(ctx context.Context, q *db.Queries, plan galley.NewPlan) (galley.PlanID, error) {
	now := s.clock.Now()
	if err := q.PrunePlans(ctx, column.At(now.Add(-galley.PlanKept))); err != nil {
		return "", err
	}
	id := galley.PlanID(uuid.NewString())
	row := db.InsertPlanParams{
		ID: id, Kind: plan.Kind, ShopID: plan.ShopID, JobID: plan.JobID,
		Overwrite: plan.Overwrite, Rejected: plan.Rejected, Approved: plan.Approved, Scope: plan.Scope, CreatedAt: column.At(now),
	}
	return id, q.InsertPlan(ctx, row)
}

// newestWrite is the newest publication at a place, zero if there never was one.
func newestWrite(ctx context.Context, q *db.Queries, place db.NewestWriteAtParams) (db.NewestWriteAtRow, error) {
	row, err := q.NewestWriteAt(ctx, place)
	if errors.Is(err, sql.ErrNoRows) {
		return db.NewestWriteAtRow{}, nil
	}
	return row, err
}

func isOpenWrite(state galley.PublicationState) bool {
	return state == galley.PublicationQueued || state == galley.PublicationSending
}

func itemStandings(ctx context.Context, q *db.Queries, job galley.JobID) ([]galley.ItemStanding, error) {
	rows, err := q.ItemStates(ctx, job)
	found := make([]galley.ItemStanding, len(rows))
	for i, r := range rows {
		st := status(r.State, r.PublishState, r.Decision, galley.PublicationState(r.Write))
		st.Since = r.Since
		st.Missing, st.Alike = isMissing(r.ErrorCode), r.Alike
		st.Rewriting = r.Rewriting
		found[i] = galley.ItemStanding{
			ItemStatus: st, Position: r.Position,
			Revision: r.Revision, Warned: r.Warned, Opened: r.Opened, Replaces: r.Replaces, Gone: r.Gone,
			OnShop: knownValue(r.OnShopKnown, r.OnShop),
		}
	}
	return found, err
}

// Run returns the progress of a confirmed plan's writes, or CodeNotFound.
func (s *Store) Run(ctx context.Context, id galley.PlanID) (run galley.Run, err error) {
	err = s.view(ctx, func(q *db.Queries, _ *sql.Tx) error {
		plan, err := q.Plan(ctx, id)
		if errors.Is(err, sql.ErrNoRows) || err == nil && plan.ConfirmedAt.Time == nil {
			return galley.NewError(galley.CodeNotFound, messages.NoSuchConfirmedPlan(string(id)))
		}
		if err != nil {
			return err
		}
		run = galley.Run{
			Plan: id, Kind: plan.Kind, Shops: []galley.ShopID{}, ConfirmedAt: plan.ConfirmedAt.OrZero(),
		}
		if plan.JobID != "" {
			run.JobID = plan.JobID
		}
		return countPlan(ctx, q, &run)
	})
	return run, err
}

// runOf is how far the writes of a plan are.
func runOf(ctx context.Context, q *db.Queries, id galley.PlanID) (galley.Run, error) {
	plan, err := q.Plan(ctx, id)
	run := galley.Run{Plan: id, Kind: plan.Kind}
	if err != nil {
		return run, err
	}
	return run, countPlan(ctx, q, &run)
}

func countPlan(ctx context.Context, q *db.Queries, run *galley.Run) error {
	rows, err := q.PlanWrites(ctx, run.Plan)
	for _, r := range rows {
		countWrites(run, r)
	}
	return err
}

func countWrites(run *galley.Run, r db.PlanWritesRow) {
	n := r.N
	run.Total += n
	if shop := r.ShopID; !slices.Contains(run.Shops, shop) {
		run.Shops = append(run.Shops, shop)
	}
	switch r.State {
	case galley.PublicationQueued, galley.PublicationSending:
		run.Waiting += n
	case galley.PublicationDone:
		if r.Kind == galley.KindUndo {
			run.Undone += n
		} else {
			run.Published += n
		}
	case galley.PublicationConflict:
		run.Conflict += n
	case galley.PublicationFailed:
		run.Failed += n
	case galley.PublicationWithdrawn:
		run.Withdrawn += n
	}
}

// LatestRun is the job's last confirmed plan that queued something, "" if there
// is none.
func (s *Store) LatestRun(ctx context.Context, job galley.JobID) (galley.PlanID, error) {
	id, err := db.New(s.read).LatestRun(ctx, job)
	if errors.Is(err, sql.ErrNoRows) {
		return "", nil
	}
	return id, fault(err)
}
