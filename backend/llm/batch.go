package llm

import (
	"context"
	"errors"
	"net/http"
	"slices"
	"strings"
	"time"

	"github.com/sashabaranov/go-openai"

	"galley/backend/galley"
)

var _ galley.BatchWriter = (*Client)(nil)

// How long calls about batches may take. Files are large, and what is asked
// about a batch is small.
const (
	batchCall = 30 * time.Second
	batchFile = 30 * time.Minute
)

// batchKey is the name of Galley's key in the metadata of a batch.
const batchKey = "galley_batch"

// Batches implements galley.BatchWriter. An endpoint that has no list of batches
// takes none.
func (c *Client) Batches(ctx context.Context) (bool, error) {
	c.mu.Lock()
	known := c.batches
	c.mu.Unlock()
	if known != nil {
		return *known, nil
	}
	able, f := c.place(ctx)
	if f != nil {
		return false, f.explain(inJob)
	}
	ctx, cancel := context.WithTimeout(ctx, batchCall)
	defer cancel()
	one := 1
	list, err := able.api.ListBatch(ctx, nil, &one)
	offers := err == nil && list.Object == "list" && !slices.ContainsFunc(list.Data, func(b openai.Batch) bool { return b.InputFileID == "" })
	if err != nil && !hasNone(err) {
		return false, c.classify(err, nil).explain(inJob)
	}
	c.mu.Lock()
	c.batches = &offers
	c.unkept = c.unkept || c.known != nil
	c.mu.Unlock()
	if c.wrote.Load() {
		c.prove()
	}
	return offers, nil
}

// hasNone reports whether an endpoint has nothing at an address, or what is no
// API.
func hasNone(err error) bool {
	var other *notAnswerError
	switch statusOf(err) {
	case http.StatusNotFound, http.StatusMethodNotAllowed, http.StatusNotImplemented, http.StatusBadRequest, http.StatusForbidden, http.StatusOK:
		return true
	case 0:
		return errors.As(err, &other) || !isNetwork(err) && !isTimeout(err)
	}
	return false
}

// place is where the endpoint is. Nothing that is paid for is asked.
func (c *Client) place(ctx context.Context) (*abilities, *fault) {
	if able := c.kept(); able != nil {
		return able, nil
	}
	if f := c.cfg.check(); f != nil {
		return nil, f
	}
	return c.find(ctx)
}

// CreateBatch implements galley.BatchWriter.
func (c *Client) CreateBatch(ctx context.Context, key, fileID string) (galley.BatchState, error) {
	return c.batchCall(ctx, func(ctx context.Context, api *openai.Client) (openai.Batch, error) {
		resp, err := api.CreateBatch(ctx, openai.CreateBatchRequest{
			InputFileID: fileID, Endpoint: openai.BatchEndpointChatCompletions, CompletionWindow: "24h", Metadata: map[string]any{batchKey: key},
		})
		return resp.Batch, err
	})
}

// LookAtBatch implements galley.BatchWriter.
func (c *Client) LookAtBatch(ctx context.Context, id string) (galley.BatchState, error) {
	return c.batchCall(ctx, func(ctx context.Context, api *openai.Client) (openai.Batch, error) {
		resp, err := api.RetrieveBatch(ctx, id)
		return resp.Batch, err
	})
}

// CancelBatch implements galley.BatchWriter.
func (c *Client) CancelBatch(ctx context.Context, id string) error {
	_, err := c.batchCall(ctx, func(ctx context.Context, api *openai.Client) (openai.Batch, error) {
		resp, err := api.CancelBatch(ctx, id)
		return resp.Batch, err
	})
	return err
}

// FindBatch implements galley.BatchWriter. The newest batches come first.
func (c *Client) FindBatch(ctx context.Context, key, fileID string) (state galley.BatchState, found bool, err error) {
	const page, most = 100, 50
	limit, after := page, (*string)(nil)
	for range most {
		var list openai.ListBatchResponse
		_, err := c.batchCall(ctx, func(ctx context.Context, api *openai.Client) (_ openai.Batch, err error) {
			list, err = api.ListBatch(ctx, after, &limit)
			return openai.Batch{ID: "list"}, err
		})
		if err != nil {
			return state, false, err
		}
		for _, b := range list.Data {
			if named, _ := b.Metadata[batchKey].(string); named == key || named == "" && b.InputFileID == fileID {
				return stateOf(b), true, nil
			}
		}
		if !list.HasMore || len(list.Data) == 0 {
			break
		}
		after = &list.Data[len(list.Data)-1].ID
	}
	return state, false, nil
}

func (c *Client) batchCall(ctx context.Context, call func(context.Context, *openai.Client) (openai.Batch, error)) (galley.BatchState, error) {
	able, f := c.place(ctx)
	if f != nil {
		return galley.BatchState{}, f.explain(inJob)
	}
	ctx, cancel := context.WithTimeout(ctx, batchCall)
	defer cancel()
	b, err := call(ctx, able.api)
	if err == nil && b.ID == "" {
		err = notAnAnswer([]byte("a batch without an id"))
	}
	if err != nil {
		return galley.BatchState{}, c.batchFault(err)
	}
	return stateOf(b), nil
}

// batchFault is a fault of a call about batches. Where the endpoint asks to
// wait, it says until when.
func (c *Client) batchFault(err error) error {
	f := c.classify(err, nil)
	if f.code == galley.CodeWriterModel && f.refusal.status == http.StatusNotFound {
		f.code = galley.CodeNotFound // the batch or the file
	}
	if status := f.refusal.status; status >= http.StatusBadRequest && status < http.StatusInternalServerError && status != http.StatusRequestTimeout {
		f.cause = errors.Join(galley.ErrRefused, f.cause)
	}
	return f.explain(inJob)
}

// The states in which no answer is to come any more.
var batchEnded = []string{"completed", "failed", "expired", "cancelled", "canceled"}

func stateOf(b openai.Batch) galley.BatchState {
	state := galley.BatchState{
		ID: b.ID, Ended: slices.Contains(batchEnded, b.Status), Answered: b.RequestCounts.Completed + b.RequestCounts.Failed, FileID: b.InputFileID,
	}
	state.Key, _ = b.Metadata[batchKey].(string)
	if b.ExpiresAt != nil && *b.ExpiresAt > 0 {
		state.Latest = time.Unix(int64(*b.ExpiresAt), 0).UTC()
	} else if b.CreatedAt > 0 {
		state.Latest = time.Unix(int64(b.CreatedAt), 0).Add(galley.BatchWindow).UTC()
	}
	for _, id := range []*string{b.OutputFileID, b.ErrorFileID} {
		if id != nil && *id != "" {
			state.Results = append(state.Results, *id)
		}
	}
	if b.Status == "failed" {
		state.Said, state.Full = whyInvalid(b)
	}
	return state
}

// whyInvalid is why the endpoint did not take a batch, and whether too much was
// enqueued.
func whyInvalid(b openai.Batch) (said string, full bool) {
	if b.Errors == nil {
		return "", false
	}
	for _, e := range b.Errors.Data {
		full = full || strings.Contains(e.Code, "token_limit") || strings.Contains(strings.ToLower(e.Message), "enqueued")
		if said == "" {
			said = scrubbed(strings.Trim(e.Code+": "+e.Message, ": "), "").Error()
		}
	}
	return said, full
}
