package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"regexp"
	"slices"

	"github.com/pressly/goose/v3"

	"galley/backend/checks"
	"galley/backend/galley"
	"galley/backend/markup"
)

// keyWarnings is the migration to schema version 19. Until then a kept warning
// was known by its sentence alone; since then by its rule and what it is about.
var keyWarnings = goose.NewGoMigration(19, &goose.GoFunc{RunTx: func(ctx context.Context, tx *sql.Tx) error {
	for after := int64(0); ; {
		drafts, err := draftsWithWarnings(ctx, tx, after)
		if err != nil || len(drafts) == 0 {
			return err
		}
		for _, d := range drafts {
			if err := d.save(ctx, tx); err != nil {
				return err
			}
			after = d.row
		}
	}
}}, nil)

// earlierDraft is a draft whose warnings are known by their sentences.
type earlierDraft struct {
	row            int64
	field          galley.Field
	content        string
	warnings, kept string
}

func draftsWithWarnings(ctx context.Context, tx *sql.Tx, after int64) (found []earlierDraft, err error) {
	const atOnce = 500
	rows, err := tx.QueryContext(ctx, "SELECT row_id, field, content, warnings, kept FROM items "+
		"WHERE row_id > ? AND (warnings <> '[]' OR kept <> '[]') ORDER BY row_id LIMIT ?", after, atOnce)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var d earlierDraft
		if err := rows.Scan(&d.row, &d.field, &d.content, &d.warnings, &d.kept); err != nil {
			return nil, err
		}
		found = append(found, d)
	}
	return found, rows.Err()
}

func (d earlierDraft) save(ctx context.Context, tx *sql.Tx) error {
	var warnings []struct {
		Rule     string          `json:"rule"`
		Severity galley.Severity `json:"severity"`
		Message  string          `json:"message"`
		About    string          `json:"about"`
		Start    int             `json:"start"`
		End      int             `json:"end"`
	}
	var kept []string
	if json.Unmarshal([]byte(d.warnings), &warnings) != nil || json.Unmarshal([]byte(d.kept), &kept) != nil {
		return nil //nolint:nilerr // a column that cannot be read stays as it is
	}
	visible := []rune(markup.PageOf(d.field, d.content).Text)
	for i, w := range warnings {
		if w.End > w.Start && w.Start >= 0 && w.End <= len(visible) {
			warnings[i].About = string(visible[w.Start:w.End])
		} else if key, known := d.key(w.Message); known {
			warnings[i].About = key.About
		}
	}
	keys := make([]galley.WarningKey, len(kept))
	for i, sentence := range kept {
		key, known := d.key(sentence)
		if !known {
			key = galley.WarningKey{About: sentence}
		}
		keys[i] = key
	}
	_, err := tx.ExecContext(ctx, "UPDATE items SET warnings = ?, kept = ? WHERE row_id = ?", jsonArray(warnings), jsonArray(keys), d.row)
	return err
}

// key finds the rule and the words of an earlier sentence.
func (d earlierDraft) key(sentence string) (galley.WarningKey, bool) {
	for _, e := range earlierSentences {
		found := e.sentence.FindStringSubmatch(sentence)
		switch {
		case found == nil:
		case e.inText:
			return d.keyInText(e.rule)
		case e.rule == counterRule:
			return galley.WarningKey{Rule: string(d.field) + counterRule, About: found[1]}, true
		case len(found) > 1:
			return galley.WarningKey{Rule: e.rule, About: found[1]}, true
		default:
			return galley.WarningKey{Rule: e.rule}, true
		}
	}
	return galley.WarningKey{}, false
}

// keyInText finds the words that a rule about alt text points at, which its
// sentence does not name.
func (d earlierDraft) keyInText(rule string) (galley.WarningKey, bool) {
	report := checks.Run(checks.Text{Field: d.field, Content: d.content, SawPicture: true})
	i := slices.IndexFunc(report.Warnings, func(w galley.Warning) bool { return w.Rule == rule })
	if i < 0 {
		return galley.WarningKey{}, false
	}
	return report.Warnings[i].Key(), true
}

// counterRule is the end of the rules of Shopify's counters: their names begin
// with the field.
const counterRule = "_counter"

// earlierSentences are the sentences of warnings up to Galley 1.2. They are
// history: rewording a sentence of today does not change them.
var earlierSentences = []struct {
	sentence *regexp.Regexp // its group is what the warning is about
	rule     string
	inText   bool // the words are in the text alone
}{
	{claimed("no such figure"), "claim_figure", false},
	{claimed("no such price"), "claim_price", false},
	{claimed("no such material"), "claim_material", false},
	{claimed("no such colour"), "claim_colour", false},
	{claimed("no such certificate or award"), "claim_certification", false},
	{claimed("no such origin"), "claim_origin", false},
	{claimed("no such warranty or service"), "claim_warranty", false},
	{claimed("no such promise"), "claim_promise", false},
	{claimed("nothing that makes it so"), "claim_superlative", false},
	{regexp.MustCompile(`^Figures, prices and certificates were checked\. Claims in words`), "claims_language", false},
	{regexp.MustCompile(`^(\d+) characters; Shopify’s counter ends at`), counterRule, false},
	{regexp.MustCompile(`^(\d+) (?:characters|KB); Shopify takes at most`), "limit", false},
	{regexp.MustCompile(`^There is no text\.`), "empty", false},
	{regexp.MustCompile(`^(\d+) images? of the text on the shop would be lost`), "lost_images", false},
	{regexp.MustCompile(`^(\d+) links? of the text on the shop would be lost`), "lost_links", false},
	{regexp.MustCompile(`^(\d+) embedded .* of the text on the shop would be lost`), "lost_frames", false},
	{regexp.MustCompile(`^(\d+) tables? of the text on the shop would be lost`), "lost_tables", false},
	{regexp.MustCompile(`^1 size chart of the text on the shop would be lost`), "lost_size_chart", false},
	{regexp.MustCompile(`^(\d+) links? not in the text on the shop`), "new_links", false},
	{regexp.MustCompile(`^(\d+) images? not in the text on the shop`), "new_images", false},
	{regexp.MustCompile(`^(\d+) embedded .* not in the text on the shop`), "new_frames", false},
	{regexp.MustCompile(`^(\d+) scripts? not in the text on the shop`), "new_scripts", false},
	{regexp.MustCompile(`^(\d+) characters; \d+ are advised`), "alt_length", false},
	{regexp.MustCompile(`^There are spaces at the beginning or the end`), "alt_spaces", false},
	{regexp.MustCompile(`^Written without seeing the picture`), "picture_not_seen", false},
	{regexp.MustCompile(`^Text, or nothing at all for a decorative picture`), "alt_blank", false},
	{regexp.MustCompile(`^More than the product’s title alone`), "alt_more_than_title", false},
	{regexp.MustCompile(`^Different for each picture of the product`), "alt_unique", false},
	{regexp.MustCompile(`^Ends with punctuation`), "alt_end", false},
	{regexp.MustCompile(`^No “image of” or “picture of”`), "alt_opening", true},
	{regexp.MustCompile(`^No file name`), "alt_file_name", true},
	{regexp.MustCompile(`^No emoji`), "alt_emoji", true},
	{regexp.MustCompile(`^No price`), "alt_price", true},
	{regexp.MustCompile(`^Reading ease (\d+) of 100`), "reading_ease", false},
}

func claimed(missing string) *regexp.Regexp {
	return regexp.MustCompile(`(?s)^No source for “(.*)”: ` + missing + ` in the title, options, tags`)
}
