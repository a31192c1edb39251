package bulk

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
)

// Open opens the file of that name. gone is true for one that can no longer be
// fetched; the file is nil where there is none.
func (o *Operations) Open(ctx context.Context, name string) (file *os.File, gone bool, err error) {
	if name == "" {
		return nil, false, nil
	}
	op, err := o.first(ctx, "file = ?", name)
	if err != nil || op == nil {
		return nil, false, err
	}
	if !o.clock.Now().Before(op.CompletedAt.Add(Kept)) {
		return nil, true, nil
	}
	file, err = os.Open(o.path(op.File))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, false, nil
	}
	return file, false, err
}

// halve cuts a file after the line that its middle is in, and counts again.
func halve(path string, op *Operation) error {
	file, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	defer file.Close()
	middle := op.Size / 2
	op.Size, op.Objects, op.Roots = 0, 0, 0
	in := bufio.NewReader(file)
	for op.Size < middle {
		line, err := in.ReadBytes('\n')
		if err != nil && !errors.Is(err, io.EOF) {
			return err
		}
		op.Size += int64(len(line))
		op.Objects++
		if !bytes.Contains(line, []byte(`,"__parentId":"`)) {
			op.Roots++
		}
		if err != nil {
			break
		}
	}
	return file.Truncate(op.Size)
}
