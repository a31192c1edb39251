package cli

import (
	"context"

	"github.com/spf13/cobra"

	"galley/backend/cli/ui"
	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/settings"
	"galley/backend/wire"
)

func newProfile(s *session) []*cobra.Command {
	return []*cobra.Command{newProfileShow(s), newProfileSet(s), newProfileMark(s), newProfileLearn(s)}
}

func profileAnswer(p galley.Profile, err error) (answer, error) {
	return answer{document: p, words: func(page *ui.Page) { page.Profile(settings.ProfileParts(p), p.Examples) }}, err
}

func newProfileShow(s *session) *cobra.Command {
	return &cobra.Command{
		Use:   "show SHOP",
		Short: "Show how a shop speaks",
		Args:  exactly("SHOP"),
		RunE: s.onHome(func(ctx context.Context, graph *wire.Graph, args []string) (answer, error) {
			shop, err := graph.Shops.Get(ctx, args[0])
			if err != nil {
				return answer{}, err
			}
			return profileAnswer(graph.Settings.Profile(ctx, shop.ID))
		}),
	}
}

func newProfileSet(s *session) *cobra.Command {
	return &cobra.Command{
		Use:   "set SHOP PART VALUE",
		Short: "Change one part of how a shop speaks",
		Long: `Changes one part of a shop's profile, for jobs that are made from now on. Parts:
audience, voice, language, spelling, person, do, dont, forbidden, terms, rules, notes and
length.FIELD. Entries of do, dont, forbidden and terms are separated by
semicolons. A forbidden word with an asterisk at its end means any ending. A
term is the right word, a colon and the words that it replaces: "flex: cord,
cable". After a bar it can have what it is in another language: "flex: cord |
de: Textilkabel". A length is 150-220, 150- or -220: words for descriptions, characters for
other fields. An empty value removes the part.`,
		Args: exactly("SHOP", "PART", "VALUE"),
		RunE: s.onHome(func(ctx context.Context, graph *wire.Graph, args []string) (answer, error) {
			shop, err := graph.Shops.Get(ctx, args[0])
			if err != nil {
				return answer{}, err
			}
			return profileAnswer(graph.Settings.SetProfilePart(ctx, shop.ID, args[1], args[2]))
		}),
	}
}

func newProfileMark(s *session) *cobra.Command {
	var field galley.Field
	var remove bool
	cmd := &cobra.Command{
		Use:   "mark SHOP HANDLE",
		Short: "Mark a text of the shop as good, for others to be written like it",
		Args:  exactly("SHOP", "HANDLE"),
	}
	fieldFlag(cmd, &field)
	cmd.Flags().BoolVar(&remove, "remove", false, "take back the marks of this field, whatever its text is now")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if field == "" {
			return usageError(cmd, messages.FieldMissing(fieldNames()))
		}
		return s.onHome(func(ctx context.Context, graph *wire.Graph, args []string) (answer, error) {
			shop, err := graph.Shops.Get(ctx, args[0])
			if err != nil {
				return answer{}, err
			}
			of, err := graph.Store.Subject(ctx, shop.ID, galley.Listed{Target: galley.Target{Kind: field.Owner(), ID: args[1]}})
			if err != nil {
				return answer{}, err
			}
			if remove {
				return profileAnswer(graph.Settings.UnmarkOnShop(ctx, shop.ID, field, of))
			}
			return profileAnswer(graph.Settings.MarkOnShop(ctx, shop.ID, field, of))
		})(cmd, args)
	}
	return cmd
}

func newProfileLearn(s *session) *cobra.Command {
	var estimate, apply bool
	cmd := &cobra.Command{
		Use:   "learn SHOP",
		Short: "Have the model propose a profile from the marked texts",
		Long: `Sends the marked texts to the model in one request and shows the profile that it
proposes. Nothing is saved, unless --apply is given: then what the profile lacks
is taken over. What a person wrote is never replaced.`,
		Args: exactly("SHOP"),
	}
	cmd.Flags().BoolVar(&estimate, "estimate", false, "only say what it would cost")
	cmd.Flags().BoolVar(&apply, "apply", false, "take over what the profile lacks")
	cmd.MarkFlagsMutuallyExclusive("estimate", "apply")
	cmd.RunE = s.onHome(func(ctx context.Context, graph *wire.Graph, args []string) (answer, error) {
		shop, err := graph.Shops.Get(ctx, args[0])
		if err != nil {
			return answer{}, err
		}
		if estimate {
			e, err := graph.Jobs.EstimateLearn(ctx, shop.ID)
			return answer{document: e, words: func(p *ui.Page) { p.LearnEstimate(e) }}, err
		}
		learned, err := graph.Runner.Learn(ctx, shop.ID)
		if err == nil && apply {
			learned.Filled, err = graph.Settings.SaveProfile(ctx, shop.ID, learned.Filled)
		}
		return answer{document: learned, words: func(p *ui.Page) {
			p.Learned(settings.ProfileParts(learned.Now), settings.ProfileParts(learned.Proposed), apply)
		}}, err
	})
	return cmd
}
