package llm

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"slices"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/sashabaranov/go-openai"
	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/llm/llmtest"
)

func usageOf(prompt, completion int) openai.Usage {
	return openai.Usage{PromptTokens: prompt, CompletionTokens: completion, TotalTokens: prompt + completion}
}

// TestFindsTheDialect: what an endpoint takes is found out by asking, in few
// requests, and kept to.
func TestFindsTheDialect(t *testing.T) {
	cases := []struct {
		name    string
		options llmtest.Options
		model   string
		want    dialect
		asks    int
	}{
		{"takes everything", llmtest.Options{}, "", dialect{structured: structuredSchema, limit: paramMaxTokens, temperature: true}, 1},
		{"json_object", llmtest.Options{NoSchema: true}, "", dialect{structured: structuredObject, limit: paramMaxTokens, temperature: true}, 2},
		{"schema only", llmtest.Options{NoObject: true}, "", dialect{structured: structuredSchema, limit: paramMaxTokens, temperature: true}, 1},
		{"plain", llmtest.Options{NoSchema: true, NoObject: true}, "", dialect{structured: structuredPlain, limit: paramMaxTokens, temperature: true}, 3},
		{"says yes and does not", llmtest.Options{IgnoresFormat: true}, "", dialect{structured: structuredPlain, limit: paramMaxTokens, temperature: true}, 3},
		{"new parameters", llmtest.Options{NoMaxTokens: true, NoTemperature: true}, "", dialect{structured: structuredSchema, limit: paramMaxCompletionTokens}, 3},
		{"a vague one", llmtest.Options{NoSchema: true, Vague: true}, "", dialect{structured: structuredObject, limit: paramMaxTokens, temperature: true}, 2},
		{"a model that the library knows", llmtest.Options{Models: []string{"gpt-5.6-luna"}}, "gpt-5.6-luna", dialect{structured: structuredSchema, limit: paramMaxCompletionTokens}, 1},
		{"another", llmtest.Options{Models: []string{"gpt-6-luna"}}, "gpt-6-luna", dialect{structured: structuredSchema, limit: paramMaxCompletionTokens}, 1},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				server := llmtest.New(c.options)
				model := c.model
				if model == "" {
					model = llmtest.Model
				}
				client := New(Config{BaseURL: server.URL(), Model: model, HTTPClient: server.Client()})
				able, f := client.abilities(galleytest.Paid(t.Context()))
				require.Nil(t, f)
				require.Equal(t, c.want, able.dialect)
				require.Len(t, server.Requests(), c.asks)

				_, err := client.Write(galleytest.Paid(t.Context()), galleytest.SampleRequest(galley.FieldTitle))
				require.NoError(t, err)
				require.Len(t, server.Requests(), c.asks+1, "found out once")
				req := server.Requests()[c.asks]
				require.Equal(t, c.want.limit == paramMaxTokens, req.MaxTokens > 0)
				require.Equal(t, c.want.limit == paramMaxCompletionTokens, req.MaxCompletionTokens > 0)
				require.Equal(t, c.want.temperature, req.Temperature != 0)
				require.Equal(t, c.want.structured == structuredSchema, req.Strict)
			})
		})
	}
}

func TestThinkingModelsGetRoomToThink(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := llmtest.New(llmtest.Options{})
		server.Next(llmtest.Reply{Content: `{"content":"ready"}`, Usage: &llmtest.Usage{Prompt: 20, Completion: 300, Reasoning: 280}})
		client := New(Config{BaseURL: server.URL(), Model: llmtest.Model, HTTPClient: server.Client()})
		_, err := client.Write(galleytest.Paid(t.Context()), galleytest.SampleRequest(galley.FieldTitle))
		require.NoError(t, err)
		require.Equal(t, shortAnswer+thinking, server.Requests()[1].MaxTokens)
	})
}

func TestModelThatIsNotListed(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := llmtest.New(llmtest.Options{Models: []string{"other"}})
		server.Next(llmtest.Refuse(http.StatusBadRequest, "400", "typo is not a valid model ID"))
		client := New(Config{BaseURL: server.URL(), Model: "typo", HTTPClient: server.Client()})
		_, err := client.Test(galleytest.Paid(t.Context()))
		require.Equal(t, galley.CodeWriterModel, galley.CodeOf(err))
		require.Contains(t, galley.MessageOf(err), `no model "typo"`)
		require.Len(t, server.Requests(), 1, "no point in asking in another form")
	})
}

func TestEndpointThatRefusesEverything(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := llmtest.New(llmtest.Options{NoList: true})
		for range 20 {
			server.Next(llmtest.Refuse(http.StatusUnprocessableEntity, "", "no"))
		}
		client := New(Config{BaseURL: server.URL(), Model: llmtest.Model, HTTPClient: server.Client()})
		_, err := client.Write(galleytest.Paid(t.Context()), galleytest.SampleRequest(galley.FieldTitle))
		require.Equal(t, galley.CodeWriterModel, galley.CodeOf(err), "it pauses the job: no item could be written")
		require.LessOrEqual(t, len(server.Requests()), maxSteps)
	})
}

// TestFindsTheAddress: /v1 is added where the API is there, and only there.
func TestFindsTheAddress(t *testing.T) {
	api := llmtest.New(llmtest.Options{})
	cases := []struct {
		name, prefix, typed, want string
	}{
		{"bare host", "", "", "/v1"},
		{"bare host, slash", "", "/", "/v1"},
		{"complete", "", "/v1", "/v1"},
		{"under a path, complete", "/api", "/api/v1/", "/api/v1"},
		{"under a path", "/api", "/api", "/api/v1"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			server := httptest.NewServer(http.StripPrefix(c.prefix, api))
			defer server.Close()
			client := New(Config{BaseURL: server.URL + c.typed, Model: llmtest.Model})
			defer client.Close()
			able, f := client.abilities(galleytest.Paid(t.Context()))
			require.Nil(t, f)
			require.Equal(t, server.URL+c.want, able.base)
		})
	}
	t.Run("at the root", func(t *testing.T) {
		root := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			r.URL.Path = "/v1" + r.URL.Path
			api.ServeHTTP(w, r)
		}))
		defer root.Close()
		client := New(Config{BaseURL: root.URL, Model: llmtest.Model})
		defer client.Close()
		able, f := client.abilities(galleytest.Paid(t.Context()))
		require.Nil(t, f)
		require.Equal(t, root.URL, able.base)
	})
}

func TestKeyWithoutListPermission(t *testing.T) {
	api := llmtest.New(llmtest.Options{})
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method == http.MethodGet {
			http.Error(w, `{"error":{"message":"missing scope"}}`, http.StatusForbidden)
			return
		}
		api.ServeHTTP(w, r)
	}))
	defer server.Close()
	client := New(Config{BaseURL: server.URL, Model: llmtest.Model, Key: testKey})
	defer client.Close()
	_, err := client.Write(galleytest.Paid(t.Context()), galleytest.SampleRequest(galley.FieldTitle))
	require.NoError(t, err)
}

func TestKeyIsNotSentElsewhere(t *testing.T) {
	var got []string
	elsewhere := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		got = append(got, r.Header.Get("Authorization"))
	}))
	defer elsewhere.Close()
	server := httptest.NewServer(http.RedirectHandler(elsewhere.URL, http.StatusTemporaryRedirect))
	defer server.Close()
	client := New(Config{BaseURL: server.URL + "/v1", Model: "m", Key: testKey})
	defer client.Close()
	_, err := client.Write(galleytest.Paid(t.Context()), galleytest.SampleRequest(galley.FieldTitle))
	require.Equal(t, galley.CodeWriterModel, galley.CodeOf(err))
	require.Contains(t, galley.MessageOf(err), elsewhere.URL)
	require.Empty(t, got)
}

func TestWriterSeesPictures(t *testing.T) {
	cases := []struct {
		name    string
		options llmtest.Options
		script  []llmtest.Reply // after the dialect was found
		want    bool
		asks    int
	}{
		{"takes pictures", llmtest.Options{}, nil, true, 1},
		{"refuses pictures", llmtest.Options{Blind: true}, nil, false, 1},
		{"Ollama with a blind model", llmtest.Options{Capabilities: []string{"completion"}}, nil, false, 0},
		{"Ollama with a seeing model", llmtest.Options{Capabilities: []string{"vision"}}, nil, true, 0},
		{"says it with a fault", llmtest.Options{}, []llmtest.Reply{
			llmtest.Refuse(500, "", "no mmproj"), llmtest.Refuse(500, "", ""), llmtest.Refuse(500, "", ""), llmtest.Refuse(500, "", ""),
		}, false, 4},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				client, server := warm(t, c.options, Config{})
				server.Next(c.script...)
				for range 3 {
					sees, err := client.Sees(galleytest.Paid(t.Context()))
					require.NoError(t, err)
					require.Equal(t, c.want, sees)
				}
				require.Len(t, server.Requests(), c.asks, "found out once")
				server.Forget()
				reply, err := client.Write(galleytest.Paid(t.Context()), galleytest.SampleRequest(galley.FieldAltText))
				require.NoError(t, err)
				require.Equal(t, c.want, reply.SawPicture)
				require.Equal(t, c.want, len(server.Requests()[0].Pictures()) == 1)
			})
		})
	}
}

// TestUnknownVisionSupport: if the question does not get through, no alt text is
// written blind.
func TestUnknownVisionSupport(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		client, server := warm(t, llmtest.Options{}, Config{})
		server.Next(llmtest.Cut(), llmtest.Cut(), llmtest.Cut(), llmtest.Cut())
		_, err := client.Write(galleytest.Paid(t.Context()), galleytest.SampleRequest(galley.FieldAltText))
		require.Equal(t, galley.CodeOffline, galley.CodeOf(err))
		reply, err := client.Write(galleytest.Paid(t.Context()), galleytest.SampleRequest(galley.FieldAltText))
		require.NoError(t, err)
		require.True(t, reply.SawPicture)
	})
}

func TestConcurrentRequestsShareOneProbe(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := llmtest.New(llmtest.Options{Latency: time.Second})
		client := New(Config{BaseURL: server.URL(), Model: llmtest.Model, HTTPClient: server.Client(), Concurrency: 8})
		impatient, cancel := context.WithTimeout(galleytest.Paid(t.Context()), 500*time.Millisecond)
		defer cancel()
		var wg sync.WaitGroup
		wg.Go(func() { // the first one gives up, without affecting others
			_, err := client.Write(impatient, galleytest.SampleRequest(galley.FieldTitle))
			require.Equal(t, galley.CodeTimeout, galley.CodeOf(err))
		})
		synctest.Wait()
		for range 7 {
			wg.Go(func() {
				_, err := client.Write(galleytest.Paid(t.Context()), galleytest.SampleRequest(galley.FieldTitle))
				require.NoError(t, err)
			})
		}
		wg.Wait()
		require.Len(t, server.Requests(), 1+1+7)
	})
}

func TestDialectThatChangesIsFoundOutAgain(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		client, server := warm(t, llmtest.Options{}, Config{})
		server.Next(llmtest.Refuse(http.StatusBadRequest, "unsupported_parameter", "max_tokens is not supported"))
		_, err := client.Write(galleytest.Paid(t.Context()), galleytest.SampleRequest(galley.FieldTitle))
		require.NoError(t, err)
		require.Len(t, server.Requests(), 2)
		require.Zero(t, server.Requests()[1].MaxTokens)
		require.Equal(t, paramMaxCompletionTokens, client.kept().dialect.limit, "the next request has the right form")
	})
}

// TestFailingEndpointIsAskedOnce: after an endpoint has failed with all tries, the next
// draft is tried once, until there is an answer again.
func TestFailingEndpointIsAskedOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		client, server := warm(t, llmtest.Options{}, Config{})
		server.Next(slices.Repeat([]llmtest.Reply{llmtest.Page(502, "<html>Bad gateway</html>")}, 5)...)
		for range 2 {
			_, err := client.Write(galleytest.Paid(t.Context()), galleytest.SampleRequest(galley.FieldTitle))
			require.Equal(t, galley.CodeWriterFailed, galley.CodeOf(err))
		}
		require.Len(t, server.Requests(), 4+1)
		_, err := client.Write(galleytest.Paid(t.Context()), galleytest.SampleRequest(galley.FieldTitle))
		require.NoError(t, err)
		server.Next(llmtest.Page(502, ""))
		_, err = client.Write(galleytest.Paid(t.Context()), galleytest.SampleRequest(galley.FieldTitle))
		require.NoError(t, err, "a fault between answers is tried again")
	})
}

// TestRaisedLimitIsKept: after one answer was cut, the drafts that follow have the room.
func TestRaisedLimitIsKept(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		client, server := warm(t, llmtest.Options{}, Config{})
		server.Next(llmtest.Reply{Content: "", Finish: "length"})
		for range 2 {
			_, err := client.Write(galleytest.Paid(t.Context()), galleytest.SampleRequest(galley.FieldTitle))
			require.NoError(t, err)
		}
		var limits []int
		for _, r := range server.Requests() {
			limits = append(limits, r.MaxTokens)
		}
		require.Equal(t, []int{shortAnswer, shortAnswer + thinking, shortAnswer + thinking}, limits)
	})
}

// TestChosenAnswerLimitStays: what a person chose is neither raised nor added to.
func TestChosenAnswerLimitStays(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		client, server := warm(t, llmtest.Options{}, Config{AnswerLimits: map[galley.Field]int{galley.FieldTitle: 900}})
		server.Next(llmtest.Reply{Content: "", Finish: "length"})
		_, err := client.Write(galleytest.Paid(t.Context()), galleytest.SampleRequest(galley.FieldTitle))
		require.Equal(t, galley.CodeWriterCut, galley.CodeOf(err))
		require.Len(t, server.Requests(), 1)
		require.Equal(t, 900, server.Requests()[0].MaxTokens)
	})
}

func TestReport(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var models []string
		for i := range 300 {
			models = append(models, fmt.Sprint("model-", i))
		}
		server := llmtest.New(llmtest.Options{Models: append(models, llmtest.Model), Latency: 250 * time.Millisecond, NoSchema: true, Blind: true})
		client := New(Config{BaseURL: server.URL(), Model: llmtest.Model, HTTPClient: server.Client()})
		for range 2 { // a second test probes again
			server.Forget()
			report, err := client.Test(galleytest.Paid(t.Context()))
			require.NoError(t, err)
			require.Equal(t, llmtest.Model, report.Name)
			require.Equal(t, 250, report.Millis)
			require.Len(t, report.Models, maxListed)
			require.Equal(t, galley.StructureObject, report.Structured)
			require.False(t, report.Pictures)
			require.Positive(t, report.Usage.InputTokens)
			require.Len(t, server.Requests(), 3)
		}
		server.Next(llmtest.Refuse(http.StatusUnauthorized, "invalid_api_key", ""))
		_, err := client.Test(galleytest.Paid(t.Context()))
		require.Equal(t, "The model endpoint asks for a key, and there is none for it. Enter a new key.", galley.MessageOf(err))
	})
}

func TestModelListTimeout(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		api := llmtest.New(llmtest.Options{})
		silent := roundTripper(func(r *http.Request) (*http.Response, error) {
			if r.Method == http.MethodGet {
				<-r.Context().Done()
				return nil, r.Context().Err()
			}
			return api.Client().Transport.RoundTrip(r)
		})
		client := New(Config{BaseURL: api.URL(), Model: llmtest.Model, HTTPClient: &http.Client{Transport: silent}})
		began := time.Now()
		_, err := client.Write(galleytest.Paid(galleytest.Paid(t.Context())), galleytest.SampleRequest(galley.FieldTitle))
		require.NoError(t, err)
		require.Equal(t, listTimeout, time.Since(began))
	})
}

type roundTripper func(*http.Request) (*http.Response, error)

func (f roundTripper) RoundTrip(r *http.Request) (*http.Response, error) { return f(r) }

func TestConcurrentRequestsShareFailedProbe(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := llmtest.New(llmtest.Options{})
		server.Next(slices.Repeat([]llmtest.Reply{llmtest.Page(524, "<html>A timeout occurred</html>")}, 100)...)
		client := New(Config{BaseURL: server.URL(), Model: llmtest.Model, HTTPClient: server.Client(), Concurrency: 8})
		var wg sync.WaitGroup
		for range 8 {
			wg.Go(func() {
				_, err := client.Write(galleytest.Paid(t.Context()), galleytest.SampleRequest(galley.FieldTitle))
				require.Equal(t, galley.CodeWriterFailed, galley.CodeOf(err))
			})
		}
		wg.Wait()
		require.LessOrEqual(t, len(server.Requests()), 5, "one list or probe with its tries, for all eight")
	})
}
