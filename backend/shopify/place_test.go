package shopify_test

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/shopify"
)

var written = data(`{"productUpdate":{"product":{"id":"gid://shopify/Product/1","title":"Oak table"},"userErrors":[]}}`)

// decideBy counts decisions and decides by the title that the shop has.
func decideBy(asked *int, decide func(title string) *galley.Sending) galley.Decide {
	return func(_ context.Context, now galley.SlotContent) (*galley.Sending, error) {
		*asked++
		return decide(now.Values[galley.FieldTitle].Text), nil
	}
}

func oak() *galley.Sending {
	return &galley.Sending{Values: map[galley.Field]galley.Value{galley.FieldTitle: galley.Text("Oak table")}}
}

// However a write is turned away, the place is read and decided again before
// the next attempt: here somebody edits the title meanwhile.
func TestEachAttemptOfAWriteIsReadAndDecidedAgain(t *testing.T) {
	throttled := respond(200, `{"errors":[{"message":"Throttled","extensions":{"code":"THROTTLED"}}],"extensions":{"cost":{"requestedQueryCost":13,`+
		`"actualQueryCost":null,"throttleStatus":{"maximumAvailable":2000,"currentlyAvailable":3,"restoreRate":100}}}}`)
	for name, away := range map[string]http.HandlerFunc{
		"429":           respond(429, `{"errors":"slow"}`, "Retry-After", "20.0"),
		"430":           respond(430, `{"errors":"security"}`),
		"throttled":     throttled,
		"refused token": respond(401, `{"errors":"Invalid token"}`),
	} {
		t.Run(name, func(t *testing.T) {
			title := `Old`
			shop := newScript(t, func(w http.ResponseWriter, r *http.Request) { title = "Edited"; away(w, r) })
			shop.place = func(w http.ResponseWriter, r *http.Request) {
				data(`{"nodes":[{"id":"gid://shopify/Product/1","title":"`+title+`"}]}`)(w, r)
			}
			asked := 0
			receipt, err := shop.client(func(cfg *shopify.Config) { cfg.Tokens = twoTokens{} }).Write(context.Background(), galley.SlotOf(galley.FieldTitle, target),
				decideBy(&asked, func(title string) *galley.Sending {
					if title == "Edited" {
						return nil
					}
					return oak()
				}))
			require.NoError(t, err)
			require.Nil(t, receipt.Sent)
			require.Equal(t, 2, asked)
			require.Len(t, shop.requests(), 1, "the edited title is not written over")
		})
	}
}

type twoTokens struct{}

func (twoTokens) Token(context.Context) (string, error)           { return token, nil }
func (twoTokens) Replace(context.Context, string) (string, error) { return token + "2", nil }

// A computer that sleeps between decision and sending: the wall clock
// continues, and the late write is not sent.
func TestLateWriteIsNotSent(t *testing.T) {
	for name, sleep := range map[string]struct {
		within time.Duration // that the decision allows
		slept  time.Duration
		times  int
		sent   bool
	}{
		"not asleep":                  {0, time.Second, 1, true},
		"asleep once":                 {0, 17 * time.Second, 1, true}, // decided again, then sent
		"beyond the decision's time":  {500 * time.Millisecond, time.Second, 1, true},
		"asleep again and again":      {0, 17 * time.Minute, 100, false},
		"a second, and two, and more": {0, 3 * time.Second, 100, true}, // a slow shop has longer each time
	} {
		t.Run(name, func(t *testing.T) {
			clock := &heldClock{now: time.Date(2026, 11, 2, 9, 0, 0, 0, time.UTC)}
			shop := newScript(t, written).whileStanding()
			asked := 0
			_, err := shop.client(func(cfg *shopify.Config) { cfg.Clock = clock }).Write(context.Background(), galley.SlotOf(galley.FieldTitle, target),
				decideBy(&asked, func(string) *galley.Sending {
					if asked <= sleep.times {
						_ = clock.Sleep(context.Background(), sleep.slept)
					}
					sending := oak()
					sending.Within = sleep.within
					return sending
				}))
			if sleep.sent {
				require.NoError(t, err)
				require.Len(t, shop.requests(), 1)
				return
			}
			require.Equal(t, galley.CodeTimeout, galley.CodeOf(err), "%v", err)
			require.Empty(t, shop.requests(), "no whole request arrived")
			require.Equal(t, 6, asked)
		})
	}
}

// A computer that sleeps while the reading's answer is under way: the answer is
// old when it is read.
func TestReadingFromBeforeASleepIsRepeated(t *testing.T) {
	clock := &heldClock{now: time.Date(2026, 11, 2, 9, 0, 0, 0, time.UTC)}
	shop := newScript(t, written)
	reads := 0
	shop.place = func(w http.ResponseWriter, r *http.Request) {
		if reads++; reads == 1 {
			_ = clock.Sleep(context.Background(), 17*time.Second)
		}
		data(standing)(w, r)
	}
	asked := 0
	_, err := shop.client(func(cfg *shopify.Config) { cfg.Clock = clock }).Write(context.Background(), galley.SlotOf(galley.FieldTitle, target),
		decideBy(&asked, func(string) *galley.Sending { return oak() }))
	require.NoError(t, err)
	require.Equal(t, 2, reads)
	require.Len(t, shop.requests(), 1)
}

// The deadline is checked while bytes are sent: a long text that is cut short
// has no effect.
func TestDeadlineInTheMiddleOfALongText(t *testing.T) {
	clock := &heldClock{now: time.Date(2026, 11, 2, 9, 0, 0, 0, time.UTC)}
	shop := newScript(t, written).whileStanding()
	var cut atomic.Bool
	slow := roundTrip(func(r *http.Request) (*http.Response, error) {
		body := r.Body
		long := &bytes.Buffer{}
		_, err := io.CopyN(long, body, 1000)
		if err == nil && !cut.Swap(true) {
			_ = clock.Sleep(r.Context(), time.Minute)
		}
		r.Body = io.NopCloser(io.MultiReader(long, body))
		return http.DefaultTransport.RoundTrip(r)
	})
	t.Cleanup(http.DefaultTransport.(*http.Transport).CloseIdleConnections)
	client := shop.client(func(cfg *shopify.Config) { cfg.Clock, cfg.HTTP = clock, slow })
	text := galley.Text(string(bytes.Repeat([]byte("long "), 20_000)))
	_, err := galleytest.WriteField(context.Background(), client, galley.FieldTitle, target, text)
	require.NoError(t, err)
	require.True(t, cut.Load())
	require.Len(t, shop.requests(), 1, "the whole one")
}
