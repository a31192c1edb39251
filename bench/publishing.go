package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"time"

	"galley/backend/demo"
	"galley/bench/front"
	"galley/bench/work"
)

// plan is a plan of Shopify's. Source: https://shopify.dev/docs/api/usage/limits
type plan struct {
	name         string
	rate, bucket float64 // points a second, points at most
	texts        int     // enough to empty the bucket and to live off the rate for about ten seconds
}

var plans = []plan{
	{"Standard", 100, 2000, 240},
	{"Plus", 1000, 20_000, 2400},
}

var latencies = []int{20, 80, 300} // milliseconds

// longest ends a run that hangs.
const longest = 5 * time.Minute

// course is what all clients do at one plan and latency.
type course struct {
	bench   *bench
	front   *front.Front
	plan    plan
	latency int
	origin  place
	job     string
	before  map[string]string
	texts   []work.Text
}

// outcome is what one client did at one plan and latency.
type outcome struct {
	plan    plan
	latency int
	client  string
	use     front.Use
	texts   int
	right   int
	astray  int
}

// leastPoints is what a write of a product costs, with no point for a comparison.
const leastPoints = 10

// ideal is the least time in which the shop pays for so many points: a full bucket, then its rate.
func (o outcome) ideal(points float64) time.Duration {
	return time.Duration(max(0, points-o.plan.bucket) / o.plan.rate * float64(time.Second))
}

// row is the outcome as a line of the table.
func (o outcome) row() row {
	return row{
		work: o.work(), client: o.client, took: o.use.Took(), ideal: o.ideal(o.use.Points),
		each:    fmt.Sprintf("%.1f points", o.use.Points/float64(o.texts)),
		refused: float64(o.use.Throttled) / float64(o.use.Requests), right: o.rightTexts(),
	}
}

// least is the row of a shop that is only written to, at its least cost and without any delay.
func (o outcome) least() row {
	took := o.ideal(leastPoints * float64(o.texts))
	return row{work: o.work(), client: "*least: writes alone*", took: took, ideal: took, each: fmt.Sprintf("%d points", leastPoints), refused: -1}
}

func (o outcome) work() string { return fmt.Sprintf("publishing, %s, %d ms", o.plan.name, o.latency) }

func (o outcome) rightTexts() string {
	said := fmt.Sprintf("%d of %d", o.right, o.texts)
	if o.astray > 0 {
		said += fmt.Sprintf(", %d others changed", o.astray)
	}
	return said
}

// publishing publishes the same texts with every client, at every plan and latency.
func (b *bench) publishing(ctx context.Context) (rows []row, err error) {
	if err := b.build(ctx, "goshopify", "./peers/goshopify"); err != nil {
		return nil, err
	}
	f, err := front.Listen(ctx)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	for _, p := range plans {
		c := course{bench: b, front: f, plan: p}
		if !slices.ContainsFunc(latencies, func(ms int) bool { return len(b.wanted(p, ms)) > 0 }) {
			continue
		}
		if err := c.prepare(ctx); err != nil {
			return nil, err
		}
		for _, latency := range latencies {
			c.latency = latency
			found, err := b.clients(ctx, c)
			if err != nil {
				return nil, err
			}
			rows = append(rows, found...)
		}
	}
	return rows, nil
}

// clients publishes the texts of a course with every client.
func (b *bench) clients(ctx context.Context, c course) (rows []row, err error) {
	var last outcome
	for _, client := range b.wanted(c.plan, c.latency) {
		if last, err = c.run(ctx, client); err != nil {
			return nil, fmt.Errorf("%s, %s: %w", last.work(), client.name, err)
		}
		rows = append(rows, last.row())
		b.progress("%s, %s: %.1f s, %d of %d texts right", last.work(), client.name, last.use.Took().Seconds(), last.right, last.texts)
	}
	if len(rows) > 0 {
		rows = append(rows, last.least())
	}
	return rows, nil
}

// wanted are the clients to measure at a plan and latency.
func (b *bench) wanted(p plan, latency int) (clients []client) {
	for _, client := range clientsAt(latency) {
		if b.match.MatchString(fmt.Sprintf("%s, %d ms, %s", p.name, latency, client.name)) {
			clients = append(clients, client)
		}
	}
	return clients
}

// prepare makes the shop and the drafts, and publishes a copy without a limit to see which texts go live.
func (c *course) prepare(ctx context.Context) (err error) {
	c.origin, c.job, err = prepare(ctx, c.front, c.bench.galley, filepath.Join(c.bench.folder, c.plan.name), c.plan.texts)
	if err != nil {
		return err
	}
	if c.before, err = descriptions(ctx, c.front, c.origin); err != nil {
		return err
	}
	trial, err := c.origin.copyTo(filepath.Join(c.bench.folder, "trial"))
	if err != nil {
		return err
	}
	if err := c.front.Put(ctx, &demo.Options{Path: trial.shop(), RestoreRate: plenty, Bucket: plenty}); err != nil {
		return err
	}
	if err := (galley{c.bench.galley, trial.home()}).publish(ctx, c.job); err != nil {
		return err
	}
	after, err := descriptions(ctx, c.front, trial)
	if err != nil {
		return err
	}
	c.texts = textsOf(c.before, after)
	if len(c.texts) < c.plan.texts*9/10 {
		return fmt.Errorf("only %d of %d texts would go live", len(c.texts), c.plan.texts)
	}
	return nil
}

// run publishes with one client to a fresh copy of the shop, and looks at what the shop then has.
func (c *course) run(ctx context.Context, client client) (row outcome, err error) {
	row = outcome{plan: c.plan, latency: c.latency, client: client.name, texts: len(c.texts)}
	ctx, cancel := context.WithTimeout(ctx, longest)
	defer cancel()
	at, err := c.origin.copyTo(filepath.Join(c.bench.folder, "run"))
	if err != nil {
		return row, err
	}
	defer os.RemoveAll(at.folder)
	if err := c.front.Put(ctx, &demo.Options{
		Path: at.shop(), RestoreRate: c.plan.rate, Bucket: c.plan.bucket, Latency: time.Duration(c.latency) * time.Millisecond,
	}); err != nil {
		return row, err
	}
	if err := client.publish(ctx, c, at); err != nil {
		return row, err
	}
	row.use = c.front.Use()
	now, err := descriptions(ctx, c.front, at)
	if err != nil {
		return row, err
	}
	row.right, row.astray = right(c.texts, c.before, now)
	return row, nil
}
