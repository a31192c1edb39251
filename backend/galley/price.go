package galley

import (
	"net/netip"
	"net/url"
	"regexp"
	"strconv"
	"strings"

	"galley/backend/galley/messages"
)

// Price is the price of a model, in US dollars per million tokens.
type Price struct {
	Model string `json:"model"` // AnyModel: all models of BaseURL
	// BaseURL narrows the price to one server, "" holds everywhere.
	BaseURL string  `json:"base_url,omitempty"`
	Input   float64 `json:"input"`
	Cached  float64 `json:"cached"`
	Output  float64 `json:"output"`
}

// AnyModel is the model of a price that holds for all models of a server.
const AnyModel = "*"

// Cost returns the price of the usage in US dollars. Cached input tokens have
// their own price.
func (p Price) Cost(u Usage) float64 {
	fresh := max(u.InputTokens-u.CachedTokens, 0)
	return (float64(fresh)*p.Input + float64(u.CachedTokens)*p.Cached + float64(u.OutputTokens)*p.Output) / 1e6
}

// IsFree reports whether the model costs nothing.
func (p Price) IsFree() bool { return p.Input == 0 && p.Cached == 0 && p.Output == 0 }

// PriceOf returns the price of the writer's model, if there is one. A price for
// the server takes precedence over a general one. The name has to be the same,
// except for a date or version stamp at its end: gpt-x-2026-08-01 costs what
// gpt-x does. gpt-x-mini is another model, so gpt-x does not price it.
func (s Settings) PriceOf(w WriterSpec) (Price, bool) {
	if w.Kind.Traits().Free {
		return Price{}, true
	}
	for _, server := range []string{w.BaseURL, ""} {
		if p, ok := s.priceAt(server, w.Model); ok {
			return p, true
		}
	}
	return Price{}, false
}

func (s Settings) priceAt(server, model string) (found Price, ok bool) {
	longest := -1
	for _, p := range s.Prices {
		n := matches(p, server, model)
		if n > longest {
			found, ok, longest = p, true, n
		}
	}
	return found, ok
}

// matches returns how well a price fits, -1 if it does not: by how much of the
// model's name it has.
func matches(p Price, server, model string) int {
	switch {
	case !sameServer(p.BaseURL, server):
		return -1
	case p.Model == AnyModel && p.BaseURL != "":
		return 0
	case len(p.Model) > len(model) || p.Model == "" || !strings.EqualFold(model[:len(p.Model)], p.Model):
		return -1
	case len(p.Model) == len(model) || isStamp(model[len(p.Model):]):
		return len(p.Model)
	}
	return -1
}

func sameServer(a, b string) bool {
	return strings.EqualFold(strings.TrimRight(a, "/"), strings.TrimRight(b, "/"))
}

// stamp is the version suffix that providers add to a model's name: a date as
// 2026-08-01, 20260801, 0801 or 2608, or "latest".
var stamp = regexp.MustCompile(`^[-@:](?:(latest)|(\d{4})-?(\d{2})-?(\d{2})|(\d{2})(\d{2}))$`)

func isStamp(rest string) bool {
	m := stamp.FindStringSubmatch(rest)
	if m == nil {
		return false
	}
	switch {
	case m[1] != "":
		return true
	case m[2] != "":
		return within(m[2], 2020, 2099) && within(m[3], 1, 12) && within(m[4], 1, 31)
	}
	monthDay := within(m[5], 1, 12) && within(m[6], 1, 31) && rest[1:] != "1024" // a size, not 24 October
	yearMonth := within(m[5], 20, 39) && within(m[6], 1, 12)
	return monthDay || yearMonth
}

func within(digits string, least, most int) bool {
	n, err := strconv.Atoi(digits)
	return err == nil && n >= least && n <= most
}

// NeedsPrice is CodeWriterPrice if spending is capped and the price of the
// writer's model is unknown: the caps could not be kept. The caps as shipped do
// not need the price of a server on this computer.
func (s Settings) NeedsPrice(w WriterSpec) error {
	if _, known := s.PriceOf(w); known || s.Caps.Off() || !s.Caps.Chosen && isLocal(w.BaseURL) {
		return nil
	}
	return NewError(CodeWriterPrice, messages.PriceUnknown(w.Model))
}

// assumedPrice is what a test of a model without a price is booked at: more
// than models cost in November 2026.
var assumedPrice = Price{Input: 30, Cached: 30, Output: 180}

// TestPrice returns the price that a test of the writer is booked at, and
// whether it is assumed because the model has none. A server on this computer
// without a price is taken to be free.
func (s Settings) TestPrice(w WriterSpec) (price Price, assumed bool) {
	price, known := s.PriceOf(w)
	if known || isLocal(w.BaseURL) {
		return price, false
	}
	return assumedPrice, true
}

// PricedTest prices the tokens of a test of the writer as they are booked.
func (s Settings) PricedTest(u Usage, w WriterSpec) Usage {
	u = s.Priced(u, w)
	if price, assumed := s.TestPrice(w); assumed {
		u.CostUSD, u.Estimated = price.Cost(u), true
	}
	return u
}

// isLocal reports whether an address is on this computer.
func isLocal(address string) bool {
	u, err := url.Parse(address)
	if err != nil {
		return false
	}
	ip, err := netip.ParseAddr(u.Hostname())
	return err == nil && ip.IsLoopback() || strings.EqualFold(u.Hostname(), "localhost")
}
