package llm

import (
	"net/netip"
	"net/url"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

var versionSegment = regexp.MustCompile(`^v[0-9]+[a-z0-9]*$`)

// addresses returns the base URLs that a typed address may mean, the likelier
// first: people leave out the scheme or /v1, or paste the address of a call.
func addresses(typed string) ([]string, error) {
	u, err := parseAddress(strings.TrimSpace(typed))
	if err != nil {
		return nil, err
	}
	path := strings.TrimRight(u.EscapedPath(), "/")
	for _, call := range []string{"/chat/completions", "/completions", "/models"} {
		path = strings.TrimSuffix(path, call)
	}
	base := u.Scheme + "://" + u.Host + path
	last := path[strings.LastIndexByte(path, '/')+1:]
	switch {
	case versionSegment.MatchString(last):
		return []string{base}, nil
	case path == "":
		return []string{base + "/v1", base}, nil
	}
	return []string{base, base + "/v1"}, nil
}

func parseAddress(typed string) (*url.URL, error) {
	if typed != "" && !strings.Contains(typed, "://") {
		typed = guessScheme(typed) + "://" + typed
	}
	u, err := url.Parse(typed)
	switch {
	case err != nil || !namesHost(u.Hostname()) || (u.Scheme != "http" && u.Scheme != "https"):
		return nil, galley.WrapError(scrubAddress(err), galley.CodeInvalidInput, messages.EndpointAddressUnusable)
	case u.User != nil || u.RawQuery != "":
		return nil, galley.NewError(galley.CodeInvalidInput, messages.EndpointAddressHoldsSecret)
	}
	return u, nil
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

// guessScheme is http for names and addresses that are at home or in the
// office, where servers have no certificate.
func guessScheme(hostAndPath string) string {
	u, err := url.Parse("//" + hostAndPath)
	if err != nil {
		return "https"
	}
	host := u.Hostname()
	if ip, err := netip.ParseAddr(host); err == nil {
		if ip.IsLoopback() || ip.IsPrivate() {
			return "http"
		}
		return "https"
	}
	if !strings.Contains(host, ".") || strings.HasSuffix(host, ".local") {
		return "http"
	}
	return "https"
}
