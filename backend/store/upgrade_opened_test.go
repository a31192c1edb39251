package store_test

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// Before version 40 it was not noted who opened what: nothing counts as opened, no job is archived, and everything else stays.
func TestUpgradeKeepsJobsInTheListAndCountsNothingAsOpened(t *testing.T) {
	path := dataFileAt(t, 37, "UPDATE plans SET approved = 1")
	s := upgraded(t, path)
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
