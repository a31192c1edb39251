package templatewriter

import (
	"context"
	"hash/fnv"
	"slices"
	"strings"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// Name is shown where people expect a model's name.
const Name = "Template writer"

// Version is the version of the patterns; it changes whenever they do.
const Version = "templates-2026-11.2"

// Writer is galley.Writer without a model. The zero value is ready for use, by
// many goroutines at once.
type Writer struct{}

// New returns a writer.
func New() Writer { return Writer{} }

var _ galley.Writer = Writer{}

// free is the cost of writing.
var free = galley.Usage{Priced: true}

// Write composes a draft. A product without a title is CodeWriterFacts, alt
// text without a picture CodeInvalidInput.
func (Writer) Write(ctx context.Context, req galley.WriteRequest) (galley.WriteReply, error) {
	reply := galley.WriteReply{Model: Name, Usage: free, PromptVersion: Version}
	if err := ctx.Err(); err != nil {
		return reply, err
	}
	k := knowledgeOf(req.Product)
	if k.title == "" {
		return reply, galley.NewError(galley.CodeWriterFacts, messages.ProductWithoutTitle)
	}
	if req.Field.Place() == galley.PlaceImage && req.Image == nil {
		return reply, galley.NewError(galley.CodeInvalidInput, messages.NoPictureForAltText)
	}
	variants := variantsOf(req, k)
	reply.Content = variants[choose(req, variants)]
	return reply, nil
}

// Sees is false: this writer does not look at pictures.
func (Writer) Sees(context.Context) bool { return false }

// Test always succeeds: nothing can be missing.
func (Writer) Test(context.Context) (galley.WriterReport, error) {
	return galley.WriterReport{Name: Name, Models: []string{Name}, Structured: galley.StructurePlain, Usage: free}, nil
}

// composition is how the writer composes a field.
type composition struct {
	texts func(req galley.WriteRequest, k knowledge) []string
	// uniform fields use the first text for all products: a catalogue's names
	// follow one form.
	uniform bool
}

var compositions = map[galley.Field]composition{
	galley.FieldTitle:           {texts: fromFacts(titles), uniform: true},
	galley.FieldDescription:     {texts: fromFacts(descriptions)},
	galley.FieldSEOTitle:        {texts: fromFacts(seoTitles), uniform: true},
	galley.FieldMetaDescription: {texts: fromFacts(metaDescriptions)},
	galley.FieldAltText:         {texts: func(req galley.WriteRequest, k knowledge) []string { return altTexts(k, *req.Image) }},
}

func fromFacts(texts func(knowledge) []string) func(galley.WriteRequest, knowledge) []string {
	return func(_ galley.WriteRequest, k knowledge) []string { return texts(k) }
}

// variantsOf lists the texts that the patterns give for a field, each once.
func variantsOf(req galley.WriteRequest, k knowledge) []string {
	all := compositions[req.Field].texts(req, k)
	var distinct []string
	for _, text := range all {
		if !slices.Contains(distinct, text) {
			distinct = append(distinct, text)
		}
	}
	return distinct
}

// choose picks a variant: the product's own or, when it is regenerated, the one
// after the previous draft.
func choose(req galley.WriteRequest, variants []string) int {
	own := 0
	if !compositions[req.Field].uniform {
		own = spread(owner(req.Subject), len(variants))
	}
	if req.Note == "" && req.Previous == "" {
		return own
	}
	if at := slices.Index(variants, strings.TrimSpace(req.Previous)); at >= 0 {
		own = at
	}
	return (own + 1) % len(variants)
}

// owner is the id of the product or collection that a text is about.
func owner(of galley.Subject) string {
	if of.Collection != nil {
		return of.Collection.ID
	}
	return of.Product.ID
}

// spread maps an id evenly to one of n.
func spread(id string, n int) int {
	h := fnv.New32a()
	_, _ = h.Write([]byte(id))
	return int(h.Sum32() % uint32(n))
}
