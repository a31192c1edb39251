package store_test

import (
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/galley/messages"
	"galley/backend/store/storetest"
)

// withPublished is a job of 200 drafts: 50 on their way to the shop, 50
// published and changed there since, 100 that wait for review.
func withPublished(t *testing.T) (*storetest.World, galley.JobID) {
	t.Helper()
	w := storetest.NewWorld(t, galleytest.NewClock(), 200)
	id := w.Job(galley.FieldTitle, galley.WriterSpec{Kind: galley.WriterTemplate}, func(_ int, c galley.Claimed) galley.Outcome {
		return galley.Outcome{ID: c.ID, State: galley.ItemGenerated, Draft: &galley.Draft{Content: "A draft.", Author: galley.AuthorModel}}
	})
	storetest.Exec(t, w.Store, `UPDATE items SET publish_state = CASE WHEN position <= 50 THEN 'queued' ELSE 'published' END,
		since = CASE WHEN position <= 50 THEN '' ELSE 'changed' END WHERE position <= 100`)
	storetest.Exec(t, w.Store, `INSERT INTO publications (id, shop_id, item_row, place_id, place_handle, place_title, image_of, field, slot, kind, state,
		before_known, live_known, live, person, writer, created_at, finished_at)
		SELECT 'write ' || position, shop_id, row_id, place_id, place_handle, place_title, '', field, field || ' ' || place_id, 'publish',
			CASE WHEN position <= 50 THEN 'queued' ELSE 'published' END, 1, 1, content, 'Ada', 'template', 1, 2 FROM items WHERE position <= 100`)
	storetest.Exec(t, w.Store, `INSERT INTO published_texts (shop_id, place_id, field, publication_id, item_row, live, changed, on_shop, seen_at)
		SELECT shop_id, place_id, field, 'write ' || position, row_id, content, 1, 'Another text', 3 FROM items WHERE position BETWEEN 51 AND 100`)
	return w, id
}

func TestItemPageTakesConstantNumberOfQueries(t *testing.T) {
	w, job := withPublished(t)
	reads := w.Store.CountReads(t)
	page := func(limit, offset int) (page galley.ItemPage, queries int64) {
		queries = reads.Of(func() {
			var err error
			page, err = w.Store.Items(t.Context(), galley.ItemQuery{JobID: job, Filter: galley.FilterAll, Limit: limit, Offset: offset})
			require.NoError(t, err)
		})
		return page, queries
	}
	one, few := page(1, 60)
	require.Len(t, one.Items, 1)
	require.NotNil(t, one.Items[0].Changed)
	all, many := page(200, 0)
	require.Len(t, all.Items, 200)
	require.Equal(t, few, many)
	require.LessOrEqual(t, many, int64(7))

	for i, item := range all.Items {
		alone, err := w.Store.Item(t.Context(), item.ID)
		require.NoError(t, err)
		require.Equal(t, alone, item)
		require.Equal(t, i < 50, item.Can.Withdraw, "position %d", i+1)
		require.Equal(t, i >= 50 && i < 100, item.Changed != nil, "position %d", i+1)
	}
}

func TestWritesToAProductTakeConstantNumberOfQueries(t *testing.T) {
	w, _ := withPublished(t)
	reads := w.Store.CountReads(t)
	published := func(product string) (found []galley.Publication, queries int64) {
		queries = reads.Of(func() {
			var err error
			found, err = w.Store.PublicationsAt(t.Context(), w.Shop.ID, product)
			require.NoError(t, err)
		})
		return found, queries
	}
	product := galleytest.Products(60)[59].ID
	found, few := published(product)
	require.Len(t, found, 1)
	require.True(t, found[0].CanUndo)
	storetest.Exec(t, w.Store, `UPDATE publications SET place_id = ? WHERE state = 'published'`, product)
	found, many := published(product)
	require.Len(t, found, 50)
	require.Equal(t, few, many)
}

// drafted returns a job with the given number of drafts to review.
func drafted(t *testing.T, n int) (*storetest.World, galley.JobID) {
	t.Helper()
	w := storetest.NewWorld(t, galleytest.NewClock(), n)
	return w, w.Drafted(galley.FieldTitle, func(id galley.ItemID) string { return "Draft " + string(id) })
}

// positions are the first n of a job.
func positions(n int) []int {
	all := make([]int, n)
	for i := range all {
		all[i] = i + 1
	}
	return all
}

func TestDecidingTakesConstantNumberOfQueries(t *testing.T) {
	count := func(n int) int64 {
		w, job := drafted(t, n)
		queries, changes := w.Store.CountWrites(t)
		before := queries.Load() + changes.Load()
		done, err := w.Store.Decide(t.Context(), job, w.At(job, positions(n)...), galley.DecisionApproved)
		require.NoError(t, err)
		require.Equal(t, n, done.Count)
		return queries.Load() + changes.Load() - before
	}
	require.Equal(t, count(1), count(60))
}

func TestConfirmingAPlanTakesConstantNumberOfQueries(t *testing.T) {
	for _, kind := range []galley.PlanKind{galley.PlanToPublish, galley.PlanToRetry} {
		count := func(n int) int64 {
			w, job := drafted(t, n)
			if kind == galley.PlanToRetry {
				for _, state := range []string{"queued", "publishing", "failed"} {
					storetest.Exec(t, w.Store, "UPDATE items SET publish_state = ?", state)
				}
			}
			plan, err := w.Store.PlanDrafts(t.Context(), galley.NewPlan{Kind: kind, JobID: job}, func([]galley.ItemStanding) ([]int, error) {
				return positions(n), nil
			})
			require.NoError(t, err)
			queries, _ := w.Store.CountWrites(t)
			return queries.Of(func() {
				done, err := w.Store.ConfirmPlan(t.Context(), plan, kind, "Ada")
				require.NoError(t, err)
				require.Equal(t, n, done.Count)
			})
		}
		require.Equal(t, count(1), count(60), kind)
	}
}

// withUndos is a plan that undoes the first n published texts of a job.
func withUndos(t *testing.T, w *storetest.World, job galley.JobID, n int) galley.PlanID {
	t.Helper()
	var undos []galley.PlannedUndo
	for pos := 51; pos <= 50+n; pos++ {
		found, err := w.Store.PublicationsOf(t.Context(), galley.NewItemID(job, pos))
		require.NoError(t, err)
		undos = append(undos, galley.PlannedUndo{Publication: found[0]})
	}
	plan, busy, err := w.Store.PlanUndos(t.Context(), galley.NewPlan{Kind: galley.PlanToUndo, JobID: job}, undos)
	require.NoError(t, err)
	require.Empty(t, busy)
	return plan
}

func TestConfirmingUndosReadsAsOftenHoweverManyThereAre(t *testing.T) {
	count := func(n int) int64 {
		w, job := withPublished(t)
		plan := withUndos(t, w, job, n)
		queries, _ := w.Store.CountWrites(t)
		return queries.Of(func() {
			done, err := w.Store.ConfirmPlan(t.Context(), plan, galley.PlanToUndo, "Ada")
			require.NoError(t, err)
			require.Equal(t, n, done.Count)
		})
	}
	require.Equal(t, count(1), count(50))
}

func TestConfirmingUndosOfOnePlaceQueuesTheFirst(t *testing.T) {
	w, job := withPublished(t)
	plan := withUndos(t, w, job, 2)
	storetest.Exec(t, w.Store, "UPDATE plan_items SET place_id = (SELECT min(place_id) FROM plan_items)")
	done, err := w.Store.ConfirmPlan(t.Context(), plan, galley.PlanToUndo, "Ada")
	require.NoError(t, err)
	require.Equal(t, 1, done.Count)
	require.Len(t, done.Left, 1)
	require.Equal(t, messages.PlaceQueued, done.Left[0].Reason.Message)
}

func TestConfirmingSavesReadsAsOftenHoweverManyTextsThereAre(t *testing.T) {
	count := func(n int) int64 {
		w := storetest.NewWorld(t, galleytest.NewClock(), 1)
		product := galleytest.Products(1)[0]
		at := galley.PlaceRef{Kind: galley.PlaceProduct, ID: product.ID, Handle: product.Handle, Title: product.Title}
		var edits []galley.TextEdit
		for _, f := range []galley.Field{galley.FieldTitle, galley.FieldSEOTitle, galley.FieldMetaDescription}[:n] {
			job := w.Drafted(f, func(galley.ItemID) string { return "A saved text." })
			edits = append(edits, galley.TextEdit{Field: f, Expected: galley.Text(w.Item(job, 1).Original), Value: galley.Text("A saved text.")})
		}
		plan, err := w.Store.PlanTexts(t.Context(), galley.NewPlan{Kind: galley.PlanToSave, ShopID: w.Shop.ID}, at, edits)
		require.NoError(t, err)
		queries, _ := w.Store.CountWrites(t)
		read := queries.Of(func() {
			done, err := w.Store.ConfirmPlan(t.Context(), plan, galley.PlanToSave, "Ada")
			require.NoError(t, err)
			require.Equal(t, n, done.Count)
		})
		waiting, err := w.Store.Waiting(t.Context(), w.Shop.ID, 10)
		require.NoError(t, err)
		for _, p := range waiting {
			require.NotEmpty(t, p.ItemID, "queued as the draft that says the same")
		}
		return read
	}
	require.Equal(t, count(1), count(3))
}

func TestPlanningUndosTakesConstantNumberOfQueries(t *testing.T) {
	w, job := withPublished(t)
	var undos []galley.PlannedUndo
	for pos := 1; pos <= 100; pos++ { // the first 50 are queued
		found, err := w.Store.PublicationsOf(t.Context(), galley.NewItemID(job, pos))
		require.NoError(t, err)
		undos = append(undos, galley.PlannedUndo{Publication: found[0]})
	}
	queries, changes := w.Store.CountWrites(t)
	count := func(undos []galley.PlannedUndo, busy int) int64 {
		before := queries.Load() + changes.Load()
		_, left, err := w.Store.PlanUndos(t.Context(), galley.NewPlan{Kind: galley.PlanToUndo, JobID: job}, undos)
		require.NoError(t, err)
		require.Len(t, left, busy)
		return queries.Load() + changes.Load() - before
	}
	require.Equal(t, count(undos[99:], 0), count(undos, 50))
}

func TestWithdrawingReadsAsOftenHoweverManyTextsAreQueued(t *testing.T) {
	count := func(n int) int64 {
		w, job := withPublished(t)
		queries, _ := w.Store.CountWrites(t)
		return queries.Of(func() {
			withdrawn, err := w.Store.Withdraw(t.Context(), w.Shop.ID, job, positions(n))
			require.NoError(t, err)
			require.Equal(t, n, withdrawn)
			require.Equal(t, galley.Unpublished, w.Item(job, n).PublishState)
		})
	}
	require.Equal(t, count(1), count(50))
}

func TestDueWatchesTakeConstantNumberOfQueries(t *testing.T) {
	w, _ := withPublished(t)
	reads := w.Store.CountReads(t)
	count := func(n int) int64 {
		storetest.Exec(t, w.Store, "DELETE FROM watches")
		storetest.Exec(t, w.Store, `INSERT INTO watches (publication_id, shop_id, sent_at, look_at)
			SELECT id, shop_id, 1, 1 FROM publications WHERE state = 'published' ORDER BY seq LIMIT ?`, n)
		return reads.Of(func() {
			due, err := w.Store.DueWatches(t.Context(), w.Shop.ID, time.Hour)
			require.NoError(t, err)
			require.Len(t, due, n)
			text := due[0].Expected
			require.Equal(t, galley.Text("A draft."), text)
		})
	}
	require.Equal(t, count(1), count(50))
}

// Beside a constant number of statements, a page takes one for each product that it writes: those are prepared once, and
// cost less than one for all of them that takes its rows from JSON. Images, the guesses at keyphrases, and tags of new
// products come a hundred at a time.
func TestSyncPageTakesOneStatementForEachProduct(t *testing.T) {
	w := storetest.NewUnsyncedWorld(t, galleytest.NewClock(), 60)
	queries, changes := w.Store.CountWrites(t)
	run, _, err := w.Store.BeginSync(t.Context(), w.Shop.ID, storetest.SyncLease(t, w.Store, w.Shop.ID))
	require.NoError(t, err)
	save := func(products []galley.Product) int64 {
		before := queries.Load() + changes.Load()
		require.NoError(t, w.Store.SavePage(t.Context(), w.Shop.ID, run, galley.ProductBatch{Products: products}))
		return queries.Load() + changes.Load() - before
	}
	all := galleytest.Products(60)
	one := save(all[:1])
	many := func(n int) int64 { return int64(n/100 + n%100) }
	changed := func(n int) int64 { return int64(n) + many(2*n) + many(n) } // with two images each
	tags := func(products []galley.Product) int64 {
		n := 0
		for _, p := range products {
			n += len(p.Tags)
		}
		return many(n)
	}
	require.Equal(t, one-changed(1)-tags(all[:1])+changed(59)+tags(all[1:]), save(all[1:]))
	unchanged := save(all)
	require.Less(t, unchanged, one)
	require.Equal(t, unchanged, save(all[:1]))
	saved, err := w.Store.Product(t.Context(), w.Shop.ID, all[59].ID)
	require.NoError(t, err)
	require.Equal(t, all[59].Images, saved.Images)

	unread := slices.Clone(all)
	for i := range unread {
		unread[i].Images, unread[i].Unread = nil, []galley.ProductPart{galley.PartImages}
		unread[i].Vendor = "Another"
	}
	one = save(unread[:1])
	require.Equal(t, one-changed(1)+changed(59), save(unread[1:]))
	kept, err := w.Store.Product(t.Context(), w.Shop.ID, all[59].ID)
	require.NoError(t, err)
	require.Equal(t, "Another", kept.Vendor)
	require.Equal(t, saved.Images, kept.Images)
}

func TestSyncKeepsEveryCharacter(t *testing.T) {
	w := storetest.NewUnsyncedWorld(t, galleytest.NewClock(), 1)
	p := galleytest.Products(1)[0]
	p.Title, p.Vendor = "a\x00b", `"'\u0000\`
	p.DescriptionHTML = "<p>\u2028 é 灯 👩‍👩‍👧 \x01\x1f\x7f \t\r\n &amp; <b>\ufffd\ufeff</p>"
	p.SEOTitle, p.MetaDescription = galley.Text(""), galley.Null()
	run, _, err := w.Store.BeginSync(t.Context(), w.Shop.ID, storetest.SyncLease(t, w.Store, w.Shop.ID))
	require.NoError(t, err)
	require.NoError(t, w.Store.SavePage(t.Context(), w.Shop.ID, run, galley.ProductBatch{Products: []galley.Product{p}}))
	saved, err := w.Store.Product(t.Context(), w.Shop.ID, p.ID)
	require.NoError(t, err)
	require.Equal(t, []any{p.Title, p.Vendor, p.DescriptionHTML, p.SEOTitle, p.MetaDescription},
		[]any{saved.Title, saved.Vendor, saved.DescriptionHTML, saved.SEOTitle, saved.MetaDescription})
}
