package bulk_test

import (
	"context"
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	_ "github.com/mattn/go-sqlite3" // the driver of these tests
	"github.com/stretchr/testify/require"

	"galley/backend/demo/bulk"
	"galley/backend/galley"
	"galley/backend/galley/galleytest"
)

var bg = context.Background()

const pace = bulk.Chunk // a chunk a second

// home is the file of a shop and the folder beside it.
type home struct {
	t      *testing.T
	clock  *galleytest.Clock
	path   string
	folder string
	db     *sql.DB
}

func newHome(t *testing.T) *home {
	folder := t.TempDir()
	h := &home{t: t, clock: galleytest.NewClock(), path: filepath.Join(folder, "shop.db"), folder: filepath.Join(folder, "bulk")}
	h.db = h.connect()
	h.exec(bulk.Tables)
	return h
}

func (h *home) connect() *sql.DB {
	db, err := sql.Open("sqlite3", "file:"+h.path+"?_busy_timeout=30000&_journal_mode=WAL")
	require.NoError(h.t, err)
	db.SetMaxOpenConns(1)
	h.t.Cleanup(func() { require.NoError(h.t, db.Close()) })
	return db
}

func (h *home) exec(query string, args ...any) {
	h.t.Helper()
	_, err := h.db.ExecContext(bg, query, args...)
	require.NoError(h.t, err)
}

// process opens the operations as another process does.
func (h *home) process(open func(context.Context, bulk.Operation) (bulk.Reader, error)) *bulk.Operations {
	return h.processAt(h.clock, open)
}

func (h *home) processAt(clock galley.Clock, open func(context.Context, bulk.Operation) (bulk.Reader, error)) *bulk.Operations {
	o := bulk.New(h.connect(), h.folder, clock, pace, open)
	h.t.Cleanup(func() { require.NoError(h.t, o.Close()) })
	return o
}

func (h *home) start(o *bulk.Operations) int64 {
	h.t.Helper()
	op, _, err := o.Start(bg, bulk.Operation{})
	require.NoError(h.t, err)
	return op.ID
}

func (h *home) get(o *bulk.Operations, id int64) *bulk.Operation {
	h.t.Helper()
	op, err := o.Get(bg, id)
	require.NoError(h.t, err)
	return op
}

func (h *home) cancel(o *bulk.Operations, id int64) (*bulk.Operation, bool) {
	h.t.Helper()
	op, stopped, err := o.Cancel(bg, id)
	require.NoError(h.t, err)
	return op, stopped
}

// files are the names of the files in the folder that end so.
func (h *home) files(suffix string) []string {
	h.t.Helper()
	found, err := filepath.Glob(filepath.Join(h.folder, "*"+suffix))
	require.NoError(h.t, err)
	for i := range found {
		found[i] = filepath.Base(found[i])
	}
	return found
}

// chunks reads that many chunks, each one line.
func chunks(number int) func(context.Context, bulk.Operation) (bulk.Reader, error) {
	return func(context.Context, bulk.Operation) (bulk.Reader, error) {
		read := 0
		return func() ([]byte, int, int, bool, error) {
			read++
			return []byte("{}\n"), 1, 1, read < number, nil
		}, nil
	}
}

const endless = 1 << 30

// TestLimitOfTwoProcesses: however many are started at once, five run.
func TestLimitOfTwoProcesses(t *testing.T) {
	h := newHome(t)
	var started, busy atomic.Int64
	var all sync.WaitGroup
	for range 2 {
		o := h.process(chunks(endless))
		for range 16 {
			all.Go(func() {
				_, running, err := o.Start(bg, bulk.Operation{})
				if errors.Is(err, bulk.ErrBusy) && len(running) == bulk.MostAtOnce {
					busy.Add(1)
				}
				if err == nil {
					started.Add(1)
				}
			})
		}
	}
	all.Wait()
	require.EqualValues(t, bulk.MostAtOnce, started.Load())
	require.EqualValues(t, 32-bulk.MostAtOnce, busy.Load())
}

// restless is a clock that moves by a second whenever somebody looks at it.
type restless struct{ *galleytest.Clock }

func (r restless) Now() time.Time {
	r.Advance(time.Second)
	return r.Clock.Now()
}

// TestCancellingStopsTheReading: the counts of the answer are the last ones, whatever
// the clock does meanwhile.
func TestCancellingStopsTheReading(t *testing.T) {
	h := newHome(t)
	o := h.processAt(restless{h.clock}, chunks(endless))
	id := h.start(o)
	require.Equal(t, bulk.Running, h.get(o, id).Status)
	canceling, stopped := h.cancel(o, id)
	require.True(t, stopped)
	require.Equal(t, bulk.Canceling, canceling.Status)
	require.Positive(t, canceling.Objects)
	canceled := h.get(o, id)
	require.Equal(t, bulk.Canceled, canceled.Status)
	require.Equal(t, canceling.Objects, canceled.Objects)
	require.Equal(t, canceled.Objects*int64(len("{}\n")), canceled.Size)
}

func TestCancellingWhatHasJustCompleted(t *testing.T) {
	h := newHome(t)
	h.exec(`CREATE TRIGGER other_process BEFORE UPDATE ON bulk_operations WHEN NEW.status = 'CANCELING' BEGIN
	    UPDATE bulk_operations SET status = 'COMPLETED', completed_at = 1, objects = 7 WHERE id = NEW.id; SELECT RAISE(IGNORE); END`)
	o := h.process(chunks(endless))
	id := h.start(o)
	h.clock.Advance(2 * time.Second)
	op, stopped := h.cancel(o, id)
	require.False(t, stopped)
	require.Equal(t, bulk.Completed, op.Status)
	require.EqualValues(t, 7, op.Objects)
	require.Empty(t, h.files(""))
}

// TestCancellingThatFailed leaves an operation that goes on.
func TestCancellingThatFailed(t *testing.T) {
	h := newHome(t)
	h.exec(`CREATE TRIGGER refuse BEFORE UPDATE ON bulk_operations WHEN NEW.status = 'CANCELING' BEGIN SELECT RAISE(ABORT, 'no'); END`)
	o := h.process(chunks(endless))
	id := h.start(o)
	h.clock.Advance(2 * time.Second)
	require.EqualValues(t, 2, h.get(o, id).Objects)
	_, _, err := o.Cancel(bg, id)
	require.ErrorContains(t, err, "no")
	h.clock.Advance(2 * time.Second)
	require.EqualValues(t, 4, h.get(o, id).Objects)
}

// TestLoserOfAnEndAnswersWithTheRow: of two processes that end an operation, the
// second answers what the first wrote, and keeps no file.
func TestLoserOfAnEndAnswersWithTheRow(t *testing.T) {
	h := newHome(t)
	h.exec(`CREATE TRIGGER other_process BEFORE UPDATE ON bulk_operations WHEN NEW.status = 'COMPLETED' BEGIN
	    UPDATE bulk_operations SET status = 'COMPLETED', completed_at = 1, objects = 7, file = 'theirs' WHERE id = NEW.id; SELECT RAISE(IGNORE); END`)
	o := h.process(chunks(1))
	id := h.start(o)
	h.clock.Advance(time.Minute)
	op := h.get(o, id)
	require.Equal(t, []any{bulk.Completed, "theirs", int64(7)}, []any{op.Status, op.File, op.Objects})
	require.Empty(t, h.files(""))
}

// TestRunThatAnotherProcessEnded is discarded at the next look, or the next start.
func TestRunThatAnotherProcessEnded(t *testing.T) {
	for name, look := range map[string]func(h *home, o *bulk.Operations, id int64){
		"look":  func(h *home, o *bulk.Operations, id int64) { h.get(o, id) },
		"start": func(h *home, o *bulk.Operations, _ int64) { h.start(o) },
	} {
		t.Run(name, func(t *testing.T) {
			h := newHome(t)
			one, other := h.process(chunks(3)), h.process(chunks(3))
			id := h.start(one)
			h.clock.Advance(time.Second)
			h.get(one, id)
			h.clock.Advance(time.Minute)
			require.Equal(t, bulk.Completed, h.get(other, id).Status)
			require.Len(t, h.files(".part"), 1)
			look(h, one, id)
			require.Empty(t, h.files(".part"))
			require.Len(t, h.files(".jsonl"), 1)
		})
	}
}

// TestSweep: a start removes what killed processes left, and files that are too old.
func TestSweep(t *testing.T) {
	h := newHome(t)
	o := h.process(chunks(3))
	first := h.start(o)
	h.clock.Advance(time.Minute)
	old := h.get(o, first).File + ".jsonl"
	h.clock.Advance(bulk.Kept)
	second := h.start(o)
	require.NotContains(t, h.files(""), old)
	require.Empty(t, h.get(o, first).File, "it is not tried again")

	h.clock.Advance(time.Minute)
	needed := h.get(o, second).File + ".jsonl"
	third := h.start(o)
	h.clock.Advance(time.Second)
	h.get(o, third)
	running := h.files(".part")
	require.Len(t, running, 1)
	for _, name := range []string{"left.part", "left.jsonl", "stranger.txt", "young.part", "young.jsonl"} {
		require.NoError(t, os.WriteFile(filepath.Join(h.folder, name), nil, 0o600))
	}
	for _, name := range []string{"left.part", "left.jsonl", "stranger.txt", needed, running[0]} {
		twoDaysAgo := time.Now().Add(-48 * time.Hour)
		require.NoError(t, os.Chtimes(filepath.Join(h.folder, name), twoDaysAgo, twoDaysAgo))
	}
	h.start(o)
	require.ElementsMatch(t, []string{"stranger.txt", "young.part", "young.jsonl", needed, running[0]}, h.files(""))
}

// TestOperationThatCannotBeOpened ends, so that others can run.
func TestOperationThatCannotBeOpened(t *testing.T) {
	h := newHome(t)
	refuses := func(context.Context, bulk.Operation) (bulk.Reader, error) { return nil, errors.New("no") }
	noFolder := newHome(t)
	require.NoError(t, os.WriteFile(noFolder.folder, nil, 0o600))
	for name, test := range map[string]struct {
		home *home
		*bulk.Operations
	}{"reading": {h, h.process(refuses)}, "file": {noFolder, noFolder.process(chunks(1))}} {
		t.Run(name, func(t *testing.T) {
			id := test.home.start(test.Operations)
			test.home.clock.Advance(time.Second)
			op := test.home.get(test.Operations, id)
			require.Equal(t, []any{bulk.Failed, "INTERNAL_SERVER_ERROR"}, []any{op.Status, op.ErrorCode})
			for range bulk.MostAtOnce {
				test.home.start(test.Operations)
			}
		})
	}
}

// TestHalfAFileCountsItsRoots: lines of any length are told to be children.
func TestHalfAFileCountsItsRoots(t *testing.T) {
	h := newHome(t)
	lines := []string{`{"id":"p"}` + "\n"}
	for length := 4_060; length < 4_200; length++ {
		lines = append(lines, `{"id":"`+strings.Repeat("x", length)+`","__parentId":"p"}`+"\n")
	}
	o := h.process(func(context.Context, bulk.Operation) (bulk.Reader, error) {
		return func() ([]byte, int, int, bool, error) {
			return []byte(strings.Join(lines, "") + strings.Repeat(lines[1], len(lines))), 2 * len(lines), 1, false, nil
		}, nil
	})
	op, _, err := o.Start(bg, bulk.Operation{Fate: bulk.Fails})
	require.NoError(t, err)
	h.clock.Advance(time.Minute)
	half := h.get(o, op.ID)
	require.Equal(t, bulk.Failed, half.Status)
	require.Greater(t, half.Objects, int64(len(lines)-5))
	require.EqualValues(t, 1, half.Roots)
}
