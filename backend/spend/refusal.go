package spend

import (
	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// refusal says which cap is reached and why, and of a day or a month when it has
// room again. Callers add what to do about it.
func (m *meter) refusal(r galley.Reserved, ask galley.Reserve) error {
	spent := messages.Spent(r.Spend.BookedUSD)
	if r.Spend.Estimated {
		spent = messages.AboutSpent(r.Spend.BookedUSD)
	}
	if r.Spend.ReservedUSD > 0 {
		spent = messages.SpentAndSetAside(spent, r.Spend.ReservedUSD)
	}
	say, most := messages.JobCapReached, ask.Caps.Job
	switch r.Cap {
	case galley.CapDay:
		say, most = messages.DayCapReached, ask.Caps.Day
	case galley.CapMonth:
		say, most = messages.MonthCapReached, ask.Caps.Month
	case galley.CapShopDay:
		say, most = messages.ShopDayCapReached, ask.ShopCaps.Day
	case galley.CapShopMonth:
		say, most = messages.ShopMonthCapReached, ask.ShopCaps.Month
	case galley.CapJob:
	}
	err := galley.NewError(galley.CodeSpendCap, say(most, spent, r.Needs))
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
