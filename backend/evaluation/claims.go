package evaluation

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"strings"

	"galley/backend/checks"
	"galley/backend/galley"
)

// Sentence is a sentence about a product, as a person judged it: supported by
// its data, unsupported, or neutral, which claims nothing of it.
type Sentence struct {
	Product  string `json:"product"` // handle
	Language string `json:"lang"`
	Class    string `json:"class"`
	Label    string `json:"label"`
	Sentence string `json:"sentence"`
}

// Claims checks the labelled sentences of a folder, each as a meta description
// of its product. Unsupported ones are to be held back, others not. The figures
// are by language.
func Claims(folder fs.FS) (Figures, []Miss, error) {
	products, err := productsIn(folder)
	if err != nil {
		return nil, nil, err
	}
	paths, err := fs.Glob(folder, "*.jsonl")
	if err != nil {
		return nil, nil, err
	}
	figures, misses := Figures{}, []Miss(nil)
	for _, path := range paths {
		sentences, err := readLines[Sentence](folder, path)
		if err != nil {
			return nil, nil, err
		}
		for _, s := range sentences {
			product, known := products[s.Product]
			if !known {
				return nil, nil, fmt.Errorf("%s: no product %q", path, s.Product)
			}
			label := s.Label
			if s.Class == "neutral" {
				label = s.Class
			}
			held := claimHeld(product, s.Sentence)
			right := held == (label == "unsupported")
			figures.count("claims", s.Language, label, right)
			if !right {
				misses = append(misses, Miss{Set: s.Language, Reason: label, Draft: s.Sentence,
					Case: Answer{Kind: s.Class, Field: galley.FieldMetaDescription, Product: s.Product}})
			}
		}
	}
	return figures, misses, nil
}

// productsIn are the products of a folder's products*.json by their handles.
func productsIn(folder fs.FS) (map[string]galley.Product, error) {
	names, err := fs.Glob(folder, "products*.json")
	if err != nil {
		return nil, err
	}
	products := map[string]galley.Product{}
	for _, name := range names {
		raw, err := fs.ReadFile(folder, name)
		if err != nil {
			return nil, err
		}
		var list []galley.Product
		if err := json.Unmarshal(raw, &list); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		for _, p := range list {
			products[p.Handle] = p
		}
	}
	return products, nil
}

// claimHeld reports whether a claim of the sentence is held back.
func claimHeld(product galley.Product, sentence string) bool {
	report := checks.Run(checks.Text{Field: galley.FieldMetaDescription, Content: sentence, Subject: product.Subject()})
	for _, w := range report.Warnings {
		if strings.HasPrefix(w.Rule, "claim_") && w.Severity == galley.SeverityHold {
			return true
		}
	}
	return false
}
