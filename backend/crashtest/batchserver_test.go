package crashtest

import (
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/failpoint"
	domain "galley/backend/galley"
	"galley/backend/llm/llmtest"
)

// batchServer names the program of an independent implementation of the Batch
// API: make batch-server installs it.
const batchServer = "GALLEY_OGX"

// ogx is that program, with its files in a folder of its own. It keeps files and
// batches, and asks the model of the test for each answer.
type ogx struct {
	t    *testing.T
	port int
	cmd  *exec.Cmd
}

const ogxConfig = `version: 2
distro_name: batches
apis: [batches, files, inference]
providers:
  inference:
  - {provider_id: model, provider_type: "remote::openai", config: {api_key: none, base_url: "MODEL"}}
  files:
  - {provider_id: files, provider_type: "inline::localfs", config: {storage_dir: "FOLDER/files", metadata_store: {table_name: files, backend: sql_default}}}
  batches:
  - {provider_id: reference, provider_type: "inline::reference", config: {max_concurrent_requests_per_batch: 4, sqlstore: {table_name: batches, backend: sql_default}}}
storage:
  backends:
    kv_default: {type: kv_sqlite, db_path: "FOLDER/kv.db"}
    sql_default: {type: sql_sqlite, db_path: "FOLDER/sql.db"}
  stores:
    metadata: {namespace: registry, backend: kv_default}
    inference: {table_name: inference, backend: sql_default, max_write_queue_size: 1000, num_writers: 1}
    conversations: {table_name: conversations, backend: sql_default}
    prompts: {table_name: prompts, backend: sql_default}
registered_resources: {models: []}
server: {host: 127.0.0.1, port: PORT}
`

func startOGX(t *testing.T, program, model string) *ogx {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	s := &ogx{t: t, port: listener.Addr().(*net.TCPAddr).Port}
	require.NoError(t, listener.Close())
	folder := t.TempDir()
	config := filepath.Join(folder, "ogx.yaml")
	filled := strings.NewReplacer("MODEL", model, "FOLDER", folder, "PORT", fmt.Sprint(s.port)).Replace(ogxConfig)
	require.NoError(t, os.WriteFile(config, []byte(filled), 0o600))
	s.cmd = exec.Command(program, "run", config, "--insecure")
	s.cmd.Env = append(os.Environ(), "HOME="+folder)
	output, err := os.Create(filepath.Join(folder, "ogx.log"))
	require.NoError(t, err)
	s.cmd.Stdout, s.cmd.Stderr = output, output
	require.NoError(t, s.cmd.Start())
	ended := make(chan struct{})
	go func() { _ = s.cmd.Wait(); close(ended) }()
	t.Cleanup(func() {
		_ = s.cmd.Process.Kill()
		<-ended
		if t.Failed() {
			said, _ := os.ReadFile(output.Name())
			t.Log(string(said[max(0, len(said)-4000):]))
		}
	})
	for s.get("/models") == "" {
		select {
		case <-ended:
			require.Fail(t, "it has ended")
		case <-time.After(200 * time.Millisecond):
		}
	}
	return s
}

func (s *ogx) url() string { return fmt.Sprintf("http://127.0.0.1:%d/v1", s.port) }

// get is what the server says at an address, "" where it refuses or is not there.
func (s *ogx) get(path string) string {
	resp, err := http.Get(s.url() + path)
	if err != nil {
		return ""
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil || resp.StatusCode != http.StatusOK {
		return ""
	}
	return string(body)
}

// TestBatchesOfAnIndependentServer writes in batches at an implementation of the
// Batch API that is not ours (OGX 1.5.0, its provider "reference").
func TestBatchesOfAnIndependentServer(t *testing.T) {
	program := os.Getenv(batchServer)
	if program == "" {
		t.Skip("set " + batchServer + ", or run make batch-server")
	}
	t.Run("killed and gone on", func(t *testing.T) {
		b, server := beginAt(t, program, llmtest.Options{Write: refusesSome()})
		id := b.create(domain.FieldSEOTitle)
		for _, at := range []failpoint.Point{
			failpoint.BatchFilled, failpoint.BatchUploaded, failpoint.BatchSent, failpoint.BatchMade, failpoint.BatchOpened, failpoint.BatchKept, failpoint.BatchEnding,
		} {
			b.killAt(death{at: at, nth: 1})
		}
		job := b.workUntil(id, domain.JobCompleted)
		require.Equal(t, inBatches, job.Counts.Successful)
		require.LessOrEqual(t, b.model.Bill().Requests, inBatches+11+2*b.minutes, "each text once, repairs, and what was found out at each start")
		require.NotContains(t, server.get("/files"), "file-", "its files are deleted")
		b.empty()
	})
	t.Run("what failed goes into another batch", func(t *testing.T) {
		b, _ := beginAt(t, program, llmtest.Options{Answer: failsAtFirst()})
		id := b.create(domain.FieldSEOTitle)
		job := b.workUntil(id, domain.JobPaused)
		require.Equal(t, inBatches-10, job.Counts.Successful)
		require.Contains(t, job.Reason.Message.String(), "10 drafts of 220")
		b.run(nil, "", "job", "resume", string(id))
		require.Equal(t, inBatches, b.workUntil(id, domain.JobCompleted).Counts.Successful)
		b.empty()
	})
	t.Run("cancelled", func(t *testing.T) {
		hold := make(chan struct{})
		answered := make(chan struct{}, inBatches)
		b, _ := beginAt(t, program, llmtest.Options{Answer: func(r llmtest.Request) llmtest.Reply {
			if isProbe(r) {
				return llmtest.Says("ready")
			}
			answered <- struct{}{}
			if len(answered) > 20 {
				<-hold
			}
			return llmtest.Says(llmtest.Draft(r))
		}})
		defer close(hold)
		id := b.create(domain.FieldSEOTitle)
		b.work()
		for len(answered) <= 20 {
			time.Sleep(10 * time.Millisecond)
		}
		b.run(nil, "", "job", "cancel", string(id))
		b.workUntil(id, domain.JobCancelled)
		for range 4 {
			b.work()
		}
		l := b.look()
		defer l.close()
		require.Equal(t, inBatches, l.number("SELECT count(*) FROM items WHERE state = 'cancelled'"), "it gives out nothing of a cancelled batch")
		b.empty()
	})
}

func isProbe(r llmtest.Request) bool { return strings.Contains(string(r.Body), `the word \"ready\"`) }

// failsAtFirst refuses each product whose number ends in 7 below 100 once.
func failsAtFirst() func(llmtest.Request) llmtest.Reply {
	refuses := refusesSome()
	return func(r llmtest.Request) llmtest.Reply {
		if !isProbe(r) && strings.HasPrefix(refuses(r), "As an AI") {
			return llmtest.Refuse(http.StatusBadRequest, "invalid_request_error", "not this one")
		}
		return llmtest.Says(llmtest.Draft(r))
	}
}

func beginAt(t *testing.T, program string, options llmtest.Options) (*batchCourse, *ogx) {
	t.Helper()
	b := &batchCourse{galley: galley{t: t, home: t.TempDir()}, deaths: &tally{points: map[failpoint.Point]int{}}, model: llmtest.Start(t, options), pause: 300 * time.Millisecond}
	server := startOGX(t, program, b.model.URL())
	b.beginAt(server.url(), "model/"+llmtest.Model)
	return b, server
}
