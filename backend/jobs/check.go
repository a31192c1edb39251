package jobs

import (
	"context"
	"slices"
	"unicode/utf8"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// checkNamed checks that every named product exists: a job that silently leaves
// some out would be noticed too late.
func (s *Service) checkNamed(ctx context.Context, spec galley.JobSpec) error {
	named := slices.Concat(spec.Selection.IDs(), spec.Selection.Handles)
	if len(named) == 0 {
		return nil
	}
	extent, err := s.store.Extent(ctx, spec)
	if err != nil || extent.Named >= len(named) {
		return err
	}
	for _, name := range named {
		at := galley.Listed{Target: galley.Target{Kind: spec.Field.Owner(), ID: name}}
		if _, err := s.store.Subject(ctx, spec.ShopID, at); err != nil {
			return err // CodeNotFound, which names it
		}
	}
	return nil // some were named twice, or left out by Except
}

func check(spec galley.JobSpec, w galley.WriterSettings) error {
	if _, err := galley.ParseField(string(spec.Field)); err != nil {
		return err
	}
	if _, err := galley.ParseStrategy(string(spec.Strategy)); err != nil {
		return err
	}
	if err := spec.Selection.Check(spec.Field); err != nil {
		return err
	}
	switch n := utf8.RuneCountInString(spec.Instructions); {
	case n > galley.MaxInstructions:
		return galley.NewError(galley.CodeInvalidInput, messages.InstructionsTooLong(n, galley.MaxInstructions))
	case spec.Sample < 0:
		return galley.NewError(galley.CodeInvalidInput, messages.SampleInvalid(spec.Sample))
	}
	return checkWriter(w)
}

func checkWriter(w galley.WriterSettings) error {
	if err := w.Kind.Check(); err != nil {
		return err
	}
	if missing := w.Missing(); len(missing) > 0 {
		return galley.NewError(galley.CodeInvalidInput, messages.EndpointNotSetUp(missing))
	}
	return nil
}

// checkSynced refuses a shop whose products have never been read.
func (s *Service) checkSynced(ctx context.Context, shop galley.Shop) error {
	if shop.SyncedAt != nil {
		return nil
	}
	some, err := s.store.HasProducts(ctx, shop.ID)
	if err == nil && !some {
		err = galley.NewError(galley.CodeInvalidInput, messages.ShopNotSynced(shop.Name))
	}
	return err
}
