package store_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/store"
	"galley/backend/store/storetest"
)

func TestLessonsAreKeptByEndpointAndModel(t *testing.T) {
	clock := galleytest.NewClock()
	s := storetest.Open(t, clock)
	of := galley.WriterSpec{Kind: galley.WriterOpenAI, BaseURL: "http://llm.test/v1", Model: "m"}
	none, err := s.Lesson(t.Context(), of)
	require.NoError(t, err)
	require.Nil(t, none)

	sees := true
	lesson := galley.Lesson{Base: "http://llm.test/v1", Structured: galley.StructureObject, Limit: "max_tokens", NoSystem: true, More: 8000, Sees: &sees, LearnedAt: clock.Now()}
	require.NoError(t, s.PutLesson(t.Context(), of, lesson))
	kept, err := s.Lesson(t.Context(), of)
	require.NoError(t, err)
	require.Equal(t, lesson, *kept)

	lesson.Most = 2048
	require.NoError(t, s.PutLesson(t.Context(), of, lesson))
	kept, err = s.Lesson(t.Context(), of)
	require.NoError(t, err)
	require.Equal(t, 2048, kept.Most)
	other, err := s.Lesson(t.Context(), galley.WriterSpec{BaseURL: of.BaseURL, Model: "n"})
	require.NoError(t, err)
	require.Nil(t, other)

	require.NoError(t, s.ForgetLesson(t.Context(), of))
	kept, err = s.Lesson(t.Context(), of)
	require.NoError(t, err)
	require.Nil(t, kept)
}

// TestUpgradeKeepsJobsAndAddsLessons: a data file of the version before has its
// jobs as they were, none of which waits.
func TestUpgradeKeepsJobsAndAddsLessons(t *testing.T) {
	path := dataFileAt(t, 31, "UPDATE jobs SET state = 'paused', finished_at = NULL, reason_code = 'rate_limited' WHERE state = 'queued'")
	columns, before := contents(t, path, nil)
	clock := galleytest.NewClock()
	s, err := store.Open(t.Context(), path, clock)
	require.NoError(t, err)
	defer func() { require.NoError(t, s.Close()) }()
	_, after := contents(t, path, columns)
	require.Equal(t, before["jobs"], after["jobs"])
	require.NotEmpty(t, after["jobs"])
	require.NoError(t, s.ResumeDue(t.Context()))
	jobs, err := s.Jobs(t.Context(), "")
	require.NoError(t, err)
	for _, job := range jobs {
		require.Nil(t, job.Waits)
	}
	_, later := contents(t, path, columns)
	require.Equal(t, before["jobs"], later["jobs"], "no one said when one may go on")
	require.NoError(t, s.PutLesson(t.Context(), jobs[0].Writer, galley.Lesson{LearnedAt: time.UnixMilli(1)}))
}
