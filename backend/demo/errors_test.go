package demo_test

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/demo"
)

// TestInvalidRequestsAreRefusedInShopifysWords compares the wording and shape of
// errors with recorded answers of Shopify's API.
func TestInvalidRequestsAreRefusedInShopifysWords(t *testing.T) {
	s := serveSmall(t)
	tests := map[string]struct {
		query string
		vars  vars
		want  string
	}{
		"an unknown field": {
			"query Named {\n  products(first: 1) {\n    nodes {\n      id\n      colour\n    }\n  }\n}", nil,
			`{"message": "Field 'colour' doesn't exist on type 'Product'", "locations": [{"line": 5, "column": 7}],
			  "path": ["query Named", "products", "nodes", "colour"],
			  "extensions": {"code": "undefinedField", "typeName": "Product", "fieldName": "colour"}}`,
		},
		"an unknown root, without a name": {
			"{\n  nothing { id }\n}", nil,
			`{"message": "Field 'nothing' doesn't exist on type 'QueryRoot'", "locations": [{"line": 2, "column": 3}],
			  "path": ["query", "nothing"], "extensions": {"code": "undefinedField", "typeName": "QueryRoot", "fieldName": "nothing"}}`,
		},
		"a code that productUpdate's errors do not have": {
			"mutation {\n productUpdate(product: {}) {\n  userErrors { code } } }", nil,
			`{"message": "Field 'code' doesn't exist on type 'UserError'", "locations": [{"line": 3, "column": 16}],
			  "path": ["mutation", "productUpdate", "userErrors", "code"],
			  "extensions": {"code": "undefinedField", "typeName": "UserError", "fieldName": "code"}}`,
		},
		"a field within an inline fragment": {
			`{ node(id: "gid://shopify/Product/1") { ... on Product { nope } } }`, nil,
			`{"message": "Field 'nope' doesn't exist on type 'Product'", "locations": [{"line": 1, "column": 58}],
			  "path": ["query", "node", "... on Product", "nope"],
			  "extensions": {"code": "undefinedField", "typeName": "Product", "fieldName": "nope"}}`,
		},
		"no selection": {
			"query Q {\n  shop\n}", nil,
			`{"message": "Field must have selections (field 'shop' returns Shop but has no selections. Did you mean 'shop { ... }'?)",
			  "locations": [{"line": 2, "column": 3}], "path": ["query Q", "shop"],
			  "extensions": {"code": "selectionMismatch", "nodeName": "field 'shop'", "typeName": "Shop"}}`,
		},
		"a selection on a scalar": {
			"{ shop { name { first } } }", nil,
			`{"message": "Selections can't be made on scalars (field 'name' returns String but has selections [\"first\"])",
			  "locations": [{"line": 1, "column": 10}], "path": ["query", "shop", "name"],
			  "extensions": {"code": "selectionMismatch", "nodeName": "field 'name'", "typeName": "String"}}`,
		},
		"an unknown argument": {
			"{ products(first: 1, colour: 2) { nodes { id } } }", nil,
			`{"message": "Field 'products' doesn't accept argument 'colour'", "locations": [{"line": 1, "column": 22}],
			  "path": ["query", "products", "colour"],
			  "extensions": {"code": "argumentNotAccepted", "name": "products", "typeName": "Field", "argumentName": "colour"}}`,
		},
		"a missing argument": {
			"query Q {\n    product { id }\n}", nil,
			`{"message": "Field 'product' is missing required arguments: id", "locations": [{"line": 2, "column": 5}],
			  "path": ["query Q", "product"],
			  "extensions": {"code": "missingRequiredArguments", "className": "Field", "name": "product", "arguments": "id"}}`,
		},
		"a value of another type": {
			`{ products(first: "many") { nodes { id } } }`, nil,
			`{"message": "Argument 'first' on Field 'products' has an invalid value (\"many\"). Expected type 'Int'.",
			  "locations": [{"line": 1, "column": 3}], "path": ["query", "products", "first"],
			  "extensions": {"code": "argumentLiteralsIncompatible", "typeName": "Field", "argumentName": "first"}}`,
		},
		"an unknown enum value": {
			`{ products(first: 1, sortKey: COLOUR) { nodes { id } } }`, nil,
			`{"message": "Argument 'sortKey' on Field 'products' has an invalid value (COLOUR). Expected type 'ProductSortKeys'.",
			  "locations": [{"line": 1, "column": 3}], "path": ["query", "products", "sortKey"],
			  "extensions": {"code": "argumentLiteralsIncompatible", "typeName": "Field", "argumentName": "sortKey"}}`,
		},
		"an id that is none": {
			"query Q {\n  node(id: \"gid://shopify/Product\") { id }\n}", nil,
			`{"message": "Invalid global id 'gid://shopify/Product'", "locations": [{"line": 2, "column": 3}],
			  "path": ["query Q", "node", "id"], "extensions": {"code": "argumentLiteralsIncompatible", "typeName": "CoercionError"}}`,
		},
		"an input object without what it needs": {
			"mutation M { fileUpdate(files: [{alt: \"x\"}]) { userErrors { message } } }", nil,
			`{"message": "Argument 'id' on InputObject 'FileUpdateInput' is required. Expected type ID!",
			  "locations": [{"line": 1, "column": 33}], "path": ["mutation M", "fileUpdate", "files", 0, "id"],
			  "extensions": {"code": "missingRequiredInputObjectAttribute", "argumentName": "id", "argumentType": "ID!", "inputObjectType": "FileUpdateInput"}}`,
		},
		"an input object with too much": {
			`mutation M { productUpdate(product: {colour: "red"}) { userErrors { message } } }`, nil,
			`{"message": "InputObject 'ProductUpdateInput' doesn't accept argument 'colour'", "locations": [{"line": 1, "column": 38}],
			  "path": ["mutation M", "productUpdate", "product", "colour"],
			  "extensions": {"code": "argumentNotAccepted", "name": "ProductUpdateInput", "typeName": "InputObject", "argumentName": "colour"}}`,
		},
		"a deprecated argument": {
			`mutation M { productUpdate(input: {title: "x"}) { userErrors { message } } }`, nil,
			"{\"message\": \"Argument 'input' on Field 'productUpdate' is deprecated: Use `product` instead.\", \"locations\": [{\"line\": 1, \"column\": 28}]," +
				`"path": ["mutation M", "productUpdate", "input"],
			  "extensions": {"code": "deprecatedArgument", "name": "productUpdate", "typeName": "Field", "argumentName": "input"}}`,
		},
		"a variable that is not declared": {
			`query Q { product(id: $id) { title } }`, nil,
			`{"message": "Variable $id is used by Q but not declared", "locations": [{"line": 1, "column": 23}], "path": ["query Q"],
			  "extensions": {"code": "variableNotDefined", "variableName": "id"}}`,
		},
		"a variable that is not used": {
			`query Q($id: ID!) { shop { id } }`, vars{"id": "gid://shopify/Product/1"},
			`{"message": "Variable $id is declared by Q but not used", "locations": [{"line": 1, "column": 9}], "path": ["query Q"],
			  "extensions": {"code": "variableNotUsed", "variableName": "id"}}`,
		},
		"a variable of another type": {
			`query Q($id: String!) { product(id: $id) { title } }`, vars{"id": "x"},
			`{"message": "Type mismatch on variable $id and argument id (String! / ID!)", "locations": [{"line": 1, "column": 37}], "path": ["query Q"],
			  "extensions": {"code": "variableMismatch", "variableName": "id", "typeName": "String!", "argumentName": "id", "errorMessage": "Type mismatch"}}`,
		},
		"a variable that is missing": {
			"query Q($id: ID!) { product(id: $id) { title } }", nil,
			`{"message": "Variable $id of type ID! was provided invalid value", "locations": [{"line": 1, "column": 9}],
			  "extensions": {"code": "INVALID_VARIABLE", "value": null, "problems": [{"path": [], "explanation": "Expected value to not be null"}]}}`,
		},
		"a variable with parts missing": {
			`mutation M($files: [FileUpdateInput!]!) { fileUpdate(files: $files) { userErrors { message } } }`,
			vars{"files": []vars{{"id": "gid://shopify/MediaImage/1"}, {"alt": "x"}}},
			`{"message": "Variable $files of type [FileUpdateInput!]! was provided invalid value for 1.id (Expected value to not be null)",
			  "locations": [{"line": 1, "column": 12}],
			  "extensions": {"code": "INVALID_VARIABLE", "value": [{"id": "gid://shopify/MediaImage/1"}, {"alt": "x"}],
			    "problems": [{"path": [1, "id"], "explanation": "Expected value to not be null"}]}}`,
		},
		"a variable with parts that are not known": {
			`mutation M($p: ProductUpdateInput!) { productUpdate(product: $p) { userErrors { message } } }`,
			vars{"p": vars{"colour": "red", "status": "SOLD", "title": 5, "tags": "one"}},
			`{"message": "Variable $p of type ProductUpdateInput! was provided invalid value for colour (Field is not defined on ProductUpdateInput), status (Expected \"SOLD\" to be one of: ACTIVE, ARCHIVED, DRAFT, UNLISTED), title (Could not coerce value 5 to String)",
			  "locations": [{"line": 1, "column": 12}],
			  "extensions": {"code": "INVALID_VARIABLE", "value": {"colour": "red", "status": "SOLD", "title": 5, "tags": "one"}, "problems": [
			    {"path": ["colour"], "explanation": "Field is not defined on ProductUpdateInput"},
			    {"path": ["status"], "explanation": "Expected \"SOLD\" to be one of: ACTIVE, ARCHIVED, DRAFT, UNLISTED"},
			    {"path": ["title"], "explanation": "Could not coerce value 5 to String"}]}}`,
		},
		"a variable with an id that is none": {
			`query Q($ids: [ID!]!) { nodes(ids: $ids) { id } }`, vars{"ids": []string{"12"}},
			`{"message": "Variable $ids of type [ID!]! was provided invalid value for 0 (Invalid global id '12')", "locations": [{"line": 1, "column": 9}],
			  "extensions": {"code": "INVALID_VARIABLE", "value": ["12"], "problems": [{"path": [0], "explanation": "Invalid global id '12'"}]}}`,
		},
		"too many identifiers": {
			`query Q($by: ProductIdentifierInput!) { productByIdentifier(identifier: $by) { id } }`, vars{"by": vars{"handle": "a", "id": "gid://shopify/Product/1"}},
			`{"message": "Variable $by of type ProductIdentifierInput! was provided invalid value", "locations": [{"line": 1, "column": 9}],
			  "extensions": {"code": "INVALID_VARIABLE", "value": {"handle": "a", "id": "gid://shopify/Product/1"},
			    "problems": [{"path": [], "explanation": "'ProductIdentifierInput' requires exactly one argument, but 2 were provided."}]}}`,
		},
		"a fragment that is not there": {
			`{ shop { ...Missing } }`, nil,
			`{"message": "Fragment Missing was used, but not defined", "locations": [{"line": 1, "column": 13}], "path": ["query", "shop", "... Missing"],
			  "extensions": {"code": "useAndDefineFragment", "fragmentName": "Missing"}}`,
		},
		"a fragment on a type that is not there": {
			`{ node(id: "gid://shopify/Product/1") { ... on Nothing { id } } }`, nil,
			`{"message": "No such type Nothing, so it can't be a fragment condition", "locations": [{"line": 1, "column": 45}],
			  "path": ["query", "node", "... on Nothing"], "extensions": {"code": "undefinedType", "typeName": "Nothing"}}`,
		},
		"a fragment that cannot be there": {
			`{ shop { ... on Product { id } } }`, nil,
			`{"message": "Fragment on Product can't be spread inside Shop", "locations": [{"line": 1, "column": 14}],
			  "path": ["query", "shop", "... on Product"],
			  "extensions": {"code": "cannotSpreadFragment", "typeName": "Product", "fragmentName": "unknown", "parentName": "Shop"}}`,
		},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			s.t = t
			require.JSONEq(t, `{"errors": [`+test.want+`]}`, s.send(test.query, test.vars))
		})
	}
}

// TestRefusalsWithinTheAnswer are errors that carry data, or null in its place.
func TestRefusalsWithinTheAnswer(t *testing.T) {
	s := serveSmall(t)
	const bad = `"extensions": {"code": "BAD_REQUEST"}`
	tests := map[string]struct{ query, want string }{
		"neither first nor last": {
			"query Q {\n  products { nodes { id } }\n}",
			`[{"message": "you must provide one of first or last", "locations": [{"line": 2, "column": 3}], "path": ["products"], ` + bad + `}]`,
		},
		"both": {
			"{ products(first: 1, last: 1) { nodes { id } } }",
			`[{"message": "providing both first and last is not supported", "locations": [{"line": 1, "column": 3}], "path": ["products"], ` + bad + `}]`,
		},
		"a cursor that is none": {
			`{ all: products(first: 1, after: "zzz") { nodes { id } } }`,
			`[{"message": "Malformed cursor", "locations": [{"line": 1, "column": 3}], "path": ["all"], ` + bad + `}]`,
		},
		"a cursor of another order": {
			`{ products(first: 1, sortKey: UPDATED_AT, after: "eyJsYXN0X2lkIjoxLCJsYXN0X3ZhbHVlIjoiQSJ9") { nodes { id } } }`,
			`[{"message": "Invalid cursor for current pagination sort.", "locations": [{"line": 1, "column": 3}], "path": ["products"], ` + bad + `}]`,
		},
		"within a list": {
			`{ products(first: 1) { nodes { variants { nodes { id } } } } }`,
			`[{"message": "you must provide one of first or last", "locations": [{"line": 1, "column": 32}], "path": ["products", "nodes", 0, "variants"], ` + bad + `}]`,
		},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			s.t = t
			var answer struct{ Errors, Data json.RawMessage }
			decode(t, s.send(test.query, nil), &answer)
			require.JSONEq(t, test.want, string(answer.Errors))
			require.Equal(t, "null", string(answer.Data))
		})
	}
}

// TestRefusesIDsOfAnotherKind: a field that takes ids of one kind refuses others
// at the top level of the answer; nodes finds what each id names.
func TestRefusesIDsOfAnotherKind(t *testing.T) {
	const mug, picture, collection = "gid://shopify/Product/8400000000001", "gid://shopify/MediaImage/33100000000001", "gid://shopify/Collection/410500000001"
	tests := map[string]struct{ query, field, id string }{
		"product":             {`{ product(id: "` + collection + `") { id } }`, "product", collection},
		"product, no number":  {`{ product(id: "gid://shopify/Product/mug") { id } }`, "product", "gid://shopify/Product/mug"},
		"productByIdentifier": {`{ productByIdentifier(identifier: {id: "` + picture + `"}) { id } }`, "productByIdentifier", picture},
		"productVariant":      {`{ productVariant(id: "` + mug + `") { id } }`, "productVariant", mug},
		"collection":          {`{ collection(id: "` + mug + `") { id } }`, "collection", mug},
		"productUpdate":       {`mutation { productUpdate(product: {id: "` + collection + `", title: "X"}) { userErrors { message } } }`, "productUpdate", collection},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			s := serveSmall(t)
			var answer struct {
				Data   map[string]any
				Errors []struct {
					Message    string
					Path       []string
					Extensions map[string]string
				}
			}
			decode(t, s.send(test.query, nil), &answer)
			require.Equal(t, map[string]any{test.field: nil}, answer.Data)
			require.Len(t, answer.Errors, 1)
			require.Equal(t, "Invalid id: "+test.id, answer.Errors[0].Message)
			require.Equal(t, []string{test.field}, answer.Errors[0].Path)
			require.Equal(t, map[string]string{"code": "RESOURCE_NOT_FOUND"}, answer.Errors[0].Extensions)
		})
	}
}

func TestMutationWithoutInputReturnsNullAndError(t *testing.T) {
	s := serveSmall(t)
	var answer map[string]any
	decode(t, s.send("mutation M {\n  productUpdate { userErrors { message } }\n}", nil), &answer)
	require.Equal(t, map[string]any{"productUpdate": nil}, answer["data"])
	require.Equal(t, []any{map[string]any{
		"message":    "productUpdate must include exactly one of the following arguments: input, product.",
		"locations":  []any{map[string]any{"line": 2.0, "column": 3.0}},
		"path":       []any{"productUpdate"},
		"extensions": map[string]any{"code": "INVALID_FIELD_ARGUMENTS"},
	}}, answer["errors"])
}

func TestSyntaxErrors(t *testing.T) {
	s := serveSmall(t)
	for _, query := range []string{"query {", "{ shop { id ", "mutation", "{ a: }", "{ shop { name(: 1) } }"} {
		var answer struct {
			Errors []struct {
				Message    string
				Locations  []map[string]int
				Extensions map[string]string
			}
			Data *json.RawMessage
		}
		decode(t, s.send(query, nil), &answer)
		require.Nil(t, answer.Data)
		require.Len(t, answer.Errors, 1)
		require.Regexp(t, `^syntax error, .* at \[\d+, \d+\]$`, answer.Errors[0].Message)
		require.Equal(t, "PARSE_ERROR", answer.Errors[0].Extensions["code"])
		require.Len(t, answer.Errors[0].Locations, 1)
	}
}

func TestOperationNames(t *testing.T) {
	s := serveSmall(t)
	two := `{"query": "query A { shop { id } } query B { shop { name } }"`
	choose := func(rest string) string { return s.post(endpoint, "application/json", two+rest, nil).text() }
	require.Contains(t, choose(`, "operationName": "B"}`), `"data":{"shop":{"name":"Demo shop"}}`)
	require.JSONEq(t, `{"errors": [{"message": "An operation name is required"}]}`, choose(`}`))
	require.JSONEq(t, `{"errors": [{"message": "No operation named \"C\""}]}`, choose(`, "operationName": "C"}`))
}

func TestHTTPBasics(t *testing.T) {
	s := serveSmall(t)
	const shop = `{"query": "{ shop { id } }"}`
	tests := map[string]struct {
		path, contentType, body string
		header                  map[string]string
		status                  int
		want, version           string
	}{
		"a wrong token": {
			endpoint, "application/json", shop, map[string]string{"X-Shopify-Access-Token": "shpat_wrong"},
			http.StatusUnauthorized, `{"errors":"[API] Invalid API key or access token (unrecognized login or wrong password)"}`, "2026-10",
		},
		"no token": {
			endpoint, "application/json", shop, map[string]string{"X-Shopify-Access-Token": ""},
			http.StatusUnauthorized, `{"errors":"[API] Invalid API key or access token (unrecognized login or wrong password)"}`, "2026-10",
		},
		"an older version":       {"/admin/api/2025-01/graphql.json", "application/json", shop, nil, http.StatusOK, `"data":{"shop"`, "2026-10"},
		"no version":             {"/admin/api/graphql.json", "application/json", shop, nil, http.StatusOK, `"data":{"shop"`, "2026-10"},
		"a newer version":        {"/admin/api/2027-01/graphql.json", "application/json", shop, nil, http.StatusNotFound, `{"errors":"Not Found"}`, ""},
		"a version that is none": {"/admin/api/2026-11/graphql.json", "application/json", shop, nil, http.StatusNotFound, `{"errors":"Not Found"}`, ""},
		"another page":           {"/admin/api/2026-10/products.json", "application/json", shop, nil, http.StatusNotFound, `{"errors":"Not Found"}`, ""},
		"the bare document":      {endpoint, "application/graphql", "{ shop { id } }", nil, http.StatusOK, `"data":{"shop"`, "2026-10"},
		"no query": {
			endpoint, "application/json", `{}`, nil, http.StatusBadRequest,
			`{"errors":{"query":"Required parameter missing or invalid"}}`, "2026-10",
		},
		"no JSON": {
			endpoint, "application/json", `{`, nil, http.StatusBadRequest,
			`{"errors":{"query":"Required parameter missing or invalid"}}`, "2026-10",
		},
		"too much": {endpoint, "application/json", strings.Repeat("x", 17<<20), nil, http.StatusRequestEntityTooLarge, "errors", "2026-10"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			s.t = t
			got := s.post(test.path, test.contentType, test.body, test.header)
			require.Equal(t, test.status, got.status)
			require.Contains(t, got.text(), test.want)
			require.Equal(t, test.version, got.header.Get("X-Shopify-Api-Version"))
			require.Equal(t, "application/json; charset=utf-8", got.header.Get("Content-Type"))
		})
	}
}

func TestOpenRefusesImpossibleSeeds(t *testing.T) {
	_, err := demo.Open(t.Context(), demo.Options{Seed: demo.Seed{Products: demo.MaxProducts + 1}})
	require.ErrorContains(t, err, "invents up to 200000 products")
	_, err = demo.Open(t.Context(), demo.Options{Seed: demo.Seed{Catalogues: []string{t.TempDir() + "/absent.csv"}}})
	require.ErrorContains(t, err, "absent.csv does not exist. Nothing was imported.")
}
