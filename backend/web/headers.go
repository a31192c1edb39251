package web

import "net/http"

// policy lets the page run its own files only. Styles are set inline by the
// widget library; pictures come from the shops' own servers; drafts are shown
// in a sandboxed frame without an address. The schemes wails: and ws: are the
// window's bridge.
const policy = "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; " +
	"img-src 'self' data: blob: http: https:; connect-src 'self' ws: wails:; frame-src 'self' about: blob:; " +
	"object-src 'none'; base-uri 'none'; frame-ancestors 'none'"

// secured puts the headers on every answer that keep a page from doing more
// than it should.
func secured(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		next.ServeHTTP(w, r)
	})
}
