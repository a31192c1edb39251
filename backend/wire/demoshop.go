package wire

import (
	"context"
	"time"

	"galley/backend/demo"
	"galley/backend/demo/faults"
)

// DemoShop says what a new demo shop sells and how it behaves. The zero value
// is the sample catalogue at the pace of Shopify's Standard plan.
type DemoShop struct {
	Catalogues  []string // paths of Shopify product exports
	Products    int      // a number of invented products instead
	RestoreRate float64  // points restored a second; 0 for the Standard plan
	Bucket      float64  // points there are at most; 0 for the Standard plan
	Latency     time.Duration
	Scopes      []string // what its token may do; nil for everything
	Faults      string   // what goes wrong, as galley demo-shop --help explains; empty for nothing
}

// options of a demo shop whose state is kept at path, "" for nowhere.
func (d DemoShop) options(path string) demo.Options {
	return demo.Options{
		Path: path, Seed: demo.Seed{Catalogues: d.Catalogues, Products: d.Products},
		RestoreRate: d.RestoreRate, Bucket: d.Bucket, Latency: d.Latency, Faults: d.Faults, Scopes: d.Scopes,
	}
}

// DemoAddress is how to reach a demo shop that runs alone.
type DemoAddress struct {
	Endpoint string `json:"endpoint"`
	Token    string `json:"token"`
	// An app of the shop's own organisation, to sign in with.
	ClientID     string `json:"client_id"`
	ClientSecret string `json:"client_secret"`
}

// FaultCount says how often a fault struck.
type FaultCount = faults.Count

// ServeDemoShop runs a demo shop alone until ctx ends, and then reports how
// often each of its faults occurred. Its state is deleted. ready is called once,
// when it answers.
func ServeDemoShop(ctx context.Context, listen string, d DemoShop, ready func(DemoAddress)) ([]FaultCount, error) {
	shop, err := demo.Open(ctx, d.options(""))
	if err != nil {
		return nil, err
	}
	server, err := shop.Serve(context.WithoutCancel(ctx), listen)
	if err != nil {
		_ = shop.Close()
		return nil, err
	}
	app := shop.Apps()[0]
	ready(DemoAddress{Endpoint: server.Endpoint, Token: server.Token, ClientID: app.ID, ClientSecret: app.Secret})
	<-ctx.Done()
	err = server.Close()
	if shopErr := shop.Close(); err == nil {
		err = shopErr
	}
	return shop.Faults(), err
}
