package cli_test

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"net/http/cookiejar"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/cli"
	"galley/backend/lease"
)

// running is a command that runs until it is stopped.
type running struct {
	lines chan string
	end   context.CancelFunc
	code  chan int
}

func start(t *testing.T, args ...string) *running {
	t.Helper()
	return startTelling(t, io.Discard, args...)
}

// startTelling captures the command's standard error.
func startTelling(t *testing.T, stderr io.Writer, args ...string) *running {
	t.Helper()
	ctx, cancel := context.WithCancel(context.WithoutCancel(t.Context()))
	read, write := io.Pipe()
	p := program()
	p.Stdin, p.Stdout, p.Stderr = strings.NewReader(""), write, stderr
	r := &running{lines: make(chan string, 1000), end: cancel, code: make(chan int, 1)}
	go func() {
		defer close(r.lines)
		for scanner := bufio.NewScanner(read); scanner.Scan(); {
			r.lines <- scanner.Text()
		}
	}()
	go func() {
		r.code <- cli.Main(ctx, p, args)
		_ = write.Close()
	}()
	t.Cleanup(func() {
		cancel()
		_ = read.Close()
	})
	return r
}

func (r *running) firstLine(t *testing.T) string {
	t.Helper()
	line, open := <-r.lines
	require.True(t, open, "nothing was printed")
	return line
}

// stop ends the command as an interrupt does, and returns its exit code.
func (r *running) stop(t *testing.T) int {
	t.Helper()
	r.end()
	select {
	case code := <-r.code:
		return code
	case <-time.After(patience):
		require.Fail(t, "it did not end")
		return -1
	}
}

// galleyJSON runs a command to its end and returns its exit code and document.
func galleyJSON(t *testing.T, args ...string) (int, map[string]any) {
	t.Helper()
	var out bytes.Buffer
	p := program()
	p.Stdin, p.Stdout, p.Stderr = strings.NewReader(""), &out, io.Discard
	code := cli.Main(t.Context(), p, append(args, "--json"))
	var document map[string]any
	require.NoError(t, json.Unmarshal(out.Bytes(), &document), out.String())
	return code, document
}

func TestServeShowsTheInterface(t *testing.T) {
	home := t.TempDir()
	serve := start(t, "serve", "--no-open", "--home", home)
	address := serve.firstLine(t)
	base, token, found := strings.Cut(address, "/?token=")
	require.True(t, found, address)
	require.NotEmpty(t, token)

	jar, err := cookiejar.New(nil)
	require.NoError(t, err)
	browser := &http.Client{Jar: jar, Transport: &http.Transport{DisableKeepAlives: true}}
	page, err := browser.Get(address)
	require.NoError(t, err)
	body, err := io.ReadAll(page.Body)
	require.NoError(t, err)
	require.NoError(t, page.Body.Close())
	require.Contains(t, string(body), "<title>Galley</title>")

	answer, err := browser.Post(base+"/rpc/Home", "application/json", strings.NewReader("[]"))
	require.NoError(t, err)
	var got string
	require.NoError(t, json.NewDecoder(answer.Body).Decode(&got))
	require.NoError(t, answer.Body.Close())
	require.Equal(t, home, got)

	require.Zero(t, serve.stop(t))
}

func TestServePrintsADocumentForScripts(t *testing.T) {
	serve := start(t, "serve", "--no-open", "--json", "--home", t.TempDir())
	var at struct{ URL string }
	require.NoError(t, json.Unmarshal([]byte(serve.firstLine(t)), &at))
	require.Contains(t, at.URL, "/?token=")
	require.Zero(t, serve.stop(t))
}

func TestDemoShopAnswersLikeShopify(t *testing.T) {
	shop := start(t, "demo-shop", "--products", "7", "--latency", "0", "--restore-rate", "50", "--bucket", "1000")
	var at struct{ Endpoint, Token string }
	require.NoError(t, json.Unmarshal([]byte(shop.firstLine(t)), &at))

	query := strings.NewReader(`{"query":"{ products(first: 50) { nodes { title } } }"}`)
	r, err := http.NewRequestWithContext(t.Context(), http.MethodPost, at.Endpoint+"/admin/api/2026-10/graphql.json", query)
	require.NoError(t, err)
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("X-Shopify-Access-Token", at.Token)
	client := &http.Client{Transport: &http.Transport{DisableKeepAlives: true}}
	res, err := client.Do(r)
	require.NoError(t, err)
	defer res.Body.Close()
	var answer struct {
		Data struct {
			Products struct{ Nodes []struct{ Title string } }
		}
		Extensions struct {
			Cost struct {
				ThrottleStatus struct{ MaximumAvailable, RestoreRate float64 }
			}
		}
	}
	require.NoError(t, json.NewDecoder(res.Body).Decode(&answer))
	require.Len(t, answer.Data.Products.Nodes, 7)
	require.InDelta(t, 50, answer.Extensions.Cost.ThrottleStatus.RestoreRate, 0)
	require.InDelta(t, 1000, answer.Extensions.Cost.ThrottleStatus.MaximumAvailable, 0)

	require.Zero(t, shop.stop(t))
}

func TestDemoShopPrintsFaultCountsAtEnd(t *testing.T) {
	var stderr bytes.Buffer
	shop := startTelling(t, &stderr, "demo-shop", "--products", "1", "--latency", "0", "--faults", "503@read=1/2,html@write")
	var at struct{ Endpoint, Token string }
	require.NoError(t, json.Unmarshal([]byte(shop.firstLine(t)), &at))
	client := &http.Client{Transport: &http.Transport{DisableKeepAlives: true}}
	var got []int
	for range 5 {
		r, err := http.NewRequestWithContext(t.Context(), http.MethodPost, at.Endpoint+"/admin/api/2026-10/graphql.json", strings.NewReader(`{"query":"{ shop { name } }"}`))
		require.NoError(t, err)
		r.Header.Set("X-Shopify-Access-Token", at.Token)
		res, err := client.Do(r)
		require.NoError(t, err)
		require.NoError(t, res.Body.Close())
		got = append(got, res.StatusCode)
	}
	require.Equal(t, []int{200, 503, 200, 503, 200}, got)
	require.Zero(t, shop.stop(t))
	require.Contains(t, stderr.String(), "Fault 503@read=1/2 struck 2 of 5 requests.\nFault html@write struck 0 of 0 requests.\n")
}

func TestInterruptedWaitReleasesTheJob(t *testing.T) {
	lease.SetTerm(time.Hour)
	defer lease.SetTerm(lease.Term)
	home := []string{"--home", t.TempDir()}
	endpoint := startModel("hangs")
	defer endpoint.Close()
	do := func(args ...string) {
		t.Helper()
		code, document := galleyJSON(t, append(args, home...)...)
		require.Zero(t, code, document)
	}
	do("shop", "add", "demo")
	do("sync", "demo")
	do("settings", "set", "writer.base_url", endpoint.URL+"/v1")
	do("settings", "set", "writer.model", "test-model")
	do("settings", "set", "writer.rpm", "0")
	do("settings", "set", "writer.kind", "openai")

	wait := start(t, append([]string{"job", "create", "demo", "--field", "title", "--search", "linen", "--wait", "--json"}, home...)...)
	require.Eventually(t, func() bool {
		_, job := galleyJSON(t, append([]string{"job", "show", "1"}, home...)...)
		return job["state"] == "running"
	}, patience, 50*time.Millisecond)
	require.Equal(t, 1, wait.stop(t))
	var problem struct {
		Error struct{ Code, Message string }
	}
	var printed strings.Builder
	for line := range wait.lines {
		printed.WriteString(line)
	}
	require.NoError(t, json.Unmarshal([]byte(printed.String()), &problem), printed.String())
	require.Equal(t, "cancelled", problem.Error.Code)
	require.Contains(t, problem.Error.Message, "galley work continues job 1")

	// The next one takes over at once: the lease would not lapse during this test.
	endpoint.change("writes")
	do("work", "--until-idle")
	_, job := galleyJSON(t, append([]string{"job", "show", "1"}, home...)...)
	require.Equal(t, "completed", job["state"])
	require.InDelta(t, 3, job["counts"].(map[string]any)["successful"], 0)
}
