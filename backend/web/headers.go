package web

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"io/fs"
	"net/http"
)

// What a page may do: run its own files only, send nothing elsewhere, not be
// framed. Styles are set inline by the widget library; pictures come from the
// shops' own servers; drafts are shown in a sandboxed frame without an address.
const (
	everyPolicy = "default-src 'self'; script-src 'self'%s; style-src 'self' 'unsafe-inline'; " +
		"img-src 'self' data: blob: http: https:; frame-src 'self' about:; " +
		"object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
	sitePolicy   = everyPolicy + "connect-src 'self'"
	windowPolicy = everyPolicy + "connect-src 'self' wails:" // the scheme of the window's addresses
)

// firstScript begins the only script that is in the page itself (frontend/vite.firstpaint.ts).
const firstScript = "<script data-program="

// policyFor is a policy that lets the first script of the built page run: that text, by its hash, and no
// other.
func policyFor(policy string, files fs.FS) string {
	page, err := fs.ReadFile(files, indexHTML)
	if err != nil {
		return fmt.Sprintf(policy, "")
	}
	source := ""
	if _, rest, found := bytes.Cut(page, []byte(firstScript)); found {
		_, rest, _ = bytes.Cut(rest, []byte(">"))
		script, _, _ := bytes.Cut(rest, []byte("</script>"))
		hash := sha256.Sum256(script)
		source = " 'sha256-" + base64.StdEncoding.EncodeToString(hash[:]) + "'"
	}
	return fmt.Sprintf(policy, source)
}

// secured adds the headers that restrict pages to every answer.
func secured(policy string, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		next.ServeHTTP(w, r)
	})
}

// sameOrigin keeps other pages from loading an answer as a picture or script,
// and from keeping a handle to a window that shows Galley. No other page may
// read (CORS): that header is never set.
func sameOrigin(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Embedder-Policy", "credentialless") // pictures in texts are loaded without cookies
		next.ServeHTTP(w, r)
	})
}
