//go:build linux

package web_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/web"
)

// writeProgram writes a script while no process is started: one that is forked meanwhile has the file
// open for writing until it becomes another program, and until then nothing can run the script.
func writeProgram(t *testing.T, path, script string) {
	t.Helper()
	syscall.ForkLock.RLock()
	defer syscall.ForkLock.RUnlock()
	require.NoError(t, os.WriteFile(path, []byte(script), 0o700))
}

// A program in place of the desktop's opener shows what a browser would get.
func TestBrowserIsGivenNoSecrets(t *testing.T) {
	tools, home, seen := t.TempDir(), t.TempDir(), filepath.Join(t.TempDir(), "seen")
	script := "#!/bin/sh\n{ echo \"args: $*\"; env; cat \"$1\"; } > " + seen + ".part; mv " + seen + ".part " + seen + "\n"
	writeProgram(t, filepath.Join(tools, "xdg-open"), script)
	t.Setenv("PATH", tools+string(os.PathListSeparator)+os.Getenv("PATH"))
	t.Setenv("DISPLAY", ":99")
	for _, name := range []string{"GALLEY_PASSPHRASE", "GALLEY_WRITER_API_KEY", "GALLEY_ANYTHING", "galley_lower"} {
		t.Setenv(name, "planted-secret")
	}
	t.Setenv("LEFT_ALONE", "yes")
	server, err := web.Listen(t.Context(), "127.0.0.1:0", false)
	require.NoError(t, err)
	defer server.Close()
	_, token, _ := strings.Cut(server.URL(), "token=")

	ctx, end := context.WithCancel(t.Context())
	opened, done := server.OpenBrowser(ctx, home)
	require.True(t, opened)
	var given []byte
	require.Eventually(t, func() bool { given, err = os.ReadFile(seen); return err == nil }, 2*time.Minute, 5*time.Millisecond)
	files, err := filepath.Glob(filepath.Join(home, ".open-*"))
	require.NoError(t, err)
	require.Len(t, files, 1)
	info, err := os.Stat(files[0])
	require.NoError(t, err)
	require.Equal(t, os.FileMode(0o600), info.Mode())

	args, rest, _ := strings.Cut(string(given), "\n")
	require.Equal(t, "args: "+files[0], args)
	environment, page, found := strings.Cut(rest, "<!doctype html>")
	require.True(t, found)
	require.NotContains(t, environment, "planted-secret")
	require.NotContains(t, environment, token)
	require.Contains(t, environment, "LEFT_ALONE=yes")
	require.Contains(t, page, server.URL())
	end()
	done()
	require.NoFileExists(t, files[0])
}

func TestOpeningFileGoesOnceTheTokenIsUsed(t *testing.T) {
	tools, home := t.TempDir(), t.TempDir()
	writeProgram(t, filepath.Join(tools, "xdg-open"), "#!/bin/sh\n")
	t.Setenv("PATH", tools)
	t.Setenv("DISPLAY", ":99")
	s := serve(t)
	opened, done := s.server.OpenBrowser(t.Context(), home)
	require.True(t, opened)
	files, err := os.ReadDir(home)
	require.NoError(t, err)
	require.Len(t, files, 1)
	sessionOf(t, s.openSession(t, browser(t)))
	done()
	files, err = os.ReadDir(home)
	require.NoError(t, err)
	require.Empty(t, files)
}
