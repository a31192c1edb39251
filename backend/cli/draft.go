package cli

import (
	"context"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"galley/backend/cli/ui"
	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/wire"
)

func newDraft(s *session) *cobra.Command {
	return group("draft", "Answer what drafts claim, contradict or lost",
		newDraftClaims(s), newDraftAnswer(s), newDraftUndo(s), newDraftTakeOut(s), newDraftKeep(s), newDraftWriteRight(s), newDraftPutBack(s))
}

func newDraftClaims(s *session) *cobra.Command {
	return &cobra.Command{
		Use:   "claims JOB",
		Short: "List the claims of a job's drafts that are not answered, the most frequent first",
		Args:  exactly("JOB"),
		RunE: s.onHome(func(ctx context.Context, graph *wire.Graph, args []string) (answer, error) {
			list, err := graph.Review.JobClaims(ctx, galley.JobID(args[0]))
			return answer{document: list, words: func(p *ui.Page) { p.JobClaims(list) }}, err
		}),
	}
}

// claimAnswer are the flags of draft answer.
type claimAnswer struct {
	takeOut, keep, preview bool
	fact, scope            string
}

func newDraftAnswer(s *session) *cobra.Command {
	var flags claimAnswer
	cmd := &cobra.Command{
		Use:   "answer JOB WORDS",
		Short: "Answer a claim, named by its words, in every draft that makes it",
		Long: `Answers one claim in all drafts of a job in one transaction: the sentence is taken
out, the claim is noted as a fact, or it is kept. Drafts that are published or on
their way are left alone. galley draft undo takes an answer back.`,
		Args: exactly("JOB", "WORDS"),
	}
	cmd.Flags().BoolVar(&flags.takeOut, "take-out", false, "take the sentence out")
	cmd.Flags().BoolVar(&flags.keep, "keep", false, "keep it: somebody looked into it")
	cmd.Flags().StringVar(&flags.fact, "fact", "", "it is true: note this fact, such as “Warranty: 5 years”")
	cmd.Flags().StringVar(&flags.scope, "for", "products", "what the fact holds for: products (or collections, those of these drafts), shop, vendor:NAME, type:NAME or collection:HANDLE")
	cmd.Flags().BoolVar(&flags.preview, "preview", false, "show each change and save nothing")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		request, ok := flags.request()
		if !ok {
			return usageError(cmd, messages.AnswerTakes)
		}
		return s.onHome(func(ctx context.Context, graph *wire.Graph, args []string) (answer, error) {
			request.JobID = galley.JobID(args[0])
			return answerClaim(ctx, graph, request, args[1], flags.preview)
		})(cmd, args)
	}
	return cmd
}

// request reads the flags; ok is false unless they name one answer.
func (f claimAnswer) request() (r galley.AnswerRequest, ok bool) {
	given := 0
	if f.takeOut {
		r.Do, given = galley.AnswerTakeOut, given+1
	}
	if f.keep {
		r.Do, given = galley.AnswerKeep, given+1
	}
	if f.fact != "" {
		r.Do, r.Fact, given = galley.AnswerAddFact, factOf(f.fact, galley.FactEdit{}), given+1
		kind, value, _ := strings.Cut(f.scope, ":")
		r.Scope = galley.FactScope{Kind: galley.FactScopeKind(kind), Value: value}
	}
	return r, given == 1
}

func answerClaim(ctx context.Context, graph *wire.Graph, r galley.AnswerRequest, words string, preview bool) (answer, error) {
	claims, err := graph.Review.JobClaims(ctx, r.JobID)
	if err != nil {
		return answer{}, err
	}
	r.Warning = galley.WarningKey{About: words}
	for _, c := range claims {
		if (galley.WarningKey{Rule: c.Warning.Rule, About: words}).IsSameClaim(c.Warning) {
			r.Warning = c.Warning
			break
		}
	}
	planned, err := graph.Review.PreviewAnswer(ctx, r)
	if err != nil || preview {
		return answer{document: planned, words: func(p *ui.Page) { p.AnswerPreview(planned) }}, err
	}
	drafts := make([]galley.ItemAt, len(planned.Drafts))
	for i, d := range planned.Drafts {
		drafts[i] = d.ItemAt
	}
	done, err := graph.Review.AnswerClaims(ctx, r, drafts)
	done.Left = append(planned.Left, done.Left...)
	return answer{document: done, words: func(p *ui.Page) { p.Answered(done) }}, err
}

func newDraftUndo(s *session) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "undo ANSWER",
		Short: "Take an answer back: texts, kept claims, decisions and facts are as before",
		Args:  exactly("ANSWER"),
	}
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		id, err := strconv.ParseInt(args[0], 10, 64)
		if err != nil {
			return usageError(cmd, messages.NoSuchAnswer)
		}
		return s.onHome(func(ctx context.Context, graph *wire.Graph, _ []string) (answer, error) {
			done, err := graph.Review.UndoAnswer(ctx, galley.AnswerID(id))
			return answer{document: done, words: func(p *ui.Page) { p.Undone(done) }}, err
		})(cmd, args)
	}
	return cmd
}
