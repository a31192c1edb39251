package cli

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"galley/backend/cli/ui"
	"galley/backend/galley"
	"galley/backend/wire"
)

// workDone is the document of work: the jobs that went on meanwhile.
type workDone struct {
	Jobs []galley.Job `json:"jobs"`
}

func newWork(s *session) *cobra.Command {
	var untilIdle bool
	cmd := &cobra.Command{
		Use:   "work",
		Short: "Work the queued jobs and publications of this home",
		Long: `Writes queued jobs and publishes queued texts, in the foreground: for servers,
schedules and scripts. It runs until Ctrl C, or with --until-idle until nothing is
left to do.`,
		Args: exactly(),
	}
	cmd.Flags().BoolVar(&untilIdle, "until-idle", false, "return when nothing is left to do")
	cmd.RunE = s.onHome(func(ctx context.Context, graph *wire.Graph, _ []string) (answer, error) {
		before, err := graph.Jobs.List(ctx, "")
		if err != nil {
			return answer{}, err
		}
		if err := s.work(ctx, graph, untilIdle); err != nil {
			return answer{}, err
		}
		after, err := graph.Jobs.List(context.WithoutCancel(ctx), "")
		done := workDone{Jobs: movedOn(before, after)}
		a := answer{document: done, words: func(p *ui.Page) { p.Worked(done.Jobs) }}
		for _, job := range done.Jobs {
			a.partly = a.partly || job.Counts.Failed+job.Counts.Conflict > 0
			if untilIdle && job.State == galley.JobPaused {
				a.trouble = unfinished(job)
			}
		}
		if a.trouble == nil && err == nil {
			a.trouble = stillHeld(context.WithoutCancel(ctx), graph)
		}
		return a, err
	})
	return cmd
}

// work runs queued work and reports progress. An interrupt is the normal way to
// stop it.
func (s *session) work(ctx context.Context, graph *wire.Graph, untilIdle bool) error {
	watching, stop := context.WithCancel(ctx)
	watched := make(chan struct{})
	go func() {
		defer close(watched)
		s.watch(watching, graph)
	}()
	var err error
	if untilIdle {
		err = graph.WorkUntilIdle(ctx)
	} else {
		ui.NewPage(s.Stderr).Line("Working what is queued on this home. Ctrl C ends it.")
		graph.Work(ctx)
	}
	stop()
	<-watched
	if interrupted(ctx, err) && !untilIdle {
		return nil
	}
	return err
}

// watch shows each job as it changes.
func (s *session) watch(ctx context.Context, graph *wire.Graph) {
	meter := s.meter()
	defer meter.End()
	graph.Store.FollowChanges(ctx, func(c galley.Change) {
		for _, topic := range c.Topics {
			id, isJob := strings.CutPrefix(topic, galley.TopicJob(""))
			if !isJob {
				continue
			}
			if job, err := graph.Jobs.Get(ctx, galley.JobID(id)); err == nil {
				meter.Show(ui.Written(job))
			}
		}
	})
}

// movedOn lists the jobs that are not as they were.
func movedOn(before, after []galley.Job) []galley.Job {
	type standing struct {
		state    galley.JobState
		counts   galley.Counts
		progress galley.Progress
	}
	of := func(j galley.Job) standing { return standing{j.State, j.Counts, j.Progress} }
	known := map[galley.JobID]standing{}
	for _, job := range before {
		known[job.ID] = of(job)
	}
	moved := []galley.Job{}
	for _, job := range after {
		if was, ok := known[job.ID]; !ok || was != of(job) {
			moved = append(moved, job)
		}
	}
	return moved
}
