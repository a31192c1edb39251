package review

import (
	"context"
	"strings"

	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/markup"
)

// PreviewPaste reads the cells that a spreadsheet copied and says what they would
// make of drafts, one after the other. An empty cell leaves its draft as it is;
// of several columns the first one counts. Nothing is saved: EditDrafts does,
// with Texts.
func (s *Service) PreviewPaste(ctx context.Context, r galley.PasteRequest) (galley.PastePreview, error) {
	p := galley.PastePreview{
		EditsPreview: galley.EditsPreview{Drafts: []galley.EditedDraft{}, Left: []galley.LeftOut{}}, Texts: []galley.NewText{},
	}
	if _, err := s.store.Job(ctx, r.JobID); err != nil {
		return p, err
	}
	rows := pastedRows(r.Text)
	if len(rows) == 0 {
		return p, galley.NewError(galley.CodeInvalidInput, messages.NothingPasted)
	}
	p.Cells, p.Unused = len(rows), max(0, len(rows)-len(r.Into))
	for i, row := range rows {
		p.Columns = max(p.Columns, len(row))
		if i >= len(r.Into) {
			continue
		}
		if err := s.previewCell(ctx, r, r.Into[i], row[0], &p); err != nil {
			return p, err
		}
	}
	p.Count, p.Hits = len(p.Drafts), len(p.Drafts)
	return p, nil
}

func (s *Service) previewCell(ctx context.Context, r galley.PasteRequest, at galley.ItemAt, cell string, p *galley.PastePreview) error {
	if strings.TrimSpace(cell) == "" {
		p.Empty++
		return nil
	}
	item, err := s.draftOf(ctx, r.JobID, at)
	if err == nil && markup.SameText(item.Field, item.Content, cell) {
		p.Same++
		return nil
	}
	var content string
	if err == nil {
		content, err = fit(item, cell)
	}
	if left := leftAlone(item, err); left != nil {
		p.Left = append(p.Left, *left)
		return nil
	}
	if err != nil {
		return err
	}
	p.Texts = append(p.Texts, galley.NewText{ItemAt: at, Content: content})
	p.Drafts = append(p.Drafts, galley.EditedDraft{
		ItemAt: at, Place: item.Place, Hits: 1, Reopens: item.Decision != galley.DecisionOpen,
		Passages: []galley.Passage{{
			{Text: markup.PageOf(item.Field, item.Content).Text, Change: galley.TextRemoved},
			{Text: markup.PageOf(item.Field, content).Text, Change: galley.TextAdded},
		}},
	})
	return nil
}

// ItemsFrom names the drafts of a job from one on, in the job's order, each as it
// is now.
func (s *Service) ItemsFrom(ctx context.Context, job galley.JobID, first galley.ItemID) (from []galley.ItemAt, err error) {
	positions, err := galley.PositionsIn(job, []galley.ItemID{first})
	if err != nil {
		return nil, err
	}
	err = s.eachNamed(ctx, galley.ReplaceRequest{JobID: job, Filter: galley.FilterAll}, func(item galley.Item) error {
		if item.Position >= positions[0] {
			from = append(from, galley.ItemAt{ID: item.ID, Revision: item.Revision})
		}
		return nil
	})
	return from, err
}

// pastedRows reads rows of cells as spreadsheets copy them: lines of cells with
// tabs between them. A cell with a line end, a tab or doubled quotes in it is
// within quotes; other quotes are part of its text. The line end after the last
// row is no row.
func pastedRows(text string) (rows [][]string) {
	text = strings.TrimPrefix(strings.ToValidUTF8(text, "\uFFFD"), "\uFEFF")
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\x00", "").Replace(text)
	if strings.Trim(text, " \t\n") == "" {
		return nil
	}
	text = strings.TrimSuffix(text, "\n")
	row := []string{}
	for {
		cell, rest := pastedCell(text)
		row = append(row, cell)
		if rest == "" {
			return append(rows, row)
		}
		if rest[0] == '\n' {
			rows, row = append(rows, row), []string{}
		}
		text = rest[1:]
	}
}

// pastedCell reads the first cell, and what follows it from its tab or line end on.
func pastedCell(text string) (cell, rest string) {
	if cell, rest, ok := quotedCell(text); ok {
		return cell, rest
	}
	if end := strings.IndexAny(text, "\t\n"); end >= 0 {
		return text[:end], text[end:]
	}
	return text, ""
}

// quotedCell reads a cell within quotes. Where nothing in it needs quotes, they are
// part of its text.
func quotedCell(text string) (cell, rest string, ok bool) {
	inner, found := strings.CutPrefix(text, `"`)
	if !found {
		return "", "", false
	}
	for at := 0; ; {
		i := strings.IndexByte(inner[at:], '"')
		if i < 0 {
			return "", "", false
		}
		end := at + i
		rest = inner[end+1:]
		if strings.HasPrefix(rest, `"`) {
			at = end + 2
			continue
		}
		cell = inner[:end]
		ends := rest == "" || rest[0] == '\t' || rest[0] == '\n'
		needed := strings.ContainsAny(cell, "\t\n") || strings.Contains(cell, `""`)
		return strings.ReplaceAll(cell, `""`, `"`), rest, ends && needed
	}
}
