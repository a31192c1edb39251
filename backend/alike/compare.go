package alike

import (
	"context"
	"encoding/hex"
	"fmt"
	"hash/fnv"
	"slices"

	"galley/backend/galley"
	"galley/backend/sameness"
)

// compared is texts of one field, the drafts first, and the groups among them.
type compared struct {
	field  galley.Field
	texts  []galley.SavedText // without their prints
	drafts int
	groups []group
}

// group is a group of texts.
type group struct {
	sameness.Group
	id     string
	keys   []string // which text of which place each member is
	drafts int      // how many of the members are drafts; they come first
	kept   *galley.KeptGroup
}

// compare finds the groups with drafts of a job.
func (s *Service) compare(ctx context.Context, job galley.Job) (compared, error) {
	c, finder := compared{field: job.Field}, sameness.NewFinder()
	err := s.store.EachPrint(ctx, job, c.adder(ctx, finder))
	if err != nil {
		return c, err
	}
	return c, s.group(ctx, &c, job.ShopID, finder)
}

func (c *compared) adder(ctx context.Context, finder *sameness.Finder) func(galley.SavedText) error {
	return func(t galley.SavedText) error {
		p, _ := sameness.ParsePrint(t.Print) // of another version: without words, it is in no group
		draft := t.ItemID != ""
		if draft {
			c.drafts++
		}
		finder.AddPrint(p, draft)
		t.Print = nil
		c.texts = append(c.texts, t)
		return ctx.Err()
	}
}

// group takes the finder's groups, and says which of them are kept.
func (s *Service) group(ctx context.Context, c *compared, shop galley.ShopID, finder *sameness.Finder) error {
	kept, err := s.store.KeptGroups(ctx, shop, c.field)
	if err != nil {
		return err
	}
	for _, found := range finder.Groups() {
		g := group{Group: found}
		for _, m := range found.Members {
			g.keys = append(g.keys, keyOf(c.texts[m]))
			if m < c.drafts {
				g.drafts++
			}
		}
		slices.Sort(g.keys)
		g.id = idOf(c.field, g)
		for i := range kept {
			if kept[i].Kind == galley.AlikeKind(g.Kind) && within(g.keys, kept[i].Texts) {
				g.kept = &kept[i]
			}
		}
		c.groups = append(c.groups, g)
	}
	return nil
}

// keyOf names a text of a place.
func keyOf(t galley.SavedText) string {
	h := fnv.New64a()
	_, _ = fmt.Fprintf(h, "%s %s %d", t.ItemID, t.PlaceID, t.Digest)
	return hex.EncodeToString(h.Sum(nil))
}

// idOf names a group of exactly these texts.
func idOf(f galley.Field, g group) string {
	h := fnv.New64a()
	_, _ = fmt.Fprintf(h, "%s %s %v", f, g.Kind, g.keys)
	return hex.EncodeToString(h.Sum(nil))[:10]
}

// within reports whether all of the sorted keys are among those that were kept.
func within(keys, kept []string) bool {
	if len(keys) > len(kept) {
		return false
	}
	slices.Sort(kept)
	for _, k := range keys {
		if _, found := slices.BinarySearch(kept, k); !found {
			return false
		}
	}
	return true
}
