package shopify_test

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/demo"
	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/shopify"
)

// These tests talk to the demo shop over a socket: it validates each request against Shopify's schema and
// throttles as Shopify does.

func demoClient(t *testing.T, options demo.Options) *shopify.Client {
	t.Helper()
	return demoClientOver(t, options, nil)
}

func demoClientOver(t *testing.T, options demo.Options, transport http.RoundTripper) *shopify.Client {
	t.Helper()
	return demoClientWith(t, options, shopify.Config{HTTP: transport})
}

func demoClientWith(t *testing.T, options demo.Options, cfg shopify.Config) *shopify.Client {
	t.Helper()
	shop, err := demo.Open(context.Background(), options)
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, shop.Close()) })
	server, err := shop.Serve(context.Background(), "127.0.0.1:0")
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, server.Close()) })
	cfg.Endpoint, cfg.Token, cfg.Logger = server.Endpoint, server.Token, slog.New(slog.DiscardHandler)
	client, err := shopify.New(cfg)
	require.NoError(t, err)
	t.Cleanup(client.Close)
	return client
}

// syncAll reads the whole catalogue.
func syncAll(t *testing.T, client *shopify.Client) []galley.Product {
	t.Helper()
	var products []galley.Product
	for cursor := ""; ; {
		batch, err := client.Products(context.Background(), cursor)
		require.NoError(t, err)
		products = append(products, batch.Products...)
		if cursor = batch.Next; cursor == "" {
			require.Len(t, products, batch.Total)
			return products
		}
	}
}

func TestReadsWholeDemoShop(t *testing.T) {
	client := demoClient(t, demo.Options{Seed: demo.Seed{Products: 700}})
	info, err := client.Info(context.Background())
	require.NoError(t, err)
	require.Equal(t, 700, info.Products)
	require.Empty(t, info.Missing)
	require.Empty(t, info.Warnings)

	seen := map[string]bool{}
	for _, product := range syncAll(t, client) {
		require.False(t, seen[product.ID], "%s twice", product.ID)
		seen[product.ID] = true
		require.NotEmpty(t, product.Handle)
		require.NotEmpty(t, product.PriceMin)
		require.False(t, product.UpdatedAt.IsZero())
	}
	require.Len(t, seen, 700)
}

// Each field of each product and image is written and restored; afterwards the shop's answers are the
// same as before, null and empty distinguished.
func TestUndoRestoresDemoShop(t *testing.T) {
	client := demoClient(t, demo.Options{RestoreRate: 5000, Bucket: 10000})
	before := syncAll(t, client)
	require.NotEmpty(t, before)
	kinds := map[bool]int{}
	for _, field := range galley.Fields() {
		targets := targetsOf(t, client, field, before)
		require.NotEmpty(t, targets)
		was, err := client.Content(context.Background(), field, targets)
		require.NoError(t, err)
		for i, target := range targets {
			require.True(t, was[i].Exists)
			kinds[was[i].Value.Null]++
			text := galley.Text(fmt.Sprintf("Galley %s %d é木", field, i))
			receipt, err := galleytest.WriteField(context.Background(), client, field, target, text)
			require.NoError(t, err)
			require.Equal(t, text, receipt.Values[field])
			require.NotEmpty(t, receipt.RequestID)
		}
		for _, current := range was {
			back, err := galleytest.WriteField(context.Background(), client, field, current.Target, current.Value)
			require.NoError(t, err)
			require.Equal(t, current.Value, back.Values[field])
		}
		is, err := client.Content(context.Background(), field, targets)
		require.NoError(t, err)
		require.Equal(t, was, is)
	}
	require.Positive(t, kinds[true], "the sample has values that were never set")
	after := syncAll(t, client)
	for i := range after {
		after[i].UpdatedAt = before[i].UpdatedAt
	}
	require.Equal(t, before, after)
}

func targetsOf(t *testing.T, client *shopify.Client, field galley.Field, products []galley.Product) []galley.Target {
	t.Helper()
	var targets []galley.Target
	if field.Place() == galley.PlaceCollection {
		page, err := client.Collections(context.Background(), "")
		require.NoError(t, err)
		for _, collection := range page.Collections {
			targets = append(targets, galley.CollectionTarget(collection.ID))
		}
		return targets
	}
	for _, product := range products {
		if field.Place() != galley.PlaceImage {
			targets = append(targets, galley.ProductTarget(product.ID))
			continue
		}
		for _, image := range product.Images {
			targets = append(targets, galley.ImageTarget(image.ID))
		}
	}
	return targets
}

func TestDemoShopRefusesWhatShopifyRefuses(t *testing.T) {
	client := demoClient(t, demo.Options{})
	product := syncAll(t, client)[0]
	here := galley.ProductTarget(product.ID)
	long := make([]byte, 600)
	for i := range long {
		long[i] = 'x'
	}
	rows := []struct {
		field  galley.Field
		target galley.Target
		value  string
		code   galley.Code
		says   string
	}{
		{galley.FieldTitle, here, string(long), galley.CodeShopRefused, "Title is too long (maximum is 255 characters)"},
		{galley.FieldTitle, here, "", galley.CodeShopRefused, "Title can't be blank"},
		{galley.FieldTitle, galley.ProductTarget("gid://shopify/Product/1"), "T", galley.CodeShopMissing, "no longer on the shop"},
		{galley.FieldAltText, galley.ImageTarget("gid://shopify/MediaImage/1"), "T", galley.CodeShopMissing, "no longer on the shop"},
		{galley.FieldAltText, galley.ImageTarget(product.Images[0].ID), string(long), galley.CodeShopRefused, "512"},
	}
	for _, row := range rows {
		_, err := galleytest.WriteField(context.Background(), client, row.field, row.target, galley.Text(row.value))
		require.Equal(t, row.code, galley.CodeOf(err), "%v", err)
		require.Contains(t, galley.MessageOf(err), row.says)
	}
	_, err := client.Products(context.Background(), "no cursor")
	require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(err), "%v", err)

	gone, err := client.Content(context.Background(), galley.FieldTitle, []galley.Target{galley.ProductTarget("gid://shopify/Product/1"), here})
	require.NoError(t, err)
	require.False(t, gone[0].Exists)
	require.True(t, gone[1].Exists)
}

func TestDemoShopRefusesUnknownToken(t *testing.T) {
	shop, err := demo.Open(context.Background(), demo.Options{Seed: demo.Seed{Products: 1}})
	require.NoError(t, err)
	defer func() { require.NoError(t, shop.Close()) }()
	server, err := shop.Serve(context.Background(), "127.0.0.1:0")
	require.NoError(t, err)
	defer func() { require.NoError(t, server.Close()) }()
	client, err := shopify.New(shopify.Config{Endpoint: server.Endpoint + "/admin/api/2026-10/graphql.json", Token: token})
	require.NoError(t, err)
	defer client.Close()
	_, err = client.Info(context.Background())
	require.Equal(t, galley.CodeShopToken, galley.CodeOf(err))
}

// A small bucket, many at once, in real time: no faster than the shop allows, so
// that it turns no request away. TestRequestsFollowTheShopsRate shows that no
// time is wasted.
func TestWritesDemoShopAtItsRate(t *testing.T) {
	const rate, bucket, count = 1000.0, 400.0, 100
	var throttled atomic.Int32
	network := &http.Transport{}
	client := demoClientOver(t, demo.Options{Seed: demo.Seed{Products: count}, RestoreRate: rate, Bucket: bucket}, roundTrip(func(r *http.Request) (*http.Response, error) {
		answer, err := network.RoundTrip(r)
		if err != nil {
			return nil, err
		}
		defer answer.Body.Close()
		body, err := io.ReadAll(answer.Body)
		if bytes.Contains(body, []byte("THROTTLED")) {
			throttled.Add(1)
		}
		answer.Body = io.NopCloser(bytes.NewReader(body))
		return answer, err
	}))
	defer network.CloseIdleConnections()
	products := syncAll(t, client)
	started := time.Now()
	var work sync.WaitGroup
	for _, product := range products {
		work.Go(func() {
			_, err := galleytest.WriteField(context.Background(), client, galley.FieldTitle, galley.ProductTarget(product.ID), galley.Text("T"))
			if err != nil {
				t.Error(err)
			}
		})
	}
	work.Wait()
	least := ideal(count, 11, bucket, rate)
	require.GreaterOrEqual(t, time.Since(started), least)
	require.Zero(t, throttled.Load())
}

func TestClientConforms(t *testing.T) {
	client := demoClient(t, demo.Options{})
	product := syncAll(t, client)[0]
	collections, err := client.Collections(t.Context(), "")
	require.NoError(t, err)
	galleytest.ShopClientConformance(t, client, galley.ProductTarget(product.ID),
		galley.ImageTarget(product.Images[0].ID), galley.CollectionTarget(collections.Collections[0].ID))
}

func TestListsConform(t *testing.T) {
	galleytest.ShopListerConformance(t, demoClient(t, demo.Options{Seed: demo.Seed{Products: 120}}))
}
