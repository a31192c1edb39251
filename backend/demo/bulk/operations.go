package bulk

import (
	"bufio"
	"context"
	"crypto/rand"
	"database/sql"
	"encoding/hex"
	"errors"
	"log/slog"
	"os"
	"sync"
	"time"

	"galley/backend/galley"
)

// DefaultPace is how many roots are read a second unless something else is said:
// more than Shopify does.
const DefaultPace = 50_000

// ErrBusy is the error of a start while too many operations run.
var ErrBusy = errors.New("too many bulk operations at once")

// errClosed is the error of asking while the shop is being closed.
var errClosed = errors.New("the shop is closed")

// unopenedError is the error of an operation whose reading cannot begin.
type unopenedError struct{ error }

func (u unopenedError) Unwrap() error { return u.error }

// internal is Shopify's code for failures that are nobody's fault.
const internal = "INTERNAL_SERVER_ERROR"

// RefusedError is an error of a Reader that ends the operation with a code of Shopify's.
type RefusedError struct{ Code string }

func (r RefusedError) Error() string { return r.Code }

// Operations are the bulk operations of a shop. It is safe for concurrent use.
type Operations struct {
	clock  galley.Clock
	pace   float64
	db     *sql.DB
	folder string
	open   func(ctx context.Context, op Operation) (Reader, error)

	mu     sync.Mutex // held while an operation is started or settled
	runs   map[int64]*run
	closed bool
}

// New gives the operations of a database, with their files in a folder, which need
// not be there. open begins to read one.
func New(db *sql.DB, folder string, clock galley.Clock, pace float64, open func(context.Context, Operation) (Reader, error)) *Operations {
	if pace <= 0 {
		pace = DefaultPace
	}
	return &Operations{clock: clock, pace: pace, db: db, folder: folder, open: open, runs: make(map[int64]*run)}
}

// Start starts an operation. Where too many run, the error is ErrBusy, and those
// are returned.
func (o *Operations) Start(ctx context.Context, op Operation) (*Operation, []*Operation, error) {
	if _, err := o.Active(ctx); err != nil { // which ends those that are over
		return nil, nil, err
	}
	op.Status, op.CreatedAt = Created, o.clock.Now().Truncate(time.Millisecond)
	started, err := o.insert(ctx, &op)
	if err != nil {
		return nil, nil, err
	}
	if !started {
		running, err := o.Active(ctx)
		if err != nil {
			return nil, nil, err
		}
		return nil, running, ErrBusy
	}
	o.sweep(ctx)
	return &op, nil, nil
}

// Active are the operations that have not ended, as they are now.
func (o *Operations) Active(ctx context.Context) ([]*Operation, error) {
	all, err := o.where(ctx, active+" ORDER BY id")
	if err != nil {
		return nil, err
	}
	var left []*Operation
	for _, op := range all {
		settled, err := o.settle(ctx, op)
		if err != nil {
			return nil, err
		}
		if !settled.Status.Ended() {
			left = append(left, settled)
		}
	}
	return left, nil
}

// Get gives an operation as it is now, nil where there is none.
func (o *Operations) Get(ctx context.Context, id int64) (*Operation, error) {
	op, err := o.first(ctx, "id = ?", id)
	if err != nil || op == nil {
		return nil, err
	}
	return o.settle(ctx, op)
}

// Cancel stops an operation that has not ended. stopped is false for one that has.
func (o *Operations) Cancel(ctx context.Context, id int64) (op *Operation, stopped bool, err error) {
	op, err = o.first(ctx, "id = ?", id)
	if err != nil || op == nil {
		return nil, false, err
	}
	if op.Status != Created {
		op, err = o.settle(ctx, op)
		return op, err == nil && !op.Status.Ended(), err
	}
	at, resume := o.stopReading(id)
	op.CanceledAt = at
	op, err = o.settle(ctx, op)
	if err == nil && !op.Status.Ended() {
		op, err = o.canceled(ctx, op)
	}
	if err != nil {
		resume()
		return nil, false, err
	}
	return op, !op.Status.Ended(), nil
}

// stopReading keeps the run of an operation from reading more, if there is one, and
// tells since when. resume undoes it.
func (o *Operations) stopReading(id int64) (at time.Time, resume func()) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if r := o.runs[id]; r != nil {
		return r.cancelNow(), r.resume
	}
	return o.clock.Now(), func() {}
}

// canceled writes that an operation is canceled, unless it has ended meanwhile.
func (o *Operations) canceled(ctx context.Context, op *Operation) (*Operation, error) {
	canceled, err := o.cancel(ctx, op)
	if err != nil {
		return nil, err
	}
	if !canceled {
		return o.Get(ctx, op.ID)
	}
	op.Status = Canceling
	return op, nil
}

// settle takes an operation to where the clock has come, and waits for that.
func (o *Operations) settle(ctx context.Context, op *Operation) (*Operation, error) {
	now := o.clock.Now()
	if op.Status.Ended() {
		o.drop(ctx, op.ID)
		return op, nil
	}
	if op.expired(now) {
		return o.ended(ctx, op, Expired, op.begins())
	}
	read, err := o.upTo(ctx, op, now)
	if errors.Is(err, errClosed) {
		return o.again(ctx, op.ID)
	}
	if unopened, ok := errors.AsType[unopenedError](err); ok {
		return o.finished(ctx, op, unopened, op.begins())
	}
	if err != nil {
		return nil, err
	}
	op.Objects, op.Roots, op.Size = read.objects, read.roots, 0
	canceled := op.CanceledAt.Add(untilCanceled)
	completed := op.readAt(read.chunks, o.pace)
	switch {
	case op.Status == Canceling && !now.Before(canceled):
		return o.ended(ctx, op, Canceled, canceled)
	case op.Status == Canceling || !read.over || now.Before(completed):
		op.Status = op.statusAt(now)
		return op, nil
	default:
		return o.finished(ctx, op, read.err, completed)
	}
}

func (o *Operations) upTo(ctx context.Context, op *Operation, now time.Time) (progress, error) {
	if op.chunksAt(now, o.pace) == 0 {
		return progress{}, nil
	}
	r, err := o.running(ctx, op)
	if err != nil {
		return progress{}, err
	}
	return r.upTo(ctx, op, now)
}

// finished ends an operation of which everything is read, as its fate wants it.
func (o *Operations) finished(ctx context.Context, op *Operation, failure error, at time.Time) (*Operation, error) {
	refused, isRefused := errors.AsType[RefusedError](failure)
	switch {
	case isRefused:
		op.ErrorCode = refused.Code
		return o.ended(ctx, op, Failed, at)
	case failure != nil:
		slog.ErrorContext(ctx, "demo shop: bulk operation failed", "operation", op.ID, "error", failure)
		fallthrough
	case op.Fate == Fails:
		op.ErrorCode = internal
		return o.ended(ctx, op, Failed, at)
	case op.Fate == Stops:
		return o.ended(ctx, op, Canceled, at)
	default:
		return o.ended(ctx, op, Completed, at)
	}
}

// again reads an operation that another request has ended in the meantime.
func (o *Operations) again(ctx context.Context, id int64) (*Operation, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	op, err := o.first(ctx, "id = ?", id)
	if err != nil {
		return nil, err
	}
	if op == nil || !op.Status.Ended() {
		return nil, errClosed
	}
	return op, nil
}

// running is the run of an operation in this process, which is begun if there is
// none.
func (o *Operations) running(ctx context.Context, op *Operation) (*run, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if r := o.runs[op.ID]; r != nil {
		return r, nil
	}
	if known, err := o.first(ctx, "id = ?", op.ID); err != nil || o.closed || known == nil || known.Status.Ended() {
		return nil, errors.Join(err, errClosed)
	}
	r, err := o.begin(op)
	if err != nil {
		return nil, unopenedError{err}
	}
	return r, nil
}

func (o *Operations) begin(op *Operation) (*run, error) {
	if err := os.MkdirAll(o.folder, 0o700); err != nil {
		return nil, err
	}
	file, err := os.CreateTemp(o.folder, "*"+partSuffix)
	if err != nil {
		return nil, err
	}
	ctx, cancel := context.WithCancel(context.Background())
	reader, err := o.open(ctx, *op)
	if err != nil {
		cancel()
		return nil, errors.Join(err, file.Close(), os.Remove(file.Name()))
	}
	const buffer = 1 << 20
	r := &run{
		operations: o, read: reader, file: file, out: bufio.NewWriterSize(file, buffer), cancel: cancel,
		gone: make(chan struct{}), op: *op, moved: make(chan struct{}), wake: make(chan struct{}, 1),
	}
	o.runs[op.ID] = r
	go r.readAll(ctx)
	return r, nil
}

// drop discards the run of an operation that another process has ended.
func (o *Operations) drop(ctx context.Context, id int64) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.discard(ctx, id)
}

func (o *Operations) discard(ctx context.Context, id int64) {
	r := o.runs[id]
	if r == nil {
		return
	}
	delete(o.runs, id)
	if err := errors.Join(r.stop(), os.Remove(r.file.Name())); err != nil {
		slog.WarnContext(ctx, "demo shop: a file of a bulk operation stays", "error", err)
	}
}

// ended writes the end of an operation, and keeps the file of its run, if any.
func (o *Operations) ended(ctx context.Context, op *Operation, status Status, at time.Time) (*Operation, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	known, err := o.first(ctx, "id = ?", op.ID)
	if err != nil || known == nil {
		return nil, err
	}
	if known.Status.Ended() {
		o.discard(ctx, op.ID)
		return known, nil
	}
	op.Status, op.CompletedAt = status, at
	if r := o.runs[op.ID]; r != nil {
		delete(o.runs, op.ID)
		if err := o.keep(op, r); err != nil { // such as a full disk
			slog.ErrorContext(ctx, "demo shop: bulk operation failed", "operation", op.ID, "error", err)
			op.Status, op.ErrorCode, op.Size, op.File = Failed, internal, 0, ""
		}
	}
	first, err := o.end(ctx, op)
	if err == nil && first {
		return op, nil
	}
	if err := errors.Join(err, o.remove(op.File)); err != nil {
		return nil, err
	}
	return o.first(ctx, "id = ?", op.ID)
}

// keep makes the file of a run the operation's.
func (o *Operations) keep(op *Operation, r *run) error {
	err := r.stop()
	op.Objects, op.Roots, op.Size = r.progress.objects, r.progress.roots, r.progress.size
	if err == nil && (op.Fate == Fails || op.Fate == Stops) {
		err = halve(r.file.Name(), op)
	}
	if err != nil || op.Size == 0 {
		return errors.Join(err, os.Remove(r.file.Name()))
	}
	name := make([]byte, 16)
	if _, err := rand.Read(name); err != nil {
		return err
	}
	op.File = hex.EncodeToString(name)
	return os.Rename(r.file.Name(), o.path(op.File))
}

// Close stops all runs of this process; another process, or a later one, reads
// them again.
func (o *Operations) Close() error {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.closed = true
	var failure error
	for id, r := range o.runs {
		failure = errors.Join(failure, r.stop(), os.Remove(r.file.Name()))
		delete(o.runs, id)
	}
	return failure
}
