package crashtest

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"maps"
	"net/http"
	"net/http/httptest"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/demo"
)

// shop is a demo shop that records every write.
type shop struct {
	t      *testing.T
	demo   *demo.Shop
	server *httptest.Server

	mu     sync.Mutex     // of what follows
	writes map[string]int // product and text → how often

	// turnAway, where set, answers a product update in the shop's place if it returns true.
	turnAway func(w http.ResponseWriter, product string) bool
	// done, where set, is called between a product update and its answer.
	done func(product string)
}

func (s *shop) setTurnAway(f func(w http.ResponseWriter, product string) bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.turnAway = f
}

func (s *shop) setDone(f func(product string)) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.done = f
}

// hooks returns the hooks for a product update.
func (s *shop) hooks() (turnAway func(http.ResponseWriter, string) bool, done func(string)) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.turnAway, s.done
}

func openShop(t *testing.T, products int, latency time.Duration) *shop {
	s := &shop{t: t, writes: map[string]int{}}
	var err error
	s.demo, err = demo.Open(context.Background(), demo.Options{
		Seed: demo.Seed{Products: products}, RestoreRate: 20_000, Bucket: 40_000, Latency: latency,
	})
	require.NoError(t, err)
	s.server = httptest.NewServer(s.watch(s.demo.Handler()))
	t.Cleanup(func() {
		s.server.Close()
		require.NoError(t, s.demo.Close())
	})
	return s
}

// watch notes product updates on their way in.
func (s *shop) watch(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body)
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		r.Body = io.NopCloser(bytes.NewReader(body))
		var req struct {
			Variables struct {
				Product *struct {
					ID              string  `json:"id"`
					DescriptionHTML *string `json:"descriptionHtml"`
				} `json:"product"`
			} `json:"variables"`
		}
		isUpdate := json.Unmarshal(body, &req) == nil && req.Variables.Product != nil
		turnAway, done := s.hooks()
		if isUpdate && turnAway != nil && turnAway(w, req.Variables.Product.ID) {
			return
		}
		answer := httptest.NewRecorder()
		// A request that has arrived is carried out, whether its sender still lives or not.
		next.ServeHTTP(answer, r.WithContext(context.WithoutCancel(r.Context())))
		if isUpdate && req.Variables.Product.DescriptionHTML != nil &&
			bytes.Contains(answer.Body.Bytes(), []byte(`"userErrors":[]`)) {
			s.mu.Lock()
			s.writes[req.Variables.Product.ID+" "+*req.Variables.Product.DescriptionHTML]++
			s.mu.Unlock()
		}
		if isUpdate && done != nil {
			done(req.Variables.Product.ID)
		}
		maps.Copy(w.Header(), answer.Header())
		w.WriteHeader(answer.Code)
		_, _ = w.Write(answer.Body.Bytes()) // the sender may be dead
	})
}

// seenWrites counts the writes since takeWrites.
func (s *shop) seenWrites() map[string]int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return maps.Clone(s.writes)
}

// takeWrites returns the writes since its last call.
func (s *shop) takeWrites() map[string]int {
	s.mu.Lock()
	defer s.mu.Unlock()
	taken := s.writes
	s.writes = map[string]int{}
	return taken
}

// descriptions is what the shop answers of its products, by id.
func (s *shop) descriptions() map[string]string {
	s.t.Helper()
	found := map[string]string{}
	after := ""
	for {
		query := `query ($after: String) { products(first: 100, after: $after) { nodes { id descriptionHtml } pageInfo { hasNextPage endCursor } } }`
		variables := map[string]any{}
		if after != "" {
			variables["after"] = after
		}
		var answer struct {
			Products struct {
				Nodes    []struct{ ID, DescriptionHTML string }
				PageInfo struct {
					HasNextPage bool
					EndCursor   string
				}
			}
		}
		s.ask(query, variables, &answer)
		require.NotEmpty(s.t, answer.Products.Nodes)
		for _, p := range answer.Products.Nodes {
			found[p.ID] = p.DescriptionHTML
		}
		if !answer.Products.PageInfo.HasNextPage {
			return found
		}
		after = answer.Products.PageInfo.EndCursor
	}
}

// put changes a product's description as somebody else would.
func (s *shop) put(id, html string) {
	s.t.Helper()
	s.ask(`mutation ($id: ID!, $html: String!) { productUpdate(product: {id: $id, descriptionHtml: $html}) { userErrors { message } } }`,
		map[string]any{"id": id, "html": html}, nil)
}

// ask sends a request that is not Galley's.
func (s *shop) ask(query string, variables map[string]any, data any) {
	s.t.Helper()
	body, err := json.Marshal(map[string]any{"query": query, "variables": variables})
	require.NoError(s.t, err)
	req, err := http.NewRequest(http.MethodPost, s.server.URL+"/admin/api/2026-10/graphql.json", bytes.NewReader(body))
	require.NoError(s.t, err)
	req.Header.Set("Content-Type", "application/json")
	req.Header.Set("X-Shopify-Access-Token", s.demo.Token())
	resp, err := s.server.Client().Do(req)
	require.NoError(s.t, err)
	answer := struct {
		Data   any
		Errors []any
	}{Data: data}
	require.NoError(s.t, json.NewDecoder(resp.Body).Decode(&answer))
	require.NoError(s.t, resp.Body.Close())
	require.Empty(s.t, answer.Errors)
}
