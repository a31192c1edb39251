package demo

import (
	"net/url"
	"strings"

	"galley/backend/demo/graph"
)

// The demo shop's own data.
const (
	shopName     = "Demo shop"
	shopDomain   = "galley-demo.myshopify.com"
	shopEmail    = "shop@galley-demo.example"
	shopCurrency = "EUR"
	shopPlan     = "Basic"
	shopTimezone = "Etc/UTC"
	shopLocale   = "en"
)

// shopOpened is the shop's opening date; only its products have a time that
// matters.
const shopOpened = "2024-01-15T09:00:00Z"

// knownScopes are the scopes that tokens of the demo shop can have.
var knownScopes = []scope{
	{"read_products", "Read products, variants, and collections"},
	{"write_products", "Modify products, variants, and collections"},
	{"read_files", "Read files"},
	{"write_files", "Modify files"},
	{"read_themes", "Read themes"},
	{"write_themes", "Modify themes"},
}

type (
	store        struct{ *view }
	domain       struct{ *view }
	plan         struct{}
	locale       struct{}
	installation struct{ *view }
	app          struct{}
	scope        struct{ handle, description string }
)

// TypeName implements graph.Typed.
func (store) TypeName() string { return "Shop" }

// TypeName implements graph.Typed.
func (app) TypeName() string { return "App" }

func shopFields() graph.Resolvers {
	return graph.Resolvers{
		"Shop": graph.On(map[string]func(*graph.Call, store) (any, error){
			"id":              graph.Get(func(store) any { return gid("Shop", shopNumber) }),
			"name":            graph.Get(func(store) any { return shopName }),
			"myshopifyDomain": graph.Get(func(store) any { return shopDomain }),
			"primaryDomain":   graph.Get(func(s store) any { return domain(s) }),
			"url":             graph.Get(func(s store) any { return s.base }),
			"currencyCode":    graph.Get(func(store) any { return shopCurrency }),
			"email":           graph.Get(func(store) any { return shopEmail }),
			"contactEmail":    graph.Get(func(store) any { return shopEmail }),
			"description":     graph.Get(func(store) any { return nil }),
			"ianaTimezone":    graph.Get(func(store) any { return shopTimezone }),
			"weightUnit":      graph.Get(func(store) any { return "GRAMS" }),
			"plan":            graph.Get(func(store) any { return plan{} }),
			"createdAt":       graph.Get(func(store) any { return shopOpened }),
			"updatedAt":       graph.Get(func(store) any { return shopOpened }),
		}),
		"Domain": graph.On(map[string]func(*graph.Call, domain) (any, error){
			"id":   graph.Get(func(domain) any { return gid("Domain", shopNumber) }),
			"url":  graph.Get(func(d domain) any { return d.base }),
			"host": graph.Get(func(d domain) any { return hostOf(d.base) }),
		}),
		"ShopPlan": graph.On(map[string]func(*graph.Call, plan) (any, error){
			"publicDisplayName":  graph.Get(func(plan) any { return shopPlan }),
			"displayName":        graph.Get(func(plan) any { return shopPlan }),
			"partnerDevelopment": graph.Get(func(plan) any { return false }),
			"shopifyPlus":        graph.Get(func(plan) any { return false }),
		}),
		"ShopLocale": graph.On(map[string]func(*graph.Call, locale) (any, error){
			"locale":    graph.Get(func(locale) any { return shopLocale }),
			"name":      graph.Get(func(locale) any { return "English" }),
			"primary":   graph.Get(func(locale) any { return true }),
			"published": graph.Get(func(locale) any { return true }),
		}),
		"AppInstallation": graph.On(map[string]func(*graph.Call, installation) (any, error){
			"id":           graph.Get(func(installation) any { return gid("AppInstallation", appNumber) }),
			"app":          graph.Get(func(installation) any { return app{} }),
			"accessScopes": graph.Get(func(i installation) any { return graph.List(i.accessScopes()) }),
		}),
		"App": graph.On(map[string]func(*graph.Call, app) (any, error){
			"id":     graph.Get(func(app) any { return gid("App", appNumber) }),
			"title":  graph.Get(func(app) any { return "Galley" }),
			"handle": graph.Get(func(app) any { return "galley" }),
			"apiKey": graph.Get(func(app) any { return "demo" }),
		}),
		"AccessScope": graph.On(map[string]func(*graph.Call, scope) (any, error){
			"handle":      graph.Get(func(s scope) any { return s.handle }),
			"description": graph.Get(func(s scope) any { return s.description }),
		}),
	}
}

func hostOf(base string) string {
	parsed, err := url.Parse(base)
	if err != nil {
		return strings.TrimPrefix(base, "http://")
	}
	return parsed.Host
}
