// Package publishing queues drafts for a shop, writes them safely, and undoes
// writes. A queued publication is a row of the outbox; the dispatcher works it.
package publishing

import (
	"context"
	"time"

	"galley/backend/alike"
	"galley/backend/galley"
	"galley/backend/lease"
)

// Store stores plans, publications and the ledger.
type Store interface {
	lease.Store
	alike.Store
	Shop(ctx context.Context, nameOrID string) (galley.Shop, error)
	Item(ctx context.Context, id galley.ItemID) (galley.Item, error)
	Subject(ctx context.Context, shop galley.ShopID, at galley.Listed) (galley.Subject, error)
	OwnDrafts(ctx context.Context, shop galley.ShopID, of galley.Subject) ([]galley.OwnDraft, error)
	SaveOwnDrafts(ctx context.Context, shop galley.ShopID, owner, person string, save, drop []galley.OwnText) error
	SaveTyped(ctx context.Context, shop galley.ShopID, owner string, typed galley.TypedTexts) error
	Typed(ctx context.Context, shop galley.ShopID, owner string) ([]galley.TypedTexts, error)
	AllTyped(ctx context.Context, n int) ([]galley.TypedAt, error)
	Publication(ctx context.Context, id string) (p galley.Publication, undone bool, err error)
	PlanDrafts(ctx context.Context, plan galley.NewPlan, pick func([]galley.ItemStanding) ([]int, error)) (galley.PlanID, error)
	PlanUndos(ctx context.Context, plan galley.NewPlan, undos []galley.PlannedUndo) (id galley.PlanID, busy []galley.PlannedUndo, err error)
	PlanTexts(ctx context.Context, plan galley.NewPlan, of galley.PlaceRef, edits []galley.TextEdit) (galley.PlanID, error)
	ConfirmPlan(ctx context.Context, id galley.PlanID, kind galley.PlanKind, person string) (galley.Confirmed, error)
	PlanShop(ctx context.Context, id galley.PlanID) (galley.ShopID, error)
	Run(ctx context.Context, id galley.PlanID) (galley.Run, error)
	LatestRun(ctx context.Context, job galley.JobID) (galley.PlanID, error)
	PublishPace(ctx context.Context, shop galley.ShopID) (time.Duration, error)
	PlanPutBack(ctx context.Context, seen galley.SeenChange) (galley.PutBackPlan, error)
	PublicationAt(ctx context.Context, entry int64) (p galley.Publication, undone bool, err error)
	Withdraw(ctx context.Context, shop galley.ShopID, job galley.JobID, positions []int) (int, error)
	WithdrawPlan(ctx context.Context, shop galley.ShopID, plan galley.PlanID) (int, error)
	Outbox(ctx context.Context, shop galley.ShopID) ([]galley.OutboxPart, error)
	WaitingOf(ctx context.Context, job galley.JobID) (int, error)
	ShopsWithOutbox(ctx context.Context) ([]galley.ShopID, error)
	ShopsToTry(ctx context.Context, within time.Duration) ([]galley.ShopID, error)
	Unsettled(ctx context.Context, shop galley.ShopID) ([]galley.Publication, error)
	Waiting(ctx context.Context, shop galley.ShopID, n int) ([]galley.Publication, error)
	UrgentSlots(ctx context.Context, shop galley.ShopID) ([]string, error)
	LastWrites(ctx context.Context, shop galley.ShopID, slot galley.Slot) (map[galley.Field]galley.OwnWrite, error)
	StartPublications(ctx context.Context, starts []galley.PublicationStart, held galley.Lease) (started map[string]bool, within time.Duration, err error)
	Settle(ctx context.Context, ends []galley.Settlement, held galley.Lease) error
	// Sync has the disk keep what was saved under galley.SyncLater.
	Sync(ctx context.Context) error
	ShopsToWatch(ctx context.Context, within time.Duration) ([]galley.ShopID, error)
	DueWatches(ctx context.Context, shop galley.ShopID, within time.Duration) ([]galley.Watch, error)
	LookAgain(ctx context.Context, watch int64, looked bool, next time.Time) error
	EndWatch(ctx context.Context, watch int64) error
	SettleLate(ctx context.Context, w galley.Watch, live galley.Value, why galley.Reason, held galley.Lease) error
	HaltShop(ctx context.Context, id galley.ShopID, why galley.Reason, tryAt time.Time) error
	ResumeShop(ctx context.Context, id galley.ShopID) error
	TryShop(ctx context.Context, id galley.ShopID) error
	Held(ctx context.Context) (galley.Held, error)
	PlanHeld(ctx context.Context, kind galley.PlanKind, req galley.HeldRequest) (galley.HeldPlan, error)
}

// Service plans and queues publications and undos.
type Service struct {
	store    Store
	settings galley.SettingsSource
	alike    *alike.Service
}

// New makes the service.
func New(store Store, settings galley.SettingsSource) *Service {
	return &Service{store: store, settings: settings, alike: alike.New(store)}
}
