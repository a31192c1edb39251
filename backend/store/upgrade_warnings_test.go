package store_test

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/checks"
	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/galley/messages"
	"galley/backend/store"
)

// TestUpgradeKeysKeptWarnings upgrades drafts whose warnings were kept by their
// sentences, and checks them with sentences that were reworded since.
func TestUpgradeKeysKeptWarnings(t *testing.T) {
	for _, c := range []struct {
		field         galley.Field
		content, kept string
		want          galley.WarningKey
	}{
		{galley.FieldDescription, "<p>It has a 5-year warranty.</p>", "No source for “5-year warranty”: no such warranty or service in the title, options, tags, type, metafields, the shop’s text or its facts.",
			galley.WarningKey{Rule: "claim_warranty", About: "5-year warranty"}},
		{galley.FieldDescription, "<p>It has a 5-year warranty.</p>", "No source for “5-year warranty”: no such warranty or service in the title, options, tags, type, metafields or the shop’s text.",
			galley.WarningKey{Rule: "claim_warranty", About: "5-year warranty"}},
		{galley.FieldDescription, "<p>Lamp</p>", "3 links of the text on the shop would be lost.", galley.WarningKey{Rule: "lost_links", About: "3"}},
		{galley.FieldDescription, "<p>Lamp</p>", "1 embedded video or frame not in the text on the shop.", galley.WarningKey{Rule: "new_frames", About: "1"}},
		{galley.FieldDescription, "<p>Lamp</p>", "1 size chart of the text on the shop would be lost.", galley.WarningKey{Rule: "lost_size_chart"}},
		{galley.FieldDescription, "", "There is no text. The description on the shop would be emptied.", galley.WarningKey{Rule: "empty"}},
		{galley.FieldDescription, "<p>Lamp</p>", "Reading ease 61 of 100: plain English.", galley.WarningKey{Rule: "reading_ease", About: "61"}},
		{galley.FieldSEOTitle, "Lamp", "71 characters; Shopify’s counter ends at 70.", galley.WarningKey{Rule: "seo_title_counter", About: "71"}},
		{galley.FieldAltText, "See IMG_0042.jpg for the lamp.", "No file name.", galley.WarningKey{Rule: "alt_file_name", About: "IMG_0042.jpg"}},
		{galley.FieldAltText, "A lamp.", "No file name.", galley.WarningKey{About: "No file name."}},
		{galley.FieldAltText, "A lamp", "Ends with punctuation.", galley.WarningKey{Rule: "alt_end"}},
		{galley.FieldAltText, "A lamp.", "An unknown sentence.", galley.WarningKey{About: "An unknown sentence."}},
	} {
		path := dataFileOf(t, 13)
		file := raw(t, path)
		kept, err := json.Marshal([]string{c.kept})
		require.NoError(t, err)
		_, err = file.ExecContext(t.Context(), "UPDATE items SET field = ?, content = ?, content_sha256 = ?, kept = ? WHERE job_id = 3 AND position = 2",
			c.field, c.content, fmt.Sprintf("%x", sha256.Sum256([]byte(c.content))), string(kept))
		require.NoError(t, err)

		s, err := store.Open(t.Context(), path, galleytest.NewClock())
		require.NoError(t, err)
		item, err := s.Item(t.Context(), "3/2")
		require.NoError(t, s.Close())
		require.NoError(t, err)
		require.Equal(t, []galley.WarningKey{c.want}, item.Kept, c.kept)
	}
}

func TestWarningKeptBeforeTheUpgradeStaysKeptWhenItsSentenceIsReworded(t *testing.T) {
	path := dataFileOf(t, 13)
	s := opened(t, path)
	item, err := s.Item(t.Context(), "3/2")
	require.NoError(t, err)
	draft := checks.Text{Field: item.Field, Content: item.Content, Subject: galley.Subject{Product: galley.Product{Title: "Band-collar shirt, linen", Vendor: "Niñola"}}, Kept: item.Kept}
	require.Empty(t, checks.Run(draft).Warnings)

	defer messages.Reword(messages.PictureNotSeen.ID, "The writer has not looked at the picture.")()
	require.Empty(t, checks.Run(draft).Warnings)
	draft.Kept = nil
	require.Len(t, checks.Run(draft).Warnings, 1, "without what was kept it would be shown")
}
