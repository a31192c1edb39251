//go:build !bindings

package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"maps"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/demo"
	"galley/backend/galley"
	"galley/backend/vault"
)

// asProgram has the test binary be the program.
const asProgram = "GALLEY_TEST_PROGRAM"

func TestMain(m *testing.M) {
	vault.SetCost(8)
	if os.Getenv(asProgram) != "" {
		main()
	}
	os.Exit(m.Run())
}

// office is a home on which several processes are open, and a client's shop
// that counts what is written to it.
type office struct {
	t    *testing.T
	home string
	shop string

	mu     sync.Mutex
	writes map[string]int // product and text → how often
}

const officeProducts = 12

func openOffice(t *testing.T) *office {
	o := &office{t: t, home: t.TempDir(), writes: map[string]int{}}
	far, err := demo.Open(t.Context(), demo.Options{Seed: demo.Seed{Products: officeProducts}, Bucket: 1e6, RestoreRate: 1e6})
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, far.Close()) })
	server := httptest.NewServer(o.counting(far.Handler()))
	t.Cleanup(server.Close)
	var shop galley.Shop
	o.run(&shop, far.Token()+"\n", "shop", "add", "shopify", "office", "--endpoint", server.URL, "--token-stdin")
	o.shop = string(shop.ID)
	o.run(nil, "", "sync", o.shop)
	return o
}

// counting notes the descriptions that the shop was asked to take.
func (o *office) counting(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body)
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		var req struct {
			Variables struct {
				Product struct{ ID, DescriptionHTML string }
			}
		}
		if json.Unmarshal(body, &req) == nil && req.Variables.Product.ID != "" {
			o.mu.Lock()
			o.writes[req.Variables.Product.ID+" "+req.Variables.Product.DescriptionHTML]++
			o.mu.Unlock()
		}
		r.Body = io.NopCloser(bytes.NewReader(body))
		next.ServeHTTP(w, r)
	})
}

func (o *office) written() map[string]int {
	o.mu.Lock()
	defer o.mu.Unlock()
	return maps.Clone(o.writes)
}

func (o *office) command(args ...string) *exec.Cmd {
	cmd := exec.Command(os.Args[0], args...)
	cmd.Env = append(os.Environ(), asProgram+"=1", "GALLEY_HOME="+o.home, "GALLEY_PASSPHRASE=a passphrase for tests",
		"DBUS_SESSION_BUS_ADDRESS=", "GORACE=atexit_sleep_ms=0")
	return cmd
}

// run runs a command to its end and reads its document.
func (o *office) run(into any, stdin string, args ...string) {
	o.t.Helper()
	cmd := o.command(append(args, "--json")...)
	cmd.Stdin = strings.NewReader(stdin)
	out, err := cmd.Output()
	if failed, ok := errors.AsType[*exec.ExitError](err); ok {
		require.FailNow(o.t, strings.Join(args, " "), "%s%s", failed.Stderr, out)
	}
	require.NoError(o.t, err)
	if into != nil {
		require.NoError(o.t, json.Unmarshal(out, into), "%s", out)
	}
}

// drafts writes a description for each product.
func (o *office) drafts() galley.JobID {
	o.t.Helper()
	var job galley.Job
	o.run(&job, "", "job", "create", o.shop, "--field", "description", "--all", "--wait")
	require.Equal(o.t, officeProducts, job.Counts.Successful)
	return job.ID
}

// browser is the interface of a separate process, signed in.
type browser struct {
	t             *testing.T
	base, session string
}

func (o *office) open() *browser {
	o.t.Helper()
	cmd := o.command("serve", "--no-open")
	cmd.Stderr = io.Discard
	out, err := cmd.StdoutPipe()
	require.NoError(o.t, err)
	require.NoError(o.t, cmd.Start())
	o.t.Cleanup(func() {
		_ = cmd.Process.Signal(os.Interrupt)
		_ = cmd.Wait()
	})
	address, err := bufio.NewReader(out).ReadString('\n')
	require.NoError(o.t, err)
	base, token, found := strings.Cut(strings.TrimSpace(address), "/?token=")
	require.True(o.t, found, address)
	b := &browser{t: o.t, base: base}
	var session struct{ Session string }
	require.NoError(o.t, b.post("/session", map[string]string{"token": token}, &session))
	b.session = session.Session
	return b
}

func (b *browser) post(path string, body, into any) error {
	document, err := json.Marshal(body)
	if err != nil {
		return err
	}
	r, err := http.NewRequestWithContext(b.t.Context(), http.MethodPost, b.base+path, bytes.NewReader(document))
	if err != nil {
		return err
	}
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("Authorization", "Bearer "+b.session)
	res, err := http.DefaultClient.Do(r)
	if err != nil {
		return err
	}
	defer res.Body.Close()
	answer, err := io.ReadAll(res.Body)
	if err != nil {
		return err
	}
	if res.StatusCode != http.StatusOK {
		return errors.New(string(answer))
	}
	return json.Unmarshal(answer, into)
}

// ask calls a method of the interface that has to succeed.
func request[T any](b *browser, method string, args ...any) (answer T) {
	b.t.Helper()
	require.NoError(b.t, b.post("/rpc/"+method, args, &answer))
	return answer
}

// settled waits until nothing of a plan waits any more.
func (b *browser) settled(plan galley.PlanID) (run galley.Run) {
	b.t.Helper()
	require.Eventually(b.t, func() bool {
		run = request[galley.Run](b, "GetRun", plan)
		return run.Waiting == 0
	}, time.Minute, 20*time.Millisecond)
	return run
}

func TestTwoProcessesThatConfirmOnePlanQueueAndSendItOnce(t *testing.T) {
	t.Parallel()
	o := openOffice(t)
	job := o.drafts()
	here, there := o.open(), o.open()
	plan := request[galley.PublishPlan](here, "PlanPublish", galley.PublishRequest{JobID: job})
	require.Equal(t, officeProducts, plan.Count)

	start := make(chan struct{})
	var confirms sync.WaitGroup
	answers := make([]galley.Confirmed, 8)
	failures := make([]error, len(answers))
	for i := range answers {
		b := []*browser{here, there}[i%2]
		confirms.Go(func() {
			<-start
			failures[i] = b.post("/rpc/Publish", []any{plan.Plan}, &answers[i])
		})
	}
	close(start)
	confirms.Wait()
	require.NoError(t, errors.Join(failures...))
	first := slices.DeleteFunc(slices.Clone(answers), func(c galley.Confirmed) bool { return c.Again })
	require.Len(t, first, 1, "one confirmation queues, the others say that it was confirmed before")
	for _, done := range answers {
		require.Equal(t, officeProducts, done.Count)
	}

	run := there.settled(plan.Plan)
	require.Equal(t, officeProducts, run.Total)
	require.Equal(t, officeProducts, run.Published)
	require.Len(t, o.written(), officeProducts)
	for write, n := range o.written() {
		require.Equal(t, 1, n, write)
	}
}

// TestDoesNotPublishOrApproveEditOfAnotherProcess: between what one
// window showed and its confirmation, a colleague edits one draft in another
// window, and rejects one on the command line.
func TestDoesNotPublishOrApproveEditOfAnotherProcess(t *testing.T) {
	t.Parallel()
	o := openOffice(t)
	job := o.drafts()
	here, there := o.open(), o.open()
	edited, rejected := galley.NewItemID(job, 2), galley.NewItemID(job, 3)
	plan := request[galley.PublishPlan](here, "PlanPublish", galley.PublishRequest{JobID: job})
	shown := []galley.ItemAt{{ID: galley.NewItemID(job, 1), Revision: 1}, {ID: edited, Revision: 1}}

	request[galley.Item](there, "EditItem", edited, 1, "<p>The colleague's words.</p>")
	o.run(nil, "", "item", "reject", string(rejected))

	approved := request[galley.Decided](here, "ApproveItems", shown)
	require.Equal(t, 1, approved.Count)
	require.Len(t, approved.Left, 1)
	require.Equal(t, edited, approved.Left[0].ItemID)
	require.Equal(t, galley.CodeChanged, approved.Left[0].Reason.Code)

	done := request[galley.Confirmed](here, "Publish", plan.Plan)
	require.Equal(t, officeProducts-2, done.Count)
	var left []galley.ItemID
	for _, l := range done.Left {
		require.Equal(t, galley.CodeChanged, l.Reason.Code)
		left = append(left, l.ItemID)
	}
	require.Equal(t, []galley.ItemID{edited, rejected}, left)
	require.Equal(t, officeProducts-2, here.settled(plan.Plan).Published)
	for write := range o.written() {
		require.NotContains(t, write, "The colleague's words.")
	}
	require.Len(t, o.written(), officeProducts-2)
}
