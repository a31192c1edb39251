package review_test

import (
	"context"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/review"
	"galley/backend/store"
	"galley/backend/store/storetest"
)

var bg = context.Background()

type desk struct {
	*review.Service
	t     *testing.T
	store *store.Store
	shop  galley.Shop
	job   galley.JobID
}

// newDesk has a job with a draft for each of three products; the fourth failed.
func newDesk(t *testing.T, f galley.Field) *desk {
	w := storetest.NewWorld(t, galley.SystemClock{}, 4)
	w.Settings.Prices = []galley.Price{{Model: "m", Input: 1, Output: 1}}
	d := &desk{t: t, store: w.Store, shop: w.Shop, Service: review.New(w.Store, w.Settings, galley.SystemClock{})}
	d.job = w.Job(f, galley.WriterSpec{Kind: galley.WriterOpenAI, Model: "m"}, func(pos int, c galley.Claimed) galley.Outcome {
		if pos == 4 {
			return galley.Outcome{ID: c.ID, State: galley.ItemFailed, Reason: &galley.Reason{Code: galley.CodeWriterCut, Message: messages.AsRecorded("Cut.")}}
		}
		return galley.Outcome{ID: c.ID, State: galley.ItemGenerated, Draft: &galley.Draft{
			Content: "Draft " + string(c.ID), Original: galley.Text("Before"), Author: galley.AuthorModel, By: "m",
			Report: galley.Report{Score: &galley.Score{Total: 70, Rules: []galley.Rule{{ID: "words", Verdict: galley.VerdictFair, Points: 6}}}},
		}}
	})
	return d
}

func (d *desk) id(pos int) galley.ItemID { return galley.NewItemID(d.job, pos) }

// at names drafts at their current revisions.
func (d *desk) at(positions ...int) []galley.ItemAt {
	d.t.Helper()
	drafts := make([]galley.ItemAt, len(positions))
	for i, pos := range positions {
		drafts[i].ID = d.id(pos)
	}
	drafts, err := d.AtCurrent(bg, drafts)
	require.NoError(d.t, err)
	return drafts
}

func TestEditMakesARevisionAndChecksTheText(t *testing.T) {
	d := newDesk(t, galley.FieldTitle)
	item, err := d.Edit(bg, d.id(1), 1, "  The best\r\n\tlamp in the world ")
	require.NoError(t, err)
	require.Equal(t, "The best lamp in the world", item.Content)
	require.Equal(t, 2, item.Revision)
	require.Equal(t, "Ada", item.WrittenBy)
	require.NotEmpty(t, item.Warnings, "a superlative without a source")

	proof, err := d.Proof(bg, d.id(1))
	require.NoError(t, err)
	require.Len(t, proof.Revisions, 2)
	require.Equal(t, galley.AuthorModel, proof.Revisions[0].Author)
	require.Equal(t, "Draft "+string(d.id(1)), proof.Revisions[0].Content)
	require.Equal(t, galley.AuthorPerson, proof.Revisions[1].Author)
	require.Equal(t, "Before", proof.Item.Original, "what it was written for stays")
	require.Equal(t, "Lamp 0000", proof.Product.Title)
}

func TestEditDoesNotReplaceNewerRevision(t *testing.T) {
	d := newDesk(t, galley.FieldTitle)
	_, err := d.Edit(bg, d.id(1), 1, "Mine")
	require.NoError(t, err)
	_, err = d.Edit(bg, d.id(1), 1, "From another window")
	require.Equal(t, galley.CodeChanged, galley.CodeOf(err))
	item, err := d.Item(bg, d.id(1))
	require.NoError(t, err)
	require.Equal(t, "Mine", item.Content)
}

func TestEditRefusals(t *testing.T) {
	d := newDesk(t, galley.FieldTitle)
	for name, c := range map[string]struct {
		id   galley.ItemID
		text string
		code galley.Code
	}{
		"no title":   {d.id(1), " \n ", galley.CodeInvalidInput},
		"too long":   {d.id(1), strings.Repeat("é", 256), galley.CodeInvalidInput},
		"no draft":   {d.id(4), "Text", galley.CodeIllegalState},
		"no item":    {d.id(9), "Text", galley.CodeNotFound},
		"not an id":  {"lamp", "Text", galley.CodeInvalidInput},
		"no job":     {"77/1", "Text", galley.CodeNotFound},
		"odd number": {"1/-2", "Text", galley.CodeInvalidInput},
	} {
		_, err := d.Edit(bg, c.id, 0, c.text)
		require.Equal(t, c.code, galley.CodeOf(err), "%s: %v", name, err)
	}
	_, err := d.Edit(bg, d.id(1), 0, strings.Repeat("é", 255))
	require.NoError(t, err)
}

func TestDecisions(t *testing.T) {
	d := newDesk(t, galley.FieldTitle)
	done, err := d.Approve(bg, d.at(1, 2, 4))
	require.NoError(t, err)
	require.Equal(t, 2, done.Count, "what has no draft takes no decision")
	require.Equal(t, d.id(4), done.Left[0].ItemID)
	require.Equal(t, galley.CodeIllegalState, done.Left[0].Reason.Code)
	_, err = d.Reject(bg, d.at(2))
	require.NoError(t, err)
	job, err := d.store.Job(bg, d.job)
	require.NoError(t, err)
	require.Equal(t, 1, job.Counts.Approved)
	require.Equal(t, 1, job.Counts.Rejected)
	require.Equal(t, 2, job.Counts.PendingReview)
	require.Equal(t, 3, job.Counts.Unpublished)

	_, err = d.Reopen(bg, d.at(2))
	require.NoError(t, err)
	_, err = d.Approve(bg, d.at(4))
	require.Equal(t, galley.CodeIllegalState, galley.CodeOf(err), "a single one says why")
}

func TestFiltersAndSearch(t *testing.T) {
	d := newDesk(t, galley.FieldTitle)
	_, err := d.Approve(bg, d.at(1))
	require.NoError(t, err)
	_, err = d.Reject(bg, d.at(2))
	require.NoError(t, err)
	_, err = d.Edit(bg, d.id(3), 0, "The best lamp in the world")
	require.NoError(t, err)
	for filter, want := range map[galley.ItemFilter][]galley.ItemID{
		"": {d.id(1), d.id(2), d.id(3), d.id(4)}, galley.FilterUnpublished: {d.id(1), d.id(2), d.id(3)},
		galley.FilterPublished: nil, galley.FilterFailed: {d.id(4)}, galley.FilterConflict: nil,
		galley.FilterApproved: {d.id(1)}, galley.FilterRejected: {d.id(2)}, galley.FilterWarned: {d.id(3)},
	} {
		page, err := d.Items(bg, galley.ItemQuery{JobID: d.job, Filter: filter})
		require.NoError(t, err)
		var got []galley.ItemID
		for _, it := range page.Items {
			got = append(got, it.ID)
		}
		require.Equal(t, want, got, filter)
		require.Equal(t, len(want), page.Total)
	}
	page, err := d.Items(bg, galley.ItemQuery{JobID: d.job, Search: "BEST LAMP"})
	require.NoError(t, err)
	require.Equal(t, 1, page.Total)
	page, err = d.Items(bg, galley.ItemQuery{JobID: d.job, Offset: 1, Limit: 2})
	require.NoError(t, err)
	require.Equal(t, d.id(2), page.Items[0].ID)
	require.Equal(t, 4, page.Total)
	_, err = d.Items(bg, galley.ItemQuery{JobID: d.job, Filter: "nice"})
	require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(err))
}

func TestProofHTMLIsSafe(t *testing.T) {
	d := newDesk(t, galley.FieldDescription)
	_, err := d.Edit(bg, d.id(1), 0, `<p onclick="alert(1)">Oak</p><script>alert(1)</script>`)
	require.NoError(t, err)
	proof, err := d.Proof(bg, d.id(1))
	require.NoError(t, err)
	require.NotContains(t, proof.SafeContent, "alert")
	require.Contains(t, proof.SafeContent, "<p>Oak</p>")
}
