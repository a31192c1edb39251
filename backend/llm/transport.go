package llm

import (
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"syscall"
	"time"
)

// maxAnswer is the largest answer that is read, in bytes. A description is a
// few thousand; a list of models can be a few hundred thousand.
const maxAnswer = 8 << 20

// maxResults is the largest file of results that is read, in bytes: line by
// line. Answers to MostBatchRequests are some hundred megabytes.
const maxResults = 2 << 30

// contentPath is where files are read.
const contentPath = "/content"

var errTooLarge = fmt.Errorf("the answer is larger than %d MB", maxAnswer>>20)

// redirectError says where an endpoint redirects. It is not followed: the key
// is for the address that a person entered.
type redirectError struct{ to string }

func (e redirectError) Error() string { return "redirected to " + e.to }

// newHTTPClient makes the client of an endpoint. go-openai's own has no
// timeout and keeps two connections to a host.
func newHTTPClient(given *http.Client, connections int) *http.Client {
	client := http.Client{Transport: newPlainWithin(func(control func(string, string, syscall.RawConn) error) *http.Transport {
		return &http.Transport{
			DialContext:         (&net.Dialer{Timeout: 10 * time.Second, KeepAlive: 30 * time.Second, Control: control}).DialContext,
			ForceAttemptHTTP2:   true,
			TLSHandshakeTimeout: 10 * time.Second,
			IdleConnTimeout:     90 * time.Second,
			MaxIdleConns:        connections,
			MaxIdleConnsPerHost: connections,
		}
	})}
	if given != nil {
		client = *given
	}
	if client.Transport == nil {
		client.Transport = http.DefaultTransport
	}
	client.Transport = readingTransport{counterTransport{boundedTransport{client.Transport}}}
	client.CheckRedirect = func(req *http.Request, _ []*http.Request) error {
		return redirectError{to: req.URL.Scheme + "://" + req.URL.Host + req.URL.Path}
	}
	return &client
}

// boundedTransport limits what is read of each answer.
type boundedTransport struct{ next http.RoundTripper }

func (t boundedTransport) RoundTrip(req *http.Request) (*http.Response, error) {
	resp, err := t.next.RoundTrip(req)
	if err != nil {
		return nil, err
	}
	most := maxAnswer
	if strings.HasSuffix(req.URL.Path, contentPath) {
		most = maxResults
	}
	resp.Body = &boundedBody{ReadCloser: resp.Body, left: most}
	return resp, nil
}

// CloseIdleConnections is what http.Client looks for.
func (t boundedTransport) CloseIdleConnections() {
	if closer, ok := t.next.(interface{ CloseIdleConnections() }); ok {
		closer.CloseIdleConnections()
	}
}

type boundedBody struct {
	io.ReadCloser
	left int
}

func (b *boundedBody) Read(p []byte) (int, error) {
	if b.left <= 0 {
		return 0, b.beyond()
	}
	n, err := b.ReadCloser.Read(p[:min(len(p), b.left)])
	b.left -= n
	return n, err
}

// beyond distinguishes an answer of exactly the limit from a longer one.
func (b *boundedBody) beyond() error {
	var one [1]byte
	for {
		n, err := b.ReadCloser.Read(one[:])
		switch {
		case n > 0:
			return errTooLarge
		case errors.Is(err, io.EOF):
			return io.EOF
		case err != nil:
			return err
		}
	}
}
