package web

import (
	"context"
	"errors"
	"io/fs"
	"log/slog"
	"net"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"sync"
	"time"

	"galley/backend/contract"
	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/graceful"
	"galley/backend/wire"
)

const (
	headerLimit = 10 * time.Second // for a request's headers to arrive
	bodyLimit   = 2 * time.Minute  // for a call to arrive
	idleLimit   = 2 * time.Minute
	maxHeader   = 64 << 10 // bytes; a browser's are a few hundred
	// farewell is how long requests under way may take after the server is
	// stopped.
	farewell = 5 * time.Second
)

// Site is the content of a server.
type Site struct {
	App   any // the bound methods
	Graph *wire.Graph
	Files fs.FS // the built interface
	Log   *slog.Logger
}

// Window is the handler behind the desktop window: pages, lists and files. Calls
// come over the binding.
func Window(api *contract.API, graph *wire.Graph, files fs.FS) http.Handler {
	mux := http.NewServeMux()
	mux.Handle("/data/", data(api, graph.Log))
	mux.Handle("/demo/", graph.DemoPages())
	mux.Handle("/", static(files, newPageWithAnswers(graph, files)))
	return secured(policyFor(windowPolicy, files), mux)
}

// Server serves the whole interface to one browser.
type Server struct {
	listener net.Listener
	access   *access
	url      string
}

// Listen opens the port. An address that other machines can reach is
// CodeInvalidInput unless remote allows it, a port that is taken CodeCannotRun.
func Listen(ctx context.Context, address string, remote bool) (*Server, error) {
	address, err := listenable(address, remote)
	if err != nil {
		return nil, err
	}
	var config net.ListenConfig
	listener, err := config.Listen(ctx, "tcp", address)
	if err != nil {
		return nil, galley.WrapError(err, galley.CodeCannotRun, messages.CannotListen(address))
	}
	at, ok := listener.Addr().(*net.TCPAddr)
	if !ok { // a TCP listener has no other address type
		return nil, errors.Join(galley.NewError(galley.CodeCannotRun, messages.PortUnknown), listener.Close())
	}
	access := newAccess(at)
	u := url.URL{Scheme: "http", Host: reachable(at), Path: "/", RawQuery: url.Values{"token": {access.token}}.Encode()}
	return &Server{listener: listener, access: access, url: u.String()}, nil
}

// listenable checks an address to listen on. localhost is 127.0.0.1,
// independent of name servers and hosts files.
func listenable(address string, remote bool) (string, error) {
	host, port, err := net.SplitHostPort(address)
	if err != nil {
		return "", galley.WrapError(err, galley.CodeInvalidInput, messages.NotAListenAddress(address))
	}
	if strings.EqualFold(host, "localhost") {
		host = "127.0.0.1"
	}
	if ip := net.ParseIP(host); remote || ip != nil && ip.IsLoopback() {
		return net.JoinHostPort(host, port), nil
	}
	return "", galley.NewError(galley.CodeInvalidInput, messages.ListenAddressPublic(address))
}

// reachable is the address of a server that listens at every address of this
// machine: the first that others can reach.
func reachable(at *net.TCPAddr) string {
	if !at.IP.IsUnspecified() {
		return at.String()
	}
	found := net.IPv4(127, 0, 0, 1)
	all, _ := net.InterfaceAddrs() // without them, at least this machine can connect
	for _, a := range all {
		if network, ok := a.(*net.IPNet); ok && network.IP.IsGlobalUnicast() {
			found = network.IP
			break
		}
	}
	return net.JoinHostPort(found.String(), strconv.Itoa(at.Port))
}

// URL is the address to open, with the one-time token.
func (s *Server) URL() string { return s.url }

// Remote reports whether other machines can reach it.
func (s *Server) Remote() bool { return s.access.remote }

// Close frees the port if Serve was never called.
func (s *Server) Close() error { return s.listener.Close() }

// Serve answers until ctx ends; requests under way then have a few seconds.
func (s *Server) Serve(ctx context.Context, site Site) error {
	api := API(site.App, site.Graph)
	streams := map[string]*events{}
	for _, stream := range api.Streams() {
		streams[stream.Name] = newEvents()
	}
	var spare graceful.Unused
	server := &http.Server{
		Handler:           secured(policyFor(sitePolicy, site.Files), sameOrigin(s.access.guard(site.routes(api, streams)))),
		ReadHeaderTimeout: headerLimit,
		MaxHeaderBytes:    maxHeader,
		IdleTimeout:       idleLimit,
		ConnState:         spare.Note,
		ErrorLog:          slog.NewLogLogger(site.Log.Handler(), slog.LevelWarn),
	}
	var feeds, farewells sync.WaitGroup
	ctx, cancel := context.WithCancel(ctx)
	for _, stream := range api.Streams() {
		feeds.Go(func() { streams[stream.Name].run(ctx, stream) })
	}
	farewells.Go(func() {
		<-ctx.Done()
		feeds.Wait() // streams end with their feeds, and the server waits for them
		grace, done := context.WithTimeout(context.WithoutCancel(ctx), farewell)
		defer done()
		spare.Close()
		if server.Shutdown(grace) != nil {
			_ = server.Close()
		}
	})
	err := server.Serve(s.listener)
	cancel()
	farewells.Wait()
	if errors.Is(err, http.ErrServerClosed) {
		return nil
	}
	return galley.WrapError(err, galley.CodeCannotRun, messages.ServerStopped)
}

// routes is the interface without its guard.
func (site Site) routes(api *contract.API, streams map[string]*events) http.Handler {
	mux := http.NewServeMux()
	mux.Handle("/rpc/{method}", rpc{api})
	mux.Handle("/data/", data(api, site.Log))
	mux.Handle("/demo/", site.Graph.DemoPages())
	for name, stream := range streams {
		mux.Handle("GET /"+name, stream)
	}
	mux.Handle("/", static(site.Files, plainIndex(site.Files)))
	return mux
}
