// Package shops connects and forgets shops.
package shops

import (
	"context"
	"io"
	"slices"
	"strings"
	"sync"

	"github.com/google/uuid"

	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/lease"
)

// Store keeps shops.
type Store interface {
	AddShop(ctx context.Context, shop galley.Shop) error
	SetSignIn(ctx context.Context, id galley.ShopID, way galley.SignIn, clientID string) error
	RemoveShop(ctx context.Context, id galley.ShopID) error
	AbandonShop(ctx context.Context, id galley.ShopID) (abandoned int, err error)
	Withdraw(ctx context.Context, shop galley.ShopID, job galley.JobID, positions []int) (int, error)
	Jobs(ctx context.Context, shop galley.ShopID) ([]galley.Job, error)
	SteerJob(ctx context.Context, id galley.JobID, to galley.JobState, why *galley.Reason) error
	Written(ctx context.Context, id galley.ShopID) (int, error)
	Shop(ctx context.Context, nameOrID string) (galley.Shop, error)
	Shops(ctx context.Context) ([]galley.Shop, error)
	ShopOverview(ctx context.Context, id galley.ShopID) (galley.ShopOverview, error)
	ShopOverviews(ctx context.Context) ([]galley.ShopOverview, error)
	SetPlan(ctx context.Context, id galley.ShopID, plan galley.Plan) error
	RenameShop(ctx context.Context, id galley.ShopID, name string) error
	DraftsToReview(ctx context.Context, id galley.ShopID) (map[string]int, error)
	ReplaceFile(ctx context.Context, id galley.ShopID, fileName string, change galley.FileChange, leases ...galley.Lease) error
	Settings(ctx context.Context) (map[string]string, error)
	PutSettings(ctx context.Context, values map[string]string) error
	// Holder names this process in leases.
	Holder() string
	lease.Store
}

// Files keeps the product exports that file shops were opened from.
type Files interface {
	Examine(name string, content io.ReadSeeker, encoding galley.FileEncoding) (galley.ProductFile, error)
	Keep(id galley.ShopID, name string, content io.ReadSeeker, encoding galley.FileEncoding) (galley.ProductFile, error)
	// Compare says what a newer export changes in a shop.
	Compare(ctx context.Context, id galley.ShopID, name string, content io.ReadSeeker, encoding galley.FileEncoding) (galley.FileChange, error)
	// KeepNext copies a shop's file of that number, from 0.
	KeepNext(id galley.ShopID, run int, content io.ReadSeeker, encoding galley.FileEncoding) error
	// Forget deletes a shop's files before that number.
	Forget(id galley.ShopID, before int) error
	Remove(id galley.ShopID) error
}

// Keys keeps the credentials of shops.
type Keys interface {
	// Credential returns CodeNotFound for a shop that has none.
	Credential(id galley.ShopID) (galley.Credential, error)
	Keep(ctx context.Context, id galley.ShopID, c galley.Credential) error
	// Forget removes everything of the shop, if there is anything.
	Forget(ctx context.Context, id galley.ShopID) error
}

// Service adds, checks and removes shops.
type Service struct {
	store      Store
	keys       Keys
	authorizer galley.Authorizer
	clients    galley.ShopClients
	files      Files
	clock      galley.Clock

	mu      sync.Mutex
	pending *pending // the sign-in that waits for a person
}

// New makes the service.
func New(store Store, keys Keys, authorizer galley.Authorizer, clients galley.ShopClients, files Files, clock galley.Clock) *Service {
	return &Service{store: store, keys: keys, authorizer: authorizer, clients: clients, files: files, clock: clock}
}

// CheckKeys reads the credential of every shop that keeps one, and returns how
// many there are. A missing one is CodeShopToken.
func (s *Service) CheckKeys(ctx context.Context) (n int, err error) {
	all, err := s.All(ctx)
	if err != nil {
		return 0, err
	}
	for _, shop := range all {
		if !shop.Kind.Traits().HasKept(galley.KeptCredential) {
			continue
		}
		_, err := s.keys.Credential(shop.ID)
		if galley.HasCode(err, galley.CodeNotFound) {
			err = galley.WrapError(err, galley.CodeShopToken, messages.SignInMissing(shop.Name))
		}
		if err != nil {
			return n, err
		}
		n++
	}
	return n, nil
}

// List returns all shops by name, with their counts.
func (s *Service) List(ctx context.Context) ([]galley.ShopOverview, error) {
	return s.store.ShopOverviews(ctx)
}

// All returns all shops by name.
func (s *Service) All(ctx context.Context) ([]galley.Shop, error) { return s.store.Shops(ctx) }

// Get finds a shop by its id, name or domain, or returns CodeNotFound.
func (s *Service) Get(ctx context.Context, asked string) (galley.Shop, error) {
	return s.store.Shop(ctx, asked)
}

// Overview returns a shop with its counts, or CodeNotFound.
func (s *Service) Overview(ctx context.Context, id galley.ShopID) (galley.ShopOverview, error) {
	return s.store.ShopOverview(ctx, id)
}

// DemoName is the demo shop's name in the list of shops.
const DemoName = "Demo shop"

// AddDemo connects the built-in demo shop, or returns the one that is connected
// already.
func (s *Service) AddDemo(ctx context.Context) (galley.ShopOverview, error) {
	shops, err := s.store.Shops(ctx)
	if err != nil {
		return galley.ShopOverview{}, err
	}
	for _, shop := range shops {
		if shop.Kind.Traits().Connect == galley.ConnectBuiltIn {
			return s.store.ShopOverview(ctx, shop.ID)
		}
	}
	shop := s.fresh(galley.ShopDemo)
	shop.Name = DemoName
	return s.connect(ctx, shop)
}

// SetPlan saves the plan that the agency sold to a shop's owner.
func (s *Service) SetPlan(ctx context.Context, nameOrID, plan string) (changed galley.ShopOverview, err error) {
	p, err := galley.ParsePlan(plan)
	if err != nil {
		return changed, err
	}
	shop, err := s.store.Shop(ctx, nameOrID)
	if err != nil {
		return changed, err
	}
	if err := s.store.SetPlan(ctx, shop.ID, p); err != nil {
		return changed, err
	}
	return s.store.ShopOverview(ctx, shop.ID)
}

func (s *Service) fresh(kind galley.ShopKind) galley.Shop {
	return galley.Shop{ID: galley.ShopID(uuid.NewString()), Kind: kind, Plan: galley.PlanMax, CreatedAt: s.clock.Now()}
}

// connect asks the shop who it is and keeps it.
func (s *Service) connect(ctx context.Context, shop galley.Shop) (connected galley.ShopOverview, err error) {
	info, err := s.ask(ctx, shop)
	if err != nil {
		return connected, err
	}
	shop.Currency = info.Currency
	if shop.Kind.Traits().Connect == galley.ConnectSignIn {
		if shop.Name, err = s.freeName(ctx, info.Name, shop.Domain); err != nil {
			return connected, err
		}
	} else {
		shop.Domain = info.Domain
	}
	if err := s.store.AddShop(ctx, shop); err != nil {
		return connected, err
	}
	return s.store.ShopOverview(ctx, shop.ID)
}

// freeName is the shop's own name, with its domain where another shop has it.
func (s *Service) freeName(ctx context.Context, name, domain string) (string, error) {
	if name == "" {
		return domain, nil
	}
	taken, err := s.isNameTaken(ctx, name)
	if err != nil || !taken {
		return name, err
	}
	return name + " (" + domain + ")", nil
}

func (s *Service) isNameTaken(ctx context.Context, name string) (bool, error) {
	shops, err := s.store.Shops(ctx)
	return slices.ContainsFunc(shops, func(shop galley.Shop) bool { return strings.EqualFold(shop.Name, name) }), err
}

func (s *Service) ask(ctx context.Context, shop galley.Shop) (galley.ShopInfo, error) {
	client, err := s.clients.Client(ctx, shop)
	if err != nil {
		return galley.ShopInfo{}, err
	}
	info, err := client.Info(ctx)
	if err != nil {
		return info, err
	}
	if len(info.Missing) > 0 {
		return info, galley.NewError(galley.CodeShopScope, messages.ScopeMissing(galley.ScopeNames(info.Missing)))
	}
	return info, nil
}

// Check asks the shop who it is and what Galley may do there.
func (s *Service) Check(ctx context.Context, nameOrID string) (galley.ShopInfo, error) {
	shop, err := s.store.Shop(ctx, nameOrID)
	if err != nil {
		return galley.ShopInfo{}, err
	}
	client, err := s.clients.Client(ctx, shop)
	if err != nil {
		return galley.ShopInfo{}, err
	}
	info, err := client.Info(ctx)
	info.MissingNames = galley.ScopeNames(info.Missing)
	return info, err
}
