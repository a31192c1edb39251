package resilience_test

import (
	"maps"
	"slices"
	"testing"

	"galley/backend/demo"
	"galley/backend/galley"
)

// tally sums up what courses went through.
type tally struct {
	items, writes             int
	published, undone         int
	conflicts, failed, leftIt int
	fired                     map[string]int
}

func (s *tally) add(d *desk, published, undone []galley.Item) {
	for i := range undone {
		s.items++
		switch published[i].PublishState {
		case galley.PublishConflict:
			s.conflicts++
		case galley.PublishFailed:
			s.failed++
		case galley.Published:
			s.published++
		}
		switch undone[i].PublishState {
		case galley.PublishUndone:
			s.undone++
		case galley.Published:
			s.leftIt++
		}
	}
	s.writes += len(d.writes())
	for _, count := range d.faulty.Faults() {
		s.fired[count.Fault] += count.Fired
	}
}

func (s *tally) log(t *testing.T) {
	t.Helper()
	t.Logf("%d items: %d published, %d conflicts, %d failed; of the published %d undone, %d left with a reason; %d writes took effect",
		s.items, s.published, s.conflicts, s.failed, s.undone, s.leftIt, s.writes)
	for _, fault := range slices.Sorted(maps.Keys(s.fired)) {
		t.Logf("%6d × %s", s.fired[fault], fault)
	}
}

// replayed is what a shop has after the changes of its journal.
func replayed(before []galley.Product, changes []demo.Change) []galley.Product {
	var after []galley.Product
	for _, p := range before {
		p.Images = slices.Clone(p.Images)
		gone := false
		for _, change := range changes {
			if change.ID == p.ID {
				gone = gone || change.By == "deleted"
				replayProduct(&p, change)
			}
			replayImages(&p, change)
		}
		if !gone {
			after = append(after, p)
		}
	}
	return after
}

func replayProduct(p *galley.Product, change demo.Change) {
	switch change.Field {
	case "title":
		p.Title = change.After
	case "descriptionHtml":
		p.DescriptionHTML = change.After
	case "seo.title":
		p.SEOTitle = orNull(change.After)
	case "seo.description":
		p.MetaDescription = orNull(change.After)
	}
}

func replayImages(p *galley.Product, change demo.Change) {
	for i := range p.Images {
		if p.Images[i].ID == change.ID && change.Field == "alt" {
			p.Images[i].Alt = galley.Text(change.After)
		}
	}
	if change.By == "deleted" {
		p.Images = slices.DeleteFunc(p.Images, func(img galley.Image) bool { return img.ID == change.ID })
	}
	for i := range p.Images {
		p.Images[i].Position = i + 1
	}
}

// orNull: where Shopify has no text, it says null.
func orNull(text string) galley.Value {
	if text == "" {
		return galley.Null()
	}
	return galley.Text(text)
}
