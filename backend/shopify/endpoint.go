package shopify

import (
	"net"
	"net/url"
	"regexp"
	"strings"

	"galley/backend/adminschema"
	"galley/backend/galley"
)

const shopSuffix = ".myshopify.com"

var (
	shopName    = regexp.MustCompile(`^[a-z0-9][a-z0-9-]{0,59}$`)
	graphqlPath = regexp.MustCompile(`/admin/api/[a-z0-9-]+/graphql\.json$`)
)

// Domain returns the myshopify.com domain that a person meant: its first part, all of it, or the
// address of a page of the shop or of its admin. Anything else is CodeInvalidInput, since the token
// would go there.
func Domain(text string) (string, error) {
	host := strings.ToLower(strings.TrimSpace(text))
	host = strings.TrimPrefix(strings.TrimPrefix(host, "https://"), "http://")
	if store, found := strings.CutPrefix(host, "admin.shopify.com/store/"); found {
		host = store
	}
	host, _, _ = strings.Cut(host, "/")
	name := strings.TrimSuffix(host, shopSuffix)
	if !shopName.MatchString(name) {
		return "", galley.Errorf(galley.CodeInvalidInput,
			"%q is not a shop's domain. It ends in .myshopify.com and is shown in Shopify under Settings, Domains.", text)
	}
	return name + shopSuffix, nil
}

// Endpoint returns the base URL of an Admin API that does not live at the shop's own domain, from the
// base itself or from the full path of its GraphQL endpoint. An address without TLS is taken only on
// this computer.
func Endpoint(text string) (string, error) {
	u, err := url.Parse(strings.TrimSpace(text))
	if err != nil || u.Hostname() == "" || u.Opaque != "" {
		return "", galley.Errorf(galley.CodeInvalidInput, "%q is not an address. It looks like https://host or http://127.0.0.1:8080.", text)
	}
	if u.User != nil || u.RawQuery != "" || u.Fragment != "" {
		return "", galley.Errorf(galley.CodeInvalidInput, "The address of a shop has no user, no question mark and no #.")
	}
	if u.Scheme != "https" && (u.Scheme != "http" || !isLoopback(u.Hostname())) {
		return "", galley.Errorf(galley.CodeInvalidInput,
			"The token would go to %s unprotected. Use https; http is for addresses on this computer.", u.Host)
	}
	u.Path = strings.TrimSuffix(graphqlPath.ReplaceAllString(u.Path, ""), "/")
	return u.String(), nil
}

func isLoopback(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}

// Address returns the base URL of a shop: its endpoint where it has one, or else its domain with TLS.
func Address(domain, endpoint string) (string, error) {
	if endpoint != "" {
		return Endpoint(endpoint)
	}
	domain, err := Domain(domain)
	return "https://" + domain, err
}

// endpointOf is where requests go: always the API version that the requests were generated for.
func endpointOf(cfg Config) (string, error) {
	base, err := Address(cfg.Domain, cfg.Endpoint)
	return base + "/admin/api/" + adminschema.Version + "/graphql.json", err
}

// checkToken refuses what cannot be sent as a header, before it stands in an error of the transport.
func checkToken(token string) error {
	if token == "" {
		return galley.Errorf(galley.CodeShopToken, "There is no token for this shop. Enter its Admin API access token.")
	}
	for _, char := range token {
		if char <= ' ' || char > '~' {
			return galley.Errorf(galley.CodeShopToken, "The token has a character that no token has, a space or a line break perhaps. Enter it again.")
		}
	}
	return nil
}
