package publishing_test

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
)

func (d *desk) typed(id string) []galley.TypedTexts {
	d.t.Helper()
	found, err := d.Typed(bg, d.id, id)
	require.NoError(d.t, err)
	return found
}

func TestTypedTextsOutliveTheirWindow(t *testing.T) {
	d := newDesk(t, 2, galley.FieldTitle)
	p := d.product("lamp-0000")
	title := own(galley.FieldTitle, "Half a ti", galley.Text(p.Title), 0)
	alt := own(galley.FieldAltText, "Side", p.Images[1].Alt, 0)
	alt.ImageID = p.Images[1].ID
	require.NoError(t, d.KeepTyped(bg, d.id, p.ID, "left", 2, []galley.OwnText{title, alt}))
	require.NoError(t, d.KeepTyped(bg, d.id, p.ID, "right", 1, []galley.OwnText{alt}))
	require.Len(t, d.typed(p.ID), 2, "one of each window")
	all, err := d.AllTyped(bg)
	require.NoError(t, err)
	require.Len(t, all, 2)
	require.Equal(t, "lamp-0000", all[0].Handle)
	require.Equal(t, galley.PlaceProduct, all[0].Kind)
	require.Empty(t, d.keep(p.ID), "what is typed is no saved draft")
	d.publish()
	require.NoError(t, d.send())
	require.Equal(t, p.Images[1].Alt, d.product(p.Handle).Images[1].Alt, "nor is it ever sent")

	require.NoError(t, d.KeepTyped(bg, d.id, p.ID, "right", 2, nil))
	kept := d.typed(p.ID)
	require.Len(t, kept, 1)
	require.Equal(t, []galley.OwnText{title, alt}, kept[0].Texts)
	require.Equal(t, "Ada", kept[0].Person)
}

// Calls of one window may arrive in another order than they were made.
func TestTypedTextsOfTheLaterTurnStay(t *testing.T) {
	d := newDesk(t, 1, galley.FieldTitle)
	p := d.product("lamp-0000")
	later := own(galley.FieldTitle, "Typed on", galley.Text(p.Title), 0)
	require.NoError(t, d.KeepTyped(bg, d.id, p.ID, "left", 7, []galley.OwnText{later}))
	require.NoError(t, d.KeepTyped(bg, d.id, p.ID, "left", 6, []galley.OwnText{own(galley.FieldTitle, "Typed", galley.Text(p.Title), 0)}))
	require.NoError(t, d.KeepTyped(bg, d.id, p.ID, "left", 5, nil))
	kept := d.typed(p.ID)
	require.Len(t, kept, 1)
	require.Equal(t, []galley.OwnText{later}, kept[0].Texts)
}

// Another window goes on with what it saw of this one, or discards it.
func TestTypedTextsThatNobodySawStay(t *testing.T) {
	d := newDesk(t, 1, galley.FieldTitle)
	p := d.product("lamp-0000")
	texts := func(title string) []galley.OwnText {
		return []galley.OwnText{own(galley.FieldTitle, title, galley.Text(p.Title), 0)}
	}
	require.NoError(t, d.KeepTyped(bg, d.id, p.ID, "left", 6, texts("Typed")))
	seen := d.typed(p.ID)[0]
	require.NoError(t, d.KeepTyped(bg, d.id, p.ID, "left", 7, texts("Typed on")))
	require.NoError(t, d.KeepTyped(bg, d.id, p.ID, seen.Seat, seen.Turn, nil))
	kept := d.typed(p.ID)
	require.Len(t, kept, 1)
	require.Equal(t, texts("Typed on"), kept[0].Texts)
	require.NoError(t, d.KeepTyped(bg, d.id, p.ID, "left", kept[0].Turn, nil))
	require.Empty(t, d.typed(p.ID))
}

// A call with texts that arrives after they were forgotten does not bring them back, whether they had been kept or not.
func TestForgottenTypedTextsStayForgotten(t *testing.T) {
	for name, first := range map[string]bool{"kept before": true, "not kept yet": false} {
		t.Run(name, func(t *testing.T) {
			d := newDesk(t, 1, galley.FieldTitle)
			p := d.product("lamp-0000")
			keep := func(turn int, texts ...string) {
				var all []galley.OwnText
				for _, text := range texts {
					all = append(all, own(galley.FieldTitle, text, galley.Text(p.Title), 0))
				}
				require.NoError(t, d.KeepTyped(bg, d.id, p.ID, "left", turn, all))
			}
			if first {
				keep(5, "Ty")
			}
			keep(7)
			keep(6, "Typed")
			require.Empty(t, d.typed(p.ID))
			all, err := d.AllTyped(bg)
			require.NoError(t, err)
			require.Empty(t, all)
			keep(4)
			keep(6, "Typed")
			require.Empty(t, d.typed(p.ID))
			keep(8, "Typed on")
			require.Len(t, d.typed(p.ID), 1)
		})
	}
}

// The turn of forgotten texts is kept for a day, and no longer.
func TestTurnsOfForgottenTypedTextsDoNotPileUp(t *testing.T) {
	clock := galleytest.NewClock()
	d := newDeskAt(t, clock, 1, galley.FieldTitle)
	p := d.product("lamp-0000")
	some := []galley.OwnText{own(galley.FieldTitle, "Typed", galley.Text(p.Title), 0)}
	require.NoError(t, d.KeepTyped(bg, d.id, p.ID, "left", 7, nil))
	clock.Advance(24 * time.Hour)
	require.NoError(t, d.KeepTyped(bg, d.id, p.ID, "right", 1, nil))
	require.NoError(t, d.KeepTyped(bg, d.id, p.ID, "left", 6, some))
	require.Empty(t, d.typed(p.ID))
	clock.Advance(time.Second)
	require.NoError(t, d.KeepTyped(bg, d.id, p.ID, "right", 2, nil))
	require.NoError(t, d.KeepTyped(bg, d.id, p.ID, "left", 6, some))
	require.Len(t, d.typed(p.ID), 1, "nothing is known of turn 7 any more")
	require.NoError(t, d.KeepTyped(bg, "gone", p.ID, "left", 1, nil), "a shop that was removed meanwhile")
}

func TestTypedTextsThatCanBeNoneAreRefused(t *testing.T) {
	d := newDesk(t, 1, galley.FieldTitle)
	p := d.product("lamp-0000")
	some := []galley.OwnText{own(galley.FieldTitle, "x", galley.Text(p.Title), 0)}
	long := []galley.OwnText{own(galley.FieldTitle, strings.Repeat("x", galley.MaxUnsaved+1), galley.Text(p.Title), 0)}
	for what, err := range map[string]error{
		"no window": d.KeepTyped(bg, d.id, p.ID, "", 1, some),
		"long name": d.KeepTyped(bg, d.id, p.ID, strings.Repeat("x", galley.MaxSeat+1), 1, some),
		"long text": d.KeepTyped(bg, d.id, p.ID, "left", 1, long),
	} {
		require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(err), what)
	}
	require.Equal(t, galley.CodeNotFound, galley.CodeOf(d.KeepTyped(bg, d.id, "gone", "left", 1, some)))
	require.Empty(t, d.typed(p.ID))
}
