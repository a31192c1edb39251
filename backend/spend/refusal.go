package spend

import (
	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// capWords is how a cap is called, and what is said once it is reached.
type capWords struct {
	name    messages.Message
	reached func(most float64, spent messages.Message, needs float64) messages.Message
}

var words = map[galley.CapKind]capWords{
	galley.CapJob:       {messages.CapOfJob, messages.JobCapReached},
	galley.CapDay:       {messages.CapOfDay, messages.DayCapReached},
	galley.CapMonth:     {messages.CapOfMonth, messages.MonthCapReached},
	galley.CapShopDay:   {messages.CapOfShopDay, messages.ShopDayCapReached},
	galley.CapShopMonth: {messages.CapOfShopMonth, messages.ShopMonthCapReached},
}

// refusal says which cap is reached and why, and of a day or a month when it has
// room again: never for a request that costs more than all that the cap allows.
// Callers add what to do about it.
func (m *meter) refusal(r galley.Reserved) error {
	of := words[r.Cap]
	if r.Needs > r.Most {
		return galley.NewError(galley.CodeSpendCap, messages.RequestAboveCap(r.Needs, of.name, r.Most))
	}
	spent := messages.Spent(r.Spend.BookedUSD)
	if r.Spend.Estimated {
		spent = messages.AboutSpent(r.Spend.BookedUSD)
	}
	if r.Spend.ReservedUSD > 0 {
		spent = messages.SpentAndSetAside(spent, r.Spend.ReservedUSD)
	}
	err := galley.NewError(galley.CodeSpendCap, of.reached(r.Most, spent, r.Needs))
	now := m.clock.Now().Local()
	switch r.Cap {
	case galley.CapDay, galley.CapShopDay:
		err.RetryAt = galley.DayEnds(now)
	case galley.CapMonth, galley.CapShopMonth:
		err.RetryAt = galley.MonthEnds(now)
	case galley.CapJob:
	}
	return err
}
