// Command evaluate measures the rules about copy on the sets of the repository,
// and on those of another folder.
//
//	evaluate              prints the figures
//	evaluate -write       keeps them in backend/evaluation/figures.json
//	evaluate -misses      prints each case that was judged wrongly
//	evaluate -sets PATH   measures the sets of another folder
package main

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"galley/backend/evaluation"
)

// kept are the figures that the tests compare.
const kept = "backend/evaluation/figures.json"

func main() {
	sets := flag.String("sets", "", "folder of other sets")
	write := flag.Bool("write", false, "keep the figures")
	misses := flag.Bool("misses", false, "print what was judged wrongly")
	flag.Parse()
	if err := run(context.Background(), os.Stdout, *sets, *write, *misses); err != nil {
		fmt.Fprintln(os.Stderr, "evaluate:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, to io.Writer, sets string, write, showMisses bool) error {
	figures, misses, err := measure(ctx, sets)
	if err != nil {
		return err
	}
	for _, name := range figures.Names() {
		c := figures[name]
		if _, err := fmt.Fprintf(to, "%-50s %4d of %4d  %5.1f %%\n", name, c.Right, c.Of, 100*c.Share()); err != nil {
			return err
		}
	}
	if showMisses {
		for _, m := range misses {
			if _, err := fmt.Fprintf(to, "\n%s, %s, %s, %s %s\n  %q\n  draft %q\n", m.Set, m.Case.Kind, m.Case.Field, m.Case.Product, m.Reason, m.Case.Answer, m.Draft); err != nil {
				return err
			}
		}
	}
	if write && sets == "" {
		return keep(figures)
	}
	return nil
}

// measure measures our own sets, or those of a folder: answers in it, claims where
// it has products.json, or verdicts of the analyser where it has sentences.
func measure(ctx context.Context, sets string) (evaluation.Figures, []evaluation.Miss, error) {
	if sets != "" {
		if _, err := os.Stat(filepath.Join(sets, "products.json")); err == nil {
			return evaluation.Claims(os.DirFS(sets))
		}
		if texts, err := filepath.Glob(filepath.Join(sets, "*.txt")); err == nil && len(texts) > 0 {
			return evaluation.Verdicts(os.DirFS(sets))
		}
		return evaluation.Answers(ctx, os.DirFS(sets))
	}
	return evaluation.Ours(ctx, os.DirFS("backend"))
}

func keep(figures evaluation.Figures) error {
	raw, err := json.MarshalIndent(figures, "", "  ")
	if err != nil {
		return err
	}
	return os.WriteFile(kept, append(raw, '\n'), 0o600)
}
