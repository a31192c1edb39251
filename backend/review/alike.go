package review

import (
	"context"
	"strings"

	"galley/backend/galley"
	"galley/backend/sameness"
)

// liveShown is how many texts of the shop a group names.
const liveShown = 20

// Alike finds the drafts of a job that are too much alike, among themselves and
// with the shop's other texts of the field. Parts of a page that stay as they
// are, such as a size table that many products share, make no texts alike.
func (s *Service) Alike(ctx context.Context, id galley.JobID) (galley.Alike, error) {
	job, err := s.store.Job(ctx, id)
	found := galley.Alike{JobID: job.ID, Field: job.Field, Groups: []galley.AlikeGroup{}}
	if err != nil {
		return found, err
	}
	finder := sameness.NewFinder()
	var texts []galley.SavedText
	err = s.store.EachText(ctx, job, func(t galley.SavedText) error {
		text := sameness.TextOf(job.Field, t.Content, t.Title)
		finder.Add(text)
		t.Content = excerpt(text.Words)
		texts = append(texts, t)
		return ctx.Err()
	})
	if err != nil {
		return found, err
	}
	for _, t := range texts {
		if t.ItemID == "" {
			found.Live++
		} else {
			found.Drafts++
		}
	}
	alike := map[galley.ItemID]bool{}
	for _, g := range finder.Groups() {
		group := groupOf(g, texts)
		if len(group.Drafts) == 0 {
			continue
		}
		found.Groups = append(found.Groups, group)
		for _, d := range group.Drafts {
			alike[d.ItemID] = true
		}
	}
	found.Alike = len(alike)
	return found, nil
}

func groupOf(g sameness.Group, texts []galley.SavedText) galley.AlikeGroup {
	group := galley.AlikeGroup{Kind: galley.AlikeKind(g.Kind), Opening: g.Opening, Drafts: []galley.AlikeDraft{}, Live: []galley.AlikePlace{}}
	for _, m := range g.Members {
		t := texts[m]
		place := galley.AlikePlace{Handle: t.Handle, Title: t.Title, Text: t.Content}
		switch {
		case t.ItemID != "":
			group.Drafts = append(group.Drafts, galley.AlikeDraft{ItemID: t.ItemID, Revision: t.Revision, AlikePlace: place})
		case len(group.Live) < liveShown:
			group.Live = append(group.Live, place)
			fallthrough
		default:
			group.LiveTotal++
		}
	}
	return group
}

// excerptRunes is how much of a text a list shows.
const excerptRunes = 120

func excerpt(words string) string {
	n := 0
	for at := range words {
		if n++; n > excerptRunes {
			return strings.Clone(words[:at]) // the whole text is not kept
		}
	}
	return strings.Clone(words)
}
