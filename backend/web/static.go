package web

import (
	"io/fs"
	"net/http"
	"path"
	"strings"
)

// notBuilt is shown by a binary compiled without the pages.
const notBuilt = "The interface was not built into this binary. Build it with make, or use the command line: galley --help shows the commands."

const indexHTML = "index.html"

// static serves the built interface. Files under assets/ carry a hash of their
// content in their names, so a browser may keep them for ever; paths that name
// no file belong to the page's own router, and get index.
func static(files fs.FS, index http.Handler) http.Handler {
	server := http.FileServerFS(files)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method != http.MethodGet && r.Method != http.MethodHead {
			w.Header().Set("Allow", "GET, HEAD")
			http.Error(w, http.StatusText(http.StatusMethodNotAllowed), http.StatusMethodNotAllowed)
			return
		}
		if !exists(files, indexHTML) {
			writePage(w, http.StatusOK, notBuilt) // 200: the window shows no other
			return
		}
		name := strings.TrimPrefix(path.Clean(r.URL.Path), "/")
		w.Header().Set("Cache-Control", "no-cache")
		if strings.HasPrefix(name, "assets/") {
			w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
		}
		if name == "" || name == indexHTML || path.Ext(name) == "" && !exists(files, name) {
			index.ServeHTTP(w, r)
			return
		}
		if !servePacked(w, r, files, name) {
			server.ServeHTTP(w, r)
		}
	})
}

// plainIndex serves index.html as it was built.
func plainIndex(files fs.FS) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		http.ServeFileFS(w, pathless(r), files, indexHTML)
	})
}

// pathless keeps http.ServeFileFS from redirecting /index.html to /.
func pathless(r *http.Request) *http.Request {
	bare := r.Clone(r.Context())
	bare.URL.Path = "/"
	return bare
}

func exists(files fs.FS, name string) bool {
	info, err := fs.Stat(files, name)
	return err == nil && info.Mode().IsRegular()
}
