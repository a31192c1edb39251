package replies

import (
	"strconv"
	"strings"
	"time"

	"galley/backend/pattern"
)

var (
	asksToWait = pattern.Lazy(`(?i)(?:try again|retry|wait|available again|resets?)\b[^.\d]{0,30}?((?:\d+(?:\.\d+)?\s*(?:ms|milliseconds?|seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h|days?|d)\b?\s*,?\s*(?:and\s+)?)+)`)
	spanPart   = pattern.Lazy(`(?i)(\d+(?:\.\d+)?)\s*(ms|mil|s|m|h|d)`)
)

var spanUnits = map[string]time.Duration{
	"ms": time.Millisecond, "mil": time.Millisecond, "s": time.Second, "m": time.Minute, "h": time.Hour, "d": 24 * time.Hour,
}

// waitSaid reads how long a sentence asks to wait: "try again in 7m12.5s".
func waitSaid(message string) time.Duration {
	found := asksToWait().FindStringSubmatch(message)
	if found == nil {
		return 0
	}
	return span(found[1])
}

func span(text string) (whole time.Duration) {
	for _, part := range spanPart().FindAllStringSubmatch(text, -1) {
		n, err := strconv.ParseFloat(part[1], 64)
		if err == nil && n < 1e6 {
			whole += time.Duration(n * float64(spanUnits[strings.ToLower(part[2])]))
		}
	}
	return whole
}

// waitIn reads the wait that an error has in a field.
func waitIn(fields map[string]any) time.Duration {
	details, _ := fields["details"].([]any)
	for _, d := range append(details, fields, object(fields["metadata"])) {
		inner := object(d)
		if delay := word(inner["retryDelay"]); delay != "" {
			return span(delay)
		}
		for _, name := range []string{"retry_after", "retry_after_seconds", "retryAfter", "wait"} {
			if n, err := strconv.ParseFloat(word(inner[name]), 64); err == nil && n > 0 && n < 1e6 {
				return time.Duration(n * float64(time.Second))
			}
		}
	}
	return 0
}
