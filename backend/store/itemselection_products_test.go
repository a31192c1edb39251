package store_test

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/store/storetest"
)

// productChange is a change on the shop that brings a product into a list.
type productChange struct {
	into galley.ProductFilter
	make func(p *galley.Product)
}

var productChanges = map[string]productChange{
	"status":      {galley.ProductFilter{Status: galley.Choice{"draft"}}, func(p *galley.Product) { p.Status = "draft" }},
	"vendor":      {galley.ProductFilter{Vendor: galley.Choice{"Oakwright"}}, func(p *galley.Product) { p.Vendor = "Oakwright" }},
	"type":        {galley.ProductFilter{Type: galley.Choice{"Floor lamp"}}, func(p *galley.Product) { p.ProductType = "Floor lamp" }},
	"tag":         {galley.ProductFilter{Tag: galley.Choice{"sale"}}, func(p *galley.Product) { p.Tags = append(slices.Clone(p.Tags), "sale") }},
	"length":      {galley.ProductFilter{ShorterThan: 3}, func(p *galley.Product) { p.DescriptionHTML = "<p>Short.</p>" }},
	"empty title": {galley.ProductFilter{Without: galley.Choice{"seo_title"}}, func(p *galley.Product) { p.SEOTitle = galley.Null() }},
	"empty alt text": {galley.ProductFilter{Without: galley.Choice{"alt_text"}}, func(p *galley.Product) {
		p.Images = slices.Clone(p.Images)
		p.Images[1].Alt = galley.Null()
	}},
}

// fullProducts pass none of the filters of productChanges.
func fullProducts(n int) []galley.Product {
	products := galleytest.Products(n)
	for i := range products {
		products[i].SEOTitle = galley.Text("Lamp")
		products[i].Images[1].Alt = galley.Text("Lamp from above.")
	}
	return products
}

func syncProducts(w *storetest.World, products []galley.Product) {
	w.T.Helper()
	run, _, err := w.Store.BeginSync(w.T.Context(), w.Shop.ID)
	require.NoError(w.T, err)
	require.NoError(w.T, w.Store.SavePage(w.T.Context(), w.Shop.ID, run, galley.ProductBatch{Products: products, Total: len(products)}))
	_, err = w.Store.FinishSync(w.T.Context(), w.Shop.ID, run)
	require.NoError(w.T, err)
}

func syncMembers(w *storetest.World, members map[int][]string) {
	w.T.Helper()
	var read galley.CollectionBatch
	for k, ids := range members {
		read.Collections = append(read.Collections, galley.ListedCollection{Members: ids, Collection: galley.Collection{
			ShopID: w.Shop.ID, ID: fmt.Sprintf("gid://shopify/Collection/%d", k), Handle: fmt.Sprint("c", k), Title: fmt.Sprint("Collection ", k),
		}})
	}
	run, _, err := w.Store.BeginCollectionSync(w.T.Context(), w.Shop.ID)
	require.NoError(w.T, err)
	require.NoError(w.T, w.Store.SaveCollections(w.T.Context(), w.Shop.ID, run, read))
	_, err = w.Store.FinishCollectionSync(w.T.Context(), w.Shop.ID, run)
	require.NoError(w.T, err)
}

func idsOf(products []galley.Product) (ids []string) {
	for _, p := range products {
		ids = append(ids, p.ID)
	}
	return ids
}

// narrowed is everything in a list that is narrowed by products, as it is drawn now.
func narrowed(w *storetest.World, job galley.JobID, by galley.ProductFilter) galley.ItemSelection {
	sel := drawn(w.T.(*testing.T), w.Store, job, galley.FilterAll)
	sel.Product = by
	return sel
}

// TestDraftsThatASyncBringsIntoAListAreNotActedOn: one product is in the list, and changes in all that the list is not
// narrowed by; the others come into it behind it.
func TestDraftsThatASyncBringsIntoAListAreNotActedOn(t *testing.T) {
	for name, change := range productChanges {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			products := fullProducts(5)
			change.make(&products[0])
			w := storetest.NewWorldOf(t, galleytest.NewClock(), products)
			titles, pictures := w.Drafted(galley.FieldTitle, draftOf), w.Drafted(galley.FieldAltText, draftOf)
			ofTitles, ofPictures := narrowed(w, titles, change.into), narrowed(w, pictures, change.into)

			products = slices.Clone(products)
			for other, unrelated := range productChanges {
				if other != name && len(unrelated.into.Without) == 0 {
					unrelated.make(&products[0])
				}
			}
			for i := range products[1:] {
				change.make(&products[i+1])
			}
			syncProducts(w, products)
			for of, want := range map[*galley.ItemSelection]galley.SelectionCount{
				&ofTitles: {Total: 1, Takes: 1, Changed: 4}, &ofPictures: {Total: 2, Takes: 2, Changed: 8},
			} {
				done, err := w.Store.DecideSelected(t.Context(), *of, galley.DecisionApproved)
				require.NoError(t, err)
				require.Equal(t, &want, done.Selected)
			}
		})
	}
}

func draftOf(id galley.ItemID) string { return "Draft " + string(id) }

func TestDraftsThatComeIntoACollectionOrItsScoreAreNotActedOn(t *testing.T) {
	products := fullProducts(5)
	w := storetest.NewWorldOf(t, galleytest.NewClock(), products)
	job, other := w.Drafted(galley.FieldTitle, draftOf), w.Drafted(galley.FieldDescription, draftOf)
	score := func(positions string) {
		storetest.Exec(t, w.Store, `UPDATE items SET score = '{"total":40}' WHERE job_id = ? AND position `+positions, other)
	}
	syncMembers(w, map[int][]string{1: idsOf(products[:1])})
	score("= 1")
	for name, list := range map[string]struct {
		by   galley.ProductFilter
		move func()
	}{
		"collection": {galley.ProductFilter{Collection: galley.Choice{"gid://shopify/Collection/1"}}, func() { syncMembers(w, map[int][]string{1: idsOf(products)}) }},
		"score":      {galley.ProductFilter{ScoreBelow: 50}, func() { score("> 1") }},
	} {
		sel, all := narrowed(w, job, list.by), narrowed(w, job, galley.ProductFilter{Vendor: galley.Choice{"Aldermill"}})
		list.move()
		for of, want := range map[*galley.ItemSelection]galley.SelectionCount{&sel: {Total: 1, Takes: 1, Changed: 4}, &all: {Total: 5, Takes: 5}} {
			of.Action = galley.ActDecide
			n, err := w.Store.CountSelected(t.Context(), *of)
			require.NoError(t, err)
			require.Equal(t, want, n, name)
		}
	}
}

// behind changes products behind a list.
type behind struct {
	*storetest.World
	random   *rand.Rand
	names    []string // of productChanges
	products []galley.Product
	scored   galley.JobID
	touched  map[string]bool // products that anything happened to
}

// syncs has products change, go and come back.
func (b *behind) syncs() {
	plain := fullProducts(len(b.products))
	var listed []galley.Product
	for i := range b.products {
		p := &b.products[i]
		switch b.random.IntN(4) {
		case 0:
			*p, b.touched[p.ID] = plain[i], true
		case 1:
			productChanges[b.names[b.random.IntN(len(b.names))]].make(p)
			b.touched[p.ID] = true
		}
		_, err := b.Store.Product(b.T.Context(), b.Shop.ID, p.ID)
		isListed := b.random.IntN(5) > 0
		if isListed != (err == nil) {
			b.touched[p.ID] = true
		}
		if isListed {
			listed = append(listed, *p)
		}
	}
	syncProducts(b.World, listed)
}

func (b *behind) collects() {
	for _, p := range b.products {
		b.touched[p.ID] = true
	}
	syncMembers(b.World, map[int][]string{1: idsOf(b.products)[:b.random.IntN(len(b.products))]})
}

func (b *behind) scores() {
	position := 1 + b.random.IntN(len(b.products))
	b.touched[b.products[position-1].ID] = true
	storetest.Exec(b.T, b.Store, fmt.Sprintf(`UPDATE items SET score = '{"total":%d}' WHERE job_id = ? AND position = ?`, 20+b.random.IntN(60)), b.scored, position)
}

// filter is one that products come to pass and cease to.
func (b *behind) filter() galley.ProductFilter {
	by := productChanges[b.names[b.random.IntN(len(b.names))]].into
	switch b.random.IntN(5) {
	case 0:
		return galley.ProductFilter{Collection: galley.Choice{"gid://shopify/Collection/1"}}
	case 1:
		by.ScoreBelow = 50
	}
	return by
}

// TestNothingIsActedOnThatTheListDidNotShow: whatever syncs and other jobs do behind a list, what is taken was in it, and
// what is in it still, of a product that nothing happened to, is taken.
func TestNothingIsActedOnThatTheListDidNotShow(t *testing.T) {
	w := storetest.NewWorldOf(t, galleytest.NewClock(), fullProducts(10))
	jobs := []galley.JobID{w.Drafted(galley.FieldTitle, draftOf), w.Drafted(galley.FieldAltText, draftOf)}
	b := &behind{
		World: w, random: rand.New(rand.NewPCG(5, 11)), names: slices.Sorted(maps.Keys(productChanges)), products: fullProducts(10),
		scored: w.Drafted(galley.FieldDescription, draftOf), touched: map[string]bool{},
	}
	steps := []func(){b.syncs, b.collects, b.scores}
	cameIn, stayed := 0, 0
	for range 150 {
		by, job := b.filter(), jobs[b.random.IntN(2)]
		sel, query := narrowed(w, job, by), galley.ItemQuery{JobID: job, Product: by}
		shown := positionsIn(t, w.Store, query)
		clear(b.touched)
		for range 1 + b.random.IntN(2) {
			steps[b.random.IntN(len(steps))]()
		}
		taken := takenOf(t, w, sel)
		require.Subset(t, shown, taken, "%+v", by)
		for _, position := range positionsIn(t, w.Store, query) {
			if !slices.Contains(shown, position) {
				cameIn++
			} else if !b.touched[w.Item(job, position).Product.ID] {
				stayed++
				require.Contains(t, taken, position, "%+v", by)
			}
		}
	}
	require.Greater(t, cameIn, 40)
	require.Greater(t, stayed, 50)
}

// takenOf are the positions of drafts that a decision about a selection would take.
func takenOf(t *testing.T, w *storetest.World, sel galley.ItemSelection) (positions []int) {
	t.Helper()
	sel.Action = galley.ActDecide
	found, err := w.Store.SelectItems(t.Context(), sel)
	require.NoError(t, err)
	for _, it := range found.Items {
		_, position, err := it.ID.Split()
		require.NoError(t, err)
		positions = append(positions, position)
	}
	return positions
}

// From version 76 on, changes of products are numbered with those of items, which keep their numbers.
func TestUpgradeKeepsTheNumbersOfChanges(t *testing.T) {
	path := dataFileAt(t, 74, "UPDATE items SET decision = 'approved' WHERE state = 'generated'")
	numbers := "SELECT seq || ' ' || item_row FROM item_changes"
	before := texts(t, raw(t, path), numbers)
	require.Greater(t, len(before), 1)
	upgradedTo(t, path, 76)
	require.Equal(t, before, texts(t, raw(t, path), numbers))
	require.Equal(t, []string{""}, texts(t, raw(t, path), "SELECT DISTINCT part FROM item_changes"))
}
