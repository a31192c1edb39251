package resilience_test

import (
	"context"
	"io"
	"net/http"
	"time"

	"galley/backend/galley"
)

// silence has a client run out of patience as soon as the shop falls silent
// over its request, and never before, however slow the machine is.
type silence struct {
	galley.Clock

	fallen chan struct{} // the shop is silent
	next   http.RoundTripper
}

func newSilence(clock galley.Clock, next http.RoundTripper) silence {
	return silence{Clock: clock, fallen: make(chan struct{}), next: next}
}

// Sleep is the shop's silence. It lasts until the client has gone.
func (s silence) Sleep(ctx context.Context, _ time.Duration) error {
	select {
	case s.fallen <- struct{}{}:
		<-ctx.Done()
	case <-ctx.Done():
	}
	return ctx.Err()
}

// RoundTrip implements http.RoundTripper for the client.
func (s silence) RoundTrip(r *http.Request) (*http.Response, error) {
	ctx, giveUp := context.WithCancel(r.Context())
	var response *http.Response
	var err error
	done := make(chan struct{})
	go func() {
		defer close(done)
		response, err = s.next.RoundTrip(r.WithContext(ctx))
	}()
	select {
	case <-done:
		if err == nil {
			response.Body = closing{response.Body, giveUp}
		} else {
			giveUp()
		}
		return response, err
	case <-s.fallen:
		giveUp()
		<-done
		if err == nil {
			_ = response.Body.Close()
		}
		return nil, context.DeadlineExceeded
	}
}

// closing ends a request's context with its answer.
type closing struct {
	io.ReadCloser

	end func()
}

func (c closing) Close() error {
	defer c.end()
	return c.ReadCloser.Close()
}
