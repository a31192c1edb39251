package galley

import (
	"errors"
	"regexp"
	"strings"
)

// hidden replaces a secret in a text.
const hidden = "[secret]"

// secretForms are what secrets look like in what shops, endpoints and the
// network say. The groups before and after the secret are kept.
var secretForms = []*regexp.Regexp{
	regexp.MustCompile(`()\bshp[a-z]+_[\w-]{4,}`),                  // Shopify's tokens and app secrets
	regexp.MustCompile(`()\b(?:sk|key)[-_][A-Za-z0-9*._-]{6,}`),    // keys of model endpoints, also shortened ones
	regexp.MustCompile(`(?i)()\bbearer\s+[\w.~+/=*-]{6,}`),         // Authorization
	regexp.MustCompile(`(?i)()\bbasic\s+[A-Za-z0-9+/]{12,}={0,2}`), // Authorization
	regexp.MustCompile(`(\w://)[^/\s@]+(@)`),                       // name and password in an address
	regexp.MustCompile(`(?i)(\b(?:x-shopify-access-token|authorization|x-api-key|api-key)"?\s*[:=]\s*"?)[^\s",;\[\]]+`),
	regexp.MustCompile(`(?i)([?&](?:[\w-]*(?:key|token|secret|password)|code|hmac|signature|sig|auth)=)[^&\s"'#\[]+`),
	regexp.MustCompile(`(?i)(\b[\w-]*(?:token|secret|password|passphrase|api_?key|credential)s?\\?["']\s*:\s*\\?["'])[^"'\\\[]+`),
	regexp.MustCompile(`(?i)(\b(?:access_token|refresh_token|client_secret|api_?key|password|passphrase)=)[^&\s"'\[]+`),
}

// Scrub removes secrets from a text that people read: the known ones, and
// anything that looks like one. It is the only scrubber; details, logs and
// terminals show what it returns.
func Scrub(text string, known ...string) string {
	for _, secret := range known {
		if secret != "" {
			text = strings.ReplaceAll(text, secret, hidden)
		}
	}
	for _, form := range secretForms {
		text = form.ReplaceAllString(text, "${1}"+hidden+"${2}")
	}
	return text
}

// longestDetail is how much of a cause is kept, in characters.
const longestDetail = 500

// DetailOf returns the cause of err, "" where there is none: what the shop or the
// endpoint really said, on one line, without secrets.
func DetailOf(err error) string {
	cause := err
	for known := (*Error)(nil); errors.As(cause, &known); {
		if cause = known.Cause; cause == nil {
			return ""
		}
	}
	if cause == nil {
		return ""
	}
	text := strings.Join(strings.Fields(strings.ToValidUTF8(Scrub(cause.Error()), "")), " ")
	if runes := []rune(text); len(runes) > longestDetail {
		text = string(runes[:longestDetail]) + "…"
	}
	return text
}
