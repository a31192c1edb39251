package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"strings"

	"galley/backend/demo"
	"galley/bench/front"
)

const shopDomain = "bench.myshopify.com"

// galley is Galley's program, used by its command line.
type galley struct {
	binary string
	home   string
}

func (g galley) command(ctx context.Context, args ...string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, g.binary, args...)
	cmd.Env = append(os.Environ(), "GALLEY_HOME="+g.home, "GALLEY_PASSPHRASE=bench", "DBUS_SESSION_BUS_ADDRESS=", "GALLEY_WRITER_API_KEY=", "GALLEY_WRITER_BASE_URL=")
	return cmd
}

// run runs a command and reads the document that it prints.
func (g galley) run(ctx context.Context, document any, input string, args ...string) error {
	cmd := g.command(ctx, append(args, "--json")...)
	cmd.Stdin = strings.NewReader(input)
	var complaint strings.Builder
	cmd.Stderr = &complaint
	out, err := cmd.Output()
	if err != nil {
		return fmt.Errorf("galley %s: %w\n%s", strings.Join(args, " "), err, complaint.String())
	}
	if document == nil {
		return nil
	}
	return json.Unmarshal(out, document)
}

// connect adds the shop that the front serves, and syncs it.
func (g galley) connect(ctx context.Context, f *front.Front) error {
	if err := g.add(ctx, f); err != nil {
		return err
	}
	_, err := g.sync(ctx)
	return err
}

func (g galley) add(ctx context.Context, f *front.Front) error {
	return g.run(ctx, nil, front.Token, "shop", "add", "shopify", shopDomain, "--endpoint", f.Endpoint, "--token-stdin")
}

// sync reads the shop, and returns how many products it has.
func (g galley) sync(ctx context.Context) (int, error) {
	var result struct{ Products int }
	err := g.run(ctx, &result, "", "sync", shopDomain)
	return result.Products, err
}

// write has the built-in writer draft a meta description for every product, and returns the job.
func (g galley) write(ctx context.Context) (string, error) {
	var job struct{ ID string }
	err := g.run(ctx, &job, "", "job", "create", shopDomain, "--field", "meta_description", "--all", "--wait")
	return job.ID, err
}

// publish publishes what a job wrote, and waits for it.
func (g galley) publish(ctx context.Context, job string) error {
	return g.run(ctx, nil, "", "publish", job, "--overwrite", "--wait")
}

// prepare makes a place with a demo shop of that many products, a Galley connected to it, and drafts.
func prepare(ctx context.Context, f *front.Front, binary, folder string, products int) (p place, job string, err error) {
	p = place{folder}
	if err := os.MkdirAll(p.home(), 0o700); err != nil {
		return p, "", err
	}
	shop := demo.Options{Path: p.shop(), Seed: demo.Seed{Products: products}, RestoreRate: plenty, Bucket: plenty}
	if err := f.Put(ctx, &shop); err != nil {
		return p, "", err
	}
	g := galley{binary, p.home()}
	if err := g.connect(ctx, f); err != nil {
		return p, "", err
	}
	if job, err = g.write(ctx); err != nil {
		return p, "", err
	}
	return p, job, f.Put(ctx, nil)
}
