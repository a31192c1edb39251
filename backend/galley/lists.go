package galley

import (
	"context"
	"time"
)

// ShopLister is a ShopClient of a shop that can write a list of all its
// products by itself, and that can tell what changed.
type ShopLister interface {
	ShopClient
	// StartList has the shop begin a list of all products. CodeBusy: the shop has
	// too many under way; CodeShopScope, CodeShopRefused: it makes none for this
	// token; CodeOutcomeUnknown: it may have begun, and FindList looks for it.
	StartList(ctx context.Context) (ProductList, error)
	// FindList returns the newest list that StartList began after a time by the
	// shop's clock, or CodeNotFound.
	FindList(ctx context.Context, after time.Time) (ProductList, error)
	// List returns how far a list is, or CodeNotFound.
	List(ctx context.Context, id string) (ProductList, error)
	// CancelList has the shop stop writing a list. One that has ended is no error.
	CancelList(ctx context.Context, id string) error
	// ReadList reads a list that is ready, in parts, and hands each to save. A
	// product is whole, in one part; the parts of a list are always the same, so
	// reading can continue with any of them. The list is checked before the first
	// is saved: one that is not whole is CodeInvalidFile, one that the shop no
	// longer keeps CodeNotFound.
	ReadList(ctx context.Context, list ProductList, from int, save func(ListPart) error) error

	// CountChanges counts the products that changed since a time, by the shop's search.
	CountChanges(ctx context.Context, since time.Time) (int, error)
	// Changes returns a page of these, like Products.
	Changes(ctx context.Context, since time.Time, cursor string) (ProductBatch, error)
	// Deletions returns a page of the ids of products that were deleted since a
	// time, and the cursor of the next, "" after the last.
	Deletions(ctx context.Context, since time.Time, cursor string) (ids []string, next string, err error)
	// CollectionHeads returns a page like Collections, but the collections have no
	// Members: they have the count that the shop says, -1 if it says none.
	CollectionHeads(ctx context.Context, cursor string) (CollectionBatch, error)
	// Members returns the ids of the products of collections; a collection that is
	// gone is left out.
	Members(ctx context.Context, collections []string) (map[string][]string, error)
	// CollectionsOf returns the ids of the collections that products are in; a
	// product that is gone is left out.
	CollectionsOf(ctx context.Context, products []string) (map[string][]string, error)

	// ClockAhead is by how much the shop's clock is ahead of this computer's, by
	// its last answer; 0 if it does not say.
	ClockAhead() time.Duration
}

// ProductList is a list of all products that a shop writes.
type ProductList struct {
	ID     string
	State  ListState
	Listed int       // products so far
	Lines  int       // objects so far: products and what belongs to them
	Began  time.Time // by the shop's clock
	URL    string    // of the file once it is ready; "" if there are no products
	Size   int64     // of the file in bytes, 0 if not known
	Reason string    // why it failed, in the shop's words
}

// ListState is how far a list is.
type ListState int

// The states of a list.
const (
	ListRunning ListState = iota
	ListReady
	ListFailed // or cancelled, or let go of
)

// ListPart is a part of a list of products.
type ListPart struct {
	Number   int // from 0
	Parts    int
	Products []Product
}

// SyncKind is how a sync reads a shop.
type SyncKind string

// The kinds of syncs.
const (
	SyncPages   SyncKind = "pages"   // all products, page by page
	SyncList    SyncKind = "list"    // all products, from a list that the shop writes
	SyncChanges SyncKind = "changes" // products that changed since the last sync
)

// SyncState is what is kept of a shop's syncs.
type SyncState struct {
	Open  bool     // one was begun and has not ended
	Kind  SyncKind // of the last that was begun, "" if none was
	Began time.Time
	// ChangesFrom is when the last sync began that ended well; nil if the next
	// must read all products.
	ChangesFrom *time.Time
	WholeAt     *time.Time // when the last began that read all products
	// MembersKnown: the members of all collections were known at ChangesFrom, so
	// that only what changed since must be read.
	MembersKnown bool
	// ListID is the list of the open sync; ListAt is when it was asked for, nil
	// if it was not. Without an id, the shop's answer was lost.
	ListID string
	ListAt *time.Time
}

// SyncRun is a sync as one process works it. What a run writes that another process has overtaken is CodeBusy and
// changes nothing.
type SyncRun struct {
	// Number marks what the sync found. A sync that goes on with one that was interrupted has its number.
	Number int64
	Lease  Lease
}

// SyncProgress is how far a sync is.
type SyncProgress struct {
	Progress

	// Preparing: the shop is still writing its list of products. Done counts
	// those on it.
	Preparing bool `json:"preparing"`
}
