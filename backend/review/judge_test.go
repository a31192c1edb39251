package review_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/review"
)

func TestJudgeTextSaysWhatSavingWouldAndSavesNothing(t *testing.T) {
	d := newDesk(t, galley.FieldDescription)
	before := d.item(1)
	const text = "<p>A lamp for the desk. It has a 5-year warranty.</p>"
	judged, err := d.JudgeText(bg, d.id(1), text, nil)
	require.NoError(t, err)
	require.Equal(t, before, d.item(1), "nothing is saved")

	saved, err := d.Edit(bg, d.id(1), 0, text)
	require.NoError(t, err)
	require.Equal(t, asJSON(t, saved.Warnings), asJSON(t, judged.Warnings))
	require.Equal(t, asJSON(t, saved.Score), asJSON(t, judged.Score))
	proof, err := d.Proof(bg, d.id(1))
	require.NoError(t, err)
	require.NotEmpty(t, judged.Claims)
	require.Equal(t, asJSON(t, proof.Claims), asJSON(t, judged.Claims))
	require.Equal(t, asJSON(t, proof.Lost), asJSON(t, judged.Lost))
	require.Equal(t, asJSON(t, proof.Blocks), asJSON(t, judged.Blocks))

	key := saved.Warnings[0].Key()
	kept, err := d.JudgeText(bg, d.id(1), text, []galley.WarningKey{key})
	require.NoError(t, err)
	require.Empty(t, kept.Warnings, "it is put aside")
}

func TestJudgeTextOfTheDraftItselfIsItsOwnResult(t *testing.T) {
	d := newDesk(t, galley.FieldTitle)
	item := d.item(1)
	judged, err := d.JudgeText(bg, item.ID, item.Content, nil)
	require.NoError(t, err)
	require.Equal(t, item.Score, judged.Score, "as it was saved, not as it would be checked now")
	require.NotEqual(t, 70, mustJudge(t, d, "Another title").Score.Total)
}

func mustJudge(t *testing.T, d *desk, content string) review.Judged {
	t.Helper()
	judged, err := d.JudgeText(bg, d.id(1), content, nil)
	require.NoError(t, err)
	return judged
}

func asJSON(t *testing.T, v any) string {
	t.Helper()
	text, err := json.Marshal(v)
	require.NoError(t, err)
	return string(text)
}

func TestMendTextChangesOnlyTheTextThatIsTyped(t *testing.T) {
	d := newDesk(t, galley.FieldDescription)
	before := d.item(1)
	const text = "<p>A lamp for the desk. It has a 5-year warranty.</p>"
	judged, err := d.JudgeText(bg, d.id(1), text, nil)
	require.NoError(t, err)
	mended, err := d.MendText(bg, d.id(1), text, review.Mend{Do: review.MendTakeOut, Warning: judged.Warnings[0].Key()})
	require.NoError(t, err)
	require.Equal(t, "<p>A lamp for the desk. </p>", mended)
	require.Equal(t, before, d.item(1))

	for name, m := range map[string]review.Mend{
		"gone":       {Do: review.MendTakeOut, Warning: galley.WarningKey{Rule: "x"}},
		"no right":   {Do: review.MendWriteRight, Warning: judged.Warnings[0].Key()},
		"nothing":    {Do: review.MendPutBackFact, Warning: judged.Warnings[0].Key()},
		"no block":   {Do: review.MendPutBackBlock, Block: 1},
		"not a kind": {Do: "x", Warning: judged.Warnings[0].Key()},
	} {
		_, err := d.MendText(bg, d.id(1), text, m)
		require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(err), name)
	}
	_, err = d.JudgeText(bg, d.id(4), text, nil)
	require.Equal(t, galley.CodeIllegalState, galley.CodeOf(err), "it has no draft")
}

// A window that is left may say what was typed after it was saved.
func TestTextThatIsSavedIsNotOfferedAfterTheDraftChanges(t *testing.T) {
	d := newDesk(t, galley.FieldTitle)
	require.NoError(t, d.KeepUnsaved(bg, d.id(1), "left", 1, 1, "Half"))
	_, err := d.Edit(bg, d.id(1), 1, "Whole")
	require.NoError(t, err)
	require.NoError(t, d.KeepUnsaved(bg, d.id(1), "left", 1, 1, "Whole"))
	_, err = d.Edit(bg, d.id(1), 0, "Another")
	require.NoError(t, err)
	found, err := d.Unsaved(bg, d.id(1))
	require.NoError(t, err)
	require.Empty(t, found)
}

func TestUnsavedEditOutlivesItsWindow(t *testing.T) {
	d := newDesk(t, galley.FieldTitle)
	require.NoError(t, d.KeepUnsaved(bg, d.id(1), "left", 1, 1, "Typed"))
	require.NoError(t, d.KeepUnsaved(bg, d.id(1), "left", 1, 1, "Typed on"))
	require.NoError(t, d.KeepUnsaved(bg, d.id(1), "right", 1, 1, "Theirs"))
	found, err := d.Unsaved(bg, d.id(1))
	require.NoError(t, err)
	require.Len(t, found, 2)
	texts := map[string]string{}
	for _, e := range found {
		texts[e.Seat] = e.Content
		require.Equal(t, "Ada", e.Person)
	}
	require.Equal(t, map[string]string{"left": "Typed on", "right": "Theirs"}, texts)

	_, err = d.Edit(bg, d.id(1), 0, "Typed on")
	require.NoError(t, err)
	found, err = d.Unsaved(bg, d.id(1))
	require.NoError(t, err)
	require.Len(t, found, 1, "what is saved is not unsaved, the other window's text stays")
	all, err := d.AllUnsaved(bg)
	require.NoError(t, err)
	require.Len(t, all, 1)
	require.Equal(t, "Lamp 0000", all[0].Title)
	require.NoError(t, d.DropUnsaved(bg, d.id(1), "right", 1))
	require.NoError(t, d.DropUnsaved(bg, d.id(1), "right", 1), "again")
	all, err = d.AllUnsaved(bg)
	require.NoError(t, err)
	require.Empty(t, all)

	for name, err := range map[string]error{
		"no window": d.KeepUnsaved(bg, d.id(1), "", 1, 1, "x"),
		"long name": d.KeepUnsaved(bg, d.id(1), strings.Repeat("x", galley.MaxSeat+1), 1, 1, "x"),
		"long text": d.KeepUnsaved(bg, d.id(1), "left", 1, 1, strings.Repeat("x", galley.MaxUnsaved+1)),
	} {
		require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(err), name)
	}
	require.Equal(t, galley.CodeNotFound, galley.CodeOf(d.KeepUnsaved(bg, d.id(9), "left", 1, 1, "x")))
}

// Of what one window sends, the text of the later turn stays, in whichever order it arrives.
func TestKeptTextIsTheOneTypedLast(t *testing.T) {
	d := newDesk(t, galley.FieldTitle)
	require.NoError(t, d.KeepUnsaved(bg, d.id(1), "left", 7, 1, "Typed on"))
	require.NoError(t, d.KeepUnsaved(bg, d.id(1), "left", 6, 1, "Typed"))
	kept, err := d.Unsaved(bg, d.id(1))
	require.NoError(t, err)
	require.Len(t, kept, 1)
	require.Equal(t, "Typed on", kept[0].Content)
}

// Another window takes over, or gives up, what it was shown, and nothing that was typed after that.
func TestForgettingWhatAnotherWindowKeptLeavesWhatWasTypedSince(t *testing.T) {
	d := newDesk(t, galley.FieldTitle)
	require.NoError(t, d.KeepUnsaved(bg, d.id(1), "left", 3, 1, "Typed"))
	shown, err := d.Unsaved(bg, d.id(1))
	require.NoError(t, err)
	require.Len(t, shown, 1)
	require.NoError(t, d.KeepUnsaved(bg, d.id(1), "left", 4, 1, "Typed on, the only copy"))
	require.NoError(t, d.DropUnsaved(bg, d.id(1), "left", shown[0].Turn))
	kept, err := d.Unsaved(bg, d.id(1))
	require.NoError(t, err)
	require.Len(t, kept, 1)
	require.Equal(t, "Typed on, the only copy", kept[0].Content)
}

// A text that arrives after it was saved or given up is not offered as something unsaved.
func TestForgottenTextIsNotBroughtBackByAnEarlierCall(t *testing.T) {
	d := newDesk(t, galley.FieldTitle)
	require.NoError(t, d.DropUnsaved(bg, d.id(1), "left", 5))
	require.NoError(t, d.KeepUnsaved(bg, d.id(1), "left", 4, 1, "Typed"))
	kept, err := d.Unsaved(bg, d.id(1))
	require.NoError(t, err)
	require.Empty(t, kept)
	all, err := d.AllUnsaved(bg)
	require.NoError(t, err)
	require.Empty(t, all)
	require.NoError(t, d.KeepUnsaved(bg, d.id(1), "left", 6, 1, "Another edit"))
	kept, err = d.Unsaved(bg, d.id(1))
	require.NoError(t, err)
	require.Len(t, kept, 1)
}
