// Command bench measures Galley against other clients, on the same work and in one run: see
// docs/performance.md.
//
//	make bench
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"regexp"
)

// bench is one run.
type bench struct {
	here     string         // this module's folder
	built    string         // programs that it builds
	folder   string         // for shops and homes
	galley   string         // the program without its window
	window   string         // the program with it
	only     string         // the part that is measured; empty for all
	products int            // of the largest shop: of a sync, and of the home that a window is opened on
	synced   int            // products of the shop that clients read
	starts   int            // of each window with files in memory; a third as many without
	workers  int            // of peers; 0 for their best
	match    *regexp.Regexp // which rows are measured: "Plus, 80 ms, go-shopify"
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(ctx context.Context) error {
	var b bench
	flag.StringVar(&b.galley, "galley", "../build/bin/galley-headless", "Galley without its window")
	flag.StringVar(&b.window, "window", "../build/bin/galley", "Galley with its window")
	flag.StringVar(&b.only, "only", "", "measure only one part: publishing, writing, reading, sync, window")
	flag.IntVar(&b.products, "products", 100_000, "products of the largest shop: of a sync, and of the home that a window is opened on")
	flag.IntVar(&b.synced, "synced", 3_000, "products of the shop that clients read")
	flag.IntVar(&b.starts, "starts", 15, "starts of each window")
	flag.IntVar(&b.workers, "workers", 0, "products that a peer works on at once; 0 is its best")
	match := flag.String("match", "", "measure only rows that match, such as 'Plus, 80 ms, (Galley|go-shopify)'")
	flag.Parse()
	var err error
	if b.match, err = regexp.Compile(*match); err != nil {
		return err
	}
	if b.here, err = os.Getwd(); err != nil {
		return err
	}
	if b.galley, err = filepath.Abs(b.galley); err != nil {
		return err
	}
	if b.window, err = filepath.Abs(b.window); err != nil {
		return err
	}
	if b.folder, err = os.MkdirTemp("", "galley-bench-"); err != nil {
		return err
	}
	defer os.RemoveAll(b.folder)
	b.built = filepath.Join(b.here, "..", "build", "bin")
	return b.measure(ctx)
}

// part is a work that is measured, with its name for -only.
type part struct {
	name string
	rows func(context.Context) ([]row, error)
}

// parts are the works whose rows make the one table.
func (b *bench) parts() []part {
	return []part{{"publishing", b.publishing}, {"writing", b.writing}, {"reading", b.reading}}
}

// measure prints one table of all works, and those of syncs and of the window, which have figures of their own.
func (b *bench) measure(ctx context.Context) error {
	var all []row
	for _, p := range b.parts() {
		if b.only != "" && b.only != p.name {
			continue
		}
		rows, err := p.rows(ctx)
		if err != nil {
			return err
		}
		all = append(all, rows...)
	}
	if len(all) > 0 {
		fmt.Println(table(all))
	}
	if b.only == "" || b.only == "sync" {
		rows, err := b.syncs(ctx)
		if err != nil {
			return err
		}
		fmt.Println(syncTable(rows))
	}
	if b.only != "" && b.only != "window" {
		return nil
	}
	rows, err := b.windows(ctx)
	if err != nil {
		return err
	}
	fmt.Println(windowTable(rows))
	return nil
}

// build compiles one of this module's programs.
func (b *bench) build(ctx context.Context, name, pkg string, flags ...string) error {
	args := append([]string{"build", "-o", filepath.Join(b.built, name)}, flags...)
	cmd := exec.CommandContext(ctx, "go", append(args, pkg)...)
	cmd.Stderr = os.Stderr
	return cmd.Run()
}

// progress tells a person that waits.
func (b *bench) progress(format string, args ...any) { fmt.Fprintf(os.Stderr, format+"\n", args...) }
