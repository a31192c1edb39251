package web

import (
	"bytes"
	"context"
	"encoding/json"
	"io/fs"
	"net/http"
	"sync"
	"sync/atomic"

	"galley/backend/wire"
)

// pageWithAnswers serves the window's page with the answers to what every page asks for first, ListShops
// and GetSettings (frontend/src/api/given.ts), before the script that reads them. A browser's page has none:
// it is served before the browser has signed in.
//
// It asks the services, not the bound methods: the first call of those is the page's own.
type pageWithAnswers struct {
	graph           *wire.Graph
	files           fs.FS
	firstAnswers    func() []byte // the first page's, read while the window is being created
	firstPageServed atomic.Bool
}

func newPageWithAnswers(graph *wire.Graph, files fs.FS) *pageWithAnswers {
	p := &pageWithAnswers{graph: graph, files: files}
	p.firstAnswers = sync.OnceValue(func() []byte { return p.answers(context.Background()) })
	go p.firstAnswers()
	return p
}

// ServeHTTP implements http.Handler.
func (p *pageWithAnswers) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	page, err := fs.ReadFile(p.files, indexHTML)
	if err != nil {
		http.Error(w, http.StatusText(http.StatusInternalServerError), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	scripts := append(p.answersScript(r.Context()), firstScript...)
	_, _ = w.Write(bytes.Replace(page, []byte(firstScript), scripts, 1)) // if the write fails, the reader is gone
}

// answersScript is a block of data in a page. The page's policy has it run nothing, and Go's JSON has no "<"
// that could end it.
func (p *pageWithAnswers) answersScript(ctx context.Context) []byte {
	var answers []byte
	if p.firstPageServed.CompareAndSwap(false, true) {
		answers = p.firstAnswers()
	} else {
		answers = p.answers(ctx)
	}
	return []byte(`<script type="application/json" id="given">` + string(answers) + `</script>`)
}

// answers is a JSON object of the answers that were found; the page asks for the others, and shows why they
// fail. A panic ends nothing: the bound methods report the same one to the page.
func (p *pageWithAnswers) answers(ctx context.Context) (text []byte) {
	defer func() {
		if recover() != nil {
			text = []byte("{}")
		}
	}()
	found := map[string]any{}
	if shops, err := p.graph.Shops.List(ctx); err == nil {
		found["ListShops"] = shops
	}
	if settings, err := p.graph.Settings.Get(ctx); err == nil {
		found["GetSettings"] = settings
	}
	text, err := json.Marshal(found)
	if err != nil {
		return []byte("{}")
	}
	return text
}
