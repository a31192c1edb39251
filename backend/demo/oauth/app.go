// Package oauth is the demo shop's share of signing in: it gives out access
// tokens as a Shopify store does, for client credentials, for the code of an
// authorisation, and for a refresh token. Tokens live in memory and on the
// shop's clock.
package oauth

import (
	"crypto/rand"
	"crypto/subtle"
	"encoding/hex"
	"net"
	"net/url"
	"slices"
	"strings"
)

// App is an app as its developer has set it up.
type App struct {
	ID, Secret string
	// Scopes are what the app may do with client credentials.
	Scopes []string
	// Redirects are where an authorisation may lead; empty means any address on
	// this computer.
	Redirects []string
	// Foreign: the app belongs to another organisation than the shop, which rules
	// out client credentials.
	Foreign bool
}

func (a App) holds(secret string) bool {
	return subtle.ConstantTimeCompare([]byte(a.Secret), []byte(secret)) == 1
}

// leadsTo reports whether an authorisation may lead there.
func (a App) leadsTo(address string) bool {
	if len(a.Redirects) > 0 {
		return slices.Contains(a.Redirects, address)
	}
	to, err := url.Parse(address)
	if err != nil || to.Scheme != "http" || to.User != nil || to.Fragment != "" {
		return false
	}
	ip := net.ParseIP(to.Hostname())
	return to.Hostname() == "localhost" || ip != nil && ip.IsLoopback()
}

// scopesOf takes a list apart. Where writing is allowed, reading is not named.
func scopesOf(text string) []string {
	scopes := []string{}
	for _, scope := range strings.FieldsFunc(text, func(r rune) bool { return r == ',' || r == ' ' }) {
		if !slices.Contains(scopes, scope) {
			scopes = append(scopes, scope)
		}
	}
	return slices.DeleteFunc(scopes, func(scope string) bool {
		subject, isReading := strings.CutPrefix(scope, "read_")
		return isReading && slices.Contains(scopes, "write_"+subject)
	})
}

// secret makes a random text.
func secret(prefix string) string {
	var random [16]byte
	_, _ = rand.Read(random[:]) // never fails
	return prefix + hex.EncodeToString(random[:])
}

// NewSecret makes a client secret.
func NewSecret() string { return secret("shpss_") }
