// Package wire builds the graph of the program: which adapter implements which
// port. It is the only place that knows them all.
package wire

import (
	"context"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"runtime/debug"
	"sync"
	"time"

	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/jobs"
	"galley/backend/ledger"
	"galley/backend/products"
	"galley/backend/publishing"
	"galley/backend/review"
	"galley/backend/settings"
	"galley/backend/shopify/signin"
	"galley/backend/shops"
	"galley/backend/spend"
	"galley/backend/store"
	"galley/backend/vault"
	"galley/backend/writing"
)

// Version is Galley's version; a release build sets it.
var Version = "0.1.0-dev"

// lockFile keeps processes on a home from renewing one sign-in twice.
const lockFile = "signin.lock"

// Options say on which home, and with whom, the program runs.
type Options struct {
	Home  string    // empty: GALLEY_HOME, or the user's data folder
	Ask   vault.Ask // asks for the vault's passphrase; nil if no one can be asked
	Log   *slog.Logger
	Clock galley.Clock // nil: the machine's
	Demo  DemoShop     // seed of a new demo shop of this home
}

// Graph is the program: one open home and the services on it.
type Graph struct {
	Home       string
	Store      *store.Store
	Shops      *shops.Service
	Products   *products.Service
	Jobs       *jobs.Service
	Runner     *jobs.Runner
	Review     *review.Service
	Publishing *publishing.Service
	Dispatcher *publishing.Dispatcher
	Ledger     *ledger.Service
	Settings   *settings.Service
	Spend      *spend.Service
	Log        *slog.Logger

	clock    galley.Clock
	clients  *shopClients
	writers  *writerFactory
	answered sync.Once
}

// Open opens a home. Nothing runs in the background until Work is called.
func Open(ctx context.Context, o Options) (*Graph, error) {
	home, err := HomeFolder(o.Home)
	if err != nil {
		return nil, err
	}
	if o.Clock == nil {
		o.Clock = galley.SystemClock{}
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	st, err := store.Open(ctx, filepath.Join(home, store.FileName), o.Clock)
	if err != nil {
		return nil, err
	}
	makePrivate(home, o.Log)
	holder := st.Holder()
	secrets := vault.Open(home, o.Ask)
	set := settings.New(st, secrets, o.Clock, settings.EnvKey{Key: os.Getenv("GALLEY_WRITER_API_KEY"), BaseURL: os.Getenv("GALLEY_WRITER_BASE_URL")})
	keys := signin.NewKeeper(secrets, o.Clock, filepath.Join(home, lockFile))
	clients := newShopClients(o.Demo.options(filepath.Join(home, demoFile)), home, st, keys, o.Log)
	writers := newWriterFactory(set, st, o.Clock, o.Log)
	draft := writing.New(newPictures(st, clients))
	money := spend.New(st, set, o.Clock, o.Log)
	queue := jobs.New(st, set, draft, o.Clock)
	return &Graph{
		Home: home, Store: st, Settings: set, Log: o.Log, clock: o.Clock, clients: clients, writers: writers,
		Shops:      shops.New(st, keys, signin.NewAuthorizer(o.Clock), clients, clients.files, o.Clock),
		Products:   products.New(st, clients, o.Clock, holder),
		Jobs:       queue,
		Runner:     jobs.NewRunner(queue, writers, money, holder, o.Log),
		Review:     review.New(st, set, o.Clock),
		Publishing: publishing.New(st, set),
		Dispatcher: publishing.NewDispatcher(st, clients, o.Clock, holder, o.Log),
		Ledger:     ledger.New(st),
		Spend:      money,
	}, nil
}

// Close ends the in-process demo shop and the data file.
func (g *Graph) Close() error {
	g.writers.pool.Close()
	err := g.clients.close()
	if storeErr := g.Store.Close(); err == nil {
		err = storeErr
	}
	return err
}

// Work runs queued jobs and the outbox of this home until ctx ends. Other
// processes may do so at the same time: leases keep them apart.
func (g *Graph) Work(ctx context.Context) {
	var workers sync.WaitGroup
	workers.Go(func() { g.forgetUnfinished(ctx) })
	workers.Go(func() { g.Runner.Run(ctx) })
	workers.Go(func() { g.Dispatcher.Run(ctx) })
	workers.Go(func() { g.keepCopies(ctx) })
	workers.Go(func() { g.dropItemChanges(ctx) })
	workers.Go(func() { g.Products.KeepWords(ctx) })
	workers.Wait()
}

// WorkUntilIdle works what is queued and waiting now, and returns.
func (g *Graph) WorkUntilIdle(ctx context.Context) error {
	if err := g.Runner.RunUntilIdle(ctx); err != nil {
		return err
	}
	if err := g.Dispatcher.RunUntilIdle(ctx); err != nil {
		return err
	}
	g.keepCopy(ctx)
	g.dropOldItemChanges(ctx)
	return nil
}

// forgetUnfinished removes credentials left in the key store by a crash while a
// shop was connected. If it cannot be opened now, the next start tries again.
func (g *Graph) forgetUnfinished(ctx context.Context) {
	if _, err := g.Shops.ForgetUnfinished(ctx); err != nil && ctx.Err() == nil {
		g.Log.Warn("credentials of a shop that was not connected are still in the key store", "code", galley.CodeOf(err), "error", err)
	}
}

// How long it is until Galley looks whether a copy is due: soon while there is
// none, so that a new home has one as soon as there is something to lose.
const (
	copyLook      = time.Hour
	firstCopyLook = time.Minute
)

// keepCopies looks after the copy of the day as long as Galley is open.
func (g *Graph) keepCopies(ctx context.Context) {
	for ctx.Err() == nil {
		g.keepCopy(ctx)
		wait := copyLook
		if len(g.Copies()) == 0 {
			wait = firstCopyLook
		}
		_ = g.clock.Sleep(ctx, wait) // the loop ends with ctx
	}
}

// changesLook is how long it is until Galley looks again whether there are many changes of items.
const changesLook = time.Hour

// dropItemChanges keeps the numbered changes of items few as long as Galley is open.
func (g *Graph) dropItemChanges(ctx context.Context) {
	for ctx.Err() == nil {
		g.dropOldItemChanges(ctx)
		_ = g.clock.Sleep(ctx, changesLook) // the loop ends with ctx
	}
}

// dropOldItemChanges drops some of the changes that no window shows any more. Work goes on without that.
func (g *Graph) dropOldItemChanges(ctx context.Context) {
	if err := g.Store.DropItemChanges(ctx); err != nil && ctx.Err() == nil {
		g.Log.Warn("old changes of items are still in the data file", "code", galley.CodeOf(err), "error", err)
	}
}

// keepCopy makes the copy of the day, unless nothing was ever done on this
// home. Work goes on without one.
func (g *Graph) keepCopy(ctx context.Context) {
	seq, err := g.Store.LastChange(ctx)
	if err == nil && seq > 0 {
		err = g.Store.KeepCopy(ctx)
	}
	if err != nil && ctx.Err() == nil {
		g.Log.Error("no copy of the data file was made", "code", galley.CodeOf(err), "error", err)
	}
}

// Restore puts a copy of a home's data file in its place: the one that from
// names or, if the file is damaged, empty or missing, the newest sound one. See
// store.Restore.
func Restore(ctx context.Context, home, from string) (store.Restored, error) {
	return store.Restore(ctx, filepath.Join(home, store.FileName), from, galley.SystemClock{}.Now())
}

// StartEmpty puts an empty data file in the place of one that is damaged, empty
// or missing; see store.StartEmpty.
func StartEmpty(ctx context.Context, home string) (sentence string, err error) {
	return store.StartEmpty(ctx, filepath.Join(home, store.FileName), galley.SystemClock{})
}

// Copies lists the copies of the home's data file, newest first.
func (g *Graph) Copies() []galley.DataCopy { return CopiesOf(g.Home) }

// CopiesOf lists the copies of a home's data file, newest first.
func CopiesOf(home string) []galley.DataCopy {
	return store.Copies(filepath.Join(home, store.FileName))
}

// LacksData reports whether Open failed because the home's data file is
// damaged, or missing or empty beside copies of it.
func LacksData(err error) bool {
	return galley.HasCode(err, galley.CodeDataMissing) || store.IsDamage(err)
}

// DataVersion changes when another file takes the place of the home's data file.
func DataVersion(home string) string {
	info, err := os.Stat(filepath.Join(home, store.FileName))
	if err != nil {
		return ""
	}
	return fmt.Sprint(info.ModTime().UnixNano(), info.Size())
}

// Answered notes the page's first call, once: the sign that the window lives.
func (g *Graph) Answered() {
	g.answered.Do(func() { g.Log.Info("first bound call answered") })
}

// Recovered turns a panic into an error, and keeps its trace in the log.
func (g *Graph) Recovered(p any) error {
	g.Log.Error("panic", "value", fmt.Sprint(p), "stack", string(debug.Stack()))
	return galley.NewError(galley.CodeInternal, messages.InternalFailure)
}

// HomeFolder is the folder that holds a home's data: the one given, else
// GALLEY_HOME, else "galley" in the user's data folder.
func HomeFolder(given string) (string, error) {
	for _, dir := range []string{given, os.Getenv("GALLEY_HOME")} {
		if dir != "" {
			return filepath.Abs(dir)
		}
	}
	base, err := os.UserConfigDir()
	if err != nil {
		return "", galley.WrapError(err, galley.CodeCannotRun, messages.NoDataFolder)
	}
	return filepath.Join(base, "galley"), nil
}
