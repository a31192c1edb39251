package messages

// Messages of the caps on spending.
var (
	DayCapReached = with3[string, string, string]("day_cap_reached",
		"Today’s spending is at its cap of {cap}: {spent}, and the next request could cost up to {needs}.", "cap", "spent", "needs")
	JobCapReached = with3[string, string, string]("job_cap_reached",
		"This job is at its cap of {cap}: {spent}, and the next request could cost up to {needs}.", "cap", "spent", "needs")
)
