package llm

import (
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// TestHostileServersOnUsualPorts: whatever another program answers at the port of
// a model server, nothing is offered that is no list, nothing else is asked, and
// the page does not wait.
func TestHostileServersOnUsualPorts(t *testing.T) {
	var strayed atomic.Int32
	other := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		strayed.Add(1)
		_, _ = io.WriteString(w, `{"data":[{"id":"elsewhere"}]}`)
	}))
	t.Cleanup(other.Close)
	for name, answer := range map[string]http.HandlerFunc{
		"a page": func(w http.ResponseWriter, _ *http.Request) {
			_, _ = io.WriteString(w, "<!doctype html><title>Router</title>")
		},
		"an error": func(w http.ResponseWriter, _ *http.Request) {
			http.Error(w, `{"error":"no"}`, http.StatusInternalServerError)
		},
		"wants a key": func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusUnauthorized) },
		"nothing":     func(http.ResponseWriter, *http.Request) {},
		"an object":   func(w http.ResponseWriter, _ *http.Request) { _, _ = io.WriteString(w, `{"data":{"id":{"id":[]}}}`) },
		"deep": func(w http.ResponseWriter, _ *http.Request) {
			_, _ = io.WriteString(w, strings.Repeat(`{"data":[`, 200_000))
		},
		"empty names": func(w http.ResponseWriter, _ *http.Request) {
			_, _ = io.WriteString(w, `{"data":[{"id":""},{"id":null},7,null,[]]}`)
		},
		"a redirect": func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, other.URL+"/v1/models", http.StatusFound)
		},
		"a cut answer": func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Length", "100")
			_, _ = io.WriteString(w, `{"data":[`)
		},
		"endless": func(w http.ResponseWriter, _ *http.Request) {
			for chunk := strings.Repeat(" ", 1<<20); ; {
				if _, err := io.WriteString(w, chunk); err != nil {
					return
				}
			}
		},
		"silent": func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() },
		"slow": func(w http.ResponseWriter, r *http.Request) {
			for r.Context().Err() == nil {
				if _, err := io.WriteString(w, " "); err != nil {
					return
				}
				w.(http.Flusher).Flush()
				time.Sleep(time.Millisecond)
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			server := httptest.NewServer(answer)
			t.Cleanup(server.Close)
			found := localAt(t.Context(), map[int]string{portOf(t, server.URL): "Ollama"})
			for _, one := range found {
				require.NotEmpty(t, one.Models)
				require.NotContains(t, one.Models, "")
			}
			if name != "empty names" {
				require.Empty(t, found)
			}
		})
	}
	t.Cleanup(func() { require.Zero(t, strayed.Load(), "no redirect is followed") })
}

// TestManyModels: a list of any length is cut to what a page shows.
func TestManyModels(t *testing.T) {
	var list strings.Builder
	for i := range 5000 {
		fmt.Fprintf(&list, `{"id":"model-%d"},`, i)
	}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		_, _ = io.WriteString(w, `{"data":[`+strings.TrimSuffix(list.String(), ",")+`]}`)
	}))
	t.Cleanup(server.Close)
	found := localAt(t.Context(), map[int]string{portOf(t, server.URL): "LM Studio"})
	require.Len(t, found, 1)
	require.Len(t, found[0].Models, maxListed)
}

// TestModelsOfServersOnThisComputer: what Ollama and LM Studio tell in their own
// APIs is beside the names.
func TestModelsOfServersOnThisComputer(t *testing.T) {
	for name, c := range map[string]struct {
		answers map[string]string
		want    string
	}{
		"Ollama": {map[string]string{
			"/v1/models": `{"object":"list","data":[{"id":"quill-14b:instruct","object":"model","created":1,"owned_by":"library"},{"id":"vole-embed:latest","object":"model"}]}`,
			"/api/tags":  `{"models":[{"name":"quill-14b:instruct","model":"quill-14b:instruct","size":9001234567,"details":{"parameter_size":"14B"}},{"name":"vole-embed:latest","size":300000000}]}`,
			"/api/show":  `{"parameters":"num_ctx 8192\nstop \"x\"","model_info":{"quill.context_length":32768},"capabilities":["completion","vision"]}`,
		}, "quill-14b:instruct 9001234567 8192 true false"},
		"LM Studio": {map[string]string{
			"/v1/models":     `{"data":[{"id":"tern-vision-11b"}]}`,
			"/api/v0/models": `{"data":[{"id":"tern-vision-11b","type":"vlm","max_context_length":131072}]}`,
		}, "tern-vision-11b 0 131072 true false"},
		"llama.cpp": {map[string]string{
			"/v1/models": `{"models":[{"name":"q"}],"data":[{"id":"q","meta":{"n_ctx_train":40960,"size":5027783488}}]}`,
		}, "q 5027783488 40960 <nil> false"},
	} {
		t.Run(name, func(t *testing.T) {
			server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				if body, ok := c.answers[r.URL.Path]; ok {
					_, _ = io.WriteString(w, body)
					return
				}
				http.NotFound(w, r)
			}))
			t.Cleanup(server.Close)
			found, err := Find(t.Context(), Config{BaseURL: server.URL})
			require.NoError(t, err)
			require.True(t, found.Local)
			m := found.Models[0]
			sees := "<nil>"
			if m.Pictures != nil {
				sees = fmt.Sprint(*m.Pictures)
			}
			require.Equal(t, c.want, fmt.Sprint(m.ID, " ", m.Bytes, " ", m.Context, " ", sees, " ", m.NoText))
		})
	}
}
