package publishing

import (
	"time"

	"galley/backend/galley"
)

const (
	// closedPause is the pause for a shop that currently refuses everyone: it can answer 402 or 403 for
	// minutes and then be fine again.
	closedPause = 3 * time.Minute
	// longestPause is the longest pause before a shop is tried again automatically.
	longestPause = closedPause
)

// pauseAfter is how long a shop's outbox pauses after a failure. After a
// refused sign-in it is tried only at a person's request
// or signs in again; the query of ShopsToTry has that rule.
func pauseAfter(code galley.Code) time.Duration {
	switch code {
	case galley.CodeShopClosed, galley.CodeShopScope:
		return closedPause
	}
	return backoff
}
