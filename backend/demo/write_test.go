package demo_test

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

const (
	mug     = "gid://shopify/Product/8400000000001"
	lamp    = "gid://shopify/Product/8400000000002"
	mugView = "gid://shopify/MediaImage/33100000000001"
	mugBack = "gid://shopify/MediaImage/33100000000002"
)

const update = `mutation Update($product: ProductUpdateInput!) {
  productUpdate(product: $product) {
    product { id handle title descriptionHtml vendor productType tags status seo { title description } updatedAt }
    userErrors { field message }
  }
}`

// updated is what productUpdate answers.
type updated struct {
	ProductUpdate struct {
		Product    map[string]any
		UserErrors []struct {
			Field   []string
			Message string
		}
	}
}

func (s *server) update(input vars) updated {
	s.t.Helper()
	var answer updated
	s.into(&answer, update, vars{"product": input})
	return answer
}

const everything = `{ products(first: 10) { nodes { id handle title descriptionHtml vendor productType tags status
  seo { title description } media(first: 5) { nodes { id alt ... on MediaImage { image { altText } } } } } } }`

func TestWritingBackOldTextsRestoresTheAnswers(t *testing.T) {
	s := serveSmall(t)
	before := s.data(everything, nil)
	for _, id := range []string{mug, lamp} {
		var was struct{ Product map[string]any }
		s.into(&was, `query ($id: ID!) { product(id: $id) { title descriptionHtml vendor productType tags status seo { title description } } }`, vars{"id": id})
		now := s.update(vars{
			"id": id, "title": "  New <b>title</b> \u2028", "descriptionHtml": "<P CLASS=x>é\r\n\t'\"<br/>", "vendor": "V", "productType": "T",
			"tags": []string{}, "seo": vars{"title": "T & T", "description": "D"}, "status": "ARCHIVED",
		})
		require.Empty(t, now.ProductUpdate.UserErrors)
		require.Equal(t, "  New <b>title</b> \u2028", now.ProductUpdate.Product["title"], "byte for byte")
		require.Equal(t, "<P CLASS=x>é\r\n\t'\"<br/>", now.ProductUpdate.Product["descriptionHtml"], "byte for byte")
		was.Product["id"] = id
		require.Empty(t, s.update(was.Product).ProductUpdate.UserErrors)
	}
	for id, was := range map[string]any{mugView: "A blue mug", mugBack: ""} {
		require.JSONEq(t, `[]`, s.alt(vars{"id": id, "alt": "Other"}))
		require.JSONEq(t, `[]`, s.alt(vars{"id": id, "alt": was}))
	}
	require.Equal(t, before, s.data(everything, nil))
}

// alt calls fileUpdate and gives its userErrors.
func (s *server) alt(files ...vars) string {
	s.t.Helper()
	var answer struct {
		FileUpdate struct{ UserErrors json.RawMessage }
	}
	s.into(&answer, `mutation ($files: [FileUpdateInput!]!) { fileUpdate(files: $files) { files { id alt } userErrors { field message code } } }`, vars{"files": files})
	return string(answer.FileUpdate.UserErrors)
}

func TestProductUpdateRefuses(t *testing.T) {
	s := serveSmall(t)
	long := strings.Repeat("é", 256)
	tests := map[string]struct {
		input vars
		want  []string // field: message
	}{
		"a blank title":          {vars{"title": " \n"}, []string{"title: Title can't be blank"}},
		"a title that is null":   {vars{"title": nil}, []string{"title: Title can't be blank"}},
		"a long title":           {vars{"title": long}, []string{"title: Title is too long (maximum is 255 characters)"}},
		"a long vendor":          {vars{"vendor": long}, []string{"vendor: Vendor is too long (maximum is 255 characters)"}},
		"a long type":            {vars{"productType": long}, []string{"productType: Product type is too long (maximum is 255 characters)", "customProductType: Custom product type is too long (maximum is 255 characters)"}},
		"a long handle":          {vars{"handle": long}, []string{"handle: Handle is too long (maximum is 255 characters)"}},
		"a handle that is taken": {vars{"handle": " LAMP "}, []string{"input.handle: Handle ' LAMP ' already in use. Please provide a new handle."}},
		"a long body":            {vars{"descriptionHtml": strings.Repeat("x", 512<<10+1)}, []string{"bodyHtml: Body is too big (maximum is 512 KB)"}},
		"a long tag":             {vars{"tags": []string{"ok", long}}, []string{"tags: Product tags is invalid"}},
		"too many tags in one":   {vars{"tags": numbered(251)}, []string{"tags: Tags cannot be more than 250"}},
		"an unknown category":    {vars{"category": "gid://shopify/TaxonomyCategory/none"}, []string{"category: Invalid product_taxonomy_node_id"}},
		"two at once":            {vars{"title": "", "vendor": long}, []string{"title: Title can't be blank", "vendor: Vendor is too long (maximum is 255 characters)"}},
		"good beside bad":        {vars{"title": "", "vendor": "Other"}, []string{"title: Title can't be blank"}},
	}
	before := s.data(everything, nil)
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			s.t = t
			test.input["id"] = mug
			answer := s.update(test.input)
			var got []string
			for _, e := range answer.ProductUpdate.UserErrors {
				got = append(got, strings.Join(e.Field, ".")+": "+e.Message)
			}
			require.Equal(t, test.want, got)
			require.Equal(t, mug, answer.ProductUpdate.Product["id"], "the product as it is")
			require.Equal(t, before, s.data(everything, nil), "nothing is written")
		})
	}
}

func numbered(count int) string {
	var list strings.Builder
	for i := range count {
		list.WriteString("t" + strings.Repeat("x", i%7) + string(rune('a'+i%26)) + strings.Repeat("y", i/26) + ",")
	}
	return list.String()
}

func TestProductUpdateTakesWhatIsAtTheLimit(t *testing.T) {
	s := serveSmall(t)
	answer := s.update(vars{
		"id": mug, "title": strings.Repeat("é", 255), "vendor": strings.Repeat("é", 255), "productType": strings.Repeat("é", 255),
		"handle": strings.Repeat("é", 255), "descriptionHtml": strings.Repeat("x", 512<<10), "tags": []string{strings.Repeat("é", 255)},
	})
	require.Empty(t, answer.ProductUpdate.UserErrors)
}

func TestProductUpdateOfAProductThatIsNotThere(t *testing.T) {
	s := serveSmall(t)
	for _, input := range []vars{{"id": "gid://shopify/Product/1", "title": "x"}, {"title": "x"}} {
		require.JSONEq(t, `{"productUpdate": {"product": null, "userErrors": [{"field": ["id"], "message": "Product does not exist"}]}}`,
			s.data(update, vars{"product": input}))
	}
}

func TestHandlesAreMadeAsShopifyMakesThem(t *testing.T) {
	s := serveSmall(t)
	for given, want := range map[string]string{
		"  Updated / 大阪 200 % ": "updated-大阪-200", "   ": "blue-mug", "%%%": "product", "Ünïcode_Handle": "ünïcode-handle", "Blue Mug": "blue-mug",
	} {
		require.Equal(t, want, s.update(vars{"id": mug, "handle": given}).ProductUpdate.Product["handle"], given)
	}
	s.update(vars{"id": mug, "handle": "blue-mug"})
	s.update(vars{"id": lamp, "handle": "product"})
	require.Equal(t, "product-1", s.update(vars{"id": mug, "handle": "%"}).ProductUpdate.Product["handle"])
}

func TestTagsAreKeptAsShopifyKeepsThem(t *testing.T) {
	s := serveSmall(t)
	require.Equal(t, []any{"a", "b", "big   sale", "Red"},
		s.update(vars{"id": mug, "tags": []string{" Red ", "red", "RED", " big   sale ", "b,a"}}).ProductUpdate.Product["tags"])
}

func TestEmptySEOTextsAreNull(t *testing.T) {
	s := serveSmall(t)
	for _, empty := range []any{"", nil} {
		s.update(vars{"id": mug, "seo": vars{"title": "T", "description": "D"}})
		require.Equal(t, map[string]any{"title": nil, "description": "D"},
			s.update(vars{"id": mug, "seo": vars{"title": empty, "description": "D"}}).ProductUpdate.Product["seo"])
	}
}

func TestSEOInputReplacesBothTexts(t *testing.T) {
	s := serveSmall(t)
	for _, row := range []struct{ input, want vars }{
		{vars{"title": "New"}, vars{"title": "New", "description": nil}},
		{vars{"description": "New"}, vars{"title": nil, "description": "New"}},
		{vars{"title": "New", "description": nil}, vars{"title": "New", "description": nil}},
		{vars{}, vars{"title": nil, "description": nil}},
		{vars{"title": "T", "description": "D"}, vars{"title": "T", "description": "D"}},
	} {
		s.update(vars{"id": mug, "seo": vars{"title": "T", "description": "D"}})
		require.Equal(t, map[string]any(row.want), s.update(vars{"id": mug, "seo": row.input}).ProductUpdate.Product["seo"], "%v", row.input)
	}
}

func TestUpdatedAtChangesOnlyWithContent(t *testing.T) {
	s := serveSmall(t)
	updatedAt := func(id string) string {
		var got struct{ Product struct{ UpdatedAt string } }
		s.into(&got, `query ($id: ID!) { product(id: $id) { updatedAt } }`, vars{"id": id})
		return got.Product.UpdatedAt
	}
	first := updatedAt(mug)
	s.clock.move(time.Hour)
	s.update(vars{"id": mug, "title": "Blue mug", "vendor": "Aldermill", "tags": []string{"stoneware", "Blue"}, "seo": vars{"title": "Mug for tea", "description": ""}, "handle": "blue-mug"})
	s.alt(vars{"id": mugView, "alt": "A blue mug"})
	s.alt(vars{"id": mugBack, "alt": nil})
	require.Equal(t, first, updatedAt(mug), "nothing changed")
	s.update(vars{"id": mug, "title": ""})
	require.Equal(t, first, updatedAt(mug), "nothing was written")

	s.update(vars{"id": mug, "title": "Bluer mug"})
	require.Equal(t, "2026-11-02T10:00:00Z", updatedAt(mug))
	s.clock.move(time.Minute)
	s.alt(vars{"id": mugBack, "alt": "Its back"})
	require.Equal(t, "2026-11-02T10:01:00Z", updatedAt(mug))
	s.clock.move(time.Minute)
	s.update(vars{"id": mug, "metafields": []vars{{"namespace": "custom", "key": "fabric", "value": "Porcelain"}}})
	require.Equal(t, "2026-11-02T10:02:00Z", updatedAt(mug))
	require.NotEqual(t, updatedAt(mug), updatedAt(lamp))
}

func TestFileUpdate(t *testing.T) {
	s := serveSmall(t)
	long := strings.Repeat("é", 513)
	require.JSONEq(t, `[]`, s.alt(vars{"id": mugView, "alt": strings.Repeat("é", 512)}))
	require.JSONEq(t, `[{"field": ["files"], "message": "File id [\"gid://shopify/MediaImage/1\"] does not exist.", "code": "FILE_DOES_NOT_EXIST"}]`,
		s.alt(vars{"id": mugView, "alt": "x"}, vars{"id": "gid://shopify/MediaImage/1", "alt": "x"}))
	require.JSONEq(t, `[{"field": ["files"], "message": "File ids [\"gid://shopify/MediaImage/1\", \"gid://shopify/Video/2\"] do not exist.", "code": "FILE_DOES_NOT_EXIST"}]`,
		s.alt(vars{"id": "gid://shopify/MediaImage/1"}, vars{"id": "gid://shopify/Video/2"}))
	require.JSONEq(t, `[{"field": ["files", "1", "alt"], "message": "The alt value exceeds the maximum limit of 512 characters.", "code": "ALT_VALUE_LIMIT_EXCEEDED"}]`,
		s.alt(vars{"id": mugBack, "alt": "Its back"}, vars{"id": mugView, "alt": long}))
	require.JSONEq(t, `{"a": {"alt": "`+strings.Repeat("é", 512)+`"}, "b": {"alt": "Its back", "image": {"altText": "Its back"}}}`,
		s.data(`query ($a: ID!, $b: ID!) { a: node(id: $a) { ... on MediaImage { alt } } b: node(id: $b) { ... on MediaImage { alt image { altText } } } }`,
			vars{"a": mugView, "b": mugBack}), "the good one is written although the other is refused")
	require.Contains(t, s.alt(vars{"id": mugView, "filename": "x.png"}), "The demo shop changes alt texts only, not filename.")
}

func TestListsInArgumentsAreBounded(t *testing.T) {
	s := serveSmall(t)
	tags := make([]string, 251)
	for i := range tags {
		tags[i] = "x"
	}
	var answer struct {
		Errors     json.RawMessage
		Data       *json.RawMessage
		Extensions struct {
			Cost struct {
				RequestedQueryCost int
				ActualQueryCost    *int
			}
		}
	}
	decode(t, s.send("mutation ($product: ProductUpdateInput!) {\n  productUpdate(product: $product) { userErrors { message } }\n}",
		vars{"product": vars{"id": mug, "tags": tags}}), &answer)
	require.JSONEq(t, `[{"message": "The input array size of 251 is greater than the maximum allowed of 250.",
	  "locations": [{"line": 2, "column": 3}], "path": ["productUpdate", "product", "tags"], "extensions": {"code": "MAX_INPUT_SIZE_EXCEEDED"}}]`, string(answer.Errors))
	require.Nil(t, answer.Data)
	require.Equal(t, 10, answer.Extensions.Cost.RequestedQueryCost)
	require.Nil(t, answer.Extensions.Cost.ActualQueryCost)
}
