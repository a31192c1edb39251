package shopify

import (
	"math/rand/v2"
	"net/http"
	"strconv"
	"time"
)

// How a request is repeated after a passing fault.
const (
	defaultRetries = 4
	backoffBase    = 500 * time.Millisecond
	backoffMost    = 15 * time.Second
	// patience is the longest wait a shop may ask for; beyond it the caller gets an error.
	patience = 2 * time.Minute
	// maxThrottles bounds how often one request may find the bucket emptied by others.
	maxThrottles = 60
	// A write has so long from the beginning of its reading to its last byte. One that misses the deadline
	// is read and decided again and has twice as long, so that a very slow shop can still be written.
	writeWithin = 2 * time.Second
	maxLates    = 5
)

// backoff is a wait before try n, from 1: between nothing and a limit that doubles with each try, so
// that clients do not come back in step ("full jitter").
func backoff(try int) time.Duration {
	bound := backoffMost
	if try < 6 {
		bound = min(bound, backoffBase<<(try-1))
	}
	return rand.N(bound)
}

// retryAfter reads Shopify's decimal seconds ("4.0") as well as HTTP's date; 0 if there is neither.
func retryAfter(header http.Header) time.Duration {
	text := header.Get("Retry-After")
	if seconds, err := strconv.ParseFloat(text, 64); err == nil && seconds > 0 && seconds < 1e9 {
		return time.Duration(seconds * float64(time.Second))
	}
	if when, err := http.ParseTime(text); err == nil {
		return max(time.Until(when), 0)
	}
	return 0
}
