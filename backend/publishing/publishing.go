// Package publishing decides drafts to a shop, takes them there safely, and
// takes them back. A decision is an outbox row; the dispatcher works it.
package publishing

import (
	"context"
	"time"

	"galley/backend/galley"
	"galley/backend/lease"
)

// Store keeps the outbox.
type Store interface {
	lease.Store
	HeldStore
	Shop(ctx context.Context, nameOrID string) (galley.Shop, error)
	Job(ctx context.Context, id galley.JobID) (galley.Job, error)
	Item(ctx context.Context, id galley.ItemID) (galley.Item, error)
	Product(ctx context.Context, shop galley.ShopID, idOrHandle string) (galley.Product, error)
	Publication(ctx context.Context, id string) (p galley.Publication, undone bool, err error)
	QueueEdits(ctx context.Context, shop galley.ShopID, product galley.ProductRef, edits []galley.TextEdit, person string) error
	ItemStates(ctx context.Context, job galley.JobID) ([]galley.ItemStanding, error)
	QueueDrafts(ctx context.Context, job galley.JobID, positions []int, p galley.PublishDecision) (int, error)
	Undoable(ctx context.Context, job galley.JobID) ([]galley.Publication, error)
	QueueUndos(ctx context.Context, pubs []galley.Publication, person string) ([]string, error)
	PublicationAt(ctx context.Context, entry int64) (p galley.Publication, undone bool, err error)
	Withdraw(ctx context.Context, shop galley.ShopID, job galley.JobID, positions []int) (int, error)
	Outbox(ctx context.Context, shop galley.ShopID) ([]galley.OutboxPart, error)
	WaitingOf(ctx context.Context, job galley.JobID) (int, error)
	ShopsWithOutbox(ctx context.Context) ([]galley.ShopID, error)
	ShopsToTry(ctx context.Context, within time.Duration) ([]galley.ShopID, error)
	Unsettled(ctx context.Context, shop galley.ShopID) ([]galley.Publication, error)
	Waiting(ctx context.Context, shop galley.ShopID, n int) ([]galley.Publication, error)
	LastWrites(ctx context.Context, shop galley.ShopID, place galley.Place) (map[galley.Field]galley.OwnWrite, error)
	StartPublications(ctx context.Context, starts []galley.PublicationStart, held galley.Lease) (started map[string]bool, within time.Duration, err error)
	Settle(ctx context.Context, ends []galley.Settlement, held galley.Lease) error
	ShopsToWatch(ctx context.Context, within time.Duration) ([]galley.ShopID, error)
	DueWatches(ctx context.Context, shop galley.ShopID, within time.Duration) ([]galley.Watch, error)
	LookAgain(ctx context.Context, watch int64, looked bool, next time.Time) error
	EndWatch(ctx context.Context, watch int64) error
	SettleLate(ctx context.Context, w galley.Watch, live galley.Value, why galley.Reason, held galley.Lease) error
	HaltShop(ctx context.Context, id galley.ShopID, why galley.Reason, tryAt time.Time) error
	ResumeShop(ctx context.Context, id galley.ShopID) error
	TryShop(ctx context.Context, id galley.ShopID) error
}

// Settings are the preferences in force now.
type Settings interface {
	Get(ctx context.Context) (galley.Settings, error)
}

// Service plans and decides publications and undos.
type Service struct {
	store    Store
	settings Settings
}

// New makes the service.
func New(store Store, settings Settings) *Service {
	return &Service{store: store, settings: settings}
}

// Plan says what Publish would do, for the sentence that asks.
func (s *Service) Plan(ctx context.Context, req galley.PublishRequest) (galley.PublishPlan, error) {
	plan, _, err := s.plan(ctx, req)
	return plan, err
}

// Publish decides drafts to the shop and returns what it decided. They go out
// when a process works the outbox.
func (s *Service) Publish(ctx context.Context, req galley.PublishRequest) (galley.PublishPlan, error) {
	plan, positions, err := s.plan(ctx, req)
	if err != nil {
		return plan, err
	}
	if len(positions) == 0 && len(req.ItemIDs) == 1 {
		return plan, s.whyNot(ctx, req.ItemIDs[0])
	}
	set, err := s.settings.Get(ctx)
	if err != nil {
		return plan, err
	}
	plan.Count, err = s.store.QueueDrafts(ctx, req.JobID, positions, galley.PublishDecision{Person: set.Person, Overwrite: req.Overwrite})
	return plan, err
}

func (s *Service) plan(ctx context.Context, req galley.PublishRequest) (plan galley.PublishPlan, positions []int, err error) {
	job, shop, named, err := s.subject(ctx, req.JobID, req.ItemIDs)
	if err != nil {
		return plan, nil, err
	}
	standings, err := s.store.ItemStates(ctx, req.JobID)
	if err != nil {
		return plan, nil, err
	}
	plan = galley.PublishPlan{Shop: shop.Name, Field: job.Field}
	for _, it := range standings {
		if named != nil && !named[it.Position] {
			continue
		}
		delete(named, it.Position)
		if !leave(&plan.Left, it, req.OnlyApproved, named != nil) {
			positions = append(positions, it.Position)
			plan.Count++
			plan.Warned += one(it.Warned)
			plan.Replaces += one(it.Replaces)
		}
	}
	for pos := range named {
		return plan, nil, galley.Errorf(galley.CodeNotFound, "There is no item %s.", galley.NewItemID(req.JobID, pos))
	}
	return plan, positions, nil
}
