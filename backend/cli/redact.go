package cli

import (
	"log/slog"
	"regexp"
)

// secrets are the shapes of keys and tokens: Shopify's shpat_ and its kin, the
// sk- of model endpoints, and what follows Bearer.
var secrets = regexp.MustCompile(`\b(shp[a-z]{2}_|sk-)[\w-]{8,}|(?i:bearer)\s+\S+`)

// redacted keeps secrets out of the log, should one ever come so far.
func redacted(_ []string, a slog.Attr) slog.Attr {
	text := a.Value.String()
	if !secrets.MatchString(text) {
		return a
	}
	return slog.String(a.Key, secrets.ReplaceAllString(text, "[secret]"))
}
