package publishing_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// tidied changes our HTML as Shopify does, which breaks lines after blocks, so
// that it is not byte for byte what was sent.
func tidied(html string) string { return strings.TrimSpace(html) + "\n" }

func TestComparisonUsesTheTextReadBack(t *testing.T) {
	d := newDesk(t, 2, galley.FieldDescription)
	d.shop.Tidy = tidied
	d.publish()
	require.Equal(t, 2, d.counts().Published)
	at := d.item(1).Target()
	live := d.shop.Value(galley.FieldDescription, at)
	require.Equal(t, tidied(d.item(1).Content), live.Text)
	pubs, err := d.store.PublicationsOf(bg, d.item(1).ID)
	require.NoError(t, err)
	require.Equal(t, live, *pubs[0].Live)
	require.NotEqual(t, pubs[0].After, *pubs[0].Live)

	d.sync()
	d.undo()
	require.Equal(t, galley.PublishUndone, d.item(1).PublishState, "an undo takes the shop's wording for ours")
	require.Zero(t, d.counts().Published)

	d.publish()
	require.Equal(t, 2, d.counts().Published, "and so does the next publication")
	d.sync()
	second := d.written(galley.FieldDescription)
	d.job = second
	d.publish()
	require.Equal(t, 2, d.counts().Published, "and one of another job, written for the text that is live")
	require.Zero(t, d.counts().Conflict)
}

func TestSettlesLostAnswerOfTidiedText(t *testing.T) {
	d := newDesk(t, 1, galley.FieldDescription)
	d.shop.Tidy = tidied
	d.shop.Fault = func(call string, _ galley.Target) error {
		if call == "written" {
			return galley.NewError(galley.CodeOutcomeUnknown, messages.AsRecorded("The answer was lost."))
		}
		return nil
	}
	d.publish()
	require.Equal(t, galley.Published, d.item(1).PublishState, "our own text, tidied, is no conflict")
	require.Len(t, d.shop.Writes(), 1)
	d.shop.Fault = nil
	d.undo()
	require.Equal(t, galley.PublishUndone, d.item(1).PublishState)
}
