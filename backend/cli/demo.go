package cli

import (
	"context"
	"errors"
	"os"

	"github.com/spf13/cobra"

	"galley/backend/cli/ui"
	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/products"
	"galley/backend/wire"
)

// demoPreviews is how many drafts of each job the demo shows.
const demoPreviews = 3

// The demo's shop has the pace of Shopify's Plus plan, to be quick. Source:
// Shopify's limits for the Admin API.
const (
	demoRestoreRate = 1000
	demoBucket      = 20_000
)

// demoDone is the document of demo.
type demoDone struct {
	Shop galley.ShopOverview `json:"shop"`
	Sync products.SyncResult `json:"sync"`
	Jobs []demoJob           `json:"jobs"`
}

// demoJob is one job of the demo from first draft to published page.
type demoJob struct {
	galley.Job
	Previews []galley.Item    `json:"previews"` // as they were before they were published
	Live     []galley.Current `json:"live"`     // of the previews, read back from the shop
	Same     int              `json:"same"`     // texts that the shop has as they were written
}

func newDemo(s *session) *cobra.Command {
	shop := wire.DemoShop{RestoreRate: demoRestoreRate, Bucket: demoBucket}
	var names []string
	cmd := &cobra.Command{
		Use:   "demo",
		Short: "Do the whole main job once in the terminal, against the demo shop",
		Long: `Does the whole main job in the terminal: connects the demo shop in a temporary
home, copies its products, writes a field for all of them with the built-in
templates, shows some drafts, publishes them, and reads them back from the shop.
Nothing leaves this machine, and nothing is left on it.`,
		Args: exactly(),
	}
	seedFlags(cmd, &shop)
	cmd.Flags().StringArrayVar(&names, "field", []string{string(galley.FieldDescription)}, "field to write; may be repeated")
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		fields := make([]galley.Field, len(names))
		for i, name := range names {
			var err error
			if fields[i], err = galley.ParseField(name); err != nil {
				return err
			}
		}
		return s.onDemoHome(cmd.Context(), shop, func(ctx context.Context, graph *wire.Graph) error {
			d := &demo{session: s, graph: graph, page: s.page()}
			return d.run(ctx, fields)
		})
	}
	return cmd
}

// onDemoHome opens a temporary home, removed also if the command is
// interrupted.
func (s *session) onDemoHome(ctx context.Context, shop wire.DemoShop, f func(context.Context, *wire.Graph) error) (err error) {
	home, err := os.MkdirTemp("", "galley-demo-")
	if err != nil {
		return galley.WrapError(err, galley.CodeCannotRun, messages.DemoNoTemporaryFolder)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(home)) }()
	options := s.options(ctx)
	options.Home, options.Demo = home, shop
	graph, err := wire.Open(ctx, options)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, graph.Close()) }()
	return f(ctx, graph)
}

// demo is one run of the demo.
type demo struct {
	*session
	graph *wire.Graph
	page  *ui.Page
	shop  galley.ShopOverview
	done  demoDone
}

func (d *demo) run(ctx context.Context, fields []galley.Field) (err error) {
	d.page.Line("A temporary home, the demo shop, and the built-in templates. Nothing leaves this machine.")
	if d.shop, err = d.graph.Shops.AddDemo(ctx); err != nil {
		return err
	}
	d.page.Heading("Sync")
	if d.done.Sync, err = d.sync(ctx, d.graph, d.shop.Shop, false, false); err != nil {
		return err
	}
	syncWords(d.page, d.shop.Name, synced{SyncResult: d.done.Sync})
	for _, f := range fields {
		job, err := d.write(ctx, f)
		if err != nil {
			return err
		}
		d.done.Jobs = append(d.done.Jobs, job)
		if missing := job.Counts.Published - job.Same; missing > 0 {
			d.answer.trouble = galley.NewError(galley.CodeShopReadback, messages.DemoNotAsWritten(ui.Texts(missing, f)))
		}
	}
	d.done.Shop, err = d.graph.Shops.Overview(ctx, d.shop.ID)
	d.answer.document = d.done
	return err
}

// write takes one field from first draft to published page.
func (d *demo) write(ctx context.Context, f galley.Field) (done demoJob, err error) {
	d.page.Heading("Write every %s", f.Label())
	spec := galley.JobSpec{ShopID: d.shop.ID, Field: f, Selection: galley.Selection{All: true}, Strategy: galley.StrategyReview, Unseen: true}
	if done.Job, err = d.graph.Jobs.Create(ctx, spec); err != nil {
		return done, err
	}
	if done.Job, err = d.workJob(ctx, d.graph, done.Job); err != nil {
		return done, err
	}
	d.page.Job(done.Job)
	if err := unfinished(done.Job); err != nil {
		return done, err
	}
	drafts, err := itemsOf(ctx, d.graph, galley.ItemQuery{JobID: done.ID, Filter: galley.FilterUnpublished})
	if err != nil {
		return done, err
	}
	d.page.Heading("Review")
	done.Previews = spread(drafts, demoPreviews)
	for _, it := range done.Previews {
		d.page.Preview(it)
	}
	if done.Job, err = d.publish(ctx, done.Job); err != nil {
		return done, err
	}
	return done, d.readBack(ctx, &done, drafts)
}

func (d *demo) publish(ctx context.Context, job galley.Job) (galley.Job, error) {
	d.page.Heading("Publish")
	plan, done, err := d.graph.Publishing.PublishNow(ctx, galley.PublishRequest{JobID: job.ID})
	if err != nil {
		return job, err
	}
	if job, _, err = d.afterDecision(ctx, d.graph, job.ID, done, true); err != nil {
		return job, err
	}
	d.page.Publishing(plan, job.Counts.Published, true)
	d.page.Counts(job)
	return job, nil
}

// readBack reads the shop's current text.
func (d *demo) readBack(ctx context.Context, done *demoJob, drafts []galley.Item) error {
	targets := make([]galley.Target, len(drafts))
	for i, it := range drafts {
		targets[i] = it.Target()
	}
	live, err := d.graph.Products.Live(ctx, d.shop.Shop, done.Field, targets)
	if err != nil {
		return err
	}
	d.page.Heading("Read back from the shop")
	for i, it := range drafts {
		if live[i].Value.Text == it.Content {
			done.Same++
		}
	}
	done.Live = spread(live, demoPreviews)
	for i, now := range done.Live {
		d.page.Line("%s: %s", done.Previews[i].Place.Title, ui.Short(done.Field, now.Value.Text, ui.PreviewColumns))
	}
	d.page.Line("%d of %s on the shop are what was published.", done.Same, ui.Texts(len(drafts), done.Field))
	return nil
}

// spread takes up to n of the rows, from all over the list.
func spread[T any](rows []T, n int) []T {
	if len(rows) <= n {
		return rows
	}
	some := make([]T, n)
	for i := range some {
		some[i] = rows[i*len(rows)/n]
	}
	return some
}
