package evaluation

import (
	"context"
	"fmt"
	"io/fs"
	"strings"

	"galley/backend/galley"
	"galley/backend/writing"
)

// Miss is a case that the rules judged wrongly.
type Miss struct {
	Set    string
	Case   Answer
	Reason string // why a good text was refused
	Draft  string // what a bad answer became
}

// Answers runs all sets of answers in a folder through the service that writes
// drafts: *-bad.jsonl are to be stopped, *-good.jsonl to become drafts.
func Answers(ctx context.Context, folder fs.FS) (Figures, []Miss, error) {
	paths, err := fs.Glob(folder, "*-*.jsonl")
	if err != nil {
		return nil, nil, err
	}
	products, err := readProducts(folder)
	if err != nil {
		return nil, nil, err
	}
	figures, misses := Figures{}, []Miss(nil)
	for _, path := range paths {
		set := strings.TrimSuffix(path, ".jsonl")
		bad, good := strings.HasSuffix(set, "-bad"), strings.HasSuffix(set, "-good")
		if !bad && !good {
			continue
		}
		cases, err := readLines[Answer](folder, path)
		if err != nil {
			return nil, nil, err
		}
		for _, c := range cases {
			product, known := products[c.Product]
			if !known {
				return nil, nil, fmt.Errorf("%s: no product %q", path, c.Product)
			}
			miss := judge(ctx, product, c, bad)
			figures.count("answers", set, c.Kind, miss == nil)
			if miss != nil {
				miss.Set = set
				misses = append(misses, *miss)
			}
		}
	}
	return figures, misses, nil
}

// judge returns nil if a bad answer is refused or mended, and if a good one
// becomes a draft.
func judge(ctx context.Context, product Product, c Answer, bad bool) *Miss {
	draft, _, err := writing.New(picture{}).Draft(ctx, saying(c.Answer), product.Request(c.Field))
	switch {
	case !bad && err != nil:
		return &Miss{Case: c, Reason: err.Error()}
	case bad && err == nil && !mended(draft.Content, c.Gone):
		return &Miss{Case: c, Draft: draft.Content}
	}
	return nil
}

func mended(draft string, gone []string) bool {
	for _, text := range gone {
		if strings.Contains(draft, text) {
			return false
		}
	}
	return len(gone) > 0
}

// picture is the only picture of all products.
type picture struct{}

func (picture) Picture(context.Context, string, int) (galley.Picture, error) {
	return galley.Picture{MIME: "image/png", Data: []byte("picture")}, nil
}

// saying is a model that always gives the same answer.
type saying string

func (s saying) Write(context.Context, galley.WriteRequest) (galley.WriteReply, error) {
	return galley.WriteReply{Content: string(s), Model: "case", SawPicture: true}, nil
}

// Sees is true: the alt texts of the cases were written by people who saw the picture.
func (s saying) Sees(context.Context) (bool, error) { return true, nil }

func (s saying) Test(context.Context) (galley.WriterReport, error) {
	return galley.WriterReport{}, nil
}
