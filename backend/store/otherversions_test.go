package store_test

import (
	"io/fs"
	"os"
	"sync"
	"testing"

	"github.com/gofrs/flock"
	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/galley/messages"
	"galley/backend/store"
	"galley/backend/store/storetest"
)

const (
	migrated = "SELECT CAST(max(version_id) AS TEXT) FROM goose_db_version"
	marked   = "SELECT CAST(user_version AS TEXT) FROM pragma_user_version"
)

// TestUpgradeWaitsForEarlierWindows: a file is left as it is while an earlier Galley has it open, until that ends in any
// way.
func TestUpgradeWaitsForEarlierWindows(t *testing.T) {
	path := dataFileAt(t, 74, "")
	window := flock.New(path + ".of-a-window.alive")
	isOpen, err := window.TryLock()
	require.NoError(t, err)
	require.True(t, isOpen)
	for range 2 {
		_, err = store.Open(t.Context(), path, galleytest.NewClock())
		require.Equal(t, galley.CodeBusy, galley.CodeOf(err))
		require.Equal(t, messages.UpgradeWaits(path+".of-a-window.alive").String(), galley.MessageOf(err))
	}
	require.Equal(t, []string{"74"}, texts(t, raw(t, path), migrated))
	require.Equal(t, []string{"0"}, texts(t, raw(t, path), marked))
	require.NoFileExists(t, store.BackupPath(path, 74))

	require.NoError(t, window.Unlock(), "as when it is killed: the file of the lock stays")
	s, err := store.Open(t.Context(), path, galleytest.NewClock())
	require.NoError(t, err)
	defer func() { require.NoError(t, s.Close()) }()
	require.NotEqual(t, []string{"74"}, texts(t, raw(t, path), migrated))
	require.Equal(t, texts(t, raw(t, path), migrated), texts(t, raw(t, path), marked))
}

// TestUpgradeNamesTheFileThatItWaitsFor: also one that cannot be locked at all, as one of another person, with the reason.
func TestUpgradeNamesTheFileThatItWaitsFor(t *testing.T) {
	path := dataFileAt(t, 74, "")
	left := path + ".of-another-person.alive"
	require.NoError(t, os.Mkdir(left, 0o700))
	_, err := store.Open(t.Context(), path, galleytest.NewClock())
	require.Equal(t, galley.CodeBusy, galley.CodeOf(err))
	require.Contains(t, galley.MessageOf(err), "delete "+left)
	var cause *fs.PathError
	require.ErrorAs(t, err, &cause)
	require.Equal(t, left, cause.Path)

	require.NoError(t, os.Remove(left))
	s, err := store.Open(t.Context(), path, galleytest.NewClock())
	require.NoError(t, err)
	require.NoError(t, s.Close())
}

func TestGalleysThatStartTogetherUpgradeOnce(t *testing.T) {
	path := dataFileAt(t, 74, "")
	var all sync.WaitGroup
	stores, errs := make([]*store.Store, 4), make([]error, 4)
	for i := range stores {
		all.Go(func() { stores[i], errs[i] = store.Open(t.Context(), path, galleytest.NewClock()) })
	}
	all.Wait()
	for i, s := range stores {
		require.NoError(t, errs[i])
		defer func() { require.NoError(t, s.Close()) }()
	}
	require.Len(t, store.Copies(path), 1, "of the file before it was upgraded")
	require.FileExists(t, store.BackupPath(path, 74))
	require.NotEqual(t, []string{"74"}, texts(t, raw(t, path), migrated))
	require.Equal(t, texts(t, raw(t, path), migrated), texts(t, raw(t, path), marked))
}

// TestNothingIsWrittenToAFileOfANewerGalley: it was brought up to date while this one had it open. What is read stays
// readable, and this Galley, which the file is not too new for after all, opens it again.
func TestNothingIsWrittenToAFileOfANewerGalley(t *testing.T) {
	w, job := titled(t, 2)
	path := storetest.Path(t, w.Store)
	storetest.Exec(t, w.Store, "PRAGMA user_version = 1000")
	decide := func(s *store.Store) error {
		_, err := s.Decide(t.Context(), job, w.At(job, 1), galley.DecisionApproved)
		return err
	}
	later := galley.SyncLater(t.Context())
	for name, err := range map[string]error{
		"a decision": decide(w.Store), "a sync of the file": w.Store.Sync(t.Context()), "without a sync": w.Store.AddShop(later, galley.Shop{ID: "s"}),
	} {
		require.Equal(t, galley.CodeSchemaNewer, galley.CodeOf(err), name)
		require.Equal(t, messages.DataFileUpgraded.String(), galley.MessageOf(err), name)
	}
	require.Equal(t, galley.DecisionOpen, w.Item(job, 1).Decision)

	again, err := store.Open(t.Context(), path, w.Clock)
	require.NoError(t, err)
	defer func() { require.NoError(t, again.Close()) }()
	require.NoError(t, decide(again))
}
