package web

import (
	"galley/backend/checks"
	"galley/backend/galley"
	"galley/backend/ledger"
	"galley/backend/settings"
	"galley/backend/wire"
)

// Rules are what the pages know without asking. They are written into the
// generated TypeScript, so that no page repeats a rule.
type Rules struct {
	Fields        []FieldRule             `json:"fields"` // in the order in which people see them
	Shops         []ShopRule              `json:"shops"`
	Plans         []PlanRule              `json:"plans"`
	Writers       []WriterRule            `json:"writers"`
	Codes         []CodeRule              `json:"codes"`  // those that mean something to the pages
	Claims        []string                `json:"claims"` // the rules of warnings about claims without a source
	Losses        []string                `json:"losses"` // the rules of warnings about parts of the shop's text that a draft lacks
	Scores        ScoreRule               `json:"scores"`
	Themes        []galley.Theme          `json:"themes"`
	TextSizes     []int                   `json:"text_sizes"` // percent
	SignIns       []SignInRule            `json:"sign_ins"`
	LedgerFormats []ledger.Format         `json:"ledger_formats"`
	Encodings     []galley.EncodingChoice `json:"encodings"` // that a person can choose for a product file
	AnyModel      string                  `json:"any_model"` // the model of a price for all models of a server
	Limits        Limits                  `json:"limits"`
	Placeholders  []galley.Placeholder    `json:"placeholders"` // of instructions
	SampleSize    int                     `json:"sample_size"`  // items of a job that is tried out first
	FirstDrafts   StartRule               `json:"first_drafts"` // what a new demo shop has written first
	SignedOut     string                  `json:"signed_out"`   // the code over HTTP for a request without a session
	SignInPort    int                     `json:"sign_in_port"` // port of the sign-in callback unless another one is named
	Glyphs        string                  `json:"glyphs"`       // widths of characters in Arial: lines of a width, of which 2048 make one em, and who have it (hexadecimal, ranges with "-")
	RedirectURL   string                  `json:"redirect_url"` // what an app's settings have to allow, for that port
}

// StartRule is the first job of the demo shop, for the built-in templates.
type StartRule struct {
	Field   galley.Field `json:"field"`
	Handles []string     `json:"handles"`
}

// Limits are the most that Galley takes, in characters unless they say otherwise.
type Limits struct {
	Facets           int `json:"facets"` // values of a filter that are listed
	Facts            int `json:"facts"`  // of a shop
	Fact             int `json:"fact"`   // added from a draft
	Instructions     int `json:"instructions"`
	InstructionsName int `json:"instructions_name"`
	Note             int `json:"note"` // for writing again
	Find             int `json:"find"` // words to look for, or to put in their place
	ShopName         int `json:"shop_name"`
	Page             int `json:"page"`     // rows of one list request
	Port             int `json:"port"`     // the highest
	Examples         int `json:"examples"` // marked texts of a profile
	Compared         int `json:"compared"` // items of a comparison
}

// FieldRule is what the pages know of a field.
type FieldRule struct {
	ID       galley.Field     `json:"id"`
	Label    string           `json:"label"` // in running text
	Many     string           `json:"many"`  // plural in running text
	Place    galley.PlaceKind `json:"place"`
	Role     galley.Role      `json:"role"`
	HTML     bool             `json:"html"`     // HTML rather than plain text
	Limit    int              `json:"limit"`    // Shopify's limit, 0 if it has none
	Counter  int              `json:"counter"`  // the length that Shopify advises, 0 if none
	Advised  int              `json:"advised"`  // the length that readers of the text take, 0 if none
	Required bool             `json:"required"` // it cannot be empty
}

// ShopRule is what the pages know of a kind of shop.
type ShopRule struct {
	Kind        galley.ShopKind   `json:"kind"`
	Label       string            `json:"label"`
	Connect     galley.ConnectWay `json:"connect"`
	Exports     bool              `json:"exports"`     // published texts are collected for a file
	Collections bool              `json:"collections"` // the shop can have some
}

// WriterRule is what the pages know of a kind of writer.
type WriterRule struct {
	Kind          galley.WriterKind `json:"kind"`
	Label         string            `json:"label"` // where people expect a model's name; "" where the writer has one
	Free          bool              `json:"free"`  // its drafts cost nothing
	NeedsEndpoint bool              `json:"needs_endpoint"`
	Prompted      bool              `json:"prompted"` // it uses instructions and the shop's profile
}

// SignInRule is what the pages know of a way to sign in.
type SignInRule struct {
	Way       galley.SignIn `json:"way"`
	NeedsApp  bool          `json:"needs_app"`  // a client ID and secret rather than a token
	InBrowser bool          `json:"in_browser"` // on the shop's own page, which comes back to a port
}

// CodeRule says what a code means where it is the reason why something waits.
type CodeRule struct {
	Code galley.Code `json:"code"`
	galley.CodeTraits
}

// ScoreRule says how scores are graded.
type ScoreRule struct {
	Good int `json:"good"` // the least total of a good one
	Fair int `json:"fair"`
	Best int `json:"best"` // the most points of one rule
}

// PlanRule describes a shop's plan.
type PlanRule struct {
	ID     galley.Plan `json:"id"`
	Scores bool        `json:"scores"` // SEO scores are shown
}

// NewRules returns the domain's rules.
func NewRules() Rules {
	rules := Rules{
		Claims: checks.ClaimRules(), Losses: checks.LossRules(), Scores: ScoreRule{Good: galley.GoodScore, Fair: galley.FairScore, Best: galley.BestPoints},
		Themes: galley.Themes(), TextSizes: galley.TextSizes(), LedgerFormats: ledger.Formats(),
		Encodings: galley.FileEncodings(), AnyModel: galley.AnyModel, SampleSize: galley.SampleSize, SignedOut: string(codeSignedOut), SignInPort: wire.SignInPort, RedirectURL: wire.RedirectURL,
		Placeholders: galley.Placeholders(), Glyphs: checks.Glyphs(),
		FirstDrafts: StartRule{Field: wire.FirstDrafts().Field, Handles: wire.FirstDrafts().Selection.Handles},
		Limits: Limits{
			Examples: galley.MaxExamples, Compared: galley.MaxCompared,
			Facets: galley.MaxFacets, Facts: galley.MaxFacts, Fact: galley.MaxFact, Instructions: galley.MaxInstructions, InstructionsName: settings.MaxName,
			Note: galley.MaxNote, Find: galley.MaxFind, ShopName: galley.MaxShopName, Page: galley.MaxPage, Port: galley.MaxPort,
		},
	}
	for _, id := range galley.Fields() {
		f := id.Spec()
		rules.Fields = append(rules.Fields, FieldRule{
			ID: id, Label: f.Label, Many: f.Many, Place: f.Place, Role: f.Role,
			HTML: id.IsHTML(), Limit: f.Limit, Counter: f.Counter, Advised: f.Advised, Required: f.Required,
		})
	}
	for _, kind := range galley.ShopKinds() {
		rules.Shops = append(rules.Shops, ShopRule{
			Kind: kind.Kind, Label: kind.Label, Connect: kind.Connect, Exports: kind.Exports, Collections: kind.Collections,
		})
	}
	for _, kind := range galley.WriterKinds() {
		rules.Writers = append(rules.Writers, WriterRule{Kind: kind.Kind, Label: kind.Label, Free: kind.Free, NeedsEndpoint: kind.NeedsEndpoint, Prompted: kind.Prompted})
	}
	for _, way := range galley.SignIns() {
		rules.SignIns = append(rules.SignIns, SignInRule{Way: way, NeedsApp: way.NeedsApp(), InBrowser: way.InBrowser()})
	}
	for _, code := range galley.CodesWithTraits() {
		rules.Codes = append(rules.Codes, CodeRule{Code: code, CodeTraits: code.Traits()})
	}
	for _, plan := range galley.Plans() {
		rules.Plans = append(rules.Plans, PlanRule{ID: plan, Scores: plan.ShowsScores()})
	}
	return rules
}
