package web

import (
	"crypto/rand"
	"net"
	"net/http"
	"net/url"
	"os"
	"slices"
	"strconv"
	"strings"
	"sync"

	"galley/backend/contract"
	"galley/backend/galley"
)

// The sentences for a browser that is refused.
const (
	signedOut = "This browser is not signed in to Galley. Open the address that galley serve printed when it started."
	tokenUsed = "This address was opened before, and it works once. Galley is open in the browser that used it; for another browser, end galley serve and start it again for a new address."
	wrongHost = "Galley answers only under the address that galley serve printed."
	crossSite = "Galley does not answer requests that come from other pages."
)

// access decides which requests are answered. A browser sends a cookie to every
// port of a host, so browsers get one only for the demo shop's pages: the page
// keeps the session, for this port alone, and sends it as a header. A script,
// which sends cookies only where its caller says, gets its session as a cookie.
type access struct {
	cookie string // the name of a script's cookie: several homes may be served at once
	port   string
	home   string // the Host under which pages are shown
	hosts  map[string]bool
	remote bool // other machines are answered too
	cross  *http.CrossOriginProtection

	mu       sync.Mutex
	token    string        // one-time; "" once it was used
	used     chan struct{} // closed then
	sessions map[string]bool
	viewer   string // opens the demo shop's pages, to which no header can be sent
}

// newAccess makes the rules for a server at this address, whose port is known.
func newAccess(at *net.TCPAddr) *access {
	port := strconv.Itoa(at.Port)
	a := &access{
		cookie: "galley-" + port, port: port, hosts: map[string]bool{}, remote: !at.IP.IsLoopback(), cross: http.NewCrossOriginProtection(),
		token: rand.Text(), viewer: rand.Text(), used: make(chan struct{}), sessions: map[string]bool{},
	}
	a.home = a.asHost(at.IP.String())
	names := []string{at.IP.String(), "127.0.0.1", "::1", "localhost"}
	if machine, err := os.Hostname(); a.remote && err == nil {
		names = append(names, strings.ToLower(machine))
	}
	for _, name := range names {
		a.hosts[a.asHost(name)] = true
	}
	return a
}

// asHost is the name as browsers write it in a Host header: without port 80.
func (a *access) asHost(name string) string {
	if a.port != "80" {
		return net.JoinHostPort(name, a.port)
	}
	if strings.Contains(name, ":") {
		return "[" + name + "]"
	}
	return name
}

// goesBy reports whether the request names Galley by its own name. A request
// from another machine may also name the address that it arrived at: no foreign
// DNS name can look like that.
func (a *access) goesBy(r *http.Request) bool {
	host := strings.ToLower(r.Host)
	if a.hosts[host] {
		return true
	}
	at, ok := r.Context().Value(http.LocalAddrContextKey).(*net.TCPAddr)
	return a.remote && ok && host == a.asHost(at.IP.String())
}

// guard lets only signed-in requests of Galley's own page through, and signs in
// a request with the token. The built interface holds no data, so a browser
// gets it without a session: only the page can send one.
func (a *access) guard(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch {
		case !a.goesBy(r):
			refuse(w, r, http.StatusForbidden, wrongHost)
		case a.comesFromElsewhere(r):
			refuse(w, r, http.StatusForbidden, crossSite)
		case r.URL.Path == sessionPath:
			a.openSession(w, r)
		case isBrowser(r) && isInterface(r):
			a.showInterface(w, r, next)
		case r.Method == http.MethodGet && r.URL.Path == "/" && r.URL.Query().Has("token"):
			a.signInScript(w, r)
		case !a.signedIn(r) && !a.mayView(r):
			refuse(w, r, http.StatusUnauthorized, signedOut)
		default:
			next.ServeHTTP(w, r)
		}
	})
}

// showInterface serves the page under one name: browsers store its data by name
// and port, and localhost may also be [::1], where another program can have the
// same port.
func (a *access) showInterface(w http.ResponseWriter, r *http.Request, next http.Handler) {
	if !a.remote && r.Host != a.home {
		to := url.URL{Scheme: "http", Host: a.home, Path: r.URL.Path, RawQuery: r.URL.RawQuery}
		http.Redirect(w, r, to.String(), http.StatusTemporaryRedirect)
		return
	}
	next.ServeHTTP(w, r)
}

// comesFromElsewhere reports whether a page of another site, or of another port
// of this machine, sent the request. A person may follow a link from anywhere to
// a page of Galley; requests by its pages, reads included, must come from them.
func (a *access) comesFromElsewhere(r *http.Request) bool {
	if isCall(r) {
		asWrite := *r // reads follow the rule for writes
		asWrite.Method = http.MethodPost
		r = &asWrite
	}
	return a.cross.Check(r) != nil
}

// refuse answers a person with a page, and the page's requests with JSON.
func refuse(w http.ResponseWriter, r *http.Request, status int, sentence string) {
	if !isCall(r) {
		writePage(w, status, sentence)
		return
	}
	code := galley.CodeInvalidInput
	if status == http.StatusUnauthorized {
		code = codeSignedOut
	}
	writeProblem(w, status, contract.Problem{Code: code, Message: sentence})
}

// isCall reports whether the page sent the request, rather than a person who
// opened an address.
func isCall(r *http.Request) bool {
	return hasPrefix(r, "/rpc/", "/data/", "/events", sessionPath)
}

// isInterface reports whether the request can only be for the built interface.
func isInterface(r *http.Request) bool { return !isCall(r) && !hasPrefix(r, demoPages) }

func hasPrefix(r *http.Request, prefixes ...string) bool {
	return slices.ContainsFunc(prefixes, func(p string) bool { return strings.HasPrefix(r.URL.Path, p) })
}
