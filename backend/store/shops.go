package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"

	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/store/column"
	"galley/backend/store/db"
)

// AddShop saves a new shop. A duplicate name is CodeInvalidInput.
func (s *Store) AddShop(ctx context.Context, shop galley.Shop) error {
	return s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
		if err := refuseTakenName(ctx, q, shop.ID, shop.Name); err != nil {
			return err
		}
		err := q.InsertShop(ctx, db.InsertShopParams{
			ID: shop.ID, Name: shop.Name, Kind: shop.Kind, Domain: shop.Domain,
			Endpoint: shop.Endpoint, SignIn: shop.SignIn, ClientID: shop.ClientID,
			Currency: shop.Currency, CreatedAt: column.At(shop.CreatedAt),
		})
		return touched(ctx, q, err, galley.TopicShops)
	})
}

// refuseTakenName is CodeInvalidInput for a name that another shop has.
func refuseTakenName(ctx context.Context, q *db.Queries, id galley.ShopID, name string) error {
	shops, err := q.Shops(ctx)
	if err != nil {
		return err
	}
	for _, other := range shops {
		if other.ID != id && strings.EqualFold(other.Name, name) {
			return galley.NewError(galley.CodeInvalidInput, messages.ShopNameTaken(other.Name))
		}
	}
	return nil
}

// Shop finds a shop by its id, or by its name or domain with case ignored; "demo"
// is the demo shop unless another shop has that name. A text that names several
// shops is CodeInvalidInput.
func (s *Store) Shop(ctx context.Context, asked string) (shop galley.Shop, err error) {
	err = s.view(ctx, func(q *db.Queries, _ *sql.Tx) error {
		row, err := q.ShopRow(ctx, galley.ShopID(asked))
		if errors.Is(err, sql.ErrNoRows) {
			row, err = findShopByName(ctx, q, asked)
		}
		shop = shopOf(row)
		return err
	})
	return shop, err
}

// findShopByName finds a shop by its name or domain, or the demo shop by its kind.
func findShopByName(ctx context.Context, q *db.Queries, name string) (db.Shop, error) {
	shops, err := q.Shops(ctx)
	if err != nil {
		return db.Shop{}, err
	}
	var named []db.Shop
	for _, shop := range shops {
		if name != "" && (strings.EqualFold(shop.Name, name) || strings.EqualFold(shop.Domain, name)) {
			named = append(named, shop)
		}
	}
	switch len(named) {
	case 0:
		return findShopByKind(shops, name)
	case 1:
		return named[0], nil
	}
	candidates := make([]string, len(named))
	for i, shop := range named {
		candidates[i] = fmt.Sprintf("%s (%s)", shop.Name, shop.ID)
	}
	return db.Shop{}, galley.NewError(galley.CodeInvalidInput, messages.ShopAmbiguous(name, candidates))
}

func findShopByKind(shops []db.Shop, name string) (db.Shop, error) {
	for _, shop := range shops {
		if shop.Kind.Traits().Connect == galley.ConnectBuiltIn && name == string(shop.Kind) {
			return shop, nil
		}
	}
	return db.Shop{}, galley.NewError(galley.CodeNotFound, messages.NoSuchShop(name))
}

// Shops lists all shops by name.
func (s *Store) Shops(ctx context.Context) ([]galley.Shop, error) {
	rows, err := db.New(s.read).Shops(ctx)
	shops := make([]galley.Shop, len(rows))
	for i, r := range rows {
		shops[i] = shopOf(r)
	}
	return shops, fault(err)
}

// ShopOverview returns a shop with its counts, or CodeNotFound.
func (s *Store) ShopOverview(ctx context.Context, id galley.ShopID) (galley.ShopOverview, error) {
	found, err := s.shopOverviews(ctx, id)
	if err == nil && len(found) == 0 {
		err = galley.NewError(galley.CodeNotFound, messages.NoSuchShop(string(id)))
	}
	if err != nil {
		return galley.ShopOverview{}, err
	}
	return found[0], nil
}

// ShopOverviews lists all shops by name, with their counts.
func (s *Store) ShopOverviews(ctx context.Context) ([]galley.ShopOverview, error) {
	return s.shopOverviews(ctx, "")
}

func (s *Store) shopOverviews(ctx context.Context, id galley.ShopID) ([]galley.ShopOverview, error) {
	rows, err := db.New(s.read).ShopOverviews(ctx, db.ShopOverviewsParams{ID: id, Now: column.At(s.clock.Now())})
	shops := make([]galley.ShopOverview, len(rows))
	for i, r := range rows {
		shop := galley.ShopOverview{
			Shop: shopOf(r.Shop), ProductCount: r.ProductCount, ImageCount: r.ImageCount,
			ToReview: r.ToReview, PendingReview: r.PendingReview, RunningJobs: r.RunningJobs, Waiting: r.Waiting,
			Sending: r.Sending, Publishable: r.Publishable, Undoable: r.Undoable,
		}
		if r.Syncing {
			p := galley.NewProgress(r.Shop.SyncDone, max(r.Shop.SyncTotal, r.Shop.SyncDone))
			shop.Sync = &galley.SyncProgress{Progress: p, Preparing: r.Preparing}
		}
		shops[i] = shop.WithCan()
	}
	return shops, fault(err)
}

// HasProducts reports whether the local copy has any product of the shop.
func (s *Store) HasProducts(ctx context.Context, id galley.ShopID) (bool, error) {
	some, err := db.New(s.read).HasProducts(ctx, id)
	return some, fault(err)
}

// unknownFields reads the list that SavePage keeps, nil for an empty one.
func unknownFields(list string) (unknown []galley.Field) {
	if list != "[]" {
		_ = json.Unmarshal([]byte(list), &unknown) // as it was written
	}
	return unknown
}

func shopOf(r db.Shop) galley.Shop {
	return galley.Shop{
		Unknown: append([]galley.Field{}, unknownFields(r.UnknownFields)...),
		ID:      r.ID, Name: r.Name, Kind: r.Kind, Domain: r.Domain, Endpoint: r.Endpoint, SignIn: r.SignIn, ClientID: r.ClientID,
		Currency: r.Currency, Plan: r.Plan, SyncedAt: r.SyncedAt.Time, CreatedAt: r.CreatedAt.Time,
		Halted: reason(r.HaltCode, r.HaltMessage), HaltedAt: r.HaltedAt.Time, TryAt: r.TryAt.Time, Facts: r.Facts, Missing: r.Missing,
	}
}

// Endpoints lists the addresses that people gave to shops.
func (s *Store) Endpoints(ctx context.Context) ([]string, error) {
	found, err := db.New(s.read).Endpoints(ctx)
	return found, fault(err)
}

// SetSignIn saves how a shop is signed in to now. The reason for which its
// outbox waited is cleared: the next try shows whether it still holds.
func (s *Store) SetSignIn(ctx context.Context, id galley.ShopID, way galley.SignIn, clientID string) error {
	return s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
		n, err := q.SetSignIn(ctx, db.SetSignInParams{ID: id, SignIn: way, ClientID: clientID})
		return touched(ctx, q, expectOneRow(n, err, messages.ShopGone), galley.TopicShops)
	})
}

// Plan returns the shop's plan, or CodeNotFound.
func (s *Store) Plan(ctx context.Context, id galley.ShopID) (plan galley.Plan, err error) {
	err = s.view(ctx, func(q *db.Queries, _ *sql.Tx) error {
		row, err := q.ShopRow(ctx, id)
		plan = row.Plan
		return err
	})
	return plan, err
}

// SetPlan saves the shop's plan. It decides what every draft of the shop shows.
func (s *Store) SetPlan(ctx context.Context, id galley.ShopID, plan galley.Plan) error {
	return s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
		n, err := q.SetPlan(ctx, db.SetPlanParams{ID: id, Plan: plan})
		if err = expectOneRow(n, err, messages.ShopGone); err != nil {
			return err
		}
		jobs, err := q.JobsOfShop(ctx, id)
		topics := []string{galley.TopicShops, galley.TopicJobs, galley.TopicProducts(id)}
		for _, job := range jobs {
			topics = append(topics, galley.TopicJob(job))
		}
		return touched(ctx, q, err, topics...)
	})
}

// SetFacts keeps what holds for every product of the shop.
func (s *Store) SetFacts(ctx context.Context, id galley.ShopID, facts string) error {
	return s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
		n, err := q.SetFacts(ctx, db.SetFactsParams{ID: id, Facts: facts})
		return touched(ctx, q, expectOneRow(n, err, messages.ShopGone), galley.TopicShops)
	})
}

// HaltShop records why a shop's outbox waits and when to try it again.
func (s *Store) HaltShop(ctx context.Context, id galley.ShopID, why galley.Reason, tryAt time.Time) error {
	code, message := reasonColumns(&why)
	return s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
		return touched(ctx, q, q.HaltShop(ctx, db.HaltShopParams{
			ID: id, Code: code, Message: message, Now: column.NullAt(s.clock.Now()), TryAt: column.NullAt(tryAt),
		}), galley.TopicShops)
	})
}

// ResumeShop notes that a shop's outbox does not wait for anything any more.
func (s *Store) ResumeShop(ctx context.Context, id galley.ShopID) error {
	return s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
		n, err := q.ResumeShop(ctx, id)
		if err != nil || n == 0 {
			return err
		}
		return touched(ctx, q, nil, galley.TopicShops)
	})
}

// TryShop has a shop's outbox tried at once, by whichever process works it.
func (s *Store) TryShop(ctx context.Context, id galley.ShopID) error {
	return s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
		n, err := q.TryShop(ctx, id)
		return touched(ctx, q, expectOneRow(n, err, messages.ShopGone), galley.TopicShops)
	})
}

// Written counts the texts that were written to a shop, by the ledger.
func (s *Store) Written(ctx context.Context, id galley.ShopID) (int, error) {
	n, err := db.New(s.read).CountWritten(ctx, id)
	return n, fault(err)
}

// expectOneRow returns CodeNotFound with the message if no row was changed.
func expectOneRow(n int64, err error, why messages.Message) error {
	if err == nil && n == 0 {
		return galley.NewError(galley.CodeNotFound, why)
	}
	return err
}
