package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"

	"galley/backend/adminschema"
	"galley/bench/front"
	"galley/bench/work"
)

// client publishes the texts of a course to the shop at a place.
type client struct {
	name    string
	publish func(ctx context.Context, c *course, at place) error
}

// clientsAt are those that are measured at a latency. Those that write blind cost less and promise less;
// they are shown at one latency.
func clientsAt(latency int) []client {
	all := []client{
		{ours, func(ctx context.Context, c *course, at place) error {
			return galley{c.bench.galley, at.home()}.publish(ctx, c.job)
		}},
		peer("go-shopify 4.7.0", goShopify, true),
		peer("admin-api-client 2.0.0", adminAPI, true),
	}
	if latency == latencies[1] {
		all = append(all, peer("go-shopify 4.7.0, blind", goShopify, false), peer("admin-api-client 2.0.0, blind", adminAPI, false))
	}
	return all
}

func goShopify(ctx context.Context, b *bench) *exec.Cmd {
	return exec.CommandContext(ctx, filepath.Join(b.built, "goshopify"))
}

func adminAPI(ctx context.Context, b *bench) *exec.Cmd {
	return exec.CommandContext(ctx, "node", filepath.Join(b.here, "peers", "adminapi", "publish.mjs"))
}

// peer hands a program its work, compared or blind.
func peer(name string, program func(context.Context, *bench) *exec.Cmd, compare bool) client {
	return client{name, func(ctx context.Context, c *course, _ place) error {
		workers := c.bench.workers
		if workers == 0 {
			workers = bestWorkers(c.plan.name, c.latency)
		}
		input, err := json.Marshal(work.Work{
			Endpoint: c.front.Endpoint, Token: front.Token, Version: adminschema.Version,
			Workers: workers, Compare: compare, Read: work.Read, Write: work.Write, Texts: c.texts,
		})
		if err != nil {
			return err
		}
		cmd := program(ctx, c.bench)
		cmd.Stdin, cmd.Stderr = bytes.NewReader(input), os.Stderr
		out, err := cmd.Output()
		if err != nil {
			return err
		}
		var done work.Result
		if err := json.Unmarshal(out, &done); err != nil {
			return err
		}
		if done.Failed+done.Conflicts > 0 {
			return fmt.Errorf("%d failed, %d conflicts: %v", done.Failed, done.Conflicts, done.Errors)
		}
		return nil
	}}
}

// bestWorkers is how many products a peer works on at once. It was not searched for in full: at Standard 8 (and 32
// at 300 ms), at Plus 16 for 20 ms and 128 and 256 for the others were tried; with these numbers peers that compare
// come to 92 % or more of what their points allow, so that another can gain little. To try one:
// make bench BENCH="-only publishing -workers N"
func bestWorkers(plan string, latency int) int {
	switch {
	case plan == "Standard" && latency == latencies[2]:
		return 32
	case plan == "Standard":
		return 8
	case latency == latencies[0]:
		return 16
	default:
		return 256
	}
}
