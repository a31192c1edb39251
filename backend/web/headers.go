package web

import "net/http"

// What a page may do: run its own files only, send nothing elsewhere, be framed
// by nobody. Styles are set inline by the widget library; pictures come from the
// shops' own servers; drafts are shown in a sandboxed frame without an address.
const (
	everyPolicy = "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; " +
		"img-src 'self' data: blob: http: https:; frame-src 'self' about:; " +
		"object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
	sitePolicy   = everyPolicy + "connect-src 'self'"
	windowPolicy = everyPolicy + "connect-src 'self' wails:" // the scheme of its own addresses
)

// secured puts the headers on every answer that keep a page from doing more
// than it should.
func secured(policy string, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		next.ServeHTTP(w, r)
	})
}

// sameOrigin keeps other pages from having an answer as a picture or script of
// theirs, and from holding on to a window that shows Galley. No page elsewhere
// is ever allowed to read (CORS): that header is set nowhere.
func sameOrigin(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Embedder-Policy", "credentialless") // pictures in texts are loaded without cookies
		next.ServeHTTP(w, r)
	})
}
