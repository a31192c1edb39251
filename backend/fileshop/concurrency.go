package fileshop

// Concurrency implements galley.ShopClient: while one write has the file, a few others prepare theirs.
func (c *Client) Concurrency() int { return 6 }
