package publishing_test

import (
	"fmt"
	"slices"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/sync/errgroup"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/publishing"
	"galley/backend/store/storetest"
)

// crowd counts the writes under way, and lets none go on before that many have come together.
type crowd struct {
	mu          sync.Mutex
	here, most  int
	places      map[galley.Target]int
	twice       []galley.Target // places that were under way already
	together    int
	gatheredAll chan struct{}
}

func gather(together int) *crowd {
	return &crowd{places: map[galley.Target]int{}, together: together, gatheredAll: make(chan struct{})}
}

func (c *crowd) enter(t galley.Target) {
	c.mu.Lock()
	c.here++
	c.most = max(c.most, c.here)
	c.places[t]++
	if c.places[t] > 1 {
		c.twice = append(c.twice, t)
	}
	if c.here == c.together {
		close(c.gatheredAll)
		c.together = -1
	}
	c.mu.Unlock()
	<-c.gatheredAll
}

func (c *crowd) leave(t galley.Target) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.here--
	c.places[t]--
}

// watch has the crowd count the desk's writes, from the reading before to the answer.
func (c *crowd) watch(d *desk) {
	d.shop.Fault = func(call string, t galley.Target) error {
		switch call {
		case "wait":
			c.enter(t)
		case "written":
			c.leave(t)
		}
		return nil
	}
}

func TestAsManyWritesAreUnderWayAsTheShopCallsFor(t *testing.T) {
	for _, atOnce := range []int{1, 3, 20} {
		d := newDesk(t, 40, galley.FieldTitle)
		d.shop.AtOnce = atOnce
		c := gather(atOnce)
		c.watch(d)
		_, _, err := d.PublishNow(bg, galley.PublishRequest{JobID: d.job})
		require.NoError(t, err)
		require.NoError(t, d.send())
		require.Equal(t, atOnce, c.most)
		require.Len(t, d.shop.Writes(), 40)
	}
}

func TestATextThatAPersonSendsGoesBeforeBulk(t *testing.T) {
	d := newDesk(t, 40, galley.FieldTitle)
	d.shop.AtOnce = 1
	alone := d.written(galley.FieldSEOTitle)
	click := sync.OnceValue(func() error {
		_, _, err := d.PublishNow(bg, galley.PublishRequest{JobID: alone, ItemIDs: []galley.ItemID{galley.NewItemID(alone, 40)}})
		return err
	})
	d.shop.Fault = func(call string, _ galley.Target) error {
		if call == "wait" {
			return click()
		}
		return nil
	}
	_, _, err := d.PublishNow(bg, galley.PublishRequest{JobID: d.job})
	require.NoError(t, err)
	require.NoError(t, d.send())
	writes := d.shop.Writes()
	require.Len(t, writes, 41)
	at := slices.IndexFunc(writes, func(w galleytest.Write) bool { return w.Field == galley.FieldSEOTitle })
	require.Equal(t, 1, at, "after the one under way")
}

// Nineteen other shops each have a text under way while one sends groups of up to a hundred: it keeps to
// its twentieth of the 512 that one process has under way.
func TestGroupsKeepToTheShareOfTheirShop(t *testing.T) {
	d := grouped(t, 80, 100)
	_, _, err := d.PublishNow(bg, galley.PublishRequest{JobID: d.job})
	require.NoError(t, err)
	const others = 19
	arrived, done := make(chan bool, others), make(chan struct{})
	waits := func(call string, _ galley.Target) error {
		if call == "wait" {
			arrived <- true
			<-done
		}
		return nil
	}
	clients := shopsByID{own: map[galley.ShopID]*galleytest.Shop{}, rest: d.shop}
	dispatcher := publishing.NewDispatcher(d.store, clients, d.clock, "p1", quiet())
	product := galleytest.Products(1)[0]
	for n := range others {
		shop := storetest.WithShop(t, d.store, galley.Shop{
			ID: galley.ShopID(fmt.Sprintf("6a9c2f0e-0000-4000-8000-%012d", n+10)), Name: fmt.Sprint("Shop ", n), Kind: galley.ShopShopify,
			Domain: fmt.Sprintf("other%d.myshopify.com", n), Currency: "EUR", CreatedAt: d.clock.Now(),
		}, []galley.Product{product})
		storetest.Save(t, d.store, shop.ID, product, galley.TextEdit{Field: galley.FieldTitle, Expected: galley.Text(product.Title), Value: galley.Text("Other")})
		clients.own[shop.ID] = galleytest.NewShop(product)
		clients.own[shop.ID].Fault = waits
	}
	var work errgroup.Group
	for id := range clients.own {
		work.Go(func() error { _, err := dispatcher.Dispatch(bg, id); return err })
	}
	for range others {
		<-arrived
	}
	c := gather(1)
	c.watch(d)
	_, err = dispatcher.Dispatch(bg, d.id)
	require.NoError(t, err)
	close(done)
	require.NoError(t, work.Wait())
	require.Equal(t, 80, d.counts().Published)
	require.LessOrEqual(t, c.most, 512/(others+1))
	for _, group := range d.shop.Groups() {
		require.LessOrEqual(t, len(group), 512/(others+1)/2, "so that a second one can wait for its points")
	}
}

// A second job over the same products is queued while texts of the first are under way.
func TestEachPlaceIsUnderWayOnce(t *testing.T) {
	d := newDesk(t, 30, galley.FieldTitle)
	d.shop.AtOnce = 8
	second := d.written(galley.FieldTitle)
	c := gather(4)
	c.watch(d)
	counted := d.shop.Fault
	queue := sync.OnceValue(func() error {
		_, _, err := d.PublishNow(bg, galley.PublishRequest{JobID: second})
		return err
	})
	d.shop.Fault = func(call string, t galley.Target) error {
		if call == "wait" {
			if err := queue(); err != nil {
				return err
			}
		}
		return counted(call, t)
	}
	_, _, err := d.PublishNow(bg, galley.PublishRequest{JobID: d.job})
	require.NoError(t, err)
	require.NoError(t, d.send())
	require.Empty(t, c.twice)
	require.Equal(t, 30, d.counts().Published)
	d.job = second
	require.Equal(t, 30, d.counts().Conflict, "each was compared with the text that was written before it")
}
