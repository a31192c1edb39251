package web

import (
	"galley/backend/galley"
	"galley/backend/wire"
)

// Rules are what the pages know without asking. They are written into the
// generated TypeScript, so that no page repeats a rule.
type Rules struct {
	Fields          []FieldRule `json:"fields"` // in the order in which people see them
	Shops           []ShopRule  `json:"shops"`
	Plans           []PlanRule  `json:"plans"`
	Halts           []HaltRule  `json:"halts"`            // of the codes that mean something to the pages
	MaxInstructions int         `json:"max_instructions"` // characters
	MaxShopName     int         `json:"max_shop_name"`    // characters
	MaxPage         int         `json:"max_page"`         // rows of one list request
	SignInPort      int         `json:"sign_in_port"`     // port of the sign-in callback unless another one is named
	RedirectURL     string      `json:"redirect_url"`     // what an app's settings have to allow, for that port
}

// FieldRule is what the pages know of a field.
type FieldRule struct {
	ID      galley.Field     `json:"id"`
	Label   string           `json:"label"` // in running text
	Many    string           `json:"many"`  // plural in running text
	Place   galley.PlaceKind `json:"place"`
	Role    galley.Role      `json:"role"`
	HTML    bool             `json:"html"`    // HTML rather than plain text
	Limit   int              `json:"limit"`   // Shopify's limit, 0 if it has none
	Counter int              `json:"counter"` // the length that Shopify advises, 0 if none
}

// ShopRule is what the pages know of a kind of shop.
type ShopRule struct {
	Kind        galley.ShopKind `json:"kind"`
	Collections bool            `json:"collections"` // the shop can have some
}

// HaltRule describes a code that a shop's publications wait for.
type HaltRule struct {
	Code galley.Code `json:"code"`
	galley.HaltTraits
}

// PlanRule describes a shop's plan.
type PlanRule struct {
	ID     galley.Plan `json:"id"`
	Scores bool        `json:"scores"` // SEO scores are shown
}

// NewRules returns the domain's rules.
func NewRules() Rules {
	rules := Rules{
		MaxInstructions: galley.MaxInstructions, MaxShopName: galley.MaxShopName, MaxPage: galley.MaxPage,
		SignInPort: wire.SignInPort, RedirectURL: wire.RedirectURL,
	}
	for _, id := range galley.Fields() {
		f := id.Spec()
		rules.Fields = append(rules.Fields, FieldRule{
			ID: id, Label: f.Label, Many: f.Many, Place: f.Place, Role: f.Role,
			HTML: id.IsHTML(), Limit: f.Limit, Counter: f.Counter,
		})
	}
	for _, kind := range galley.ShopKinds() {
		rules.Shops = append(rules.Shops, ShopRule{Kind: kind.Kind, Collections: kind.Collections})
	}
	for _, code := range []galley.Code{galley.CodeOffline, galley.CodeTimeout, galley.CodeShopToken, galley.CodeShopScope} {
		rules.Halts = append(rules.Halts, HaltRule{Code: code, HaltTraits: code.HaltTraits()})
	}
	for _, plan := range []galley.Plan{galley.PlanFree, galley.PlanPro, galley.PlanMax} {
		rules.Plans = append(rules.Plans, PlanRule{ID: plan, Scores: plan.ShowsScores()})
	}
	return rules
}
