package shopify_test

import (
	"context"
	"io"
	"log/slog"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/shopify"
)

// parrot gives every request the same answer.
type parrot struct {
	status int
	body   string
}

func (p parrot) RoundTrip(r *http.Request) (*http.Response, error) {
	return &http.Response{
		StatusCode: p.status, Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1, Request: r,
		Header: http.Header{"Content-Type": {"application/json"}}, Body: io.NopCloser(strings.NewReader(p.body)), ContentLength: int64(len(p.body)),
	}, nil
}

// FuzzAnswer: for any answer of a shop, each call ends with a result, or with a
// code and a sentence.
func FuzzAnswer(f *testing.F) {
	for _, seed := range []struct {
		status int
		body   string
	}{
		{200, `{"data":{"nodes":[{"__typename":"Product","id":"gid://shopify/Product/1","title":"Oak table"}]}}`},
		{200, `{"data":{"productUpdate":{"product":{"title":"Oak table"},"userErrors":[]}}}`},
		{200, `{"data":{"productUpdate":{"product":null,"userErrors":[{"field":["product","title"],"message":"Title is invalid"}]}}}`},
		{200, `{"data":{"products":{"nodes":[],"pageInfo":{"hasNextPage":true,"endCursor":null}},"productsCount":{"count":-1}}}`},
		{200, `{"data":null,"errors":[{"message":"Throttled","extensions":{"code":"THROTTLED"}}],"extensions":{"cost":{"requestedQueryCost":1e9,"throttleStatus":{"maximumAvailable":0,"currentlyAvailable":0,"restoreRate":0}}}}`},
		{200, `{"errors":[{"message":"Query cost is too high","extensions":{"code":"MAX_COST_EXCEEDED","cost":1e6,"maxCost":1000}}]}`},
		{200, `{"data":{},"errors":"a text"}`},
		{200, `[]`},
		{200, `{"data":{"nodes":[null]}`},
		{401, `{"errors":"[API] Invalid API key or access token"}`},
		{301, ``},
		{503, `<html>`},
	} {
		f.Add(seed.status, seed.body)
	}
	f.Fuzz(func(t *testing.T, status int, body string) {
		if status < 200 || status > 599 {
			t.Skip("not a status of an answer")
		}
		client, err := shopify.New(shopify.Config{
			Endpoint: "http://127.0.0.1:1", Token: token, HTTP: parrot{status, body}, Logger: slog.New(slog.DiscardHandler),
			Clock: &heldClock{now: time.Date(2026, 11, 2, 9, 0, 0, 0, time.UTC)},
		})
		require.NoError(t, err)
		ctx := context.Background()

		_, err = client.Info(ctx)
		requireSentence(t, err)
		_, err = client.Products(ctx, "")
		requireSentence(t, err)
		found, err := client.Content(ctx, galley.FieldTitle, []galley.Target{target})
		requireSentence(t, err)
		if err == nil {
			require.Len(t, found, 1)
			require.Equal(t, target, found[0].Target)
		}
		_, err = galleytest.WriteField(ctx, client, galley.FieldTitle, target, galley.Text("Oak table"))
		requireSentence(t, err)
		if err == nil {
			require.Equal(t, 200, status, "only an answer of the shop says that a text was written")
		}
	})
}

// requireSentence: an error is one of the program's own, and does not reveal
// the token.
func requireSentence(t *testing.T, err error) {
	t.Helper()
	if err == nil {
		return
	}
	var known *galley.Error
	require.ErrorAs(t, err, &known)
	require.NotEmpty(t, known.Message.String())
	require.NotContains(t, err.Error(), token)
}

// FuzzDomain: a token goes to a shop's own domain, or nowhere.
func FuzzDomain(f *testing.F) {
	for _, seed := range []string{
		"quillmoor", " Quillmoor.myshopify.com ", "https://quillmoor.myshopify.com/admin", "admin.shopify.com/store/quillmoor/products",
		"evil.example/quillmoor.myshopify.com", "quillmoor.myshopify.com.evil.example", "quillmoor.myshopify.com@evil.example", "a\nb", "",
		"https://admin.shopify.com/store/", "-a", "ſhop", strings.Repeat("a", 61),
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, typed string) {
		domain, err := shopify.Domain(typed)
		if err != nil {
			require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(err))
			return
		}
		require.Regexp(t, `^[a-z0-9][a-z0-9-]*\.myshopify\.com$`, domain)
		again, err := shopify.Domain(domain)
		require.NoError(t, err)
		require.Equal(t, domain, again, "what came out has to mean itself")
	})
}

// FuzzEndpoint: a token goes over TLS, or to this computer.
func FuzzEndpoint(f *testing.F) {
	for _, seed := range []string{
		"https://host", "http://127.0.0.1:8080", "http://localhost/admin/api/2026-10/graphql.json", "http://host", "https://user:secret@host",
		"https://host?token=secret", "http://127.0.0.1.evil.example", "http://localhost@evil.example", "http://[::1]:1/", "http:127.0.0.1",
		"https://host/%2e%2e//", "https://host/admin/api/2026-10/graphql.json/admin/api/2026-10/graphql.json", "//host", "https://ho st",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, typed string) {
		base, err := shopify.Endpoint(typed)
		if err != nil {
			require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(err))
			return
		}
		r, err := http.NewRequestWithContext(context.Background(), http.MethodPost, base+"/admin/api/2026-10/graphql.json", nil)
		require.NoError(t, err, base)
		require.Nil(t, r.URL.User)
		require.Empty(t, r.URL.RawQuery+r.URL.Fragment)
		if r.URL.Scheme != "https" {
			require.Equal(t, "http", r.URL.Scheme)
			require.Contains(t, []string{"localhost", "127", "::1", "::ffff"}, strings.SplitN(r.URL.Hostname(), ".", 2)[0])
		}
		_, err = shopify.Endpoint(base)
		require.NoError(t, err, "what came out has to be good to go in")
	})
}
