package messages

// Messages of the caps on spending.
var (
	DayCapReached = with3[float64, Message, float64]("day_cap_reached",
		"Today’s spending is at its cap of {cap as money}: {spent}, and the next request could cost up to {needs as money}.", "cap", "spent", "needs")
	MonthCapReached = with3[float64, Message, float64]("month_cap_reached",
		"This month’s spending is at its cap of {cap as money}: {spent}, and the next request could cost up to {needs as money}.", "cap", "spent", "needs")
	ShopDayCapReached = with3[float64, Message, float64]("shop_day_cap_reached",
		"This shop’s spending of today is at its cap of {cap as money}: {spent}, and the next request could cost up to {needs as money}.",
		"cap", "spent", "needs")
	ShopMonthCapReached = with3[float64, Message, float64]("shop_month_cap_reached",
		"This shop’s spending of this month is at its cap of {cap as money}: {spent}, and the next request could cost up to {needs as money}.",
		"cap", "spent", "needs")
	JobCapReached = with3[float64, Message, float64]("job_cap_reached",
		"This job is at its cap of {cap as money}: {spent}, and the next request could cost up to {needs as money}.", "cap", "spent", "needs")
	RequestAboveCap = with3[float64, Message, float64]("request_above_cap",
		"The next request could cost up to {needs as money}, more than {name} of {cap as money}.", "needs", "name", "cap")

	CapOfJob       = plainly("cap_of_job", "this job’s cap")
	CapOfDay       = plainly("cap_of_day", "today’s cap")
	CapOfMonth     = plainly("cap_of_month", "this month’s cap")
	CapOfShopDay   = plainly("cap_of_shop_day", "this shop’s daily cap")
	CapOfShopMonth = plainly("cap_of_shop_month", "this shop’s monthly cap")

	Spent = with1[float64]("spent",
		"{spent as money} is spent", "spent")
	AboutSpent = with1[float64]("about_spent",
		"about {spent as money} is spent", "spent")
	SpentAndSetAside = with2[Message, float64]("spent_and_set_aside",
		"{spent}, {reserved as money} is set aside for requests under way", "spent", "reserved")
)
