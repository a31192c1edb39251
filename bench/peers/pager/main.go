// Command pager reads the products of a shop with go-shopify, page after page, into plain inserts of a SQLite
// file, as an export of an evening does. The library waits and tries again by itself where points lack.
package main

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"time"

	goshopify "github.com/bold-commerce/go-shopify/v4"
	_ "github.com/mattn/go-sqlite3" // the driver

	"galley/bench/work"
)

const retries = 1000

const tables = `
CREATE TABLE IF NOT EXISTS products (id TEXT PRIMARY KEY, handle TEXT, title TEXT, description TEXT, vendor TEXT, type TEXT,
  status TEXT, tags TEXT, updated_at TEXT, url TEXT, seo_title TEXT, meta_description TEXT, rest TEXT);
CREATE TABLE IF NOT EXISTS media (id TEXT PRIMARY KEY, product_id TEXT, alt TEXT, url TEXT);`

func main() {
	var p work.Paging
	err := json.NewDecoder(os.Stdin).Decode(&p)
	if err == nil {
		var done work.Result
		if done.Written, err = readAll(context.Background(), p); err == nil {
			err = json.NewEncoder(os.Stdout).Encode(done)
		}
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// local sends what is meant for a shop's own address to the demo shop.
type local struct{ to *url.URL }

// RoundTrip implements http.RoundTripper.
func (l local) RoundTrip(r *http.Request) (*http.Response, error) {
	r = r.Clone(r.Context())
	r.URL.Scheme, r.URL.Host, r.Host = l.to.Scheme, l.to.Host, l.to.Host
	return http.DefaultTransport.RoundTrip(r)
}

type page struct {
	Products struct {
		Nodes    []product
		PageInfo struct {
			HasNextPage bool
			EndCursor   string
		}
	}
}

type product struct {
	ID, Handle, Title, DescriptionHTML, Vendor, ProductType, Status, UpdatedAt string

	OnlineStoreURL *string
	Tags           []string
	SEO            struct{ Title, Description *string }
	Media          struct {
		Nodes []struct {
			ID    string
			Alt   *string
			Image *struct{ URL string }
		}
	}
	// What is kept as it came.
	Category, Options, PriceRangeV2, Variants, Metafields json.RawMessage
}

func readAll(ctx context.Context, p work.Paging) (read int, err error) {
	endpoint, err := url.Parse(p.Endpoint)
	if err != nil {
		return 0, err
	}
	client, err := goshopify.NewClient(goshopify.App{}, "bench.myshopify.com", p.Token, goshopify.WithVersion(p.Version),
		goshopify.WithRetry(retries), goshopify.WithHTTPClient(&http.Client{Timeout: time.Minute, Transport: local{endpoint}}))
	if err != nil {
		return 0, err
	}
	db, err := sql.Open("sqlite3", "file:"+p.File+"?_journal_mode=WAL&_synchronous=FULL")
	if err != nil {
		return 0, err
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	if _, err := db.ExecContext(ctx, tables); err != nil {
		return 0, err
	}
	for after := any(nil); ; {
		var got page
		if err := client.GraphQL.Query(ctx, p.Query, map[string]any{"first": p.Size, "after": after}, &got); err != nil {
			return read, err
		}
		if err := save(ctx, db, got.Products.Nodes); err != nil {
			return read, err
		}
		read += len(got.Products.Nodes)
		if !got.Products.PageInfo.HasNextPage {
			return read, nil
		}
		after = got.Products.PageInfo.EndCursor
	}
}

// save keeps a page in one transaction.
func save(ctx context.Context, db *sql.DB, products []product) error {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback() //nolint:errcheck // after a commit there is nothing to take back
	for _, one := range products {
		tags, err := json.Marshal(one.Tags)
		if err != nil {
			return err
		}
		rest, err := json.Marshal([]json.RawMessage{one.Category, one.Options, one.PriceRangeV2, one.Variants, one.Metafields})
		if err != nil {
			return err
		}
		if _, err := tx.ExecContext(ctx, "INSERT OR REPLACE INTO products VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
			one.ID, one.Handle, one.Title, one.DescriptionHTML, one.Vendor, one.ProductType, one.Status, string(tags),
			one.UpdatedAt, one.OnlineStoreURL, one.SEO.Title, one.SEO.Description, string(rest)); err != nil {
			return err
		}
		for _, medium := range one.Media.Nodes {
			address := ""
			if medium.Image != nil {
				address = medium.Image.URL
			}
			if _, err := tx.ExecContext(ctx, "INSERT OR REPLACE INTO media VALUES (?, ?, ?, ?)", medium.ID, one.ID, medium.Alt, address); err != nil {
				return err
			}
		}
	}
	return tx.Commit()
}
