package cli

import (
	"context"

	"github.com/spf13/cobra"

	"galley/backend/cli/ui"
	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/shops"
	"galley/backend/web"
	"galley/backend/wire"
)

// shopifyOptions are the flags of shop add shopify.
type shopifyOptions struct {
	connection              shops.Connection
	way                     string
	tokenStdin, secretStdin bool
	noOpen                  bool
}

func newShopAddShopify(s *session) *cobra.Command {
	var o shopifyOptions
	cmd := &cobra.Command{
		Use:   "shopify DOMAIN",
		Short: "Connect a Shopify shop, or sign in to it again",
		Long: `Connects a Shopify shop, or replaces the sign-in of one that is connected:

token               with the Admin API access token of one of its apps. Apps made
                    since 2026 show none.
client-credentials  with client ID and client secret of an app of the shop's own
                    organisation. Galley renews the token by itself.
authorization-code  with client ID and client secret of an app, and a person who
                    agrees on the shop's page in a browser on this machine. The
                    app's settings have to allow the address that it leads back
                    to: ` + wire.RedirectURL + `

Token and secret are asked for, or read from standard input; they are kept in the
key store, never in the data file.`,
		Args: exactly("DOMAIN"),
	}
	flags := cmd.Flags()
	flags.StringVar(&o.connection.Endpoint, "endpoint", "", "address of the shop, for stand-ins (default the shop's own)")
	flags.BoolVar(&o.tokenStdin, "token-stdin", false, "read the token from standard input, one line")
	flags.StringVar(&o.way, "sign-in", "token", "how: token, client-credentials or authorization-code")
	flags.StringVar(&o.connection.ClientID, "client-id", "", "client ID of the app")
	flags.BoolVar(&o.secretStdin, "secret-stdin", false, "read the app's client secret from standard input, one line")
	flags.IntVar(&o.connection.Port, "port", wire.SignInPort, "port on this machine that the browser comes back to")
	flags.BoolVar(&o.noOpen, "no-open", false, "do not open the browser")
	cmd.RunE = func(cmd *cobra.Command, args []string) (err error) {
		o.connection.Domain = args[0]
		if err := s.readSecrets(cmd, &o); err != nil {
			return err
		}
		return s.onHome(func(ctx context.Context, graph *wire.Graph, _ []string) (answer, error) {
			if o.connection.SignIn == galley.SignInAuthorizationCode {
				return added(s.signInByBrowser(ctx, graph, o))
			}
			return added(graph.Shops.AddShopify(ctx, o.connection))
		})(cmd, args)
	}
	return cmd
}

// readSecrets reads the secrets that the sign-in needs. They are never flags:
// command lines are visible to others and kept in histories.
func (s *session) readSecrets(cmd *cobra.Command, o *shopifyOptions) (err error) {
	c := &o.connection
	if c.SignIn, err = galley.ParseSignIn(o.way); err != nil {
		return usageError(cmd, galley.ReasonOf(err).Message)
	}
	if c.SignIn == galley.SignInToken {
		if o.secretStdin || c.ClientID != "" {
			return usageError(cmd, messages.ClientIDGoesWithSignIn)
		}
		c.Token, err = s.takeSecret(cmd, o.tokenStdin, "token", "Admin API access token")
		return err
	}
	switch {
	case o.tokenStdin:
		return usageError(cmd, messages.TokenGoesWithSignIn)
	case c.ClientID == "":
		return usageError(cmd, messages.ClientIDMissing)
	}
	c.ClientSecret, err = s.takeSecret(cmd, o.secretStdin, "secret", "Client secret")
	return err
}

// takeSecret reads a secret from standard input, or asks a person for it.
func (s *session) takeSecret(cmd *cobra.Command, fromStdin bool, word, question string) (string, error) {
	if fromStdin {
		return s.readLine()
	}
	ask := s.asker(cmd.Context())
	if ask == nil {
		return "", usageError(cmd, messages.NoTerminalForSecret(word))
	}
	return ask(question)
}

// signInByBrowser shows the shop's page, and waits until somebody has agreed.
func (s *session) signInByBrowser(ctx context.Context, graph *wire.Graph, o shopifyOptions) (galley.ShopOverview, error) {
	invitation, err := graph.Shops.BeginSignIn(ctx, o.connection)
	if err != nil {
		return galley.ShopOverview{}, err
	}
	page := ui.NewPage(s.Stderr)
	if !o.noOpen && web.OpenBrowser(ctx, invitation.URL) {
		page.Line("The shop's page opens in your browser. Ctrl C gives up. If it does not open, it is here:")
	} else {
		page.Line("Open this address in a browser on this machine. Ctrl C gives up.")
	}
	page.Line("%s", invitation.URL)
	shop, err := graph.Shops.FinishSignIn(ctx, invitation.ID)
	if interrupted(ctx, err) {
		return shop, galley.WrapError(err, galley.CodeCancelled, messages.ConnectCancelled)
	}
	return shop, err
}
