package shopify

import (
	"net"
	"net/url"
	"regexp"
	"strings"

	"galley/backend/adminschema"
	"galley/backend/galley"
	"galley/backend/galley/messages"
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
		return "", galley.NewError(galley.CodeInvalidInput, messages.NotAShopDomain(text))
	}
	return name + shopSuffix, nil
}

// Endpoint returns the base URL of an Admin API that does not live at the shop's own domain, from the
// base itself or from the full path of its GraphQL endpoint. An address without TLS is taken only on
// this computer.
func Endpoint(text string) (string, error) {
	u, err := url.Parse(strings.TrimSpace(text))
	if err != nil || u.Hostname() == "" || u.Opaque != "" {
		return "", galley.NewError(galley.CodeInvalidInput, messages.NotAnAddress(text))
	}
	if u.User != nil || u.RawQuery != "" || u.Fragment != "" {
		return "", galley.NewError(galley.CodeInvalidInput, messages.ShopAddressWithUser)
	}
	if u.Scheme != "https" && (u.Scheme != "http" || !isLoopback(u.Hostname())) {
		return "", galley.NewError(galley.CodeInvalidInput, messages.TokenUnprotected(u.Host))
	}
	u.Path = strings.TrimSuffix(graphqlPath.ReplaceAllString(u.Path, ""), "/")
	return u.String(), nil
}

func isLoopback(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}

// Address returns the base URL of a shop: its endpoint, or its domain with TLS.
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

// checkToken refuses a token that is no header value, before the transport quotes it in an error.
func checkToken(token string) error {
	if token == "" {
		return galley.NewError(galley.CodeShopToken, messages.TokenMissing)
	}
	for _, char := range token {
		if char <= ' ' || char > '~' {
			return galley.NewError(galley.CodeShopToken, messages.TokenMalformed)
		}
	}
	return nil
}
