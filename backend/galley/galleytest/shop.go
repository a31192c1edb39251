package galleytest

import (
	"cmp"
	"context"
	"maps"
	"strconv"
	"sync"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// Shop is a shop in memory: galley.ShopClient and galley.ShopClients at once,
// with hooks for faults.
type Shop struct {
	mu       sync.Mutex
	products []galley.Product
	writes   []Write
	groups   [][]galley.Slot

	collections []galley.ListedCollection

	// PageSize is how many products a page has; 0 is 10.
	PageSize int
	// Fault, if set, is asked before each call ("info", "products", "collections", "content",
	// "write") and may fail it. A write first waits for the rate limit ("wait") and reads its
	// place ("content"); it can also fail after it took effect: "written". One that fails with
	// CodeRateLimited is begun again, up to three times, as a client of a real shop does.
	Fault func(call string, target galley.Target) error
	// Tidy, if set, changes a description that the shop is sent, as Shopify
	// changes HTML.
	Tidy func(html string) string
	// AtOnce is the shop's Concurrency; 0 is 6.
	AtOnce int
	// Together is how many places are written in one group, 0 or 1 for none.
	Together int
	// Answer, if set, is the shop's answer to a write.
	Answer func(f galley.Field, v galley.Value) galley.Value
}

// Write is one write that took effect.
type Write struct {
	Field  galley.Field
	Target galley.Target
	Value  galley.Value
}

// RequestID is the shop's id of its nth write, from 1.
func RequestID(n int) string { return "request-" + strconv.Itoa(n) }

// NewShop makes a shop with these products.
func NewShop(products ...galley.Product) *Shop { return &Shop{products: products} }

// Client returns the shop itself, for any shop.
func (s *Shop) Client(context.Context, galley.Shop) (galley.ShopClient, error) { return s, nil }

// Writes lists what was written, in order.
func (s *Shop) Writes() []Write {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]Write(nil), s.writes...)
}

// Groups are the slots of each write of several, in the order in which they were asked for.
func (s *Shop) Groups() [][]galley.Slot {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([][]galley.Slot(nil), s.groups...)
}

// Put changes a field as somebody else would.
func (s *Shop) Put(f galley.Field, t galley.Target, v galley.Value) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.put(f, t, v)
}

// Value is the shop's current value.
func (s *Shop) Value(f galley.Field, t galley.Target) galley.Value {
	s.mu.Lock()
	defer s.mu.Unlock()
	v, _ := s.value(f, t)
	return v
}

// Remove deletes a product.
func (s *Shop) Remove(id string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for i, p := range s.products {
		if p.ID == id {
			s.products = append(s.products[:i:i], s.products[i+1:]...)
			return
		}
	}
}

func (s *Shop) fault(call string, t galley.Target) error {
	if s.Fault == nil {
		return nil
	}
	return s.Fault(call, t)
}

// Info implements galley.ShopClient.
func (s *Shop) Info(context.Context) (galley.ShopInfo, error) {
	if err := s.fault("info", galley.Target{}); err != nil {
		return galley.ShopInfo{}, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	return galley.ShopInfo{
		Name: "Test shop", Domain: "test.myshopify.com", Currency: "EUR",
		Scopes: galley.RequiredScopes(), Products: len(s.products),
	}, nil
}

// Products implements galley.ShopClient; the cursor is the position in the
// list.
func (s *Shop) Products(_ context.Context, cursor string) (galley.ProductBatch, error) {
	if err := s.fault("products", galley.ProductTarget(cursor)); err != nil {
		return galley.ProductBatch{}, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	size := s.PageSize
	if size == 0 {
		size = 10
	}
	from := 0
	if cursor != "" {
		n, err := strconv.Atoi(cursor)
		if err != nil {
			return galley.ProductBatch{}, galley.NewError(galley.CodeInvalidInput, messages.NoSuchPlaceInFile)
		}
		from = n
	}
	to := min(from+size, len(s.products))
	page := galley.ProductBatch{Products: append([]galley.Product(nil), s.products[min(from, to):to]...), Total: len(s.products)}
	if to < len(s.products) {
		page.Next = strconv.Itoa(to)
	}
	return page, nil
}

// Content implements galley.ShopClient.
func (s *Shop) Content(_ context.Context, f galley.Field, targets []galley.Target) ([]galley.Current, error) {
	if err := s.fault("content", targets[0]); err != nil {
		return nil, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	found := make([]galley.Current, len(targets))
	for i, t := range targets {
		found[i].Target = t
		found[i].Value, found[i].Exists = s.value(f, t)
	}
	return found, nil
}

// Concurrency implements galley.ShopClient.
func (s *Shop) Concurrency() int { return cmp.Or(s.AtOnce, 6) }

// Slot implements galley.ShopClient.
func (s *Shop) Slot(_ context.Context, slot galley.Slot) (galley.SlotContent, error) {
	if err := s.fault("content", slot.Target); err != nil {
		return galley.SlotContent{}, err
	}
	return s.content(slot), nil
}

func (s *Shop) content(slot galley.Slot) galley.SlotContent {
	s.mu.Lock()
	defer s.mu.Unlock()
	now := galley.SlotContent{Values: map[galley.Field]galley.Value{}}
	for _, f := range slot.Fields() {
		if v, ok := s.value(f, slot.Target); ok {
			now.Values[f], now.Exists = v, true
		}
	}
	return now
}

// Write implements galley.ShopClient.
func (s *Shop) Write(ctx context.Context, slot galley.Slot, decide galley.Decide) (receipt galley.Receipt, err error) {
	for range 4 {
		receipt, err = s.write(ctx, slot, decide)
		if !galley.HasCode(err, galley.CodeRateLimited) {
			return receipt, err
		}
	}
	return receipt, err
}

func (s *Shop) write(ctx context.Context, slot galley.Slot, decide galley.Decide) (galley.Receipt, error) {
	if err := s.fault("wait", slot.Target); err != nil {
		return galley.Receipt{}, err
	}
	if ctx.Err() != nil {
		return galley.Receipt{}, ctx.Err()
	}
	now, err := s.Slot(ctx, slot)
	if err != nil {
		return galley.Receipt{}, err
	}
	sending, err := decide(ctx, now)
	if err != nil || sending == nil {
		return galley.Receipt{}, err
	}
	return s.send(slot, now, sending)
}

// send carries out a write that was decided.
func (s *Shop) send(slot galley.Slot, now galley.SlotContent, sending *galley.Sending) (galley.Receipt, error) {
	if err := s.fault("write", slot.Target); err != nil {
		return galley.Receipt{}, err
	}
	receipt := galley.Receipt{Sent: now.Values, Values: map[galley.Field]galley.Value{}}
	maps.Copy(receipt.Sent, sending.Values)
	s.mu.Lock()
	for _, f := range slot.Fields() {
		v := receipt.Sent[f]
		if _, named := sending.Values[f]; named {
			s.writes = append(s.writes, Write{f, slot.Target, v})
		}
		if s.Tidy != nil && f.IsHTML() {
			v.Text = s.Tidy(v.Text)
		}
		s.put(f, slot.Target, v)
		if s.Answer != nil {
			v = s.Answer(f, v)
		}
		receipt.Values[f] = v
	}
	receipt.RequestID = RequestID(len(s.writes))
	s.mu.Unlock()
	return receipt, s.fault("written", slot.Target)
}

// subjects are what the shop has at a place: an image with each product that
// shows it.
func (s *Shop) subjects(t galley.Target) (found []galley.Subject) {
	for _, p := range s.products {
		if _, shown := p.Image(t.ID); shown || p.ID == t.ID {
			found = append(found, p.Of(t))
		}
	}
	for _, c := range s.collections {
		if c.ID == t.ID {
			found = append(found, c.Subject())
		}
	}
	return found
}

func (s *Shop) value(f galley.Field, t galley.Target) (v galley.Value, ok bool) {
	for _, at := range s.subjects(t) {
		return at.Value(f)
	}
	return v, false
}

func (s *Shop) put(f galley.Field, t galley.Target, v galley.Value) {
	for _, at := range s.subjects(t) {
		at = at.With(f, v)
		for i := range s.products {
			if at.Collection == nil && s.products[i].ID == at.Product.ID {
				s.products[i] = at.Product
			}
		}
		for i := range s.collections {
			if at.Collection != nil && s.collections[i].ID == at.Collection.ID {
				s.collections[i].Collection = *at.Collection
			}
		}
	}
}
