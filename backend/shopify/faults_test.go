package shopify_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/shopify"
)

var target = galley.ProductTarget("gid://shopify/Product/1")

func readTitle(c *shopify.Client) error {
	_, err := c.Content(context.Background(), galley.FieldTitle, []galley.Target{target})
	return err
}

func writeTitle(c *shopify.Client) error {
	_, err := galleytest.WriteField(context.Background(), c, galley.FieldTitle, target, galley.Text("Oak table"))
	return err
}

// once and often are how many requests a fault may take: one, or the first and four more.
const (
	once  = 1
	often = 5
)

// faults lists every way a shop can fail: the result of a read and a write, in code, words and
// number of requests.
var faults = []struct {
	name        string
	answer      http.HandlerFunc
	read        galley.Code
	readAsked   int
	write       galley.Code
	writeAsked  int
	says        string // part of the sentence after a read
	causeOfRead string // part of the cause
}{
	{"bad request", respond(400, `{"errors":"Required parameter missing"}`),
		galley.CodeInternal, once, galley.CodeInternal, once, "could not read the request", "Required parameter missing"},
	{"bad token", respond(401, `{"errors":"[API] Invalid API key or access token (unrecognized login or wrong password)"}`),
		galley.CodeShopToken, once, galley.CodeShopToken, once, "Enter a new token", "Invalid API key"},
	{"frozen", respond(402, `{"errors":"Unavailable Shop"}`),
		galley.CodeShopClosed, once, galley.CodeShopClosed, once, "frozen", "Unavailable Shop"},
	{"fraudulent", respond(403, `{"errors":"Forbidden"}`),
		galley.CodeShopClosed, once, galley.CodeShopClosed, once, "currently blocks access", "Forbidden"},
	{"scope by status", respond(403, `{"errors":"[API] This action requires merchant approval for write_products scope."}`),
		galley.CodeShopScope, once, galley.CodeShopScope, once, "may not change products (write_products)", "merchant approval"},
	{"no such shop", respond(404, `{"errors":"Not Found"}`),
		galley.CodeShopClosed, once, galley.CodeShopClosed, once, "no shop of that name", "Not Found"},
	{"locked", respond(423, `{"errors":"Shop is locked"}`),
		galley.CodeShopClosed, once, galley.CodeShopClosed, once, "locked", "Shop is locked"},
	{"too many requests", respond(429, `{"errors":"Exceeded 2 calls per second"}`, "Retry-After", "4.0"),
		galley.CodeRateLimited, often, galley.CodeRateLimited, often, "waiting did not help", "Exceeded"},
	{"security rejection", respond(430, `{"errors":"Shopify Security Rejection"}`),
		galley.CodeRateLimited, often, galley.CodeRateLimited, often, "protect itself", "Security Rejection"},
	{"unknown refusal", respond(418, `{"errors":{"base":["teapot"]}}`),
		galley.CodeShopFailed, once, galley.CodeShopFailed, once, "HTTP 418", "teapot"},
	{"elsewhere", respond(301, "", "Location", "https://elsewhere.example/"),
		galley.CodeShopClosed, once, galley.CodeShopClosed, once, "another address", "301"},
	{"server error", respond(500, `{"errors":"Internal Server Error"}`, "X-Request-Id", "7e3b-11"),
		galley.CodeShopFailed, often, galley.CodeOutcomeUnknown, once, "HTTP 500", "request ID 7e3b-11"},
	{"bad gateway as a page", respond(502, "<html><body>Bad gateway</body></html>", "Content-Type", "text/html"),
		galley.CodeShopFailed, often, galley.CodeOutcomeUnknown, once, "HTTP 502", "Bad gateway"},
	{"unavailable", respond(503, ""),
		galley.CodeShopFailed, often, galley.CodeOutcomeUnknown, once, "HTTP 503", "503"},
	{"throttled without a reason", respond(200, `{"errors":[{"message":"Throttled","extensions":{"code":"THROTTLED"}}]}`),
		galley.CodeRateLimited, often, galley.CodeRateLimited, often, "waiting did not help", "THROTTLED"},
	{"throttled with a full bucket", respond(200, `{"errors":[{"message":"Throttled","extensions":{"code":"THROTTLED"}}],"extensions":{"cost":`+
		`{"requestedQueryCost":13,"actualQueryCost":null,"throttleStatus":{"maximumAvailable":2000,"currentlyAvailable":1999,"restoreRate":100}}}}`),
		galley.CodeRateLimited, often, galley.CodeRateLimited, often, "waiting did not help", "THROTTLED"},
	{"cost too high", respond(200, `{"errors":[{"message":"Query cost is 1400, which exceeds the single query max cost limit (1000).",`+
		`"extensions":{"code":"MAX_COST_EXCEEDED","cost":1400,"maxCost":1000}}]}`),
		galley.CodeShopRefused, once, galley.CodeShopRefused, once, "more than the shop gives", "1400"},
	{"input too long", respond(200, `{"errors":[{"message":"The input array size of 251 is greater than the maximum allowed of 250.",`+
		`"path":["nodes","ids"],"extensions":{"code":"MAX_INPUT_SIZE_EXCEEDED"}}]}`),
		galley.CodeShopRefused, once, galley.CodeShopRefused, once, "longer than the shop takes", "251"},
	{"scope", respond(200, `{"data":{"productUpdate":null},"errors":[{"message":"Access denied for productUpdate field.",`+
		`"path":["productUpdate"],"extensions":{"code":"ACCESS_DENIED","requiredAccess":"`+"`write_products`"+` access scope."}}]}`),
		galley.CodeShopScope, once, galley.CodeShopScope, once, "may not change products (write_products)", "Access denied"},
	{"inactive", respond(200, `{"errors":[{"message":"Shop is not active","extensions":{"code":"SHOP_INACTIVE"}}]}`),
		galley.CodeShopClosed, once, galley.CodeShopClosed, once, "not active", "SHOP_INACTIVE"},
	{"internal error", respond(200, `{"errors":[{"message":"Internal error.","extensions":{"code":"INTERNAL_SERVER_ERROR","requestId":"ab-12"}}]}`),
		galley.CodeShopFailed, often, galley.CodeOutcomeUnknown, once, "request ID ab-12", "Internal error"},
	{"request not understood", respond(200, `{"errors":[{"message":"Field 'nods' doesn't exist on type 'QueryRoot'",`+
		`"locations":[{"line":1,"column":9}],"path":["query","nods"],"extensions":{"code":"undefinedField"}}]}`),
		galley.CodeInternal, once, galley.CodeInternal, once, "fault in Galley", "nods"},
	{"unknown error after the start", respond(200, `{"data":null,"errors":[{"message":"Something odd","path":["productUpdate"]}]}`),
		galley.CodeInternal, once, galley.CodeOutcomeUnknown, once, "did not understand", "Something odd"},
	{"null without errors", respond(200, `{"data":null}`),
		galley.CodeShopFailed, often, galley.CodeOutcomeUnknown, once, "could not be read", "neither data nor errors"},
	{"a web page", respond(200, "<!doctype html><title>Sign in to the network</title>", "Content-Type", "text/html"),
		galley.CodeShopFailed, once, galley.CodeOutcomeUnknown, once, "web page answered", "Sign in to the network"},
	{"half an answer", respond(200, `{"data":{"nodes":[{"id":"gid`),
		galley.CodeShopFailed, often, galley.CodeOutcomeUnknown, once, "could not be read", "unexpected end"},
	{"a cut connection", cut,
		galley.CodeOffline, often, galley.CodeOutcomeUnknown, once, "cannot be reached", "EOF"},
	{"a cut body", cutBody,
		galley.CodeOffline, often, galley.CodeOutcomeUnknown, once, "cannot be reached", "reading the answer"},
}

// cut hangs up without a word.
func cut(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) }

// cutBody promises more than it sends.
func cutBody(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Length", "1000")
	_, _ = fmt.Fprint(w, `{"data":`)
	_ = http.NewResponseController(w).Flush()
	panic(http.ErrAbortHandler)
}

func TestEveryFaultHasItsCodeAndSentence(t *testing.T) {
	for _, row := range faults {
		t.Run("read/"+row.name, func(t *testing.T) {
			shop := newScript(t, row.answer)
			err := readTitle(shop.client())
			require.Equal(t, row.read, galley.CodeOf(err), "%v", err)
			require.Contains(t, galley.MessageOf(err), row.says)
			require.Contains(t, errors.Unwrap(err).Error(), row.causeOfRead)
			require.Len(t, shop.requests(), row.readAsked)
		})
		t.Run("write/"+row.name, func(t *testing.T) {
			shop := newScript(t, row.answer).whileStanding()
			err := writeTitle(shop.client())
			require.Equal(t, row.write, galley.CodeOf(err), "%v", err)
			require.Len(t, shop.requests(), row.writeAsked)
		})
	}
}

func TestSentencesArePlain(t *testing.T) {
	for _, row := range faults {
		message := galley.MessageOf(readTitle(newScript(t, row.answer).client()))
		require.NotContains(t, message, "!", row.name)
		require.NotRegexp(t, `(?i)please|success|token \w{8}`, message, row.name)
		require.True(t, strings.HasSuffix(message, "."), message)
		require.Regexp(t, `Nothing was (changed|lost)\.`, message, row.name)
	}
}

// Text that a shop or a proxy echoes must not carry the token into errors and
// logs.
func TestErrorsHaveNoToken(t *testing.T) {
	echoes := []http.HandlerFunc{
		respond(401, `{"errors":"Invalid access token `+token+`"}`),
		respond(500, token),
		respond(200, "<html>"+token+"</html>"),
		respond(200, `{"errors":[{"message":"`+token+`","extensions":{"code":"INTERNAL_SERVER_ERROR","requestId":"`+token+`"}}]}`),
		data(`{"productUpdate":{"product":null,"userErrors":[{"field":["product","title"],"message":"No ` + token + `"}]}}`),
	}
	for _, echo := range echoes {
		for _, ask := range []func(*shopify.Client) error{readTitle, writeTitle} {
			client := newScript(t, echo).client()
			err := ask(client)
			require.Error(t, err)
			for _, verb := range []string{"%v", "%+v", "%#v", "%s"} {
				require.NotContains(t, fmt.Sprintf(verb, err), token)
				require.NotContains(t, fmt.Sprintf(verb, client), token)
			}
			require.NotContains(t, galley.MessageOf(err), token)
		}
	}
}

func TestRetriesReadsAfterPassingFaults(t *testing.T) {
	clock := &heldClock{now: time.Now()}
	shop := newScript(t, respond(503, ""), cut, respond(429, `{"errors":"slow"}`, "Retry-After", "4.0"),
		data(`{"nodes":[{"id":"gid://shopify/Product/1","title":"Oak table"}]}`))
	require.NoError(t, readTitle(shop.client(func(cfg *shopify.Config) { cfg.Clock = clock })))

	sleeps := clock.sleeps()
	require.Len(t, sleeps, 3)
	require.Less(t, sleeps[0], 500*time.Millisecond)
	require.Less(t, sleeps[1], time.Second)
	require.Equal(t, 4*time.Second, sleeps[2], "as long as the shop asked for")
}

func TestThrottledWriteIsRetried(t *testing.T) {
	shop := newScript(t,
		respond(429, `{"errors":"slow"}`, "Retry-After", "1.5"),
		respond(200, `{"errors":[{"message":"Throttled","extensions":{"code":"THROTTLED"}}],"extensions":{"cost":{"requestedQueryCost":13,`+
			`"actualQueryCost":null,"throttleStatus":{"maximumAvailable":2000,"currentlyAvailable":3,"restoreRate":100}}}}`),
		data(`{"productUpdate":{"product":{"id":"gid://shopify/Product/1","title":"Oak table"},"userErrors":[]}}`)).whileStanding()
	require.NoError(t, writeTitle(shop.client()))
	require.Len(t, shop.requests(), 3)
}

func TestLongWaitIsReported(t *testing.T) {
	clock := &heldClock{now: time.Now()}
	shop := newScript(t, respond(429, `{"errors":"slow"}`, "Retry-After", "3600"))
	err := readTitle(shop.client(func(cfg *shopify.Config) { cfg.Clock = clock }))
	require.Equal(t, galley.CodeRateLimited, galley.CodeOf(err))
	require.Empty(t, clock.sleeps())
}

func TestReportsUnreachableShop(t *testing.T) {
	shop := newScript(t, data(`{}`))
	shop.server.Close()
	for _, ask := range []func(*shopify.Client) error{readTitle, writeTitle} {
		err := ask(shop.client())
		require.Equal(t, galley.CodeOffline, galley.CodeOf(err), "nothing left, so nothing is unknown: %v", err)
	}
}

func TestReportsShopTimeout(t *testing.T) {
	release := make(chan struct{})
	hang := func(http.ResponseWriter, *http.Request) { <-release }
	for code, ask := range map[galley.Code]func(*shopify.Client) error{
		galley.CodeTimeout:        readTitle,
		galley.CodeOutcomeUnknown: writeTitle,
	} {
		shop := newScript(t, hang)
		if code == galley.CodeOutcomeUnknown {
			shop.whileStanding()
		}
		t.Cleanup(func() { shop.server.CloseClientConnections() })
		err := ask(shop.client(func(cfg *shopify.Config) { cfg.Timeout, cfg.Retries = 30*time.Millisecond, -1 }))
		require.Equal(t, code, galley.CodeOf(err), "%v", err)
	}
	close(release)
}

func TestCancelledRead(t *testing.T) {
	started, release := make(chan struct{}, 2), make(chan struct{})
	defer close(release)
	client := newScript(t, func(http.ResponseWriter, *http.Request) { started <- struct{}{}; <-release }).client()
	ctx, stop := context.WithCancel(context.Background())
	go func() { <-started; stop() }()
	_, err := client.Content(ctx, galley.FieldTitle, []galley.Target{target})
	require.Equal(t, galley.CodeCancelled, galley.CodeOf(err), "%v", err)
	require.ErrorIs(t, err, context.Canceled)
}

// A write that has left is seen through, so that its outcome is known.
func TestSentWriteIsAwaitedAfterCancel(t *testing.T) {
	started, release := make(chan struct{}), make(chan struct{})
	answer := data(`{"productUpdate":{"product":{"id":"gid://shopify/Product/1","title":"Oak table"},"userErrors":[]}}`)
	client := newScript(t, func(w http.ResponseWriter, r *http.Request) { started <- struct{}{}; <-release; answer(w, r) }).whileStanding().client()
	ctx, stop := context.WithCancel(context.Background())
	go func() { <-started; stop(); close(release) }()
	_, err := galleytest.WriteField(ctx, client, galley.FieldTitle, target, galley.Text("Oak table"))
	require.NoError(t, err)
}

func TestWriteCancelledBeforeSendingIsNotUnknown(t *testing.T) {
	shop := newScript(t, data(`{}`))
	ctx, stop := context.WithCancel(context.Background())
	stop()
	_, err := galleytest.WriteField(ctx, shop.client(), galley.FieldTitle, target, galley.Text("Oak table"))
	require.Equal(t, galley.CodeCancelled, galley.CodeOf(err))
	require.Empty(t, shop.requests())
}

func TestRefusesInvalidCertificate(t *testing.T) {
	server := httptest.NewUnstartedServer(data(`{}`))
	server.Config.ErrorLog = log.New(io.Discard, "", 0)
	server.StartTLS()
	defer server.Close()
	client, err := shopify.New(shopify.Config{Endpoint: server.URL, Token: token})
	require.NoError(t, err)
	defer client.Close()
	for _, ask := range []func(*shopify.Client) error{readTitle, writeTitle} {
		err := ask(client)
		require.Equal(t, galley.CodeOffline, galley.CodeOf(err), "%v", err)
		require.Contains(t, galley.MessageOf(err), "certificate")
	}
}

func TestLogHasNoToken(t *testing.T) {
	var text bytes.Buffer
	client := newScript(t, data(`{}`)).client()
	slog.New(slog.NewJSONHandler(&text, nil)).Info("connected", "client", client, "error", readTitle(client))
	slog.New(slog.NewTextHandler(&text, nil)).Info(fmt.Sprintf("%v %+v %#v %d", client, client, client, client))
	require.NotContains(t, text.String(), token)
	require.Contains(t, text.String(), "shop at http://127.0.0.1")
}
