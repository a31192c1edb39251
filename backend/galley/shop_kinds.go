package galley

import (
	"slices"

	"galley/backend/galley/messages"
)

// ShopKind is the kind of system behind a shop.
type ShopKind string

// The kinds of shop.
const (
	ShopShopify ShopKind = "shopify" // Shopify's Admin API
	ShopDemo    ShopKind = "demo"    // the built-in demo shop
	ShopFile    ShopKind = "file"    // a product export (CSV)
)

// ConnectWay is how a shop is connected.
type ConnectWay string

// The ways to connect a shop.
const (
	ConnectSignIn  ConnectWay = "sign_in"  // a credential, kept in the key store
	ConnectBuiltIn ConnectWay = "built_in" // part of Galley: at most one in a home
	ConnectFile    ConnectWay = "file"     // a file that a person opens, kept in the home
)

// Keepsake is something that Galley keeps for a shop outside the data file.
type Keepsake string

// What can be kept.
const (
	KeptCredential Keepsake = "credential"
	KeptFile       Keepsake = "file"
)

// ShopTraits is what distinguishes kinds of shops. The client of each kind is
// in wire.
type ShopTraits struct {
	Kind    ShopKind
	Label   string
	Connect ConnectWay
	Keeps   []Keepsake // what is forgotten when a shop is removed
	Exports bool       // published texts are collected for a file
	// Collections: the shop can have some.
	Collections bool
	// InDataFile: its published texts are in the data file.
	InDataFile bool
}

var shopKinds = []ShopTraits{
	{Kind: ShopShopify, Label: "Shopify", Connect: ConnectSignIn, Keeps: []Keepsake{KeptCredential}, Collections: true},
	{Kind: ShopDemo, Label: "Demo shop", Connect: ConnectBuiltIn, Collections: true},
	{Kind: ShopFile, Label: "Product export", Connect: ConnectFile, Keeps: []Keepsake{KeptFile}, Exports: true, InDataFile: true},
}

// ShopKinds lists the kinds of shop.
func ShopKinds() []ShopTraits { return slices.Clone(shopKinds) }

// Traits returns the traits of the kind. An unknown kind has none.
func (k ShopKind) Traits() ShopTraits {
	for _, traits := range shopKinds {
		if traits.Kind == k {
			return traits
		}
	}
	return ShopTraits{Kind: k, Label: string(k)}
}

// Check returns CodeInvalidInput for an unknown kind.
func (k ShopKind) Check() error {
	if k.Traits().Connect == "" {
		return NewError(CodeInvalidInput, messages.NoSuchShopKind(string(k)))
	}
	return nil
}

// HasKept reports whether a removed shop of the kind has that to delete.
func (t ShopTraits) HasKept(k Keepsake) bool { return slices.Contains(t.Keeps, k) }
