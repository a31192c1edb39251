package cli

import (
	"context"

	"github.com/spf13/cobra"

	"galley/backend/cli/ui"
	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/wire"
)

func newItemReplace(s *session) *cobra.Command {
	var request galley.ReplaceRequest
	var items []string
	var only string
	var preview bool
	cmd := &cobra.Command{
		Use:   "replace JOB",
		Short: "Find words in the drafts of a job and replace them",
		Long: `Puts words in the place of others in drafts of a job, in one transaction: in all of
them, or in those that --item, --only and --search choose. Words are looked for in
the text that people see, never in tags, attributes or kept blocks. Every draft
that has them gets a new revision and is checked again; drafts that are published
or on their way are left alone. galley item undo of one of them takes all back.`,
		Args: exactly("JOB"),
	}
	flags := cmd.Flags()
	flags.StringVar(&request.Find, "find", "", "the words to look for")
	flags.StringVar(&request.With, "with", "", "the words to put in their place; without, the words are taken out")
	flags.BoolVar(&request.MatchCase, "match-case", false, "find upper and lower case as given")
	flags.BoolVar(&request.WholeWords, "whole-words", false, "find no part of a longer word")
	flags.StringArrayVar(&items, "item", nil, "only in this item; may be repeated")
	flags.StringVar(&only, "only", "", "only in items of this filter, such as approved, warned, long or short")
	flags.StringVar(&request.Search, "search", "", "only in items with this in their product or draft")
	flags.BoolVar(&preview, "preview", false, "show each change and save nothing")
	cmd.RunE = s.onHome(func(ctx context.Context, graph *wire.Graph, args []string) (answer, error) {
		request.JobID, request.Filter = galley.JobID(args[0]), galley.ItemFilter(only)
		for _, id := range items {
			request.Items = append(request.Items, galley.ItemID(id))
		}
		planned, err := graph.Review.PreviewReplace(ctx, request)
		if err != nil || preview {
			return answer{document: planned, words: func(p *ui.Page) { p.EditsPreview(planned) }}, err
		}
		drafts := make([]galley.ItemAt, len(planned.Drafts))
		for i, d := range planned.Drafts {
			drafts[i] = d.ItemAt
		}
		done, err := graph.Review.Replace(ctx, request, drafts)
		return edited(done, planned, err)
	})
	return cmd
}

// edited answers what edits changed.
func edited(done galley.Edited, planned galley.EditsPreview, err error) (answer, error) {
	var one galley.ItemID
	if len(planned.Drafts) > 0 {
		one = planned.Drafts[0].ID
	}
	done.Left = append(planned.Left, done.Left...)
	return answer{document: done, words: func(p *ui.Page) { p.Edited(done, one) }, partly: len(done.Left) > 0}, err
}

func newItemPaste(s *session) *cobra.Command {
	var file string
	var preview bool
	cmd := &cobra.Command{
		Use:   "paste JOB ITEM",
		Short: "Replace drafts by a column of a spreadsheet, one after the other",
		Long: `Puts the cells of a column, as a spreadsheet copies them, in the place of drafts of
a job, from ITEM on in the job's order, in one transaction. An empty cell leaves
its draft as it is; of several columns the first one counts. galley item undo
of one of them takes all back.`,
		Args: exactly("JOB", "ITEM"),
	}
	cmd.Flags().StringVar(&file, "file", "", "file with the column; - reads standard input")
	cmd.Flags().BoolVar(&preview, "preview", false, "show each change and save nothing")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if file == "" {
			return usageError(cmd, messages.PasteFileMissing)
		}
		text, err := s.readInput(file, longestContent)
		if err != nil {
			return err
		}
		return s.onHome(func(ctx context.Context, graph *wire.Graph, args []string) (answer, error) {
			job := galley.JobID(args[0])
			into, err := graph.Review.ItemsFrom(ctx, job, galley.ItemID(args[1]))
			if err != nil {
				return answer{}, err
			}
			planned, err := graph.Review.PreviewPaste(ctx, galley.PasteRequest{JobID: job, Text: text, Into: into})
			if err != nil || preview {
				return answer{document: planned, words: func(p *ui.Page) { p.PastePreview(planned) }}, err
			}
			done, err := graph.Review.EditDrafts(ctx, job, planned.Texts)
			return edited(done, planned.EditsPreview, err)
		})(cmd, args)
	}
	return cmd
}
