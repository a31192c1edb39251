package fileshop

import (
	"bytes"
	"os"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// IsSource reports whether the file of that name is the export that the shop was
// opened from: the person's own, which has the content that was kept of it. One
// that cannot be read, or is none, is not.
func (c *Client) IsSource(name string) (bool, error) {
	kept, err := os.Stat(c.path)
	if err != nil {
		return false, galley.WrapError(err, galley.CodeStorage, messages.ShopFileUnreadable)
	}
	info, err := os.Stat(name)
	if err != nil || !info.Mode().IsRegular() || info.Size() != kept.Size() {
		return false, nil //nolint:nilerr // whoever writes there finds out what is wrong
	}
	mine, err := os.ReadFile(c.path)
	if err != nil {
		return false, galley.WrapError(err, galley.CodeStorage, messages.ShopFileUnreadable)
	}
	theirs, err := os.ReadFile(name)
	return err == nil && bytes.Equal(mine, theirs), nil
}
