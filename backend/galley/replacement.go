package galley

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
)

// Replacement says what it does to a file shop if a newer export takes the
// place of its present one. Plan names this change: confirming it takes exactly
// this file, for a shop that still has the same file.
type Replacement struct {
	Plan     PlanID `json:"plan"`
	Products int    `json:"products"` // in the newer file
	Matched  int    `json:"matched"`  // in both, by handle
	Added    int    `json:"added"`
	Gone     int    `json:"gone"`
	// GoneProducts are those that the newer file does not have, in the order of
	// the present one, at most RemovalsShown.
	GoneProducts []ProductRef `json:"gone_products"`
	Drafts       int          `json:"drafts"`      // to review, of products that stay
	GoneDrafts   int          `json:"gone_drafts"` // to review, of products that are gone: they are put aside
	Imported     int          `json:"imported"`    // published texts that the newer file has
	Waiting      int          `json:"waiting"`     // published texts that it does not have yet: they stay in the export
	Changed      int          `json:"changed"`     // published texts in whose place it has another text: it counts
	// Asks: so many products are gone that this may be the file of another shop.
	Asks bool `json:"asks"`
}

// FileChange is what a newer export changes in a file shop.
type FileChange struct {
	Digest   string // of the newer file
	Run      int    // of the present file
	Products int    // in the newer file
	Known    int    // in the present one
	Matched  int
	Gone     []ProductRef
	Imported int
	Waiting  int
	// Changed counts published texts in whose place the newer file has another.
	Changed int
	// Settled are published texts that are not exported any more: those that
	// the newer file has, and those that it has another text for.
	Settled []FilePlace
}

// FilePlace is a field at a place of a file shop.
type FilePlace struct {
	Field  Field  `json:"field"`
	Target string `json:"target"`
}

// Replacement is the change for people. drafts are those to review by product.
func (c FileChange) Replacement(shop ShopID, drafts map[string]int) Replacement {
	r := Replacement{
		Plan: c.plan(shop), Products: c.Products, Matched: c.Matched, Added: c.Products - c.Matched, Gone: len(c.Gone),
		GoneProducts: c.Gone[:min(len(c.Gone), RemovalsShown)],
		Imported:     c.Imported, Waiting: c.Waiting, Changed: c.Changed, Asks: AsksBeforeRemoving(len(c.Gone), c.Known),
	}
	for _, n := range drafts {
		r.Drafts += n
	}
	for _, p := range c.Gone {
		r.GoneDrafts += drafts[p.ID]
	}
	r.Drafts -= r.GoneDrafts
	return r
}

func (c FileChange) plan(shop ShopID) PlanID {
	sum := sha256.Sum256(fmt.Appendf(nil, "%s %d %s", shop, c.Run, c.Digest))
	return PlanID("replace:" + hex.EncodeToString(sum[:16]))
}
