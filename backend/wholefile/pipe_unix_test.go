//go:build unix

package wholefile_test

import (
	"path/filepath"
	"syscall"
	"testing"

	"github.com/stretchr/testify/require"
)

func pipes(t *testing.T, folder string) []string {
	t.Helper()
	name := filepath.Join(folder, "pipe.csv")
	require.NoError(t, syscall.Mkfifo(name, 0o600))
	return []string{name}
}
