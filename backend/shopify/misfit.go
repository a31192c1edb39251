package shopify

import (
	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// misfit is for an answer that is valid JSON and no error, but does not fit the request.
func misfit(cause error) error {
	return galley.WrapError(cause, galley.CodeShopFailed, messages.ShopAnswerMisfit)
}

// present leaves out the nulls of a list that should have none.
func present[T any](list []*T) []*T {
	kept := make([]*T, 0, len(list))
	for _, entry := range list {
		if entry != nil {
			kept = append(kept, entry)
		}
	}
	return kept
}
