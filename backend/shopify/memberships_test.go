package shopify_test

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"
)

// membersShop is a shop of some collections that each have a second page of members, and of products that are in two
// pages of collections. It answers after 80 ms, and fails over more than most products at once.
type membersShop struct {
	collections, most int

	mu    sync.Mutex
	asked []string
}

type membersRequest struct {
	OperationName string
	Variables     struct {
		ID    string
		IDs   []string
		After *string
	}
}

func (s *membersShop) RoundTrip(r *http.Request) (*http.Response, error) {
	var request membersRequest
	if err := json.NewDecoder(r.Body).Decode(&request); err != nil {
		return nil, err
	}
	_ = r.Body.Close()
	time.Sleep(80 * time.Millisecond)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.asked = append(s.asked, fmt.Sprint(request.OperationName, len(request.Variables.IDs)))
	status, body := http.StatusOK, `{"data":`+s.answer(request)+`,"extensions":{"cost":{"requestedQueryCost":10,"actualQueryCost":10,`+
		`"throttleStatus":{"maximumAvailable":20000,"currentlyAvailable":19000,"restoreRate":1000}}}}`
	if len(request.Variables.IDs) > s.most {
		status, body = http.StatusBadGateway, "<h1>502 Bad Gateway</h1>"
	}
	return &http.Response{StatusCode: status, Header: http.Header{}, Body: io.NopCloser(strings.NewReader(body)), Request: r}, nil
}

// page is the first or the second of two pages, of one object each.
func page(kind, of string, after *string) string {
	if after == nil {
		return fmt.Sprintf(`{"nodes":[{"id":"%s/1 of %s"}],"pageInfo":{"hasNextPage":true,"endCursor":"1"}}`, kind, of)
	}
	return fmt.Sprintf(`{"nodes":[{"id":"%s/2 of %s"}],"pageInfo":{"hasNextPage":false,"endCursor":"2"}}`, kind, of)
}

func (s *membersShop) answer(r membersRequest) string {
	var nodes []string
	switch r.OperationName {
	case "MoreMembers":
		return `{"collection":{"products":` + page("p", r.Variables.ID, r.Variables.After) + `}}`
	case "MoreCollections":
		return `{"product":{"collections":` + page("c", r.Variables.ID, r.Variables.After) + `}}`
	case "CollectionsOfProducts":
		for _, id := range r.Variables.IDs {
			nodes = append(nodes, fmt.Sprintf(`{"id":%q,"collections":%s}`, id, page("c", id, nil)))
		}
		return `{"nodes":[` + strings.Join(nodes, ",") + `]}`
	}
	for i := range s.collections {
		nodes = append(nodes, fmt.Sprintf(`{"id":"%d","handle":"c","title":"C","descriptionHtml":"","updatedAt":"2026-11-01T00:00:00Z","seo":{},"products":%s}`,
			i, page("p", fmt.Sprint(i), nil)))
	}
	return `{"collections":{"nodes":[` + strings.Join(nodes, ",") + `],"pageInfo":{"hasNextPage":false}}}`
}

// One after the other, members of 40 collections would take 3.3 s.
func TestMembersAreReadSideBySide(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		client, began := simulatedClient(t, &membersShop{collections: 40}, nowhere), time.Now()
		read, err := client.Collections(t.Context(), "")
		require.NoError(t, err)
		require.Equal(t, 160*time.Millisecond, time.Since(began))
		require.Len(t, read.Collections, 40)
		var ids []string
		for i, c := range read.Collections {
			require.Equal(t, fmt.Sprint(i), c.ID)
			require.Equal(t, []string{"p/1 of " + c.ID, "p/2 of " + c.ID}, c.Members)
			ids = append(ids, c.ID)
		}
		began = time.Now()
		members, err := client.Members(t.Context(), ids)
		require.NoError(t, err)
		require.Equal(t, 160*time.Millisecond, time.Since(began))
		for _, c := range read.Collections {
			require.Equal(t, c.Members, members[c.ID])
		}
	})
}

func TestProductsAreAskedForAllTheirCollections(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		shop := &membersShop{most: 13}
		client := simulatedClient(t, shop, nowhere)
		ids := make([]string, 60)
		for i := range ids {
			ids[i] = productID(i)
		}
		found, err := client.CollectionsOf(t.Context(), ids)
		require.NoError(t, err)
		require.Len(t, found, 60)
		for id, collections := range found {
			require.Equal(t, []string{"c/1 of " + id, "c/2 of " + id}, collections)
		}
		require.Len(t, slices.DeleteFunc(shop.asked, func(name string) bool { return name != "MoreCollections0" }), 60)
	})
}
