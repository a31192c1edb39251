package alike

import (
	"context"

	"galley/backend/galley"
	"galley/backend/sameness"
)

// Closest is the text that is most like a draft, among the other drafts of its job
// and the texts that the shop has in the field at other places; nil where none is
// like it, or it is too short to say.
func (s *Service) Closest(ctx context.Context, item galley.Item) (*galley.Closest, error) {
	job, err := s.store.Job(ctx, item.JobID)
	if err != nil || item.State != galley.ItemGenerated {
		return nil, err
	}
	var own *sameness.Print
	var found *galley.Closest
	var earlier []printed
	compare := func(p printed) {
		if n, ok := sameness.LikenessOf(*own, p.print); ok && n > 0 && (found == nil || n > found.Percent) {
			found = &galley.Closest{ItemID: p.text.ItemID, Handle: p.text.Handle, Title: p.text.Title, Percent: n}
		}
	}
	err = s.store.EachPrint(ctx, job, func(t galley.SavedText) error {
		p, ok := sameness.ParsePrint(t.Print)
		t.Print = nil
		switch now := (printed{t, p}); {
		case !ok:
		case t.ItemID == item.ID:
			own = &p
			for _, one := range earlier {
				compare(one)
			}
			earlier = nil
		case own != nil:
			compare(now)
		default:
			earlier = append(earlier, now)
		}
		return ctx.Err()
	})
	return found, err
}

// printed is a text with its print.
type printed struct {
	text  galley.SavedText
	print sameness.Print
}
