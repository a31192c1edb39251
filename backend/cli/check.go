package cli

import (
	"bufio"
	"context"
	"encoding/json"
	"strings"

	"github.com/spf13/cobra"

	"galley/backend/cli/ui"
	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/review"
	"galley/backend/wholefile"
	"galley/backend/wire"
)

// longestBatch is the longest file of texts to check, in bytes.
const longestBatch = 256 << 20

func newCheck(s *session) *cobra.Command {
	var text review.Text
	var file, batch string
	cmd := &cobra.Command{
		Use:   "check SHOP [HANDLE [IMAGE]]",
		Short: "Run every check on a text that is in no job",
		Long: `Checks one text against a product, or with --batch one text a line of a file:
{"handle": …, "field": …, "content": …, "keyphrase": …}, the keyphrase only where
there is one. The answers come in the same order. IMAGE is the file or the address of
the picture that an alt text is of ("image" in a batch); it is neither fetched nor sent.`,
		Args: cobra.RangeArgs(1, 3),
	}
	fieldFlag(cmd, &text.Field)
	cmd.Flags().StringVar(&file, "content-file", "", "file with the text; - reads standard input")
	cmd.Flags().StringVar(&text.Keyphrase, "keyphrase", "", "keyphrase that the text is for")
	cmd.Flags().StringVar(&batch, "batch", "", "file of texts, one JSON object a line; - reads standard input")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if batch != "" {
			return s.checkBatch(cmd, args, batch)
		}
		if len(args) < 2 || text.Field == "" || file == "" || (len(args) > 2 && text.Field.Place() != galley.PlaceImage) {
			return usageError(cmd, messages.CheckTakes)
		}
		var err error
		if text.Content, err = s.readInput(file, longestContent); err != nil {
			return err
		}
		text.Handle = args[1]
		if text.Image, err = s.imageOf(args); err != nil {
			return err
		}
		return s.onHome(func(ctx context.Context, graph *wire.Graph, args []string) (answer, error) {
			checked, err := check(ctx, graph, args[0], []review.Text{text})
			if err != nil {
				return answer{}, err
			}
			return answer{document: checked[0], words: func(p *ui.Page) { p.Checked(checked[0]) }}, nil
		})(cmd, args)
	}
	return cmd
}

// imageOf is the picture that is named, "" for none. An address is not looked up;
// a file must be there.
func (*session) imageOf(args []string) (string, error) {
	const place = 2
	switch {
	case len(args) <= place:
		return "", nil
	case strings.Contains(args[place], "://"):
		return args[place], nil
	}
	file, err := wholefile.Open(args[place])
	if err != nil {
		return "", err
	}
	return args[place], file.Close()
}

func (s *session) checkBatch(cmd *cobra.Command, args []string, name string) error {
	if len(args) != 1 {
		return usageError(cmd, messages.BatchNamesProducts)
	}
	content, err := s.readInput(name, longestBatch)
	if err != nil {
		return err
	}
	texts, err := parseBatch(inputName(name), content)
	if err != nil {
		return err
	}
	return s.onHome(func(ctx context.Context, graph *wire.Graph, args []string) (answer, error) {
		checked, err := check(ctx, graph, args[0], texts)
		return answer{document: checked, words: func(p *ui.Page) {
			for _, c := range checked {
				p.Checked(c)
				p.Gap()
			}
		}}, err
	})(cmd, args)
}

func parseBatch(name, content string) ([]review.Text, error) {
	texts := []review.Text{}
	lines := bufio.NewScanner(strings.NewReader(content))
	lines.Buffer(nil, longestContent)
	for n := 1; lines.Scan(); n++ {
		if strings.TrimSpace(lines.Text()) == "" {
			continue
		}
		var t review.Text
		if err := json.Unmarshal(lines.Bytes(), &t); err != nil || t.Handle == "" || t.Field == "" {
			return nil, galley.WrapError(err, galley.CodeInvalidFile, messages.CheckLineInvalid(name, n))
		}
		texts = append(texts, t)
	}
	if err := lines.Err(); err != nil {
		return nil, galley.WrapError(err, galley.CodeInvalidFile, messages.CheckLineTooLong(name, longestContent))
	}
	return texts, nil
}

func check(ctx context.Context, graph *wire.Graph, shopName string, texts []review.Text) ([]review.Checked, error) {
	shop, err := graph.Shops.Get(ctx, shopName)
	if err != nil {
		return nil, err
	}
	checked := make([]review.Checked, len(texts))
	for i, t := range texts {
		if checked[i], err = graph.Review.Check(ctx, shop.ID, t); err != nil {
			return nil, err
		}
	}
	return checked, nil
}
