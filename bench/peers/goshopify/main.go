// Command goshopify publishes with go-shopify, by a pool of workers, as its users do. The library waits
// and tries again by itself where a shop is out of points: WithRetry with more tries than are needed.
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"sync"
	"time"

	goshopify "github.com/bold-commerce/go-shopify/v4"

	"galley/bench/work"
)

const retries = 1000

func main() {
	var w work.Work
	if err := json.NewDecoder(os.Stdin).Decode(&w); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	endpoint, err := url.Parse(w.Endpoint)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	client, err := goshopify.NewClient(goshopify.App{}, "bench.myshopify.com", w.Token,
		goshopify.WithVersion(w.Version), goshopify.WithRetry(retries), goshopify.WithHTTPClient(&http.Client{
			Timeout: time.Minute, Transport: local{endpoint, &http.Transport{MaxIdleConnsPerHost: w.Workers}},
		}))
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	if err := json.NewEncoder(os.Stdout).Encode(publishAll(context.Background(), client, w)); err != nil {
		os.Exit(1)
	}
}

// local sends what is meant for a shop's own address to the demo shop.
type local struct {
	to   *url.URL
	next http.RoundTripper
}

// RoundTrip implements http.RoundTripper.
func (l local) RoundTrip(r *http.Request) (*http.Response, error) {
	r = r.Clone(r.Context())
	r.URL.Scheme, r.URL.Host, r.Host = l.to.Scheme, l.to.Host, l.to.Host
	return l.next.RoundTrip(r)
}

func publishAll(ctx context.Context, client *goshopify.Client, w work.Work) (done work.Result) {
	texts := make(chan work.Text)
	var mu sync.Mutex
	var group sync.WaitGroup
	for range w.Workers {
		group.Go(func() {
			for text := range texts {
				written, err := publish(ctx, client, w, text)
				mu.Lock()
				switch {
				case err != nil:
					done.Failed++
					if len(done.Errors) < 3 {
						done.Errors = append(done.Errors, err.Error())
					}
				case written:
					done.Written++
				default:
					done.Conflicts++
				}
				mu.Unlock()
			}
		})
	}
	for _, text := range w.Texts {
		texts <- text
	}
	close(texts)
	group.Wait()
	return done
}

type seo struct {
	Title       *string `json:"title,omitempty"`
	Description *string `json:"description"`
}

type product struct {
	ID  string `json:"id"`
	SEO seo    `json:"seo"`
}

func (p product) description() string {
	if p.SEO.Description == nil {
		return ""
	}
	return *p.SEO.Description
}

// publish writes one text, and reports whether it did.
func publish(ctx context.Context, client *goshopify.Client, w work.Work, text work.Text) (bool, error) {
	next := product{ID: text.ID}
	if w.Compare {
		now, err := read(ctx, client, w, text.ID)
		if err != nil || now.description() != text.Before {
			return false, err
		}
		next.SEO.Title = now.SEO.Title
	}
	next.SEO.Description = &text.Value
	var answer struct {
		ProductUpdate struct {
			Product    *product
			UserErrors []struct{ Message string }
		}
	}
	if err := client.GraphQL.Query(ctx, w.Write, map[string]any{"product": next}, &answer); err != nil {
		return false, err
	}
	if refused := answer.ProductUpdate.UserErrors; len(refused) > 0 {
		return false, fmt.Errorf("refused: %s", refused[0].Message)
	}
	if !w.Compare {
		return true, nil
	}
	now, err := read(ctx, client, w, text.ID)
	if err == nil && now.description() != text.Value {
		err = fmt.Errorf("%s was not kept", text.ID)
	}
	return true, err
}

func read(ctx context.Context, client *goshopify.Client, w work.Work, id string) (product, error) {
	var answer struct{ Nodes []product }
	if err := client.GraphQL.Query(ctx, w.Read, map[string]any{"ids": []string{id}}, &answer); err != nil {
		return product{}, err
	}
	if len(answer.Nodes) != 1 {
		return product{}, io.ErrUnexpectedEOF
	}
	return answer.Nodes[0], nil
}
