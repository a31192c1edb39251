package store

import (
	"context"
	"database/sql"
	"slices"
	"time"

	"github.com/google/uuid"

	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/store/column"
	"galley/backend/store/db"
)

// queue decides one draft to the shop: its change and its outbox row. False
// means that its state does not allow it.
func (s *Store) queue(ctx context.Context, q *db.Queries, item db.Item, p galley.PublishDecision) (bool, error) {
	st, err := statusOf(ctx, q, item)
	if err != nil {
		return false, err
	}
	return s.queueAs(ctx, q, item, st, p)
}

// queueAs is queue for an item whose status is known.
func (s *Store) queueAs(ctx context.Context, q *db.Queries, item db.Item, st galley.ItemStatus, p galley.PublishDecision) (bool, error) {
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
	if err = expectOneRow(n, err, messages.ItemGone); err != nil {
		return false, err
	}
	expected := item.Original
	if p.Overwrite && item.OnShopKnown {
		expected = item.OnShop
	}
	row := s.outgoing(item)
	row.Kind, row.Expected, row.After = galley.KindPublish, expected, galley.Text(item.Content)
	row.Plan, row.Person, row.Writer, row.Model, row.PromptVersion = p.Plan, p.Person, item.WrittenBy, item.Model, item.PromptVersion
	if item.Priced {
		row.CostUsd = &item.CostUsd
	}
	return true, q.InsertPublication(ctx, row)
}

// outgoing is a publication at the item's place.
func (s *Store) outgoing(item db.Item) db.InsertPublicationParams {
	return db.InsertPublicationParams{
		ID: uuid.NewString(), ShopID: item.ShopID, ItemRow: item.RowID,
		PlaceKind: item.PlaceKind, PlaceID: item.PlaceID, PlaceHandle: item.PlaceHandle, PlaceTitle: item.PlaceTitle,
		ImageOf: item.ImageOf, Field: item.Field, Slot: slotKey(item.Field, item.PlaceID), CreatedAt: column.At(s.clock.Now()),
	}
}

// queueUndo queues the text from before a publication.
func (s *Store) queueUndo(ctx context.Context, q *db.Queries, of db.ListedPublication, plan galley.PlanID, person string) error {
	row := s.outgoingLike(of)
	row.Kind, row.Expected, row.After, row.Plan, row.Person = galley.KindUndo, of.Live, of.Before, plan, person
	row.Undoes, row.Again = column.NullText(of.ID), of.Kind.Removes(of.Again)
	return q.InsertPublication(ctx, row)
}

// outgoingLike is a publication at the place of an earlier one, of a text that
// its writer wrote and that is paid for.
func (s *Store) outgoingLike(of db.ListedPublication) db.InsertPublicationParams {
	return db.InsertPublicationParams{
		ID: uuid.NewString(), ShopID: of.ShopID, ItemRow: of.ItemRow,
		PlaceKind: of.PlaceKind, PlaceID: of.PlaceID, PlaceHandle: of.PlaceHandle, PlaceTitle: of.PlaceTitle,
		ImageOf: of.ImageOf, Field: of.Field, Slot: of.Slot, Writer: of.Writer, Model: of.Model, PromptVersion: of.PromptVersion,
		CostUsd: new(float64), CreatedAt: column.At(s.clock.Now()),
	}
}

func slotKey(field galley.Field, place string) string {
	return galley.SlotOf(field, galley.Target{Kind: field.Place(), ID: place}).Key()
}

// openAt reports whether a write to that place waits or is under way.
func openAt(ctx context.Context, q *db.Queries, shop galley.ShopID, f galley.Field, place string) (bool, error) {
	n, err := q.OpenAtPlace(ctx, db.OpenAtPlaceParams{ShopID: shop, Field: f, PlaceID: place})
	return n > 0, err
}

// topicOf is the topic that a publication changes: its job's, or the
// catalogue's without one.
func topicOf(p galley.Publication) string {
	if job, _, err := p.ItemID.Split(); err == nil {
		return galley.TopicJob(job)
	}
	return galley.TopicProducts(p.ShopID)
}

// ShopsWithOutbox lists the shops that have publications waiting or under way.
func (s *Store) ShopsWithOutbox(ctx context.Context) ([]galley.ShopID, error) {
	rows, err := db.New(s.read).ShopsWithOpenPublications(ctx)
	return rows, fault(err)
}

// ShopsToTry are those of them that are not left alone for now. within is the
// longest time that one is left alone.
func (s *Store) ShopsToTry(ctx context.Context, within time.Duration) ([]galley.ShopID, error) {
	now := s.clock.Now()
	rows, err := db.New(s.read).ShopsToTry(ctx, db.ShopsToTryParams{Now: column.NullAt(now), Latest: column.NullAt(now.Add(within))})
	return rows, fault(err)
}

// Outbox lists what is queued for a shop or under way, by job, in the order in
// which it was queued.
func (s *Store) Outbox(ctx context.Context, shop galley.ShopID) ([]galley.OutboxPart, error) {
	rows, err := db.New(s.read).OpenByJob(ctx, shop)
	return outboxParts(rows), fault(err)
}

func outboxParts(rows []db.OpenByJobRow) []galley.OutboxPart {
	parts := make([]galley.OutboxPart, len(rows))
	for i, r := range rows {
		parts[i] = galley.OutboxPart{JobID: r.JobID, JobName: string(r.Name), Field: galley.Field(r.Field), Waiting: r.Waiting, Undos: r.Undos}
	}
	return parts
}

// Unsettled lists the publications that are marked as being sent. To a holder
// that just took the shop's lease they are those of a killed process: written
// or not, only the shop knows.
func (s *Store) Unsettled(ctx context.Context, shop galley.ShopID) ([]galley.Publication, error) {
	return s.open(ctx, shop, galley.PublicationSending, -1)
}

// Waiting lists the first n publications to go, urgent ones before others and
// then the oldest first, and with them all others for the same places: texts of
// other fields too, which can go with them. The
// list is in the order in which they were queued.
func (s *Store) Waiting(ctx context.Context, shop galley.ShopID, n int) ([]galley.Publication, error) {
	return s.open(ctx, shop, galley.PublicationQueued, n)
}

// UrgentSlots are the keys of the slots of what a person waits for: of the first 50.
func (s *Store) UrgentSlots(ctx context.Context, shop galley.ShopID) ([]string, error) {
	slots, err := db.New(s.read).UrgentSlots(ctx, shop)
	return slots, fault(err)
}

func (s *Store) open(ctx context.Context, shop galley.ShopID, state galley.PublicationState, n int) (found []galley.Publication, err error) {
	err = s.view(ctx, func(q *db.Queries, _ *sql.Tx) error {
		rows, err := q.OpenPublications(ctx, db.OpenPublicationsParams{ShopID: shop, State: state, N: n})
		for _, r := range rows {
			found = append(found, publication(r))
		}
		return err
	})
	return found, err
}

// WaitingOf counts the publications of a job that are waiting or under way.
func (s *Store) WaitingOf(ctx context.Context, job galley.JobID) (int, error) {
	n, err := db.New(s.read).WaitingOf(ctx, job)
	return n, fault(err)
}

// PublicationsOf lists all publications of an item: queued, under way and ended.
func (s *Store) PublicationsOf(ctx context.Context, id galley.ItemID) (found []galley.Publication, err error) {
	job, pos, err := id.Split()
	if err != nil {
		return nil, err
	}
	found = []galley.Publication{}
	err = s.view(ctx, func(q *db.Queries, _ *sql.Tx) error {
		rows, err := q.PublicationsOf(ctx, db.PublicationsOfParams{JobID: job, Position: pos})
		for _, r := range rows {
			found = append(found, publication(r))
		}
		if err != nil {
			return err
		}
		return markUndoable(ctx, q, found)
	})
	return found, err
}

// markUndoable notes which of the publications can be undone.
func markUndoable(ctx context.Context, q *db.Queries, found []galley.Publication) error {
	ids := make([]string, len(found))
	for i, p := range found {
		ids[i] = p.ID
	}
	undoable, err := q.Undoable(ctx, jsonArray(ids))
	for i := range found {
		found[i].CanUndo = slices.Contains(undoable, found[i].ID)
	}
	return err
}

// ofItem is the id of a publication's item, "" if it has none.
func ofItem(job galley.JobID, position column.NullInt) galley.ItemID {
	if job == "" {
		return ""
	}
	return galley.NewItemID(job, int(position))
}

func publication(r db.ListedPublication) galley.Publication {
	place := galley.PlaceRef{Kind: r.PlaceKind, ID: r.PlaceID, Handle: r.PlaceHandle, Title: r.PlaceTitle}
	return galley.Publication{
		ID: r.ID, ShopID: r.ShopID, ItemID: ofItem(r.JobID, r.Position), Place: place, Product: place.Product(r.ImageOf),
		Field: r.Field, Kind: r.Kind, State: r.State,
		Expected: r.Expected, Before: knownValue(r.BeforeKnown, r.Before), After: r.After,
		Live: knownValue(r.LiveKnown, r.Live), Person: r.Person, Writer: r.Writer, Plan: r.Plan, Undoes: string(r.Undoes),
		Sibling: knownValue(r.SiblingKnown, r.Sibling), Again: r.Again, Removes: r.Kind.Removes(r.Again), Late: r.Late, RequestID: r.RequestID,
		Error: reason(r.ErrorCode, r.ErrorMessage), Attempts: r.Attempts, CreatedAt: r.CreatedAt.Time,
		StartedAt: r.StartedAt.Time, FinishedAt: r.FinishedAt.Time, Urgent: r.Urgent,
	}
}
