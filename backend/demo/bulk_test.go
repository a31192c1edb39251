package demo_test

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/demo"
)

// operation is a bulk operation as requests see it.
type operation struct {
	ID, Type, Status, Query      string
	CreatedAt                    string
	CompletedAt, ErrorCode       *string
	ObjectCount, RootObjectCount string
	FileSize, URL                *string
	PartialDataURL               *string
}

const operationFields = `id type status query createdAt completedAt errorCode objectCount rootObjectCount fileSize url partialDataUrl`

const startBulk = `mutation ($query: String!, $grouped: Boolean! = false) {
  started: bulkOperationRunQuery(query: $query, groupObjects: $grouped) { bulkOperation { ` + operationFields + ` } userErrors { field message code } } }`

// allProducts reads what a sync reads.
const allProducts = `{ products { edges { node {
  __typename id title descriptionHtml tags seo { title } category { name } priceRangeV2 { minVariantPrice { amount } } options { name values }
  variants { edges { node { id sku price inventoryItem { measurement { weight { value unit } } } } } }
  media(sortKey: ID) { edges { node { __typename id alt ... on MediaImage { image { url width } } } } }
  metafields { edges { node { id namespace key value } } }
  collections { edges { node { id title } } }
} } } }`

// start starts a bulk operation that is not refused.
func (s *server) start(query string) operation {
	s.t.Helper()
	op, refused := s.tryStart(query)
	require.Empty(s.t, refused)
	return op
}

// tryStart starts a bulk operation, or gives the refusals, as JSON.
func (s *server) tryStart(query string) (operation, string) {
	s.t.Helper()
	var got struct {
		Started struct {
			BulkOperation *operation
			UserErrors    json.RawMessage
		}
	}
	s.into(&got, startBulk, vars{"query": query})
	if got.Started.BulkOperation == nil {
		return operation{}, string(got.Started.UserErrors)
	}
	require.JSONEq(s.t, "[]", string(got.Started.UserErrors))
	return *got.Started.BulkOperation, ""
}

func (s *server) poll(id string) operation {
	s.t.Helper()
	var got struct{ BulkOperation operation }
	s.into(&got, `query ($id: ID!) { bulkOperation(id: $id) { `+operationFields+` } }`, vars{"id": id})
	return got.BulkOperation
}

// runBulk runs a query to its end and gives its operation.
func (s *server) runBulk(query string) operation {
	s.t.Helper()
	return s.finish(s.start(query))
}

// finish lets an operation come to its end.
func (s *server) finish(op operation) operation {
	s.t.Helper()
	s.clock.move(time.Hour)
	return s.poll(op.ID)
}

// fetch gets the file of an operation, with no token.
func (s *server) fetch(address string, header map[string]string) answer {
	s.t.Helper()
	request, err := http.NewRequestWithContext(context.Background(), http.MethodGet, address, http.NoBody)
	require.NoError(s.t, err)
	for name, value := range header {
		request.Header.Set(name, value)
	}
	return s.do(request)
}

// linesOf decodes JSONL, which must end in a line feed.
func linesOf(t testing.TB, body []byte) []map[string]any {
	t.Helper()
	require.True(t, bytes.HasSuffix(body, []byte("\n")))
	var all []map[string]any
	in := bufio.NewScanner(bytes.NewReader(body))
	in.Buffer(nil, 16<<20)
	for in.Scan() {
		var line map[string]any
		require.NoError(t, json.Unmarshal(in.Bytes(), &line), in.Text())
		all = append(all, line)
	}
	require.NoError(t, in.Err())
	return all
}

func TestBulkOperationFollowsTheClock(t *testing.T) {
	s := serve(t, demo.Options{Seed: demo.Seed{Products: 1100}, BulkPace: 250})
	op := s.start(`{ products { edges { node { id } } } }`)
	require.Equal(t, "CREATED", op.Status)
	require.Equal(t, []any{"QUERY", "0", "0", "2026-11-02T09:00:00Z"}, []any{op.Type, op.ObjectCount, op.RootObjectCount, op.CreatedAt})
	for _, empty := range []*string{op.CompletedAt, op.ErrorCode, op.FileSize, op.URL, op.PartialDataURL} {
		require.Nil(t, empty)
	}
	s.clock.move(199 * time.Millisecond)
	require.Equal(t, "CREATED", s.poll(op.ID).Status)
	for _, want := range []string{"250", "500", "750", "1000", "1100"} {
		s.clock.move(time.Second)
		got := s.poll(op.ID)
		require.Equal(t, []any{"RUNNING", want, want}, []any{got.Status, got.ObjectCount, got.RootObjectCount})
		require.Nil(t, got.URL)
	}
	s.clock.move(time.Second)
	got := s.poll(op.ID)
	require.Equal(t, "COMPLETED", got.Status)
	require.Equal(t, "2026-11-02T09:00:05Z", *got.CompletedAt)
	file := s.fetch(*got.URL, nil)
	require.Equal(t, http.StatusOK, file.status)
	require.Equal(t, "application/jsonl", file.header.Get("Content-Type"))
	require.Len(t, linesOf(t, file.body), 1100)
	require.Equal(t, fmt.Sprint(len(file.body)), *got.FileSize)
	require.True(t, strings.HasPrefix(file.text(), `{"id":"gid:\/\/shopify\/Product\/8400000000001"}`+"\n"))
}

func TestBulkOperationReadsTheShopWhileItRuns(t *testing.T) {
	s := serve(t, demo.Options{Seed: demo.Seed{Products: 600}, BulkPace: 250})
	op := s.start(`{ products { edges { node { id title } } } }`)
	s.clock.move(time.Second)
	s.poll(op.ID)
	const first, last = "gid://shopify/Product/8400000000001", "gid://shopify/Product/8400000000600"
	s.update(vars{"id": first, "title": "Read already"})
	s.update(vars{"id": last, "title": "Still to be read"})
	s.clock.move(time.Hour)
	text := s.fetch(*s.poll(op.ID).URL, nil).text()
	require.NotContains(t, text, "Read already")
	require.Contains(t, text, "Still to be read")
}

func TestChildrenAreApartFromTheirParents(t *testing.T) {
	s := serve(t, demo.Options{Seed: demo.Seed{Products: 600}})
	done := s.runBulk(allProducts)
	lines := linesOf(t, s.fetch(*done.URL, nil).body)
	seen := map[any]int{}
	var adjacent, children int
	for i, line := range lines {
		parent, isChild := line["__parentId"]
		if !isChild {
			seen[line["id"]] = i
			continue
		}
		at, known := seen[parent]
		require.True(t, known, "a parent comes before its children")
		children++
		if at == i-1 {
			adjacent++
		}
	}
	require.Equal(t, done.ObjectCount, fmt.Sprint(len(lines)))
	require.Equal(t, "600", done.RootObjectCount)
	require.Greater(t, children, 1000)
	require.Zero(t, adjacent)
}

func TestGroupedChildrenFollowTheirParents(t *testing.T) {
	s := serve(t, demo.Options{Seed: demo.Seed{Products: 300}})
	var got struct {
		Started struct{ BulkOperation operation }
	}
	s.into(&got, startBulk, vars{"query": allProducts, "grouped": true})
	s.clock.move(time.Hour)
	parent := ""
	for _, line := range linesOf(t, s.fetch(*s.poll(got.Started.BulkOperation.ID).URL, nil).body) {
		if of, isChild := line["__parentId"]; isChild {
			require.Equal(t, parent, of)
			continue
		}
		parent, _ = line["id"].(string)
	}
}

func TestNoResultHasNoFile(t *testing.T) {
	s := serveSmall(t)
	got := s.runBulk(`{ products(query: "title:nothing") { edges { node { id } } } }`)
	require.Equal(t, []any{"COMPLETED", "0"}, []any{got.Status, got.ObjectCount})
	require.Nil(t, got.URL)
	require.Nil(t, got.FileSize)
}

func TestBulkFileNeedsNoTokenAndResumes(t *testing.T) {
	s := serveSmall(t)
	address := *s.runBulk(allProducts).URL
	whole := s.fetch(address, nil)
	part := s.fetch(address, map[string]string{"Range": "bytes=100-", "If-Range": whole.header.Get("ETag")})
	require.Equal(t, http.StatusPartialContent, part.status)
	require.Equal(t, whole.body[100:], part.body)
	require.Equal(t, http.StatusBadRequest, s.fetch(address, map[string]string{"X-Shopify-Access-Token": s.Token}).status)
	require.Equal(t, http.StatusNotFound, s.fetch(s.Endpoint+"/bulk/other", nil).status)
	s.clock.move(7*24*time.Hour - time.Hour - time.Minute)
	require.Equal(t, http.StatusOK, s.fetch(address, nil).status)
	s.clock.move(2 * time.Hour)
	gone := s.fetch(address, nil)
	require.Equal(t, http.StatusBadRequest, gone.status)
	require.Contains(t, gone.text(), "ExpiredToken")
}

func TestCancelledBulkOperation(t *testing.T) {
	s := serve(t, demo.Options{Seed: demo.Seed{Products: 1000}, BulkPace: 250})
	const cancel = `mutation ($id: ID!) { bulkOperationCancel(id: $id) { bulkOperation { status objectCount } userErrors { field message } } }`
	op := s.start(`{ products { edges { node { id } } } }`)
	s.clock.move(1500 * time.Millisecond)
	require.JSONEq(t, `{"bulkOperationCancel": {"bulkOperation": {"status": "CANCELING", "objectCount": "500"}, "userErrors": []}}`,
		s.data(cancel, vars{"id": op.ID}))
	require.Equal(t, "CANCELING", s.poll(op.ID).Status)
	s.clock.move(time.Minute)
	got := s.poll(op.ID)
	require.Equal(t, []any{"CANCELED", "500"}, []any{got.Status, got.ObjectCount})
	require.Nil(t, got.URL)
	require.Len(t, linesOf(t, s.fetch(*got.PartialDataURL, nil).body), 500)
	require.JSONEq(t, `{"bulkOperationCancel": {"bulkOperation": {"status": "CANCELED", "objectCount": "500"},
	  "userErrors": [{"field": null, "message": "A bulk operation cannot be canceled when it is canceled"}]}}`, s.data(cancel, vars{"id": op.ID}))
	require.JSONEq(t, `{"bulkOperationCancel": {"bulkOperation": null, "userErrors": [{"field": ["id"], "message": "Bulk operation does not exist"}]}}`,
		s.data(cancel, vars{"id": "gid://shopify/BulkOperation/1"}))
}

func TestSixthBulkOperationIsRefused(t *testing.T) {
	s := serveSmall(t)
	var ids []string
	for range 5 {
		ids = append(ids, s.start(allProducts).ID)
	}
	_, refused := s.tryStart(allProducts)
	require.JSONEq(t, `[{"field": null, "code": "OPERATION_IN_PROGRESS", "message":
	  "A bulk query operation for this app and shop is already in progress: `+strings.Join(ids, ", ")+`"}]`, refused)
	s.clock.move(time.Minute)
	s.start(allProducts)
}

// TestRefusedBulkQueries has Shopify's sentences.
func TestRefusedBulkQueries(t *testing.T) {
	s := serveSmall(t)
	tests := map[string][]string{
		`{ shop { id } }`: {"Bulk queries must contain at least one connection."},
		`{ node(id: "gid://shopify/Product/1") { id } }`: {
			"Bulk queries cannot contain a top level `node` field.", "Bulk queries must contain at least one connection."},
		`{ products { nodes { id } } }`: {"All connection fields in a bulk query must select their contents using 'edges' > 'node', e.g: 'products { edges { node {'. Selecting via 'nodes' is not supported. Invalid connection fields: 'products'."},
		`{ products { edges { node { title variants { edges { node { id } } } } } } }`:                                    {"The parent 'node' field for a nested connection must select the 'id' field without an alias and must be of 'ID' return type. Connection fields without 'id': products."},
		`{ products { edges { node { id: legacyResourceId variants { edges { node { id } } } } } } }`:                     {"The parent 'node' field for a nested connection must select the 'id' field without an alias and must be of 'ID' return type. Connection fields without 'id': products."},
		`{ collections { edges { node { id products { edges { node { id variants { edges { node { id } } } } } } } } } }`: {"Bulk queries cannot contain connections with a nesting depth greater than 2."},
		`{ products { edges { node { id a: variants { edges { node { id } } } b: variants { edges { node { id } } } c: variants { edges { node { id } } } media { edges { node { id } } } metafields { edges { node { id } } } } } } }`: {
			"Bulk queries cannot contain more than 5 connections."},
		`{ products { edges { node { id images { edges { node { id } } } } } } }`: {
			"Connection fields in a bulk query must hold types that implement the Node interface. Invalid connection fields: 'images'."},
		`{ products { edges { node { id } } } nodes(ids: []) { ... on Product { variants { edges { node { id } } } } } }`: {
			"Bulk queries cannot contain a top level `nodes` field.", "Queries that contain a connection field within a list field are not currently supported."},
		`mutation { productUpdate(product: {id: "gid://shopify/Product/1"}) { userErrors { message } } }`: {"Invalid operation type. Only `query` operations are supported."},
		``:                                      {"Invalid bulk query: syntax error, unexpected end of file"},
		`{ products { edges { node { x } } } }`: {"Invalid bulk query: Field 'x' doesn't exist on type 'Product'"},
		`{ products(query: "` + strings.Repeat("x", 65_535) + `") { edges { node { id } } } }`: {"Query is too large"},
	}
	for query, want := range tests {
		var got []struct {
			Field         []string
			Message, Code string
		}
		_, refused := s.tryStart(query)
		require.NotEmpty(t, refused, query)
		decode(t, refused, &got)
		var messages []string
		for _, e := range got {
			require.Equal(t, []string{"query"}, e.Field)
			require.Equal(t, "INVALID", e.Code)
			messages = append(messages, e.Message)
		}
		require.Equal(t, want, messages, query)
	}
}

func TestBulkOperationsAreListed(t *testing.T) {
	s := serveSmall(t)
	first := s.runBulk(allProducts)
	second := s.start(allProducts)
	require.JSONEq(t, fmt.Sprintf(`{"all": {"nodes": [{"id": %q, "status": "CREATED"}, {"id": %q, "status": "COMPLETED"}]},
	  "done": {"nodes": [{"id": %[2]q}]}, "created": {"nodes": [{"id": %[1]q}]}, "running": {"nodes": []}}`, second.ID, first.ID),
		s.data(`{ all: bulkOperations(first: 9, reverse: true, sortKey: CREATED_AT) { nodes { id status } }
		  done: bulkOperations(first: 9, query: "status:completed AND operation_type:query") { nodes { id } }
		  created: bulkOperations(first: 9, query: "status:created") { nodes { id } }
		  running: bulkOperations(first: 9, query: "status:running") { nodes { id } } }`, nil))
	s.clock.move(200 * time.Millisecond)
	require.JSONEq(t, `{"bulkOperations": {"nodes": [{"status": "RUNNING"}]}}`,
		s.data(`{ bulkOperations(first: 9, query: "status:running OR status:created") { nodes { status } } }`, nil))
	require.Contains(t, s.send(`{ bulkOperation(id: "gid://shopify/Product/1") { id } }`, nil), `"code":"RESOURCE_NOT_FOUND"`)
	require.Contains(t, s.send(`{ bulkOperation(id: "gid://shopify/Product/1") { id } }`, nil), `Invalid id: gid://shopify/Product/1`)
	require.JSONEq(t, `{"bulkOperation": null}`, s.data(`{ bulkOperation(id: "gid://shopify/BulkOperation/1") { id } }`, nil))
}

func TestBulkOperationCostsItsStartAndItsPolls(t *testing.T) {
	s := serveSmall(t)
	body, err := json.Marshal(map[string]any{"query": startBulk, "variables": vars{"query": allProducts}})
	require.NoError(t, err)
	require.Contains(t, s.post(endpoint, "application/json", string(body), nil).text(), `"requestedQueryCost":10,"actualQueryCost":10`)
	require.Contains(t, s.send(`{ bulkOperation(id: "gid://shopify/BulkOperation/7600000000001") { id status } }`, nil), `"requestedQueryCost":1,"actualQueryCost":1`)
}

func TestBulkOperationOutlivesTheProcess(t *testing.T) {
	held := newClock()
	path := filepath.Join(t.TempDir(), "shop.db")
	open := func() (*demo.Shop, *server) {
		shop, err := demo.Open(context.Background(), demo.Options{Path: path, Seed: demo.Seed{Products: 600}, Clock: held, BulkPace: 250})
		require.NoError(t, err)
		listening, err := shop.Serve(context.Background(), "127.0.0.1:0")
		require.NoError(t, err)
		return shop, &server{Server: listening, t: t, clock: held}
	}
	shop, s := open()
	op := s.start(allProducts)
	held.move(time.Second)
	require.Equal(t, "250", s.poll(op.ID).RootObjectCount)
	require.NoError(t, s.Close())
	require.NoError(t, shop.Close())

	shop, s = open()
	require.Equal(t, "250", s.poll(op.ID).RootObjectCount)
	held.move(time.Minute)
	done := s.poll(op.ID)
	require.Equal(t, "COMPLETED", done.Status)
	require.NoError(t, s.Close())
	require.NoError(t, shop.Close())

	shop, s = open()
	lines := linesOf(t, s.fetch(*s.poll(op.ID).URL, nil).body)
	require.Equal(t, done.ObjectCount, fmt.Sprint(len(lines)))
	require.NoError(t, s.Close())
	require.NoError(t, shop.Close())
	files, err := os.ReadDir(path + "-bulk")
	require.NoError(t, err)
	require.Len(t, files, 1)
}

func TestBulkReadingNeedsTheScope(t *testing.T) {
	s := serve(t, demo.Options{Seed: demo.Seed{Products: 3}, Scopes: []string{"read_files"}})
	done := s.runBulk(allProducts)
	require.Equal(t, []any{"FAILED", "ACCESS_DENIED"}, []any{done.Status, *done.ErrorCode})
}
