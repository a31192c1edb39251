package signin

import (
	"context"
	"crypto/rand"
	"net"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/graceful"
	"galley/backend/shopify"
)

const (
	// DefaultPort is where the browser comes back to on this computer. It is fixed, since the app's
	// settings in Shopify have to name it; it is below the ports that systems assign by themselves.
	DefaultPort = 17347
	// callbackPath is the rest of that address.
	callbackPath = "/signed-in"
	// limit is how long a person may take.
	limit = 10 * time.Minute
	// farewell is how long the browser may take to fetch the last page.
	farewell = 2 * time.Second
)

// RedirectURL is the address that the app's settings in Shopify have to allow.
func RedirectURL(port int) string {
	return "http://localhost:" + strconv.Itoa(port) + callbackPath
}

// Authorizer implements galley.Authorizer.
type Authorizer struct {
	exchange exchanger
	// Limit is how long a person may take in the browser.
	Limit time.Duration
}

// NewAuthorizer makes an authorizer.
func NewAuthorizer(clock galley.Clock) *Authorizer {
	return &Authorizer{exchange: newExchanger(clock), Limit: limit}
}

// SignIn implements galley.Authorizer.
func (a *Authorizer) SignIn(ctx context.Context, app galley.App) (galley.Credential, error) {
	return a.exchange.byApp(ctx, app)
}

// Authorize implements galley.Authorizer.
func (a *Authorizer) Authorize(ctx context.Context, app galley.App, port int) (galley.Authorization, error) {
	base, err := shopify.Address(app.Domain, app.Endpoint)
	if err != nil {
		return nil, err
	}
	if port == 0 {
		port = DefaultPort
	}
	listeners, err := listen(ctx, port)
	if err != nil {
		return nil, err
	}
	v := &visit{
		app: app, exchange: a.exchange, limit: a.Limit, state: rand.Text(),
		answers: make(chan answer, 1), closed: make(chan struct{}),
	}
	v.url = base + authorizePath + "?" + url.Values{
		"client_id":    {app.ID},
		"scope":        {strings.Join(galley.RequiredScopes(), ",")},
		"redirect_uri": {RedirectURL(port)},
		"state":        {v.state},
	}.Encode()
	v.start(listeners)
	return v, nil
}

// listen takes the port on this computer's IPv4 and IPv6 addresses: a browser tries both for
// localhost, and no other program may answer on either.
func listen(ctx context.Context, port int) ([]net.Listener, error) {
	var config net.ListenConfig
	number := strconv.Itoa(port)
	old, err := config.Listen(ctx, "tcp4", "127.0.0.1:"+number)
	if err != nil {
		return nil, portTaken(err, port)
	}
	current, err := config.Listen(ctx, "tcp6", "[::1]:"+number)
	if err == nil {
		return []net.Listener{old, current}, nil
	}
	if other, probeErr := config.Listen(ctx, "tcp6", "[::1]:0"); probeErr == nil {
		_ = other.Close()
		_ = old.Close()
		return nil, portTaken(err, port)
	}
	return []net.Listener{old}, nil // there is no IPv6 here
}

func portTaken(cause error, port int) error {
	return galley.WrapError(cause, galley.CodeCannotRun, messages.CallbackPortInUse(port))
}

// visit is one person's way over the shop's page.
type visit struct {
	app      galley.App
	exchange exchanger
	limit    time.Duration
	url      string
	state    string

	server   http.Server
	unused   graceful.Unused
	serving  sync.WaitGroup
	answered atomic.Bool // the shop's answer came; there is only one
	answers  chan answer
	closing  sync.Once
	closed   chan struct{}
	outcome  error // how it went; set before closed is closed
}

// answer is the shop's callback.
type answer struct {
	code string
	err  error
}

func (v *visit) start(listeners []net.Listener) {
	mux := http.NewServeMux()
	mux.HandleFunc("GET "+callbackPath, v.serve)
	v.server = http.Server{
		Handler: mux, ConnState: v.unused.Note,
		ReadHeaderTimeout: farewell, IdleTimeout: farewell,
	}
	for _, listener := range listeners {
		v.serving.Go(func() { _ = v.server.Serve(listener) }) // ends with Close
	}
}

// serve answers the callback. It shows the result once it is known.
func (v *visit) serve(w http.ResponseWriter, r *http.Request) {
	if !belongs(r.URL.Query(), v.state) || v.answered.Swap(true) {
		showPage(w, v.app.Domain, errStranger)
		return
	}
	code, err := codeOf(r.URL.Query(), v.app)
	v.answers <- answer{code, err}
	select {
	case <-v.closed:
		showPage(w, v.app.Domain, v.outcome)
	case <-r.Context().Done():
	}
}

// URL implements galley.Authorization.
func (v *visit) URL() string { return v.url }

// Wait implements galley.Authorization.
func (v *visit) Wait(ctx context.Context) (galley.Credential, error) {
	timer := time.NewTimer(v.limit)
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return galley.Credential{}, ctx.Err()
	case <-v.closed:
		return galley.Credential{}, v.outcome
	case <-timer.C:
		return galley.Credential{}, galley.NewError(galley.CodeTimeout, messages.SignInTimedOut)
	case got := <-v.answers:
		if got.err != nil {
			return galley.Credential{}, got.err
		}
		return v.exchange.byCode(ctx, v.app, got.code)
	}
}

// Close implements galley.Authorization.
func (v *visit) Close(outcome error) {
	v.closing.Do(func() {
		v.outcome = outcome
		close(v.closed)
		ctx, cancel := context.WithTimeout(context.Background(), farewell)
		defer cancel()
		v.unused.Close()
		if v.server.Shutdown(ctx) != nil {
			_ = v.server.Close()
		}
		v.serving.Wait()
	})
}
