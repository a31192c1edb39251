package llm

import (
	"context"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/llm/llmtest"
)

const testKey = "sk-planted-0123456789"

// warm returns a client that has found out what its endpoint can do, without a
// network between them: in a synctest bubble, waits then take no time.
func warm(t *testing.T, options llmtest.Options, cfg Config) (*Client, *llmtest.Server) {
	t.Helper()
	server := llmtest.New(options)
	cfg.BaseURL, cfg.HTTPClient = server.URL(), server.Client()
	if cfg.Model == "" {
		cfg.Model = llmtest.Model
	}
	if cfg.Key == "" {
		cfg.Key = testKey
	}
	c := New(cfg)
	_, err := c.Write(galleytest.Paid(t.Context()), galleytest.SampleRequest(galley.FieldTitle))
	require.NoError(t, err)
	server.Forget()
	return c, server
}

// TestEveryFault is the table of endpoint faults: their code, their sentence,
// and how often they are tried.
func TestEveryFault(t *testing.T) {
	refuse := llmtest.Refuse
	with := func(r llmtest.Reply, header ...string) llmtest.Reply {
		r.Header = http.Header{}
		for i := 0; i < len(header); i += 2 {
			r.Header.Set(header[i], header[i+1])
		}
		return r
	}
	cases := []struct {
		name  string
		reply llmtest.Reply
		code  galley.Code
		says  string
		sent  int
	}{
		{"wrong key", refuse(401, "invalid_api_key", "Incorrect API key provided: "+testKey), galley.CodeWriterKey, "refused the key", 1},
		{"no rights", refuse(403, "", "not allowed"), galley.CodeWriterDenied, "did not let the request in", 1},
		{"no access to the model", refuse(403, "model_not_found", "no access"), galley.CodeWriterModel, `no model "test-model"`, 1},
		{"unknown model", refuse(404, "model_not_found", "does not exist"), galley.CodeWriterModel, `no model "test-model"`, 1},
		{"unknown model, a plain error", llmtest.Reply{Status: 404, Body: `{"error":"model not found"}`}, galley.CodeWriterModel, `no model "test-model"`, 1},
		{"wrong address", llmtest.Page(404, "<h1>Not found</h1>"), galley.CodeWriterModel, "no model endpoint at this address", 1},
		{"no POST here", llmtest.Page(405, "<h1>Method not allowed</h1>"), galley.CodeWriterModel, "no model endpoint at this address", 1},
		{"moved", with(llmtest.Page(308, "moved"), "Location", "https://elsewhere.test/v1"), galley.CodeWriterModel, "moved to https://elsewhere.test/v1", 1},
		{"no credit", refuse(429, "insufficient_quota", "You exceeded your current quota"), galley.CodeWriterQuota, "no credit left", 1},
		{"no credit, by status", refuse(402, "", "payment required"), galley.CodeWriterQuota, "no credit left", 1},
		{"no credit, a shape of its own", llmtest.Reply{Status: 429, Body: `{"error":{"code":"insufficient_quota"}}`}, galley.CodeWriterQuota, "no credit left", 1},
		{"too fast", with(refuse(429, "rate_limit_exceeded", "slow down"), "Retry-After", "2"), galley.CodeRateLimited, "keeps asking to slow down", 6},
		{"too fast, no word of when", refuse(429, "", ""), galley.CodeRateLimited, "keeps asking to slow down", 6},
		{"too fast for today", with(refuse(429, "rate_limit_exceeded", "daily"), "Retry-After", "10800"), galley.CodeWriterDay, "asks to wait 3 hours", 1},
		{"own fault", refuse(500, "", "oops"), galley.CodeWriterFailed, "a fault (HTTP 500)", 4},
		{"bad gateway, a page", llmtest.Page(502, "<html>Bad gateway</html>"), galley.CodeWriterFailed, "a fault (HTTP 502)", 4},
		{"overloaded", refuse(503, "", "busy"), galley.CodeWriterFailed, "a fault (HTTP 503)", 8},
		{"overloaded, its own status", refuse(529, "", "busy"), galley.CodeWriterFailed, "a fault (HTTP 529)", 8},
		{"gateway timeout", refuse(504, "", ""), galley.CodeWriterFailed, "a fault (HTTP 504)", 2},
		{"teapot", refuse(418, "", ""), galley.CodeWriterFailed, "a fault (HTTP 418)", 1},
		{"bad request", refuse(400, "", "bad"), galley.CodeWriterFailed, "does not take the request", 1},
		{"too long", refuse(400, "context_length_exceeded", "too long"), galley.CodeWriterTooLong, "longer than the model takes", 1},
		{"too large", refuse(413, "", ""), galley.CodeWriterTooLong, "longer than the model takes", 1},
		{"bad picture", refuse(400, "image_parse_error", "?"), galley.CodeWriterPicture, "does not take the picture", 1},
		{"filtered before", refuse(400, "content_filter", "?"), galley.CodeWriterRefused, "the model declined", 1},
		{"filtered after", llmtest.Reply{Finish: "content_filter"}, galley.CodeWriterRefused, "the model declined", 1},
		{"declined", llmtest.Reply{Refusal: "I would rather not."}, galley.CodeWriterRefused, "the model declined", 1},
		{"cut short", llmtest.Reply{Content: `{"content": "A lamp that`, Finish: "length"}, galley.CodeWriterCut, "answer cut short", 2},
		{"no choices", llmtest.Reply{NoChoice: true}, galley.CodeWriterFailed, "is empty", 2},
		{"an error with status 200", llmtest.Reply{Body: `{"error":{"message":"provider down","code":502}}`}, galley.CodeWriterFailed, "HTTP 502", 4},
		{"not JSON", llmtest.Page(200, "<html>login</html>"), galley.CodeWriterPage, "A web page answered", 2},
		{"half of it", llmtest.Reply{Body: `{"choices":[{"message":{"content":"{\"cont`}, galley.CodeWriterFailed, "cannot be read", 2},
		{"far too much", llmtest.Reply{Body: `{"x":"` + strings.Repeat("x", maxAnswer) + `"}`}, galley.CodeWriterFailed, "far too much", 1},
		{"not the form asked for", llmtest.Says(`{"content": 7}`), galley.CodeWriterReply, "cannot be read", 2},
		{"nothing said", llmtest.Says(""), galley.CodeWriterReply, "cannot be read", 2},
		{"cut connection", llmtest.Cut(), galley.CodeOffline, "cannot be reached", 4},
		{"silence", llmtest.Silence(time.Hour), galley.CodeTimeout, "took too long", 2},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				client, server := warm(t, llmtest.Options{}, Config{})
				for range 10 {
					server.Next(c.reply)
				}
				reply, err := client.Write(galleytest.Paid(t.Context()), galleytest.SampleRequest(galley.FieldTitle))
				require.Equal(t, c.code, galley.CodeOf(err), "%v", err)
				require.Contains(t, galley.MessageOf(err), c.says)
				require.Len(t, server.Requests(), c.sent)
				require.Empty(t, reply.Content)
				requirePlain(t, err)

				if galley.PausesJob(c.code) {
					require.Contains(t, galley.MessageOf(err), "drafts written so far are kept")
					require.Contains(t, galley.MessageOf(err), "the job")
				} else {
					require.True(t, strings.HasPrefix(galley.MessageOf(err), "Not written: "), galley.MessageOf(err))
					require.Less(t, len(galley.MessageOf(err)), 80, "it has to fit a row")
				}

				server.Forget() // and afterwards all is well
				_, err = client.Write(galleytest.Paid(t.Context()), galleytest.SampleRequest(galley.FieldTitle))
				require.NoError(t, err)
			})
		})
	}
}

// requirePlain checks an error against the rules: a code, a sentence, no
// secret, and a short cause.
func requirePlain(t *testing.T, err error) {
	t.Helper()
	var e *galley.Error
	require.ErrorAs(t, err, &e)
	require.NotEmpty(t, e.Message.String())
	for _, text := range []string{err.Error(), fmt.Sprintf("%+v", err), fmt.Sprintf("%#v", err), fmt.Sprint(e.Cause)} {
		require.NotContains(t, text, testKey)
	}
	if e.Cause != nil {
		require.Less(t, len(e.Cause.Error()), 1000)
		require.NotContains(t, e.Cause.Error(), "\n")
	}
	require.NotContains(t, e.Message.String(), "!")
}

func TestRecoversFromPassingFaults(t *testing.T) {
	cases := map[string][]llmtest.Reply{
		"once overloaded":       {llmtest.Refuse(503, "", "")},
		"three faults":          {llmtest.Refuse(500, "", ""), llmtest.Page(502, "x"), llmtest.Refuse(503, "", "")},
		"two cut connections":   {llmtest.Cut(), llmtest.Cut()},
		"slow down, four times": {llmtest.Refuse(429, "", ""), llmtest.Refuse(429, "", ""), llmtest.Refuse(429, "", ""), llmtest.Refuse(429, "", "")},
		"one unreadable answer": {llmtest.Says("{ what")},
		"one silence":           {llmtest.Silence(time.Hour)},
	}
	for name, replies := range cases {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				client, server := warm(t, llmtest.Options{}, Config{})
				server.Next(replies...)
				reply, err := client.Write(galleytest.Paid(t.Context()), galleytest.SampleRequest(galley.FieldTitle))
				require.NoError(t, err)
				require.NotEmpty(t, reply.Content)
				require.Len(t, server.Requests(), len(replies)+1)
			})
		})
	}
}

func TestUnusableAnswerIsBooked(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		client, server := warm(t, llmtest.Options{}, Config{})
		cut := llmtest.Reply{Finish: "length", Usage: &llmtest.Usage{Prompt: 100, Completion: 50, Cached: 40}}
		server.Next(cut, cut)
		reply, err := client.Write(galleytest.Paid(t.Context()), galleytest.SampleRequest(galley.FieldTitle))
		require.Equal(t, galley.CodeWriterCut, galley.CodeOf(err))
		require.Equal(t, galley.Usage{InputTokens: 200, OutputTokens: 100, CachedTokens: 80}, reply.Usage)

		unreadable := llmtest.Reply{Content: "[]", Usage: &llmtest.Usage{Prompt: 10, Completion: 5}}
		server.Next(unreadable, unreadable)
		reply, err = client.Write(galleytest.Paid(t.Context()), galleytest.SampleRequest(galley.FieldTitle))
		require.Equal(t, galley.CodeWriterReply, galley.CodeOf(err))
		require.Equal(t, galley.Usage{InputTokens: 20, OutputTokens: 10}, reply.Usage)
	})
}

func TestEndpointUnreachable(t *testing.T) {
	c := New(Config{BaseURL: "http://127.0.0.1:1/v1", Model: "m"})
	c.jitter = func(time.Duration) time.Duration { return 0 }
	defer c.Close()
	_, err := c.Write(galleytest.Paid(t.Context()), galleytest.SampleRequest(galley.FieldTitle))
	require.Equal(t, galley.CodeOffline, galley.CodeOf(err))
	require.True(t, galley.PausesJob(galley.CodeOf(err)))
	_, err = c.Sees(galleytest.Paid(t.Context()))
	require.Equal(t, galley.CodeOffline, galley.CodeOf(err))
	_, err = c.Test(galleytest.Paid(t.Context()))
	require.Equal(t, galley.CodeOffline, galley.CodeOf(err))
	require.NotContains(t, galley.MessageOf(err), "job", "no job is running yet")
}

func TestRefusesInvalidConfig(t *testing.T) {
	cases := []struct {
		name string
		cfg  Config
		code galley.Code
	}{
		{"no address", Config{Model: "m"}, galley.CodeWriterModel},
		{"no model", Config{BaseURL: "http://127.0.0.1:1"}, galley.CodeWriterModel},
		{"a password in the address", Config{BaseURL: "https://me:" + testKey + "@host/v1", Model: "m"}, galley.CodeWriterModel},
		{"a key in the address", Config{BaseURL: "https://host/v1?key=" + testKey, Model: "m"}, galley.CodeWriterModel},
		{"a bad address with a password", Config{BaseURL: "https://me:" + testKey + "@ho st/v1", Model: "m"}, galley.CodeWriterModel},
		{"a key of two lines", Config{BaseURL: "http://127.0.0.1:1", Model: "m", Key: "a\nb"}, galley.CodeWriterKey},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			client := New(c.cfg)
			_, err := client.Write(galleytest.Paid(t.Context()), galleytest.SampleRequest(galley.FieldTitle))
			require.Equal(t, c.code, galley.CodeOf(err), "%v", err)
			requirePlain(t, err)
			_, err = client.Test(galleytest.Paid(t.Context()))
			require.Equal(t, c.code, galley.CodeOf(err))
		})
	}
}

func TestStopsDuringEveryWait(t *testing.T) {
	cases := map[string]struct {
		replies []llmtest.Reply
		cfg     Config
	}{
		"for an answer":    {[]llmtest.Reply{llmtest.Silence(time.Minute)}, Config{}},
		"after a fault":    {[]llmtest.Reply{llmtest.Cut(), llmtest.Cut(), llmtest.Cut()}, Config{}},
		"frozen":           {[]llmtest.Reply{{Status: 429, Body: "{}", Header: http.Header{"Retry-After": {"200"}}}}, Config{}},
		"for its turn":     {nil, Config{RPM: 1}},
		"for tokens":       {nil, Config{TPM: 10}},
		"for a free place": {[]llmtest.Reply{llmtest.Silence(time.Minute), llmtest.Silence(time.Minute)}, Config{Concurrency: 1}},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				client, server := warm(t, llmtest.Options{}, c.cfg)
				client.jitter = func(below time.Duration) time.Duration { return below }
				server.Next(c.replies...)
				ctx, cancel := context.WithCancel(galleytest.Paid(t.Context()))
				errs := make(chan error)
				const workers = 2
				for range workers {
					go func() {
						_, err := client.Write(ctx, galleytest.SampleRequest(galley.FieldTitle))
						errs <- err
					}()
				}
				synctest.Wait()
				time.Sleep(100 * time.Millisecond)
				began := time.Now()
				cancel()
				for range workers {
					err := <-errs
					if err == nil && len(c.replies) == 1 {
						continue // the other worker got an answer
					}
					require.Equal(t, galley.CodeCancelled, galley.CodeOf(err), "%v", err)
					require.ErrorIs(t, err, context.Canceled)
				}
				require.Zero(t, time.Since(began))
			})
		})
	}
}

func TestDeadlineOfTheCallerIsATimeout(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		client, server := warm(t, llmtest.Options{}, Config{})
		server.Next(llmtest.Silence(time.Hour))
		ctx, cancel := context.WithTimeout(galleytest.Paid(t.Context()), time.Second)
		defer cancel()
		_, err := client.Write(ctx, galleytest.SampleRequest(galley.FieldTitle))
		require.Equal(t, galley.CodeTimeout, galley.CodeOf(err))
		require.Len(t, server.Requests(), 1)
	})
}

func TestKeyIsNeverPrinted(t *testing.T) {
	cfg := Config{BaseURL: "https://host/v1", Model: "m", Key: testKey}
	client := New(cfg)
	for _, format := range []string{"%v", "%+v", "%#v", "%s", "%q"} {
		require.NotContains(t, fmt.Sprintf(format, cfg), testKey)
		require.NotContains(t, fmt.Sprintf(format, client), testKey)
	}
	require.NotContains(t, cfg.LogValue().String(), testKey)
	require.NotContains(t, scrubbed("the key "+testKey+" and sk-other-secret1 are bad", testKey).Error(), "secret1")
	require.Equal(t, "the [secret] and [secret]", scrubbed("the "+testKey+" and Bearer abcdef123", testKey).Error())
	require.NotErrorIs(t, scrubbed("x", ""), context.Canceled)
}
