package publishing

import (
	"slices"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// publishChoice sorts a job's items into those that a request publishes and
// those it leaves out.
type publishChoice struct {
	galley.PublishPlan
	req   galley.PublishRequest
	scope galley.PublishScope
	stale []galley.ItemAt
}

// reset begins the choice: the store may ask for it again.
func (c *publishChoice) reset() {
	c.PublishPlan = galley.PublishPlan{Shop: c.Shop, ShopKind: c.ShopKind, Field: c.Field, Scope: c.scope, Scopes: []galley.ScopeFigures{}}
	c.stale = nil
	if c.scope == "" {
		return
	}
	for _, scope := range galley.PublishScopes() {
		c.Scopes = append(c.Scopes, galley.ScopeFigures{Scope: scope})
	}
}

func (c *publishChoice) choose(items []galley.ItemStanding, named map[int]galley.ItemAt) (positions []int, err error) {
	seen := map[int]bool{}
	for _, it := range items {
		at, isNamed := named[it.Position]
		if named != nil && !isNamed {
			continue
		}
		seen[it.Position] = true
		why := c.leftOut(it, isNamed, at)
		if why == nil && c.scope != "" {
			c.countScopes(it)
			why = c.outOfScope(it)
		}
		if why != nil {
			*why++
			continue
		}
		positions = append(positions, it.Position)
		c.Count++
		c.Warned += oneIf(it.Warned)
		c.Approved += oneIf(it.Decision == galley.DecisionApproved)
		c.Unopened += oneIf(!it.Opened)
		c.Replaces += oneIf(it.Replaces)
	}
	return positions, notInJob(c.req.JobID, named, seen)
}

// leftOut returns the count under which an item is left out, nil if it is
// published. Conflicts, failures and rejected drafts need a person to name them.
func (c *publishChoice) leftOut(it galley.ItemStanding, named bool, at galley.ItemAt) *int {
	can := it.Can()
	if named && c.req.Rejected {
		can = it.Undecided().Can()
	}
	if c.req.Selection != nil {
		return c.leftOutOfSelection(it)
	}
	switch {
	case at.Revision != 0 && at.Revision != it.Revision:
		c.stale = append(c.stale, at)
		return &c.Left.Changed
	case !can.Publish, !named && !can.PublishAll:
		return c.reason(it)
	case showsAnother(it, at):
		c.stale = append(c.stale, at)
		return &c.Left.Changed
	case it.Gone:
		return &c.Left.Gone
	}
	return nil
}

// leftOutOfSelection is leftOut where everything in a list is selected: it holds what a plan of the job holds, but what
// the list shows for being held.
func (c *publishChoice) leftOutOfSelection(it galley.ItemStanding) *int {
	it.ItemStatus = c.req.Selection.Chosen(it.ItemStatus)
	switch {
	case it.Unread:
		if len(c.stale) < galley.MaxLeftNamed {
			c.stale = append(c.stale, galley.ItemAt{ID: galley.NewItemID(c.req.JobID, it.Position)})
		}
		return &c.Left.Changed
	case !it.Can().PublishAll:
		return c.reason(it)
	case it.Gone:
		return &c.Left.Gone
	}
	return nil
}

// countScopes counts a draft that goes along when all are published in each scope that has it.
func (c *publishChoice) countScopes(it galley.ItemStanding) {
	for i, f := range c.Scopes {
		if f.Scope.Takes(it) {
			c.Scopes[i].Add(it)
		}
	}
}

// outOfScope returns the count under which the scope leaves a draft out, nil if it has it.
func (c *publishChoice) outOfScope(it galley.ItemStanding) *int {
	switch {
	case c.scope.Takes(it):
		return nil
	case c.scope == galley.ScopeUnwarned:
		return &c.Left.Warned
	}
	return &c.Left.Open
}

// showsAnother reports whether the conflict shows another text of the shop than
// the one that was on screen.
func showsAnother(it galley.ItemStanding, at galley.ItemAt) bool {
	return at.OnShop != nil && (it.OnShop == nil || *it.OnShop != *at.OnShop)
}

func (c *publishChoice) reason(it galley.ItemStanding) *int {
	switch {
	case it.State == galley.ItemPending, it.State == galley.ItemGenerating:
		return &c.Left.Unwritten
	case it.State == galley.ItemSkipped:
		return &c.Left.Skipped
	case it.State == galley.ItemCancelled:
		return &c.Left.Cancelled
	case it.State == galley.ItemFailed:
		return &c.Left.Failed
	case it.Publish == galley.Published:
		return &c.Left.Published
	case it.Write != "":
		return &c.Left.Waiting
	case it.Publish == galley.PublishFailed:
		return &c.Left.Failed
	case it.Decision == galley.DecisionRejected:
		return &c.Left.Rejected
	case it.Rewriting:
		return &c.Left.Rewriting
	case it.Alike && it.Publish != galley.PublishConflict:
		return &c.Left.Alike
	}
	return &c.Left.Conflict
}

// retryChoice sorts a job's items into those that a retry takes and the rest.
type retryChoice struct {
	galley.RetryPlan
	job   galley.JobID
	stale []galley.ItemAt
}

func (c *retryChoice) choose(items []galley.ItemStanding, named map[int]galley.ItemAt) (positions []int, err error) {
	seen := map[int]bool{}
	for _, it := range items {
		at, isNamed := named[it.Position]
		if named != nil && !isNamed {
			continue
		}
		seen[it.Position] = true
		switch {
		case !it.Can().Retry:
		case at.Revision != 0 && at.Revision != it.Revision:
			c.stale = append(c.stale, at)
		default:
			positions = append(positions, it.Position)
			c.Count++
			c.Write += oneIf(it.State != galley.ItemGenerated)
			c.Publish += oneIf(it.State == galley.ItemGenerated)
		}
	}
	return positions, notInJob(c.job, named, seen)
}

// notInJob is CodeNotFound if a named item is not in the job.
func notInJob(job galley.JobID, named map[int]galley.ItemAt, seen map[int]bool) error {
	for _, pos := range sortedKeys(named) {
		if !seen[pos] {
			return galley.NewError(galley.CodeNotFound, messages.NoSuchItem(string(galley.NewItemID(job, pos))))
		}
	}
	return nil
}

func sortedKeys(named map[int]galley.ItemAt) []int {
	keys := make([]int, 0, len(named))
	for pos := range named {
		keys = append(keys, pos)
	}
	slices.Sort(keys)
	return keys
}

func oneIf(b bool) int {
	if b {
		return 1
	}
	return 0
}
