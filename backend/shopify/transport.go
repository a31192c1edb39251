package shopify

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptrace"
	"sync/atomic"
	"time"
)

// newHTTPClient makes a client that never follows a redirect: the token's header would go along.
func newHTTPClient(transport http.RoundTripper) *http.Client {
	if transport == nil {
		transport = &http.Transport{
			Proxy:                 http.ProxyFromEnvironment,
			DialContext:           (&net.Dialer{Timeout: 10 * time.Second, KeepAlive: 30 * time.Second}).DialContext,
			TLSHandshakeTimeout:   10 * time.Second,
			ForceAttemptHTTP2:     true,
			MaxIdleConnsPerHost:   most,
			IdleConnTimeout:       90 * time.Second,
			ExpectContinueTimeout: time.Second,
		}
	}
	return &http.Client{
		Transport:     transport,
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
}

// reply is a raw answer.
type reply struct {
	status int
	header http.Header
	body   []byte
}

// requestID is the id by which Shopify's support finds the request.
func (r *reply) requestID() string { return r.header.Get("X-Request-ID") }

// errTooLarge is an answer beyond maxAnswer.
var errTooLarge = errors.New("the answer is larger than 64 MB")

// post sends one request and reads the whole answer. unsent is true only if it is certain that
// nothing of the request left this computer.
func (c *Client) post(ctx context.Context, token string, p parcel) (r *reply, unsent bool, err error) {
	ctx, cancel := context.WithTimeout(ctx, c.timeout)
	defer cancel()
	var asked, got atomic.Bool // for a connection
	ctx = httptrace.WithClientTrace(ctx, &httptrace.ClientTrace{
		GetConn: func(string) { asked.Store(true) },
		GotConn: func(httptrace.GotConnInfo) { got.Store(true) },
	})
	request, err := c.request(ctx, token, p)
	if err != nil {
		return nil, true, err
	}
	response, err := c.http.Do(request)
	if err != nil {
		return nil, asked.Load() && !got.Load(), err
	}
	defer response.Body.Close()
	text, err := io.ReadAll(io.LimitReader(response.Body, maxAnswer+1))
	if err != nil {
		return nil, false, fmt.Errorf("reading the answer: %w", err)
	}
	if len(text) > maxAnswer {
		return nil, false, errTooLarge
	}
	return &reply{status: response.StatusCode, header: response.Header, body: text}, false, nil
}

func (c *Client) request(ctx context.Context, token string, p parcel) (*http.Request, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, c.endpoint, bytes.NewReader(p.body))
	if err != nil {
		return nil, err
	}
	if p.late != nil {
		// GetBody as well: a connection that the shop closed is replaced, and the request begun again.
		request.GetBody = func() (io.ReadCloser, error) { return newTimely(p), nil }
		request.Body = newTimely(p)
	}
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Accept", "application/json")
	request.Header.Set("User-Agent", "Galley")
	request.Header.Set("X-Shopify-Access-Token", token)
	return request, nil
}

// errTooLate is a request whose deadline was over before all of it had left. A shop does not carry out
// a part of a request.
var errTooLate = errors.New("the deadline was over before the request had left")

// timely is a body that is not sent after its deadline.
type timely struct {
	rest *bytes.Reader
	late func() bool
}

func newTimely(p parcel) io.ReadCloser { return &timely{rest: bytes.NewReader(p.body), late: p.late} }

// Read implements io.Reader. Where all has been handed out the deadline is of no more interest.
func (b *timely) Read(into []byte) (int, error) {
	if b.rest.Len() > 0 && b.late() {
		return 0, errTooLate
	}
	return b.rest.Read(into)
}

// Close implements io.Closer.
func (*timely) Close() error { return nil }
