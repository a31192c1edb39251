package llm

import (
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"

	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/pattern"
)

var versionSegment = pattern.Lazy(`^v[0-9]+[a-z0-9]*$`)

// addresses returns the base URLs that a typed address may mean, the likelier
// first: people leave out the scheme or /v1, or paste the address of a call.
func addresses(typed string) ([]string, error) {
	u, err := parseAddress(strings.TrimSpace(typed))
	if err != nil {
		return nil, err
	}
	path := strings.TrimRight(u.EscapedPath(), "/")
	for _, call := range []string{"/chat/completions", "/completions", "/models", "/responses", "/api/chat", "/api/generate", "/api/tags"} {
		path = strings.TrimSuffix(path, call)
	}
	root := u.Scheme + "://" + u.Host
	base := root + path
	parent, last := path[:max(strings.LastIndexByte(path, '/'), 0)], path[strings.LastIndexByte(path, '/')+1:]
	switch {
	case path == "":
		return []string{base + "/v1", base}, nil
	case parent == "/api" && ownAPI().MatchString(last):
		return []string{base, root + "/v1"}, nil // LM Studio's own API; others have the compatible one there
	case versionSegment().MatchString(last):
		return []string{base, root + parent}, nil
	case path == "/api":
		return []string{base, base + "/v1", root + "/v1"}, nil
	}
	return []string{base, base + "/v1"}, nil
}

// ownAPI is the version of an API that a server has beside the compatible one.
var ownAPI = pattern.Lazy(`^v[01]$`)

func parseAddress(typed string) (*url.URL, error) {
	if typed != "" && !strings.Contains(typed, "://") {
		typed = galley.GuessScheme(typed) + "://" + typed
	}
	u, err := url.Parse(typed)
	switch {
	case err != nil || !namesHost(u.Hostname()) || (u.Scheme != "http" && u.Scheme != "https"):
		return nil, galley.WrapError(scrubAddress(err), galley.CodeInvalidInput, messages.EndpointAddressUnusable)
	case u.RawQuery != "" && isAzure(u):
		base, _ := galley.AzureEndpoint(u)
		return nil, galley.NewError(galley.CodeInvalidInput, messages.EndpointAddressAzure(base))
	case u.User != nil || u.RawQuery != "":
		return nil, galley.NewError(galley.CodeInvalidInput, messages.EndpointAddressHoldsSecret)
	}
	return u, nil
}

func isAzure(u *url.URL) bool {
	_, ok := galley.AzureEndpoint(u)
	return ok
}

// namesHost reports whether a host can be looked up: it is not empty and every
// character of it leaves a mark.
func namesHost(host string) bool {
	return host != "" && utf8.ValidString(host) &&
		!strings.ContainsFunc(host, func(r rune) bool { return unicode.IsSpace(r) || !unicode.IsGraphic(r) })
}

// scrubAddress drops the address from the error: it may hold a password.
func scrubAddress(err error) error {
	if bad, ok := err.(*url.Error); ok { //nolint:errorlint // url.Parse returns it as it is
		return bad.Err
	}
	return err
}
