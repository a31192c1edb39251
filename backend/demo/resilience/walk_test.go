package resilience_test

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/demo"
	"galley/backend/galley"
	"galley/backend/ledger"
)

// weather is every fault at once, except a change at the very moment of a write,
// which Shopify cannot prevent (docs/faults.md,
// TestChangeAtTheMomentOfAWriteIsOverwritten).
const weather = "throttled=3%,429=2%:retry-after=1.5,500=2%,500@write=3%:after,502=2%,502@write=2%:after,503=2%:retry-after=4.0," +
	"html=1%,html@write=2%:after,cut-before=2%,cut-after@write=5%,cut-after@read=1%,truncated=3%,silence=1%:30s,userErrors=3%,FILE_LOCKED=3%," +
	"null@write=2%,null@read=1%,null:before=1%,401=0.5%,402=0.3%,403=0.3%,423=0.3%,deleted@write=1/60,deleted@read=1/150," +
	"changed@nodes=1/40,version=2027-01@after=100"

// torture is how many courses to run, from the environment of make torture.
const torture = "GALLEY_TORTURE_FAULTS"

// TestPublishAllAndUndoAllInBadWeather publishes drafts of every product field and puts
// everything back, while the shop fails in every way there is. Afterwards each
// text is what it was, or its item says why it is not.
func TestPublishAllAndUndoAllInBadWeather(t *testing.T) {
	courses, products := 1, 12
	if text := os.Getenv(torture); text != "" {
		var err error
		courses, err = strconv.Atoi(text)
		require.NoError(t, err, "%s is a number of courses", torture)
		products = 60
	}
	sum := tally{fired: map[string]int{}}
	for seed := 1; seed <= courses; seed++ {
		for _, field := range galley.Fields() {
			if field.Owner() != galley.PlaceProduct {
				continue // the journal names the texts of products
			}
			t.Run(fmt.Sprintf("%s/seed=%d", field, seed), func(t *testing.T) {
				walk(t, field, products, fmt.Sprintf("seed=%d,%s", seed, weather), &sum)
			})
		}
	}
	sum.log(t)
}

// walk is one course.
func walk(t *testing.T, field galley.Field, products int, faults string, sum *tally) {
	d := newDesk(t, products, faults)
	before := d.snapshot()
	d.write(field)

	d.publish()
	d.settle()
	published := d.items()
	for _, it := range published {
		d.checkPublished(field, it)
	}
	d.undo()
	d.settle()
	undone, after := d.items(), d.snapshot()
	for i, it := range undone {
		original, _ := textOf(before, field, it)
		now, exists := textOf(after, field, it)
		d.checkUndone(field, published[i], it, original, now, exists)
	}
	require.Equal(t, replayed(before, d.journal.Changes()), after, "nothing changed but what the journal tells")
	require.NotContains(d.t, d.ledger(), d.token, "no secret gets into the ledger")
	health, err := d.store.Examine(bg)
	require.NoError(t, err)
	require.NoError(t, health.Err())
	sum.add(d, published, undone)
}

// ledger is the whole of it as a file, which has an entry for each end of a
// publication.
func (d *desk) ledger() string {
	d.t.Helper()
	var file strings.Builder
	n, err := ledger.New(d.store).Export(bg, galley.ActivityQuery{ShopID: d.id}, ledger.JSONL, &file)
	require.NoError(d.t, err)
	require.GreaterOrEqual(d.t, n, len(d.items()))
	return file.String()
}

func (d *desk) items() []galley.Item {
	d.t.Helper()
	job, err := d.store.Job(bg, d.job)
	require.NoError(d.t, err)
	items := make([]galley.Item, job.Counts.Total)
	for i := range items {
		items[i] = d.item(i + 1)
	}
	return items
}

// spot returns where the journal records an item's text: object and field.
func spot(field galley.Field, it galley.Item) (id, name string) {
	if field == galley.FieldAltText {
		return it.Place.ID, "alt"
	}
	names := map[galley.Field]string{
		galley.FieldTitle: "title", galley.FieldDescription: "descriptionHtml",
		galley.FieldSEOTitle: "seo.title", galley.FieldMetaDescription: "seo.description",
	}
	return it.Place.ID, names[field]
}

// history is what happened to an item's text on the shop.
type history struct {
	changes []demo.Change
	gone    bool
}

func (d *desk) history(field galley.Field, it galley.Item) (h history) {
	id, name := spot(field, it)
	for _, change := range d.journal.Changes() {
		if change.ID == id && change.Field == name {
			h.changes = append(h.changes, change)
		}
		h.gone = h.gone || change.By == "deleted" && (change.ID == id || change.ID == it.Product.ID)
	}
	return h
}

// wrote counts how often a client's request set the text to this one.
func (h history) wrote(text string) (n int) {
	for _, change := range h.changes {
		if change.By == demo.ByClient && change.After == text {
			n++
		}
	}
	return n
}

// meddled reports whether somebody else changed the text.
func (h history) meddled() bool {
	for _, change := range h.changes {
		if change.By != demo.ByClient {
			return true
		}
	}
	return false
}

func (d *desk) checkPublished(field galley.Field, it galley.Item) {
	d.t.Helper()
	h := d.history(field, it)
	say := fmt.Sprintf("%s: %s, %v, %+v", it.ID, it.PublishState, it.Error, h)
	require.LessOrEqual(d.t, h.wrote(it.Content), 1, say)
	switch it.PublishState {
	case galley.Published:
		require.Nil(d.t, it.Error, say)
		require.Equal(d.t, 1, h.wrote(it.Content), say)
	case galley.PublishConflict:
		require.True(d.t, h.meddled(), say)
		require.Equal(d.t, galley.CodeShopChanged, it.Error.Code, say)
		require.NotNil(d.t, it.OnShop, say)
	case galley.PublishFailed:
		require.NotEmpty(d.t, it.Error.Message.String(), say)
		switch it.Error.Code {
		case galley.CodeShopMissing:
			require.True(d.t, h.gone, say)
		case galley.CodeShopRefused, galley.CodeOutcomeUnknown: // both say that nothing was changed
			require.Zero(d.t, h.wrote(it.Content), say)
		default:
			require.Fail(d.t, "an item failed for a reason that is not its own", say)
		}
	default:
		require.Fail(d.t, "an item is neither here nor there", say)
	}
}

// checkUndone looks at an item after the undo: then is what it was before it,
// original what the shop had in the beginning, now what it has, if it exists.
func (d *desk) checkUndone(field galley.Field, then, it galley.Item, original, now galley.Value, exists bool) {
	d.t.Helper()
	h := d.history(field, it)
	say := fmt.Sprintf("%s: %s, then %s, %v, %+v", it.ID, then.PublishState, it.PublishState, it.Error, h)
	h.requireOnly(d.t, say, it.Content, original.Text)
	require.LessOrEqual(d.t, h.wrote(it.Content), 1, say)
	require.LessOrEqual(d.t, h.wrote(original.Text), 1, say)
	if then.PublishState != galley.Published {
		require.Equal(d.t, then.PublishState, it.PublishState, say)
		require.Equal(d.t, then.Error, it.Error, say)
		require.Zero(d.t, h.wrote(original.Text), say)
		return
	}
	switch it.PublishState {
	case galley.PublishUndone:
		require.Nil(d.t, it.Error, say)
		if exists && !h.meddled() {
			require.Equal(d.t, original, now, say)
		}
	case galley.Published:
		require.NotNil(d.t, it.Error, "what could not be put back says why: %s", say)
		require.True(d.t, h.gone || h.meddled() || h.wrote(original.Text) == 0, say)
	default:
		require.Fail(d.t, "an item is neither here nor there", say)
	}
	h.requireUntouched(d.t, say, original.Text)
}

// requireOnly: clients wrote nothing but these texts.
func (h history) requireOnly(t *testing.T, say string, texts ...string) {
	t.Helper()
	for _, change := range h.changes {
		if change.By == demo.ByClient {
			require.Contains(t, texts, change.After, say)
		}
	}
}

// requireUntouched: an undo never wrote over somebody else's text.
func (h history) requireUntouched(t *testing.T, say, original string) {
	t.Helper()
	for i, change := range h.changes {
		if i > 0 && change.By == demo.ByClient && change.After == original {
			require.Equal(t, demo.ByClient, h.changes[i-1].By, say)
		}
	}
}

func textOf(products []galley.Product, field galley.Field, it galley.Item) (galley.Value, bool) {
	for _, p := range products {
		if p.ID == it.Product.ID {
			return p.Value(field, it.Target())
		}
	}
	return galley.Value{}, false
}
