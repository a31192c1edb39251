package fileshop

import (
	"bytes"
	"os"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// IsSource reports whether the named file is the export that the shop was opened
// from, by comparing it with the copy that was kept. A file that cannot be read,
// or is no file, is not.
func (c *Client) IsSource(name string) (bool, error) {
	kept, err := os.Stat(c.path)
	if err != nil {
		return false, galley.WrapError(err, galley.CodeStorage, messages.ShopFileUnreadable)
	}
	info, err := os.Stat(name)
	if err != nil || !info.Mode().IsRegular() || info.Size() != kept.Size() {
		return false, nil //nolint:nilerr // the later write reports the problem
	}
	mine, err := os.ReadFile(c.path)
	if err != nil {
		return false, galley.WrapError(err, galley.CodeStorage, messages.ShopFileUnreadable)
	}
	theirs, err := os.ReadFile(name)
	return err == nil && bytes.Equal(mine, theirs), nil
}
