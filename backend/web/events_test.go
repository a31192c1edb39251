package web_test

import (
	"bufio"
	"context"
	"encoding/json"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/web"
)

// listen opens a stream of changes and returns its events.
func listen(t *testing.T, c *http.Client, s served, name string) <-chan galley.Change {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	t.Cleanup(cancel)
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, s.base+name, nil)
	require.NoError(t, err)
	res, err := c.Do(r)
	require.NoError(t, err)
	require.Equal(t, "text/event-stream", res.Header.Get("Content-Type"))
	changes := make(chan galley.Change, 100)
	go func() {
		defer close(changes)
		defer res.Body.Close()
		for lines := bufio.NewScanner(res.Body); lines.Scan(); {
			text, found := strings.CutPrefix(lines.Text(), "data: ")
			var c galley.Change
			if found && json.Unmarshal([]byte(text), &c) == nil {
				changes <- c
			}
		}
	}()
	return changes
}

func TestAllPagesReceiveChanges(t *testing.T) {
	s := serve(t)
	c := s.signedIn(t)
	one, two := listen(t, c, s, "events"), listen(t, c, s, "events")
	for seq, value := range []string{"dark", "light"} {
		s.Set(map[string]string{"appearance.theme": value})
		want := galley.Change{Seq: int64(seq + 1), Topics: []string{galley.TopicSettings}}
		for _, page := range []<-chan galley.Change{one, two} {
			select {
			case got := <-page:
				require.Equal(t, want, got)
			case <-time.After(2 * time.Minute):
				require.Fail(t, "a page was not told")
			}
		}
	}
}

func TestServerShutsDownWithOpenStreams(t *testing.T) {
	s := serve(t)
	stream := listen(t, s.signedIn(t), s, "events")
	spare, err := net.Dial("tcp", strings.TrimSuffix(strings.TrimPrefix(s.base, "http://"), "/"))
	require.NoError(t, err)
	defer spare.Close()
	require.Less(t, s.stop(), 5*time.Second, "as long as http.Server.Shutdown waits for a connection without a request")
	_, open := <-stream
	require.False(t, open)
}

func TestNumbersHaveNoGaps(t *testing.T) {
	var seen []int64
	feed := func(_ context.Context, f func(galley.Change)) {
		for _, seq := range []int64{4, 9, 10} {
			f(galley.Change{Seq: seq})
		}
	}
	web.Numbered(feed)(t.Context(), func(c galley.Change) { seen = append(seen, c.Seq) })
	require.Equal(t, []int64{1, 2, 3}, seen)
}
