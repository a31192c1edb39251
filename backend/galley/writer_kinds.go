package galley

import (
	"slices"

	"galley/backend/galley/messages"
)

// WriterKind names a writer.
type WriterKind string

// The writers.
const (
	WriterTemplate WriterKind = "template" // built in: no model, no network
	WriterOpenAI   WriterKind = "openai"   // any OpenAI-compatible endpoint
)

// WriterTraits is what distinguishes kinds of writers. What makes each kind is
// in wire.
type WriterTraits struct {
	Kind          WriterKind
	Label         string // where people expect a model's name; "" where the writer has one
	Free          bool   // its drafts cost nothing
	Local         bool   // it writes in this process, as fast as the machine goes
	NeedsEndpoint bool   // an address and a model have to be set
	Prompted      bool   // it uses instructions, notes and the shop's profile
	SeesPictures  bool   // it may be able to look at pictures; the endpoint decides
}

var writerKinds = []WriterTraits{
	{Kind: WriterTemplate, Label: "Template writer", Free: true, Local: true},
	{Kind: WriterOpenAI, NeedsEndpoint: true, Prompted: true, SeesPictures: true},
}

// WriterKinds lists the kinds of writer.
func WriterKinds() []WriterTraits { return slices.Clone(writerKinds) }

// Traits returns the traits of the kind. An unknown kind has none.
func (k WriterKind) Traits() WriterTraits {
	for _, traits := range writerKinds {
		if traits.Kind == k {
			return traits
		}
	}
	return WriterTraits{Kind: k}
}

// Check returns CodeInvalidInput for an unknown kind.
func (k WriterKind) Check() error {
	for _, traits := range writerKinds {
		if traits.Kind == k {
			return nil
		}
	}
	return NewError(CodeInvalidInput, messages.NoSuchWriter(string(k)))
}
