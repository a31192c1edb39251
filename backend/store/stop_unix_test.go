//go:build unix

package store_test

import (
	"os"
	"syscall"
	"testing"

	"github.com/stretchr/testify/require"
)

// stopSelf stops this process until SIGCONT.
func stopSelf() { _ = syscall.Kill(os.Getpid(), syscall.SIGSTOP) }

func skipWithoutStop(*testing.T) {}

func continueProcess(t *testing.T, p *os.Process) {
	t.Helper()
	require.NoError(t, p.Signal(syscall.SIGCONT))
}
