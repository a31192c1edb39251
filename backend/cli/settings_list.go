package cli

import (
	"context"

	"github.com/spf13/cobra"

	"galley/backend/cli/ui"
	"galley/backend/settings"
	"galley/backend/wire"
)

func newSettingsList(s *session) *cobra.Command {
	var of string
	return ofShop(&cobra.Command{
		Use:   "list",
		Short: "List all settings but the key, which is never shown",
		Args:  exactly(),
		RunE: s.onHome(func(ctx context.Context, graph *wire.Graph, _ []string) (answer, error) {
			shop, err := shopID(ctx, graph, of)
			if err != nil {
				return answer{}, err
			}
			list, err := graph.Settings.ListFor(ctx, shop)
			if err != nil {
				return answer{}, err
			}
			spent, err := graph.Spend.Spending(ctx, shop)
			return answer{document: list, words: func(p *ui.Page) {
				settingsTable(p, list, shop != "")
				p.Line("Spent today: %s; this month: %s.", ui.Money(spent.Day.TotalUSD), ui.Money(spent.Month.TotalUSD))
			}}, err
		}),
	}, &of)
}

// settingsTable shows settings, for one shop with whose they are.
func settingsTable(p *ui.Page, list []settings.Setting, ofShop bool) {
	columns := []ui.Column{{Title: "Setting"}, {Title: "Value"}}
	if ofShop {
		columns = append(columns, ui.Column{Title: "Of"})
	}
	rows := make([][]ui.Cell, len(list))
	for i, setting := range list {
		row := []string{setting.Key, setting.Value}
		switch {
		case ofShop && setting.Own:
			row = append(row, "this shop")
		case ofShop:
			row = append(row, "all shops")
		}
		rows[i] = ui.Plain(row...)
	}
	p.Table(columns, rows)
}
