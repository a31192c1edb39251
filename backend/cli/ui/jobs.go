package ui

import (
	"fmt"
	"time"

	"galley/backend/galley"
)

// Jobs lists jobs, newest first as they come, with the names of their shops.
func (p *Page) Jobs(jobs []galley.Job, shops map[galley.ShopID]string) {
	if len(jobs) == 0 {
		p.Line("No jobs yet. galley job create starts one.")
		return
	}
	columns := []Column{
		{"No.", true}, {"Job", false}, {"Field", false}, {"Shop", false}, {"Status", false}, {"Progress", true},
		{p.publishedOf(jobs), true}, {"To review", true}, {"Failed", true}, {"Created", false},
	}
	rows := make([][]Cell, len(jobs))
	for i, j := range jobs {
		rows[i] = []Cell{
			{Text: string(j.ID)}, {Text: j.Name}, {Text: capital(j.Field.Label())}, {Text: shops[j.ShopID]}, jobState(j),
			{Text: fmt.Sprintf("%s of %s", Count(j.Progress.Done), Count(j.Progress.Total))},
			{Text: Count(j.Counts.Published)}, {Text: Count(j.Counts.ToReview)}, red(j.Counts.Failed), {Text: Moment(j.CreatedAt)},
		}
	}
	p.Table(columns, rows)
	for _, j := range jobs {
		if wait := waitWords(j.Waits, time.Now()); wait != "" {
			p.Line("Job %s  %s", j.ID, wait)
		}
		p.details(fmt.Sprintf("Job %s  ", j.ID), j.Reason)
		if why := failedWords(j); why != "" {
			p.Line("Job %s  %s", j.ID, why)
		}
	}
}

// failedWords say why items failed, "" for nothing that the job's reason does not say.
func failedWords(j galley.Job) string {
	f := j.Failures
	if f == nil || f.Count == 0 || j.Reason != nil {
		return ""
	}
	some := ""
	if f.Count < j.Counts.Failed {
		some = fmt.Sprintf(", %s of them", Count(f.Count))
	}
	return fmt.Sprintf("%s failed%s: %s.", Count(j.Counts.Failed), some, f.Brief)
}

// waitWords say what an open job waits for now, "" for nothing.
func waitWords(w *galley.Waits, now time.Time) string {
	w = w.Now(now)
	switch {
	case w == nil:
		return ""
	case w.For == galley.WaitForJob:
		return fmt.Sprintf("Waits until job %s is written.", w.Job)
	}
	if w.For == galley.WaitForCap {
		return fmt.Sprintf("Goes on %s.", Moment(*w.Until))
	}
	why := map[galley.WaitFor]string{galley.WaitForRate: "rate limit", galley.WaitForDay: "day limit"}[w.For]
	return fmt.Sprintf("Waits for the endpoint until %s (%s).", Moment(*w.Until), why)
}

// publishedOf heads the column of published texts: jobs of file shops alone
// have theirs collected.
func (p *Page) publishedOf(jobs []galley.Job) string {
	words := p.kinds.wordsFor(jobs[0].ShopID)
	for _, j := range jobs {
		if p.kinds.wordsFor(j.ShopID) != words {
			return "Published or collected"
		}
	}
	return words.published
}

// Created says that a job waits to be written.
func (p *Page) Created(j galley.Job) {
	p.Line("Job %s is in the queue: %s to write.", j.ID, Texts(j.Counts.Total, j.Field))
	p.Line("A Galley that is open on this home writes them. If none is, galley work --until-idle does it now.")
}

// Job shows one job with its numbers.
func (p *Page) Job(j galley.Job) {
	state := jobState(j)
	p.Line("Job %s, %s: %s", j.ID, j.Name, p.tinted(state.Text, state.Tone))
	if wait := waitWords(j.Waits, time.Now()); wait != "" {
		p.Line("%s", wait)
	}
	if j.ArchivedAt != nil && j.Counts.ToReview > 0 {
		p.Line("It is archived: %s to review, out of sight until it is back in the list.", Many(j.Counts.ToReview, "draft"))
	}
	if j.Batches.Waiting() {
		p.Line("%s", batchWords(j))
	}
	p.Reason("", j.Reason)
	if why := failedWords(j); why != "" {
		p.Line("%s", why)
	}
	p.Facts(
		"Field", capital(j.Field.Label()),
		"Strategy", j.Strategy.Label(),
		"Instructions", Short(galley.FieldTitle, j.Instructions, 100),
		"Writer", j.Writer.Name(),
		"Cost", spent(j),
		"Created", Moment(j.CreatedAt),
		"Started", MomentOrNot(j.StartedAt),
		"Finished", MomentOrNot(j.FinishedAt),
	)
	p.Gap()
	p.Counts(j)
}

// JobOf shows one job, and why its publications wait.
func (p *Page) JobOf(shop galley.ShopOverview, j galley.Job) {
	p.Job(j)
	if shop.Halted != nil && j.Counts.Waiting > 0 {
		p.halted(shop)
	}
}

func spent(j galley.Job) string {
	switch {
	case j.Writer.Kind.Traits().Free:
		return "no cost"
	case !j.Usage.Priced && j.Usage.InputTokens+j.Usage.OutputTokens > 0:
		return fmt.Sprintf("%s tokens in, %s out; the price of the model is not known", Count(j.Usage.InputTokens), Count(j.Usage.OutputTokens))
	}
	about := ""
	if j.Usage.Estimated {
		about = "about "
	}
	return fmt.Sprintf("%s%s for %s%s", about, Money(j.Usage.CostUSD), Many(j.Counts.Successful, "draft"), fromCache(j.Usage))
}

// fromCache says which share of the input an endpoint had cached.
func fromCache(u galley.Usage) string {
	if u.InputTokens == 0 || u.CachedTokens == 0 {
		return ""
	}
	return fmt.Sprintf(", %d %% of the input from the cache", 100*u.CachedTokens/u.InputTokens)
}

// Counts shows the numbers of a job.
func (p *Page) Counts(j galley.Job) {
	c := j.Counts
	columns := []Column{{"Total", true}, {"Successful", true}, {"Failed", true}, {p.kinds.wordsFor(j.ShopID).published, true}, {"Pending review", true}}
	row := []Cell{{Text: Count(c.Total)}, {Text: Count(c.Successful)}, red(c.Failed), {Text: Count(c.Published)}, {Text: Count(c.PendingReview)}}
	for _, more := range []struct {
		title string
		n     int
		tone  Tone
	}{
		{"Conflict", c.Conflict, ToneWarn}, {"Rejected", c.Rejected, ToneDim}, {"Warnings", c.Warned, ToneWarn},
		{"Waiting", c.Waiting, ToneActive}, {"Skipped", c.Skipped, ToneDim}, {"Cancelled", c.Cancelled, ToneDim},
	} {
		if more.n > 0 {
			columns = append(columns, Column{more.title, true})
			row = append(row, Cell{Count(more.n), more.tone})
		}
	}
	p.Table(columns, [][]Cell{row})
}

// Written is the progress of a job's writing, on one line.
func Written(j galley.Job) string {
	s := fmt.Sprintf("Job %s: %s of %s written, %.0f %%", j.ID, Count(j.Progress.Done), Count(j.Progress.Total), j.Progress.Percent)
	if j.Counts.Failed > 0 {
		s += fmt.Sprintf(", %s failed", Count(j.Counts.Failed))
	}
	return s
}

// Estimate shows what a job would do.
func (p *Page) Estimate(f galley.Field, e galley.Estimate) {
	p.Line("%s to write for %s.", capital(Texts(e.Items, f)), Many(e.Matching, string(f.Owner())))
	if e.NotEmpty > 0 {
		p.Line("%s already there and left alone.", capital(Texts(e.NotEmpty, f)))
	}
	switch {
	case e.Writer.Kind.Traits().Free:
		p.Line("%s: no model, no cost.", e.Writer.Name())
	case e.NeedsPrice != nil:
		p.Line("%s The job does not start without it.", e.NeedsPrice.Message)
	case !e.Priced:
		p.Line("%s: about %s tokens in, %s out. Settings have no price for this model.", e.Writer.Name(), Count(e.InputTokens), Count(e.OutputTokens))
	default:
		p.Line("%s: about %s, at most %s for %s.", e.Writer.Name(), Money(e.CostUSD), Money(e.CostMaxUSD), Texts(e.Items, f))
		p.costs(e.Measured, e.CostMaxUSD)
		if e.CachedShare > 0 {
			p.Line("  About %.0f %% of the input is expected to come from the endpoint’s cache, as with these texts.", e.CachedShare*100)
		}
		if e.Batch != nil {
			p.Line("  With --batch: about %s, at most %s, within %d hours.", Money(e.Batch.CostUSD), Money(e.Batch.CostMaxUSD), e.Batch.Hours)
		}
	}
	p.unseen(f, e)
	for i, s := range e.Sample {
		if i == 0 {
			p.Gap()
			p.Line("The first of them, as the shop has them now:")
		}
		p.Line("  %s: %s", s.Place.Title, orNone(Short(f, s.Original, 80)))
	}
}

// costs says what an expected cost and its upper bound are, of a model that is
// not free.
func (p *Page) costs(measured int, most float64) {
	if most == 0 {
		return
	}
	if measured > 0 {
		p.Line("  About: what the last %s by this model took, with those asked for twice.", Many(measured, "text"))
	} else {
		p.Line("  About: one text in five asked for twice. The first ten show what this model takes; one that thinks first takes more.")
	}
	p.Line("  At most: every text asked for twice, each as long as its field allows. Spend caps stop a job before they are passed.")
}

// unseen says how many pictures the writer does not see, as far as it is known.
func (p *Page) unseen(f galley.Field, e galley.Estimate) {
	if f.Place() != galley.PlaceImage {
		return
	}
	if e.Unseen > 0 {
		p.Line("Without seeing %s. They are left out unless --unseen is given.", Many(e.Unseen, "picture"))
	}
	if e.SightUnknown {
		p.Line("Whether the model sees pictures shows with the first one.")
	}
}

// Worked says which jobs were worked on, and their state.
func (p *Page) Worked(jobs []galley.Job) {
	if len(jobs) == 0 {
		p.Line("Nothing was waiting.")
		return
	}
	for _, j := range jobs {
		state := jobState(j)
		p.Line("Job %s, %s: %s. %s of %s written, %s %s, %s failed.", j.ID, j.Name, p.tinted(state.Text, state.Tone),
			Count(j.Progress.Done), Count(j.Progress.Total), Count(j.Counts.Published), p.kinds.wordsFor(j.ShopID).counted, Count(j.Counts.Failed))
		p.Reason("  ", j.Reason)
	}
}
