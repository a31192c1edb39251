package wire

import (
	"context"
	"log/slog"

	"galley/backend/galley"
	"galley/backend/llm"
	"galley/backend/settings"
	"galley/backend/store"
	"galley/backend/templatewriter"
)

// writerFactory makes the writer that a job names, with key and pace as the
// settings have them now. Writers of one endpoint share its pace.
type writerFactory struct {
	settings *settings.Service
	pool     *llm.Pool
	lessons  *store.Store
	clock    galley.Clock
	log      *slog.Logger
}

func newWriterFactory(set *settings.Service, st *store.Store, clock galley.Clock, log *slog.Logger) *writerFactory {
	return &writerFactory{settings: set, pool: llm.NewPool(), lessons: st, clock: clock, log: log}
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
	config := f.config(set.Writer, spec, key)
	if config.Lesson, err = f.lessons.Lesson(ctx, spec); err != nil {
		return nil, err
	}
	keep := context.WithoutCancel(ctx)
	config.Learned = func(lesson galley.Lesson) {
		if err := f.lessons.PutLesson(keep, spec, lesson); err != nil {
			f.log.Warn("what was learned about a model could not be kept", "model", spec.Model, "error", err)
		}
	}
	return f.pool.Client(config), nil
}

func (f *writerFactory) config(set galley.WriterSettings, spec galley.WriterSpec, key string) llm.Config {
	return llm.Config{
		BaseURL: spec.BaseURL, Model: spec.Model, Key: key, Clock: f.clock,
		Concurrency: set.Concurrency, RPM: set.RPM, TPM: set.TPM, AnswerLimits: set.LimitsOf(spec.Model),
	}
}

// Trial implements galley.WriterFactory. The writer of an endpoint is not
// shared: what it finds out with a key that may be wrong stays its own.
func (f *writerFactory) Trial(ctx context.Context, values map[string]string) (galley.Settings, galley.Writer, error) {
	set, key, err := f.settings.Trial(ctx, values)
	if err != nil {
		return set, nil, err
	}
	spec := set.Writer.Spec()
	if !spec.Kind.Traits().NeedsEndpoint {
		w, err := f.Writer(ctx, spec)
		return set, w, err
	}
	return set, llm.New(f.config(set.Writer, spec, key)), nil
}

// Models implements galley.WriterFactory.
func (f *writerFactory) Models(ctx context.Context, values map[string]string) (galley.EndpointModels, error) {
	set, key, err := f.settings.Trial(ctx, values)
	if err != nil {
		return galley.EndpointModels{}, err
	}
	found, err := llm.Find(ctx, f.config(set.Writer, galley.WriterSpec{BaseURL: set.Writer.BaseURL}, key))
	for i, m := range found.Models {
		if price, ok := set.PriceOf(galley.WriterSpec{Kind: galley.WriterOpenAI, BaseURL: set.Writer.BaseURL, Model: m.ID}); ok {
			found.Models[i].Price = &price
		}
	}
	return found, err
}

// Local implements galley.WriterFactory.
func (*writerFactory) Local(ctx context.Context) []galley.LocalEndpoint { return llm.Local(ctx) }
