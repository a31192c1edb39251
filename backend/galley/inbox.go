package galley

import (
	"slices"
	"time"

	"galley/backend/galley/messages"
)

// ReviewTab narrows the drafts to review; each has a tab of the inbox.
type ReviewTab string

// The tabs.
const (
	ReviewAll       ReviewTab = ""
	ReviewWarned    ReviewTab = "warned"    // with warnings that nobody answered
	ReviewLow       ReviewTab = "low"       // with a score below GoodScore
	ReviewRewritten ReviewTab = "rewritten" // written again on request
	ReviewToday     ReviewTab = "today"     // written, or edited, since midnight
)

// ReviewTabs lists the tabs.
func ReviewTabs() []ReviewTab {
	return []ReviewTab{ReviewAll, ReviewWarned, ReviewLow, ReviewRewritten, ReviewToday}
}

// ParseReviewTab returns the tab of that name; "" and "all" are ReviewAll.
func ParseReviewTab(s string) (ReviewTab, error) {
	switch t := ReviewTab(s); {
	case s == "all":
		return ReviewAll, nil
	case slices.Contains(ReviewTabs(), t):
		return t, nil
	}
	return "", NewError(CodeInvalidInput, messages.NoSuchReviewTab(s))
}

// ItemOrder is how a job's items are listed. Equal ones follow in the job's order.
type ItemOrder string

// The orders. The job's own is by product. Those with a minus go the other way
// round; what has no score, or no draft, is last both ways.
const (
	OrderJob          ItemOrder = ""
	OrderReview       ItemOrder = "review" // as they are read: with warnings first, those written again last
	OrderScore        ItemOrder = "score"  // lowest first
	OrderScoreDown    ItemOrder = "-score"
	OrderWarnings     ItemOrder = "warnings" // most first
	OrderWarningsDown ItemOrder = "-warnings"
	OrderLength       ItemOrder = "length" // shortest first, in characters that people see
	OrderLengthDown   ItemOrder = "-length"
	OrderProduct      ItemOrder = "product" // by title, from A
	OrderProductDown  ItemOrder = "-product"
	OrderState        ItemOrder = "state" // what needs a person first: failed, conflict, changed, to review …
	OrderStateDown    ItemOrder = "-state"
)

// ItemOrders lists the orders.
func ItemOrders() []ItemOrder {
	return []ItemOrder{OrderJob, OrderReview, OrderScore, OrderScoreDown, OrderWarnings, OrderWarningsDown,
		OrderLength, OrderLengthDown, OrderProduct, OrderProductDown, OrderState, OrderStateDown}
}

// ParseItemOrder returns the order of that name, or CodeInvalidInput.
func ParseItemOrder(s string) (ItemOrder, error) {
	if o := ItemOrder(s); slices.Contains(ItemOrders(), o) {
		return o, nil
	}
	return "", NewError(CodeInvalidInput, messages.NoSuchItemOrder(s))
}

// ShopOrder is how the shops of the inbox are listed.
type ShopOrder string

// The orders. Equal ones follow by name.
const (
	ShopsMostLeft ShopOrder = ""       // with the most left first
	ShopsOldest   ShopOrder = "oldest" // whose oldest draft waits longest first
	ShopsByName   ShopOrder = "name"
)

// ParseShopOrder returns the order of that name, or CodeInvalidInput.
func ParseShopOrder(s string) (ShopOrder, error) {
	switch o := ShopOrder(s); o {
	case ShopsMostLeft, ShopsOldest, ShopsByName:
		return o, nil
	}
	return "", NewError(CodeInvalidInput, messages.NoSuchShopOrder(s))
}

// InboxQuery asks for the drafts to review of all shops, or of one.
type InboxQuery struct {
	ShopID ShopID    `json:"shop_id"` // "" takes all
	Tab    ReviewTab `json:"tab" blank:"true"`
	Search string    `json:"search"` // in names of shops and jobs, product titles, handles and drafts; case is ignored
	Order  ShopOrder `json:"order" blank:"true"`
}

// ReviewCounts counts drafts to review.
type ReviewCounts struct {
	Left   int `json:"left"`
	Warned int `json:"warned"`
	Low    int `json:"low"` // with a score below GoodScore; 0 where the shop's plan has no scores
}

// Add adds others.
func (c *ReviewCounts) Add(o ReviewCounts) {
	c.Left += o.Left
	c.Warned += o.Warned
	c.Low += o.Low
}

// TabCounts counts the drafts of each tab, also while one searches.
type TabCounts struct {
	All       int `json:"all"`
	Warned    int `json:"warned"`
	Low       int `json:"low"`
	Rewritten int `json:"rewritten"`
	Today     int `json:"today"`
}

// Inbox is all that is to be read, by shop and job. Shops and jobs in which
// nothing is left are not listed.
type Inbox struct {
	ReviewCounts

	Tabs  TabCounts   `json:"tabs"`
	Shops []InboxShop `json:"shops"`
	// SecondsPerDraft is how long the person takes for one, 0 until enough were decided.
	SecondsPerDraft float64 `json:"seconds_per_draft"`
}

// InboxShop is a shop with drafts to review.
type InboxShop struct {
	ReviewCounts

	ID     ShopID     `json:"id"`
	Name   string     `json:"name"`
	Scored bool       `json:"scored"` // its plan has scores
	Oldest *time.Time `json:"oldest"` // when the draft that waits longest was written, to a quarter of an hour; nil if not known
	Jobs   []InboxJob `json:"jobs"`   // newest first
}

// InboxJob is a job with drafts to review.
type InboxJob struct {
	ReviewCounts

	ID        JobID  `json:"id"`
	ShopID    ShopID `json:"shop_id"`
	Name      string `json:"name"`
	Field     Field  `json:"field"`
	Total     int    `json:"total"`     // items of the job
	Rewritten int    `json:"rewritten"` // of those left, written again on request
	// Named: the search is part of the name of the job or its shop, and narrows its drafts no more.
	Named      bool       `json:"named"`
	StartedAt  *time.Time `json:"started_at"`
	FinishedAt *time.Time `json:"finished_at"`
	Oldest     *time.Time `json:"oldest"` // as of a shop
}

// Bounds of what counts as reading: a faster decision comes from a script, a
// slower one from a person who was away.
const (
	quickestReading = 500 * time.Millisecond
	longestReading  = 5 * time.Minute
	leastReadings   = 10
)

// Pace is the time from one decision to the next, the median over those that
// were read in one go, and 0 where these are fewer than ten. Times are newest first.
func Pace(decided []time.Time) time.Duration {
	var took []time.Duration
	for i := 1; i < len(decided); i++ {
		if d := decided[i-1].Sub(decided[i]); d >= quickestReading && d <= longestReading {
			took = append(took, d)
		}
	}
	if len(took) < leastReadings {
		return 0
	}
	slices.Sort(took)
	return took[len(took)/2]
}
