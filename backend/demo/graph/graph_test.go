package graph_test

import (
	"context"
	"encoding/json"
	"errors"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/adminschema"
	"galley/backend/demo/graph"
)

// sdl is a small schema with each kind of type.
const sdl = `
schema { query: Root }
type Root { must: Thing! may: Thing things: [Thing!]! loose: [Thing] any: Either fails: String broken: String }
type Thing { name: String! other: Thing! }
type Stone { weight: Float }
union Either = Thing | Stone
`

type thing struct{ name any }

func (thing) TypeName() string { return "Thing" }

type stone struct{}

func (stone) TypeName() string { return "Stone" }

var errBroken = errors.New("broken")

func schema(t *testing.T) *graph.Schema {
	t.Helper()
	refuse := func(*graph.Call, any) (any, error) { return nil, graph.Refuse("NO", "no") }
	answer := func(value any) graph.Resolver { return func(*graph.Call, any) (any, error) { return value, nil } }
	made, err := graph.New(sdl, graph.Resolvers{
		"Root": {
			"must": answer(thing{"a"}), "may": answer(thing{"b"}), "any": answer(stone{}),
			"things": answer([]any{thing{"a"}, thing{"b"}}), "loose": answer([]any{thing{"a"}, nil}),
			"fails": refuse, "broken": func(*graph.Call, any) (any, error) { return nil, errBroken },
		},
		"Thing": {
			"name":  func(_ *graph.Call, parent any) (any, error) { return parent.(thing).name, nil },
			"other": refuse,
		},
		"Stone": {"weight": answer(1.5)},
	}, graph.ShopifyCosts())
	require.NoError(t, err)
	return made
}

func run(t *testing.T, query string) (data string, errs []*graph.Error, fault error) {
	t.Helper()
	operation, refused := schema(t).Prepare(graph.Request{Query: query})
	require.Empty(t, refused)
	result, err := operation.Execute(context.Background(), nil)
	if err != nil {
		return "", nil, err
	}
	text, err := json.Marshal(result.Data)
	require.NoError(t, err)
	return string(text), result.Errors, nil
}

func TestNullPropagatesToNearestNullableField(t *testing.T) {
	tests := map[string]struct {
		query, want string
		path        []any
	}{
		"a field that may be null itself": {`{ fails }`, `{"fails":null}`, []any{"fails"}},
		"the object around it":            {`{ may { name other { name } } must { name } }`, `{"may":null,"must":{"name":"a"}}`, []any{"may", "other"}},
		"everything":                      {`{ must { other { name } } }`, `null`, []any{"must", "other"}},
		"a list of what must be":          {`{ things { other { name } } }`, `null`, []any{"things", 0, "other"}},
		"one item of a list":              {`{ loose { other { name } } }`, `{"loose":[null,null]}`, []any{"loose", 0, "other"}},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			data, errs, fault := run(t, test.query)
			require.NoError(t, fault)
			require.Equal(t, test.want, data)
			require.Equal(t, test.path, errs[0].Path)
			require.Equal(t, "NO", errs[0].Extensions["code"])
		})
	}
}

func TestServerFaultEndsTheRun(t *testing.T) {
	_, _, fault := run(t, `{ broken }`)
	require.ErrorIs(t, fault, errBroken)
}

func TestUnions(t *testing.T) {
	data, _, fault := run(t, `{ any { __typename ... on Thing { name } ... on Stone { weight } } }`)
	require.NoError(t, fault)
	require.JSONEq(t, `{"any": {"__typename": "Stone", "weight": 1.5}}`, data)
}

func TestUnanswered(t *testing.T) {
	made, err := graph.New(sdl, graph.Resolvers{"Root": {}}, graph.ShopifyCosts())
	require.NoError(t, err)
	require.Contains(t, made.Unanswered(), "Thing.name")
	require.NotContains(t, schema(t).Unanswered(), "Thing.name")
}

// TestPageWeights are the figures that pages of connections were recorded to
// count as.
func TestPageWeights(t *testing.T) {
	connection := graph.ShopifyCosts().Connection
	for size, weight := range map[int]int{0: 0, 1: 1, 2: 1, 5: 3, 10: 4, 14: 5, 20: 5, 25: 6, 50: 7, 100: 9, 250: 11} {
		require.Equal(t, 2+weight, connection(size, 1), "%d nodes", size)
		require.Equal(t, 2+3*weight, connection(size, 3), "%d nodes", size)
	}
}

// FuzzPrepare looks for documents that make validation or pricing panic.
func FuzzPrepare(f *testing.F) {
	made, err := graph.New(adminschema.SDL, nil, graph.ShopifyCosts())
	require.NoError(f, err)
	for _, seed := range []string{
		`{ shop { name } }`,
		`query Q($ids: [ID!]!, $n: Int = 5) { nodes(ids: $ids) { id ... on Product { variants(first: $n) { nodes { id } } } } }`,
		`mutation { fileUpdate(files: [{id: "gid://shopify/MediaImage/1", alt: """x"""}]) { files { ...F } } } fragment F on File { alt ...F }`,
		`query ($p: ProductUpdateInput = {title: 5}) { products(first: {a: [1]}) @include(if: "x") { edges } }`,
		`{ productByIdentifier(identifier: {}) { ... on Shop { id } } } fragment X on Nothing { id }`,
		`subscription { a } query { __type(name: 5) { fields { type { ofType { ofType { name } } } } } }`,
	} {
		f.Add(seed, `{"ids": ["gid://shopify/Product/1"], "p": {"title": null}}`)
	}
	f.Fuzz(func(t *testing.T, query, variables string) {
		var given map[string]any
		json.Unmarshal([]byte(variables), &given)
		operation, errs := made.Prepare(graph.Request{Query: query, Variables: given})
		require.Equal(t, operation == nil, len(errs) > 0)
	})
}
