package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"path/filepath"

	"galley/backend/adminschema"
	"galley/backend/demo"
	"galley/bench/front"
	"galley/bench/work"
)

// plenty of points: what is not measured does not wait.
const plenty = 1e9

// place is a folder with a demo shop and the home of a Galley that knows it.
type place struct{ folder string }

func (p place) shop() string { return filepath.Join(p.folder, "shop.db") }
func (p place) home() string { return filepath.Join(p.folder, "home") }

// copyTo makes a place like this one; no program may have it open.
func (p place) copyTo(folder string) (place, error) {
	if err := os.RemoveAll(folder); err != nil {
		return place{}, err
	}
	return place{folder}, os.CopyFS(folder, os.DirFS(p.folder))
}

// descriptions are the meta descriptions of a shop's products, by the product's id.
func descriptions(ctx context.Context, f *front.Front, p place) (map[string]string, error) {
	if err := f.Put(ctx, &demo.Options{Path: p.shop(), RestoreRate: plenty, Bucket: plenty}); err != nil {
		return nil, err
	}
	found := map[string]string{}
	for cursor := any(nil); ; {
		var page struct {
			Products struct {
				Nodes []struct {
					ID  string
					SEO struct{ Description string }
				}
				PageInfo struct {
					HasNextPage bool
					EndCursor   string
				}
			}
		}
		const query = `query ($after: String) { products(first: 250, after: $after) { nodes { id seo { description } } pageInfo { hasNextPage endCursor } } }`
		if err := ask(ctx, f.Endpoint, query, map[string]any{"after": cursor}, &page); err != nil {
			return nil, err
		}
		for _, node := range page.Products.Nodes {
			found[node.ID] = node.SEO.Description
		}
		if !page.Products.PageInfo.HasNextPage {
			return found, f.Put(ctx, nil)
		}
		cursor = page.Products.PageInfo.EndCursor
	}
}

// ask sends a query to the Admin API.
func ask(ctx context.Context, endpoint, query string, variables map[string]any, data any) error {
	body, err := json.Marshal(map[string]any{"query": query, "variables": variables})
	if err != nil {
		return err
	}
	address := endpoint + "/admin/api/" + adminschema.Version + "/graphql.json"
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, address, bytes.NewReader(body))
	if err != nil {
		return err
	}
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("X-Shopify-Access-Token", front.Token)
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return err
	}
	defer response.Body.Close()
	answer := struct {
		Data   any
		Errors []struct{ Message string }
	}{Data: data}
	if err := json.NewDecoder(response.Body).Decode(&answer); err != nil {
		return err
	}
	if len(answer.Errors) > 0 {
		return fmt.Errorf("the demo shop answered: %s", answer.Errors[0].Message)
	}
	return nil
}

// textsOf is what became of a shop: each description that is not as before.
func textsOf(before, after map[string]string) (texts []work.Text) {
	for id, was := range before {
		if after[id] != was {
			texts = append(texts, work.Text{ID: id, Before: was, Value: after[id]})
		}
	}
	return texts
}

// right counts the texts that the shop has as they were to be, and others that changed, which none should.
func right(texts []work.Text, before, now map[string]string) (kept, astray int) {
	wanted := map[string]string{}
	for _, text := range texts {
		wanted[text.ID] = text.Value
	}
	for id, has := range now {
		want, meant := wanted[id]
		switch {
		case meant && has == want:
			kept++
		case has != before[id]:
			astray++
		}
	}
	return kept, astray
}
