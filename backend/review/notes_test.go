package review_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// claimed edits the draft of the first item so that it holds a claim without a
// source, and returns it with the warning.
func (d *desk) claimed(text string) (galley.Item, galley.Warning) {
	item, err := d.Edit(bg, d.id(1), 0, text)
	require.NoError(d.t, err)
	for _, w := range item.Warnings {
		if w.Severity == galley.SeverityHold {
			return item, w
		}
	}
	d.t.Fatalf("no claim in %v", item.Warnings)
	return galley.Item{}, galley.Warning{}
}

func holds(item galley.Item) bool { return galley.Report{Warnings: item.Warnings}.HoldsBack() }

func TestTakeOutIsAnEdit(t *testing.T) {
	d := newDesk(t, galley.FieldMetaDescription)
	item, w := d.claimed("A lamp for the desk. It has a 5-year warranty.")
	out, err := d.TakeOut(bg, item.ID, item.Revision, w.Key())
	require.NoError(t, err)
	require.Equal(t, "A lamp for the desk.", out.Content)
	require.Equal(t, item.Revision+1, out.Revision)
	require.False(t, holds(out))

	_, err = d.TakeOut(bg, item.ID, item.Revision, w.Key())
	require.Equal(t, galley.CodeChanged, galley.CodeOf(err), "the draft moved on")
	_, err = d.TakeOut(bg, item.ID, out.Revision, w.Key())
	require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(err), "the warning is gone")
}

func TestAnsweredWarningStaysAnswered(t *testing.T) {
	d := newDesk(t, galley.FieldMetaDescription)
	item, w := d.claimed("A lamp with a 5-year warranty.")
	kept, err := d.Keep(bg, item.ID, item.Revision, w.Key(), true)
	require.NoError(t, err)
	require.False(t, holds(kept))
	require.Equal(t, item.Revision, kept.Revision, "the draft is the same")
	job, err := d.store.Job(bg, d.job)
	require.NoError(t, err)
	require.Zero(t, job.Counts.Warned)

	edited, err := d.Edit(bg, item.ID, 0, "A desk lamp with a 5-year warranty, the best in the world.")
	require.NoError(t, err)
	require.NotContains(t, keysOf(edited), w.Key())
	require.True(t, holds(edited), "another claim is another question")

	_, err = d.Keep(bg, item.ID, item.Revision, w.Key(), false)
	require.Equal(t, galley.CodeChanged, galley.CodeOf(err), "that revision is not on screen any more")
	back, err := d.Keep(bg, item.ID, edited.Revision, w.Key(), false)
	require.NoError(t, err)
	require.Contains(t, keysOf(back), w.Key())
	_, err = d.Keep(bg, item.ID, edited.Revision, galley.WarningKey{Rule: "no such warning"}, true)
	require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(err))
}

func TestKeptWarningStaysKeptWhenItsSentenceIsReworded(t *testing.T) {
	d := newDesk(t, galley.FieldMetaDescription)
	item, w := d.claimed("A lamp with a 5-year warranty.")
	require.Equal(t, galley.WarningKey{Rule: "claim_warranty", About: "5-year warranty"}, w.Key())
	kept, err := d.Keep(bg, item.ID, item.Revision, w.Key(), true)
	require.NoError(t, err)
	require.Equal(t, []galley.WarningKey{w.Key()}, kept.Kept)

	before := w.Message.String()
	defer messages.Reword(w.Message.ID, "“{words}” is not among what is known: {missing}.")()
	require.NotEqual(t, before, w.Message.String())
	edited, err := d.Edit(bg, item.ID, 0, "A desk lamp with a 5-year warranty, the best in the world.")
	require.NoError(t, err)
	require.NotContains(t, keysOf(edited), w.Key())
	require.NotEmpty(t, edited.Warnings, "the other claim")
}

func keysOf(item galley.Item) (all []galley.WarningKey) {
	for _, w := range item.Warnings {
		all = append(all, w.Key())
	}
	return all
}

func TestShopFactSupportsClaimsInAllDrafts(t *testing.T) {
	d := newDesk(t, galley.FieldMetaDescription)
	item, _ := d.claimed("A lamp with a 5-year warranty.")
	other, err := d.Edit(bg, d.id(2), 0, "Another one with a 5-year warranty.")
	require.NoError(t, err)
	require.True(t, holds(other))

	item, err = d.AddFact(bg, item.ID, item.Revision, "  5-year warranty\non everything ")
	require.NoError(t, err)
	require.False(t, holds(item))
	other, err = d.Item(bg, other.ID)
	require.NoError(t, err)
	require.False(t, holds(other))
	shop, err := d.store.Shop(bg, string(d.shop.ID))
	require.NoError(t, err)
	require.Equal(t, "5-year warranty on everything", shop.Facts)

	product, err := d.store.Product(bg, d.shop.ID, item.Product.ID)
	require.NoError(t, err)
	require.Equal(t, shop.Facts, product.ShopFacts, "writers get it with the product")

	_, err = d.Edit(bg, item.ID, item.Revision, "Another title")
	require.NoError(t, err)
	saved, err := d.store.SaveRechecks(bg, d.job, []galley.Recheck{{ID: item.ID, Revision: item.Revision}})
	require.NoError(t, err)
	require.Zero(t, saved, "the draft has moved on")
	_, err = d.AddFact(bg, item.ID, item.Revision, "Made in Porto")
	require.Equal(t, galley.CodeChanged, galley.CodeOf(err), "another draft than the one on screen")
	_, err = d.AddFact(bg, item.ID, d.at(1)[0].Revision, strings.Repeat("ä", galley.MaxFact+1))
	require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(err))
	require.Contains(t, galley.MessageOf(err), "300")
	_, err = d.AddFact(bg, item.ID, d.at(1)[0].Revision, " \n")
	require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(err))
	_, err = d.AddFact(bg, item.ID, d.at(1)[0].Revision, strings.Repeat("x", galley.MaxFacts))
	require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(err), "with those before, it is too long")
}
