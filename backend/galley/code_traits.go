package galley

import (
	"maps"
	"slices"
)

// CodeTraits are what a code means where it is the reason why something waits.
type CodeTraits struct {
	Offline  bool `json:"offline"`  // the other side cannot be reached; it has not refused
	SignIn   bool `json:"sign_in"`  // someone has to sign in to the shop again
	Settings bool `json:"settings"` // a cap or a price has to be changed in Settings
	Setup    bool `json:"setup"`    // the writer has to be set up again, or tested
}

var codeTraits = map[Code]CodeTraits{
	CodeOffline:       {Offline: true},
	CodeTimeout:       {Offline: true},
	CodeShopToken:     {SignIn: true},
	CodeShopScope:     {SignIn: true},
	CodeSpendCap:      {Settings: true},
	CodeWriterKey:     {Setup: true},
	CodeWriterQuota:   {Setup: true},
	CodeWriterModel:   {Setup: true},
	CodeWriterPrice:   {Settings: true},
	CodeWriterFailed:  {Setup: true},
	CodeWriterRefused: {Setup: true},
	CodeWriterCut:     {Setup: true},
	CodeWriterReply:   {Setup: true},
	CodeWriterTooLong: {Setup: true},
	CodeWriterDenied:  {Setup: true},
	CodeWriterCountry: {Setup: true},
	CodeWriterNetwork: {Setup: true},
	CodeWriterAPIOff:  {Setup: true},
	CodeWriterPage:    {Setup: true},
	CodeWriterDay:     {Setup: true},
	CodeWriterPlan:    {Setup: true},
}

// CodesWithTraits lists the codes that have any, in alphabetical order.
func CodesWithTraits() []Code { return slices.Sorted(maps.Keys(codeTraits)) }

// Traits of the code; none for most.
func (c Code) Traits() CodeTraits { return codeTraits[c] }
