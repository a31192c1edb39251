package bulk

import (
	"bufio"
	"context"
	"os"
	"sync"
	"time"
)

// Reader reads the next chunk of an operation's result; more is false after the
// last one.
type Reader func() (lines []byte, objects, roots int, more bool, err error)

// run is an operation being read in this process.
type run struct {
	operations *Operations
	read       Reader
	file       *os.File
	out        *bufio.Writer
	cancel     context.CancelFunc
	gone       chan struct{} // closed when nothing is read any more

	mu       sync.Mutex
	op       Operation // CanceledAt is set while it runs
	progress progress
	moved    chan struct{} // closed at each progress
	wake     chan struct{} // the clock may have moved
}

// progress is how far an operation is read.
type progress struct {
	chunks               int
	objects, roots, size int64
	over                 bool
	err                  error
}

// lookAgain is how long a run waits at most, by the machine's clock, before it
// looks at the shop's.
const lookAgain = 20 * time.Millisecond

// readAll reads chunk after chunk, each not before its time.
func (r *run) readAll(ctx context.Context) {
	defer close(r.gone)
	for r.waitForTurn(ctx) {
		lines, objects, roots, more, err := r.read()
		if err == nil {
			_, err = r.out.Write(lines)
		}
		if err == nil && !more {
			err = r.out.Flush()
		}
		r.advance(len(lines), objects, roots, !more || err != nil, err)
		if !more || err != nil {
			return
		}
	}
}

// waitForTurn is false where the next chunk is never to be read.
func (r *run) waitForTurn(ctx context.Context) bool {
	for ctx.Err() == nil {
		r.mu.Lock()
		op, chunks, now := r.op, r.progress.chunks, r.operations.clock.Now()
		r.mu.Unlock()
		if chunks < op.chunksAt(now, r.operations.pace) {
			return true
		}
		wait := max(op.readAt(chunks, r.operations.pace).Sub(now), time.Millisecond)
		select {
		case <-r.wake:
		case <-time.After(min(wait, lookAgain)):
		case <-ctx.Done():
		}
	}
	return false
}

func (r *run) advance(size, objects, roots int, over bool, err error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	p := &r.progress
	p.chunks++
	p.size += int64(size)
	p.objects += int64(objects)
	p.roots += int64(roots)
	p.over, p.err = over, err
	r.tell()
}

// tell wakes those who wait for progress.
func (r *run) tell() {
	close(r.moved)
	r.moved = make(chan struct{})
}

// cancelNow keeps the run from reading more chunks than those of the time now, which
// it gives.
func (r *run) cancelNow() time.Time {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.cancelAt(r.operations.clock.Now())
	return r.op.CanceledAt
}

func (r *run) cancelAt(at time.Time) {
	if r.op.CanceledAt.IsZero() && !at.IsZero() {
		r.op.CanceledAt = at
		r.tell()
	}
}

// resume undoes cancelNow.
func (r *run) resume() {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.op.CanceledAt = time.Time{}
}

// upTo waits until the chunks of a time are read, or all.
func (r *run) upTo(ctx context.Context, op *Operation, now time.Time) (progress, error) {
	r.mu.Lock()
	r.cancelAt(op.CanceledAt)
	r.mu.Unlock()
	select {
	case r.wake <- struct{}{}:
	default:
	}
	for {
		r.mu.Lock()
		read, moved, chunks := r.progress, r.moved, r.op.chunksAt(now, r.operations.pace)
		r.mu.Unlock()
		if read.over || read.chunks >= chunks {
			return read, nil
		}
		select {
		case <-moved:
		case <-r.gone:
			return read, errClosed
		case <-ctx.Done():
			return read, ctx.Err()
		}
	}
}

// stop ends the reading and closes the file, which holds all that was read.
func (r *run) stop() error {
	r.cancel()
	<-r.gone
	err := r.out.Flush()
	if closing := r.file.Close(); err == nil {
		err = closing
	}
	return err
}
