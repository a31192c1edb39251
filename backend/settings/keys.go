package settings

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// APIKey is a write-only setting: it goes to the vault, for the current base
// URL.
const APIKey = "writer.api_key"

const baseURLKey = galley.WriterBaseURLKey

// AnswerLimitsKey is the table of answer limits.
const AnswerLimitsKey = "writer.answer_limits"

// startingPrices are the list prices of November 2026; users edit them.
//
//go:embed prices.json
var startingPrices []byte

// defaults are the settings of a new home.
func defaults() (galley.Settings, error) {
	s := galley.Settings{
		Strategy:   galley.StrategyReview,
		Writer:     galley.WriterSettings{Kind: galley.WriterTemplate, Concurrency: 4, RPM: 60},
		Caps:       galley.Caps{Job: 10, Day: 20},
		Appearance: galley.Appearance{Theme: galley.ThemeSystem, TextSize: 100},
	}
	if err := json.Unmarshal(startingPrices, &s.Prices); err != nil {
		return s, galley.WrapError(err, galley.CodeInternal, messages.PriceTableUnreadable)
	}
	return s, nil
}

// key is one setting as scripts see it: text in, text out.
type key struct {
	name string
	get  func(galley.Settings) string
	set  func(*galley.Settings, string) error
}

// keys lists every setting but the API key.
var keys = []key{
	{"strategy",
		func(s galley.Settings) string { return string(s.Strategy) },
		func(s *galley.Settings, v string) (err error) { s.Strategy, err = galley.ParseStrategy(v); return err }},
	{"writer.kind",
		func(s galley.Settings) string { return string(s.Writer.Kind) },
		func(s *galley.Settings, v string) error { return setKind(&s.Writer.Kind, v) }},
	{baseURLKey,
		func(s galley.Settings) string { return s.Writer.BaseURL },
		func(s *galley.Settings, v string) error { return setURL(&s.Writer.BaseURL, v) }},
	{galley.WriterModelKey,
		func(s galley.Settings) string { return s.Writer.Model },
		func(s *galley.Settings, v string) error { s.Writer.Model = strings.TrimSpace(v); return nil }},
	{"writer.concurrency",
		func(s galley.Settings) string { return strconv.Itoa(s.Writer.Concurrency) },
		func(s *galley.Settings, v string) error { return setNumber(&s.Writer.Concurrency, v, 1, 64) }},
	{"writer.rpm",
		func(s galley.Settings) string { return strconv.Itoa(s.Writer.RPM) },
		func(s *galley.Settings, v string) error { return setNumber(&s.Writer.RPM, v, 0, 1_000_000) }},
	{"writer.tpm",
		func(s galley.Settings) string { return strconv.Itoa(s.Writer.TPM) },
		func(s *galley.Settings, v string) error { return setNumber(&s.Writer.TPM, v, 0, 1_000_000_000) }},
	{AnswerLimitsKey,
		func(s galley.Settings) string { return showLimits(s.Writer.AnswerLimits) },
		func(s *galley.Settings, v string) error { return setLimits(&s.Writer.AnswerLimits, v) }},
	{PricesKey,
		func(s galley.Settings) string { return showPrices(s.Prices) },
		func(s *galley.Settings, v string) error { return setPrices(&s.Prices, v) }},
	{"caps.job_usd",
		func(s galley.Settings) string { return showMoney(s.Caps.Job) },
		func(s *galley.Settings, v string) error { return setMoney(&s.Caps.Job, v) }},
	{"caps.day_usd",
		func(s galley.Settings) string { return showMoney(s.Caps.Day) },
		func(s *galley.Settings, v string) error { return setMoney(&s.Caps.Day, v) }},
	{"caps.month_usd",
		func(s galley.Settings) string { return showMoney(s.Caps.Month) },
		func(s *galley.Settings, v string) error { return setMoney(&s.Caps.Month, v) }},
	{"appearance.theme",
		func(s galley.Settings) string { return string(s.Appearance.Theme) },
		func(s *galley.Settings, v string) error {
			return setChoice(&s.Appearance.Theme, v, galley.Themes()...)
		}},
	{"appearance.text_size",
		func(s galley.Settings) string { return strconv.Itoa(s.Appearance.TextSize) },
		func(s *galley.Settings, v string) error { return setTextSize(&s.Appearance.TextSize, v) }},
	{"person",
		func(s galley.Settings) string { return s.Person },
		func(s *galley.Settings, v string) error { s.Person = strings.TrimSpace(v); return nil }},
}

func find(name string) (key, error) {
	for _, k := range keys {
		if k.name == name {
			return k, nil
		}
	}
	return key{}, galley.NewError(galley.CodeInvalidInput, messages.NoSuchSetting(name))
}

func setChoice[S ~string](to *S, v string, choices ...S) error {
	names := make([]string, len(choices))
	for i, choice := range choices {
		if names[i] = string(choice); names[i] == v {
			*to = choice
			return nil
		}
	}
	return galley.NewError(galley.CodeInvalidInput, messages.NotAChoice(v, names))
}

func setKind(to *galley.WriterKind, v string) error {
	var known []galley.WriterKind
	for _, w := range galley.WriterKinds() {
		known = append(known, w.Kind)
	}
	return setChoice(to, v, known...)
}

func setNumber(to *int, v string, least, most int) error {
	n, err := strconv.Atoi(strings.TrimSpace(v))
	if err != nil || n < least || n > most {
		return galley.NewError(galley.CodeInvalidInput, messages.NotInRange(v, least, most))
	}
	*to = n
	return nil
}

func setTextSize(to *int, v string) error {
	sizes := galley.TextSizes()
	names := make([]string, len(sizes))
	for i, size := range sizes {
		names[i] = strconv.Itoa(size)
	}
	var s string
	if err := setChoice(&s, v, names...); err != nil {
		return err
	}
	return setNumber(to, s, slices.Min(sizes), slices.Max(sizes))
}

// showMoney keeps all digits: a cap of $0.001 must not become none.
func showMoney(usd float64) string {
	exact := strconv.FormatFloat(usd, 'f', -1, 64)
	if rounded := strconv.FormatFloat(usd, 'f', 2, 64); len(rounded) >= len(exact) {
		return rounded
	}
	return exact
}

func setMoney(to *float64, v string) error {
	const most = 1e6
	usd, err := strconv.ParseFloat(strings.TrimPrefix(strings.TrimSpace(v), "$"), 64)
	if err != nil || !(usd >= 0 && usd <= most) {
		return galley.NewError(galley.CodeInvalidInput, messages.NotAnAmount(v))
	}
	*to = usd
	return nil
}

func showPrices(prices []galley.Price) string {
	b, err := json.Marshal(prices)
	if err != nil { // an infinite number, which setPrices refuses
		return "[]"
	}
	return string(b)
}

// pricesExample shows how prices are written.
const pricesExample = `[{"model":"name","input":1,"cached":0.1,"output":4}]`

func setPrices(to *[]galley.Price, v string) error {
	prices, err := readPrices(v)
	if err != nil {
		return galley.WrapError(err, galley.CodeInvalidInput, messages.PricesUnreadable(pricesExample))
	}
	for _, p := range prices {
		if p.Model == "" || p.Input < 0 || p.Cached < 0 || p.Output < 0 {
			return galley.NewError(galley.CodeInvalidInput, messages.PriceInvalid)
		}
		if p.Model == galley.AnyModel && p.BaseURL == "" {
			return galley.NewError(galley.CodeInvalidInput, messages.PriceWithoutServer)
		}
	}
	*to = prices
	return nil
}

// readPrices prices cached input like other input where a price does not say,
// and refuses a price without input or output cost: left out is not free.
func readPrices(text string) ([]galley.Price, error) {
	var rows []priceRow
	if err := json.Unmarshal([]byte(text), &rows); err != nil {
		return nil, err
	}
	prices := make([]galley.Price, len(rows))
	for i, r := range rows {
		if r.Input == nil || r.Output == nil {
			return nil, fmt.Errorf("the price of %q has no input or no output", r.Model)
		}
		if r.Cached == nil {
			r.Cached = r.Input
		}
		r.Price.Input, r.Price.Cached, r.Price.Output = *r.Input, *r.Cached, *r.Output
		prices[i] = r.Price
	}
	return prices, nil
}
