package settings

import (
	"context"

	"galley/backend/galley"
)

// Forget forgets what was learned about the model in the settings, so that the
// next request finds out again.
func (s *Service) Forget(ctx context.Context) error {
	now, err := s.Get(ctx)
	if err != nil {
		return err
	}
	return s.store.ForgetLesson(ctx, now.Writer.Spec())
}

// forgetEarlier forgets what was learned about a model that the settings name no
// more.
func (s *Service) forgetEarlier(ctx context.Context, clean map[string]string) error {
	address, movesAddress := clean[galley.WriterBaseURLKey]
	model, movesModel := clean[galley.WriterModelKey]
	if !movesAddress && !movesModel {
		return nil
	}
	before, err := s.Get(ctx)
	if galley.HasCode(err, galley.CodeStorage) {
		return nil // a setting that cannot be read is being mended, perhaps
	}
	if err != nil {
		return err
	}
	of := galley.WriterSpec{BaseURL: before.Writer.BaseURL, Model: before.Writer.Model}
	if (!movesAddress || address == of.BaseURL) && (!movesModel || model == of.Model) {
		return nil
	}
	return s.store.ForgetLesson(ctx, of)
}
