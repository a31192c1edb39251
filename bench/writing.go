package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"

	"galley/backend/demo"
	"galley/backend/llm/llmtest"
	"galley/bench/front"
	"galley/bench/work"
)

// loads last about two minutes each: enough for a minute's worth to be used up and to come back.
var loads = []load{
	{"600 requests a minute", 600, 0, 1200},
	{"200,000 tokens a minute", 0, 200_000, 700},
	{"240 requests and 200,000 tokens a minute", 240, 200_000, 700},
}

// poolSizes are the numbers of workers that a pool is measured with: about as many as 200,000 tokens or 600 requests a
// minute call for, and more.
var poolSizes = []int{8, 24, 64}

const poolName = "pool, go-openai 1.43.0, %d workers"

// writing has the same texts written by Galley and by pools of workers.
func (b *bench) writing(ctx context.Context) (rows []row, err error) {
	if err := b.build(ctx, "pool", "./peers/pool"); err != nil {
		return nil, err
	}
	for _, l := range loads {
		found, err := b.write(ctx, l)
		if err != nil {
			return nil, fmt.Errorf("writing, %s: %w", l.name, err)
		}
		rows = append(rows, found...)
	}
	return rows, nil
}

func (b *bench) write(ctx context.Context, l load) (rows []row, err error) {
	wanted := func(client string) bool { return b.match.MatchString(l.name + ", " + client) }
	sizes := poolSizes
	if b.workers > 0 {
		sizes = []int{b.workers}
	}
	some := wanted(ours)
	for _, n := range sizes {
		some = some || wanted(fmt.Sprintf(poolName, n))
	}
	if !some {
		return nil, nil
	}
	r, requests, err := b.galleyWrites(ctx, l) // first, also where only peers are wanted: they send what it sent
	if err != nil {
		return nil, err
	}
	rows = append(rows, r)
	for _, n := range sizes {
		name := fmt.Sprintf(poolName, n)
		if !wanted(name) {
			continue
		}
		if r, err = b.poolWrites(ctx, l, n, requests); err != nil {
			return nil, err
		}
		r.client = name
		rows = append(rows, r)
	}
	return rows, nil
}

// line is what a client did as a line of the table.
func (b *bench) line(l load, client string, e *endpoint, right, texts int) row {
	w := e.written()
	r := row{
		work: "writing, " + l.name, client: client, took: w.took, ideal: l.ideal(w),
		each:    fmt.Sprintf("%d tokens", w.tokens/max(right, 1)),
		refused: float64(w.requests-w.answers) / float64(max(w.requests, 1)),
		right:   fmt.Sprintf("%d of %d", right, texts),
	}
	if w.twice > 0 {
		r.right += fmt.Sprintf(", %d paid twice", w.twice)
	}
	b.progress("%s, %s: %.1f s, %s texts, %d requests, %d answered", r.work, client, r.took.Seconds(), r.right, w.requests, w.answers)
	return r
}

// galleyWrites has Galley's program write, and returns the requests that it sent: one for each text, and those
// that asked again after an answer that it did not take.
func (b *bench) galleyWrites(ctx context.Context, l load) (row, []json.RawMessage, error) {
	ctx, cancel := context.WithTimeout(ctx, 2*longest)
	defer cancel()
	e, err := startEndpoint(ctx, l)
	if err != nil {
		return row{}, nil, err
	}
	defer e.close()
	g, done, err := b.shopToWrite(ctx, l, e)
	if err != nil {
		return row{}, nil, err
	}
	defer done()
	e.forget()
	var job struct {
		Counts struct{ Successful int }
	}
	if err := g.run(ctx, &job, "", "job", "create", shopDomain, "--field", "title", "--all", "--wait"); err != nil {
		return row{}, nil, err
	}
	var requests []json.RawMessage
	for _, body := range e.bodies {
		requests = append(requests, body)
	}
	if job.Counts.Successful < l.texts || len(requests) < l.texts {
		return row{}, nil, fmt.Errorf("galley wrote %d texts with %d questions, of %d", job.Counts.Successful, len(requests), l.texts)
	}
	return b.line(l, ours, e, job.Counts.Successful, l.texts), requests, nil
}

// shopToWrite makes a Galley that knows a shop of so many products and the model: it has asked it once.
func (b *bench) shopToWrite(ctx context.Context, l load, e *endpoint) (g galley, done func(), err error) {
	f, err := front.Listen(ctx)
	if err != nil {
		return g, nil, err
	}
	p := place{filepath.Join(b.folder, "writing")}
	done = func() {
		f.Close()
		os.RemoveAll(p.folder)
	}
	defer func() {
		if err != nil {
			done()
		}
	}()
	if err = os.MkdirAll(p.home(), 0o700); err != nil {
		return g, nil, err
	}
	g = galley{b.galley, p.home()}
	if err = f.Put(ctx, &demo.Options{Path: p.shop(), Seed: demo.Seed{Products: l.texts}, RestoreRate: plenty, Bucket: plenty, BulkPace: plenty}); err != nil {
		return g, nil, err
	}
	if err = g.connect(ctx, f); err != nil {
		return g, nil, err
	}
	if err = g.run(ctx, nil, "", "settings", "set", "writer.kind", "openai", "writer.base_url", e.address, "writer.model", llmtest.Model,
		"writer.rpm", strconv.Itoa(l.rpm), "writer.tpm", strconv.Itoa(l.tpm), "writer.concurrency", "64"); err != nil {
		return g, nil, err
	}
	return g, done, g.run(ctx, nil, "", "writer", "test")
}

// poolWrites has a pool of workers write the same.
func (b *bench) poolWrites(ctx context.Context, l load, workers int, requests []json.RawMessage) (row, error) {
	ctx, cancel := context.WithTimeout(ctx, 2*longest)
	defer cancel()
	e, err := startEndpoint(ctx, l)
	if err != nil {
		return row{}, err
	}
	defer e.close()
	input, err := json.Marshal(work.Writing{BaseURL: e.address, Workers: workers, Requests: requests})
	if err != nil {
		return row{}, err
	}
	cmd := exec.CommandContext(ctx, filepath.Join(b.built, "pool"))
	cmd.Stdin, cmd.Stderr = bytes.NewReader(input), os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return row{}, err
	}
	var done work.Result
	if err := json.Unmarshal(out, &done); err != nil {
		return row{}, err
	}
	if done.Failed > 0 {
		return row{}, fmt.Errorf("%d failed: %v", done.Failed, done.Errors)
	}
	return b.line(l, fmt.Sprintf(poolName, workers), e, done.Written, len(requests)), nil
}
