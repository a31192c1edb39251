package review_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"galley/backend/galley"
)

// claimedIn edits drafts so that each makes the same claim, and returns a
// request about it.
func (d *desk) claimedIn(text string, positions ...int) galley.AnswerRequest {
	d.t.Helper()
	var request galley.AnswerRequest
	for _, pos := range positions {
		item, err := d.Edit(bg, d.id(pos), 0, text)
		require.NoError(d.t, err)
		for _, w := range item.Warnings {
			if w.Severity == galley.SeverityHold {
				request = galley.AnswerRequest{JobID: d.job, Warning: w.Key()}
			}
		}
	}
	require.NotEmpty(d.t, request.Warning.Rule)
	return request
}

func (d *desk) items() (list []galley.Item) {
	d.t.Helper()
	for pos := 1; pos <= 3; pos++ {
		item, err := d.Item(bg, d.id(pos))
		require.NoError(d.t, err)
		list = append(list, item)
	}
	return list
}

func atOf(p galley.AnswerPreview) (drafts []galley.ItemAt) {
	for _, d := range p.Drafts {
		drafts = append(drafts, d.ItemAt)
	}
	return drafts
}

const warranted = "A lamp for the desk. It has a 5-year warranty."

func TestOneClaimIsTakenOutOfAllDrafts(t *testing.T) {
	d := newDesk(t, galley.FieldMetaDescription)
	request := d.claimedIn(warranted, 1, 2)
	request.Do = galley.AnswerTakeOut
	_, err := d.Approve(bg, d.at(2))
	require.NoError(t, err)
	counts, err := d.CountClaims(bg, d.job, []galley.WarningKey{request.Warning, {Rule: "none"}})
	require.NoError(t, err)
	require.Equal(t, []int{2, 0}, counts)

	preview, err := d.PreviewAnswer(bg, request)
	require.NoError(t, err)
	require.Equal(t, 2, preview.Count)
	require.Empty(t, preview.Left)
	first := preview.Drafts[0]
	require.Equal(t, "It has a 5-year warranty.", first.Before)
	require.Empty(t, first.After)
	require.Equal(t, 1, first.Warnings)
	require.Zero(t, first.WarningsLeft)
	require.False(t, first.Reopens)
	require.True(t, preview.Drafts[1].Reopens, "it was approved")
	require.Equal(t, warranted, d.items()[0].Content, "a preview changes nothing")

	before := d.items()
	done, err := d.AnswerClaims(bg, request, atOf(preview))
	require.NoError(t, err)
	require.Equal(t, 2, done.Count)
	require.Empty(t, done.Left)
	for _, item := range d.items()[:2] {
		require.Equal(t, "A lamp for the desk.", item.Content)
		require.Equal(t, galley.DecisionOpen, item.Decision)
		require.False(t, holds(item))
	}
	require.Equal(t, before[2], d.items()[2])

	undone, err := d.UndoAnswer(bg, done.ID)
	require.NoError(t, err)
	require.Equal(t, 2, undone.Count)
	for i, item := range d.items()[:2] {
		require.Equal(t, before[i].Content, item.Content)
		require.Equal(t, before[i].Decision, item.Decision)
		require.Equal(t, before[i].Warnings, item.Warnings)
	}
	_, err = d.UndoAnswer(bg, done.ID)
	require.Equal(t, galley.CodeIllegalState, galley.CodeOf(err))
	_, err = d.UndoAnswer(bg, 999)
	require.Equal(t, galley.CodeNotFound, galley.CodeOf(err))
}

func TestAnswersLeaveWhatChangedMeanwhile(t *testing.T) {
	d := newDesk(t, galley.FieldMetaDescription)
	request := d.claimedIn(warranted, 1, 2, 3)
	request.Do = galley.AnswerTakeOut
	preview, err := d.PreviewAnswer(bg, request)
	require.NoError(t, err)
	_, err = d.Edit(bg, d.id(1), 0, "Mine, with a 5-year warranty.")
	require.NoError(t, err)

	done, err := d.AnswerClaims(bg, request, atOf(preview))
	require.NoError(t, err)
	require.Equal(t, 2, done.Count)
	require.Len(t, done.Left, 1)
	require.Equal(t, d.id(1), done.Left[0].ItemID)
	require.Equal(t, "Mine, with a 5-year warranty.", d.items()[0].Content)

	_, err = d.Edit(bg, d.id(2), 0, "Mine again.")
	require.NoError(t, err)
	undone, err := d.UndoAnswer(bg, done.ID)
	require.NoError(t, err)
	require.Equal(t, 1, undone.Count)
	require.Equal(t, d.id(2), undone.Left[0].ItemID)
	require.Equal(t, "Mine again.", d.items()[1].Content)
	require.Equal(t, warranted, d.items()[2].Content)

	left, err := d.AnswerClaims(bg, request, []galley.ItemAt{{ID: d.id(2), Revision: d.items()[1].Revision}})
	require.NoError(t, err)
	require.Zero(t, left.Count)
	require.Len(t, left.Left, 1, "it makes the claim no more")
}

func TestAClaimIsKeptInAllDrafts(t *testing.T) {
	d := newDesk(t, galley.FieldMetaDescription)
	request := d.claimedIn(warranted, 1, 3)
	request.Do = galley.AnswerKeep
	request.Warning.About = " " + strings.ToUpper(request.Warning.About)
	preview, err := d.PreviewAnswer(bg, request)
	require.NoError(t, err)
	require.Equal(t, preview.Drafts[0].Before, preview.Drafts[0].After)
	before := d.items()
	done, err := d.AnswerClaims(bg, request, atOf(preview))
	require.NoError(t, err)
	require.Equal(t, 2, done.Count)
	for i, item := range d.items() {
		require.False(t, holds(item), i)
		require.Equal(t, before[i].Content, item.Content)
		require.Equal(t, before[i].Revision, item.Revision)
	}
	_, err = d.UndoAnswer(bg, done.ID)
	require.NoError(t, err)
	require.True(t, holds(d.items()[0]))
	require.Empty(t, d.items()[0].Kept)
}

func TestAClaimThatIsTrueBecomesAFact(t *testing.T) {
	for _, scope := range []galley.FactScope{{}, {Kind: galley.FactOfShop}, {Kind: galley.FactOfVendor, Value: "Larkfield"}} {
		d := newDesk(t, galley.FieldMetaDescription)
		product, err := d.store.Product(bg, d.shop.ID, d.product().Place.Handle)
		require.NoError(t, err)
		if scope.Value != "" {
			scope.Value = product.Vendor
		}
		request := d.claimedIn(warranted, 1, 2)
		request.Do, request.Scope, request.Fact = galley.AnswerAddFact, scope, galley.FactEdit{Attribute: "Warranty", Value: "5 years"}
		preview, err := d.PreviewAnswer(bg, request)
		require.NoError(t, err)
		require.Zero(t, preview.Drafts[0].WarningsLeft, scope.Kind)
		facts := d.sheet().Facts
		done, err := d.AnswerClaims(bg, request, atOf(preview))
		require.NoError(t, err)
		require.Equal(t, 2, done.Count)
		require.False(t, holds(d.items()[0]), scope.Kind)
		require.Equal(t, facts+1, d.sheet().Facts)

		_, err = d.UndoAnswer(bg, done.ID)
		require.NoError(t, err)
		require.True(t, holds(d.items()[0]), scope.Kind)
		require.True(t, holds(d.items()[1]), scope.Kind)
		require.Equal(t, facts, d.sheet().Facts)
	}
}

func TestAnswersAreRefused(t *testing.T) {
	d := newDesk(t, galley.FieldMetaDescription)
	good := d.claimedIn(warranted, 1)
	for name, change := range map[string]func(*galley.AnswerRequest){
		"no such answer": func(r *galley.AnswerRequest) { r.Do = "shrug" },
		"no fact":        func(r *galley.AnswerRequest) { r.Do = galley.AnswerAddFact },
		"no such claim":  func(r *galley.AnswerRequest) { r.Do, r.Warning.About = galley.AnswerKeep, "a moon" },
		"no such scope": func(r *galley.AnswerRequest) {
			r.Do, r.Fact.Value, r.Scope = galley.AnswerAddFact, "x", galley.FactScope{Kind: "planet", Value: "y"}
		},
	} {
		request := good
		change(&request)
		_, err := d.PreviewAnswer(bg, request)
		require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(err), name)
	}
	good.Do, good.JobID = galley.AnswerKeep, "999"
	_, err := d.PreviewAnswer(bg, good)
	require.Equal(t, galley.CodeNotFound, galley.CodeOf(err))
	good.JobID = d.job
	_, err = d.AnswerClaims(bg, good, []galley.ItemAt{{ID: "999/1", Revision: 1}})
	require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(err))
}

// Whatever is answered and taken back in which order, the texts of drafts that
// only answers changed are what they were.
func TestAnswersAreTakenBackWhole(t *testing.T) {
	d := newDesk(t, galley.FieldMetaDescription)
	rapid.Check(t, func(rt *rapid.T) {
		texts := []string{warranted, "It has a 5-year warranty. It is certified organic. A lamp.", "A lamp."}
		for pos := 1; pos <= 3; pos++ {
			_, err := d.Edit(bg, d.id(pos), 0, rapid.SampledFrom(texts).Draw(rt, "text"))
			require.NoError(rt, err)
		}
		before := d.items()
		var done []galley.AnswerID
		for range rapid.IntRange(1, 3).Draw(rt, "answers") {
			item := d.items()[rapid.IntRange(0, 2).Draw(rt, "draft")]
			if len(item.Warnings) == 0 {
				continue
			}
			w := item.Warnings[rapid.IntRange(0, len(item.Warnings)-1).Draw(rt, "warning")]
			request := galley.AnswerRequest{JobID: d.job, Warning: w.Key(), Fact: galley.FactEdit{Attribute: "Warranty", Value: "5 years"}}
			request.Do = rapid.SampledFrom([]galley.AnswerKind{galley.AnswerTakeOut, galley.AnswerKeep, galley.AnswerAddFact}).Draw(rt, "answer")
			preview, err := d.PreviewAnswer(bg, request)
			if w.End == 0 {
				require.Error(rt, err)
				continue
			}
			require.NoError(rt, err)
			answered, err := d.AnswerClaims(bg, request, atOf(preview))
			require.NoError(rt, err)
			require.Equal(rt, preview.Count, answered.Count)
			if answered.Count > 0 {
				done = append(done, answered.ID)
			}
		}
		for _, id := range slices.Backward(done) {
			undone, err := d.UndoAnswer(bg, id)
			require.NoError(rt, err)
			require.NotZero(rt, undone.Count)
		}
		for i, item := range d.items() {
			require.Equal(rt, before[i].Content, item.Content)
			require.Equal(rt, before[i].Warnings, item.Warnings)
			require.Len(rt, item.Kept, len(before[i].Kept))
		}
	})
}

func TestAClaimOfACollectionIsNotedOfIt(t *testing.T) {
	d := newDesk(t, galley.FieldCollectionMetaDescription)
	request := d.claimedIn(warranted, 1, 2)
	request.Do, request.Fact = galley.AnswerAddFact, galley.FactEdit{Attribute: "Warranty", Value: "5 years"}
	preview, err := d.PreviewAnswer(bg, request)
	require.NoError(t, err)
	require.Equal(t, 2, preview.Count)
	require.Equal(t, 1, preview.Drafts[0].Warnings)
	require.Zero(t, preview.Drafts[0].WarningsLeft)
	scoped, err := d.ScopedFacts(bg, d.shop.ID)
	require.NoError(t, err)
	require.Empty(t, scoped, "a preview saves nothing")

	done, err := d.AnswerClaims(bg, request, atOf(preview)[:1])
	require.NoError(t, err)
	require.Equal(t, 1, done.Count)
	first, err := d.Item(bg, d.id(1))
	require.NoError(t, err)
	require.False(t, holds(first))
	second, err := d.Item(bg, d.id(2))
	require.NoError(t, err)
	require.True(t, holds(second), "it is a fact of the other collection")
	scoped, err = d.ScopedFacts(bg, d.shop.ID)
	require.NoError(t, err)
	require.Equal(t, galley.FactScope{Kind: galley.FactOfCollection, Value: first.Place.Handle}, scoped[0].Scope)
	require.Equal(t, "Warranty: 5 years", scoped[0].Fact)

	_, err = d.UndoAnswer(bg, done.ID)
	require.NoError(t, err)
	first, err = d.Item(bg, d.id(1))
	require.NoError(t, err)
	require.True(t, holds(first))
	scoped, err = d.ScopedFacts(bg, d.shop.ID)
	require.NoError(t, err)
	require.Empty(t, scoped)

	request.Scope = galley.FactScope{Kind: galley.FactOfCollection, Value: second.Place.ID}
	preview, err = d.PreviewAnswer(bg, request)
	require.NoError(t, err)
	left := map[galley.ItemID]int{}
	for _, draft := range preview.Drafts {
		left[draft.ID] = draft.WarningsLeft
	}
	require.Equal(t, map[galley.ItemID]int{d.id(1): 1, d.id(2): 0}, left)
	request.Scope.Value = "nothing"
	_, err = d.PreviewAnswer(bg, request)
	require.Equal(t, galley.CodeNotFound, galley.CodeOf(err))
}
