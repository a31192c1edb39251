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

// outcome is one row of the table.
type outcome struct {
	plan    plan
	latency int
	client  string
	use     front.Use
	texts   int
	right   int
	astray  int
}

// pointsPerText is what the shop charged for each.
func (o outcome) pointsPerText() float64 { return o.use.Points / float64(o.texts) }

// ideal is the least time in which the shop pays for so many points: a full bucket, then its rate.
func (o outcome) ideal(points float64) time.Duration {
	return time.Duration(max(0, points-o.plan.bucket) / o.plan.rate * float64(time.Second))
}

// publishing publishes the same texts with every client, at every plan and latency.
func (b *bench) publishing(ctx context.Context) (rows []outcome, err error) {
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
			for _, client := range b.wanted(p, latency) {
				row, err := c.run(ctx, client)
				if err != nil {
					return nil, fmt.Errorf("%s, %s: %w", row.cell(), client.name, err)
				}
				rows = append(rows, row)
				b.progress("%s, %s: %.1f s, %d of %d texts right", row.cell(), client.name, row.use.Took().Seconds(), row.right, row.texts)
			}
		}
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
