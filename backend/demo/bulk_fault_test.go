package demo_test

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/demo"
	"galley/backend/demo/faults"
)

// TestBulkFaults starts and fetches a list with each fault of bulk operations.
func TestBulkFaults(t *testing.T) {
	tests := map[string]func(t *testing.T, s *server){
		"bulk-refused": func(t *testing.T, s *server) {
			_, refused := s.tryStart(allProducts)
			require.Contains(t, refused, `"code":"OPERATION_IN_PROGRESS"`)
			require.Equal(t, 5, strings.Count(refused, "gid://shopify/BulkOperation/"))
			s.start(allProducts)
		},
		"bulk-fails": func(t *testing.T, s *server) {
			op := s.runBulk(allProducts)
			require.Equal(t, []any{"FAILED", "INTERNAL_SERVER_ERROR"}, []any{op.Status, *op.ErrorCode})
			s.requirePartial(op)
		},
		"bulk-cancels": func(t *testing.T, s *server) {
			op := s.runBulk(allProducts)
			require.Equal(t, "CANCELED", op.Status)
			require.Nil(t, op.ErrorCode)
			s.requirePartial(op)
		},
		"bulk-expires": func(t *testing.T, s *server) {
			op := s.runBulk(allProducts)
			require.Equal(t, []any{"EXPIRED", "0"}, []any{op.Status, op.ObjectCount})
			require.Nil(t, op.PartialDataURL)
		},
		"bulk-slow:30m": func(t *testing.T, s *server) {
			op := s.start(allProducts)
			s.clock.move(30 * time.Minute)
			op = s.poll(op.ID)
			require.Equal(t, []any{"RUNNING", "0"}, []any{op.Status, op.ObjectCount})
			require.Equal(t, "COMPLETED", s.finish(op).Status)
		},
		"bulk-gone": func(t *testing.T, s *server) {
			op := s.runBulk(allProducts)
			require.Equal(t, http.StatusForbidden, s.fetch(*op.URL, nil).status)
			require.Equal(t, http.StatusOK, s.fetch(*op.URL, nil).status)
		},
		"bulk-cut":     cutWithinALine,
		"bulk-garbled": garbleOneLine,
		// The start is answered too late, or not at all: it is found in the list.
		"cut-after@bulkOperationRunQuery": func(t *testing.T, s *server) {
			_, cut := s.try(`mutation { bulkOperationRunQuery(query: "{ products { edges { node { id } } } }") { bulkOperation { id } userErrors { message } } }`)
			require.True(t, cut)
			require.JSONEq(t, `{"bulkOperations": {"nodes": [{"status": "CREATED", "query": "{ products { edges { node { id } } } }"}]}}`,
				s.data(`{ bulkOperations(first: 9) { nodes { status query } } }`, nil))
		},
		"userErrors": func(t *testing.T, s *server) {
			_, refused := s.tryStart(allProducts)
			require.JSONEq(t, `[{"field": ["query"], "message": "Query is invalid", "code": "INVALID"}]`, refused)
		},
	}
	tried := map[faults.Kind]bool{}
	for spec, try := range tests {
		kind, _, _ := strings.Cut(spec, ":")
		tried[faults.Kind(kind)] = true
		t.Run(spec, func(t *testing.T) {
			try(t, serve(t, demo.Options{Seed: demo.Seed{Products: 300}, Faults: spec + ":times=1"}))
		})
	}
	for _, kind := range faults.Kinds() {
		require.True(t, tried[kind] || !strings.HasPrefix(string(kind), "bulk-"), "%s is not tried", kind)
	}
}

// requirePartial: there is a file of whole lines, which are not all.
func (s *server) requirePartial(op operation) {
	s.t.Helper()
	require.Nil(s.t, op.URL)
	part := s.fetch(*op.PartialDataURL, nil).body
	lines := linesOf(s.t, part)
	var roots int
	for _, line := range lines {
		if line["__parentId"] == nil {
			roots++
		}
	}
	counts := struct{ ObjectCount, RootObjectCount, FileSize json.Number }{}
	require.NoError(s.t, json.Unmarshal([]byte(`{"ObjectCount":`+op.ObjectCount+`,"RootObjectCount":`+op.RootObjectCount+`,"FileSize":`+*op.FileSize+`}`), &counts))
	for number, want := range map[json.Number]int{counts.ObjectCount: len(lines), counts.RootObjectCount: roots, counts.FileSize: len(part)} {
		got, err := number.Int64()
		require.NoError(s.t, err)
		require.EqualValues(s.t, want, got)
	}
	whole := s.fetch(*s.runBulk(allProducts).URL, nil).body
	require.Less(s.t, len(part), len(whole))
	require.True(s.t, bytes.HasPrefix(whole, part))
}

func cutWithinALine(t *testing.T, s *server) {
	t.Helper()
	address := *s.runBulk(allProducts).URL
	response, err := http.Get(address)
	require.NoError(t, err)
	defer response.Body.Close()
	part, err := io.ReadAll(response.Body)
	require.ErrorIs(t, err, io.ErrUnexpectedEOF)
	require.NotEmpty(t, part)
	require.False(t, bytes.HasSuffix(part, []byte("\n")))
	whole := s.fetch(address, nil).body
	require.True(t, bytes.HasPrefix(whole, part))
}

func garbleOneLine(t *testing.T, s *server) {
	t.Helper()
	address := *s.runBulk(allProducts).URL
	garbled, whole := s.fetch(address, nil).body, s.fetch(address, nil).body
	require.Len(t, garbled, len(whole))
	var bad int
	good := bytes.Split(whole, []byte("\n"))
	for i, line := range bytes.Split(garbled, []byte("\n")) {
		if !bytes.Equal(line, good[i]) {
			require.False(t, json.Valid(line))
			bad++
		}
	}
	require.Equal(t, 1, bad)
}

// TestSearchLagsBehindChanges: a change is not found at once, and is later.
func TestSearchLagsBehindChanges(t *testing.T) {
	s := serve(t, demo.Options{Seed: demo.Seed{Products: 3}, Faults: "search-lags:20s"})
	s.clock.move(time.Hour)
	since := s.clock.Now().Add(-time.Minute).Format(time.RFC3339)
	changed := func() int {
		var got struct {
			Products struct{ Nodes []struct{ ID string } }
		}
		s.into(&got, `query ($query: String) { products(first: 9, sortKey: UPDATED_AT, query: $query) { nodes { id } } }`, vars{"query": "updated_at:>='" + since + "'"})
		return len(got.Products.Nodes)
	}
	s.update(vars{"id": mug, "title": "Changed"})
	require.Zero(t, changed())
	s.clock.move(19 * time.Second)
	require.Zero(t, changed())
	s.clock.move(time.Second)
	require.Equal(t, 1, changed())
	require.Contains(t, s.data(`{ products(first: 9) { nodes { title } } }`, nil), "Changed", "a list without a search does not lag")
}

// TestSearchLagsOnlyWhereItIsSeen: other searches do not use up its times.
func TestSearchLagsOnlyWhereItIsSeen(t *testing.T) {
	s := serve(t, demo.Options{Seed: demo.Seed{Products: 3}, Faults: "search-lags:times=1"})
	s.update(vars{"id": mug, "title": "Changed"})
	s.data(`{ deletionEvents(first: 9, query: "occurred_at:>='2026-11-02'") { nodes { subjectId } } }`, nil)
	s.data(`{ bulkOperations(first: 9, query: "status:running") { nodes { id } } }`, nil)
	require.JSONEq(t, `{"productsCount": {"count": 2}}`, s.data(`{ productsCount(query: "updated_at:>2000-01-01") { count } }`, nil))
	require.JSONEq(t, `{"productsCount": {"count": 3}}`, s.data(`{ productsCount(query: "updated_at:>2000-01-01") { count } }`, nil))
}

func TestDeletedProductsAreRecorded(t *testing.T) {
	s := serve(t, demo.Options{Seed: demo.Seed{Products: 3}, Faults: "deleted@read:times=2"})
	require.JSONEq(t, `{"deletionEvents": {"nodes": []}}`, s.data(`{ deletionEvents(first: 9) { nodes { subjectId } } }`, nil))
	s.try(readMug)
	s.clock.move(time.Minute)
	const second = "gid://shopify/Product/8400000000002"
	s.data(`{ product(id: "`+second+`") { id } }`, nil)
	require.JSONEq(t, `{"deletionEvents": {"nodes": [{"subjectId": "`+mug+`", "subjectType": "PRODUCT", "occurredAt": "2026-11-02T09:00:00Z"}, {"subjectId": "`+second+`", "subjectType": "PRODUCT", "occurredAt": "2026-11-02T09:01:00Z"}]}}`,
		s.data(`{ deletionEvents(first: 9, subjectTypes: [PRODUCT]) { nodes { subjectId subjectType occurredAt } } }`, nil))
	require.JSONEq(t, `{"deletionEvents": {"nodes": [{"subjectId": "`+second+`"}]}}`,
		s.data(`{ deletionEvents(first: 9, query: "occurred_at:>='2026-11-02T09:00:30Z'") { nodes { subjectId } } }`, nil))
	require.JSONEq(t, `{"deletionEvents": {"nodes": []}}`, s.data(`{ deletionEvents(first: 9, subjectTypes: [COLLECTION]) { nodes { subjectId } } }`, nil))
}
