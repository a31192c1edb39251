package bulk

import (
	"context"
	"errors"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"time"
)

const (
	partSuffix = ".part"
	fileSuffix = ".jsonl"
	// left is the age, by the machine's clock, at which a file that no operation is
	// known to have was left by a process that was killed.
	left = 24 * time.Hour
)

func (o *Operations) path(name string) string { return filepath.Join(o.folder, name+fileSuffix) }

func (o *Operations) remove(name string) error {
	if name == "" {
		return nil
	}
	return os.Remove(o.path(name))
}

// sweep removes the files that nobody can fetch: those of runs that another process
// has ended, those that are too old, and those that killed processes left.
func (o *Operations) sweep(ctx context.Context) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if err := errors.Join(o.discardEnded(ctx), o.removeOld(ctx), o.removeLeft(ctx)); err != nil {
		slog.WarnContext(ctx, "demo shop: old files of bulk operations stay", "error", err)
	}
}

func (o *Operations) discardEnded(ctx context.Context) error {
	for id := range o.runs {
		op, err := o.first(ctx, "id = ?", id)
		if err != nil {
			return err
		}
		if op == nil || op.Status.Ended() {
			o.discard(ctx, id)
		}
	}
	return nil
}

func (o *Operations) removeOld(ctx context.Context) error {
	old, err := o.where(ctx, "file <> '' AND completed_at < ?", milliseconds(o.clock.Now().Add(-Kept)))
	for _, op := range old {
		failure := o.remove(op.File)
		if failure == nil || errors.Is(failure, fs.ErrNotExist) {
			failure = o.forget(ctx, op.ID)
		}
		err = errors.Join(err, failure)
	}
	return err
}

func (o *Operations) removeLeft(ctx context.Context) error {
	files, err := os.ReadDir(o.folder)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	for _, file := range files {
		info, failure := file.Info()
		if failure != nil || time.Since(info.ModTime()) < left {
			continue // it was removed just now, or is young
		}
		needed, failure := o.needs(ctx, file.Name())
		if failure == nil && !needed {
			failure = os.Remove(filepath.Join(o.folder, file.Name()))
		}
		err = errors.Join(err, failure)
	}
	return err
}

// needs reports whether a file of the folder belongs to an operation, or is none of
// this package's.
func (o *Operations) needs(ctx context.Context, file string) (bool, error) {
	if name, is := strings.CutSuffix(file, fileSuffix); is {
		op, err := o.first(ctx, "file = ?", name)
		return op != nil, err
	}
	for _, r := range o.runs {
		if filepath.Base(r.file.Name()) == file {
			return true, nil
		}
	}
	return !strings.HasSuffix(file, partSuffix), nil
}
