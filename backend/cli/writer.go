package cli

import (
	"context"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"galley/backend/cli/ui"
	"galley/backend/galley"
	"galley/backend/settings"
	"galley/backend/wire"
)

// newWriter are the commands around the model endpoint in the settings.
func newWriter(s *session) []*cobra.Command {
	return []*cobra.Command{newWriterLocal(s), newWriterModels(s), newWriterTest(s), newWriterLimit(s), newWriterLearned(s), newWriterForget(s)}
}

func newWriterLocal(s *session) *cobra.Command {
	return &cobra.Command{
		Use:   "local",
		Short: "List the model servers that run on this computer",
		Args:  exactly(),
		RunE: s.onHome(func(ctx context.Context, graph *wire.Graph, _ []string) (answer, error) {
			found := graph.Runner.LocalEndpoints(ctx)
			return answer{document: append([]galley.LocalEndpoint{}, found...), words: func(p *ui.Page) { p.LocalEndpoints(found) }}, nil
		}),
	}
}

func newWriterModels(s *session) *cobra.Command {
	return &cobra.Command{
		Use:   "models [ADDRESS]",
		Short: "List the models of an endpoint: of the address, or of the one in the settings",
		Long:  "Lists what an endpoint offers. It costs nothing and saves nothing.",
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return nil
			}
			return exactly("ADDRESS")(cmd, args)
		},
		RunE: s.onHome(func(ctx context.Context, graph *wire.Graph, args []string) (answer, error) {
			values := map[string]string{}
			if len(args) > 0 {
				values[galley.WriterBaseURLKey] = args[0]
			}
			found, err := graph.Runner.FindModels(ctx, values)
			return answer{document: found, words: func(p *ui.Page) { p.EndpointModels(found) }}, err
		}),
	}
}

func newWriterTest(s *session) *cobra.Command {
	return &cobra.Command{
		Use:   "test [KEY VALUE ...]",
		Short: "Have the writer write one description of a made-up product",
		Long: `Tries the writer in the settings, with values in place of saved ones, and has it
write one description of a made-up product. Nothing is saved; what it costs counts
for the day.`,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return nil
			}
			return pairs(cmd, args)
		},
		RunE: s.onHome(func(ctx context.Context, graph *wire.Graph, args []string) (answer, error) {
			values := map[string]string{}
			for i := 0; i < len(args); i += 2 {
				values[args[i]] = args[i+1]
			}
			trial, err := graph.Runner.TryWriter(ctx, values)
			return answer{document: trial, words: func(p *ui.Page) { p.WriterTrial(trial) }}, err
		}),
	}
}

func newWriterLimit(s *session) *cobra.Command {
	return &cobra.Command{
		Use:   "limit FIELD TOKENS",
		Short: "Set the longest answer of the model for a field; TOKENS default is Galley's own choice",
		Args:  exactly("FIELD", "TOKENS"),
		RunE: s.onHome(func(ctx context.Context, graph *wire.Graph, args []string) (answer, error) {
			tokens := args[1]
			if tokens == "default" {
				tokens = ""
			}
			if err := graph.Settings.Set(ctx, map[string]string{settings.AnswerLimitKey: args[0] + "=" + tokens}); err != nil {
				return answer{}, err
			}
			set, err := graph.Settings.Get(ctx)
			limits := set.Writer.LimitsOf(set.Writer.Model)
			return answer{document: limits, words: func(p *ui.Page) {
				if n, ok := limits[galley.Field(args[0])]; ok {
					p.Line("%s of %s: at most %s tokens.", args[0], set.Writer.Model, ui.Count(n))
					return
				}
				p.Line("%s of %s: as Galley chooses.", args[0], set.Writer.Model)
			}}, err
		}),
	}
}

func newWriterLearned(s *session) *cobra.Command {
	return &cobra.Command{
		Use:   "learned",
		Short: "Show what was learned about the model in the settings",
		Args:  exactly(),
		RunE: s.onHome(func(ctx context.Context, graph *wire.Graph, _ []string) (answer, error) {
			set, err := graph.Settings.Get(ctx)
			return answer{document: map[string]*galley.Lesson{"learned": set.Writer.Learned}, words: func(p *ui.Page) {
				if set.Writer.Learned == nil {
					p.Line("Nothing yet: the first draft finds out.")
					return
				}
				p.Line("%s.", strings.Join(lessonWords(*set.Writer.Learned), ", "))
			}}, err
		}),
	}
}

// lessonWords say what a lesson says.
func lessonWords(l galley.Lesson) []string {
	words := []string{"at " + l.Base, map[galley.Structure]string{
		galley.StructureSchema: "answers by a schema", galley.StructureObject: "answers as an object", galley.StructurePlain: "answers as text",
	}[l.Structured]}
	if l.Thinks {
		words = append(words, "thinks before it writes")
	}
	if l.NoSystem {
		words = append(words, "no role for instructions")
	}
	if l.More > 0 {
		words = append(words, strconv.Itoa(l.More)+" more tokens an answer")
	}
	if l.Most > 0 {
		words = append(words, "at most "+strconv.Itoa(l.Most)+" tokens an answer")
	}
	if l.Sees != nil {
		words = append(words, map[bool]string{true: "takes pictures", false: "takes no pictures"}[*l.Sees])
	}
	return words
}

func newWriterForget(s *session) *cobra.Command {
	return &cobra.Command{
		Use:   "forget",
		Short: "Forget what was learned about the model in the settings",
		Args:  exactly(),
		RunE: s.onHome(func(ctx context.Context, graph *wire.Graph, _ []string) (answer, error) {
			err := graph.Settings.Forget(ctx)
			return answer{document: map[string]bool{"forgotten": err == nil}, words: func(p *ui.Page) {
				p.Line("Forgotten. The next draft finds out again.")
			}}, err
		}),
	}
}
