package demo

import (
	"bytes"
	"crypto/subtle"
	"encoding/json"
	"errors"
	"io"
	"mime"
	"net/http"
	"regexp"
	"slices"
	"strings"

	"github.com/google/uuid"

	"galley/backend/adminschema"
	"galley/backend/demo/graph"
)

// maxRequest bounds what one request may send; two bodies of products fit well.
const maxRequest = 16 << 20

// Handler serves the Admin API, the pictures and the product pages.
func (s *Shop) Handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("POST /admin/api/{version}/graphql.json", s.serveGraphQL)
	mux.HandleFunc("POST /admin/api/graphql.json", s.serveGraphQL)
	s.oauth.Register(mux)
	mux.HandleFunc("/admin/", func(w http.ResponseWriter, _ *http.Request) { refuse(w, http.StatusNotFound, "Not Found") })
	mux.HandleFunc("GET "+pictureFolder+"{name}", s.servePicture)
	mux.HandleFunc("GET "+pageFolder+"{handle}", s.servePage)
	mux.HandleFunc("GET "+styleSheet, serveStyleSheet)
	mux.HandleFunc("GET "+bulkFolderPath+"{name}", s.serveBulkFile)
	return mux
}

var (
	quarter      = regexp.MustCompile(`^20\d\d-(01|04|07|10)$`)
	notFound     = "Not Found"
	unauthorized = "[API] Invalid API key or access token (unrecognized login or wrong password)"
)

// servedVersion is the version that answers for the one that was asked for. As on
// Shopify, requests for older ones, or for none, fall forward to the oldest that
// is served, and there are none newer.
func servedVersion(asked string) (string, bool) {
	switch {
	case asked == "unstable":
		return asked, true
	case asked == "" || quarter.MatchString(asked) && asked <= adminschema.Version:
		return adminschema.Version, true
	default:
		return "", false
	}
}

func (s *Shop) serveGraphQL(w http.ResponseWriter, r *http.Request) {
	version, served := servedVersion(r.PathValue("version"))
	if !served {
		refuse(w, http.StatusNotFound, notFound)
		return
	}
	w.Header().Set("X-Shopify-Api-Version", version)
	w.Header().Set("Date", s.options.Clock.Now().UTC().Format(http.TimeFormat))
	id := uuid.NewString()
	w.Header().Set("X-Request-ID", id)
	scopes, ok := s.scopesOf(r.Header.Get("X-Shopify-Access-Token"))
	if !ok {
		refuse(w, http.StatusUnauthorized, unauthorized)
		return
	}
	request, status := readRequest(w, r)
	if status != http.StatusOK {
		refuse(w, status, map[string]string{"query": "Required parameter missing or invalid"})
		return
	}
	if s.options.Latency > 0 {
		if err := s.options.Clock.Sleep(r.Context(), s.options.Latency); err != nil {
			return // the client has gone
		}
	}
	s.serveRequest(w, r, request, &apiCall{shop: s, scopes: scopes, base: baseURL(r), id: id})
}

// scopesOf are what a token may do; ok is false where it is not good.
func (s *Shop) scopesOf(token string) (scopes []string, ok bool) {
	scopes, ok = s.options.Scopes, true
	if subtle.ConstantTimeCompare([]byte(token), []byte(s.token)) != 1 {
		scopes, ok = s.oauth.Scopes(token)
	}
	return s.left(scopes), ok
}

// left are the scopes without those that were withdrawn. Reading stays.
func (s *Shop) left(scopes []string) []string {
	left := slices.Clone(scopes)
	for i, scope := range left {
		if _, withdrawn := s.withdrawn.Load(scope); withdrawn {
			left[i] = strings.Replace(scope, "write_", "read_", 1)
		}
	}
	return left
}

// readRequest reads a GraphQL request as JSON or as the bare document.
func readRequest(w http.ResponseWriter, r *http.Request) (graph.Request, int) {
	var request graph.Request
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxRequest))
	if tooLarge := new(http.MaxBytesError); errors.As(err, &tooLarge) {
		return request, http.StatusRequestEntityTooLarge
	}
	if err != nil {
		return request, http.StatusBadRequest
	}
	if kind, _, _ := mime.ParseMediaType(r.Header.Get("Content-Type")); kind == "application/graphql" {
		request.Query = string(body)
	} else {
		decoder := json.NewDecoder(bytes.NewReader(body))
		decoder.UseNumber()
		if err := decoder.Decode(&request); err != nil {
			return request, http.StatusBadRequest
		}
	}
	if request.Query == "" {
		return request, http.StatusBadRequest
	}
	return request, http.StatusOK
}

// baseURL is the server's address as the client knows it.
func baseURL(r *http.Request) string {
	scheme := "http"
	if r.TLS != nil {
		scheme = "https"
	}
	return scheme + "://" + r.Host
}

// refuse answers as Shopify does outside of GraphQL.
func refuse(w http.ResponseWriter, status int, errs any) {
	writeJSON(w, status, map[string]any{"errors": errs})
}

func writeJSON(w http.ResponseWriter, status int, answer any) {
	body, err := encodeJSON(answer)
	if err != nil {
		http.Error(w, "", http.StatusInternalServerError)
		return
	}
	writeBody(w, status, "application/json; charset=utf-8", body)
}

func encodeJSON(answer any) ([]byte, error) {
	var body bytes.Buffer
	encoder := json.NewEncoder(&body)
	encoder.SetEscapeHTML(false)
	err := encoder.Encode(answer)
	return body.Bytes(), err
}

func writeBody(w http.ResponseWriter, status int, contentType string, body []byte) {
	w.Header().Set("Content-Type", contentType)
	w.Header().Set("X-Content-Type-Options", "nosniff")
	w.WriteHeader(status)
	w.Write(body) //nolint:errcheck // the client has gone
}
