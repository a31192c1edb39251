package wholefile_test

import (
	"io"
	"net"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/wholefile"
)

func TestWriteRefusesNonFiles(t *testing.T) {
	folder, elsewhere := t.TempDir(), t.TempDir()
	target := filepath.Join(elsewhere, "client.csv")
	require.NoError(t, os.WriteFile(target, []byte("theirs"), 0o600))
	link, dangling, device := filepath.Join(folder, "link.csv"), filepath.Join(folder, "dangling.csv"), filepath.Join(folder, "null")
	require.NoError(t, os.Symlink(target, link))
	require.NoError(t, os.Symlink(filepath.Join(elsewhere, "none"), dangling))
	require.NoError(t, os.Symlink(os.DevNull, device))
	socket, err := net.Listen("unix", filepath.Join(folder, "s"))
	require.NoError(t, err)
	defer socket.Close()
	for _, name := range append(pipes(t, folder), link, dangling, device, os.DevNull, folder, filepath.Join(folder, "s"), "/dev/stdout", "/dev/fd/1") {
		before, lookErr := os.Lstat(name)
		err := wholefile.Write(name, func(io.Writer) error { t.Error("written to " + name); return nil })
		require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(err), name)
		if after, err := os.Lstat(name); lookErr == nil {
			require.NoError(t, err)
			require.Equal(t, before.Mode(), after.Mode(), name)
		}
	}
	text, err := os.ReadFile(target)
	require.NoError(t, err)
	require.Equal(t, "theirs", string(text))
}

func TestWriteRefusesTheFilesOfAHome(t *testing.T) {
	home, outside := t.TempDir(), t.TempDir()
	require.NoError(t, os.Mkdir(filepath.Join(home, "files"), 0o700))
	require.NoError(t, os.WriteFile(filepath.Join(home, "galley.db"), []byte("data"), 0o600))
	require.NoError(t, os.Symlink(home, filepath.Join(outside, "way")))
	for _, name := range []string{
		"galley.db", "galley.db-wal", "galley.db.copy-1", "galley.db.before-v3", "GALLEY.DB", "demo-shop.db", "keystore.age", "keystore.json", "files/1.csv", "files/new.csv", "./files/../galley.db",
	} {
		for _, way := range []string{home, filepath.Join(outside, "way")} {
			err := wholefile.Write(way+"/"+name, func(io.Writer) error { t.Error("written to " + name); return nil })
			require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(err), name)
			require.Contains(t, galley.MessageOf(err), "Galley's own")
		}
	}
	require.NoError(t, wholefile.Write(filepath.Join(home, "texts.csv"), func(io.Writer) error { return nil }), "a home may be a folder with other files")
}

func TestOpenRefusesNonFiles(t *testing.T) {
	folder := t.TempDir()
	for _, name := range append(pipes(t, folder), folder, os.DevNull, filepath.Join(folder, "none")) {
		_, err := wholefile.Open(name)
		require.Equal(t, galley.CodeInvalidFile, galley.CodeOf(err), name)
	}
	name, link := filepath.Join(folder, "a.csv"), filepath.Join(folder, "link.csv")
	require.NoError(t, os.WriteFile(name, []byte("text"), 0o600))
	require.NoError(t, os.Symlink(name, link))
	file, err := wholefile.Open(link)
	require.NoError(t, err, "reading through a link changes nothing")
	require.NoError(t, file.Close())
}
