package shopify

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"runtime/debug"

	"galley/backend/galley"
	"galley/backend/shopify/internal/adminapi"
	"galley/backend/shopify/internal/garbage"
)

// longestLine bounds a line of a list, in bytes: the longest description that Shopify takes (512 KB), escaped.
const longestLine = 32 << 20

// ReadList implements galley.ShopLister: the file is read and checked, then its parts are made while the one before
// is saved.
func (c *Client) ReadList(ctx context.Context, list galley.ProductList, from int, save func(galley.ListPart) error) error {
	if list.URL == "" && list.Listed == 0 {
		return save(galley.ListPart{Parts: 1})
	}
	defer garbage.OfProcess.Begin()()
	spool, err := newSpool(c.folder, list.Size)
	if err != nil {
		return err
	}
	defer spool.close()
	if err := c.fillSpool(ctx, spool, list); err != nil {
		return err
	}
	spool.full()
	c.forgetNames()
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	made := make(chan madePart)
	go c.makeParts(ctx, spool, from, made)
	for m := range made {
		if err = m.err; err == nil {
			err = save(m.part)
		}
		if err != nil {
			break
		}
	}
	stop()
	for range made { // the spool is closed after the last part is made
		continue
	}
	return err
}

type madePart struct {
	part galley.ListPart
	err  error
}

// makeParts makes one part after the other, until one fails or the context ends.
func (c *Client) makeParts(ctx context.Context, s *spool, from int, made chan<- madePart) {
	defer close(made)
	var records []byte
	for number := from; number < len(s.parts); number++ {
		m := c.makePart(ctx, s, number, &records)
		select {
		case made <- m:
		case <-ctx.Done():
			return
		}
		if m.err != nil {
			return
		}
	}
}

// makePart makes one part; nothing of it is in the memory of its records. A panic over what the shop sent does not end the
// program.
func (c *Client) makePart(ctx context.Context, s *spool, number int, memory *[]byte) (made madePart) {
	defer func() {
		if p := recover(); p != nil {
			c.log.ErrorContext(ctx, "panic", "value", fmt.Sprint(p), "stack", string(debug.Stack()))
			made = madePart{err: broken(fmt.Errorf("part %d: %v", number, p))}
		}
	}()
	made.part.Number, made.part.Parts = number, len(s.parts)
	records, err := s.read(number, *memory)
	if cap(records) <= 2*partSize { // a part that is far larger is not kept
		*memory = records
	}
	if err != nil {
		return madePart{err: err}
	}
	listed, err := joinLines(records)
	if err != nil {
		return madePart{err: broken(err)}
	}
	made.part.Products, made.err = c.productsOf(ctx, listed)
	return made
}

// productsOf are the products of a part, with the names of what their metafields refer to.
func (c *Client) productsOf(ctx context.Context, listed []*adminapi.ListedProduct) ([]galley.Product, error) {
	names, err := c.namesFor(ctx, listed)
	if err != nil {
		return nil, err
	}
	products := make([]galley.Product, 0, len(listed))
	for _, p := range listed {
		product, err := productOf(p, names)
		if err != nil {
			return nil, err
		}
		products = append(products, product)
	}
	return products, nil
}

// fillSpool reads the file of a list to its end.
func (c *Client) fillSpool(ctx context.Context, s *spool, list galley.ProductList) error {
	file, err := c.openList(ctx, list)
	if err != nil {
		return err
	}
	defer file.Close()
	lines, products := 0, 0
	scanner := bufio.NewScanner(file)
	scanner.Buffer(make([]byte, 256<<10), longestLine)
	for scanner.Scan() {
		line := scanner.Bytes()
		where, err := readLine(line)
		if err != nil && scanner.Err() != nil {
			break // the scanner hands out what came of the last line before the error of its file
		}
		if err != nil {
			return broken(fmt.Errorf("line %d: %w", lines+1, err))
		}
		if lines++; where.kind == productLine {
			products++
		}
		err = s.add([]byte(where.product), func(block []byte) []byte { return appendRecord(block, where, line) })
		if err != nil {
			return err
		}
	}
	switch err := scanner.Err(); {
	case errors.Is(err, bufio.ErrTooLong):
		return broken(err)
	case err != nil:
		return err
	case products != list.Listed || lines != list.Lines:
		return broken(fmt.Errorf("%d products and %d lines came, of %d and %d", products, lines, list.Listed, list.Lines))
	}
	return nil
}
