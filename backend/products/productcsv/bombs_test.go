package productcsv_test

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/products/productcsv"
)

// endless is a file of so many bytes that begins with a text and goes on with
// one letter; it counts what was read.
type endless struct {
	start string
	size  int64
	at    int64
	read  int64
}

func (e *endless) Read(p []byte) (int, error) {
	if e.at >= e.size {
		return 0, io.EOF
	}
	n := copy(p, e.start[min(int(e.at), len(e.start)):])
	for ; n < len(p); n++ {
		p[n] = 'x'
	}
	e.at += int64(n)
	e.read += int64(n)
	return n, nil
}

func (e *endless) Seek(offset int64, _ int) (int64, error) {
	e.at = offset
	return offset, nil
}

func TestRowSizeIsLimited(t *testing.T) {
	for _, start := range []string{"Handle,Title\nlamp,\"", "Handle,Title\nlamp,", "Handle,", "\"Handle"} {
		file := &endless{start: start, size: 4 << 30}
		var err error
		used := galleytest.Allocated(func() { _, err = productcsv.Read("huge.csv", file) })
		require.Equal(t, galley.CodeInvalidFile, galley.CodeOf(err))
		if strings.Contains(start, "\n") { // else it has no column names
			require.Contains(t, galley.MessageOf(err), "a row is longer than 16 MB")
		}
		require.Less(t, file.read, int64(32<<20))
		require.Less(t, used, uint64(512<<20), "all in all, of which most was given back")
	}
}

// Nothing is unpacked: an archive under another name is recognised by its first bytes.
func TestArchivesAreNotUnpacked(t *testing.T) {
	var file bytes.Buffer
	archive := zip.NewWriter(&file)
	inside, err := archive.Create("products.csv")
	require.NoError(t, err)
	_, err = inside.Write(bytes.Repeat([]byte("Handle,Title\n"), 1<<20))
	require.NoError(t, err)
	require.NoError(t, archive.Close())
	require.Less(t, file.Len(), 1<<20)
	for name, content := range map[string]string{
		"a ZIP archive": file.String(), "an old workbook": "\xd0\xcf\x11\xe0rest", "a gzip archive": "\x1f\x8b\x08rest",
	} {
		_, err := productcsv.Read("range.csv", strings.NewReader(content))
		require.Equal(t, galley.CodeInvalidFile, galley.CodeOf(err), name)
		require.Contains(t, galley.MessageOf(err), "not a CSV", name)
	}
}
