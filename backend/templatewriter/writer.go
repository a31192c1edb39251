package templatewriter

import (
	"context"
	"hash/fnv"
	"slices"
	"strings"

	"galley/backend/galley"
)

// Name is what stands where people expect a model's name.
const Name = "Template writer"

// Version names the wording of the patterns; it changes whenever they do.
const Version = "templates-2026-11.2"

// Writer is galley.Writer without a model. The zero value is ready for use, by
// many goroutines at once.
type Writer struct{}

// New returns a writer.
func New() Writer { return Writer{} }

var _ galley.Writer = Writer{}

// free is what writing costs.
var free = galley.Usage{Priced: true}

// Write composes a draft. A product without a title is CodeWriterFacts, alt
// text without a picture to write it for CodeInvalidInput.
func (Writer) Write(ctx context.Context, req galley.WriteRequest) (galley.WriteReply, error) {
	reply := galley.WriteReply{Model: Name, Usage: free, PromptVersion: Version}
	if err := ctx.Err(); err != nil {
		return reply, err
	}
	k := knowledgeOf(req.Product)
	if k.title == "" {
		return reply, galley.Errorf(galley.CodeWriterFacts, "Not written: the product has no title to write from.")
	}
	if req.Field.IsImage() && req.Image == nil {
		return reply, galley.Errorf(galley.CodeInvalidInput, "Not written: there is no picture to write the alt text for.")
	}
	variants := variantsOf(req, k)
	reply.Content = variants[choose(req, variants)]
	return reply, nil
}

// Sees is false: there is no eye to look at pictures.
func (Writer) Sees(context.Context) bool { return false }

// Test always succeeds: there is nothing that could be missing.
func (Writer) Test(context.Context) (galley.WriterReport, error) {
	return galley.WriterReport{Name: Name, Models: []string{Name}, Structured: galley.StructurePlain, Usage: free}, nil
}

// variantsOf lists the texts that the patterns give for a field, each once.
func variantsOf(req galley.WriteRequest, k knowledge) []string {
	var all []string
	switch req.Field {
	case galley.FieldTitle:
		all = titles(k)
	case galley.FieldDescription:
		all = descriptions(k)
	case galley.FieldSEOTitle:
		all = seoTitles(k)
	case galley.FieldMetaDescription:
		all = metaDescriptions(k)
	case galley.FieldAltText:
		all = altTexts(k, *req.Image)
	default:
		all = []string{k.title}
	}
	var distinct []string
	for _, text := range all {
		if !slices.Contains(distinct, text) {
			distinct = append(distinct, text)
		}
	}
	return distinct
}

// choose picks a variant: the product's own, or, when it is written again, the
// one after the previous draft. Titles begin with the first for all products: a
// catalogue's names follow one form.
func choose(req galley.WriteRequest, variants []string) int {
	own := 0
	if req.Field != galley.FieldTitle && req.Field != galley.FieldSEOTitle {
		own = spread(req.Product.ID, len(variants))
	}
	if req.Note == "" && req.Previous == "" {
		return own
	}
	if at := slices.Index(variants, strings.TrimSpace(req.Previous)); at >= 0 {
		own = at
	}
	return (own + 1) % len(variants)
}

// spread maps an id to one of n, evenly.
func spread(id string, n int) int {
	h := fnv.New32a()
	_, _ = h.Write([]byte(id))
	return int(h.Sum32() % uint32(n))
}
