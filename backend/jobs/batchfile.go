package jobs

import (
	"context"
	"encoding/json"
	"io"
	"os"
	"sync"

	"github.com/google/uuid"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// BatchSize is the size of one file of a batch.
type BatchSize struct {
	Requests int
	Bytes    int64
}

// batchFile is a file of requests in the making, on disk: it may have 200 MB.
type batchFile struct {
	key   string
	disk  *os.File
	most  BatchSize
	begun func() error // keeps the batch in the data file, once; nil before the first request

	mu    sync.Mutex
	size  int64
	count int
	full  bool
	asks  map[galley.ItemID]galley.BatchAsk
}

func newBatchFile(most BatchSize) (*batchFile, error) {
	disk, err := os.CreateTemp("", "galley-batch-*.jsonl")
	if err != nil {
		return nil, galley.WrapError(err, galley.CodeStorage, messages.BatchFileNotWritten)
	}
	return &batchFile{key: uuid.NewString(), disk: disk, most: most, asks: map[galley.ItemID]galley.BatchAsk{}}, nil
}

// begin keeps the batch in the data file before its first request is paid for.
func (f *batchFile) begin(keep func() error) error {
	f.mu.Lock()
	if f.begun == nil {
		f.begun = sync.OnceValue(keep)
	}
	f.mu.Unlock()
	return f.begun()
}

func (f *batchFile) remove() {
	_ = f.disk.Close()
	_ = os.Remove(f.disk.Name()) // the system clears it up
}

func (f *batchFile) rewind() (io.Reader, error) {
	_, err := f.disk.Seek(0, io.SeekStart)
	return f.disk, err
}

func (f *batchFile) isFull() bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.full
}

func (f *batchFile) askOf(item galley.ItemID) (galley.BatchAsk, bool) {
	f.mu.Lock()
	defer f.mu.Unlock()
	ask, ok := f.asks[item]
	return ask, ok
}

// add appends a request. Where there is no room left it is CodeBusy, and the
// item waits for the next file.
func (f *batchFile) add(id galley.BatchID, body []byte, reservation galley.ReservationID) error {
	line, err := json.Marshal(struct {
		CustomID string          `json:"custom_id"`
		Method   string          `json:"method"`
		URL      string          `json:"url"`
		Body     json.RawMessage `json:"body"`
	}{id.String(), "POST", "/v1/chat/completions", body})
	if err != nil {
		return err
	}
	line = append(line, '\n')
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.full || f.count >= f.most.Requests || f.size+int64(len(line)) > f.most.Bytes && f.count > 0 {
		f.full = true
		return errNoRoom
	}
	if _, err := f.disk.Write(line); err != nil {
		return galley.WrapError(err, galley.CodeStorage, messages.BatchFileNotWritten)
	}
	f.size += int64(len(line))
	f.count++
	f.asks[id.Item] = galley.BatchAsk{BatchID: id, Batch: f.key, Reservation: reservation}
	return nil
}

var errNoRoom = galley.NewError(galley.CodeBusy, messages.StoppedBeforeReply)

// answersByItem are the answers of items that are at work.
type answersByItem struct {
	mu sync.Mutex
	of map[galley.ItemID][]galley.BatchAnswer
}

func (a *answersByItem) put(item galley.ItemID, answers []galley.BatchAnswer) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.of == nil {
		a.of = map[galley.ItemID][]galley.BatchAnswer{}
	}
	a.of[item] = answers
}

func (a *answersByItem) take(item galley.ItemID) []galley.BatchAnswer {
	a.mu.Lock()
	defer a.mu.Unlock()
	answers := a.of[item]
	delete(a.of, item)
	return answers
}

// counter answers the requests of one item with what came in batches, and files
// the next.
type counter struct {
	run     *batchRun
	item    galley.ItemID
	answers []galley.BatchAnswer
	next    int
}

func (b *batchRun) counterOf(item galley.ItemID) galley.Counter {
	return &counter{run: b, item: item, answers: b.known.take(item)}
}

// Answer implements galley.Counter.
func (c *counter) Answer() *galley.BatchAnswer {
	if !c.Answered() {
		return nil
	}
	c.next++
	return &c.answers[c.next-1]
}

// Answered implements galley.Counter.
func (c *counter) Answered() bool { return c.next < len(c.answers) }

// File implements galley.Counter.
func (c *counter) File(ctx context.Context, body []byte, most galley.Usage) error {
	b := c.run
	if b.job.State != galley.JobRunning {
		return galley.NewError(galley.CodeCancelled, messages.StoppedBeforeReply)
	}
	if b.file.isFull() || b.full || b.left != nil {
		return errNoRoom
	}
	if err := b.file.begin(func() error { return b.store.NewBatch(ctx, b.job.ID, b.file.key, b.held) }); err != nil {
		return err
	}
	meter := b.meters.Meter(galley.Charge{
		ShopID: b.job.ShopID, JobID: b.job.ID, ItemID: c.item, Writer: b.job.Writer, Held: &b.held, Batch: b.file.key,
	})
	ticket, err := meter.Reserve(ctx, most)
	if err != nil {
		return err
	}
	named, ok := ticket.(interface{ ID() galley.ReservationID })
	if !ok {
		return galley.NewError(galley.CodeInternal, messages.RequestWithoutAccount)
	}
	if err := b.file.add(galley.BatchID{Item: c.item, Number: c.next + 1}, body, named.ID()); err != nil {
		ticket.Settle(galley.Usage{})
		return err
	}
	return nil
}
