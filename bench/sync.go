package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"galley/backend/demo"
	"galley/bench/front"
)

// syncRow is what Galley's program took for a shop of that many products.
type syncRow struct {
	products int
	seconds  [2]float64 // the first sync, and another without a change: of the process, from its start to its end
	peak     [2]float64 // the most memory of the process, in MB
}

// syncs syncs shops that this process serves with Galley's program, a process of its own.
func (b *bench) syncs(ctx context.Context) (rows []syncRow, err error) {
	f, err := front.Listen(ctx)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	for _, products := range []int{1_000, 10_000, b.products} {
		row, err := b.sync(ctx, f, products)
		if err != nil {
			return nil, err
		}
		rows = append(rows, row)
		b.progress("%d products: %.1f and %.1f s, %.0f and %.0f MB", products, row.seconds[0], row.seconds[1], row.peak[0], row.peak[1])
	}
	return rows, nil
}

func (b *bench) sync(ctx context.Context, f *front.Front, products int) (row syncRow, err error) {
	p := place{filepath.Join(b.folder, fmt.Sprint("sync-", products))}
	if err := os.MkdirAll(p.home(), 0o700); err != nil {
		return row, err
	}
	defer os.RemoveAll(p.folder)
	shop := demo.Options{Path: p.shop(), Seed: demo.Seed{Products: products}, RestoreRate: plenty, Bucket: plenty, BulkPace: plenty}
	if err := f.Put(ctx, &shop); err != nil {
		return row, err
	}
	g := galley{b.galley, p.home()}
	if err := g.add(ctx, f); err != nil {
		return row, err
	}
	row.products = products
	for i := range row.seconds {
		began := time.Now()
		if row.peak[i], err = g.peakOf(ctx, "sync", shopDomain); err != nil {
			return row, err
		}
		row.seconds[i] = time.Since(began).Seconds()
	}
	return row, f.Put(ctx, nil)
}

// peakOf runs a command, and returns the most memory that its process had: VmHWM, which only grows, as it was last before
// the end.
func (g galley) peakOf(ctx context.Context, args ...string) (peak float64, err error) {
	var complaint strings.Builder
	cmd := g.command(ctx, args...)
	cmd.Stderr = &complaint
	if err := cmd.Start(); err != nil {
		return 0, err
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	for {
		select {
		case err = <-ended:
			if err != nil {
				err = fmt.Errorf("galley %s: %w\n%s", strings.Join(args, " "), err, complaint.String())
			}
			return peak, err
		case <-time.After(20 * time.Millisecond):
			peak = max(peak, mostMemory(cmd))
		}
	}
}

// mostMemory is VmHWM of a process in MB, 0 where there is none.
func mostMemory(cmd *exec.Cmd) float64 {
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", cmd.Process.Pid))
	if err != nil {
		return 0
	}
	for line := range strings.Lines(string(status)) {
		var kB float64
		if n, _ := fmt.Sscanf(line, "VmHWM: %f kB", &kB); n == 1 {
			return kB / 1000
		}
	}
	return 0
}

// syncTable is Markdown.
func syncTable(rows []syncRow) string {
	var b strings.Builder
	b.WriteString("| products | first sync | again | most memory: first | again |\n| ---: | ---: | ---: | ---: | ---: |\n")
	for _, r := range rows {
		fmt.Fprintf(&b, "| %d | %.1f s | %.1f s | %.0f MB | %.0f MB |\n", r.products, r.seconds[0], r.seconds[1], r.peak[0], r.peak[1])
	}
	return b.String()
}
