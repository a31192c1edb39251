package llm

import (
	"errors"
	"fmt"
	"net/http"
	"net/netip"
	"net/url"
	"strings"
	"syscall"
)

// errPlainPublic is a request without encryption to the public internet.
var errPlainPublic = errors.New("http to a public address")

// plainWithin sends https anywhere, and http only to this machine and to
// private networks. The dialled address decides, so a name that resolves
// differently a moment later gains nothing.
type plainWithin struct {
	secure, plain *http.Transport
	proxy         func(*http.Request) (*url.URL, error)
}

func newPlainWithin(connect func(control func(network, address string, c syscall.RawConn) error) *http.Transport) *plainWithin {
	t := &plainWithin{secure: connect(nil), plain: connect(refusePublic), proxy: http.ProxyFromEnvironment}
	t.secure.Proxy = func(req *http.Request) (*url.URL, error) { return t.proxy(req) }
	return t
}

// RoundTrip implements http.RoundTripper.
func (t *plainWithin) RoundTrip(req *http.Request) (*http.Response, error) {
	if req.URL.Scheme != "http" {
		return t.secure.RoundTrip(req)
	}
	proxy, err := t.proxy(req)
	if err != nil {
		return nil, err
	}
	if proxy == nil {
		return t.plain.RoundTrip(req)
	}
	if !isLocalName(req.URL.Hostname()) { // the proxy resolves it, unseen
		return nil, errPlainPublic
	}
	return t.secure.RoundTrip(req)
}

// CloseIdleConnections is what http.Client looks for.
func (t *plainWithin) CloseIdleConnections() {
	t.secure.CloseIdleConnections()
	t.plain.CloseIdleConnections()
}

func refusePublic(_, address string, _ syscall.RawConn) error {
	to, err := netip.ParseAddrPort(address)
	if err != nil {
		return fmt.Errorf("address of the model endpoint: %w", err)
	}
	if !isLocal(to.Addr()) {
		return errPlainPublic
	}
	return nil
}

// shared is the range of carriers, which private networks over the internet
// (WireGuard meshes) use too.
var shared = netip.MustParsePrefix("100.64.0.0/10")

// isLocal reports whether the address is of this machine or of a private network.
func isLocal(ip netip.Addr) bool {
	ip = ip.Unmap().WithZone("")
	return ip.IsLoopback() || ip.IsPrivate() || ip.IsLinkLocalUnicast() || ip.IsUnspecified() || shared.Contains(ip)
}

// isLocalName reports whether a host that is not resolved here is local.
func isLocalName(host string) bool {
	if ip, err := netip.ParseAddr(host); err == nil {
		return isLocal(ip)
	}
	host = strings.ToLower(strings.TrimSuffix(host, "."))
	return host == "localhost" || strings.HasSuffix(host, ".localhost") || strings.HasSuffix(host, ".local")
}
