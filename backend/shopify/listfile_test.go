package shopify

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
)

// steadyHost knows no ranges. It cuts the first connection halfway; over the next a byte comes every second.
type steadyHost struct {
	file []byte
	cut  bool
}

func (h *steadyHost) RoundTrip(r *http.Request) (*http.Response, error) {
	body := &steadyBody{ctx: r.Context(), rest: h.file, pause: time.Second}
	if !h.cut {
		h.cut = true
		body.rest, body.pause = h.file[:len(h.file)/2], 0
	}
	return &http.Response{StatusCode: http.StatusOK, Header: http.Header{}, Body: body, Request: r}, nil
}

type steadyBody struct {
	ctx   context.Context // of the request
	rest  []byte
	pause time.Duration
}

func (b *steadyBody) Read(into []byte) (int, error) {
	time.Sleep(b.pause)
	if b.ctx.Err() != nil || len(b.rest) == 0 {
		return 0, io.ErrUnexpectedEOF
	}
	n := copy(into[:1], b.rest)
	b.rest = b.rest[n:]
	return n, nil
}

func (*steadyBody) Close() error { return nil }

// What came before the break is passed over at the pace of the host, which may take longer than a silent connection is kept.
func TestBytesThatAreSkippedKeepTheConnection(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		host := &steadyHost{file: bytes.Repeat([]byte("x"), 40)}
		c, err := New(Config{Endpoint: "http://localhost", Token: "shpat_x", HTTP: host, Timeout: 5 * time.Second, Retries: 1})
		require.NoError(t, err)
		file, err := c.openList(t.Context(), galley.ProductList{URL: "https://files.test/list", Size: int64(len(host.file))})
		require.NoError(t, err)
		defer file.Close()
		came, err := io.ReadAll(file)
		require.NoError(t, err)
		require.Equal(t, host.file, came)
	})
}
