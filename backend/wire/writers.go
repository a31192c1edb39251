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
	if err := spec.Kind.Check(); err != nil {
		return nil, err
	}
	return writerMakers[spec.Kind](ctx, f, spec)
}

// writerMakers make the writer of each kind.
var writerMakers = map[galley.WriterKind]func(context.Context, *writerFactory, galley.WriterSpec) (galley.Writer, error){
	galley.WriterTemplate: func(context.Context, *writerFactory, galley.WriterSpec) (galley.Writer, error) {
		return templatewriter.New(), nil
	},
	galley.WriterOpenAI: openAIWriter,
}

func openAIWriter(ctx context.Context, f *writerFactory, spec galley.WriterSpec) (galley.Writer, error) {
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
