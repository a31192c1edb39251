package evaluation

import (
	"context"
	"io/fs"
)

// answerSets are the folders of answers below backend. Weights are fitted to the sets of the first; the others
// show how the rules fare on answers that nothing was fitted to.
var answerSets = []string{"admission/testdata", "admission/testdata/slipway", "admission/testdata/canal",
	"admission/testdata/lockside", "admission/testdata/weir"}

// Ours measures all sets that are kept in the folder backend.
func Ours(ctx context.Context, backend fs.FS) (Figures, []Miss, error) {
	figures, misses := Figures{}, []Miss(nil)
	add := func(folder string, measure func(fs.FS) (Figures, []Miss, error)) error {
		sets, err := fs.Sub(backend, folder)
		if err != nil {
			return err
		}
		more, missed, err := measure(sets)
		figures.Add(more)
		misses = append(misses, missed...)
		return err
	}
	for _, folder := range answerSets {
		answers := func(sets fs.FS) (Figures, []Miss, error) { return Answers(ctx, sets) }
		if err := add(folder, answers); err != nil {
			return nil, nil, err
		}
	}
	if err := add("checks/testdata/claims", Claims); err != nil {
		return nil, nil, err
	}
	return figures, misses, add("evaluation/testdata/verdicts", Verdicts)
}
