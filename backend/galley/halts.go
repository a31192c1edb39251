package galley

// HaltTraits are what a code means for a shop whose publications wait for it.
type HaltTraits struct {
	Offline bool `json:"offline"` // the shop cannot be reached; it has not refused
	SignIn  bool `json:"sign_in"` // someone has to sign in to the shop again
}

var haltTraits = map[Code]HaltTraits{
	CodeOffline:   {Offline: true},
	CodeTimeout:   {Offline: true},
	CodeShopToken: {SignIn: true},
	CodeShopScope: {SignIn: true},
}

// HaltTraits of the code; none for most.
func (c Code) HaltTraits() HaltTraits { return haltTraits[c] }
