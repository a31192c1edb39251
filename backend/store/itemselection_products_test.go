package store_test

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/store"
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
	run, _, err := w.Store.BeginSync(w.T.Context(), w.Shop.ID, storetest.SyncLease(w.T, w.Store, w.Shop.ID))
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
	run, _, err := w.Store.BeginCollectionSync(w.T.Context(), w.Shop.ID, storetest.SyncLease(w.T, w.Store, w.Shop.ID))
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
		case 2:
			b.showsImageOf(p, b.products[b.random.IntN(len(b.products))])
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

// showsImageOf has a product show the first image of another, too.
func (b *behind) showsImageOf(p *galley.Product, of galley.Product) {
	img := of.Images[0]
	if !showsImage(*p, img.ID) {
		img.Position = len(p.Images) + 1
		p.Images, b.touched[p.ID] = append(slices.Clone(p.Images), img), true
	}
}

func showsImage(p galley.Product, id string) bool {
	return slices.ContainsFunc(p.Images, func(img galley.Image) bool { return img.ID == id })
}

// publishes has a text of a product or of its first image be published, or that taken back.
func (b *behind) publishes() {
	place := b.products[b.random.IntN(len(b.products))]
	id := place.ID
	if b.random.IntN(2) == 0 {
		id = place.Images[0].ID
	}
	for _, p := range b.products {
		if p.ID == id || showsImage(p, id) {
			b.touched[p.ID] = true
		}
	}
	if b.random.IntN(2) == 0 {
		storetest.Exec(b.T, b.Store, "DELETE FROM publications WHERE place_id = ?", id)
		return
	}
	publishedAt(b.World, id)
}

func publishedAt(w *storetest.World, place string) {
	w.T.Helper()
	storetest.Exec(w.T, w.Store, `INSERT OR IGNORE INTO publications (id, shop_id, place_id, place_handle, place_title, image_of, field, kind, state,
		before_known, live_known, person, writer, created_at) VALUES (?, ?, ?, '', '', '', 'alt_text', 'publish', 'published', 1, 1, '', '', 0)`,
		place, w.Shop.ID, place)
	storetest.Exec(w.T, w.Store, "INSERT OR IGNORE INTO published_texts (shop_id, place_id, field, publication_id) VALUES (?, ?, 'alt_text', ?)", w.Shop.ID, place, place)
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

// otherFilters narrow by what is not in productChanges.
var otherFilters = []galley.ProductFilter{
	{Collection: galley.Choice{"gid://shopify/Collection/1"}}, {ScoreBelow: 50}, {History: galley.HistoryPublished},
}

// filter is one that products come to pass and cease to.
func (b *behind) filter() galley.ProductFilter {
	by := productChanges[b.names[b.random.IntN(len(b.names))]].into
	switch other := otherFilters[b.random.IntN(len(otherFilters))]; b.random.IntN(5) {
	case 0, 1:
		return other
	case 2:
		by.ScoreBelow, by.History = other.ScoreBelow, other.History
	}
	return by
}

// TestEachPartOfAFilterIsNoted: a part that no trigger names would let drafts through unseen.
func TestEachPartOfAFilterIsNoted(t *testing.T) {
	w := storetest.NewWorld(t, galleytest.NewClock(), 1)
	triggers := strings.Join(texts(t, raw(t, storetest.Path(t, w.Store)), "SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND name LIKE '%^_narrowed' ESCAPE '^'"), "\n")
	var tried []string
	for _, change := range productChanges {
		tried = append(tried, store.NarrowedBy(change.into)...)
	}
	for _, by := range otherFilters {
		tried = append(tried, store.NarrowedBy(by)...)
	}
	require.NotEmpty(t, store.ProductParts())
	for _, part := range store.ProductParts() {
		require.Contains(t, triggers, "'"+part+"'")
		require.Contains(t, tried, part, "in TestNothingIsActedOnThatTheListDidNotShow")
	}
}

// TestDraftsThatAnImageBringsAmongThePublishedAreNotActedOn: its alt text was published at another product.
func TestDraftsThatAnImageBringsAmongThePublishedAreNotActedOn(t *testing.T) {
	products := fullProducts(3)
	w := storetest.NewWorldOf(t, galleytest.NewClock(), products)
	job := w.Drafted(galley.FieldTitle, draftOf)
	publishedAt(w, products[0].Images[0].ID)
	sel := narrowed(w, job, galley.ProductFilter{History: galley.HistoryPublished})
	products[1].Images = append(slices.Clone(products[1].Images), products[0].Images[0])
	syncProducts(w, products)
	done, err := w.Store.DecideSelected(t.Context(), sel, galley.DecisionApproved)
	require.NoError(t, err)
	require.Equal(t, &galley.SelectionCount{Total: 1, Takes: 1, Changed: 1}, done.Selected)
}

// What cannot bring a draft into a list leaves it alone.
func TestChangesThatLeadOutOfAListAreNotNoted(t *testing.T) {
	w := storetest.NewWorldOf(t, galleytest.NewClock(), galleytest.Products(2))
	w.Drafted(galley.FieldTitle, draftOf)
	noted := func() []string {
		return texts(t, raw(t, storetest.Path(t, w.Store)), "SELECT DISTINCT part FROM item_changes WHERE part <> ''")
	}
	before := noted()
	products := galleytest.Products(2)
	for i := range products {
		products[i].DescriptionHTML, products[i].SEOTitle = "<p>A table lamp of oak that is much longer than it was before.</p>", galley.Text("Lamp")
		products[i].MetaDescription, products[i].Images[1].Alt = galley.Text("A lamp."), galley.Text("Lamp from above.")
	}
	syncProducts(w, products)
	require.Equal(t, before, noted())
}

// TestScoresAreNotedOncePerProduct: with a note for each of the product's drafts, there were 11 more for each picture here.
func TestScoresAreNotedOncePerProduct(t *testing.T) {
	products := fullProducts(1)
	for k := len(products[0].Images); k < 10; k++ {
		products[0].Images = append(products[0].Images, galley.Image{ID: fmt.Sprintf("gid://shopify/MediaImage/%d", 9000+k), URL: "http://127.0.0.1/a.png", Position: k + 1})
	}
	w := storetest.NewWorldOf(t, galleytest.NewClock(), products)
	w.Drafted(galley.FieldTitle, draftOf)
	scored := w.Drafted(galley.FieldAltText, draftOf)
	storetest.Exec(t, w.Store, "DELETE FROM item_changes WHERE part <> ''")
	for position := 1; position <= 10; position++ {
		storetest.Exec(t, w.Store, fmt.Sprintf(`UPDATE items SET score = '{"total":%d}' WHERE job_id = ? AND position = ?`, 50-position), scored, position)
	}
	require.Len(t, texts(t, raw(t, storetest.Path(t, w.Store)), "SELECT part FROM item_changes WHERE part <> ''"), 10)
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
	steps := []func(){b.syncs, b.collects, b.scores, b.publishes}
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

// From version 77 on, the score of a product is noted for the product. What was noted before still counts.
func TestUpgradeKeepsWhatWasNotedOfProducts(t *testing.T) {
	path := dataFileAt(t, 76, "INSERT INTO item_changes (item_row, part) SELECT row_id, 'score' FROM items WHERE state = 'generated'")
	noted := "SELECT seq || ' ' || item_row || ' ' || part FROM item_changes"
	before := texts(t, raw(t, path), noted)
	require.Contains(t, strings.Join(before, ","), "score")
	upgradedTo(t, path, 77)
	require.Equal(t, before, texts(t, raw(t, path), noted))
	require.Equal(t, []string{""}, texts(t, raw(t, path), "SELECT DISTINCT product_id FROM item_changes"))
}
