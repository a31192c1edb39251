package signin

import (
	_ "embed"
	"html/template"
	"net/http"

	"galley/backend/galley"
)

//go:embed page.html
var pageText string

var page = template.Must(template.New("page").Parse(pageText))

// showPage tells the person in the browser the result; nil is success.
func showPage(w http.ResponseWriter, domain string, outcome error) {
	words := struct{ Title, Text string }{"Signed in", "Galley may now read and change the copy of " + domain + ". You can close this page and go back to Galley."}
	status := http.StatusOK
	if outcome != nil {
		words.Title, words.Text = "Not signed in", galley.MessageOf(outcome)
		status = http.StatusBadRequest
	}
	header := w.Header()
	header.Set("Content-Type", "text/html; charset=utf-8")
	header.Set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'")
	header.Set("X-Content-Type-Options", "nosniff")
	header.Set("Referrer-Policy", "no-referrer") // the address has the code
	header.Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	_ = page.Execute(w, words) // the browser has gone
}
