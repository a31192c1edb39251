package jobs_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
)

func sameText(item galley.Item) (about string, found bool) {
	for _, w := range item.Warnings {
		if w.Rule == galley.RuleSameText {
			return w.About, true
		}
	}
	return "", false
}

// Of drafts that say the same, the first is free of the warning, and the others
// are not published without review.
func TestSameTextsAreHeld(t *testing.T) {
	d := newDesk(t, 4)
	d.drafter.content = func(req galley.WriteRequest) string {
		if req.Product.Title == "Lamp 0003" {
			return "Lamp of ash"
		}
		return "Lamp of oak"
	}
	job := d.wait(d.create(galley.FieldSEOTitle, func(s *galley.JobSpec) { s.Strategy = galley.StrategyPublish }))
	same, free := 0, 0
	for _, item := range d.items(job, galley.FilterAll) {
		if _, found := sameText(item); found {
			require.Equal(t, galley.Unpublished, item.PublishState)
			same++
		} else {
			require.Equal(t, galley.PublishQueued, item.PublishState)
			free++
		}
	}
	require.Equal(t, 2, same)
	require.Equal(t, 2, free)
}

// A draft is compared with the shop's texts, but for those that the job replaces.
func TestTextOfAnotherProductIsHeld(t *testing.T) {
	d := newDesk(t, 3)
	d.drafter.content = func(galley.WriteRequest) string { return "LAMP 0001" }
	alone := func(s *galley.JobSpec) {
		s.Selection = galley.Selection{Search: "0000"}
	}
	item := d.items(d.wait(d.create(galley.FieldTitle, alone)), galley.FilterAll)[0]
	about, found := sameText(item)
	require.True(t, found)
	require.NotEqual(t, item.Place.ID, about)

	d.drafter.content = func(req galley.WriteRequest) string {
		return map[string]string{"Lamp 0000": "Lamp 0001", "Lamp 0001": "Lamp 0002", "Lamp 0002": "Lamp 0000"}[req.Product.Title]
	}
	for _, item := range d.items(d.wait(d.create(galley.FieldTitle, nil)), galley.FilterAll) {
		_, found := sameText(item)
		require.False(t, found, item.Content)
	}
}

// Under Publish without review a draft is judged against those before it: what is
// nearly the same, or begins as others do, waits for a person.
func TestAlikeDraftsAreNotPublishedWithoutReview(t *testing.T) {
	d := newDesk(t, 6)
	d.drafter.content = func(req galley.WriteRequest) string {
		rest := map[string]string{
			"Lamp 0000": "heron maple quartz ember violet canyon meadow cobalt saffron thistle walnut zephyr",
			"Lamp 0001": "lagoon pepper anchor ribbon copper basil juniper tundra marble cedar indigo falcon",
			"Lamp 0002": "orchid granite willow comet harbor velvet acorn prairie onyx lantern coral sparrow",
			"Lamp 0003": "ginger summit pebble aurora clover mosaic raven amber delta frost birch nectar",
		}
		if words, ok := rest[req.Product.Title]; ok {
			return "Get to know this one: " + words
		}
		return "A quiet light for a desk that is used all day, with a foot that does not slip, by " + req.Product.Title
	}
	job := d.wait(d.create(galley.FieldMetaDescription, func(s *galley.JobSpec) { s.Strategy = galley.StrategyPublish }))
	queued := 0
	for _, item := range d.items(job, galley.FilterAll) {
		if item.PublishState == galley.PublishQueued {
			queued++
			continue
		}
		require.True(t, item.Alike, item.Content)
		require.False(t, item.HeldBack, "it has no warning to see")
	}
	require.Equal(t, 3, queued, "two that begin so, and one of two that are nearly the same")
	now, err := d.Get(t.Context(), job.ID)
	require.NoError(t, err)
	require.Equal(t, 3, now.Counts.Alike)
	require.False(t, now.Alike.Due, "it was compared when it ended")
}
