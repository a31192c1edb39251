package galley

import (
	"maps"
	"slices"
)

// CodeTraits are what a code means where it is the reason why something waits.
type CodeTraits struct {
	Offline  bool `json:"offline"`  // the other side cannot be reached; it has not refused
	SignIn   bool `json:"sign_in"`  // someone has to sign in to the shop again
	Settings bool `json:"settings"` // a cap or the writer has to be changed in Settings
}

var codeTraits = map[Code]CodeTraits{
	CodeOffline:       {Offline: true},
	CodeTimeout:       {Offline: true},
	CodeShopToken:     {SignIn: true},
	CodeShopScope:     {SignIn: true},
	CodeSpendCap:      {Settings: true},
	CodeWriterKey:     {Settings: true},
	CodeWriterQuota:   {Settings: true},
	CodeWriterModel:   {Settings: true},
	CodeWriterPrice:   {Settings: true},
	CodeWriterFailed:  {Settings: true},
	CodeWriterRefused: {Settings: true},
	CodeWriterCut:     {Settings: true},
	CodeWriterReply:   {Settings: true},
	CodeWriterTooLong: {Settings: true},
	CodeWriterPicture: {Settings: true},
	CodeWriterFacts:   {Settings: true},
	CodeWriterDenied:  {Settings: true},
	CodeWriterCountry: {Settings: true},
	CodeWriterNetwork: {Settings: true},
	CodeWriterAPIOff:  {Settings: true},
	CodeWriterPage:    {Settings: true},
	CodeWriterDay:     {Settings: true},
	CodeWriterPlan:    {Settings: true},
}

// CodesWithTraits lists the codes that have any, in alphabetical order.
func CodesWithTraits() []Code { return slices.Sorted(maps.Keys(codeTraits)) }

// Traits of the code; none for most.
func (c Code) Traits() CodeTraits { return codeTraits[c] }
