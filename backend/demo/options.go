// Package demo is a stand-in for a Shopify store: a real HTTP server that speaks
// the Admin GraphQL API, validates every request against Shopify's own schema,
// prices and throttles it as Shopify does, and serves product pages and pictures.
// It holds its state in a SQLite database of its own and shares nothing with the
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

// Options say which shop to open and how it behaves. The zero value is a shop
// with the sample catalogue that is gone when it is closed.
type Options struct {
	// Path is the database file, which several processes may have open at once.
	// Empty means a temporary file that Close removes.
	Path string
	// Seed fills a new shop. A shop that has products keeps them.
	Seed Seed
	// RestoreRate is how many points come back a second, Bucket how many there
	// are at most. 0 stands for Shopify's Standard plan. Each process has a
	// bucket of its own.
	RestoreRate, Bucket float64
	// Latency is waited before every answer of the API.
	Latency time.Duration
	// Faults says which requests go wrong, and how; empty means none. The package
	// faults has its grammar.
	Faults string
	// Scopes are what the token may do, and what apps may do with client
	// credentials; nil is all that there are. Writing implies reading.
	Scopes []string
	// Apps are those that may sign in; nil is one of the shop's own organisation
	// and a foreign one. Shop.Apps tells them.
	Apps []oauth.App
	// Journal, if any, is told of every text that changes.
	Journal *Journal
	// Clock tells the time; nil is the system's.
	Clock galley.Clock
}

// Seed says with which products a new shop opens. The zero value is the sample
// catalogue.
type Seed struct {
	// Catalogues are paths of Shopify product exports.
	Catalogues []string
	// Products is a number of invented products, up to MaxProducts; the same
	// number always gives the same ones.
	Products int
}

// MaxProducts is the most products that are invented for a shop.
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
