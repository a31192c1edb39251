package main

import (
	"context"
	"strings"

	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/ledger"
	"galley/backend/products"
	"galley/backend/review"
	"galley/backend/shops"
	"galley/backend/web"
	"galley/backend/wire"
)

// App is what the pages can call, in the window and over /rpc alike: its
// methods are the calls of the registry. Each checks its input, makes one call
// of a service and maps the answer.
type App struct {
	graph *wire.Graph
	// ctx ends when the program does; a page that goes away stops nothing.
	ctx context.Context //nolint:containedctx // Wails and /rpc pass none that lives as long
	// saveAs asks under which name to keep a file, "" for none; nil without a window.
	saveAs func(suggested string) (string, error)
}

// newApp binds the methods to a graph that is open.
func newApp(ctx context.Context, graph *wire.Graph) *App { return &App{ctx: ctx, graph: graph} }

// Boot is what the page needs before it can show anything.
type Boot struct {
	Version  string                `json:"version"`
	Home     string                `json:"home"`
	Shops    []galley.ShopOverview `json:"shops"`
	Settings galley.Settings       `json:"settings"`
}

// Boot returns version, shops and settings.
func (a *App) Boot() (Boot, error) {
	return answer(a, func(ctx context.Context) (b Boot, err error) {
		b.Version, b.Home = wire.Version, a.graph.Home
		if b.Shops, err = a.graph.Shops.List(ctx); err != nil {
			return b, err
		}
		b.Settings, err = a.graph.Settings.Get(ctx)
		return b, err
	})
}

// ListShops returns all shops by name.
func (a *App) ListShops() ([]galley.ShopOverview, error) { return answer(a, a.graph.Shops.List) }

// AddDemoShop connects the built-in demo shop.
func (a *App) AddDemoShop() (galley.ShopOverview, error) { return answer(a, a.graph.Shops.AddDemo) }

// AddShopifyShop connects a shop by a pasted token, or by an app's client ID and
// secret.
func (a *App) AddShopifyShop(c shops.Connection) (galley.ShopOverview, error) {
	return answer(a, func(ctx context.Context) (galley.ShopOverview, error) { return a.graph.Shops.AddShopify(ctx, c) })
}

// BeginSignIn prepares signing in on the shop's own page, which the person is to
// open in a browser.
func (a *App) BeginSignIn(c shops.Connection) (shops.Invitation, error) {
	return answer(a, func(ctx context.Context) (shops.Invitation, error) { return a.graph.Shops.BeginSignIn(ctx, c) })
}

// FinishSignIn waits until the person has agreed, and connects the shop.
func (a *App) FinishSignIn(id string) (galley.ShopOverview, error) {
	return answer(a, func(ctx context.Context) (galley.ShopOverview, error) { return a.graph.Shops.FinishSignIn(ctx, id) })
}

// CancelSignIn gives a sign-in up, if it still waits.
func (a *App) CancelSignIn(id string) error {
	_, err := answer(a, func(context.Context) (bool, error) { a.graph.Shops.CancelSignIn(id); return true, nil })
	return err
}

// AddFileShop opens a product export as a shop, from its name and content.
func (a *App) AddFileShop(name, content string) (galley.ShopOverview, error) {
	return answer(a, func(ctx context.Context) (galley.ShopOverview, error) {
		return a.graph.Shops.AddFile(ctx, name, strings.NewReader(content))
	})
}

// SetPlan keeps what the agency sold to a shop's owner: free, pro or max.
func (a *App) SetPlan(shop string, plan galley.Plan) (galley.ShopOverview, error) {
	return answer(a, func(ctx context.Context) (galley.ShopOverview, error) {
		return a.graph.Shops.SetPlan(ctx, shop, string(plan))
	})
}

// Exported is a file that was written for a product import. An empty name
// means that nothing was: the person chose none.
type Exported struct {
	File     string `json:"file"`
	Products int    `json:"products"`
}

// ExportShop asks for a file name and writes the published texts of a file
// shop there. A browser gets the file from /data/export instead.
func (a *App) ExportShop(id string) (Exported, error) {
	return answer(a, func(ctx context.Context) (done Exported, err error) {
		shop, err := a.graph.Shops.Get(ctx, id)
		if err != nil {
			return done, err
		}
		if done.File, err = a.askName(web.ExportName(shop)); err != nil || done.File == "" {
			return done, err
		}
		done.Products, err = a.graph.Products.ExportFile(ctx, shop, done.File)
		return done, err
	})
}

// askName asks under which name to keep a file, "" for none.
func (a *App) askName(suggested string) (string, error) {
	if a.saveAs == nil {
		return "", galley.NewError(galley.CodeIllegalState, messages.SaveDialogOnlyInWindow)
	}
	return a.saveAs(suggested)
}

// CheckShop asks a shop who it is and what Galley may do there.
func (a *App) CheckShop(id string) (galley.ShopInfo, error) {
	return answer(a, func(ctx context.Context) (galley.ShopInfo, error) { return a.graph.Shops.Check(ctx, id) })
}

// RemoveShop forgets a shop with its jobs and its secrets.
func (a *App) RemoveShop(id string) (galley.ShopRemoved, error) {
	return answer(a, func(ctx context.Context) (galley.ShopRemoved, error) { return a.graph.Shops.Remove(ctx, id) })
}

// SyncShop brings the local copy of a shop up to date, and returns when it is.
// Shop.Sync shows how far it has come.
func (a *App) SyncShop(id string) (products.SyncResult, error) {
	return answer(a, func(ctx context.Context) (products.SyncResult, error) {
		shop, err := a.graph.Shops.Get(ctx, id)
		if err != nil {
			return products.SyncResult{}, err
		}
		return a.graph.Products.Sync(ctx, shop, nil)
	})
}

// ListRemovals lists the products that the last sync did not find on a shop,
// under the plan that AcceptRemovals takes.
func (a *App) ListRemovals(id string) (galley.Removals, error) {
	return answer(a, func(ctx context.Context) (galley.Removals, error) {
		shop, err := a.graph.Shops.Get(ctx, id)
		if err != nil {
			return galley.Removals{}, err
		}
		return a.graph.Products.Removals(ctx, shop)
	})
}

// AcceptRemovals syncs a shop and removes the products of a plan of
// ListRemovals from the local copy that it still does not list.
func (a *App) AcceptRemovals(id string, plan galley.PlanID) (products.SyncResult, error) {
	return answer(a, func(ctx context.Context) (products.SyncResult, error) {
		shop, err := a.graph.Shops.Get(ctx, id)
		if err != nil {
			return products.SyncResult{}, err
		}
		return a.graph.Products.SyncAndRemove(ctx, shop, plan, nil)
	})
}

// ListCopies lists the copies of the data file, newest first.
func (a *App) ListCopies() ([]galley.DataCopy, error) {
	return answer(a, func(context.Context) ([]galley.DataCopy, error) { return a.graph.Copies(), nil })
}

// GetHeld lists what is held since the data file was restored.
func (a *App) GetHeld() (galley.Held, error) { return answer(a, a.graph.Publishing.Held) }

// PlanRelease says what ReleaseHeld would release.
func (a *App) PlanRelease(req galley.HeldRequest) (galley.HeldPlan, error) {
	return answer(a, func(ctx context.Context) (galley.HeldPlan, error) { return a.graph.Publishing.PlanRelease(ctx, req) })
}

// ReleaseHeld lets the held publications and jobs of a plan of PlanRelease go on.
func (a *App) ReleaseHeld(plan galley.PlanID) (galley.Confirmed, error) {
	return answer(a, func(ctx context.Context) (galley.Confirmed, error) { return a.graph.Publishing.ReleaseHeld(ctx, plan) })
}

// PlanWithdraw says what WithdrawHeld would withdraw.
func (a *App) PlanWithdraw(req galley.HeldRequest) (galley.HeldPlan, error) {
	return answer(a, func(ctx context.Context) (galley.HeldPlan, error) { return a.graph.Publishing.PlanWithdraw(ctx, req) })
}

// WithdrawHeld withdraws the held publications of a plan of PlanWithdraw and cancels its held jobs.
func (a *App) WithdrawHeld(plan galley.PlanID) (galley.Confirmed, error) {
	return answer(a, func(ctx context.Context) (galley.Confirmed, error) { return a.graph.Publishing.WithdrawHeld(ctx, plan) })
}

// ProductFacets lists what a shop's products can be filtered by.
func (a *App) ProductFacets(shop galley.ShopID) (galley.ProductFacets, error) {
	return answer(a, func(ctx context.Context) (galley.ProductFacets, error) { return a.graph.Products.Facets(ctx, shop) })
}

// GetProduct returns one product by id or handle.
func (a *App) GetProduct(shop galley.ShopID, idOrHandle string) (galley.Product, error) {
	return answer(a, func(ctx context.Context) (galley.Product, error) {
		return a.graph.Products.Product(ctx, shop, idOrHandle)
	})
}

// GetDesk returns a product with every draft and publication of it.
func (a *App) GetDesk(shop galley.ShopID, idOrHandle string) (products.Desk, error) {
	return answer(a, func(ctx context.Context) (products.Desk, error) { return a.graph.Products.Desk(ctx, shop, idOrHandle) })
}

// PlanSave says which texts of the product editor SaveProduct would write.
func (a *App) PlanSave(shop galley.ShopID, productID string, edits []galley.TextEdit) (galley.SavePlan, error) {
	return answer(a, func(ctx context.Context) (galley.SavePlan, error) {
		return a.graph.Publishing.PlanSave(ctx, shop, productID, edits)
	})
}

// SaveProduct queues the texts of a plan of PlanSave.
func (a *App) SaveProduct(plan galley.PlanID) (galley.Confirmed, error) {
	return a.confirm(plan, a.graph.Publishing.Save)
}

// ExportedLedger is a file that the ledger was written to. An empty name means
// that nothing was: the person chose none.
type ExportedLedger struct {
	File    string `json:"file"`
	Entries int    `json:"entries"`
}

// ExportActivity asks for a file name and writes the entries that q selects
// there, as csv or jsonl. A browser gets the file from /data/ledger instead.
func (a *App) ExportActivity(q galley.ActivityQuery, format ledger.Format) (ExportedLedger, error) {
	return answer(a, func(ctx context.Context) (done ExportedLedger, err error) {
		form, err := ledger.ParseFormat(string(format))
		if err != nil {
			return done, err
		}
		name, err := web.LedgerName(ctx, a.graph, q.ShopID, form)
		if err != nil {
			return done, err
		}
		if done.File, err = a.askName(name); err != nil || done.File == "" {
			return done, err
		}
		done.Entries, err = a.graph.Ledger.ExportFile(ctx, q, form, done.File)
		return done, err
	})
}

// ListInstructions returns what is saved for a field and a shop.
func (a *App) ListInstructions(q galley.InstructionsQuery) ([]galley.Instructions, error) {
	return answer(a, func(ctx context.Context) ([]galley.Instructions, error) {
		return a.graph.Settings.Instructions(ctx, q.Field, q.ShopID)
	})
}

// SaveInstructions keeps words under a name.
func (a *App) SaveInstructions(i galley.Instructions) (galley.Instructions, error) {
	return answer(a, func(ctx context.Context) (galley.Instructions, error) {
		return a.graph.Settings.SaveInstructions(ctx, i)
	})
}

// DeleteInstructions forgets saved instructions; jobs keep their words.
func (a *App) DeleteInstructions(id string) error {
	_, err := answer(a, func(ctx context.Context) (bool, error) { return true, a.graph.Settings.DeleteInstructions(ctx, id) })
	return err
}

// EstimateJob tells what a job would do and cost.
func (a *App) EstimateJob(spec galley.JobSpec) (galley.Estimate, error) {
	return answer(a, func(ctx context.Context) (galley.Estimate, error) { return a.graph.Jobs.Estimate(ctx, spec) })
}

// SpentToday returns what writing has cost since midnight, and what is set aside.
func (a *App) SpentToday() (galley.Spend, error) { return answer(a, a.graph.Spend.Today) }

// CreateJob puts a job into the queue.
func (a *App) CreateJob(spec galley.JobSpec) (galley.Job, error) {
	return answer(a, func(ctx context.Context) (galley.Job, error) { return a.graph.Jobs.Create(ctx, spec) })
}

// ListJobs returns the jobs of a shop, newest first.
func (a *App) ListJobs(shop galley.ShopID) ([]galley.Job, error) {
	return answer(a, func(ctx context.Context) ([]galley.Job, error) { return a.graph.Jobs.List(ctx, shop) })
}

// GetJob returns a job with its counts.
func (a *App) GetJob(id galley.JobID) (galley.Job, error) { return a.job(id, a.graph.Jobs.Get) }

// PauseJob stops a job for now.
func (a *App) PauseJob(id galley.JobID) (galley.Job, error) { return a.job(id, a.graph.Jobs.Pause) }

// ResumeJob lets a paused job go on.
func (a *App) ResumeJob(id galley.JobID) (galley.Job, error) { return a.job(id, a.graph.Jobs.Resume) }

// CancelJob ends a job; what is written stays.
func (a *App) CancelJob(id galley.JobID) (galley.Job, error) { return a.job(id, a.graph.Jobs.Cancel) }

// PlanRetry says which failed items of a job Retry would try again.
func (a *App) PlanRetry(req galley.RetryRequest) (galley.RetryPlan, error) {
	return answer(a, func(ctx context.Context) (galley.RetryPlan, error) { return a.graph.Publishing.PlanRetry(ctx, req) })
}

// Retry has the failed items of a plan of PlanRetry written, or published, again.
func (a *App) Retry(plan galley.PlanID) (galley.Confirmed, error) {
	return a.confirm(plan, a.graph.Publishing.Retry)
}

func (a *App) job(id galley.JobID, f func(context.Context, galley.JobID) (galley.Job, error)) (galley.Job, error) {
	return answer(a, func(ctx context.Context) (galley.Job, error) { return f(ctx, id) })
}

// GetProof returns an item with its product, revisions and publications.
func (a *App) GetProof(id galley.ItemID) (review.Proof, error) {
	return answer(a, func(ctx context.Context) (review.Proof, error) { return a.graph.Review.Proof(ctx, id) })
}

// EditItem puts a person's text in the place of a draft's revision.
func (a *App) EditItem(id galley.ItemID, revision int, content string) (galley.Item, error) {
	return answer(a, func(ctx context.Context) (galley.Item, error) { return a.graph.Review.Edit(ctx, id, revision, content) })
}

// TakeOut removes the sentence that a warning of a draft speaks of.
func (a *App) TakeOut(id galley.ItemID, revision int, warning galley.WarningKey) (galley.Item, error) {
	return answer(a, func(ctx context.Context) (galley.Item, error) {
		return a.graph.Review.TakeOut(ctx, id, revision, warning)
	})
}

// KeepWarning puts a warning of a draft aside, or brings it back.
func (a *App) KeepWarning(id galley.ItemID, revision int, warning galley.WarningKey, keep bool) (galley.Item, error) {
	return answer(a, func(ctx context.Context) (galley.Item, error) {
		return a.graph.Review.Keep(ctx, id, revision, warning, keep)
	})
}

// AddFact notes what holds for every product of an item's shop.
func (a *App) AddFact(id galley.ItemID, revision int, fact string) (galley.Item, error) {
	return answer(a, func(ctx context.Context) (galley.Item, error) {
		return a.graph.Review.AddFact(ctx, id, revision, fact)
	})
}

// SetFacts replaces what is noted of all products of a shop, a line each.
func (a *App) SetFacts(shop galley.ShopID, facts string) error {
	_, err := answer(a, func(ctx context.Context) (bool, error) { return true, a.graph.Products.SetFacts(ctx, shop, facts) })
	return err
}

// SelectItems returns the items of a selection that take its action now.
func (a *App) SelectItems(sel galley.ItemSelection) (galley.SelectedItems, error) {
	return answer(a, func(ctx context.Context) (galley.SelectedItems, error) { return a.graph.Review.SelectItems(ctx, sel) })
}

// ApproveItems marks drafts as good, each at the revision that was on screen.
func (a *App) ApproveItems(drafts []galley.ItemAt) (galley.Decided, error) {
	return a.decide(drafts, a.graph.Review.Approve)
}

// RejectItems keeps drafts from being published with the others.
func (a *App) RejectItems(drafts []galley.ItemAt) (galley.Decided, error) {
	return a.decide(drafts, a.graph.Review.Reject)
}

// ReopenItems takes decisions back.
func (a *App) ReopenItems(drafts []galley.ItemAt) (galley.Decided, error) {
	return a.decide(drafts, a.graph.Review.Reopen)
}

func (a *App) decide(drafts []galley.ItemAt, f func(context.Context, []galley.ItemAt) (galley.Decided, error)) (galley.Decided, error) {
	return answer(a, func(ctx context.Context) (galley.Decided, error) { return f(ctx, drafts) })
}

// RegenerateItems queues drafts to be written again, each as it was on screen.
// They stay as they are until another one is saved.
func (a *App) RegenerateItems(drafts []galley.ItemAt, note string) (galley.Decided, error) {
	return answer(a, func(ctx context.Context) (galley.Decided, error) {
		return a.graph.Jobs.Regenerate(ctx, drafts, note)
	})
}

// CancelRegenerate keeps drafts that were to be written again, and returns of
// how many. None of them is replaced any more once it has returned.
func (a *App) CancelRegenerate(items []galley.ItemID) (int, error) {
	return answer(a, func(ctx context.Context) (int, error) { return a.graph.Jobs.CancelRegenerate(ctx, items) })
}

// TakeOver accepts the text that the shop has in the place of a published one.
// Nothing is written to the shop.
func (a *App) TakeOver(seen galley.SeenChange) error {
	_, err := answer(a, func(ctx context.Context) (bool, error) { return true, a.graph.Review.TakeOver(ctx, seen) })
	return err
}

// EditChanged makes a person's text a new draft of a published item whose text
// on the shop was changed since.
func (a *App) EditChanged(id galley.ItemID, seen galley.SeenChange, content string) (galley.Item, error) {
	return answer(a, func(ctx context.Context) (galley.Item, error) {
		return a.graph.Review.EditChanged(ctx, id, seen, content)
	})
}

// PlanPutBack says which published text PutBack would publish again, in the
// place of the one that was seen.
func (a *App) PlanPutBack(seen galley.SeenChange) (galley.PutBackPlan, error) {
	return answer(a, func(ctx context.Context) (galley.PutBackPlan, error) {
		return a.graph.Publishing.PlanPutBack(ctx, seen)
	})
}

// PutBack queues the text of a plan of PlanPutBack.
func (a *App) PutBack(plan galley.PlanID) (galley.Confirmed, error) {
	return answer(a, func(ctx context.Context) (galley.Confirmed, error) { return a.graph.Publishing.PutBack(ctx, plan) })
}

// PlanPublish says which drafts Publish would publish.
func (a *App) PlanPublish(req galley.PublishRequest) (galley.PublishPlan, error) {
	return answer(a, func(ctx context.Context) (galley.PublishPlan, error) { return a.graph.Publishing.Plan(ctx, req) })
}

// Publish queues the drafts of a plan of PlanPublish; they are written in the background.
func (a *App) Publish(plan galley.PlanID) (galley.Confirmed, error) {
	return a.confirm(plan, a.graph.Publishing.Publish)
}

func (a *App) confirm(plan galley.PlanID, f func(context.Context, galley.PlanID) (galley.Confirmed, error)) (galley.Confirmed, error) {
	return answer(a, func(ctx context.Context) (galley.Confirmed, error) { return f(ctx, plan) })
}

// GetRun tells how far the writes of a confirmed plan are.
func (a *App) GetRun(plan galley.PlanID) (galley.Run, error) {
	return answer(a, func(ctx context.Context) (galley.Run, error) { return a.graph.Publishing.Run(ctx, plan) })
}

// LatestRun tells of the plan of a job that was confirmed last, null where it has none.
func (a *App) LatestRun(job galley.JobID) (*galley.Run, error) {
	return answer(a, func(ctx context.Context) (*galley.Run, error) { return a.graph.Publishing.LatestRun(ctx, job) })
}

// ListOutbox tells what waits for a shop, job by job.
func (a *App) ListOutbox(shop galley.ShopID) ([]galley.OutboxPart, error) {
	return answer(a, func(ctx context.Context) ([]galley.OutboxPart, error) { return a.graph.Publishing.Outbox(ctx, shop) })
}

// Withdraw takes back what was decided and has not gone out yet.
func (a *App) Withdraw(req galley.WithdrawRequest) (int, error) {
	return answer(a, func(ctx context.Context) (int, error) { return a.graph.Publishing.Withdraw(ctx, req) })
}

// TryOutbox has a shop's outbox tried at once.
func (a *App) TryOutbox(shop galley.ShopID) error {
	_, err := answer(a, func(ctx context.Context) (bool, error) { return true, a.graph.Publishing.TryNow(ctx, shop) })
	return err
}

// PlanUndo says what Undo would undo: of a job, of entries of the ledger, or of
// one publication.
func (a *App) PlanUndo(req galley.UndoRequest) (galley.UndoPlan, error) {
	return answer(a, func(ctx context.Context) (galley.UndoPlan, error) { return a.graph.Publishing.PlanUndo(ctx, req) })
}

// Undo queues the earlier texts of a plan of PlanUndo.
func (a *App) Undo(plan galley.PlanID) (galley.Confirmed, error) {
	return a.confirm(plan, a.graph.Publishing.Undo)
}

// ResolveURL turns an address of the local copy into one that a browser can
// open now.
func (a *App) ResolveURL(address string) (string, error) {
	return answer(a, func(ctx context.Context) (string, error) { return a.graph.Resolve(ctx, address) })
}

// GetSettings returns all settings.
func (a *App) GetSettings() (galley.Settings, error) { return answer(a, a.graph.Settings.Get) }

// SaveSettings sets several settings at once, by their keys on the command
// line; writer.api_key goes to the vault.
func (a *App) SaveSettings(values map[string]string) (galley.Settings, error) {
	return answer(a, func(ctx context.Context) (galley.Settings, error) {
		if err := a.graph.Settings.Set(ctx, values); err != nil {
			return galley.Settings{}, err
		}
		return a.graph.Settings.Get(ctx)
	})
}

// TestWriter tries the writer that the settings name.
func (a *App) TestWriter() (galley.WriterReport, error) { return answer(a, a.graph.Runner.TestWriter) }

// answer runs one call of a service. A panic would leave the page waiting for
// ever, so it becomes an error.
func answer[T any](a *App, f func(context.Context) (T, error)) (v T, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = a.graph.Recovered(p)
		}
	}()
	a.graph.Answered()
	return f(a.ctx)
}
