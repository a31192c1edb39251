package products

import (
	"context"
	"fmt"
	"runtime/debug"
)

// collecting is the reading of a shop's collections beside that of its products.
type collecting struct {
	stop   context.CancelFunc
	ended  chan struct{}
	result CollectionsResult
	err    error
	panics string // what it panicked with, and where
}

// collect begins to read all collections, once: they need nothing of the products, and the shop takes long to write its
// list of these.
func (r *reading) collect(ctx context.Context) {
	if r.collecting != nil {
		return
	}
	ctx, stop := context.WithCancel(ctx)
	c, began := &collecting{stop: stop, ended: make(chan struct{})}, r.began
	r.collecting = c
	go func() {
		defer close(c.ended)
		defer func() {
			if p := recover(); p != nil {
				c.panics = fmt.Sprintf("%v, while collections were read:\n%s", p, debug.Stack())
				// Where the reading of the products fails, nobody asks for this one's result.
				r.service.log.ErrorContext(ctx, "the reading of collections panicked", "shop", r.shop.ID, "panic", c.panics)
			}
		}()
		c.result, c.err = r.allCollections(ctx, began)
	}()
}

// collected waits until all collections are read.
func (c *collecting) collected() (CollectionsResult, error) {
	<-c.ended
	if c.panics != "" {
		panic(c.panics) // where the sync's own panics are dealt with
	}
	return c.result, c.err
}

// end stops what still reads collections: nothing of a sync is left to do after it.
func (c *collecting) end() {
	if c != nil {
		c.stop()
		<-c.ended
	}
}
