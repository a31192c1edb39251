package web

import (
	"context"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/contract"
	"galley/backend/galley"
)

func TestIdleStreamHasHeartbeat(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		e := newEvents()
		ctx, cancel := context.WithTimeout(t.Context(), 3*heartbeat+time.Second)
		defer cancel()
		answer := httptest.NewRecorder()
		e.ServeHTTP(answer, httptest.NewRequestWithContext(ctx, http.MethodGet, "/events", nil))
		require.Equal(t, 3, strings.Count(answer.Body.String(), ": still here\n\n"))
		require.Empty(t, e.readers)
	})
}

func TestSlowSubscriberIsDisconnected(t *testing.T) {
	e := newEvents()
	slow, quick := e.subscribe(), e.subscribe()
	for seq := range int64(backlog + 1) {
		e.publish(galley.Change{Seq: seq})
		<-quick
	}
	n := 0
	for range slow { // ends, since the channel was closed
		n++
	}
	require.Equal(t, backlog, n)
	require.Len(t, e.readers, 1)
}

func TestEndedFeedHasNoSubscribers(t *testing.T) {
	e := newEvents()
	reader := e.subscribe()
	e.run(t.Context(), contract.Stream("events", func(context.Context, func(galley.Change)) {}))
	_, open := <-reader
	require.False(t, open)
	require.Nil(t, e.subscribe())
	e.unsubscribe(reader)
}
