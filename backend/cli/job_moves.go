package cli

import (
	"context"

	"github.com/spf13/cobra"

	"galley/backend/cli/ui"
	"galley/backend/galley"
	"galley/backend/jobs"
	"galley/backend/wire"
)

// newJobMoves are the commands that take a job from one state to another.
func newJobMoves(s *session) []*cobra.Command {
	return append([]*cobra.Command{
		jobMove(s, "pause", "Stop a job for now", steer((*jobs.Service).Pause)),
		jobMove(s, "resume", "Let a paused job go on", steer((*jobs.Service).Resume)),
		jobMove(s, "write-now", "Write at once, at the full price, what waits for another batch", steer((*jobs.Service).WriteNow)),
		jobMove(s, "cancel", "End a job; what is written stays", steer((*jobs.Service).Cancel)),
		jobMove(s, "withdraw", "Take back what was decided and has not gone out yet", withdraw),
		newJobRetry(s),
	}, newJobKeeping(s)...)
}

type move func(ctx context.Context, graph *wire.Graph, id galley.JobID) (galley.Job, error)

func newJobRetry(s *session) *cobra.Command {
	return &cobra.Command{
		Use:   "retry JOB",
		Short: "Have failed items written again, and failed publications sent again",
		Args:  exactly("JOB"),
		RunE: s.onHome(func(ctx context.Context, graph *wire.Graph, args []string) (answer, error) {
			plan, done, err := graph.Publishing.RetryNow(ctx, galley.RetryRequest{JobID: galley.JobID(args[0])})
			if err != nil {
				return answer{}, err
			}
			job, err := graph.Jobs.Get(ctx, galley.JobID(args[0]))
			if err == nil {
				err = s.warnLive(ctx, graph, job)
			}
			return answer{
				document: jobWithPlan[galley.RetryPlan]{job, done.Count, plan, done.Left},
				words: func(p *ui.Page) {
					p.LeftOut(done.Left)
					p.Job(job)
				},
				partly: len(done.Left) > 0,
			}, err
		}),
	}
}

func withdraw(ctx context.Context, graph *wire.Graph, id galley.JobID) (galley.Job, error) {
	return graph.Publishing.WithdrawJob(ctx, id)
}

func steer(f func(*jobs.Service, context.Context, galley.JobID) (galley.Job, error)) move {
	return func(ctx context.Context, graph *wire.Graph, id galley.JobID) (galley.Job, error) {
		return f(graph.Jobs, ctx, id)
	}
}

func jobMove(s *session, verb, short string, f move) *cobra.Command {
	return &cobra.Command{
		Use:   verb + " JOB",
		Short: short,
		Args:  exactly("JOB"),
		RunE: s.onHome(func(ctx context.Context, graph *wire.Graph, args []string) (answer, error) {
			job, err := f(ctx, graph, galley.JobID(args[0]))
			if err == nil && (verb == "resume" || verb == "write-now") {
				err = s.warnLive(ctx, graph, job)
			}
			return answer{document: job, words: func(p *ui.Page) { p.Job(job) }}, err
		}),
	}
}
