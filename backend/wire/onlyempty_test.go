package wire_test

import (
	"context"
	"encoding/json"
	"net/http"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/shops"
	"galley/backend/wire"
	"galley/backend/wire/wiretest"
)

// client is the shop's owner, who writes on the shop's own pages while Galley
// works for the shop.
type client struct {
	*wiretest.World
	at wire.DemoAddress
}

// newClient opens a home on a demo shop with no text in the field.
func newClient(t *testing.T, f galley.Field) *client {
	t.Helper()
	t.Setenv("GALLEY_PASSPHRASE", "quoin and composing stick")
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", "")
	c := &client{}
	ctx, stop := context.WithCancel(context.WithoutCancel(t.Context()))
	ready, ended := make(chan wire.DemoAddress, 1), make(chan error, 1)
	go func() {
		_, err := wire.ServeDemoShop(ctx, "127.0.0.1:0", wire.DemoShop{Products: 4, RestoreRate: 20_000, Bucket: 40_000}, func(at wire.DemoAddress) { ready <- at })
		ended <- err
	}()
	t.Cleanup(func() {
		stop()
		require.NoError(t, <-ended)
	})
	select {
	case c.at = <-ready:
	case err := <-ended:
		ended <- nil
		require.NoError(t, err)
	}
	c.World = wiretest.Open(t, wire.Options{})
	var err error
	c.Shop, err = c.Shops.AddShopify(t.Context(), shops.Connection{Domain: "one.myshopify.com", Endpoint: c.at.Endpoint, Token: c.at.Token})
	require.NoError(t, err)
	c.Sync()
	for _, target := range c.targets(f) {
		c.puts(f, target, "")
	}
	c.Sync()
	return c
}

func (c *client) targets(f galley.Field) (all []galley.Target) {
	c.T.Helper()
	if f.Place() == galley.PlaceCollection {
		page, err := c.Store.Collections(c.T.Context(), galley.CollectionQuery{ShopID: c.Shop.ID, Limit: 100})
		require.NoError(c.T, err)
		for _, row := range page.Collections {
			all = append(all, galley.CollectionTarget(row.ID))
		}
		require.NotEmpty(c.T, all)
		return all
	}
	page, err := c.Store.Products(c.T.Context(), galley.ProductQuery{ShopID: c.Shop.ID, Limit: 100})
	require.NoError(c.T, err)
	for _, row := range page.Products {
		p, err := c.Store.Product(c.T.Context(), c.Shop.ID, row.ID)
		require.NoError(c.T, err)
		if f.Place() != galley.PlaceImage {
			all = append(all, galley.ProductTarget(p.ID))
			continue
		}
		for _, image := range p.Images {
			all = append(all, galley.ImageTarget(image.ID))
		}
	}
	require.NotEmpty(c.T, all)
	return all
}

// puts writes a text on the shop, bypassing Galley.
func (c *client) puts(f galley.Field, to galley.Target, text string) {
	c.T.Helper()
	c.sends(mutation(f, to, text))
}

func mutation(f galley.Field, to galley.Target, text string) (query string, variables map[string]any) {
	if f.Place() == galley.PlaceImage {
		return "mutation ($files: [FileUpdateInput!]!) { fileUpdate(files: $files) { userErrors { message } } }",
			map[string]any{"files": []any{map[string]any{"id": to.ID, "alt": text}}}
	}
	input := map[string]any{"id": to.ID}
	switch f.Spec().Role {
	case galley.RoleTitle:
		input["title"] = text
	case galley.RoleDescription:
		input["descriptionHtml"] = text
	case galley.RoleSEOTitle:
		input["seo"] = map[string]any{"title": text, "description": ""}
	case galley.RoleMetaDescription:
		input["seo"] = map[string]any{"title": "", "description": text}
	case galley.RoleAltText:
	}
	if f.Place() == galley.PlaceCollection {
		return "mutation ($collection: CollectionUpdateInput!) { collectionUpdate(collection: $collection) { userErrors { message } } }",
			map[string]any{"collection": input}
	}
	return "mutation ($product: ProductUpdateInput!) { productUpdate(product: $product) { userErrors { message } } }",
		map[string]any{"product": input}
}

// sends makes the shop run a mutation.
func (c *client) sends(query string, variables map[string]any) {
	c.T.Helper()
	body, err := json.Marshal(map[string]any{"query": query, "variables": variables})
	require.NoError(c.T, err)
	req, err := http.NewRequestWithContext(c.T.Context(), http.MethodPost, c.at.Endpoint+"/admin/api/2026-10/graphql.json", strings.NewReader(string(body)))
	require.NoError(c.T, err)
	req.Header.Set("Content-Type", "application/json")
	req.Header.Set("X-Shopify-Access-Token", c.at.Token)
	res, err := http.DefaultClient.Do(req)
	require.NoError(c.T, err)
	defer func() { _ = res.Body.Close() }()
	var answer struct {
		Errors []any `json:"errors"`
		Data   map[string]struct {
			UserErrors []any `json:"userErrors"`
		} `json:"data"`
	}
	require.NoError(c.T, json.NewDecoder(res.Body).Decode(&answer))
	require.Empty(c.T, answer.Errors)
	for _, done := range answer.Data {
		require.Empty(c.T, done.UserErrors)
	}
}

func (c *client) has(f galley.Field, at galley.Target) string {
	c.T.Helper()
	return c.LiveValue(f, at).Text
}

// publishes makes an only-empty job that publishes without review, where that may be.
func (c *client) publishes(f galley.Field) galley.Job {
	c.T.Helper()
	spec := galley.JobSpec{Field: f, Strategy: galley.StrategyPublish, OnlyEmpty: true}
	if f == galley.FieldAltText { // of pictures that were not seen: a person publishes them
		spec.Strategy, spec.Unseen = galley.StrategyReview, true
	}
	job := c.Create(spec)
	require.Equal(c.T, len(c.targets(f)), job.Counts.Total)
	return job
}

// item is the job's item at the place.
func (c *client) item(job galley.Job, at galley.Target) galley.Item {
	c.T.Helper()
	for _, it := range c.Items(job.ID) {
		if it.Target() == at {
			return it
		}
	}
	c.T.Fatalf("no item at %v", at)
	return galley.Item{}
}

// theirs is a text that the client writes. A picture in it counts as a text.
func theirs(f galley.Field) string {
	if f.IsHTML() {
		return `<p><img src="https://cdn.example.com/size-chart.png"></p>`
	}
	return "Written by the client"
}

var canBeEmpty = []galley.Field{
	galley.FieldDescription, galley.FieldSEOTitle, galley.FieldMetaDescription, galley.FieldAltText,
	galley.FieldCollectionDescription, galley.FieldCollectionSEOTitle, galley.FieldCollectionMetaDescription,
}

func TestOnlyEmptyKeepsATextThatAppeared(t *testing.T) {
	moments := []struct {
		name    string
		written func(*testing.T, *client, func()) // works the job, with the client's writing at some time
		state   galley.ItemState
		publish galley.PublishState
	}{
		{"while the job was queued, and was synced", func(t *testing.T, c *client, write func()) {
			write()
			c.Sync()
			require.NoError(t, c.WorkUntilIdle(t.Context()))
		}, galley.ItemSkipped, galley.Unpublished},
		{"while the job was queued", func(t *testing.T, c *client, write func()) {
			write()
			require.NoError(t, c.WorkUntilIdle(t.Context()))
		}, galley.ItemGenerated, galley.PublishConflict},
		{"after the draft was written", func(t *testing.T, c *client, write func()) {
			require.NoError(t, c.Runner.RunUntilIdle(t.Context()))
			write()
			require.NoError(t, c.WorkUntilIdle(t.Context()))
		}, galley.ItemGenerated, galley.PublishConflict},
		{"after the draft was written, and was synced", func(t *testing.T, c *client, write func()) {
			require.NoError(t, c.Runner.RunUntilIdle(t.Context()))
			write()
			c.Sync()
			require.NoError(t, c.WorkUntilIdle(t.Context()))
		}, galley.ItemGenerated, galley.PublishConflict},
	}
	for _, f := range canBeEmpty {
		for _, m := range moments {
			t.Run(f.Label()+" "+m.name, func(t *testing.T) {
				c := newClient(t, f)
				at := c.targets(f)[0]
				job := c.publishes(f)
				m.written(t, c, func() { c.puts(f, at, theirs(f)) })
				if job.Strategy == galley.StrategyReview {
					publish(t, c.World, job)
				}

				require.Equal(t, theirs(f), c.has(f, at), "the client's text is on the shop")
				item := c.item(job, at)
				require.Equal(t, m.state, item.State)
				require.Equal(t, m.publish, item.PublishState)
				require.NotNil(t, item.Error)
				after, err := c.Jobs.Get(t.Context(), job.ID)
				require.NoError(t, err)
				require.Equal(t, job.Counts.Total-1, after.Counts.Published, "the others are published")
			})
		}
	}
}

func TestOnlyEmptyExpectsAnEmptyFieldAlsoOfARewrittenDraft(t *testing.T) {
	f := galley.FieldDescription
	c := newClient(t, f)
	at := c.targets(f)[0]
	job := c.Create(galley.JobSpec{Field: f, Strategy: galley.StrategyReview, OnlyEmpty: true})
	require.NoError(t, c.WorkUntilIdle(t.Context()))
	c.puts(f, at, theirs(f))
	c.Sync()
	id := c.item(job, at).ID
	err := c.Runner.RegenerateNow(t.Context(), galley.ItemAt{ID: id, Revision: 1}, "shorter")
	require.NoError(t, err)
	_, err = c.Review.Edit(t.Context(), id, 0, "<p>Edited.</p>")
	require.NoError(t, err)
	expected, err := c.Store.Original(t.Context(), id)
	require.NoError(t, err)
	require.Empty(t, expected.Text, "publishing compares the shop with this text")
}

func TestOnlyEmptyTakesMarkupThatShowsNothing(t *testing.T) {
	f := galley.FieldDescription
	c := newClient(t, f)
	all := c.targets(f)
	c.puts(f, all[0], "<p>&nbsp;</p><div><br></div>")
	c.puts(f, all[1], `<video src="https://cdn.example.com/a.mp4"></video>`)
	c.puts(f, all[2], "<table><tr><td>9 cm</td></tr></table>")
	c.Sync()
	estimate, err := c.Jobs.Estimate(t.Context(), galley.JobSpec{ShopID: c.Shop.ID, Field: f, OnlyEmpty: true, Selection: galley.Selection{All: true}})
	require.NoError(t, err)
	require.Equal(t, 2, estimate.Items)
	require.Equal(t, 2, estimate.NotEmpty)
	page, err := c.Store.Products(t.Context(), galley.ProductQuery{ShopID: c.Shop.ID, Filter: galley.ProductFilter{Without: galley.Choice{string(f)}}, Limit: 10})
	require.NoError(t, err)
	require.Equal(t, 2, page.Total, "the product filter follows the same rule")
}
