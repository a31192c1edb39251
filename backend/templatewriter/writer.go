package templatewriter

import (
	"context"
	"hash/fnv"
	"slices"
	"strings"

	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/markup"
)

// Name is shown where people expect a model's name.
const Name = "Template writer"

// Version is the version of the patterns; it changes whenever they do.
const Version = "templates-2026-11.3"

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
	if markup.Empty(galley.FieldTitle, galley.Text(tidyTitle(req.Title()))) {
		return reply, galley.NewError(galley.CodeWriterFacts, withoutTitle(req.Subject))
	}
	if req.Field.Place() == galley.PlaceImage && req.Image == nil {
		return reply, galley.NewError(galley.CodeInvalidInput, messages.NoPictureForAltText)
	}
	variants := variantsOf(req)
	reply.Content = variants[choose(req, variants)]
	return reply, nil
}

func withoutTitle(of galley.Subject) messages.Message {
	if of.Collection != nil {
		return messages.CollectionWithoutTitle
	}
	return messages.ProductWithoutTitle
}

// Sees is false: this writer does not look at pictures.
func (Writer) Sees(context.Context) (bool, error) { return false, nil }

// Test always succeeds: nothing can be missing.
func (Writer) Test(context.Context) (galley.WriterReport, error) {
	return galley.WriterReport{Name: Name, Models: []string{Name}, Structured: galley.StructurePlain, Usage: free}, nil
}

// productTexts are the texts of a product and its images.
var productTexts = map[galley.Role]func(req galley.WriteRequest, k knowledge) []string{
	galley.RoleTitle:           fromFacts(titles),
	galley.RoleDescription:     fromFacts(descriptions),
	galley.RoleSEOTitle:        fromFacts(seoTitles),
	galley.RoleMetaDescription: fromFacts(metaDescriptions),
	galley.RoleAltText:         func(req galley.WriteRequest, k knowledge) []string { return altTexts(k, *req.Image) },
}

func fromFacts(texts func(knowledge) []string) func(galley.WriteRequest, knowledge) []string {
	return func(_ galley.WriteRequest, k knowledge) []string { return texts(k) }
}

// variantsOf lists the distinct texts that the patterns produce for a field.
func variantsOf(req galley.WriteRequest) []string {
	var all, distinct []string
	if req.Collection != nil {
		all = collectionTexts[req.Field.Role()](shelfOf(*req.Collection))
	} else {
		all = productTexts[req.Field.Role()](req, knowledgeOf(req.Subject))
	}
	for _, text := range all {
		if !slices.Contains(distinct, text) {
			distinct = append(distinct, text)
		}
	}
	return distinct
}

// isUniform reports whether a field begins with the first text for all places:
// a catalogue's names follow one form.
func isUniform(f galley.Field) bool {
	return f.Role() == galley.RoleTitle || f.Role() == galley.RoleSEOTitle
}

// choose picks a variant: the product's own or, when it is regenerated, the one
// after the previous draft.
func choose(req galley.WriteRequest, variants []string) int {
	own := 0
	if !isUniform(req.Field) {
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
