package main

import (
	"context"

	"galley/backend/galley"
)

// GetDataFile returns the size of the data file, and what compaction would give back.
func (a *App) GetDataFile() (galley.DataFile, error) { return answer(a, a.graph.DataFile) }

// CompactDataFile gives the empty parts of the data file back to the disk, and
// returns its size afterwards. It is refused while work runs.
func (a *App) CompactDataFile() (galley.DataFile, error) {
	return answer(a, func(ctx context.Context) (galley.DataFile, error) {
		if err := a.graph.Compact(ctx); err != nil {
			return galley.DataFile{}, err
		}
		return a.graph.DataFile(ctx)
	})
}
