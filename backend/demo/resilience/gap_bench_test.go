package resilience_test

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/demo"
	"galley/backend/galley"
	"galley/backend/publishing"
	"galley/backend/shopify"
	"galley/backend/store/storetest"
)

// gaps measures how long after the answer to a reading the write that follows
// it has left.
type gaps struct {
	mu    sync.Mutex
	read  map[string]time.Time // when the answer was there, by product
	taken []time.Duration

	points float64 // that the shop charged
}

// RoundTrip implements http.RoundTripper.
func (g *gaps) RoundTrip(r *http.Request) (*http.Response, error) {
	text, err := io.ReadAll(r.Body) // what the transport does as it sends
	if err != nil {
		return nil, err
	}
	sent := time.Now()
	r.Body = io.NopCloser(bytes.NewReader(text))
	var request struct {
		OperationName string
		Variables     struct {
			IDs     []string
			Product struct{ ID string }
		}
	}
	if err := json.Unmarshal(text, &request); err != nil {
		return nil, err
	}
	answer, err := http.DefaultTransport.RoundTrip(r)
	if err != nil {
		return nil, err
	}
	said, err := io.ReadAll(answer.Body)
	if err != nil {
		return nil, err
	}
	answer.Body = io.NopCloser(bytes.NewReader(said))
	var cost struct {
		Extensions struct {
			Cost struct{ ActualQueryCost float64 }
		}
	}
	if err := json.Unmarshal(said, &cost); err != nil {
		return nil, err
	}
	g.mu.Lock()
	defer g.mu.Unlock()
	g.points += cost.Extensions.Cost.ActualQueryCost
	if id := request.Variables.Product.ID; id != "" {
		if read, known := g.read[id]; known {
			g.taken = append(g.taken, sent.Sub(read))
			delete(g.read, id)
		}
	}
	for _, id := range request.Variables.IDs {
		g.read[id] = time.Now()
	}
	return answer, nil
}

func (g *gaps) percentile(p int) time.Duration {
	slices.Sort(g.taken)
	return g.taken[min(len(g.taken)*p/100, len(g.taken)-1)]
}

// BenchmarkGapBetweenComparisonAndWrite publishes 300 titles to the demo shop at
// Standard rates (a bucket of 2000 points that fills at 100 a second), through the
// data file on disk, and prints how long it is from the answer that a text is
// compared with to the last byte of the write, and what part of the shop's rate
// is used.
//
//	go test -run '^$' -bench Gap -benchtime 1x ./backend/demo/resilience
func BenchmarkGapBetweenComparisonAndWrite(b *testing.B) {
	const products = 300
	for b.Loop() {
		path := filepath.Join(b.TempDir(), "shop.db")
		shop := demo.Options{Path: path, Seed: demo.Seed{Products: products}, Latency: 80 * time.Millisecond}
		g := &gaps{read: map[string]time.Time{}}
		took, _ := publishTexts(b, shop, g, galley.FieldTitle)
		require.Len(b, g.taken, products)
		b.ReportMetric(float64(g.percentile(50).Microseconds())/1000, "p50-ms")
		b.ReportMetric(float64(g.percentile(99).Microseconds())/1000, "p99-ms")
		b.ReportMetric(float64(g.percentile(100).Microseconds())/1000, "max-ms")
		b.ReportMetric(took.Seconds(), "s")
		b.ReportMetric(100*(g.points-2000)/(100*took.Seconds()), "%-of-the-rate") // beyond the full bucket
	}
}

// publishTexts publishes a text of each of these fields for all products of a demo shop with a full
// bucket, queued in bulk. It says how long that took and how many texts there were. transport carries the
// client's requests; nil is the client's own.
func publishTexts(b *testing.B, options demo.Options, transport http.RoundTripper, fields ...galley.Field) (took time.Duration, texts int) {
	b.Helper()
	clock := galley.SystemClock{}
	closeReader, reader := serve(b, demo.Options{Path: options.Path, Seed: options.Seed, RestoreRate: plenty, Bucket: plenty}, nil)
	all := productsOf(b, reader)
	closeReader()
	closeShop, client := serve(b, options, transport)
	defer closeShop()
	world := storetest.NewWorldOf(b, clock, all)
	service := publishing.New(world.Store, world.Settings)
	for _, f := range fields {
		job := world.Drafted(f, func(id galley.ItemID) string { return draft(f, id) })
		_, queued, err := service.PublishNow(bg, galley.PublishRequest{JobID: job})
		require.NoError(b, err)
		texts += queued.Count
	}
	_, err := client.Info(bg) // as in the program, where the shop was read before
	require.NoError(b, err)
	began := time.Now()
	dispatcher := publishing.NewDispatcher(world.Store, one{client}, clock, world.Store.Holder(), slog.New(slog.DiscardHandler))
	_, err = dispatcher.Dispatch(bg, world.Shop.ID)
	require.NoError(b, err)
	took = time.Since(began)
	left, err := world.Store.Outbox(bg, world.Shop.ID)
	require.NoError(b, err)
	require.Empty(b, left)
	return took, texts
}

func productsOf(b *testing.B, client *shopify.Client) (all []galley.Product) {
	b.Helper()
	for cursor := ""; ; {
		page, err := client.Products(bg, cursor)
		require.NoError(b, err)
		all = append(all, page.Products...)
		if cursor = page.Next; cursor == "" {
			return all
		}
	}
}

// serve serves a demo shop.
func serve(b *testing.B, options demo.Options, transport http.RoundTripper) (closeAll func(), client *shopify.Client) {
	b.Helper()
	shop, err := demo.Open(bg, options)
	require.NoError(b, err)
	server, err := shop.Serve(bg, "127.0.0.1:0")
	require.NoError(b, err)
	client, err = shopify.New(shopify.Config{Endpoint: server.Endpoint, Token: server.Token, HTTP: transport, Logger: slog.New(slog.DiscardHandler)})
	require.NoError(b, err)
	return func() {
		client.Close()
		http.DefaultTransport.(*http.Transport).CloseIdleConnections()
		require.NoError(b, server.Close())
		require.NoError(b, shop.Close())
	}, client
}

// one is the same client for every shop.
type one struct{ client *shopify.Client }

// Client implements galley.ShopClients.
func (o one) Client(context.Context, galley.Shop) (galley.ShopClient, error) { return o.client, nil }
