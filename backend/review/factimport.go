package review

import (
	"context"
	"slices"
	"strings"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// ImportFacts notes a supplier's facts from a CSV file, by handle. A fact of the
// same supplier, attribute and variant takes the place of the earlier one; what
// people noted stays.
func (s *Service) ImportFacts(ctx context.Context, shop galley.ShopID, name, content string) (galley.FactImport, error) {
	if _, err := s.store.Shop(ctx, string(shop)); err != nil {
		return emptyImport(), err
	}
	file, err := readFactFile(name, content)
	if err != nil {
		return emptyImport(), err
	}
	return s.noteFile(ctx, shop, name, file, func(handle string) string { return handle })
}

// PasteFacts notes a supplier's facts of one product from lines of text.
func (s *Service) PasteFacts(ctx context.Context, shop galley.ShopID, product, supplier, text string) (galley.FactImport, error) {
	if _, err := s.store.Subject(ctx, shop, galley.Listed{Target: galley.ProductTarget(product)}); err != nil {
		return emptyImport(), err
	}
	named, err := galley.FactEdit{Value: supplier}.Tidy()
	if err != nil {
		named.Value = pastedSupplier
	}
	file := readFactLines(text)
	if file.rows == 0 {
		return emptyImport(), galley.NewError(galley.CodeInvalidInput, messages.FactText)
	}
	return s.noteFile(ctx, shop, named.Value, file, func(string) string { return product })
}

// pastedSupplier is the name of a supplier without a name.
const pastedSupplier = "Supplier"

func emptyImport() galley.FactImport {
	return galley.FactImport{Unknown: []string{}, Invalid: []galley.InvalidLine{}}
}

func (s *Service) noteFile(ctx context.Context, shop galley.ShopID, supplier string, file factFile, product func(handle string) string) (galley.FactImport, error) {
	done := emptyImport()
	done.Rows, done.Invalid = file.rows, append(done.Invalid, file.invalid...)
	person, err := s.person(ctx, shop)
	if err != nil {
		return done, err
	}
	for _, handle := range file.handles {
		of, err := s.store.Subject(ctx, shop, galley.Listed{Target: galley.ProductTarget(product(handle))})
		if galley.HasCode(err, galley.CodeNotFound) {
			done.Unknown = append(done.Unknown, handle)
			continue
		}
		if err != nil {
			return done, err
		}
		save, remove := mergeFacts(of.Noted.Facts, supplier, file.facts[handle])
		done.Unchanged += len(file.facts[handle]) - len(save)
		if len(save) == 0 {
			continue
		}
		if len(of.Noted.Facts)-len(remove)+len(save) > galley.MaxNotedFacts {
			return done, galley.NewError(galley.CodeInvalidInput, messages.FactsFull(galley.MaxNotedFacts))
		}
		for i := range save {
			save[i].By, save[i].At = person, s.clock.Now()
		}
		if err := s.store.SaveNoted(ctx, shop, of.Product.ID, save, remove); err != nil {
			return done, err
		}
		done.Set += len(save)
		if err := s.recheckAt(ctx, shop, of.Product.ID); err != nil {
			return done, err
		}
	}
	return done, nil
}

// mergeFacts says which facts of a supplier are new, and which earlier ones they
// take the place of.
func mergeFacts(noted []galley.NotedFact, supplier string, facts []galley.FactEdit) (save []galley.NotedFact, remove []int64) {
	for i, fact := range facts {
		isKnown := slices.ContainsFunc(noted, func(n galley.NotedFact) bool { return isFrom(n, supplier, fact) && n.Value == fact.Value })
		if isKnown || slices.Contains(facts[:i], fact) {
			continue
		}
		save = append(save, galley.NotedFact{State: galley.FactAdded, FactEdit: fact, Supplier: supplier})
		for _, n := range noted {
			isWanted := slices.ContainsFunc(facts, func(f galley.FactEdit) bool { return isFrom(n, supplier, f) && n.Value == f.Value })
			if fact.Attribute != "" && isFrom(n, supplier, fact) && !isWanted && !slices.Contains(remove, n.ID) {
				remove = append(remove, n.ID)
			}
		}
	}
	return save, remove
}

// isFrom reports whether a supplier gave a fact of the same attribute and variant.
func isFrom(n galley.NotedFact, supplier string, fact galley.FactEdit) bool {
	return n.Supplier == supplier && n.State == galley.FactAdded && strings.EqualFold(n.Attribute, fact.Attribute) && strings.EqualFold(n.Scope, fact.Scope)
}
