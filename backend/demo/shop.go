package demo

import (
	"context"
	"crypto/rand"
	"database/sql"
	"encoding/hex"
	"errors"
	"sync"
	"sync/atomic"

	"galley/backend/adminschema"
	"galley/backend/demo/bulk"
	"galley/backend/demo/faults"
	"galley/backend/demo/graph"
	"galley/backend/demo/oauth"
	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// Shop is an open demo shop. It is safe for concurrent use.
type Shop struct {
	options Options
	db      *database
	schema  *graph.Schema
	bucket  *bucket
	faults  *faults.Plan
	oauth   *oauth.Server
	bulk    *bulk.Operations
	meddled atomic.Int64 // texts changed by faults
	token   string

	withdrawn sync.Map // scopes withdrawn from every token
}

// Open opens a demo shop and fills a new one. If the file was filled from
// another seed than the one named, the error is galley.CodeInvalidInput:
// catalogues are never mixed. A broken catalogue is galley.CodeInvalidFile and
// leaves nothing behind. Faults that cannot be parsed are
// galley.CodeInvalidInput.
func Open(ctx context.Context, options Options) (*Shop, error) {
	options = options.withDefaults()
	if options.Seed.Products < 0 || options.Seed.Products > MaxProducts {
		return nil, galley.NewError(galley.CodeInvalidInput, messages.DemoTooManyProducts(MaxProducts, options.Seed.Products))
	}
	plan, err := faults.Parse(options.Faults)
	if err != nil {
		return nil, err
	}
	schema, err := graph.New(adminschema.SDL, resolvers(), graph.ShopifyCosts())
	if err != nil {
		return nil, galley.WrapError(err, galley.CodeInternal, messages.DemoSchemaUnreadable)
	}
	db, err := openDatabase(ctx, options.Path)
	if err != nil {
		return nil, err
	}
	shop := &Shop{
		options: options, db: db, schema: schema, faults: plan,
		bucket: newBucket(options.RestoreRate, options.Bucket, options.Clock),
		oauth:  oauth.NewServer(options.Clock, shopDomain, options.Apps...),
	}
	shop.bulk = bulk.New(db.write, bulkFolder(db, options.Path), options.Clock, options.BulkPace, shop.readInBulk)
	if err := shop.fill(ctx); err != nil {
		return nil, errors.Join(err, db.close())
	}
	return shop, nil
}

// Token is what requests must carry in X-Shopify-Access-Token. It is the same in
// every process that has the shop's file open, and protects nothing but the
// demo.
func (s *Shop) Token() string { return s.token }

// Apps are those that may sign in.
func (s *Shop) Apps() []oauth.App { return s.options.Apps }

// Withdraw removes a scope such as write_products from every token, future ones
// included, as a shop owner can by changing the app. Reading stays.
func (s *Shop) Withdraw(scope string) { s.withdrawn.Store(scope, true) }

// Faults returns how often each fault occurred so far.
func (s *Shop) Faults() []faults.Count { return s.faults.Counts() }

// Close closes the shop; a temporary one is deleted.
func (s *Shop) Close() error {
	if err := errors.Join(s.bulk.Close(), s.db.close()); err != nil {
		return galley.WrapError(err, galley.CodeStorage, messages.DemoFileNotClosed)
	}
	return nil
}

// fill makes tables, token and products in one transaction, so that of several
// processes that open a new shop at once, one fills it and the others find it
// filled, and a killed process leaves an empty file.
func (s *Shop) fill(ctx context.Context) error {
	tx, err := s.db.write.BeginTx(ctx, nil)
	if err != nil {
		return storageError(err)
	}
	defer tx.Rollback() // after Commit there is nothing to roll back
	isNew, err := prepare(ctx, tx, s.options.Clock.Now())
	if err != nil {
		return storageError(err)
	}
	if isNew {
		err = s.firstFill(ctx, tx)
	} else {
		err = s.compareSeed(ctx, tx)
	}
	if err == nil {
		s.token, err = fact(ctx, tx, factToken)
	}
	if err != nil {
		return storageError(err)
	}
	if err := tx.Commit(); err != nil {
		return storageError(err)
	}
	return nil
}

func (s *Shop) firstFill(ctx context.Context, tx *sql.Tx) error {
	token := make([]byte, 16)
	if _, err := rand.Read(token); err != nil {
		return err
	}
	signature, err := seed(ctx, tx, s.options.Seed, s.options.Clock.Now())
	if err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, indexesSQL); err != nil {
		return err
	}
	if err := setFact(ctx, tx, factSeed, signature); err != nil {
		return err
	}
	return setFact(ctx, tx, factToken, "shpat_"+hex.EncodeToString(token))
}

// compareSeed refuses a named seed that is not the shop's.
func (s *Shop) compareSeed(ctx context.Context, tx *sql.Tx) error {
	if s.options.Seed.isZero() {
		return nil
	}
	wanted, err := s.options.Seed.signature()
	if err != nil {
		return err
	}
	has, err := fact(ctx, tx, factSeed)
	if err != nil {
		return err
	}
	if has != wanted {
		return galley.NewError(galley.CodeInvalidInput, messages.DemoFilledOtherwise)
	}
	return nil
}

// Facts about the shop itself.
const (
	factToken = "token"
	factSeed  = "seed"
)

func fact(ctx context.Context, tx *sql.Tx, name string) (value string, err error) {
	err = tx.QueryRowContext(ctx, "SELECT value FROM facts WHERE name = ?", name).Scan(&value)
	return value, err
}

func setFact(ctx context.Context, tx *sql.Tx, name, value string) error {
	_, err := tx.ExecContext(ctx, "INSERT INTO facts (name, value) VALUES (?, ?)", name, value)
	return err
}

// storageError gives a database error a code; others keep theirs.
func storageError(err error) error {
	if known, ok := errors.AsType[*galley.Error](err); ok {
		return known
	}
	return galley.WrapError(err, galley.CodeStorage, messages.DemoFileFailed)
}
