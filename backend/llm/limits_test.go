package llm

import (
	"net/http"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

func headers(pairs ...string) http.Header {
	h := http.Header{}
	for i := 0; i < len(pairs); i += 2 {
		h.Set(pairs[i], pairs[i+1])
	}
	return h
}

func TestRetryAfterIsHeeded(t *testing.T) {
	now := time.Date(2026, 11, 5, 10, 0, 0, 0, time.UTC)
	cases := []struct {
		name   string
		header http.Header
		want   time.Duration
	}{
		{"nothing", nil, 0},
		{"seconds", headers("Retry-After", "20"), 20 * time.Second},
		{"decimals", headers("Retry-After", "0.45"), 450 * time.Millisecond},
		{"milliseconds win", headers("Retry-After-Ms", "450", "Retry-After", "1"), 450 * time.Millisecond},
		{"a date", headers("Retry-After", "Thu, 05 Nov 2026 10:01:00 GMT"), time.Minute},
		{"a date gone by", headers("Retry-After", "Thu, 05 Nov 2026 09:01:00 GMT"), 0},
		{"below zero", headers("Retry-After", "-3"), 0},
		{"nonsense", headers("Retry-After", "soon"), 0},
		{"resets", headers("X-RateLimit-Reset-Requests", "6m0s", "X-RateLimit-Reset-Tokens", "12ms"), 6 * time.Minute},
		{"the reset of what is used up", headers(
			"x-ratelimit-remaining-requests", "40", "x-ratelimit-reset-requests", "1h0m0s",
			"x-ratelimit-remaining-tokens", "0", "x-ratelimit-reset-tokens", "3s"), 3 * time.Second},
		{"reset in plain seconds", headers("x-ratelimit-reset-requests", "59.5"), 59500 * time.Millisecond},
		{"reset as a time", headers("x-ratelimit-reset-requests", "1793872860"), time.Minute},
		{"reset as a time in ms", headers("x-ratelimit-reset-requests", "1793872860000"), time.Minute},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			require.Equal(t, c.want, askedToWait(c.header, now))
		})
	}
}

func TestShortfall(t *testing.T) {
	now := time.Now()
	cases := []struct {
		name   string
		header http.Header
		need   int
		want   time.Duration
	}{
		{"no limits named", nil, 100, 0},
		{"only a reset", headers("x-ratelimit-reset-tokens", "1m0s"), 100, 0},
		{"no number", headers("x-ratelimit-limit-tokens", "unlimited", "x-ratelimit-remaining-tokens", "unlimited"), 100, 0},
		{"enough left", headers("x-ratelimit-limit-tokens", "1000", "x-ratelimit-remaining-tokens", "100", "x-ratelimit-reset-tokens", "54s"), 100, 0},
		{"half of it missing", headers("x-ratelimit-limit-tokens", "1000", "x-ratelimit-remaining-tokens", "0", "x-ratelimit-reset-tokens", "1m0s"), 500, 30 * time.Second},
		{"needs more than there ever is", headers("x-ratelimit-limit-tokens", "1000", "x-ratelimit-remaining-tokens", "0", "x-ratelimit-reset-tokens", "1m0s"), 5000, time.Minute},
		{"zero and zero is no limit", headers("x-ratelimit-limit-tokens", "0", "x-ratelimit-remaining-tokens", "0", "x-ratelimit-reset-tokens", "1m0s"), 5, 0},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			require.Equal(t, c.want, shortfall(c.header, "tokens", c.need, now))
		})
	}
}
