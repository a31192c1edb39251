package galley

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"galley/backend/galley/messages"
)

// ShopID identifies a shop within one home.
type ShopID string

// Shop is one client's store.
type Shop struct {
	ID        ShopID     `json:"id"`
	Name      string     `json:"name"`
	Kind      ShopKind   `json:"kind"`
	Domain    string     `json:"domain"`               // myshop.myshopify.com
	Endpoint  string     `json:"endpoint"`             // address of the Admin API; empty means https://Domain
	SignIn    SignIn     `json:"sign_in" blank:"true"` // into a Shopify shop; empty for others
	ClientID  string     `json:"client_id"`            // of the app that signs in; empty with a pasted token
	Currency  string     `json:"currency"`             // ISO 4217
	Plan      Plan       `json:"plan"`
	Halted    *Reason    `json:"halted"` // why its outbox waits, if something is wrong
	HaltedAt  *time.Time `json:"halted_at"`
	TryAt     *time.Time `json:"try_at"`  // when a halted outbox is tried again; nil: it is being tried
	Missing   int        `json:"missing"` // products that the last sync did not find on the shop, kept until a person confirms
	Facts     string     `json:"facts"`   // facts about all its products, one a line: a source for claims
	Unknown   []Field    `json:"unknown"` // fields that its file has no column for, as of the last sync
	SyncedAt  *time.Time `json:"synced_at"`
	CreatedAt time.Time  `json:"created_at"`
}

// ShopOverview is a shop with its counts and what is under way. Counting takes
// longer than reading the shop.
type ShopOverview struct {
	Shop

	ProductCount  int           `json:"product_count"`
	ImageCount    int           `json:"image_count"`
	ToReview      int           `json:"to_review"`      // drafts to read, over all jobs that are not archived: see ItemStatus.ToReview
	PendingReview int           `json:"pending_review"` // drafts that wait for a decision or for publishing, over all jobs
	RunningJobs   int           `json:"running_jobs"`   // jobs queued or running
	Waiting       int           `json:"waiting"`        // publications in the outbox
	Sending       int           `json:"-"`              // of these, writes that are under way, or whose outcome is not known
	Publishable   bool          `json:"-"`              // has drafts that go along when all are published
	Undoable      bool          `json:"-"`              // has publications that can be undone
	Sync          *SyncProgress `json:"sync"`           // while a sync is under way
	Can           ShopCan       `json:"can"`
}

// ShopRemoved reports the effects of removing a shop.
type ShopRemoved struct {
	ShopOverview

	Withdrawn int `json:"withdrawn"` // queued texts that were not sent
	Cancelled int `json:"cancelled"` // jobs that were cancelled
	Written   int `json:"written"`   // writes to the shop that the ledger keeps
	Abandoned int `json:"abandoned"` // writes recorded in the ledger with an unknown outcome
}

// AsksBeforeRemoving reports whether a person must confirm before a sync removes
// products that the shop did not list from the local copy: when these are all,
// or more than three and more than 5 %.
func AsksBeforeRemoving(unseen, known int) bool {
	return unseen > 0 && (unseen == known || unseen > 3 && unseen*20 > known)
}

// Removals are the products that the last sync did not find on the shop and
// that are kept in the local copy. Plan names exactly these: confirming it
// removes no others.
type Removals struct {
	Plan     PlanID       `json:"plan"` // "" where nothing is missing
	Count    int          `json:"count"`
	Products []ProductRef `json:"products"` // by title, at most RemovalsShown
}

// RemovalsShown is how many products Removals names.
const RemovalsShown = 200

// RemovalPlan is the plan of removing exactly these products, given by their
// sorted ids.
func RemovalPlan(shop ShopID, ids []string) PlanID {
	if len(ids) == 0 {
		return ""
	}
	sum := sha256.New()
	for _, id := range append([]string{string(shop)}, ids...) {
		fmt.Fprintf(sum, "%d:%s", len(id), id)
	}
	return PlanID("remove:" + hex.EncodeToString(sum.Sum(nil)[:16]))
}

// Plan is the subscription that the agency sold to a shop's owner.
type Plan string

// The plans. Free hides SEO scores.
const (
	PlanFree Plan = "free"
	PlanPro  Plan = "pro"
	PlanMax  Plan = "max"
)

// Plans lists the plans.
func Plans() []Plan { return []Plan{PlanFree, PlanPro, PlanMax} }

// ShowsScores reports whether SEO scores are part of the plan.
func (p Plan) ShowsScores() bool { return p != PlanFree }

// HideScores takes the scores out of items where they are not part of the plan.
func (p Plan) HideScores(items []Item) {
	if p.ShowsScores() {
		return
	}
	for i := range items {
		items[i].Score = nil
	}
}

// ParsePlan returns the plan of that name, or CodeInvalidInput.
func ParsePlan(s string) (Plan, error) {
	if slices.Contains(Plans(), Plan(s)) {
		return Plan(s), nil
	}
	return "", NewError(CodeInvalidInput, messages.NoSuchShopPlan(s))
}

// ShopInfo is what a shop reports about itself.
type ShopInfo struct {
	Name     string   `json:"name"`
	Domain   string   `json:"domain"`
	URL      string   `json:"url"` // the public site
	Currency string   `json:"currency"`
	Plan     string   `json:"plan"`
	Scopes   []string `json:"scopes"`
	Products int      `json:"products"`
	Missing  []string `json:"missing"` // scopes that Galley needs and the token lacks
	// MissingNames are the missing scopes in words.
	MissingNames []string           `json:"missing_names,omitempty"`
	Warnings     []messages.Message `json:"warnings,omitempty"`
	// File is how the file of a file shop is read.
	File *ProductFile `json:"file,omitempty"`
}

// Knows returns CodeInvalidInput for a field of which the shop cannot tell whether
// it has a text: one written for it would replace what nobody saw.
func (s Shop) Knows(f Field) error {
	if !slices.Contains(s.Unknown, f) {
		return nil
	}
	return NewError(CodeInvalidInput, messages.FieldUnknown(s.Domain, string(f)))
}

// RequiredScopes are the permissions to ask for: those that reading products and
// publishing copy need. Writing implies reading. Source: Shopify's access scopes.
func RequiredScopes() []string { return []string{"write_products", scopeFiles} }

const (
	scopeFiles  = "write_files"
	scopeThemes = "write_themes" // Shopify accepts it instead of write_files
)

// MissingScopes returns the required scopes that the granted ones do not cover,
// empty for none.
func MissingScopes(granted []string) []string {
	missing := []string{}
	for _, scope := range RequiredScopes() {
		covered := slices.Contains(granted, scope) || scope == scopeFiles && slices.Contains(granted, scopeThemes)
		if !covered {
			missing = append(missing, scope)
		}
	}
	return missing
}

// MaxFacts is the longest list of a shop's facts, in characters.
const MaxFacts = 8000

// MaxFact is the longest fact that is added from a draft, in characters.
const MaxFact = 300

// CheckFacts refuses a list of facts that is too long.
func CheckFacts(facts string) error {
	if n := len([]rune(facts)); n > MaxFacts {
		return NewError(CodeInvalidInput, messages.FactsTooLong(MaxFacts, n))
	}
	return nil
}

// MaxShopName is the longest name of a shop, in characters.
const MaxShopName = 80

// ParseShopName returns a name that a person gives to a shop, without white space
// around it. One that is empty, too long or more than a line is CodeInvalidInput.
func ParseShopName(text string) (string, error) {
	name := strings.TrimSpace(text)
	if name == "" || utf8.RuneCountInString(name) > MaxShopName || strings.ContainsFunc(name, unicode.IsControl) {
		return "", NewError(CodeInvalidInput, messages.ShopNameInvalid(MaxShopName))
	}
	return name, nil
}
