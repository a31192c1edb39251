package pictures

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"syscall"
	"time"
)

// errInside is an address that a shop named to make Galley request what the shop
// itself cannot reach: this machine, the office network, a cloud's metadata.
var errInside = errors.New("an address that is not public")

// reach decides for each request, redirects included, where it may go.
type reach struct {
	named func(ctx context.Context, host string) bool
	proxy func(*http.Request) (*url.URL, error)
	// public connects to public addresses only; open to any.
	public, open *http.Transport
}

func newReach(named func(context.Context, string) bool) *reach {
	r := &reach{named: named, proxy: http.ProxyFromEnvironment, public: transport(refuseInside), open: transport(nil)}
	r.open.Proxy = func(req *http.Request) (*url.URL, error) { return r.proxy(req) }
	return r
}

func transport(control func(network, address string, c syscall.RawConn) error) *http.Transport {
	dialer := &net.Dialer{Timeout: 10 * time.Second, Control: control}
	return &http.Transport{
		DialContext:           dialer.DialContext,
		ForceAttemptHTTP2:     true,
		TLSHandshakeTimeout:   10 * time.Second,
		ResponseHeaderTimeout: 20 * time.Second,
		IdleConnTimeout:       30 * time.Second,
		MaxIdleConnsPerHost:   8,
	}
}

// RoundTrip implements http.RoundTripper.
func (r *reach) RoundTrip(req *http.Request) (*http.Response, error) {
	if r.named(req.Context(), req.URL.Host) {
		return r.open.RoundTrip(req)
	}
	proxy, err := r.proxy(req)
	if err != nil {
		return nil, err
	}
	if proxy == nil {
		return r.public.RoundTrip(req)
	}
	// The proxy may itself be inside, and it resolves names.
	if ip, err := netip.ParseAddr(req.URL.Hostname()); err == nil && !isPublic(ip) {
		return nil, errInside
	}
	return r.open.RoundTrip(req)
}

// CloseIdleConnections is what http.Client looks for.
func (r *reach) CloseIdleConnections() {
	r.public.CloseIdleConnections()
	r.open.CloseIdleConnections()
}

// refuseInside checks the resolved address, so a name that resolves differently
// a moment later gains nothing.
func refuseInside(_, address string, _ syscall.RawConn) error {
	to, err := netip.ParseAddrPort(address)
	if err != nil {
		return fmt.Errorf("address of the picture: %w", err)
	}
	if !isPublic(to.Addr()) {
		return errInside
	}
	return nil
}

// notPublic are the ranges that netip does not know: this network, shared
// provider addresses, protocol assignments, network tests, reserved, and IPv6
// that carries IPv4.
var notPublic = []netip.Prefix{
	netip.MustParsePrefix("0.0.0.0/8"), netip.MustParsePrefix("100.64.0.0/10"), netip.MustParsePrefix("192.0.0.0/24"),
	netip.MustParsePrefix("198.18.0.0/15"), netip.MustParsePrefix("240.0.0.0/4"),
	netip.MustParsePrefix("64:ff9b::/96"), netip.MustParsePrefix("64:ff9b:1::/48"), netip.MustParsePrefix("2002::/16"), netip.MustParsePrefix("2001::/32"),
}

func isPublic(ip netip.Addr) bool {
	ip = ip.Unmap().WithZone("")
	if !ip.IsGlobalUnicast() || ip.IsPrivate() {
		return false
	}
	for _, p := range notPublic {
		if p.Contains(ip) {
			return false
		}
	}
	return true
}
