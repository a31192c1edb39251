package web

import (
	"crypto/rand"
	"crypto/subtle"
	"net"
	"net/http"
	"os"
	"strconv"
	"strings"
	"sync"

	"galley/backend/galley"
)

// The sentences for a browser that is not let in.
const (
	signedOut = "This browser is not signed in to Galley. Open the address that galley serve printed when it started."
	tokenUsed = "This address was opened before, and it works once. Galley is open in the browser that used it; for another browser, end galley serve and start it again for a new address."
	wrongHost = "Galley answers only under the address that galley serve printed."
	crossSite = "Galley does not answer requests that come from other pages."
)

// access decides whom the server answers.
type access struct {
	cookie string // its name: cookies know no ports, and several homes may be served at once
	port   string
	hosts  map[string]bool
	remote bool // other machines are answered too
	cross  *http.CrossOriginProtection

	mu       sync.Mutex
	token    string // one-time; "" once it was used
	sessions map[string]bool
}

// newAccess makes the rules for a server at this address, whose port is known.
func newAccess(at *net.TCPAddr) *access {
	port := strconv.Itoa(at.Port)
	a := &access{
		cookie: "galley-" + port, port: port, hosts: map[string]bool{}, remote: !at.IP.IsLoopback(), cross: http.NewCrossOriginProtection(),
		token: rand.Text(), sessions: map[string]bool{},
	}
	names := []string{at.IP.String(), "127.0.0.1", "::1", "localhost"}
	if machine, err := os.Hostname(); a.remote && err == nil {
		names = append(names, strings.ToLower(machine))
	}
	for _, name := range names {
		a.hosts[a.asHost(name)] = true
	}
	return a
}

// asHost is how browsers write the name in a Host header: without port 80.
func (a *access) asHost(name string) string {
	if a.port != "80" {
		return net.JoinHostPort(name, a.port)
	}
	if strings.Contains(name, ":") {
		return "[" + name + "]"
	}
	return name
}

// goesBy reports whether the request names Galley as it is called. What came
// from another machine may also name the address that it arrived at: no name
// server can make a name of somebody else's look like that.
func (a *access) goesBy(r *http.Request) bool {
	host := strings.ToLower(r.Host)
	if a.hosts[host] {
		return true
	}
	at, ok := r.Context().Value(http.LocalAddrContextKey).(*net.TCPAddr)
	return a.remote && ok && host == a.asHost(at.IP.String())
}

// guard lets only signed-in requests of Galley's own page through, and signs a
// browser in that shows the token.
func (a *access) guard(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch {
		case !a.goesBy(r):
			refuse(w, r, http.StatusForbidden, wrongHost)
		case a.comesFromElsewhere(r):
			refuse(w, r, http.StatusForbidden, crossSite)
		case r.Method == http.MethodGet && r.URL.Path == "/" && r.URL.Query().Has("token"):
			a.signIn(w, r)
		case !a.signedIn(r):
			refuse(w, r, http.StatusUnauthorized, signedOut)
		default:
			next.ServeHTTP(w, r)
		}
	})
}

// comesFromElsewhere reports whether a page of another site, or of another port
// of this machine, sent the request. A person may follow a link from anywhere to
// a page of Galley's; what its pages ask for is for them alone, reading too.
func (a *access) comesFromElsewhere(r *http.Request) bool {
	if isCall(r) {
		asWrite := *r // reading is held to the rule for writing
		asWrite.Method = http.MethodPost
		r = &asWrite
	}
	return a.cross.Check(r) != nil
}

// signIn exchanges the token for a session. A browser that is signed in
// already may open the printed address as often as it likes.
func (a *access) signIn(w http.ResponseWriter, r *http.Request) {
	if !a.signedIn(r) {
		session, ok := a.exchange(r.URL.Query().Get("token"))
		if !ok {
			refuse(w, r, http.StatusUnauthorized, tokenUsed)
			return
		}
		http.SetCookie(w, &http.Cookie{ //nolint:gosec // Secure would need TLS, which is not there
			Name: a.cookie, Value: session, Path: "/", HttpOnly: true, SameSite: http.SameSiteStrictMode,
		})
	}
	w.Header().Set("Cache-Control", "no-store")
	http.Redirect(w, r, "/", http.StatusSeeOther)
}

func (a *access) exchange(token string) (session string, ok bool) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.token == "" || subtle.ConstantTimeCompare([]byte(token), []byte(a.token)) != 1 {
		return "", false
	}
	a.token = ""
	session = rand.Text()
	a.sessions[session] = true
	return session, true
}

func (a *access) signedIn(r *http.Request) bool {
	cookie, err := r.Cookie(a.cookie)
	if err != nil {
		return false
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.sessions[cookie.Value]
}

// refuse answers a person with a page, and the page's own requests with JSON.
func refuse(w http.ResponseWriter, r *http.Request, status int, sentence string) {
	if !isCall(r) {
		writePage(w, status, sentence)
		return
	}
	code := galley.CodeInvalidInput
	if status == http.StatusUnauthorized {
		code = codeSignedOut
	}
	writeProblem(w, status, problem{Code: code, Message: sentence})
}

// isCall reports whether the page asks, rather than a person who opens an
// address.
func isCall(r *http.Request) bool {
	for _, prefix := range []string{"/rpc/", "/data/", "/events"} {
		if strings.HasPrefix(r.URL.Path, prefix) {
			return true
		}
	}
	return false
}
