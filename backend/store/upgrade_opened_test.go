package store_test

import (
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley/galleytest"
	"galley/backend/store"
)

// Before version 40 it was not noted who opened what: nothing counts as opened, no job is archived, and everything else stays.
func TestUpgradeKeepsJobsInTheListAndCountsNothingAsOpened(t *testing.T) {
	path := filepath.Join(t.TempDir(), store.FileName)
	dataFileOf(t, 20, path)
	migrateTo(t, path, 37, "UPDATE plans SET approved = 1")
	columns, before := contents(t, path, nil)
	s, err := store.Open(t.Context(), path, galleytest.NewClock())
	require.NoError(t, err)
	defer func() { require.NoError(t, s.Close()) }()
	_, after := contents(t, path, columns)
	require.Equal(t, before, after)
	require.Equal(t, []string{"0"}, texts(t, raw(t, path), "SELECT (SELECT count(*) FROM opened_drafts) + (SELECT count(*) FROM jobs WHERE named OR archived_at IS NOT NULL)"))
	jobs, err := s.Jobs(t.Context(), "")
	require.NoError(t, err)
	require.NotEmpty(t, jobs)
	for _, job := range jobs {
		require.Nil(t, job.ArchivedAt)
		_, err := s.SpecAgain(t.Context(), job.ID)
		require.NoError(t, err)
	}
}
