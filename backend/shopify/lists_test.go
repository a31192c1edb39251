package shopify_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/shopify"
)

// listShop is a shop that has written a list, with faults.
type listShop struct {
	*script

	lines   []string
	size    string // what the shop says of the file; "" for its size
	status  string
	code    string
	address string // of the file; "" for this shop's
	refused string // the error code of a start
	serve   func(w http.ResponseWriter, r *http.Request, file []byte)

	mu     sync.Mutex
	ranges []string // of the requests for the file
}

// aProduct is a product of a list, and of a page.
func aProduct(number, variants int) (line string, children []string, node string) {
	id := fmt.Sprintf(`gid:\/\/shopify\/Product\/%d`, number)
	fields := fmt.Sprintf(`"id":"%s","handle":"p%d","title":"Product %d","descriptionHtml":"<p>\"Ü\"<\/p>","vendor":"V","productType":"T",`+
		`"status":"ACTIVE","tags":["a"],"updatedAt":"2026-11-01T10:00:00Z","onlineStoreUrl":null,"category":{"fullName":"C"},`+
		`"seo":{"title":null,"description":""},"options":[{"name":"Size","values":["S"]}],`+
		`"priceRangeV2":{"minVariantPrice":{"amount":"1.0","currencyCode":"EUR"},"maxVariantPrice":{"amount":"2.0"}}`, id, number, number)
	var inner [3][]string
	for i := range variants {
		inner[0] = append(inner[0], fmt.Sprintf(`"__typename":"ProductVariant","id":"v%d-%d","sku":"S%d","title":"S","inventoryItem":{"measurement":{"weight":{"unit":"GRAMS","value":5}}}`, number, i, i))
	}
	inner[1] = []string{fmt.Sprintf(`"__typename":"MediaImage","id":"m%d","alt":"A","image":{"url":"https:\/\/x\/1","width":3,"height":4}`, number), fmt.Sprintf(`"__typename":"Video","id":"w%d","alt":null`, number)}
	inner[2] = []string{fmt.Sprintf(`"__typename":"Metafield","id":"f%d","namespace":"n","key":"k","type":"single_line_text_field","value":"Wool"`, number)}
	var pages []string
	for i, name := range []string{"variants", "media", "metafields"} {
		var nodes []string
		for _, object := range inner[i] {
			nodes = append(nodes, "{"+object+"}")
			children = append(children, fmt.Sprintf(`{%s,"__parentId":"%s"}`, object, id))
		}
		pages = append(pages, fmt.Sprintf(`"%s":{"nodes":[%s],"pageInfo":{"hasNextPage":false,"endCursor":null}}`, name, strings.Join(nodes, ",")))
	}
	return `{"__typename":"Product",` + fields + "}", children, "{" + fields + "," + strings.Join(pages, ",") + "}"
}

// newListShop has two products with a few variants, and one with 300; what belongs to them comes after all three.
func newListShop(t *testing.T) *listShop {
	s := &listShop{status: "COMPLETED"}
	var below, nodes []string
	for number, variants := range []int{2, 300, 1} {
		line, children, node := aProduct(number+1, variants)
		s.lines, below, nodes = append(s.lines, line), append(below, children...), append(nodes, node)
	}
	s.lines = append(s.lines, below...)
	page := `{"products":{"nodes":[` + strings.Join(nodes, ",") + `],"pageInfo":{"hasNextPage":false,"endCursor":null}}}`
	s.script = newScript(t, func(w http.ResponseWriter, r *http.Request) {
		if r.Method == http.MethodGet {
			s.file(w, r)
			return
		}
		var request struct {
			Operation string `json:"operationName"`
		}
		_ = json.NewDecoder(r.Body).Decode(&request)
		s.answer(w, r, request.Operation, page)
	})
	return s
}

// file serves the file.
func (s *listShop) file(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("X-Shopify-Access-Token") != "" {
		s.t.Error("the token was sent for the file")
	}
	s.mu.Lock()
	s.ranges = append(s.ranges, r.Header.Get("Range"))
	s.mu.Unlock()
	file := []byte(strings.Join(s.lines, "\n") + "\n")
	if s.serve != nil {
		s.serve(w, r, file)
		return
	}
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(file))
}

func (s *listShop) answer(w http.ResponseWriter, r *http.Request, operation, page string) {
	switch operation {
	case "StartList":
		if s.refused != "" {
			data(`{"bulkOperationRunQuery":{"bulkOperation":null,"userErrors":[{"code":"`+s.refused+`","message":"No."}]}}`)(w, r)
			return
		}
		data(`{"bulkOperationRunQuery":{"bulkOperation":`+s.operation()+`,"userErrors":[]}}`)(w, r)
	case "ListState":
		data(`{"bulkOperation":`+s.operation()+`}`)(w, r)
	case "ProductsCount":
		data(`{"productsCount":{"count":3}}`)(w, r)
	default:
		data(page)(w, r)
	}
}

func (s *listShop) operation() string {
	size := s.size
	if size == "" {
		size = strconv.Itoa(len(strings.Join(s.lines, "\n")) + 1)
	}
	address := s.address
	if address == "" {
		address = s.server.URL + "/file"
	}
	code := "null"
	if s.code != "" {
		code = `"` + s.code + `"`
	}
	return fmt.Sprintf(`{"id":"b1","status":"%s","errorCode":%s,"createdAt":"2026-11-02T09:00:00Z","query":"","objectCount":"315",`+
		`"rootObjectCount":"3","fileSize":"%s","url":"%s"}`, s.status, code, size, address)
}

// read starts and reads the list.
func (s *listShop) read(client *shopify.Client) (products []galley.Product, err error) {
	list, err := client.StartList(s.t.Context())
	require.NoError(s.t, err)
	err = client.ReadList(s.t.Context(), list, 0, func(p galley.ListPart) error {
		products = append(products, p.Products...)
		return nil
	})
	return products, err
}

func TestListHasTheProductsOfAPage(t *testing.T) {
	s := newListShop(t)
	client := s.client()
	paged, err := client.Products(t.Context(), "")
	require.NoError(t, err)
	require.Len(t, paged.Products, 3)
	require.Equal(t, 300, paged.Products[1].VariantCount)
	listed, err := s.read(client)
	require.NoError(t, err)
	require.Equal(t, paged.Products, listed)
	require.Equal(t, []string{""}, s.ranges)
}

func TestDownloadGoesOnWhereItBroke(t *testing.T) {
	cut := func(w http.ResponseWriter, file []byte) {
		w.Header().Set("Content-Length", strconv.Itoa(len(file)))
		_, _ = w.Write(file[:len(file)/3]) // in the middle of a line
		w.(http.Flusher).Flush()
		panic(http.ErrAbortHandler)
	}
	for name, serve := range map[string]func(tries int, w http.ResponseWriter, r *http.Request, file []byte){
		"behind what came": func(tries int, w http.ResponseWriter, r *http.Request, file []byte) {
			if tries == 1 {
				cut(w, file)
			}
			http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(file))
		},
		"where the host knows no ranges": func(tries int, w http.ResponseWriter, _ *http.Request, file []byte) {
			if tries < 3 {
				cut(w, file)
			}
			_, _ = w.Write(file)
		},
		"after the host failed": func(tries int, w http.ResponseWriter, r *http.Request, file []byte) {
			if tries < 4 {
				w.WriteHeader([]int{500, 429, 408}[tries-1])
				return
			}
			http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(file))
		},
	} {
		t.Run(name, func(t *testing.T) {
			s := newListShop(t)
			tries := 0
			s.serve = func(w http.ResponseWriter, r *http.Request, file []byte) {
				tries++
				serve(tries, w, r, file)
			}
			listed, err := s.read(s.client())
			require.NoError(t, err)
			require.Len(t, listed, 3)
			require.Greater(t, tries, 1)
		})
	}
}

// Nothing of a list that is not whole is handed out.
func TestBrokenLists(t *testing.T) {
	for name, test := range map[string]struct {
		change func(*listShop)
		code   galley.Code
	}{
		"a line is missing":           {func(s *listShop) { s.lines = s.lines[:len(s.lines)-1] }, galley.CodeInvalidFile},
		"a line is garbled":           {func(s *listShop) { s.lines[7] = s.lines[7][:20] }, galley.CodeInvalidFile},
		"a line is no object":         {func(s *listShop) { s.lines[7] = "[]" }, galley.CodeInvalidFile},
		"a product comes twice":       {func(s *listShop) { s.lines[0] = s.lines[1] }, galley.CodeInvalidFile},
		"it is larger than announced": {func(s *listShop) { s.size = "99" }, galley.CodeInvalidFile},
		"it is absurdly large":        {func(s *listShop) { s.size = "99999999999999" }, galley.CodeInvalidFile},
		"a line is absurdly long":     {func(s *listShop) { s.lines[7] = `{"a":"` + strings.Repeat("x", 33<<20) + `"}` }, galley.CodeInvalidFile},
		"its address has expired": {func(s *listShop) {
			s.serve = func(w http.ResponseWriter, _ *http.Request, _ []byte) { w.WriteHeader(http.StatusForbidden) }
		}, galley.CodeNotFound},
		"it is gone": {func(s *listShop) {
			s.serve = func(w http.ResponseWriter, _ *http.Request, _ []byte) { w.WriteHeader(http.StatusNotFound) }
		}, galley.CodeNotFound},
		"its host stays down": {func(s *listShop) {
			s.serve = func(w http.ResponseWriter, _ *http.Request, _ []byte) { w.WriteHeader(http.StatusBadGateway) }
		}, galley.CodeOffline},
		"its connection is lost for good within a line": {func(s *listShop) {
			s.serve = func(w http.ResponseWriter, r *http.Request, file []byte) {
				if r.Header.Get("Range") != "" {
					panic(http.ErrAbortHandler)
				}
				w.Header().Set("Content-Length", strconv.Itoa(len(file)))
				_, _ = w.Write(file[:len(file)/3])
				w.(http.Flusher).Flush()
				panic(http.ErrAbortHandler)
			}
		}, galley.CodeOffline},
		"it continues at another place": {func(s *listShop) {
			s.serve = func(w http.ResponseWriter, r *http.Request, file []byte) {
				if r.Header.Get("Range") != "" {
					w.Header().Set("Content-Range", fmt.Sprintf("bytes %d-%d/%d", len(file)/4, len(file)-1, len(file)))
					w.WriteHeader(http.StatusPartialContent)
					_, _ = w.Write(file[len(file)/3:])
					return
				}
				w.Header().Set("Content-Length", strconv.Itoa(len(file)))
				_, _ = w.Write(file[:len(file)/3])
				w.(http.Flusher).Flush()
				panic(http.ErrAbortHandler)
			}
		}, galley.CodeInvalidFile},
		"its address is not protected": {func(s *listShop) { s.address = "http://example.com/file" }, galley.CodeInvalidFile},
		"its address is none":          {func(s *listShop) { s.address = "nowhere" }, galley.CodeInvalidFile},
	} {
		t.Run(name, func(t *testing.T) {
			s := newListShop(t)
			test.change(s)
			listed, err := s.read(s.client())
			require.Equal(t, test.code, galley.CodeOf(err), err)
			require.Empty(t, listed)
		})
	}
}

// The address of a list is its credential, and errors are logged.
func TestErrorsOfAListDoNotTellItsAddress(t *testing.T) {
	cut := func(_ http.ResponseWriter, _ *http.Request, _ []byte) { panic(http.ErrAbortHandler) }
	status := func(status int) func(http.ResponseWriter, *http.Request, []byte) {
		return func(w http.ResponseWriter, _ *http.Request, _ []byte) { w.WriteHeader(status) }
	}
	for name, test := range map[string]struct {
		serve func(http.ResponseWriter, *http.Request, []byte)
		path  string
	}{
		"its host cuts the connection": {cut, "/file"},
		"it is gone":                   {status(http.StatusForbidden), "/file"},
		"its host is down":             {status(http.StatusBadGateway), "/file"},
		"its address is none":          {nil, ":port/file"},
	} {
		t.Run(name, func(t *testing.T) {
			s := newListShop(t)
			s.serve, s.address = test.serve, s.server.URL+test.path+"?Signature=abc"
			_, err := s.read(s.client())
			require.Error(t, err)
			for ; err != nil; err = errors.Unwrap(err) {
				require.NotContains(t, fmt.Sprintf("%v %+v", err, err), "Signature")
			}
		})
	}
}

// Numbers that are none count as not known.
func TestSizesOfAListThatAreNone(t *testing.T) {
	for _, size := range []string{"-1", "-4194304", "-99999999", "9223372036854775808", "1e3", "x"} {
		s := newListShop(t)
		s.size = size
		list, err := s.client().List(t.Context(), "b1")
		require.NoError(t, err)
		require.Zero(t, list.Size, size)
		listed, err := s.read(s.client())
		require.NoError(t, err, size)
		require.Len(t, listed, 3)
	}
}

func TestStatesOfAList(t *testing.T) {
	for status, want := range map[string]galley.ListState{
		"CREATED": galley.ListRunning, "RUNNING": galley.ListRunning, "COMPLETED": galley.ListReady, "FAILED": galley.ListFailed,
		"CANCELING": galley.ListFailed, "CANCELED": galley.ListFailed, "EXPIRED": galley.ListFailed, "NEW": galley.ListFailed,
	} {
		s := newListShop(t)
		s.status, s.code = status, "TIMEOUT"
		list, err := s.client().List(t.Context(), "b1")
		require.NoError(t, err)
		require.Equal(t, want, list.State, status)
		require.Equal(t, 3, list.Listed)
		require.Equal(t, 315, list.Lines)
		require.Contains(t, list.Reason, "TIMEOUT")
	}
}

func TestStartOfAListIsRefused(t *testing.T) {
	for refused, want := range map[string]galley.Code{
		"OPERATION_IN_PROGRESS": galley.CodeBusy, "LIMIT_REACHED": galley.CodeBusy, "INVALID": galley.CodeShopRefused,
	} {
		s := newListShop(t)
		s.refused = refused
		_, err := s.client().StartList(t.Context())
		require.Equal(t, want, galley.CodeOf(err), err)
	}
}

// A start is begun again where the shop says that it did nothing, and never where its answer was lost.
func TestStartOfAListIsNotSentTwice(t *testing.T) {
	page := data(`{"products":{"nodes":[],"pageInfo":{"hasNextPage":false,"endCursor":null}}}`)
	throttled := respond(http.StatusOK, `{"errors":[{"message":"Throttled","extensions":{"code":"THROTTLED"}}],"extensions":{"cost":{"requestedQueryCost":10,`+
		`"actualQueryCost":null,"throttleStatus":{"maximumAvailable":2000.0,"currentlyAvailable":3,"restoreRate":100.0}}}}`)
	started := data(`{"bulkOperationRunQuery":{"bulkOperation":{"id":"b1","status":"CREATED","createdAt":"2026-11-02T09:00:00Z","query":"","objectCount":"0","rootObjectCount":"0"},"userErrors":[]}}`)
	s := newScript(t, page, throttled, throttled, started)
	list, err := s.client().StartList(t.Context())
	require.NoError(t, err)
	require.Equal(t, "b1", list.ID)

	s = newScript(t, page, respond(http.StatusBadGateway, "lost"))
	_, err = s.client().StartList(t.Context())
	require.Equal(t, galley.CodeOutcomeUnknown, galley.CodeOf(err), err)
	require.Len(t, s.requests(), 2)
}

func TestShopWithoutProductsHasAnEmptyList(t *testing.T) {
	client := newListShop(t).client()
	parts := 0
	require.NoError(t, client.ReadList(t.Context(), galley.ProductList{State: galley.ListReady}, 0, func(p galley.ListPart) error {
		parts++
		require.Empty(t, p.Products)
		return nil
	}))
	require.Equal(t, 1, parts)
}
