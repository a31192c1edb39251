//go:build unix

package crashtest

import (
	"database/sql"
	"path/filepath"
	"syscall"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/store"
)

// stopBetweenTransactions stops a process while it does not hold the data file:
// one that is stopped within a transaction keeps every other from writing.
func (g galley) stopBetweenTransactions(p *process) {
	g.t.Helper()
	for {
		require.NoError(g.t, p.Process.Signal(syscall.SIGSTOP))
		var status syscall.WaitStatus
		_, err := syscall.Wait4(p.Process.Pid, &status, syscall.WUNTRACED, nil)
		require.NoError(g.t, err)
		require.True(g.t, status.Stopped())
		if g.writable() {
			return
		}
		require.NoError(g.t, p.Process.Signal(syscall.SIGCONT))
		time.Sleep(tick)
	}
}

func (g galley) writable() bool {
	db, err := sql.Open("sqlite3", "file:"+filepath.Join(g.home, store.FileName)+"?_busy_timeout=0&_txlock=immediate")
	require.NoError(g.t, err)
	defer db.Close()
	tx, err := db.Begin()
	if err != nil {
		return false
	}
	require.NoError(g.t, tx.Rollback())
	return true
}
