package store

import (
	"context"
	"database/sql"
	"time"

	"github.com/google/uuid"

	"galley/backend/galley"
	"galley/backend/store/db"
)

// queue decides one draft to the shop: its change and its outbox row. False
// means that its state does not allow it.
func (s *Store) queue(ctx context.Context, q *db.Queries, item db.Item, p galley.PublishDecision) (bool, error) {
	st, err := statusOf(ctx, q, item)
	if err != nil {
		return false, err
	}
	if p.Rejected {
		st = st.Undecided()
	}
	if !st.Can().Publish {
		return false, nil
	}
	if err := q.ReopenUndone(ctx, item.RowID); err != nil {
		return false, err
	}
	n, err := q.QueueItem(ctx, item.RowID)
	if err = one(n, err, "This item is not there any more."); err != nil {
		return false, err
	}
	expected := item.Original
	if p.Overwrite && item.OnShopKnown == 1 {
		expected = item.OnShop
	}
	row := s.outgoing(item)
	row.Kind, row.Expected, row.After = string(galley.KindPublish), expected, sql.NullString{String: item.Content, Valid: true}
	row.Plan, row.Person, row.Writer, row.Model, row.PromptVersion = string(p.Plan), p.Person, item.WrittenBy, item.Model, item.PromptVersion
	row.CostUsd = sql.NullFloat64{Float64: item.CostUsd, Valid: item.Priced == 1}
	return true, q.InsertPublication(ctx, row)
}

// outgoing is a publication at the item's place.
func (s *Store) outgoing(item db.Item) db.InsertPublicationParams {
	return db.InsertPublicationParams{
		ID: uuid.NewString(), ShopID: item.ShopID, ItemRow: sql.NullInt64{Int64: item.RowID, Valid: true},
		ProductID: item.ProductID, ProductHandle: item.ProductHandle, ProductTitle: item.ProductTitle,
		ImageID: item.ImageID, Field: item.Field, Place: placeKey(item.Field, item.ProductID, item.ImageID), CreatedAt: millis(s.clock.Now()),
	}
}

// queueUndo decides to put back what stood before a publication.
func (s *Store) queueUndo(ctx context.Context, q *db.Queries, of db.Publication, plan, person string) error {
	return q.InsertPublication(ctx, db.InsertPublicationParams{
		ID: uuid.NewString(), Plan: plan, ShopID: of.ShopID, ItemRow: of.ItemRow, ProductID: of.ProductID,
		ProductHandle: of.ProductHandle, ProductTitle: of.ProductTitle, ImageID: of.ImageID, Field: of.Field, Place: of.Place,
		Kind: string(galley.KindUndo), Expected: of.Live, After: of.Before, Person: person, Writer: of.Writer,
		Model: of.Model, PromptVersion: of.PromptVersion, CostUsd: dollars(0), // nothing is written by a model
		Undoes: sql.NullString{String: of.ID, Valid: true}, Again: flag(of.Kind == string(galley.KindUndo) && of.Again == 0), CreatedAt: millis(s.clock.Now()),
	})
}

func placeKey(field, product, image string) string {
	return galley.PlaceOf(galley.Field(field), galley.Target{ProductID: product, ImageID: image}).Key()
}

// openAt reports whether a write to that place waits or is under way.
func openAt(ctx context.Context, q *db.Queries, shop galley.ShopID, f galley.Field, t galley.Target) (bool, error) {
	n, err := q.OpenAtTarget(ctx, db.OpenAtTargetParams{ShopID: string(shop), Field: string(f), ProductID: t.ProductID, ImageID: t.ImageID})
	return n > 0, err
}

// topicOf is what a page shows that a publication changes: its job, or where
// it has none, the catalogue.
func topicOf(p galley.Publication) string {
	if job, _, err := p.ItemID.Split(); err == nil {
		return galley.TopicJob(job)
	}
	return galley.TopicProducts(p.ShopID)
}

// ShopsWithOutbox lists the shops that have publications waiting or under way.
func (s *Store) ShopsWithOutbox(ctx context.Context) ([]galley.ShopID, error) {
	rows, err := db.New(s.read).ShopsWithOpenPublications(ctx)
	return shopIDs(rows), fault(err)
}

// ShopsToTry are those of them that are not left alone for now. within is the
// longest time that one is left alone.
func (s *Store) ShopsToTry(ctx context.Context, within time.Duration) ([]galley.ShopID, error) {
	now := s.clock.Now()
	rows, err := db.New(s.read).ShopsToTry(ctx, db.ShopsToTryParams{Now: at(now), Latest: at(now.Add(within))})
	return shopIDs(rows), fault(err)
}

func shopIDs(rows []string) []galley.ShopID {
	ids := make([]galley.ShopID, len(rows))
	for i, id := range rows {
		ids[i] = galley.ShopID(id)
	}
	return ids
}

// Outbox tells what waits for a shop or is under way, job by job, in the order
// in which it was decided.
func (s *Store) Outbox(ctx context.Context, shop galley.ShopID) ([]galley.OutboxPart, error) {
	rows, err := db.New(s.read).OpenByJob(ctx, string(shop))
	return outboxParts(rows), fault(err)
}

func outboxParts(rows []db.OpenByJobRow) []galley.OutboxPart {
	parts := make([]galley.OutboxPart, len(rows))
	for i, r := range rows {
		parts[i] = galley.OutboxPart{JobName: r.Name.String, Field: galley.Field(r.Field.String), Waiting: int(r.Waiting), Undos: int(r.Undos)}
		if r.JobID.Valid {
			parts[i].JobID = jobID(r.JobID.Int64)
		}
	}
	return parts
}

// Unsettled lists the publications that are marked as being sent. To a holder
// that just took the shop's lease they are what a killed process left: written
// or not, only the shop can tell.
func (s *Store) Unsettled(ctx context.Context, shop galley.ShopID) ([]galley.Publication, error) {
	return s.open(ctx, shop, galley.PublicationSending, -1)
}

// Waiting lists the n publications that wait longest, oldest first, and with
// them all others for the same places.
func (s *Store) Waiting(ctx context.Context, shop galley.ShopID, n int) ([]galley.Publication, error) {
	return s.open(ctx, shop, galley.PublicationQueued, n)
}

func (s *Store) open(ctx context.Context, shop galley.ShopID, state galley.PublicationState, n int) (found []galley.Publication, err error) {
	err = s.view(ctx, func(q *db.Queries, _ *sql.Tx) error {
		rows, err := q.OpenPublications(ctx, db.OpenPublicationsParams{ShopID: string(shop), State: string(state), N: int64(n)})
		for _, r := range rows {
			found = append(found, publication(r.Publication, ofItem(r.JobID.Int64, r.Position.Int64)))
		}
		return err
	})
	return found, err
}

// WaitingOf counts the publications of a job that are waiting or under way.
func (s *Store) WaitingOf(ctx context.Context, job galley.JobID) (int, error) {
	key, err := jobKey(job)
	if err != nil {
		return 0, err
	}
	n, err := db.New(s.read).WaitingOf(ctx, key)
	return int(n), fault(err)
}

// Withdraw takes back publications that have not gone out yet, and returns how
// many those were: all of a shop, of a job ("" for all), or of those positions
// in it (none for all). A shop that nothing waits for is not halted any more.
func (s *Store) Withdraw(ctx context.Context, shop galley.ShopID, job galley.JobID, positions []int) (int, error) {
	return s.withdraw(ctx, shop, job, positions, "")
}

// WithdrawPlan does the same for what a plan queued at a shop.
func (s *Store) WithdrawPlan(ctx context.Context, shop galley.ShopID, plan galley.PlanID) (int, error) {
	return s.withdraw(ctx, shop, "", nil, plan)
}

func (s *Store) withdraw(ctx context.Context, shop galley.ShopID, job galley.JobID, positions []int, plan galley.PlanID) (withdrawn int, err error) {
	var key int64
	if job != "" {
		if key, err = jobKey(job); err != nil {
			return 0, err
		}
	}
	err = s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
		before, err := q.OpenByJob(ctx, string(shop))
		if err != nil {
			return err
		}
		rows, err := q.WithdrawPublications(ctx, db.WithdrawPublicationsParams{
			ShopID: string(shop), JobID: key, Positions: list(positions), Plan: string(plan), FinishedAt: at(s.clock.Now()),
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

// unpublish takes the drafts of withdrawn publications back.
func unpublish(ctx context.Context, q *db.Queries, rows []db.WithdrawPublicationsRow) error {
	for _, r := range rows {
		if r.Kind == string(galley.KindUndo) || !r.ItemRow.Valid {
			continue // the item stayed published all along, or there is none
		}
		to, err := withdrawnTo(ctx, q, r.ItemRow)
		if err != nil {
			return err
		}
		n, err := q.MoveItemPublish(ctx, db.MoveItemPublishParams{RowID: r.ItemRow.Int64, PublishState: string(to)})
		if err = one(n, err, "This item is not there any more."); err != nil {
			return err
		}
	}
	return nil
}

func resumeIdle(ctx context.Context, q *db.Queries, shop galley.ShopID) error {
	left, err := q.OpenByJob(ctx, string(shop))
	if err != nil || len(left) > 0 {
		return err
	}
	_, err = q.ResumeShop(ctx, string(shop))
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

// PublicationsOf lists every write to the shop that an item ever had.
func (s *Store) PublicationsOf(ctx context.Context, id galley.ItemID) (found []galley.Publication, err error) {
	job, pos, err := itemKey(id)
	if err != nil {
		return nil, err
	}
	found = []galley.Publication{}
	err = s.view(ctx, func(q *db.Queries, _ *sql.Tx) error {
		rows, err := q.PublicationsOf(ctx, db.PublicationsOfParams{JobID: job, Position: pos})
		for _, r := range rows {
			found = append(found, publication(r.Publication, ofItem(r.JobID, r.Position)))
		}
		if err != nil {
			return err
		}
		return markUndoable(ctx, q, found)
	})
	return found, err
}

// markUndoable notes which of the publications can be undone.
func markUndoable(ctx context.Context, q *db.Queries, found []galley.Publication) (err error) {
	for i := range found {
		if found[i].CanUndo, err = q.CanUndo(ctx, found[i].ID); err != nil {
			return err
		}
	}
	return nil
}

// ofItem is the id of a publication's item, "" where it has none.
func ofItem(job, position int64) galley.ItemID {
	if job == 0 {
		return ""
	}
	return galley.NewItemID(jobID(job), int(position))
}

func publication(r db.Publication, item galley.ItemID) galley.Publication {
	return galley.Publication{
		ID: r.ID, ShopID: galley.ShopID(r.ShopID), ItemID: item,
		Target:  galley.Target{ProductID: r.ProductID, ImageID: r.ImageID},
		Product: galley.ProductRef{ID: r.ProductID, Handle: r.ProductHandle, Title: r.ProductTitle},
		Field:   galley.Field(r.Field), Kind: galley.PublicationKind(r.Kind), State: galley.PublicationState(r.State),
		Expected: value(r.Expected), Before: known(r.BeforeKnown, r.Before), After: value(r.After),
		Live: known(r.LiveKnown, r.Live), Person: r.Person, Writer: r.Writer, Plan: galley.PlanID(r.Plan), Undoes: r.Undoes.String,
		Sibling: known(r.SiblingKnown, r.Sibling), Again: r.Again == 1, Late: r.Late == 1, RequestID: r.RequestID,
		Error: reason(r.ErrorCode, r.ErrorMessage), Attempts: int(r.Attempts), CreatedAt: moment(r.CreatedAt),
		StartedAt: momentOrNil(r.StartedAt), FinishedAt: momentOrNil(r.FinishedAt),
	}
}
