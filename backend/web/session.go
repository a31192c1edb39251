package web

import (
	"crypto/rand"
	"crypto/subtle"
	"encoding/json"
	"net/http"
	"strings"
	"time"

	"galley/backend/contract"
	"galley/backend/galley"
)

const (
	// sessionPath is where the page exchanges the token for a session.
	sessionPath = "/session"
	// demoPages are opened by links and pictures, which carry no header.
	demoPages = "/demo/"
	// maxToken limits the body of an exchange.
	maxToken = 4 << 10
)

// codeAddressUsed exists only over HTTP: the token was used before.
const codeAddressUsed galley.Code = "address_used"

// isBrowser reports whether a browser sent the request. Browsers ask for HTML
// when an address is opened, and name the purpose of each request to addresses
// of this machine; to other machines, only their user agent shows who requests a
// script or picture of the interface.
func isBrowser(r *http.Request) bool {
	return r.Header.Get("Sec-Fetch-Mode") != "" || strings.Contains(r.Header.Get("Accept"), "text/html") ||
		r.URL.Path != "/" && strings.HasPrefix(r.UserAgent(), "Mozilla/")
}

// openSession answers POST /session with {"token": …} by {"session": …}, which
// the page sends as "Authorization: Bearer SESSION". The cookie that comes with
// it opens the demo shop's pages and nothing else.
func (a *access) openSession(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodPost || !isJSON(r) {
		writeProblem(w, http.StatusMethodNotAllowed, contract.Problem{Code: galley.CodeInvalidInput, Message: "A session is opened by a POST of application/json."})
		return
	}
	var given struct {
		Token string `json:"token"`
	}
	connection := http.NewResponseController(w)
	_ = connection.SetReadDeadline(time.Now().Add(headerLimit)) // anyone can send this
	err := json.NewDecoder(http.MaxBytesReader(w, r.Body, maxToken)).Decode(&given)
	_ = connection.SetReadDeadline(time.Time{})
	if err != nil {
		writeUnread(w, err)
		return
	}
	session, ok := a.exchange(given.Token)
	if !ok {
		writeProblem(w, http.StatusUnauthorized, contract.Problem{Code: codeAddressUsed, Message: tokenUsed})
		return
	}
	http.SetCookie(w, a.newCookie(a.viewerCookie(), a.viewer, demoPages))
	writeJSON(w, http.StatusOK, map[string]string{"session": session})
}

// signInScript exchanges the token for a session in a cookie. A script that is
// signed in already may open the printed address as often as it likes.
func (a *access) signInScript(w http.ResponseWriter, r *http.Request) {
	if !a.signedIn(r) {
		session, ok := a.exchange(r.URL.Query().Get("token"))
		if !ok {
			refuse(w, r, http.StatusUnauthorized, tokenUsed)
			return
		}
		http.SetCookie(w, a.newCookie(a.cookie, session, "/"))
	}
	w.Header().Set("Cache-Control", "no-store")
	http.Redirect(w, r, "/", http.StatusSeeOther)
}

func (a *access) newCookie(name, value, path string) *http.Cookie {
	return &http.Cookie{ //nolint:gosec // Secure would need TLS
		Name: name, Value: value, Path: path, HttpOnly: true, SameSite: http.SameSiteStrictMode,
	}
}

func (a *access) viewerCookie() string { return a.cookie + "-demo" }

func (a *access) exchange(token string) (session string, ok bool) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.token == "" || !equal(token, a.token) {
		return "", false
	}
	a.token = ""
	close(a.used)
	session = rand.Text()
	a.sessions[session] = true
	return session, true
}

func (a *access) signedIn(r *http.Request) bool {
	shown, bearer := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
	if !bearer {
		cookie, err := r.Cookie(a.cookie)
		if err != nil {
			return false
		}
		shown = cookie.Value
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.sessions[shown]
}

// mayView reports whether the request is for the demo shop's pages, from a
// signed-in browser.
func (a *access) mayView(r *http.Request) bool {
	if !hasPrefix(r, demoPages) || r.Method != http.MethodGet && r.Method != http.MethodHead {
		return false
	}
	cookie, err := r.Cookie(a.viewerCookie())
	return err == nil && equal(cookie.Value, a.viewer)
}

func equal(a, b string) bool { return subtle.ConstantTimeCompare([]byte(a), []byte(b)) == 1 }
