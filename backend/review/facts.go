package review

import (
	"context"
	"slices"
	"strings"
	"unicode/utf8"

	"galley/backend/checks"
	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// FactStore keeps what people and suppliers noted of products.
type FactStore interface {
	SaveNoted(ctx context.Context, shop galley.ShopID, product string, facts []galley.NotedFact, remove []int64) error
	ScopedFacts(ctx context.Context, shop galley.ShopID) ([]galley.ScopedFact, error)
	AddScopedFact(ctx context.Context, shop galley.ShopID, fact galley.ScopedFact) (galley.ScopedFact, error)
	RemoveScopedFact(ctx context.Context, shop galley.ShopID, id int64) error
	DraftsInScope(ctx context.Context, shop galley.ShopID, scope galley.FactScope) ([]galley.ItemID, error)
}

// FactSheet lists what is known of a product, by its id or handle.
func (s *Service) FactSheet(ctx context.Context, shop galley.ShopID, product string) (galley.FactSheet, error) {
	of, err := s.store.Subject(ctx, shop, galley.Listed{Target: galley.ProductTarget(product)})
	if err != nil {
		return galley.FactSheet{}, err
	}
	return checks.FactSheet(of), nil
}

// AddProductFact notes a fact of a product, and checks its drafts again.
func (s *Service) AddProductFact(ctx context.Context, shop galley.ShopID, product string, fact galley.FactEdit) (galley.FactSheet, error) {
	fact, err := fact.Tidy()
	if err != nil {
		return galley.FactSheet{}, err
	}
	return s.changeFacts(ctx, shop, product, func(of galley.Subject) (galley.NotedFact, []int64, error) {
		same := func(f galley.NotedFact) bool {
			return f.State == galley.FactAdded && strings.EqualFold(f.Attribute, fact.Attribute) && strings.EqualFold(f.Value, fact.Value) && strings.EqualFold(f.Scope, fact.Scope)
		}
		if slices.ContainsFunc(of.Noted.Facts, same) {
			return galley.NotedFact{}, nil, galley.NewError(galley.CodeInvalidInput, messages.FactTwice(factWords(fact)))
		}
		return galley.NotedFact{State: galley.FactAdded, FactEdit: fact}, nil, nil
	})
}

func factWords(f galley.FactEdit) string {
	if f.Attribute == "" {
		return f.Value
	}
	return f.Attribute + ": " + f.Value
}

// CorrectFact puts another value in the place of a row of the sheet: what the
// row said supports no claim any more. An empty attribute or scope stays as the
// row has it.
func (s *Service) CorrectFact(ctx context.Context, shop galley.ShopID, product, row string, fact galley.FactEdit) (galley.FactSheet, error) {
	fact, err := fact.Tidy()
	if err != nil {
		return galley.FactSheet{}, err
	}
	return s.changeRow(ctx, shop, product, row, func(at galley.FactRow) galley.NotedFact {
		if fact.Attribute == "" {
			fact.Attribute = at.Attribute
		}
		if fact.Scope == "" {
			fact.Scope = at.Scope
		}
		return galley.NotedFact{State: galley.FactCorrected, FactEdit: fact}
	})
}

// StrikeFact says that a row of the sheet is not true: it supports no claim any
// more, and stays listed with who struck it and why.
func (s *Service) StrikeFact(ctx context.Context, shop galley.ShopID, product, row, why string) (galley.FactSheet, error) {
	reason, err := galley.FactEdit{Value: row, Why: why}.Tidy()
	if err != nil {
		return galley.FactSheet{}, err
	}
	return s.changeRow(ctx, shop, product, row, func(galley.FactRow) galley.NotedFact {
		return galley.NotedFact{State: galley.FactStruck, FactEdit: galley.FactEdit{Why: reason.Why}}
	})
}

// RestoreFact takes an addition, a correction or a strike back.
func (s *Service) RestoreFact(ctx context.Context, shop galley.ShopID, product, row string) (galley.FactSheet, error) {
	return s.changeFacts(ctx, shop, product, func(of galley.Subject) (galley.NotedFact, []int64, error) {
		if f, ok := notedAs(of, row); ok {
			return galley.NotedFact{}, []int64{f.ID}, nil
		}
		if _, ok := checks.FactSheet(of).Row(row); !ok {
			return galley.NotedFact{}, nil, galley.NewError(galley.CodeNotFound, messages.NoSuchFact(row))
		}
		return galley.NotedFact{}, nil, galley.NewError(galley.CodeIllegalState, messages.FactUnchanged)
	})
}

// notedAs is what a person noted that a row shows.
func notedAs(of galley.Subject, row string) (galley.NotedFact, bool) {
	i := slices.IndexFunc(of.Noted.Facts, func(f galley.NotedFact) bool { return f.RowID() == row })
	if i < 0 {
		return galley.NotedFact{}, false
	}
	return of.Noted.Facts[i], true
}

// changeRow corrects or strikes a row. An addition is changed itself.
func (s *Service) changeRow(ctx context.Context, shop galley.ShopID, product, row string, change func(galley.FactRow) galley.NotedFact) (galley.FactSheet, error) {
	return s.changeFacts(ctx, shop, product, func(of galley.Subject) (galley.NotedFact, []int64, error) {
		at, ok := checks.FactSheet(of).Row(row)
		switch {
		case !ok:
			return galley.NotedFact{}, nil, galley.NewError(galley.CodeNotFound, messages.NoSuchFact(row))
		case at.State == galley.FactUnused:
			return galley.NotedFact{}, nil, galley.NewError(galley.CodeIllegalState, messages.FactNotUsed)
		}
		changed := change(at)
		earlier, isNoted := notedAs(of, row)
		switch {
		case isNoted && earlier.Row == "" && changed.State == galley.FactStruck:
			return galley.NotedFact{}, []int64{earlier.ID}, nil
		case isNoted && earlier.Row == "":
			changed.State, changed.Supplier = galley.FactAdded, earlier.Supplier
			return changed, []int64{earlier.ID}, nil
		case isNoted:
			changed.Row, changed.Was = earlier.Row, earlier.Was
			return changed, nil, nil
		}
		changed.Row, changed.Was = row, galley.FactEdit{Attribute: at.Attribute, Value: at.Value, Scope: at.Scope}
		return changed, nil, nil
	})
}

// changeFacts saves one fact of a product or removes some, and checks its drafts
// again.
func (s *Service) changeFacts(ctx context.Context, shop galley.ShopID, product string,
	choose func(of galley.Subject) (galley.NotedFact, []int64, error),
) (galley.FactSheet, error) {
	none := galley.FactSheet{}
	of, err := s.store.Subject(ctx, shop, galley.Listed{Target: galley.ProductTarget(product)})
	if err != nil {
		return none, err
	}
	fact, remove, err := choose(of)
	if err != nil {
		return none, err
	}
	var save []galley.NotedFact
	if fact.State != "" {
		if len(of.Noted.Facts) >= galley.MaxNotedFacts {
			return none, galley.NewError(galley.CodeInvalidInput, messages.FactsFull(galley.MaxNotedFacts))
		}
		if fact.By, err = s.person(ctx, shop); err != nil {
			return none, err
		}
		fact.At = s.clock.Now()
		save = append(save, fact)
	}
	if err := s.store.SaveNoted(ctx, shop, of.Product.ID, save, remove); err != nil {
		return none, err
	}
	if err := s.recheckAt(ctx, shop, of.Product.ID); err != nil {
		return none, err
	}
	return s.FactSheet(ctx, shop, of.Product.ID)
}

// ScopedFacts lists the facts about the products of a vendor, type or collection.
func (s *Service) ScopedFacts(ctx context.Context, shop galley.ShopID) ([]galley.ScopedFact, error) {
	if _, err := s.store.Shop(ctx, string(shop)); err != nil {
		return nil, err
	}
	return s.store.ScopedFacts(ctx, shop)
}

// AddScopedFact notes what holds for the products of a vendor, a type or a
// collection, and checks their drafts again.
func (s *Service) AddScopedFact(ctx context.Context, shop galley.ShopID, scope galley.FactScope, fact string) (done galley.ScopedFact, err error) {
	if done, err = tidyScoped(scope, fact); err != nil {
		return done, err
	}
	if _, err := s.store.Shop(ctx, string(shop)); err != nil {
		return done, err
	}
	if done.Who, err = s.person(ctx, shop); err != nil {
		return done, err
	}
	done.When = s.clock.Now()
	if done, err = s.store.AddScopedFact(ctx, shop, done); err != nil {
		return done, err
	}
	return done, s.recheckScope(ctx, shop, done.Scope)
}

func tidyScoped(scope galley.FactScope, fact string) (galley.ScopedFact, error) {
	scope, err := scope.Tidy()
	if err != nil {
		return galley.ScopedFact{}, err
	}
	if scope.Value == "" {
		return galley.ScopedFact{}, galley.NewError(galley.CodeInvalidInput, messages.FactScopeUnknown(string(scope.Kind)))
	}
	fact = strings.Join(strings.Fields(fact), " ")
	if fact == "" {
		return galley.ScopedFact{}, galley.NewError(galley.CodeInvalidInput, messages.FactEmpty)
	}
	if n := utf8.RuneCountInString(fact); n > galley.MaxFact {
		return galley.ScopedFact{}, galley.NewError(galley.CodeInvalidInput, messages.FactTooLong(galley.MaxFact, n))
	}
	return galley.ScopedFact{Scope: scope, Fact: fact}, nil
}

// RemoveScopedFact removes such a fact, and checks the drafts again.
func (s *Service) RemoveScopedFact(ctx context.Context, shop galley.ShopID, id int64) error {
	list, err := s.ScopedFacts(ctx, shop)
	if err != nil {
		return err
	}
	if err := s.store.RemoveScopedFact(ctx, shop, id); err != nil {
		return err
	}
	for _, f := range list {
		if f.ID == id {
			return s.recheckScope(ctx, shop, f.Scope)
		}
	}
	return nil
}

// recheckScope checks the drafts again that a fact of the scope may be true of.
func (s *Service) recheckScope(ctx context.Context, shop galley.ShopID, scope galley.FactScope) error {
	drafts, err := s.store.DraftsInScope(ctx, shop, scope)
	if err != nil {
		return err
	}
	return s.recheckItems(ctx, drafts)
}

// recheckScopes does so for several scopes, each once.
func (s *Service) recheckScopes(ctx context.Context, shop galley.ShopID, scopes []galley.FactScope) error {
	for i, scope := range scopes {
		if slices.Contains(scopes[:i], scope) {
			continue
		}
		if err := s.recheckScope(ctx, shop, scope); err != nil {
			return err
		}
	}
	return nil
}
