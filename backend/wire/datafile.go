package wire

import (
	"context"
	"os"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// DataFile returns the size of the home's data file, and how much of it is empty.
func (g *Graph) DataFile(ctx context.Context) (galley.DataFile, error) { return g.Store.DataFile(ctx) }

// Compact gives the empty parts of the data file back to the disk. SQLite writes the file once into the folder for
// temporary files, and once beside it: where either has too little room it is CodeStorage, and nothing is done. While
// work runs it is CodeBusy.
func (g *Graph) Compact(ctx context.Context) error {
	file, err := g.Store.DataFile(ctx)
	if err != nil {
		return err
	}
	kept := file.Size - file.Spare
	for _, folder := range []string{g.Home, os.TempDir()} {
		needed := 2 * kept
		if folder != g.Home {
			needed = kept
		}
		if err := roomFor(folder, needed); err != nil {
			return err
		}
	}
	return g.Store.Compact(ctx)
}

func roomFor(folder string, needed int64) error {
	free, err := FreeBytes(folder)
	if err != nil {
		return galley.WrapError(err, galley.CodeStorage, messages.DiskSpaceUnknown(folder))
	}
	if needed > 0 && free < uint64(needed) {
		return galley.NewError(galley.CodeStorage, messages.CompactNoRoom(int(needed/1e6)+1, int(free/1e6), folder))
	}
	return nil
}
