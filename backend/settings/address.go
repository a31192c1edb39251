package settings

import (
	"net"
	"net/url"
	"strings"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// setURL saves an address that holds no secret. One that does, or that cannot
// be parsed, is not repeated in the error.
func setURL(to *string, v string) error {
	v = strings.TrimRight(strings.TrimSpace(v), "/")
	if v == "" {
		*to = ""
		return nil
	}
	if !strings.Contains(v, "://") {
		v = galley.GuessScheme(v) + "://" + v
	}
	u, err := url.Parse(v)
	if err != nil || u.Hostname() == "" || u.Scheme != "http" && u.Scheme != "https" {
		return galley.NewError(galley.CodeInvalidInput, messages.EndpointAddressInvalid)
	}
	if base, ok := galley.AzureEndpoint(u); ok {
		return galley.NewError(galley.CodeInvalidInput, messages.EndpointAddressAzure(base))
	}
	if u.User != nil || u.RawQuery != "" || u.Fragment != "" {
		return galley.NewError(galley.CodeInvalidInput, messages.EndpointAddressWithSecret(APIKey))
	}
	*to = v
	return nil
}

// sameEndpoint reports whether two addresses name one endpoint: the same scheme,
// host, port and path, with or without /v1.
func sameEndpoint(a, b string) bool {
	one, two := endpointOf(a), endpointOf(b)
	return one != "" && one == two
}

func endpointOf(address string) string {
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil || u.Hostname() == "" || u.User != nil {
		return ""
	}
	port := u.Port()
	if port == "" {
		port = map[string]string{"http": "80", "https": "443"}[u.Scheme]
	}
	path := strings.TrimSuffix(strings.TrimRight(u.EscapedPath(), "/"), "/v1")
	return u.Scheme + "://" + net.JoinHostPort(strings.ToLower(u.Hostname()), port) + path
}
