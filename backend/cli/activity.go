package cli

import (
	"context"

	"github.com/spf13/cobra"

	"galley/backend/cli/ui"
	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/ledger"
	"galley/backend/wire"
)

// ledgerFile is the document of activity with --output.
type ledgerFile struct {
	File    string `json:"file"`
	Entries int    `json:"entries"`
}

// listed is the default number of entries.
const listed = 100

// activityFlags are the flags of activity.
type activityFlags struct {
	shop, only, search, format, output string
	limit                              int
}

func newActivity(s *session) *cobra.Command {
	var flags activityFlags
	cmd := &cobra.Command{
		Use:   "activity",
		Short: "Show every write to the shops, or export it",
		Long: `Shows the ledger, newest first: what was written to which shop, the text before,
who decided it, and how it ended. It is never edited, and it keeps the entries of
removed shops. With --format all of it, with all texts, is written to a file or to
standard output. galley undo --entry NUMBER restores the text from before an entry.`,
		Args: exactly(),
	}
	cmd.Flags().StringVar(&flags.shop, "shop", "", "only this shop; also one that was removed")
	cmd.Flags().StringVar(&flags.only, "only", "", "published, undone, conflict or failed")
	cmd.Flags().StringVar(&flags.search, "search", "", "only entries with this in a product's title or handle, or a person's name")
	cmd.Flags().IntVar(&flags.limit, "limit", 0, "at most so many, the newest (0 for all; if not given, 100, or all with --format)")
	cmd.Flags().StringVar(&flags.format, "format", "", "csv or jsonl: write all there is of each entry")
	cmd.Flags().StringVar(&flags.output, "output", "", "write to this file, which is replaced once the new one is whole")
	cmd.RunE = s.onHome(func(ctx context.Context, graph *wire.Graph, _ []string) (answer, error) {
		if err := flags.check(cmd, s.json); err != nil {
			return answer{}, err
		}
		query, err := flags.query(ctx, graph)
		if err != nil {
			return answer{}, err
		}
		if flags.format == "" && !cmd.Flags().Changed("limit") {
			flags.limit = listed
		}
		if flags.format != "" {
			return s.exportActivity(ctx, graph, query, flags)
		}
		found, total, err := allPages(flags.limit, func(offset, n int) ([]galley.Activity, int, error) {
			query.Offset, query.Limit = offset, n
			page, err := graph.Ledger.Activity(ctx, query)
			return page.Entries, page.Total, err
		})
		return answer{document: found, words: func(p *ui.Page) { p.Activity(found, total, flags.narrow()) }}, err
	})
	return cmd
}

func (f activityFlags) check(cmd *cobra.Command, document bool) error {
	switch {
	case f.limit < 0:
		return usageError(cmd, messages.LimitBelowZero)
	case f.output != "" && f.format == "":
		return usageError(cmd, messages.OutputNeedsFormat)
	case document && f.format != "" && f.output == "":
		return usageError(cmd, messages.FormatWritesNoDocument)
	}
	return nil
}

// narrow reports whether less than the whole ledger is requested.
func (f activityFlags) narrow() bool { return f.shop != "" || f.only != "" || f.search != "" }

func (f activityFlags) query(ctx context.Context, graph *wire.Graph) (query galley.ActivityQuery, err error) {
	query = galley.ActivityQuery{Filter: galley.ActivityFilter(f.only), Search: f.search, Limit: f.limit}
	if f.shop != "" {
		query.ShopID, err = graph.Ledger.Shop(ctx, f.shop)
	}
	return query, err
}

func (s *session) exportActivity(ctx context.Context, graph *wire.Graph, query galley.ActivityQuery, f activityFlags) (answer, error) {
	format, err := ledger.ParseFormat(f.format)
	if err != nil {
		return answer{}, err
	}
	if f.output == "" {
		_, err := graph.Ledger.Export(ctx, query, format, s.Stdout)
		return answer{}, err
	}
	n, err := graph.Ledger.ExportFile(ctx, query, format, f.output)
	return answer{document: ledgerFile{File: f.output, Entries: n}, words: func(p *ui.Page) {
		p.Line("%s of the ledger written to %s.", ui.Many(n, "line"), f.output)
	}}, err
}
