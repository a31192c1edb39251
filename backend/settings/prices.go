package settings

import (
	"context"
	"encoding/json"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// PriceKey is a write-only setting: one price, which replaces the one for the
// same model and server in the price table. Without input and output it is
// removed.
const PriceKey = "price"

// PricesKey is the price table.
const PricesKey = "prices"

// priceExample shows how one price is written.
const priceExample = `{"model":"name","input":1,"cached":0.1,"output":4}`

// priceRow is a price as it is written: cached input may be left out.
type priceRow struct {
	galley.Price

	Input  *float64 `json:"input"`
	Cached *float64 `json:"cached"`
	Output *float64 `json:"output"`
}

// changePrice enters a price into the table of the settings that will hold after
// clean is saved.
func (s *Service) changePrice(ctx context.Context, clean map[string]string, text string) error {
	var row priceRow
	if err := json.Unmarshal([]byte(text), &row); err != nil {
		return galley.WrapError(err, galley.CodeInvalidInput, messages.PricesUnreadable(priceExample))
	}
	all, err := s.Get(ctx)
	if err != nil {
		return err
	}
	if given, ok := clean[PricesKey]; ok {
		if err := setPrices(&all.Prices, given); err != nil {
			return err
		}
	}
	rows := withPrice(all.Prices, row)
	table, err := json.Marshal(rows)
	if err != nil {
		return galley.WrapError(err, galley.CodeInvalidInput, messages.PricesUnreadable(priceExample))
	}
	if err := setPrices(&all.Prices, string(table)); err != nil {
		return err
	}
	clean[PricesKey] = showPrices(all.Prices)
	return nil
}

// withPrice puts a price in the place of the one for the same model and server.
// Cached input keeps its price, unless all input is free now.
func withPrice(prices []galley.Price, changed priceRow) []priceRow {
	rows := []priceRow{}
	for _, p := range prices {
		if p.Model != changed.Model || p.BaseURL != changed.BaseURL {
			rows = append(rows, priceRow{Price: p, Input: &p.Input, Cached: &p.Cached, Output: &p.Output})
			continue
		}
		if changed.Cached == nil && changed.Input != nil && *changed.Input > 0 && p.Cached > 0 {
			changed.Cached = &p.Cached
		}
	}
	if changed.Input == nil && changed.Output == nil {
		return rows
	}
	return append(rows, changed)
}
