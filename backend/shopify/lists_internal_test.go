package shopify

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"

	"galley/backend/adminschema"
	"galley/backend/galley"
	"galley/backend/shopify/internal/adminapi"
)

// fieldsOf lists the fields that a query asks of each product, by their paths; a connection's nodes are at its path.
func fieldsOf(t *testing.T, query string) []string {
	t.Helper()
	schema, err := gqlparser.LoadSchema(&ast.Source{Input: adminschema.SDL})
	require.NoError(t, err)
	document, errs := gqlparser.LoadQueryWithRules(schema, query, nil)
	require.Empty(t, errs)
	var found []string
	var walk func(path string, set ast.SelectionSet)
	walk = func(path string, set ast.SelectionSet) {
		for _, selection := range set {
			switch s := selection.(type) {
			case *ast.InlineFragment:
				walk(path, s.SelectionSet)
			case *ast.FragmentSpread:
				walk(path, s.Definition.SelectionSet)
			case *ast.Field:
				switch s.Name {
				case "pageInfo":
				case "nodes", "edges", "node":
					walk(path, s.SelectionSet)
				default:
					found = append(found, path+s.Name)
					walk(path+s.Name+".", s.SelectionSet)
				}
			}
		}
	}
	walk("", document.Operations[0].SelectionSet)
	return found
}

// A list has the fields of a page, and those that join its lines.
func TestListsAndPagesAskForTheSame(t *testing.T) {
	joins := func(field string) bool {
		return strings.HasSuffix(field, ".__typename") || strings.HasSuffix(field, ".id")
	}
	var listed, paged []string
	for _, field := range fieldsOf(t, listQueryFor(true)) {
		if !joins(field) {
			listed = append(listed, field)
		}
	}
	for _, field := range fieldsOf(t, adminapi.ProductsPage_Operation) {
		if !joins(field) {
			paged = append(paged, field)
		}
	}
	require.ElementsMatch(t, paged, listed)
	require.NotContains(t, listQueryFor(false), "inventoryItem")
	require.True(t, isListQuery(strings.ReplaceAll(listQueryFor(false), "\n", " ")))
	require.False(t, isListQuery("{ products { edges { node { id } } } }"))
}

func TestReadLine(t *testing.T) {
	for line, want := range map[string]listLine{
		`{"__typename":"Product","id":"gid:\/\/shopify\/Product\/1","title":"\"id\":\"x\" \\"}`:                          {productLine, "gid://shopify/Product/1"},
		`{"title":"a","options":[{"id":"no","v":["}",{"id":"no"}]}],"id":"p1","seo":{"id":"no"},"__typename":"Product"}`: {productLine, "p1"},
		` {"__typename":"ProductVariant"}`:                                                                    {},
		`{"__typename":"ProductVariant","id":"v1","sku":null,"n":1.5e3,"__parentId":"p1"}`:                    {variantLine, "p1"},
		`{ "__parentId" : "p1" , "__typename" : "Metafield", "id": "m" , "value":"{\"__parentId\":\"p2\"}" }`: {metafieldLine, "p1"},
		`{"__typename":"Video","id":"v","__parentId":"p1","__ok":true}`:                                       {mediumLine, "p1"},
		`{"__typename":"Product","id":"p1","__parentId":"p2"}`:                                                {},
		`{"__typename":"MediaImage","id":"p1"}`:                                                               {},
		`{"id":"p1"}`:                                                                                         {},
		`{"__typename":"Product","id":7}`:                                                                     {},
		`{"__typename":"Product","id":"p1"`:                                                                   {},
		`null`:                                                                                                {},
		`[]`:                                                                                                  {},
		`{}`:                                                                                                  {},
		``:                                                                                                    {},
		`{"__typename":"Product","id":"p1"}{"id":"more"}`:                                                     {},
	} {
		found, err := readLine([]byte(line))
		if want == (listLine{}) {
			require.Error(t, err, line)
			continue
		}
		require.NoError(t, err, line)
		require.Equal(t, want, found, line)
	}
}

// A line that opens without end would take the stack of the process, which no recover catches.
func TestLinesHoweverDeepAreRead(t *testing.T) {
	many, product := 10<<20, `{"__typename":"Product","id":"p1","a":`
	for name, line := range map[string]string{
		"lists": strings.Repeat("[", many), "objects": strings.Repeat(`{"a":`, many/5), "within a product": product + strings.Repeat("[", many),
		"closed": product + strings.Repeat("[", many/2) + strings.Repeat("]", many/2) + "}",
	} {
		_, err := readLine([]byte(line))
		require.Error(t, err, name)
	}
	found, err := readLine([]byte(product + `"` + strings.Repeat("[{", many/2) + `"}`))
	require.NoError(t, err, "a text is not deep")
	require.Equal(t, listLine{productLine, "p1"}, found)
}

func FuzzReadLine(f *testing.F) {
	f.Add([]byte(`{"__typename":"Product","id":"gid:\/\/shopify\/Product\/1","a":[{"b":"\\"}]}`))
	f.Fuzz(func(t *testing.T, line []byte) {
		if where, err := readLine(line); err == nil && where.product == "" {
			t.Fatalf("%q belongs nowhere", line)
		}
	})
}

// recordsOf are lines as a part of the spool has them.
func recordsOf(lines ...string) (records []byte) {
	for _, line := range lines {
		if where, err := readLine([]byte(line)); err == nil {
			records = appendRecord(records, where, []byte(line))
		}
	}
	return records
}

// What belongs to a product comes in lines of its own, whatever its own line says of it.
func TestProductLinesSayNothingOfWhatIsBelow(t *testing.T) {
	for _, below := range []string{"null", "{}", `{"nodes":null}`, `{"nodes":[null]}`} {
		products, err := joinLines(recordsOf(
			`{"__typename":"Product","id":"p1","variants":`+below+`,"media":`+below+`,"metafields":`+below+`}`,
			`{"__typename":"ProductVariant","id":"v1","__parentId":"p1"}`,
			`{"__typename":"MediaImage","id":"m1","__parentId":"p1"}`,
			`{"__typename":"Metafield","id":"f1","__parentId":"p1"}`))
		require.NoError(t, err)
		require.Len(t, products[0].Variants.Nodes, 1)
		require.Len(t, products[0].Media.Nodes, 1)
		require.Len(t, products[0].Metafields.Nodes, 1)
	}
}

// A part is made in a goroutine of its own: a panic there would end the program.
func TestPartThatCannotBeMadeIsBroken(t *testing.T) {
	c, err := New(Config{Endpoint: "http://localhost", Token: "shpat_x"})
	require.NoError(t, err)
	made := c.makePart(t.Context(), &spool{parts: []spoolPart{{block: []byte{'p', 9}}}}, 0, new([]byte))
	require.Equal(t, galley.CodeInvalidFile, galley.CodeOf(made.err), made.err)
	require.Empty(t, made.part.Products)
}

// The records of a part are read into the memory of those before: its products have nothing in it.
func TestPartKeepsNothingOfItsRecords(t *testing.T) {
	c, err := New(Config{Endpoint: "http://localhost", Token: "shpat_x"})
	require.NoError(t, err)
	parts := make([]spoolPart, 2)
	for i, letter := range []string{"a", "b"} {
		for _, line := range []string{
			`{"__typename":"Product","id":"product-x","title":"xxxx","tags":["xxxx"],"seo":{"title":"xxxx"},"options":[{"name":"xxxx","values":["xxxx"]}],` +
				`"priceRangeV2":{"minVariantPrice":{"amount":"xxxx"},"maxVariantPrice":{"amount":"xxxx"}}}`,
			`{"__typename":"MediaImage","id":"medium-x","alt":"xxxx","image":{"url":"xxxx"},"__parentId":"product-x"}`,
			`{"__typename":"ProductVariant","id":"variant-x","sku":"xxxx","__parentId":"product-x"}`,
			`{"__typename":"Metafield","id":"fact-x","namespace":"xxxx","key":"xxxx","value":"xxxx","type":"xxxx","__parentId":"product-x"}`,
		} {
			line := []byte(strings.NewReplacer("-x", "-"+letter, "xxxx", strings.Repeat(letter, 4)).Replace(line))
			where, err := readLine(line)
			require.NoError(t, err)
			parts[i].block = appendRecord(parts[i].block, where, line)
		}
		parts[i].size = int64(len(parts[i].block))
	}
	var memory []byte
	first := c.makePart(t.Context(), &spool{parts: parts}, 0, &memory)
	require.NoError(t, first.err)
	before, at := fmt.Sprintf("%+v", first.part.Products), &memory[0]
	second := c.makePart(t.Context(), &spool{parts: parts}, 1, &memory)
	require.NoError(t, second.err)
	require.Same(t, at, &memory[0])
	require.Equal(t, before, fmt.Sprintf("%+v", first.part.Products))
	require.NotContains(t, fmt.Sprintf("%+v", second.part.Products), "aaaa")
}

// No lines of a shop end the program.
func FuzzMakePart(f *testing.F) {
	f.Add(`{"__typename":"Product","id":"p1","media":null,"seo":{},"priceRangeV2":{"minVariantPrice":{},"maxVariantPrice":{}}}`,
		`{"__typename":"MediaImage","id":"m1","__parentId":"p1"}`)
	f.Add(`{"__typename":"Product","id":"p1","options":[null]}`, `{"__typename":"ProductVariant","__parentId":"p1","inventoryItem":{"measurement":null}}`)
	f.Fuzz(func(_ *testing.T, first, second string) {
		products, err := joinLines(recordsOf(first, second))
		if err != nil {
			return
		}
		for _, p := range products {
			referencesIn(p)
			_, _ = productOf(p, nil)
		}
	})
}
