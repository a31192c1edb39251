package web

import (
	"bytes"
	"compress/gzip"
	"io"
	"io/fs"
	"mime"
	"net/http"
	"path"
	"strings"
	"time"
)

// packedEnd is after the name of a file that the program carries compressed (frontend/vite.packed.ts).
const packedEnd = ".gz"

// servePacked answers with a compressed file: as it is where the reader takes it so, unpacked for others,
// such as the window. It reports false if there is none.
func servePacked(w http.ResponseWriter, r *http.Request, files fs.FS, name string) bool {
	content, err := fs.ReadFile(files, name+packedEnd)
	if err != nil {
		return false
	}
	w.Header().Add("Vary", "Accept-Encoding")
	w.Header().Set("Content-Type", mime.TypeByExtension(path.Ext(name)))
	if takesGzip(r) {
		w.Header().Set("Content-Encoding", "gzip")
	} else if content, err = unpacked(content); err != nil {
		http.Error(w, http.StatusText(http.StatusInternalServerError), http.StatusInternalServerError)
		return true
	}
	// Without a time: the name of a file says which version it is.
	http.ServeContent(w, r, name, time.Time{}, bytes.NewReader(content))
	return true
}

func unpacked(content []byte) ([]byte, error) {
	reader, err := gzip.NewReader(bytes.NewReader(content))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(reader)
}

// takesGzip reports whether a request names gzip among the encodings that it takes.
func takesGzip(r *http.Request) bool {
	for one := range strings.SplitSeq(r.Header.Get("Accept-Encoding"), ",") {
		if name, weight, weighed := strings.Cut(one, ";"); strings.TrimSpace(name) == "gzip" {
			return !weighed || strings.Trim(weight, " q=0.") != "" // q=0 refuses it
		}
	}
	return false
}
