package shopify

import "galley/backend/galley"

// misfit is for an answer that is valid JSON and no error, and still not what was asked for.
func misfit(cause error) error {
	return galley.Wrap(cause, galley.CodeShopFailed, "The shop's answer does not fit what was asked. Nothing was changed.")
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
