package llm

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/llm/llmtest"
)

func portOf(t *testing.T, address string) int {
	t.Helper()
	u, err := url.Parse(address)
	require.NoError(t, err)
	port, err := strconv.Atoi(u.Port())
	require.NoError(t, err)
	return port
}

func TestLocalServersAreFound(t *testing.T) {
	model := llmtest.Start(t, llmtest.Options{Models: []string{"quill", "tern"}})
	other := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		_, _ = w.Write([]byte("<html>another program</html>"))
	}))
	t.Cleanup(other.Close)
	found := localAt(t.Context(), map[int]string{portOf(t, model.URL()): "Ollama", portOf(t, other.URL): "llama.cpp", 1: "LM Studio"})
	require.Len(t, found, 1)
	require.Equal(t, "Ollama", found[0].Name)
	require.Equal(t, []string{"quill", "tern"}, found[0].Models)
	require.Contains(t, found[0].BaseURL, "http://127.0.0.1:")
}

func TestFindNeedsNoModel(t *testing.T) {
	model := llmtest.Start(t, llmtest.Options{Models: []string{"quill", "tern"}})
	found, err := Find(t.Context(), Config{BaseURL: model.URL()[:len(model.URL())-len("/v1")]})
	require.NoError(t, err)
	require.Equal(t, model.URL(), found.BaseURL)
	require.Equal(t, []galley.EndpointModel{{ID: "quill"}, {ID: "tern"}}, found.Models)
	require.True(t, found.Listed)
	require.Empty(t, model.Requests(), "it costs nothing")

	bare := llmtest.Start(t, llmtest.Options{NoList: true})
	found, err = Find(t.Context(), Config{BaseURL: bare.URL()})
	require.NoError(t, err)
	require.False(t, found.Listed)
	require.Empty(t, found.Models)

	_, err = Find(t.Context(), Config{})
	require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(err))
	locked := llmtest.Start(t, llmtest.Options{Key: "sk-right"})
	found, err = Find(t.Context(), Config{BaseURL: locked.URL(), Key: "sk-wrong"})
	require.NoError(t, err, "some keys may write but not list: the test will show")
	require.False(t, found.Listed)
}

// TestChatWithoutVersion: an API without /v1 and without a list is found by its
// refusals.
func TestChatWithoutVersion(t *testing.T) {
	api := llmtest.New(llmtest.Options{NoList: true})
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != chatPath {
			http.NotFound(w, r)
			return
		}
		r.URL.Path = "/v1" + r.URL.Path
		api.ServeHTTP(w, r)
	}))
	t.Cleanup(server.Close)
	for _, typed := range []string{"", "/v1", "/chat/completions"} {
		client := New(Config{BaseURL: server.URL + typed, Model: llmtest.Model})
		_, err := client.Write(galleytest.Paid(t.Context()), galleytest.SampleRequest(galley.FieldTitle))
		client.Close()
		require.NoError(t, err, typed)
	}
}

func TestHTTPSToPlainServer(t *testing.T) {
	model := llmtest.Start(t, llmtest.Options{})
	client := New(Config{BaseURL: "https" + model.URL()[len("http"):], Model: llmtest.Model})
	defer client.Close()
	_, err := client.Test(galleytest.Paid(t.Context()))
	require.Contains(t, galley.MessageOf(err), "http://")
	require.Equal(t, galley.CodeWriterModel, galley.CodeOf(err))
}

// TestLocalServerThatCutsQuestions: the test of a server on this computer sends a
// long question once, and compares what was counted.
func TestLocalServerThatCutsQuestions(t *testing.T) {
	for _, cuts := range []bool{false, true} {
		model := llmtest.Start(t, llmtest.Options{Answer: func(r llmtest.Request) llmtest.Reply {
			reply := llmtest.Writes("ready")
			counted := len(r.Body) / 4
			if cuts {
				counted = min(counted, 4096)
			}
			reply.Usage = &llmtest.Usage{Prompt: counted, Completion: 3}
			return reply
		}})
		client := New(Config{BaseURL: model.URL(), Model: llmtest.Model})
		report, err := client.Test(galleytest.Paid(t.Context()))
		client.Close()
		require.NoError(t, err)
		require.Equal(t, cuts, report.PromptCut)
	}
}
