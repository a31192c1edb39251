package llm

import (
	"net/http"
	"strconv"
	"time"
)

// askedToWait is how long an answer asks to wait before the next request, 0 if
// it does not say. Retry-After comes as seconds, decimals included, or as a
// date; without it, the resets of the exhausted limits say when.
func askedToWait(h http.Header, now time.Time) time.Duration {
	if ms, err := strconv.ParseFloat(h.Get("Retry-After-Ms"), 64); err == nil {
		return positive(time.Duration(ms * float64(time.Millisecond)))
	}
	if text := h.Get("Retry-After"); text != "" {
		if seconds, err := strconv.ParseFloat(text, 64); err == nil {
			return positive(time.Duration(seconds * float64(time.Second)))
		}
		if at, err := http.ParseTime(text); err == nil {
			return positive(at.Sub(now))
		}
	}
	return max(untilReset(h, "-requests", now), untilReset(h, "-tokens", now), untilReset(h, "", now))
}

// untilReset is the wait for one kind of limit, unless there is some of it left.
func untilReset(h http.Header, kind string, now time.Time) time.Duration {
	if left, known := number(h, "X-Ratelimit-Remaining"+kind); known && left > 0 {
		return 0
	}
	return positive(parseReset(h.Get("X-Ratelimit-Reset"+kind), now))
}

// parseReset reads the forms in use: "6m0s", "59.5" (seconds) and Unix times in
// seconds or milliseconds.
func parseReset(text string, now time.Time) time.Duration {
	if d, err := time.ParseDuration(text); err == nil {
		return d
	}
	n, err := strconv.ParseFloat(text, 64)
	switch {
	case err != nil:
		return 0
	case n > 1e12:
		return time.UnixMilli(int64(n)).Sub(now)
	case n > 1e9:
		return time.Unix(int64(n), 0).Sub(now)
	}
	return time.Duration(n * float64(time.Second))
}

// shortfall is how long to wait, by an answer's limits, until need of that kind
// is available again, at an even refill. A limit that is not named does not
// exist.
func shortfall(h http.Header, kind string, need int, now time.Time) time.Duration {
	limit, hasLimit := number(h, "X-Ratelimit-Limit-"+kind)
	left, hasLeft := number(h, "X-Ratelimit-Remaining-"+kind)
	if !hasLimit || !hasLeft || left >= need || limit <= left {
		return 0
	}
	reset := positive(parseReset(h.Get("X-Ratelimit-Reset-"+kind), now))
	missing := float64(min(need, limit)-left) / float64(limit-left)
	return time.Duration(float64(reset) * missing)
}

func number(h http.Header, name string) (n int, known bool) {
	n, err := strconv.Atoi(h.Get(name))
	return n, err == nil && n >= 0
}

func positive(d time.Duration) time.Duration { return max(d, 0) }
