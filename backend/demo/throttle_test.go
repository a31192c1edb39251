package demo_test

import (
	"encoding/json"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/demo"
)

// costly is an answer with its cost.
type costly struct {
	Data   *json.RawMessage
	Errors []struct {
		Message    string
		Extensions map[string]any
	}
	Extensions *struct {
		Cost struct {
			RequestedQueryCost int
			ActualQueryCost    *int
			ThrottleStatus     struct{ MaximumAvailable, CurrentlyAvailable, RestoreRate float64 }
		}
	}
}

func (s *server) ask(query string, variables vars) costly {
	s.t.Helper()
	var answer costly
	decode(s.t, s.send(query, variables), &answer)
	return answer
}

// TestCosts compares the model with recorded costs of queries that the demo shop
// answers too.
func TestCosts(t *testing.T) {
	s := serve(t, demo.Options{Seed: demo.Seed{Products: 300}})
	const id = `"gid://shopify/Product/8400000000001"`
	tests := []struct {
		query             string
		requested, actual int
	}{
		{`{ shop { name } }`, 1, 1},
		{`{ shop { primaryDomain { host } } }`, 2, 2},
		{`{ currentAppInstallation { accessScopes { handle } } }`, 2, 2},
		{`{ productsCount { count } }`, 10, 10},
		{`{ product(id: "gid://shopify/Product/1") { id seo { title } } }`, 2, 1},
		{`{ product(id: ` + id + `) { id priceRangeV2 { minVariantPrice { amount } } variantsCount { count } } }`, 2, 2},
		{`{ products(first: 1) { nodes { id } } }`, 3, 3},
		{`{ products(first: 1) { nodes { id } edges { node { id } } pageInfo { hasNextPage } } }`, 4, 4},
		{`{ products(first: 2) { nodes { id } } }`, 3, 3},
		{`{ products(first: 5) { nodes { id } } }`, 5, 5},
		{`{ products(last: 10) { edges { cursor node { id } } } }`, 6, 6},
		{`{ products(first: 50, query: "title:none") { nodes { id } } }`, 9, 9},
		{`{ products(first: 1, query: "title:none") { nodes { id } } }`, 3, 3},
		{`{ products(first: 1, query: "title:none") { edges { node { id variants(first: 5) { nodes { id } } } } } }`, 8, 8},
		{`{ product(id: ` + id + `) { metafields(first: 20, namespace: "none") { nodes { id } } } }`, 8, 8},
		{`{ products(first: 250) { nodes { id } } }`, 13, 13},
		{`{ a: products(first: 10) { nodes { id } } b: products(first: 1) { nodes { id } } }`, 9, 9},
		{`{ products(first: 14) { nodes { id seo { title } options { name } variants(first: 25) { nodes { id selectedOptions { name } inventoryItem { tracked } } } collections(first: 10) { nodes { id } } } } }`, 147, 0},
		{`{ products(first: 250) { nodes { featuredMedia { id } variants(first: 250) { nodes { id } } } } }`, 167, 0},
		{`{ product(id: "gid://shopify/Product/1") { variants(first: 250) { nodes { inventoryItem { id tracked } } } } }`, 25, 1},
		{`{ product(id: "gid://shopify/Product/1") { media(first: 50) { nodes { id preview { image { url } } ... on MediaImage { image { url } } } } variants(first: 50) { nodes { media(first: 10) { nodes { id } } } } } }`, 82, 1},
		{`{ nodes(ids: [` + id + `, "gid://shopify/Product/8400000000002"]) { id ... on Product { variants(first: 10) { nodes { id } } } ... on Collection { products(first: 250) { nodes { id } } } } }`, 14, 0},
		{`mutation { productUpdate(product: {id: ` + id + `, vendor: "V"}) { product { id seo { title } } userErrors { message } } }`, 11, 11},
		{`mutation { productUpdate(product: {id: "gid://shopify/Product/1"}) { product { id seo { title } } userErrors { message } } }`, 11, 10},
		{`mutation { fileUpdate(files: [{id: "gid://shopify/MediaImage/33100000000001", alt: "x"}]) { files { id preview { image { url } } ... on MediaImage { image { url } } } userErrors { code } } }`, 13, 13},
		{`mutation { fileUpdate(files: []) { files { id preview { image { url } } ... on MediaImage { image { url } } } userErrors { code } } }`, 13, 10},
		{`{ __schema { types { name fields { name type { name ofType { name } } } } } }`, 0, 0},
	}
	for _, test := range tests {
		t.Run(test.query, func(t *testing.T) {
			s.t = t
			answer := s.ask(test.query, nil)
			require.Empty(t, answer.Errors)
			require.Equal(t, test.requested, answer.Extensions.Cost.RequestedQueryCost)
			require.LessOrEqual(t, *answer.Extensions.Cost.ActualQueryCost, test.requested)
			if test.actual > 0 {
				require.Equal(t, test.actual, *answer.Extensions.Cost.ActualQueryCost)
			}
		})
	}
}

func TestBadRequestCostsTwo(t *testing.T) {
	s := serve(t, demo.Options{Bucket: 100, Seed: demo.Seed{Products: 1}})
	for i, query := range []string{
		`{ products { nodes { id } } }`,
		`{ products(first: 1, last: 1) { nodes { id } } }`,
		`{ products(first: 5, after: "zzz") { nodes { id } } }`,
		`{ shop { name } products(first: 1) { nodes { variants { nodes { id } } } } }`,
	} {
		answer := s.ask(query, nil)
		require.Equal(t, "BAD_REQUEST", answer.Errors[0].Extensions["code"])
		cost := answer.Extensions.Cost
		require.Equal(t, 2, *cost.ActualQueryCost, query)
		require.GreaterOrEqual(t, cost.RequestedQueryCost, 2, query)
		require.InDelta(t, 100-2*(i+1), cost.ThrottleStatus.CurrentlyAvailable, 0, query)
	}
	require.Equal(t, 2, s.ask(`{ products { nodes { id } } }`, nil).Extensions.Cost.RequestedQueryCost)
}

func TestTooExpensiveQueryIsRefusedAndFree(t *testing.T) {
	s := serve(t, demo.Options{Bucket: 2000, Seed: demo.Seed{Products: 1}})
	answer := s.ask(`{ products(first: 250) { nodes { variants(first: 250) { nodes { media(first: 250) { nodes { id } } } } } } }`, nil)
	require.Nil(t, answer.Data)
	require.Nil(t, answer.Extensions)
	require.Len(t, answer.Errors, 1)
	require.Contains(t, answer.Errors[0].Message, "Query cost is 1729, which exceeds the single query max cost limit (1000).")
	require.Equal(t, "MAX_COST_EXCEEDED", answer.Errors[0].Extensions["code"])
	require.InDelta(t, 1729, answer.Errors[0].Extensions["cost"], 0)
	require.InDelta(t, 1000, answer.Errors[0].Extensions["maxCost"], 0)
	require.InDelta(t, 1999, s.ask(`{ shop { id } }`, nil).Extensions.Cost.ThrottleStatus.CurrentlyAvailable, 0)
}

func TestThrottling(t *testing.T) {
	s := serve(t, demo.Options{Bucket: 40, RestoreRate: 10, Seed: demo.Seed{Products: 300}})
	const page = `{ products(first: 250) { nodes { id } } }` // 13 points
	available := func(answer costly) float64 { return answer.Extensions.Cost.ThrottleStatus.CurrentlyAvailable }
	for _, left := range []float64{27, 14, 1} {
		answer := s.ask(page, nil)
		require.Empty(t, answer.Errors)
		require.InDelta(t, left, available(answer), 0)
	}
	answer := s.ask(page, nil)
	require.Nil(t, answer.Data)
	require.Equal(t, "Throttled", answer.Errors[0].Message)
	require.Equal(t, "THROTTLED", answer.Errors[0].Extensions["code"])
	require.Equal(t, 13, answer.Extensions.Cost.RequestedQueryCost)
	require.Nil(t, answer.Extensions.Cost.ActualQueryCost)
	require.InDelta(t, 1, available(answer), 0)
	require.InDelta(t, 40, answer.Extensions.Cost.ThrottleStatus.MaximumAvailable, 0)
	require.InDelta(t, 10, answer.Extensions.Cost.ThrottleStatus.RestoreRate, 0)

	s.clock.move(1199 * time.Millisecond)
	require.Equal(t, "THROTTLED", s.ask(page, nil).Errors[0].Extensions["code"], "12.99 of 13 points")
	s.clock.move(time.Millisecond)
	require.Empty(t, s.ask(page, nil).Errors, "exactly (requested - available) / restoreRate later")
	s.clock.move(time.Hour)
	require.InDelta(t, 39, available(s.ask(`{ shop { id } }`, nil)), 0, "never more than the bucket holds")
	s.clock.move(-time.Hour)
	require.InDelta(t, 38, available(s.ask(`{ shop { id } }`, nil)), 0, "a clock that is set back restores nothing")
}

// TestChargeIsTheActualCost: a query is admitted by its requested cost and
// charged its actual cost.
func TestChargeIsTheActualCost(t *testing.T) {
	s := serve(t, demo.Options{Bucket: 20, Seed: demo.Seed{Products: 1}})
	answer := s.ask(`{ products(first: 250) { nodes { id } } }`, nil)
	require.Equal(t, 13, answer.Extensions.Cost.RequestedQueryCost)
	require.Equal(t, 3, *answer.Extensions.Cost.ActualQueryCost)
	require.InDelta(t, 17, answer.Extensions.Cost.ThrottleStatus.CurrentlyAvailable, 0)
}

// TestBucketHoldsForConcurrentRequests sends more at once than there are points.
func TestBucketHoldsForConcurrentRequests(t *testing.T) {
	s := serve(t, demo.Options{Bucket: 50, Seed: demo.Seed{Products: 1}})
	const clients = 40
	answers := make(chan string, clients)
	var wait sync.WaitGroup
	for range clients {
		wait.Go(func() {
			answers <- s.post(endpoint, "application/json", `{"query": "{ productsCount { count } }"}`, nil).text()
		})
	}
	wait.Wait()
	close(answers)
	var done, throttled int
	for text := range answers {
		var answer costly
		decode(t, text, &answer)
		if answer.Data != nil {
			done++
		} else {
			throttled++
		}
	}
	require.Equal(t, []int{5, clients - 5}, []int{done, throttled})
}

func TestLatencyIsWaitedOnTheClock(t *testing.T) {
	s := serve(t, demo.Options{Latency: 80 * time.Millisecond, Seed: demo.Seed{Products: 1}})
	before := s.clock.Now()
	s.ask(`{ shop { id } }`, nil)
	require.Equal(t, 80*time.Millisecond, s.clock.Now().Sub(before))
}
