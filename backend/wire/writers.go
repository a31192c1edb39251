package wire

import (
	"context"

	"galley/backend/galley"
	"galley/backend/llm"
	"galley/backend/settings"
	"galley/backend/templatewriter"
)

// writerFactory makes the writer that a job names, with key and pace as the
// settings have them now. Writers of one endpoint share its pace.
type writerFactory struct {
	settings *settings.Service
	pool     *llm.Pool
}

func newWriterFactory(set *settings.Service) *writerFactory {
	return &writerFactory{settings: set, pool: llm.NewPool()}
}

// Writer implements galley.WriterFactory.
func (f *writerFactory) Writer(ctx context.Context, spec galley.WriterSpec) (galley.Writer, error) {
	if spec.Kind == galley.WriterTemplate {
		return templatewriter.New(), nil
	}
	set, err := f.settings.Get(ctx)
	if err != nil {
		return nil, err
	}
	key, err := f.settings.Key(ctx, spec.BaseURL)
	if err != nil {
		return nil, err
	}
	return f.pool.Client(llm.Config{
		BaseURL: spec.BaseURL, Model: spec.Model, Key: key,
		Concurrency: set.Writer.Concurrency, RPM: set.Writer.RPM, TPM: set.Writer.TPM,
	}), nil
}
