package llm

import (
	"context"
	"slices"

	"galley/backend/galley"
)

// find settles the base URL: the first that answers to a request for its list
// of models. Endpoints without such a list get the likeliest.
func (c *Client) find(ctx context.Context) (*abilities, *fault) {
	bases, err := addresses(c.cfg.BaseURL)
	if err != nil {
		return nil, &fault{code: galley.CodeWriterModel, what: galley.ReasonOf(err).Message, cause: err}
	}
	for i, base := range bases {
		able := &abilities{base: base, api: c.newAPI(base), others: slices.Delete(slices.Clone(bases), i, i+1)}
		f := c.list(ctx, able)
		switch {
		case f == nil, f.code == galley.CodeWriterKey, f.code == galley.CodeWriterQuota:
			return able, nil // some keys may write but not list: the chat request will show
		case !isUnlisted(f):
			return nil, f
		case f.code == galley.CodeTimeout:
			return able, nil // the others are at the same host
		}
	}
	return &abilities{base: bases[0], api: c.newAPI(bases[0]), others: bases[1:]}, nil
}

// isUnlisted reports whether a failure only means that no list of models is
// available.
func isUnlisted(f *fault) bool {
	switch f.code {
	case galley.CodeWriterModel, galley.CodeWriterFailed, galley.CodeTimeout, galley.CodeWriterPage, galley.CodeWriterDenied, galley.CodeWriterReply:
		return !f.unsafe
	}
	return false
}
