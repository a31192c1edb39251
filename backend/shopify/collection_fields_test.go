package shopify

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/demo"
	"galley/backend/galley"
)

const collectionID = "gid://shopify/Collection/410500000001"

// collectionsDesk is a client with its own demo shop.
func collectionsDesk(t *testing.T) *Client {
	t.Helper()
	shop, err := demo.Open(t.Context(), demo.Options{Seed: demo.Seed{Products: 5}})
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, shop.Close()) })
	server, err := shop.Serve(t.Context(), "127.0.0.1:0")
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, server.Close()) })
	client, err := New(Config{Endpoint: server.Endpoint, Token: server.Token})
	require.NoError(t, err)
	t.Cleanup(client.Close)
	return client
}

// sendTexts sends texts of a collection, and returns the texts in the shop's
// answer.
func sendTexts(t *testing.T, c *Client, id string, sent map[galley.Field]galley.Value) (map[galley.Field]galley.Value, *fault) {
	t.Helper()
	call := c.writing()
	ticket, err := c.bucket.take(t.Context(), func() float64 { return writeGuess }, false)
	require.NoError(t, err)
	require.Nil(t, call.takeToken(t.Context()))
	return updateCollection(t.Context(), &leg{call: call, ticket: ticket}, []galley.Slot{{Target: galley.CollectionTarget(id)}}, sent)
}

func seoTexts(title, description galley.Value) map[galley.Field]galley.Value {
	return map[galley.Field]galley.Value{galley.FieldCollectionSEOTitle: title, galley.FieldCollectionMetaDescription: description}
}

func TestWritesCollectionTextsAndReadsThemBack(t *testing.T) {
	c := collectionsDesk(t)
	html := map[galley.Field]galley.Value{galley.FieldCollectionDescription: galley.Text("<p>Lamps for é木 &amp; more.</p>")}
	both := seoTexts(galley.Text("Lamps"), galley.Text("All our lamps"))
	cleared := seoTexts(galley.Null(), galley.Text("All our lamps"))
	for _, sent := range []map[galley.Field]galley.Value{html, both, cleared} {
		got, f := sendTexts(t, c, collectionID, sent)
		require.Nil(t, f)
		require.Equal(t, sent, got)
	}

	read := func(nodes []json.RawMessage, err error) *holder {
		require.NoError(t, err)
		require.Len(t, nodes, 2)
		require.JSONEq(t, "null", string(nodes[1]), "one that is gone")
		var found *holder
		require.NoError(t, json.Unmarshal(nodes[0], &found))
		return found
	}
	ids := []string{collectionID, "gid://shopify/Collection/1"}
	require.Equal(t, html[galley.FieldCollectionDescription].Text, *read(collectionDescriptions(t.Context(), c.read(2, readGuess(2)), ids)).DescriptionHTML)
	found := read(collectionSEO(t.Context(), c.read(2, readGuess(2)), ids)).SEO
	require.Nil(t, found.Title)
	require.Equal(t, "All our lamps", *found.Description)
}

func TestRefusedCollectionTexts(t *testing.T) {
	c := collectionsDesk(t)
	_, f := sendTexts(t, c, "gid://shopify/Collection/1", seoTexts(galley.Text("Lamps"), galley.Null()))
	require.Equal(t, galley.CodeShopMissing, f.code)
	require.True(t, f.nothingDone)
	require.Equal(t, "The collection is no longer on the shop. Nothing was changed.", f.message.String())

	_, f = sendTexts(t, c, collectionID, map[galley.Field]galley.Value{galley.FieldCollectionDescription: galley.Text(strings.Repeat("x", 600<<10))})
	require.Equal(t, galley.CodeShopRefused, f.code)
	require.True(t, f.nothingDone)
	require.Contains(t, f.message.String(), "Body is too big (maximum is 512 KB). Nothing was changed.")
}

func TestSendsOnlyTheTextsOfTheSlot(t *testing.T) {
	for want, sent := range map[string]map[galley.Field]galley.Value{
		`{"descriptionHtml":"","id":"c"}`:                      {galley.FieldCollectionDescription: galley.Null()},
		`{"id":"c","seo":{"description":"","title":null}}`:     seoTexts(galley.Null(), galley.Text("")),
		`{"id":"c","seo":{"description":"D","title":"Lamps"}}`: seoTexts(galley.Text("Lamps"), galley.Text("D")),
	} {
		body, err := json.Marshal(collectionInput("c", sent))
		require.NoError(t, err)
		require.JSONEq(t, want, string(body))
	}
}
