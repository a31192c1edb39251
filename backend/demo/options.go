// Package demo is a stand-in for a Shopify store: a real HTTP server that speaks
// the Admin GraphQL API, validates every request against Shopify's own schema,
// prices and throttles it as Shopify does, and serves product pages and pictures.
// It keeps its state in its own SQLite database and shares nothing with the
// client that talks to it but the schema.
package demo

import (
	"time"

	"galley/backend/demo/oauth"
	"galley/backend/galley"
)

// Shopify's figures for the Standard plan.
// Source: https://shopify.dev/docs/api/usage/limits
const (
	StandardRestoreRate = 100.0
	StandardBucket      = 2000.0
)

// Options say which shop to open and how it behaves. The zero value is a
// temporary shop with the sample catalogue.
type Options struct {
	// Path is the database file, which several processes may have open at once.
	// Empty means a temporary file that Close removes.
	Path string
	// Seed fills a new shop. A shop that has products keeps them.
	Seed Seed
	// RestoreRate is how many points are restored a second, Bucket their
	// maximum. 0 is Shopify's Standard plan. Each process has its own bucket.
	RestoreRate, Bucket float64
	// Latency delays every answer of the API.
	Latency time.Duration
	// BulkPace is how many products a bulk operation reads a second, by the clock;
	// 0 is bulk.DefaultPace.
	BulkPace float64
	// Faults says which requests fail, and how; empty means none. Package faults
	// has the grammar.
	Faults string
	// Scopes are what the token may do, and what apps may do with client
	// credentials; nil is all. Writing implies reading.
	Scopes []string
	// Apps are those that may sign in; nil is one of the shop's own organisation
	// and a foreign one. See Shop.Apps.
	Apps []oauth.App
	// Journal, if set, receives every changed text.
	Journal *Journal
	// Clock tells the time; nil is the system's.
	Clock galley.Clock
}

// Seed names the products of a new shop. The zero value is the sample
// catalogue.
type Seed struct {
	// Catalogues are paths of Shopify product exports.
	Catalogues []string
	// Products is a number of invented products, up to MaxProducts; the same
	// number always gives the same products.
	Products int
}

// MaxProducts is the maximum number of invented products.
const MaxProducts = 200_000

func (o Options) withDefaults() Options {
	if o.RestoreRate <= 0 {
		o.RestoreRate = StandardRestoreRate
	}
	if o.Bucket <= 0 {
		o.Bucket = StandardBucket
	}
	if o.Clock == nil {
		o.Clock = galley.SystemClock{}
	}
	if o.Scopes == nil {
		o.Scopes = []string{"write_products", "write_files"}
	}
	if o.Apps == nil {
		own := oauth.App{ID: "galley-demo", Secret: oauth.NewSecret(), Scopes: o.Scopes}
		foreign := own
		foreign.ID, foreign.Foreign = "galley-demo-foreign", true
		o.Apps = []oauth.App{own, foreign}
	}
	return o
}
