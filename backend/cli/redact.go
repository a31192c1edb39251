package cli

import (
	"log/slog"

	"galley/backend/galley"
)

// redacted keeps secrets out of the log, should one ever come so far.
func redacted(_ []string, a slog.Attr) slog.Attr {
	text := a.Value.String()
	scrubbed := galley.Scrub(text)
	if scrubbed == text {
		return a
	}
	return slog.String(a.Key, scrubbed)
}
