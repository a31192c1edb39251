package oauth

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"html"
	"net/http"
	"net/url"
	"strconv"
	"strings"
)

// Sign gives the hmac of the parameters that an authorisation leads back with:
// all others, sorted and written as a query, under the app's secret.
func Sign(parameters url.Values, secret string) string {
	signed := url.Values{}
	for name, values := range parameters {
		if name != "hmac" {
			signed[name] = values
		}
	}
	mac := hmac.New(sha256.New, []byte(secret))
	mac.Write([]byte(signed.Encode()))
	return hex.EncodeToString(mac.Sum(nil))
}

// asked is an authorisation that an app asks for.
type asked struct {
	app             App
	scopes          []string
	redirect, state string
}

// read checks an app's request. Errors are shown on a page: nothing
// leads to an address that the app has not named.
func (s *Server) read(parameters url.Values) (asked, *refusal) {
	app, known := s.app(parameters.Get("client_id"))
	wanted := asked{
		app: app, scopes: scopesOf(parameters.Get("scope")),
		redirect: parameters.Get("redirect_uri"), state: parameters.Get("state"),
	}
	switch {
	case !known:
		return wanted, unknownApp
	case !app.leadsTo(wanted.redirect):
		return wanted, &refusal{"invalid_request", "The redirect_uri is not whitelisted"}
	case len(wanted.scopes) == 0:
		wanted.scopes = app.Scopes
	}
	return wanted, nil
}

// serveQuestion asks the merchant.
func (s *Server) serveQuestion(w http.ResponseWriter, r *http.Request) {
	wanted, refused := s.read(r.URL.Query())
	if refused != nil {
		refuse(w, r, refused)
		return
	}
	var fields strings.Builder
	for _, name := range []string{"client_id", "scope", "redirect_uri", "state"} {
		fields.WriteString(`<input type="hidden" name="` + name + `" value="` + html.EscapeString(r.URL.Query().Get(name)) + `">`)
	}
	page(w, http.StatusOK, "<h1>Install app</h1><p>"+html.EscapeString(wanted.app.ID)+" asks for: "+
		html.EscapeString(strings.Join(wanted.scopes, ", "))+".</p>"+
		`<form method="post" action="`+AuthorizePath+`">`+fields.String()+`<button type="submit">Install app</button></form>`)
}

// serveApproval leads back to the app with a code.
func (s *Server) serveApproval(w http.ResponseWriter, r *http.Request) {
	form, err := readForm(w, r)
	if err != nil {
		refuse(w, r, unreadable)
		return
	}
	wanted, refused := s.read(form)
	if refused != nil {
		refuse(w, r, refused)
		return
	}
	back, err := url.Parse(wanted.redirect)
	if err != nil {
		refuse(w, r, unreadable)
		return
	}
	back.RawQuery = s.approve(wanted).Encode()
	http.Redirect(w, r, back.String(), http.StatusFound)
}

// approve gives the parameters that lead back: a code, good for a moment and
// once, and a signature over all of them.
func (s *Server) approve(wanted asked) url.Values {
	s.mu.Lock()
	defer s.mu.Unlock()
	now := s.clock.Now()
	code := secret("")
	s.codes[code] = approval{app: wanted.app.ID, scopes: wanted.scopes, until: now.Add(codeLife)}
	name, _, _ := strings.Cut(s.shop, ".")
	back := url.Values{
		"code":      {code},
		"host":      {base64.RawURLEncoding.EncodeToString([]byte("admin.shopify.com/store/" + name))},
		"shop":      {s.shop},
		"state":     {wanted.state},
		"timestamp": {strconv.FormatInt(now.Unix(), 10)},
	}
	back.Set("hmac", Sign(back, wanted.app.Secret))
	return back
}

// page shows a little HTML that runs nothing.
func page(w http.ResponseWriter, status int, body string) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Content-Security-Policy", "default-src 'none'; base-uri 'none'; frame-ancestors 'none'")
	w.Header().Set("X-Content-Type-Options", "nosniff")
	w.Header().Set("Referrer-Policy", "no-referrer")
	w.WriteHeader(status)
	w.Write([]byte("<!doctype html>\n<html lang=\"en\"><title>Demo shop</title>" + body + "</html>\n")) //nolint:errcheck // the client has gone
}
