package ui

import (
	"strings"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// Shops lists shops.
func (p *Page) Shops(shops []galley.ShopOverview) {
	if len(shops) == 0 {
		p.Line("No shops yet. galley shop add demo connects the demo shop.")
		return
	}
	columns := []Column{{"Shop", false}, {"Kind", false}, {"Domain", false}, {"Products", true}, {"To review", true}, {"Waiting", true}, {"Synced", false}, {"ID", false}}
	rows := make([][]Cell, len(shops))
	for i, s := range shops {
		rows[i] = Plain(s.Name, s.Kind.Traits().Label, s.Domain, Count(s.ProductCount), Count(s.ToReview), Count(s.Waiting), orNone(MomentOrNot(s.SyncedAt)), string(s.ID))
	}
	p.Table(columns, rows)
	for _, s := range shops {
		if s.Halted != nil {
			p.halted(s)
		}
	}
}

// halted writes why a shop's outbox waits.
func (p *Page) halted(s galley.ShopOverview) {
	p.Line("%s: %s", s.Name, Halted(s))
	p.details("  ", s.Halted)
}

// Halted says why a shop's outbox waits, and how much.
func Halted(s galley.ShopOverview) messages.Message {
	return messages.OutboxHalted(s.Halted.Message, s.Waiting)
}

// ShopInfo shows what a shop reports about itself.
func (p *Page) ShopInfo(info galley.ShopInfo) {
	if info.File == nil {
		p.Line("%s answers.", info.Name)
	}
	p.Facts(
		"Domain", info.Domain, "Site", info.URL, "Currency", info.Currency, "Plan", info.Plan,
		"Products", Count(info.Products), "Permissions", strings.Join(info.Scopes, ", "), "Missing", galley.DescribeScopes(info.Missing),
	)
	for _, w := range info.Warnings {
		p.Line("%s", w)
	}
	if info.File != nil {
		p.ProductFile(*info.File)
	}
}
