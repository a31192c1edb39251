package review_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
)

func (d *desk) contents() (texts []string) {
	for _, item := range d.items() {
		texts = append(texts, item.Content)
	}
	return texts
}

func (d *desk) write(texts ...string) {
	d.t.Helper()
	for i, text := range texts {
		_, err := d.Edit(bg, d.id(i+1), 0, text)
		require.NoError(d.t, err)
	}
}

func editedAt(p galley.EditsPreview) (drafts []galley.ItemAt) {
	for _, d := range p.Drafts {
		drafts = append(drafts, d.ItemAt)
	}
	return drafts
}

func TestReplacesWordsInManyDraftsAndTakesThemBack(t *testing.T) {
	d := newDesk(t, galley.FieldMetaDescription)
	d.write("Oak lamp, oak foot.", "A soak tub.", "A brass lamp.")
	_, err := d.Approve(bg, d.at(1))
	require.NoError(t, err)
	before := d.items()
	request := galley.ReplaceRequest{JobID: d.job, Find: "oak", With: "elm", WholeWords: true}

	preview, err := d.PreviewReplace(bg, request)
	require.NoError(t, err)
	require.Equal(t, 1, preview.Count)
	require.Equal(t, 2, preview.Hits)
	require.True(t, preview.Drafts[0].Reopens)
	require.Equal(t, []galley.Passage{{
		{Text: "Oak", Change: galley.TextRemoved}, {Text: "elm", Change: galley.TextAdded},
		{Text: " lamp, ", Change: galley.TextStays},
		{Text: "oak", Change: galley.TextRemoved}, {Text: "elm", Change: galley.TextAdded},
		{Text: " foot.", Change: galley.TextStays},
	}}, preview.Drafts[0].Passages)
	require.Equal(t, before, d.items(), "a preview changes nothing")

	done, err := d.Replace(bg, request, editedAt(preview))
	require.NoError(t, err)
	require.Equal(t, 1, done.Count)
	require.Equal(t, []string{"elm lamp, elm foot.", "A soak tub.", "A brass lamp."}, d.contents())
	first := d.items()[0]
	require.Equal(t, before[0].Revision+1, first.Revision)
	require.Equal(t, galley.DecisionOpen, first.Decision)

	back, err := d.UndoStep(bg, done.Step)
	require.NoError(t, err)
	require.Equal(t, 1, back.Count)
	require.Equal(t, before[0].Content, d.items()[0].Content)
	require.Equal(t, galley.DecisionApproved, d.items()[0].Decision)
	_, err = d.UndoStep(bg, done.Step)
	require.Equal(t, galley.CodeIllegalState, galley.CodeOf(err))
}

func TestReplacedTextIsCheckedAgain(t *testing.T) {
	d := newDesk(t, galley.FieldMetaDescription)
	d.write("A lamp for the desk.")
	require.Empty(t, heldRules(d.items()[0]))
	_, err := d.Replace(bg, galley.ReplaceRequest{JobID: d.job, Find: "desk", With: "desk, with a 5-year warranty"}, d.at(1))
	require.NoError(t, err)
	require.NotEmpty(t, heldRules(d.items()[0]))
}

func heldRules(item galley.Item) (rules []string) {
	for _, w := range item.Warnings {
		if w.Severity == galley.SeverityHold {
			rules = append(rules, w.Rule)
		}
	}
	return rules
}

func TestReplacingLeavesWhatCannotChangeAndNamesIt(t *testing.T) {
	d := newDesk(t, galley.FieldTitle)
	d.write("Oak lamp", strings.Repeat("oak ", 63), "Oak")
	request := galley.ReplaceRequest{JobID: d.job, Find: "oak", With: ""}
	preview, err := d.PreviewReplace(bg, request)
	require.NoError(t, err)
	require.Equal(t, []galley.ItemAt{d.at(1)[0]}, editedAt(preview))
	require.Len(t, preview.Left, 2, "a title cannot be empty")

	long := galley.ReplaceRequest{JobID: d.job, Find: "oak", With: "mahogany", Items: []galley.ItemID{d.id(2)}}
	preview, err = d.PreviewReplace(bg, long)
	require.NoError(t, err)
	require.Empty(t, preview.Drafts)
	require.Contains(t, preview.Left[0].Reason.Message.String(), "255")

	seen := d.at(1, 3)
	d.write("Ash lamp")
	done, err := d.Replace(bg, request, seen)
	require.NoError(t, err)
	require.Zero(t, done.Count)
	require.Zero(t, done.Step)
	require.Len(t, done.Left, 2, "one was changed meanwhile, one would be empty")
	require.Equal(t, "Ash lamp", d.contents()[0])
}

func TestReplacingTakesTheDraftsThatAreNamedOrShown(t *testing.T) {
	d := newDesk(t, galley.FieldTitle)
	d.write("Oak lamp", "Oak bench", "Oak shelf")
	_, err := d.Reject(bg, d.at(2))
	require.NoError(t, err)
	for name, c := range map[string]struct {
		request galley.ReplaceRequest
		want    []int
	}{
		"all":        {galley.ReplaceRequest{}, []int{1, 2, 3}},
		"named":      {galley.ReplaceRequest{Items: []galley.ItemID{d.id(3)}}, []int{3}},
		"by filter":  {galley.ReplaceRequest{Filter: galley.FilterRejected}, []int{2}},
		"by search":  {galley.ReplaceRequest{Search: "shelf"}, []int{3}},
		"all but":    {galley.ReplaceRequest{Except: []galley.ItemID{d.id(1)}}, []int{2, 3}},
		"match case": {galley.ReplaceRequest{MatchCase: true}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			c.request.JobID, c.request.Find, c.request.With = d.job, "oak", "elm"
			preview, err := d.PreviewReplace(bg, c.request)
			require.NoError(t, err)
			require.Equal(t, len(c.want), preview.Count)
			for i, at := range c.want {
				require.Equal(t, d.id(at), preview.Drafts[i].ID)
			}
		})
	}
	for name, bad := range map[string]galley.ReplaceRequest{
		"no words":        {JobID: d.job, Find: " \n "},
		"too long":        {JobID: d.job, Find: "a", With: strings.Repeat("b", galley.MaxFind+1)},
		"no such filter":  {JobID: d.job, Find: "a", Filter: "purple"},
		"item of no job":  {JobID: d.job, Find: "a", Items: []galley.ItemID{"x"}},
		"item of another": {JobID: d.job, Find: "a", Except: []galley.ItemID{"9999/1"}},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := d.PreviewReplace(bg, bad)
			require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(err))
		})
	}
	_, err = d.PreviewReplace(bg, galley.ReplaceRequest{JobID: "9999", Find: "a"})
	require.Equal(t, galley.CodeNotFound, galley.CodeOf(err))
}

func TestReplacesNothingInTagsAndKeptBlocks(t *testing.T) {
	d, _ := described(t, `<p>Iron <a href="/iron" title="Iron">iron</a>.</p>`+careTable)
	request := galley.ReplaceRequest{JobID: d.job, Find: "iron", With: "press"}
	preview, err := d.PreviewReplace(bg, request)
	require.NoError(t, err)
	require.Equal(t, 2, preview.Hits)
	require.Equal(t, 1, preview.Kept)
	_, err = d.Replace(bg, request, editedAt(preview))
	require.NoError(t, err)
	require.Equal(t, `<p>press <a href="/iron" title="Iron">press</a>.</p>`+careTable, d.proof().Item.Content)
}

func TestPastedColumnIsShownThenSavedAtOnce(t *testing.T) {
	d := newDesk(t, galley.FieldTitle)
	d.write("Oak lamp", "Oak bench", "Oak shelf")
	request := galley.PasteRequest{JobID: d.job, Into: d.at(1, 2, 3), Text: "Elm lamp\tx\r\n\r\n\"Oak\nshelf\"\tx\r\nToo many\r\n"}
	preview, err := d.PreviewPaste(bg, request)
	require.NoError(t, err)
	require.Equal(t, []int{4, 2, 1, 1, 1, 1}, []int{preview.Cells, preview.Columns, preview.Empty, preview.Unused, preview.Same, preview.Count})
	require.Equal(t, "Elm lamp", preview.Texts[0].Content)
	require.Equal(t, []string{"Oak lamp", "Oak bench", "Oak shelf"}, d.contents(), "a preview changes nothing")

	done, err := d.EditDrafts(bg, d.job, preview.Texts)
	require.NoError(t, err)
	require.Equal(t, 1, done.Count)
	require.Equal(t, []string{"Elm lamp", "Oak bench", "Oak shelf"}, d.contents())
	_, err = d.UndoStep(bg, done.Step)
	require.NoError(t, err)
	require.Equal(t, []string{"Oak lamp", "Oak bench", "Oak shelf"}, d.contents())

	_, err = d.PreviewPaste(bg, galley.PasteRequest{JobID: d.job, Text: " \n"})
	require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(err))
}

func TestPastingOverwritesNoOtherPersonsText(t *testing.T) {
	d := newDesk(t, galley.FieldTitle)
	d.write("Oak lamp", "Oak bench")
	seen := d.at(1, 2)
	d.write("Theirs")
	done, err := d.EditDrafts(bg, d.job, []galley.NewText{{ItemAt: seen[0], Content: "Mine"}, {ItemAt: seen[1], Content: "Elm bench"}})
	require.NoError(t, err)
	require.Equal(t, 1, done.Count)
	require.Equal(t, galley.CodeChanged, done.Left[0].Reason.Code)
	require.Equal(t, []string{"Theirs", "Elm bench"}, d.contents()[:2])

	d.write("Oak lamp", "Theirs again")
	back, err := d.UndoStep(bg, done.Step)
	require.NoError(t, err)
	require.Zero(t, back.Count)
	require.Len(t, back.Left, 1)
	require.Equal(t, "Theirs again", d.contents()[1])
}

func TestCountsDraftsThatAreTooShortOrTooLong(t *testing.T) {
	d := newDesk(t, galley.FieldMetaDescription)
	d.write("Short.", strings.Repeat("long ", 40), strings.Repeat("It fits it. ", 12))
	lengths, err := d.Lengths(bg, d.job)
	require.NoError(t, err)
	require.Equal(t, 121, lengths.Rule.Min)
	require.Equal(t, []int{1, 1}, []int{lengths.Short, lengths.Long})
	for filter, want := range map[galley.ItemFilter]galley.ItemID{galley.FilterShort: d.id(1), galley.FilterLong: d.id(2)} {
		page, err := d.Items(bg, galley.ItemQuery{JobID: d.job, Filter: filter})
		require.NoError(t, err)
		require.Equal(t, 1, page.Total)
		require.Equal(t, want, page.Items[0].ID)
	}
	_, err = d.Lengths(bg, "9999")
	require.Equal(t, galley.CodeNotFound, galley.CodeOf(err))
}
