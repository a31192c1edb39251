package demo_test

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/demo"
	"galley/backend/demo/faults"
	"galley/backend/galley"
)

const (
	readMug  = `query Mug { product(id: "gid://shopify/Product/8400000000001") { title seo { title } } }`
	writeMug = `mutation Rename { productUpdate(product: {id: "gid://shopify/Product/8400000000001", title: "Red mug"}) { product { title } userErrors { field message } } }`
	writeAlt = `mutation { fileUpdate(files: [{id: "gid://shopify/MediaImage/33100000000001", alt: "Red"}]) { files { alt } userErrors { field message code } } }`
)

// serveFaulty is a small shop with faults and a journal.
func serveFaulty(t *testing.T, spec string, options demo.Options) (*server, *demo.Journal) {
	t.Helper()
	options.Faults, options.Journal = spec, &demo.Journal{}
	options.Seed = demo.Seed{Catalogues: []string{file(t, "small.csv", small)}}
	return serve(t, options), options.Journal
}

// try posts a query; cut says that the connection broke before there was an answer.
func (s *server) try(query string) (got answer, cut bool) {
	s.t.Helper()
	body, err := json.Marshal(map[string]string{"query": query})
	require.NoError(s.t, err)
	request, err := http.NewRequestWithContext(context.Background(), http.MethodPost, s.Endpoint+endpoint, strings.NewReader(string(body)))
	require.NoError(s.t, err)
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("X-Shopify-Access-Token", s.Token)
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return answer{}, true
	}
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	require.NoError(s.t, err)
	return answer{response.StatusCode, response.Header, text}, false
}

// TestEachFaultOnTheWire sends a write with each fault: what the answer is, and
// whether the write took effect.
func TestEachFaultOnTheWire(t *testing.T) {
	const done, not = true, false
	tests := map[string]struct {
		status int // 0: the connection is cut
		says   string
		effect bool
	}{
		"throttled":           {200, `{"errors":[{"message":"Throttled","extensions":{"code":"THROTTLED","documentation":"https://shopify.dev/api/usage/rate-limits"}}],"extensions":{"cost":{"requestedQueryCost":10,"actualQueryCost":null,"throttleStatus":{"maximumAvailable":1000000,"currentlyAvailable":0,"restoreRate":100}}}}`, not},
		"429:retry-after=1.5": {429, `{"errors":"Exceeded 2 calls per second for api client. Reduce request rates to resume uninterrupted service."}`, not},
		"500":                 {500, `{"errors":"Internal Server Error"}`, not},
		"500:after":           {500, `{"errors":"Internal Server Error"}`, done},
		"502":                 {502, "<h1>502 Bad Gateway</h1>", not},
		"502:after":           {502, "<h1>502 Bad Gateway</h1>", done},
		"503:retry-after=4.0": {503, `{"errors":"Service Unavailable"}`, not},
		"html":                {200, "<!doctype html>", not},
		"html:after":          {200, "<!doctype html>", done},
		"cut-before":          {0, "", not},
		"cut-after":           {0, "", done},
		"truncated":           {200, `{"data":{"productUpdate":`, done},
		"silence:45s":         {200, `{"data":{"productUpdate":{"product":{"title":"Red mug"},"userErrors":[]}}`, done},
		"silence:45s:before":  {200, `{"data":{"productUpdate":{"product":{"title":"Red mug"},"userErrors":[]}}`, done},
		"userErrors":          {200, `{"data":{"productUpdate":{"product":{"title":"Blue mug"},"userErrors":[{"field":["title"],"message":"Title is invalid"}]}}`, not},
		"null":                {200, `"extensions":{"code":"INTERNAL_SERVER_ERROR","requestId":"`, done},
		"null:before":         {200, `"data":null}`, not},
		"401":                 {401, `{"errors":"[API] Invalid API key or access token (unrecognized login or wrong password)"}`, not},
		"402":                 {402, `{"errors":"Unavailable Shop"}`, not},
		"403":                 {403, `{"errors":"Unavailable Shop"}`, not},
		"423":                 {423, `{"errors":"Unavailable Shop"}`, not},
		"deleted":             {200, `{"data":{"productUpdate":{"product":null,"userErrors":[{"field":["id"],"message":"Product does not exist"}]}}`, not},
		"changed":             {200, `{"data":{"productUpdate":{"product":{"title":"Red mug"},"userErrors":[]}}`, done},
		"tidied":              {200, `{"data":{"productUpdate":{"product":{"title":"Red mug"},"userErrors":[]}}`, done},
		"version=2027-01":     {200, `{"data":{"productUpdate":{"product":{"title":"Red mug"},"userErrors":[]}}`, done},
		"version=2027-01:without=productUpdate": {200, `{"errors":[{"message":"Field 'productUpdate' doesn't exist on type 'Mutation'","locations":[{"line":1,"column":19}],` +
			`"path":["mutation Rename","productUpdate"],"extensions":{"code":"undefinedField","fieldName":"productUpdate","typeName":"Mutation"}}]}`, not},
	}
	// These affect pictures and pages of products: TestTemporaryFileRefusals, TestPartialAnswerHasDataAndAnError.
	kinds := map[faults.Kind]bool{faults.FileLocked: true, faults.MediaFixed: true, faults.NotReady: true, faults.Partial: true, faults.SearchLags: true}
	for _, kind := range faults.Kinds() { // TestBulkFaults
		kinds[kind] = kinds[kind] || strings.HasPrefix(string(kind), "bulk-")
	}
	for spec, want := range tests {
		t.Run(spec, func(t *testing.T) {
			s, journal := serveFaulty(t, spec+":times=1", demo.Options{})
			began := s.clock.Now()
			got, cut := s.try(writeMug)
			require.Equal(t, want.status == 0, cut)
			require.Equal(t, want.status, got.status)
			require.Contains(t, got.text(), want.says)
			if strings.HasPrefix(spec, "silence") {
				require.Equal(t, 45*time.Second, s.clock.Now().Sub(began))
			}
			if _, after, found := strings.Cut(spec, "retry-after="); found {
				require.Equal(t, after, got.header.Get("Retry-After"))
			}
			var written bool
			for _, change := range journal.Changes() {
				written = written || change.By == demo.ByClient && change.After == "Red mug"
			}
			require.Equal(t, want.effect, written)
		})
		name := spec
		if end := strings.IndexAny(spec, "@=:"); end >= 0 {
			name = spec[:end]
		}
		kinds[faults.Kind(name)] = true
	}
	for _, kind := range faults.Kinds() {
		require.True(t, kinds[kind], "%s is not tried", kind)
	}
}

func TestTemporaryFileRefusals(t *testing.T) {
	for _, kind := range []faults.Kind{faults.FileLocked, faults.MediaFixed, faults.NotReady} {
		s, journal := serveFaulty(t, string(kind)+":times=1", demo.Options{})
		got, _ := s.try(writeMug)
		require.Contains(t, got.text(), `"userErrors":[]`, "products are not struck")
		got, _ = s.try(writeAlt)
		require.Contains(t, got.text(), `{"data":{"fileUpdate":{"files":[],"userErrors":[{"field":["files"],"message":"`)
		require.Contains(t, got.text(), `"code":"`+string(kind)+`"`)
		require.Len(t, journal.Changes(), 1)
		got, _ = s.try(writeAlt)
		require.Contains(t, got.text(), `"files":[{"alt":"Red"}]`)
	}
}

func TestPartialAnswerHasDataAndAnError(t *testing.T) {
	s, _ := serveFaulty(t, "partial:times=1", demo.Options{})
	const page = `{ products(first: 2) { nodes { handle seo { title description } } } }`
	var answer struct {
		Data   json.RawMessage
		Errors []struct {
			Path       []any
			Extensions map[string]string
		}
	}
	decode(t, s.send(page, nil), &answer)
	require.JSONEq(t, `{"products": {"nodes": [{"handle": "blue-mug", "seo": {"title": null, "description": null}}, {"handle": "lamp", "seo": {"title": null, "description": null}}]}}`, string(answer.Data))
	require.Len(t, answer.Errors, 1)
	require.Equal(t, []any{"products", "nodes", 0.0, "seo", "title"}, answer.Errors[0].Path)
	require.Equal(t, "INTERNAL_SERVER_ERROR", answer.Errors[0].Extensions["code"])
	require.Contains(t, s.data(page, nil), `"title":"Mug for tea"`)
}

func TestTruncatedFaultBreaksJSONNotHTTP(t *testing.T) {
	s, _ := serveFaulty(t, "truncated", demo.Options{})
	got, _ := s.try(readMug)
	require.Equal(t, fmt.Sprint(len(got.body)), got.header.Get("Content-Length"))
	require.False(t, json.Valid(got.body))
}

func TestAnswersHaveVersionHeader(t *testing.T) {
	s, _ := serveFaulty(t, "version=2027-01@after=1,500@after=2", demo.Options{})
	for _, want := range []string{"2026-10", "2027-01", "2027-01"} {
		got, _ := s.try(readMug)
		require.Equal(t, want, got.header.Get("X-Shopify-Api-Version"))
	}
}

func TestThrottleStatusIsAccurate(t *testing.T) {
	s, _ := serveFaulty(t, "throttled@write:times=1", demo.Options{Bucket: 2000, RestoreRate: 100})
	s.try(writeMug)
	got, _ := s.try(writeMug)
	require.Contains(t, got.text(), "THROTTLED", "the bucket is empty")
	s.clock.move(100 * time.Millisecond)
	got, _ = s.try(writeMug)
	require.Contains(t, got.text(), "Red mug")
}

func TestDeletedFaultDeletesTheProduct(t *testing.T) {
	s, journal := serveFaulty(t, "deleted@read:times=1,deleted@fileUpdate:times=1", demo.Options{})
	got, _ := s.try(writeAlt)
	require.Contains(t, got.text(), "FILE_DOES_NOT_EXIST")
	require.JSONEq(t, `{"product": {"mediaCount": {"count": 1}, "media": {"nodes": [{"id": "gid://shopify/MediaImage/33100000000002"}]}}}`,
		s.data(`{ product: productByHandle(handle: "blue-mug") { mediaCount { count } media(first: 9) { nodes { id } } } }`, nil))
	got, _ = s.try(readMug)
	require.Contains(t, got.text(), `{"data":{"product":null}`)
	got, _ = s.try(writeMug)
	require.Contains(t, got.text(), "Product does not exist")
	require.Equal(t, []demo.Change{
		{By: "deleted", ID: "gid://shopify/MediaImage/33100000000001"}, {By: "deleted", ID: mug},
	}, journal.Changes())
}

func TestChangedFaultChangesRequestedTexts(t *testing.T) {
	s, journal := serveFaulty(t, "changed@read:times=2,changed@write:times=2", demo.Options{})
	got, _ := s.try(readMug)
	require.Contains(t, got.text(), `{"title":"Blue mug Changed elsewhere, 1","seo":{"title":"Mug for tea Changed elsewhere, 2"}}`)
	s.data(`query ($id: [ID!]!) { nodes(ids: $id) { ...P } } fragment P on Product { descriptionHtml }`, vars{"id": []string{mug}})
	s.try(writeMug)
	s.try(writeAlt)
	var fields []string
	for _, change := range journal.Changes() {
		fields = append(fields, change.By+" "+change.Field)
	}
	require.Equal(t, []string{
		"changed title", "changed seo.title", "changed descriptionHtml",
		"changed title", "client title", "changed alt", "client alt",
	}, fields)
	require.Equal(t, demo.Change{By: "client", ID: mug, Field: "title", Before: "Blue mug Changed elsewhere, 1 Changed elsewhere, 4", After: "Red mug"}, journal.Changes()[4])
	s.try(writeMug)
	require.Len(t, journal.Changes(), 7, "what changes nothing is no change")
}

func TestChangedFaultReplacesLongText(t *testing.T) {
	s, journal := serveFaulty(t, "changed@read", demo.Options{})
	s.update(vars{"id": mug, "title": strings.Repeat("é", 250)})
	s.try(readMug)
	require.Equal(t, "Changed elsewhere, 1", journal.Changes()[1].After)
}

func TestFaultsAreCounted(t *testing.T) {
	shop, err := demo.Open(context.Background(), demo.Options{Faults: "500@write=1/2,html", Seed: demo.Seed{Products: 1}, Clock: newClock()})
	require.NoError(t, err)
	defer shop.Close()
	listening, err := shop.Serve(context.Background(), "127.0.0.1:0")
	require.NoError(t, err)
	defer listening.Close()
	s := &server{Server: listening, t: t}
	s.try("{ nonsense }") // is refused, so no fault applies
	for range 4 {
		s.try(writeMug)
	}
	s.try(readMug)
	require.Equal(t, []faults.Count{{Fault: "500@write=1/2", Met: 4, Fired: 2}, {Fault: "html", Met: 5, Fired: 3}}, shop.Faults())
}

func TestRefusesInvalidFaultSpecs(t *testing.T) {
	_, err := demo.Open(context.Background(), demo.Options{Faults: "thottled=5%"})
	require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(err))
	require.Contains(t, galley.MessageOf(err), `Part 1 of the faults, "thottled=5%", cannot be used: there is no fault "thottled".`)
}
