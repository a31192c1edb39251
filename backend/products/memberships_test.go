package products_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/products"
)

func productGID(n int) string { return fmt.Sprintf("gid://shopify/Product/%d", n) }

// collected is a listing with 25 collections, in three pages, that were all read. Each has the products 1001 and 1002.
type collected struct {
	*listing

	all   []galley.ListedCollection
	asked map[string]int // calls of the shop since
}

func newCollected(t *testing.T) *collected {
	c := &collected{listing: newListing(t, 300), all: collections(25), asked: map[string]int{}}
	for i := range c.all {
		c.all[i].Members = []string{productGID(1001), productGID(1002)}
	}
	c.put()
	require.Equal(t, galley.SyncPages, c.sync().Kind)
	c.clock.Advance(time.Hour)
	c.count()
	return c
}

func (c *collected) count() {
	clear(c.asked)
	c.remote.Fault = func(call string, _ galley.Target) error {
		c.asked[call]++
		return nil
	}
}

func (c *collected) put() {
	for i := range c.all {
		c.all[i].ProductCount = len(c.all[i].Members)
	}
	c.remote.PutCollections(c.all...)
}

// edit changes a collection on the shop; its time of change moves if touch says so.
func (c *collected) edit(number int, touch bool, change func(*galley.ListedCollection)) {
	at := &c.all[number]
	at.Members = slices.Clone(at.Members)
	change(at)
	if touch {
		at.UpdatedAt = c.clock.Now()
	}
	c.put()
}

func joins(number int) func(*galley.ListedCollection) {
	return func(c *galley.ListedCollection) { c.Members = append(c.Members, productGID(number)) }
}

func leaves(number int) func(*galley.ListedCollection) {
	return func(c *galley.ListedCollection) {
		c.Members = slices.DeleteFunc(c.Members, func(id string) bool { return id == productGID(number) })
	}
}

func swaps(c *galley.ListedCollection) {
	leaves(1001)(c)
	joins(1005)(c)
}

// change moves a product's time of change.
func (c *collected) change(number int) {
	c.remote.Change(galley.FieldTitle, productGID(number), galley.Text("Changed"))
}

// differing are the collections of which the local copy has other members than the shop.
func (c *collected) differing() (ids []string) {
	c.t.Helper()
	page, err := c.Collections(bg, galley.CollectionQuery{ShopID: c.shop.ID})
	require.NoError(c.t, err)
	require.Equal(c.t, len(c.all), page.Total)
	for _, want := range c.all {
		got, err := c.Collection(bg, c.shop.ID, want.ID)
		require.NoError(c.t, err)
		require.Equal(c.t, want.Title, got.Title)
		require.Equal(c.t, len(want.Members), got.ProductCount, want.ID)
		var members []string
		for _, p := range got.Products {
			members = append(members, p.ID)
		}
		slices.Sort(members)
		if !slices.Equal(members, slices.Sorted(slices.Values(want.Members))) {
			ids = append(ids, want.ID)
		}
	}
	return ids
}

func TestSyncOfChangesReadsMembersOfCollectionsThatChanged(t *testing.T) {
	for name, test := range map[string]struct {
		change  func(*collected)
		members int // how many collections' members are read
	}{
		"nothing":                               {func(*collected) {}, 0},
		"in by hand":                            {func(c *collected) { c.edit(3, true, joins(1005)) }, 1},
		"out by hand":                           {func(c *collected) { c.edit(13, true, leaves(1001)) }, 1},
		"in by hand, which moves no time":       {func(c *collected) { c.edit(3, false, joins(1005)) }, 1},
		"one in and one out by hand":            {func(c *collected) { c.edit(24, true, swaps) }, 1},
		"emptied by hand":                       {func(c *collected) { c.edit(3, true, func(l *galley.ListedCollection) { l.Members = []string{} }) }, 1},
		"another text":                          {func(c *collected) { c.edit(3, true, func(l *galley.ListedCollection) { l.Title = "Changed" }) }, 1},
		"a rule that takes a changed product":   {func(c *collected) { c.change(1005); c.edit(3, false, joins(1005)) }, 0},
		"a rule that lets a changed product go": {func(c *collected) { c.change(1001); c.edit(3, false, leaves(1001)) }, 0},
		"a rule that swaps changed products": {func(c *collected) {
			c.change(1001)
			c.change(1005)
			c.edit(3, false, swaps)
		}, 0},
		"by a rule and by hand": {func(c *collected) {
			c.change(1005)
			c.edit(3, false, joins(1005))
			c.edit(4, true, leaves(1001))
		}, 1},
		"a changed product in, another one out without a sign": {func(c *collected) { c.change(1005); c.edit(3, false, swaps) }, 1},
		"a product that is new": {func(c *collected) {
			c.remote.Add(galley.Product{ID: productGID(9), Handle: "nine", Title: "Nine"})
			c.edit(3, false, joins(9))
		}, 0},
		"a product that was deleted": {func(c *collected) {
			c.remote.Delete(productGID(1001))
			for i := range c.all {
				c.edit(i, false, leaves(1001))
			}
		}, 0},
		"a collection that is new": {func(c *collected) {
			c.all = append(c.all, collections(26)[25])
			c.edit(25, true, func(l *galley.ListedCollection) { l.Members = []string{productGID(1005)} })
		}, 1},
		"a collection that was removed": {func(c *collected) {
			c.all = slices.Delete(c.all, 3, 4)
			c.put()
		}, 0},
	} {
		t.Run(name, func(t *testing.T) {
			c := newCollected(t)
			test.change(c)
			for range 2 { // the second finds nothing more
				c.count()
				result := c.sync()
				require.Equal(t, galley.SyncChanges, result.Kind)
				require.Nil(t, result.CollectionsError)
				require.Empty(t, c.differing())
				require.Zero(t, c.asked["collections"])
				require.Equal(t, 3, c.asked["heads"])
				require.Equal(t, test.members, c.asked["members"])
				test.members = 0
				c.clock.Advance(time.Hour)
			}
		})
	}
}

// One product in and one out, of a collection and of products whose times of change stay, are not found by a sync of
// changes. One of all products finds them.
func TestSwapWithoutASignIsFoundBySyncOfAll(t *testing.T) {
	for name, whole := range map[string]func(*collected) (products.SyncResult, error){
		"asked for": func(c *collected) (products.SyncResult, error) { return c.SyncWhole(bg, c.shop, nil) },
		"after three days": func(c *collected) (products.SyncResult, error) {
			c.clock.Advance(3 * 24 * time.Hour)
			return c.Sync(bg, c.shop, nil)
		},
	} {
		t.Run(name, func(t *testing.T) {
			c := newCollected(t)
			c.edit(3, false, swaps)
			require.Equal(t, galley.SyncChanges, c.sync().Kind)
			require.Equal(t, []string{c.all[3].ID}, c.differing())
			result, err := whole(c)
			require.NoError(t, err)
			require.Equal(t, galley.SyncPages, result.Kind)
			require.Empty(t, c.differing())
		})
	}
}

// A shop that works out its rules some minutes after a product changed.
func TestRulesThatAreWorkedOutLate(t *testing.T) {
	c := newCollected(t)
	c.change(1001)
	c.change(1005)
	require.Equal(t, galley.SyncChanges, c.sync().Kind)
	c.clock.Advance(10 * time.Minute)
	c.edit(3, false, swaps)
	c.clock.Advance(time.Hour)
	require.Equal(t, galley.SyncChanges, c.sync().Kind)
	require.Empty(t, c.differing())
}

// Whatever a sync of changes does not get to, the next one reads, whether it was killed or the shop failed.
func TestInterruptedChangesOfCollectionsAreReadWhole(t *testing.T) {
	for call, nth := range map[string]int{"memberships": 2, "heads": 2, "members": 1} {
		for _, killed := range []bool{false, true} {
			t.Run(fmt.Sprint(call, " ", killed), func(t *testing.T) {
				c := newCollected(t)
				c.change(1001)
				c.change(1005)
				c.edit(3, false, swaps) // by a rule
				c.edit(4, true, swaps)  // by hand
				c.remote.Fault = func(called string, _ galley.Target) error {
					if c.asked[called]++; called != call || c.asked[called] != nth {
						return nil
					}
					if killed {
						panic(call)
					}
					return galley.NewError(galley.CodeOffline, messages.AsRecorded("Offline."))
				}
				if killed {
					require.Panics(t, func() { _, _ = c.Sync(bg, c.shop, nil) })
				} else {
					require.Equal(t, galley.CodeOffline, c.sync().CollectionsError.Code)
				}
				c.count()
				next := products.New(c.store, c.remote, c.clock, "p2")
				result, err := next.Sync(bg, c.shop, nil)
				require.NoError(t, err)
				require.Equal(t, galley.SyncChanges, result.Kind)
				require.Equal(t, 3, c.asked["collections"], "all are read, from the first page on")
				require.Empty(t, c.differing())
				c.count()
				_, err = next.Sync(bg, c.shop, nil)
				require.NoError(t, err)
				require.Zero(t, c.asked["collections"])
			})
		}
	}
}

// A shop that cannot answer about changes of collections is read whole.
func TestShopWithoutHeadsIsReadWhole(t *testing.T) {
	for _, call := range []string{"memberships", "heads", "members"} {
		t.Run(call, func(t *testing.T) {
			c := newCollected(t)
			c.change(1001)
			c.edit(3, true, swaps)
			c.fails(call, 1, galley.CodeInternal)
			result := c.sync()
			require.Nil(t, result.CollectionsError)
			require.Equal(t, galley.SyncChanges, result.Kind)
			require.Empty(t, c.differing())
		})
	}
}

// A sync of all collections that went on where another had stopped does not know what changed in between.
func TestMembersReadInTwoSyncsAreReadAgain(t *testing.T) {
	c := newCollected(t)
	asked := 0
	c.remote.Fault = func(call string, _ galley.Target) error {
		if call != "collections" {
			return nil
		}
		if asked++; asked == 2 {
			return galley.NewError(galley.CodeOffline, messages.AsRecorded("Offline."))
		}
		return nil
	}
	result, err := c.SyncWhole(bg, c.shop, nil)
	require.NoError(t, err)
	require.Equal(t, galley.CodeOffline, result.CollectionsError.Code)
	c.edit(3, false, swaps) // on the page that was read
	_, err = c.SyncWhole(bg, c.shop, nil)
	require.NoError(t, err)
	require.Equal(t, []string{c.all[3].ID}, c.differing())
	c.count()
	require.Equal(t, galley.SyncChanges, c.sync().Kind)
	require.Equal(t, 3, c.asked["collections"])
	require.Empty(t, c.differing())
}
