// Package front serves demo shops at one address, one after the other, and counts what their clients use.
package front

import (
	"bytes"
	"context"
	"encoding/json"
	"net"
	"net/http"
	"strings"
	"sync"
	"time"

	"galley/backend/demo"
)

// Token is what clients sign in with, whatever the shop behind calls its own.
const Token = "shpat_0000000000000000000000000000be4c"

const tokenHeader = "X-Shopify-Access-Token"

// Front is the address. It serves one shop at a time.
type Front struct {
	Endpoint string // http://127.0.0.1:40123

	mu    sync.Mutex
	shop  *demo.Shop
	use   Use
	close func()
}

// Use is what clients did to a shop since it was put up.
type Use struct {
	First, Last time.Time // the first request, and the end of the last answer
	Requests    int       // to the Admin API
	Throttled   int       // of them refused for want of points
	Points      float64   // that the shop charged
}

// Took is the time from the first request to the last answer.
func (u Use) Took() time.Duration { return u.Last.Sub(u.First) }

// Listen opens the front on a free port of this machine.
func Listen(ctx context.Context) (*Front, error) {
	var config net.ListenConfig
	listener, err := config.Listen(ctx, "tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	f := &Front{Endpoint: "http://" + listener.Addr().String()}
	server := &http.Server{Handler: f, ReadHeaderTimeout: 10 * time.Second}
	f.close = func() { _ = server.Close() }
	go server.Serve(listener) //nolint:errcheck // always ends with ErrServerClosed
	return f, nil
}

// Close stops listening and closes the shop.
func (f *Front) Close() error {
	f.close()
	return f.Put(context.Background(), nil)
}

// Put closes the shop that is served and opens another, with a full bucket; nil leaves none.
func (f *Front) Put(ctx context.Context, o *demo.Options) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.shop != nil {
		if err := f.shop.Close(); err != nil {
			return err
		}
	}
	f.shop, f.use = nil, Use{}
	if o == nil {
		return nil
	}
	shop, err := demo.Open(ctx, *o)
	f.shop = shop
	return err
}

// Use says what has been used so far.
func (f *Front) Use() Use {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.use
}

// ServeHTTP implements http.Handler.
func (f *Front) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	began := time.Now()
	f.mu.Lock()
	shop := f.shop
	f.mu.Unlock()
	if shop == nil {
		http.Error(w, "no shop", http.StatusServiceUnavailable)
		return
	}
	if r.Header.Get(tokenHeader) == Token {
		r.Header.Set(tokenHeader, shop.Token())
	}
	if !strings.HasSuffix(r.URL.Path, "/graphql.json") {
		shop.Handler().ServeHTTP(w, r)
		return
	}
	said := &copied{ResponseWriter: w}
	shop.Handler().ServeHTTP(said, r)
	f.note(began, said.body.Bytes())
}

func (f *Front) note(began time.Time, body []byte) {
	var answer struct {
		Errors     []struct{ Extensions struct{ Code string } }
		Extensions struct {
			Cost struct{ ActualQueryCost float64 }
		}
	}
	_ = json.Unmarshal(body, &answer) // what cannot be read cost nothing
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.use.First.IsZero() || began.Before(f.use.First) {
		f.use.First = began
	}
	f.use.Last = time.Now()
	f.use.Requests++
	f.use.Points += answer.Extensions.Cost.ActualQueryCost
	if len(answer.Errors) > 0 && answer.Errors[0].Extensions.Code == "THROTTLED" {
		f.use.Throttled++
	}
}

// copied keeps what is answered.
type copied struct {
	http.ResponseWriter

	body bytes.Buffer
}

// Write implements io.Writer.
func (c *copied) Write(p []byte) (int, error) {
	c.body.Write(p)
	return c.ResponseWriter.Write(p)
}
