package cli

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"galley/backend/cli/ui"
	"galley/backend/galley/messages"
	"galley/backend/settings"
	"galley/backend/wire"
)

func newSettingsSet(s *session) *cobra.Command {
	var of string
	return ofShop(&cobra.Command{
		Use:   "set KEY VALUE [KEY VALUE ...]",
		Short: "Change settings",
		Long: `Changes settings, for jobs that are made from now on: all that are named, or none.
The value - is read from standard input, one line, so that a key is not on the
command line, where others may see it.

Kind, address and model of the writer can be set one after the other; what is still
missing is named. Set together, half a configuration is refused, and so is a step
that takes a part out of a whole one.

With --shop, strategy, writer, caps and person are for that shop only, and hold
before those of all shops; settings reset takes them back.`,
		Args: pairs,
		RunE: func(cmd *cobra.Command, args []string) (err error) {
			for i := 1; i < len(args); i += 2 {
				if args[i] == "-" {
					if args[i], err = s.readLine(); err != nil {
						return err
					}
				}
			}
			if of != "" {
				return s.onHome(func(ctx context.Context, graph *wire.Graph, args []string) (answer, error) {
					return setForShop(ctx, graph, of, args)
				})(cmd, args)
			}
			return s.onHome(set)(cmd, args)
		},
	}, &of)
}

// pairs takes keys, each with its value.
func pairs(cmd *cobra.Command, args []string) error {
	switch {
	case len(args) == 0:
		return usageError(cmd, messages.ArgumentMissing([]string{"KEY", "VALUE"}))
	case len(args)%2 != 0:
		return usageError(cmd, messages.ArgumentMissing([]string{"VALUE"}))
	}
	return nil
}

// set changes settings and answers with them as they are kept.
func set(ctx context.Context, graph *wire.Graph, args []string) (answer, error) {
	if len(args) == 2 { //nolint:mnd // one key with its value
		return setOne(ctx, graph, args[0], args[1])
	}
	values := map[string]string{}
	for i := 0; i < len(args); i += 2 {
		values[args[i]] = args[i+1]
	}
	if err := graph.Settings.Save(ctx, values); err != nil {
		return answer{}, err
	}
	var kept []settings.Setting
	for i := 0; i < len(args); i += 2 {
		if key := shownAs(args[i]); key != "" {
			value, err := graph.Settings.Value(ctx, key)
			if err != nil {
				return answer{}, err
			}
			kept = append(kept, settings.Setting{Key: key, Value: value})
		}
	}
	return answer{document: kept, words: func(p *ui.Page) {
		for _, k := range kept {
			p.Line("%s = %s", k.Key, k.Value)
		}
	}}, nil
}

// shownAs is the key that shows what was set: "" for the key of the endpoint,
// which is not repeated.
func shownAs(key string) string {
	switch key {
	case settings.APIKey:
		return ""
	case settings.PriceKey:
		return settings.PricesKey
	case settings.AnswerLimitKey:
		return settings.AnswerLimitsKey
	}
	return key
}

// setting is a setting as it is kept, and what the writer still lacks.
type setting struct {
	settings.Setting

	Missing []string `json:"missing,omitempty"`
}

// setOne changes one setting.
func setOne(ctx context.Context, graph *wire.Graph, key, value string) (answer, error) {
	missing, err := graph.Settings.Step(ctx, map[string]string{key: value})
	if err != nil {
		return answer{}, err
	}
	if key == settings.APIKey {
		words := "The key is in the key store."
		if value == "" {
			words = "The key was removed from the key store."
		}
		return answer{document: map[string]string{"key": key}, words: func(p *ui.Page) { p.Line("%s", words) }}, nil
	}
	key = shownAs(key)
	kept, err := graph.Settings.Value(ctx, key)
	return answer{document: setting{settings.Setting{Key: key, Value: kept}, missing}, words: func(p *ui.Page) {
		p.Line("%s = %s", key, kept)
		if len(missing) > 0 {
			p.Line("Still missing before anything can be written: %s.", strings.Join(missing, ", "))
		}
	}}, err
}
