package review

import (
	"context"
	"sync"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// maxCancelled is how many cancellations are kept that arrived before their
// request, which can happen when both travel at once.
const maxCancelled = 100

// rewritings are the requests to have drafts written again that are under way,
// by the name that the page gave them.
type rewritings struct {
	mu    sync.Mutex
	runs  map[string]*rewriting
	early []string
}

// rewriting is one request. Once cancel has returned it saves no draft.
type rewriting struct {
	mu        sync.RWMutex
	cancelled bool
	stop      context.CancelFunc
}

type rewritingKey struct{}

// begin returns the context of a request, and what ends it. A request without a
// name cannot be cancelled.
func (r *rewritings) begin(ctx context.Context, name string) (context.Context, func()) {
	ctx, stop := context.WithCancel(ctx)
	run := &rewriting{stop: stop}
	if name != "" {
		r.mu.Lock()
		defer r.mu.Unlock()
		if r.runs == nil {
			r.runs = map[string]*rewriting{}
		}
		r.runs[name] = run
		for _, early := range r.early {
			if early == name {
				run.cancel()
			}
		}
	}
	return context.WithValue(ctx, rewritingKey{}, run), func() {
		r.mu.Lock()
		defer r.mu.Unlock()
		delete(r.runs, name)
		stop()
	}
}

func (r *rewritings) cancel(name string) {
	r.mu.Lock()
	run := r.runs[name]
	if run == nil {
		r.early = append(r.early, name)
		r.early = r.early[max(0, len(r.early)-maxCancelled):]
	}
	r.mu.Unlock()
	if run != nil {
		run.cancel()
	}
}

func (r *rewriting) cancel() {
	r.mu.Lock()
	r.cancelled = true
	r.mu.Unlock()
	r.stop()
}

// unlessCancelled saves a draft, or is CodeCancelled.
func unlessCancelled(ctx context.Context, save func() error) error {
	if run, ok := ctx.Value(rewritingKey{}).(*rewriting); ok {
		run.mu.RLock()
		defer run.mu.RUnlock()
		if run.cancelled {
			return cancelled()
		}
	}
	if ctx.Err() != nil {
		return cancelled()
	}
	return save()
}

func cancelled() error {
	return galley.NewError(galley.CodeCancelled, messages.RewriteCancelled)
}

// CancelRegenerate ends the request of that name. Once it has returned, no
// further draft is replaced; what the model answered until then is paid for.
func (s *Service) CancelRegenerate(name string) { s.rewritings.cancel(name) }
