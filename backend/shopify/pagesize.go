package shopify

import "galley/backend/galley"

// A page that the shop is too slow for, or fails over, is requested again at half the size.
const (
	halvings   = 3  // in a row, for one page; then it is requested at that size like any read
	leastPage  = 3  // products; smaller pages are not the remedy
	leastInner = 10 // variants, media or metafields of one product
	growsAfter = 4  // pages that came well at the reduced size, before it is doubled
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

// most is the largest page that may be requested now.
func (l *ceiling) most() int {
	if l.size == 0 {
		return mostPageSize
	}
	return l.size
}

// halve lowers the ceiling to half of a page that failed.
func (l *ceiling) halve(size, least int) { *l = ceiling{size: max(least, size/2)} }

// cameWell notes a page that came, and raises the ceiling after some of them.
func (l *ceiling) cameWell() {
	if l.size == 0 {
		return
	}
	if l.good++; l.good >= growsAfter {
		*l = ceiling{size: 2 * l.size}
	}
	if l.size >= mostPageSize {
		*l = ceiling{}
	}
}

// halvePages makes the next page half as large, and later ones no larger for a while.
func (c *Client) halvePages(size int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.ceiling.halve(size, leastPage)
	c.pageSize = min(c.pageSize, c.ceiling.size)
}

// cameWell notes a page of products, and returns the largest that the next may have.
func (c *Client) cameWell() int {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.ceiling.cameWell()
	return c.ceiling.most()
}
