package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
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

// reader is a client that reads the shop, and returns how many products it has.
type reader struct {
	name string
	read func(context.Context) (int, error)
}

// reading has the products of a shop read and kept, for the first time and again without a change. Beside it:
// the file that the shop writes read for nothing, and the rows that Galley keeps inserted plainly.
func (b *bench) reading(ctx context.Context) (rows []row, err error) {
	r := readShop{bench: b, place: place{filepath.Join(b.folder, "sync")}}
	g := galley{b.galley, r.place.home()}
	works := []string{fmt.Sprintf("first sync, %d products", b.synced), fmt.Sprintf("sync without a change, %d products", b.synced)}
	clients := r.readers(g, works)
	if len(clients) == 0 {
		return nil, nil
	}
	if err := b.build(ctx, "pager", "./peers/pager"); err != nil {
		return nil, err
	}
	if r.front, err = front.Listen(ctx); err != nil {
		return nil, err
	}
	defer r.front.Close()
	if err := os.MkdirAll(r.place.home(), 0o700); err != nil {
		return nil, err
	}
	shop := demo.Options{Path: r.place.shop(), Seed: demo.Seed{Products: b.synced}, Latency: syncLatency}
	if err := r.front.Put(ctx, &shop); err != nil {
		return nil, err
	}
	if err := g.add(ctx, r.front); err != nil {
		return nil, err
	}
	for _, client := range clients {
		for _, work := range works {
			one, err := r.timed(ctx, shop, work, client)
			if err != nil {
				return nil, fmt.Errorf("%s, %s: %w", work, client.name, err)
			}
			rows = append(rows, one)
		}
	}
	floors, err := r.floors(ctx, works[0])
	if err != nil {
		return nil, err
	}
	for i := range rows {
		if rows[i].work == works[0] {
			rows[i].ideal = max(floors[0].took, floors[1].took)
		}
	}
	return append(rows, floors...), nil
}

// readers are the clients to measure: those of which a row is wanted, and before them Galley, since a floor is what
// it keeps.
func (r *readShop) readers(g galley, works []string) (readers []reader) {
	galleys := reader{ours, g.sync}
	for _, client := range []reader{galleys, {fmt.Sprintf("go-shopify 4.7.0, pages of %d", pageSize), r.page}} {
		if slices.ContainsFunc(works, func(work string) bool { return r.bench.match.MatchString(work + ", " + client.name) }) {
			readers = append(readers, client)
		}
	}
	if len(readers) > 0 && readers[0].name != ours {
		readers = slices.Insert(readers, 0, galleys)
	}
	return readers
}

// timed puts the shop up anew, with a full bucket, and lets a client read it.
func (r *readShop) timed(ctx context.Context, shop demo.Options, work string, client reader) (row, error) {
	if err := r.front.Put(ctx, &shop); err != nil {
		return row{}, err
	}
	began := time.Now()
	products, err := client.read(ctx)
	took := time.Since(began)
	if err != nil {
		return row{}, err
	}
	use := r.front.Use()
	r.bench.progress("%s, %s: %.1f s, %d products, %d requests", work, client.name, took.Seconds(), products, use.Requests)
	return row{
		work: work, client: client.name, took: took, each: fmt.Sprintf("%.2f points", use.Points/float64(r.bench.synced)),
		refused: float64(use.Throttled) / float64(max(use.Requests, 1)), right: fmt.Sprintf("%d of %d", products, r.bench.synced),
	}, nil
}

// page has go-shopify page through the products into plain inserts.
func (r *readShop) page(ctx context.Context) (int, error) {
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
