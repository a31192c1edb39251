package shops

import (
	"net/url"
	"regexp"
	"strings"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

var shopName = regexp.MustCompile(`^[a-z0-9][a-z0-9-]{0,59}$`)

// parseDomain accepts what people paste: a name, a domain, or an address from
// the browser.
func parseDomain(s string) (string, error) {
	raw := strings.ToLower(strings.TrimSpace(s))
	raw = strings.TrimPrefix(strings.TrimPrefix(raw, "https://"), "http://")
	host, path, _ := strings.Cut(raw, "/")
	if host == "admin.shopify.com" { // admin.shopify.com/store/NAME/…
		host, _, _ = strings.Cut(strings.TrimPrefix(path, "store/"), "/")
	}
	name := strings.TrimSuffix(host, ".myshopify.com")
	if !shopName.MatchString(name) {
		return "", galley.NewError(galley.CodeInvalidInput, messages.NotAShopifyDomain(s))
	}
	return name + ".myshopify.com", nil
}

// checkEndpoint repeats no address that it refuses: it may hold a password.
func checkEndpoint(s string) error {
	if s == "" {
		return nil
	}
	u, err := url.Parse(s)
	if err != nil || u.Hostname() == "" || u.User != nil || u.RawQuery != "" || u.Fragment != "" || u.Scheme != "http" && u.Scheme != "https" {
		return galley.NewError(galley.CodeInvalidInput, messages.NotAnAdminAddress)
	}
	return nil
}
