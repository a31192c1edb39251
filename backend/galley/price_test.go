package galley_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
)

func TestPriceIsFoundByNameOrDatedName(t *testing.T) {
	const local = "http://127.0.0.1:11434/v1"
	set := galley.Settings{Prices: []galley.Price{
		{Model: "gpt-x", Input: 1}, {Model: "gpt-x-mini", Input: 2}, {Model: "gpt-x-2026-08-01", Input: 3},
		{Model: "*", BaseURL: local}, {Model: "big", BaseURL: local, Input: 4}, {Model: "big", Input: 5},
	}}
	for _, c := range []struct {
		model, server string
		input         float64 // -1: no price
	}{
		{"gpt-x", "", 1}, {"GPT-X", "", 1},
		{"gpt-x-2026-08-01", "", 3}, {"gpt-x-2026-09-01", "", 1}, {"gpt-x-20260901", "", 1},
		{"gpt-x-0613", "", 1}, {"gpt-x-2611", "", 1}, {"gpt-x-latest", "", 1}, {"gpt-x@2026-09-01", "", 1}, {"gpt-x:latest", "", 1},
		{"gpt-x-mini", "", 2}, {"gpt-x-mini-2026-08-01", "", 2},
		{"gpt-x-nano", "", -1}, {"gpt-x-pro-2026-08-01", "", -1}, {"gpt-x-32k", "", -1}, {"gpt-x-1024", "", -1}, {"gpt-x-8192", "", -1},
		{"gpt-x1", "", -1}, {"gpt-x-2026-13-01", "", -1}, {"gpt-x-2026-08-01-mini", "", -1}, {"gpt", "", -1}, {"", "", -1},
		{"my-gpt-x", "", -1}, {"openai/gpt-x", "", -1}, {"gpt-x-20260901-preview", "", -1},
		{"anything", local, 0}, {"gpt-x", local, 0}, {"big", local, 4}, {"big", "https://elsewhere/v1", 5}, {"anything", "https://elsewhere/v1", -1},
		{"anything", local + "/", 0},
	} {
		price, known := set.PriceOf(galley.WriterSpec{Kind: galley.WriterOpenAI, BaseURL: c.server, Model: c.model})
		require.Equal(t, c.input >= 0, known, "%s at %q", c.model, c.server)
		if known {
			require.InDelta(t, c.input, price.Input, 0, "%s at %q", c.model, c.server)
		}
	}
}

func TestCapsRequirePrices(t *testing.T) {
	paid := galley.WriterSpec{Kind: galley.WriterOpenAI, BaseURL: "https://llm.example/v1", Model: "m"}
	here := galley.WriterSpec{Kind: galley.WriterOpenAI, BaseURL: "http://localhost:11434/v1", Model: "m"}
	shipped, chosen := galley.Caps{Job: 10, Day: 20}, galley.Caps{Job: 10, Chosen: true}
	for name, c := range map[string]struct {
		set   galley.Settings
		w     galley.WriterSpec
		wants bool
	}{
		"a cap and no price":                {galley.Settings{Caps: chosen}, paid, true},
		"caps as shipped":                   {galley.Settings{Caps: shipped}, paid, true},
		"caps as shipped, on this computer": {galley.Settings{Caps: shipped}, here, false},
		"a chosen cap, on this computer":    {galley.Settings{Caps: chosen}, here, true},
		"no cap":                            {galley.Settings{Caps: galley.Caps{Chosen: true}}, paid, false},
		"free":                              {galley.Settings{Caps: chosen, Prices: []galley.Price{{Model: "m"}}}, here, false},
		"templates":                         {galley.Settings{Caps: chosen}, galley.WriterSpec{Kind: galley.WriterTemplate}, false},
	} {
		require.Equal(t, c.wants, galley.HasCode(c.set.NeedsPrice(c.w), galley.CodeWriterPrice), name)
	}
}
