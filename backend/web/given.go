package web

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"net/http"
	"sync"
	"sync/atomic"

	"galley/backend/contract"
)

// givenCalls are what every page asks for first. The window's page brings the answers along
// (frontend/src/api/given.ts). A browser's does not: it is served before the browser has signed in.
var givenCalls = []string{"ListShops", "GetSettings"}

// given serves the window's page with the answers to its first calls in it, before the script that reads
// them.
type given struct {
	api   *contract.API
	files fs.FS
	first func() []byte // the answers for the first page, read while the window is being created
	begun atomic.Bool   // the first page has been served
}

func newGiven(api *contract.API, files fs.FS) *given {
	g := &given{api: api, files: files}
	g.first = sync.OnceValue(g.answers)
	go g.first()
	return g
}

// ServeHTTP implements http.Handler.
func (g *given) ServeHTTP(w http.ResponseWriter, _ *http.Request) {
	page, err := fs.ReadFile(g.files, indexHTML)
	if err != nil {
		http.Error(w, http.StatusText(http.StatusInternalServerError), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	_, _ = w.Write(bytes.Replace(page, []byte(firstScript), append(g.block(), firstScript...), 1)) // if the write fails, the reader is gone
}

// block is a block of data in a page. The page's policy has it run nothing, and Go's JSON has no "<" that
// could end it.
func (g *given) block() []byte {
	answers := g.answers
	if g.begun.CompareAndSwap(false, true) {
		answers = g.first
	}
	return []byte(`<script type="application/json" id="given">` + string(answers()) + `</script>`)
}

// answers are those of the calls that succeed; the page asks for the others, and shows why they fail.
func (g *given) answers() []byte {
	all := map[string]any{}
	for _, name := range givenCalls {
		call, err := g.api.Find(contract.KindCall, name)
		if err != nil {
			continue
		}
		if answer, err := call.Call([]byte("[]")); err == nil {
			all[name] = answer
		}
	}
	text, err := json.Marshal(all)
	if err != nil {
		return []byte("{}")
	}
	return text
}
