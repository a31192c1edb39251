package galley

import (
	"errors"

	"galley/backend/galley/messages"
)

// Cursors are those that the pages of one list led to so far. Whoever reads a list page by page follows them.
type Cursors map[string]bool

var errEndless = errors.New("a page leads back to one that was read")

// Follow notes the cursor of the next page, "" after the last. One that was noted before would lead to the same pages
// without end, and is CodeShopFailed.
func (c Cursors) Follow(next string) error {
	if c[next] {
		return WrapError(errEndless, CodeShopFailed, messages.ShopAnswerMisfit)
	}
	c[next] = next != ""
	return nil
}
