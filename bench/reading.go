package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"time"

	"galley/backend/adminschema"
	"galley/backend/demo"
	"galley/bench/front"
	"galley/bench/work"
)

// syncLatency is how far away the shop is, of the Standard plan.
const syncLatency = 80 * time.Millisecond

// pageSize is the most that Shopify gives, and was the fastest of 50, 100 and 250.
const pageSize = 250

// readShop is a shop that all clients read.
type readShop struct {
	bench *bench
	front *front.Front
	place place
}

// reading has the products of a shop read and kept, for the first time and again without a change. Beside it:
// the file that the shop writes read for nothing, and the rows that Galley keeps inserted plainly.
func (b *bench) reading(ctx context.Context) (rows []row, err error) {
	if err := b.build(ctx, "pager", "./peers/pager"); err != nil {
		return nil, err
	}
	f, err := front.Listen(ctx)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	r := readShop{b, f, place{filepath.Join(b.folder, "sync")}}
	if err := os.MkdirAll(r.place.home(), 0o700); err != nil {
		return nil, err
	}
	shop := demo.Options{Path: r.place.shop(), Seed: demo.Seed{Products: b.synced}, Latency: syncLatency}
	if err := f.Put(ctx, &shop); err != nil {
		return nil, err
	}
	g := galley{b.galley, r.place.home()}
	if err := g.add(ctx, f); err != nil {
		return nil, err
	}
	first, again := fmt.Sprintf("first sync, %d products", b.synced), fmt.Sprintf("sync without a change, %d products", b.synced)
	peer := fmt.Sprintf("go-shopify 4.7.0, pages of %d", pageSize)
	for _, client := range []struct {
		name string
		sync func() (int, error)
	}{
		{ours, func() (int, error) { return g.sync(ctx) }},
		{peer, func() (int, error) { return r.page(ctx) }},
	} {
		for _, work := range []string{first, again} {
			one, err := r.timed(ctx, shop, work, client.name, client.sync)
			if err != nil {
				return nil, fmt.Errorf("%s, %s: %w", work, client.name, err)
			}
			rows = append(rows, one)
		}
	}
	floors, err := r.floors(ctx, first)
	if err != nil {
		return nil, err
	}
	slower := max(floors[0].took, floors[1].took)
	for i := range rows {
		rows[i].ideal = slower
		if rows[i].work == again {
			rows[i].ideal = 0
		}
	}
	return append(rows, floors...), nil
}

// timed puts the shop up anew, with a full bucket, and lets a client read it.
func (r readShop) timed(ctx context.Context, shop demo.Options, work, client string, sync func() (int, error)) (row, error) {
	if err := r.front.Put(ctx, &shop); err != nil {
		return row{}, err
	}
	began := time.Now()
	products, err := sync()
	took := time.Since(began)
	if err != nil {
		return row{}, err
	}
	use := r.front.Use()
	r.bench.progress("%s, %s: %.1f s, %d products, %d requests", work, client, took.Seconds(), products, use.Requests)
	return row{
		work: work, client: client, took: took, each: fmt.Sprintf("%.2f points", use.Points/float64(r.bench.synced)),
		refused: float64(use.Throttled) / float64(max(use.Requests, 1)), right: fmt.Sprintf("%d of %d", products, r.bench.synced),
	}, nil
}

// page has go-shopify page through the products into plain inserts.
func (r readShop) page(ctx context.Context) (int, error) {
	input, err := json.Marshal(work.Paging{
		Endpoint: r.front.Endpoint, Token: front.Token, Version: adminschema.Version,
		Query: work.Page, Size: pageSize, File: filepath.Join(r.place.folder, "pager.db"),
	})
	if err != nil {
		return 0, err
	}
	cmd := exec.CommandContext(ctx, filepath.Join(r.bench.built, "pager"))
	cmd.Stdin, cmd.Stderr = bytes.NewReader(input), os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return 0, err
	}
	var done work.Result
	err = json.Unmarshal(out, &done)
	return done.Written, err
}
