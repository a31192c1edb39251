// Package products keeps the local copy of each shop's products: it syncs it,
// searches it, and shows one product with everything written for it.
package products

import (
	"context"
	"log/slog"
	"strings"
	"time"

	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/lease"
)

// Store keeps the local copy.
type Store interface {
	lease.Store
	AskToStop(ctx context.Context, name string) (galley.Lease, error)
	StopAsked(ctx context.Context, l galley.Lease) (bool, error)
	LeaseEnded(ctx context.Context, l galley.Lease) (bool, error)
	ShopOverview(ctx context.Context, id galley.ShopID) (galley.ShopOverview, error)
	Products(ctx context.Context, q galley.ProductQuery) (galley.ProductPage, error)
	ProductFacets(ctx context.Context, query galley.ProductQuery) (galley.ProductFacets, error)
	FindFacets(ctx context.Context, query galley.ProductQuery, part, typed string) ([]galley.Facet, error)
	ProductHits(ctx context.Context, first galley.ShopID, search string) ([]galley.ProductHit, error)
	ProductIDs(ctx context.Context, query galley.ProductQuery) ([]string, error)
	Product(ctx context.Context, shop galley.ShopID, idOrHandle string) (galley.Product, error)
	Collections(ctx context.Context, q galley.CollectionQuery) (galley.CollectionPage, error)
	Collection(ctx context.Context, shop galley.ShopID, idOrHandle string) (galley.Collection, error)
	Plan(ctx context.Context, id galley.ShopID) (galley.Plan, error)
	SetFacts(ctx context.Context, id galley.ShopID, facts string) error
	DraftsAt(ctx context.Context, shop galley.ShopID, place string, n int) ([]galley.Item, error)
	PublicationsAt(ctx context.Context, shop galley.ShopID, place string) ([]galley.Publication, error)
	OwnDrafts(ctx context.Context, shop galley.ShopID, of galley.Subject) ([]galley.OwnDraft, error)
	ChangedTexts(ctx context.Context, shop galley.ShopID, of galley.Subject) ([]galley.ChangedText, error)

	BeginSync(ctx context.Context, shop galley.ShopID, held galley.Lease) (run galley.SyncRun, cursor string, err error)
	RestartSync(ctx context.Context, shop galley.ShopID, run galley.SyncRun) error
	AbandonSync(ctx context.Context, shop galley.ShopID, run galley.SyncRun) error
	SavePage(ctx context.Context, shop galley.ShopID, run galley.SyncRun, page galley.ProductBatch) error
	IndexWords(ctx context.Context) (more bool, err error)
	Unseen(ctx context.Context, shop galley.ShopID, run galley.SyncRun) (unseen, known int, err error)
	FinishSyncKeeping(ctx context.Context, shop galley.ShopID, run galley.SyncRun) error
	FinishSyncRemoving(ctx context.Context, shop galley.ShopID, run galley.SyncRun, plan galley.PlanID) (removed int, err error)
	Removals(ctx context.Context, shop galley.ShopID) (galley.Removals, error)
	FinishSync(ctx context.Context, shop galley.ShopID, run galley.SyncRun) (removed int, err error)

	SyncState(ctx context.Context, shop galley.ShopID) (galley.SyncState, error)
	BeginSyncOf(ctx context.Context, shop galley.ShopID, held galley.Lease, kind galley.SyncKind) (run galley.SyncRun, cursor string, err error)
	NoteList(ctx context.Context, shop galley.ShopID, run galley.SyncRun, id string, asked time.Time) error
	NoteListing(ctx context.Context, shop galley.ShopID, run galley.SyncRun, listed, total int) error
	NoteSynced(ctx context.Context, shop galley.ShopID, run galley.SyncRun, began time.Time, whole, resume bool) error
	KnownAmong(ctx context.Context, shop galley.ShopID, ids []string) ([]string, error)
	CountProducts(ctx context.Context, shop galley.ShopID) (known, missing int, err error)
	FinishChanges(ctx context.Context, shop galley.ShopID, run galley.SyncRun, gone []string) error

	BeginCollectionSync(ctx context.Context, shop galley.ShopID, held galley.Lease) (run galley.SyncRun, cursor string, err error)
	SaveCollections(ctx context.Context, shop galley.ShopID, run galley.SyncRun, page galley.CollectionBatch) error
	FinishCollectionSync(ctx context.Context, shop galley.ShopID, run galley.SyncRun) (galley.CollectionsFound, error)
	CollectionMarks(ctx context.Context, shop galley.ShopID, ids []string) (map[string]galley.CollectionMark, error)
	SaveMemberships(ctx context.Context, shop galley.ShopID, run galley.SyncRun, collections map[string][]string) error
	NoteMembersKnown(ctx context.Context, shop galley.ShopID, run galley.SyncRun, from time.Time) error
}

// Service syncs and searches.
type Service struct {
	store   Store
	clients galley.ShopClients
	clock   galley.Clock
	holder  string
	log     *slog.Logger

	underWay underWay
}

// New makes the service. holder names this run of the program in leases.
func New(store Store, clients galley.ShopClients, clock galley.Clock, holder string) *Service {
	return &Service{store: store, clients: clients, clock: clock, holder: holder, log: slog.Default()}
}

// Products returns a window of a shop's products, in the order of the query. A limit of 0 is
// 100; more than MaxPage is CodeInvalidInput.
func (s *Service) Products(ctx context.Context, q galley.ProductQuery) (galley.ProductPage, error) {
	if err := checkWindow(&q.Limit, q.Offset); err != nil {
		return galley.ProductPage{}, err
	}
	if err := q.Check(); err != nil {
		return galley.ProductPage{}, err
	}
	return s.store.Products(ctx, q)
}

// checkWindow refuses a window that no list has; a limit of 0 becomes 100.
func checkWindow(limit *int, offset int) error {
	if *limit == 0 {
		*limit = 100
	}
	if *limit < 0 || *limit > galley.MaxPage || offset < 0 {
		return galley.NewError(galley.CodeInvalidInput, messages.PageOutOfRange(galley.MaxPage))
	}
	return nil
}

// Facets lists the values by which the products of a query can be narrowed.
func (s *Service) Facets(ctx context.Context, q galley.ProductQuery) (galley.ProductFacets, error) {
	if err := q.Check(); err != nil {
		return galley.ProductFacets{}, err
	}
	return s.store.ProductFacets(ctx, q)
}

// FindFacets lists the values of one part of a filter (status, vendor, type, tag,
// collection) whose names have what was typed, out of all that the query's products
// have; at most MaxFacets. Case and accents are ignored.
func (s *Service) FindFacets(ctx context.Context, q galley.ProductQuery, part, typed string) ([]galley.Facet, error) {
	if err := q.Check(); err != nil {
		return nil, err
	}
	return s.store.FindFacets(ctx, q, part, typed)
}

// Find names the first products with all the words in any shop, those of one shop
// before those of the others; at most MaxProductHits. Words are as in Products.
func (s *Service) Find(ctx context.Context, first galley.ShopID, search string) ([]galley.ProductHit, error) {
	if strings.TrimSpace(search) == "" {
		return nil, galley.NewError(galley.CodeInvalidInput, messages.SearchEmpty)
	}
	return s.store.ProductHits(ctx, first, search)
}

// IDs are the ids of all products that match, in the order of the list.
func (s *Service) IDs(ctx context.Context, q galley.ProductQuery) ([]string, error) {
	if err := q.Check(); err != nil {
		return nil, err
	}
	return s.store.ProductIDs(ctx, q)
}

// Product returns one product by its id or handle, or CodeNotFound.
func (s *Service) Product(ctx context.Context, shop galley.ShopID, idOrHandle string) (galley.Product, error) {
	return s.store.Product(ctx, shop, idOrHandle)
}

// SyncResult is what a sync did.
type SyncResult struct {
	Products int `json:"products"` // on the shop
	Images   int `json:"images"`
	Removed  int `json:"removed"` // gone from the shop since the last sync
	Missing  int `json:"missing"` // not on the shop any more, and kept until a person confirms
	// Incomplete are products of which the shop could not give some part: the
	// part keeps its last known value.
	Incomplete int `json:"incomplete"`
	// Kind is how the products were read, ListError why they came by pages where
	// the shop's list was tried.
	Kind      galley.SyncKind `json:"kind"`
	ListError *galley.Reason  `json:"list_error"`
	CollectionsResult

	Millis int64 `json:"millis"` // how long it took
}
