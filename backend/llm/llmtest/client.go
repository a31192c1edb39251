package llmtest

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"net/http/httptrace"
)

// Client returns an HTTP client that reaches the server without a network, for
// tests with a held clock.
func (s *Server) Client() *http.Client { return &http.Client{Transport: inProcess{s}} }

type inProcess struct{ server *Server }

func (t inProcess) RoundTrip(r *http.Request) (resp *http.Response, err error) {
	recorder := httptest.NewRecorder()
	if trace := httptrace.ContextClientTrace(r.Context()); trace != nil && trace.WroteHeaders != nil {
		trace.WroteHeaders()
	}
	defer func() {
		if recover() != nil { // http.ErrAbortHandler: a cut connection
			resp, err = nil, io.ErrUnexpectedEOF
		}
	}()
	t.server.ServeHTTP(recorder, withBody(r))
	if r.Context().Err() != nil {
		return nil, context.Cause(r.Context())
	}
	return recorder.Result(), nil
}

// withBody gives handlers a body where clients may send none.
func withBody(r *http.Request) *http.Request {
	if r.Body != nil {
		return r
	}
	r = r.Clone(r.Context())
	r.Body = io.NopCloser(bytes.NewReader(nil))
	return r
}
