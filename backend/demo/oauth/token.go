package oauth

import (
	"encoding/json"
	"fmt"
	"html"
	"io"
	"mime"
	"net/http"
	"net/url"
	"strings"
)

// Paths of a shop's endpoints.
const (
	TokenPath     = "/admin/oauth/access_token" //nolint:gosec // a path, no secret
	AuthorizePath = "/admin/oauth/authorize"
)

// maxBody bounds what a request may send.
const maxBody = 64 << 10

// Register adds the endpoints.
func (s *Server) Register(mux *http.ServeMux) {
	mux.HandleFunc("POST "+TokenPath, s.serveToken)
	mux.HandleFunc("GET "+AuthorizePath, s.serveQuestion)
	mux.HandleFunc("POST "+AuthorizePath, s.serveApproval)
}

// tokens is the answer of the token endpoint.
type tokens struct {
	Access           string `json:"access_token"`
	Scope            string `json:"scope"`
	ExpiresIn        int    `json:"expires_in,omitempty"`
	Refresh          string `json:"refresh_token,omitempty"`
	RefreshExpiresIn int    `json:"refresh_token_expires_in,omitempty"`
}

// refusal is one of OAuth's errors.
type refusal struct {
	Code        string `json:"error"`
	Description string `json:"error_description,omitempty"`
}

// What Shopify says. Source: its answers, as users of its API report them; and
// RFC 6749 for the codes.
var (
	unknownApp   = &refusal{"application_cannot_be_found", "The application could not be found."}
	wrongSecret  = &refusal{"invalid_client", "The client secret is not valid."}
	notPermitted = &refusal{"shop_not_permitted", "Client credentials cannot be performed on this shop."}
	usedCode     = &refusal{"invalid_request", "The authorization code was not found or was already used"}
	badRefresh   = &refusal{"invalid_grant", "This request requires an active refresh_token"}
	noSuchGrant  = &refusal{"unsupported_grant_type", "The grant type is not supported."}
	unreadable   = &refusal{"invalid_request", "The request could not be read."}
)

func (s *Server) serveToken(w http.ResponseWriter, r *http.Request) {
	form, err := readForm(w, r)
	if err != nil {
		refuse(w, r, unreadable)
		return
	}
	given, refused := s.exchange(form)
	if refused != nil {
		refuse(w, r, refused)
		return
	}
	answer(w, http.StatusOK, given)
}

// exchange gives tokens for what a form holds.
func (s *Server) exchange(form url.Values) (*tokens, *refusal) {
	s.mu.Lock()
	defer s.mu.Unlock()
	app, known := s.app(form.Get("client_id"))
	switch {
	case !known:
		return nil, unknownApp
	case !app.holds(form.Get("client_secret")):
		return nil, wrongSecret
	}
	grantType := form.Get("grant_type")
	if grantType == "" && form.Has("code") {
		grantType = "authorization_code"
	}
	switch grantType {
	case "client_credentials":
		if app.Foreign {
			return nil, notPermitted
		}
		return s.tell(s.give(app.ID, app.Scopes, credentialsLife)), nil
	case "authorization_code":
		approved, ok := s.takeCode(form.Get("code"), app.ID)
		if !ok {
			return nil, usedCode
		}
		return s.tell(s.forCode(approved, form.Get("expiring") == "1")), nil
	case "refresh_token":
		g, ok := s.refresh(form.Get("refresh_token"), app.ID)
		if !ok {
			return nil, badRefresh
		}
		return s.tell(g), nil
	}
	return nil, noSuchGrant
}

func (s *Server) forCode(approved approval, expiring bool) *grant {
	if !expiring {
		return s.give(approved.app, approved.scopes, 0)
	}
	g := s.give(approved.app, approved.scopes, accessLife)
	s.giveRefresh(g)
	return g
}

func (s *Server) tell(g *grant) *tokens {
	told := &tokens{Access: g.access, Scope: strings.Join(g.scopes, ","), Refresh: g.refresh}
	if !g.until.IsZero() {
		told.ExpiresIn = int(g.until.Sub(s.clock.Now()).Seconds())
	}
	if g.refresh != "" {
		told.RefreshExpiresIn = int(g.refreshUntil.Sub(s.clock.Now()).Seconds())
	}
	return told
}

// readForm reads a form, or the same as JSON.
func readForm(w http.ResponseWriter, r *http.Request) (url.Values, error) {
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxBody))
	if err != nil {
		return nil, err
	}
	kind, _, _ := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if kind != "application/json" {
		return url.ParseQuery(string(body))
	}
	var fields map[string]any
	if err := json.Unmarshal(body, &fields); err != nil {
		return nil, err
	}
	form := url.Values{}
	for name, value := range fields {
		form.Set(name, fmt.Sprint(value))
	}
	return form, nil
}

// refuse answers with JSON who asks for it, and everybody else with a web page,
// as Shopify does.
func refuse(w http.ResponseWriter, r *http.Request, why *refusal) {
	if strings.Contains(r.Header.Get("Accept"), "application/json") {
		answer(w, http.StatusBadRequest, why)
		return
	}
	page(w, http.StatusBadRequest, "<h1>Oauth error "+html.EscapeString(why.Code)+": "+html.EscapeString(why.Description)+"</h1>")
}

func answer(w http.ResponseWriter, status int, body any) {
	text, err := json.Marshal(body)
	if err != nil {
		http.Error(w, "", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("X-Content-Type-Options", "nosniff")
	w.WriteHeader(status)
	w.Write(text) //nolint:errcheck // the client has gone
}
