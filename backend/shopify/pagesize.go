package shopify

import "galley/backend/galley"

// A page that the shop cannot make in time, or fails over, is asked for again at half the size.
const (
	halvings   = 3 // in a row, for one page; then it is asked for at that size like any read
	leastPage  = 3 // products; smaller pages are not the remedy
	growsAfter = 4 // pages that came well at the reduced size, before it is doubled
)

// ceiling bounds the page size after the shop failed over larger pages.
type ceiling struct {
	size int // 0 for none
	good int // pages that came since
}

// tooHeavy reports whether a smaller request may succeed where this one failed.
func (f *fault) tooHeavy() bool {
	return f.passing && !f.nothingDone && (f.code == galley.CodeTimeout || f.code == galley.CodeShopFailed)
}

// halvePages makes the next page half as large, and later ones no larger for a while.
func (c *Client) halvePages(size int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.ceiling = ceiling{size: max(leastPage, size/2)}
	c.pageSize = min(c.pageSize, c.ceiling.size)
}

// cameWell notes a page of that size, and returns the largest that the next may have.
func (c *Client) cameWell() int {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.ceiling.size == 0 {
		return mostPageSize
	}
	if c.ceiling.good++; c.ceiling.good >= growsAfter {
		c.ceiling = ceiling{size: 2 * c.ceiling.size}
	}
	if c.ceiling.size >= mostPageSize {
		c.ceiling = ceiling{}
		return mostPageSize
	}
	return c.ceiling.size
}
