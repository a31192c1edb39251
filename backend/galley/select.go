package galley

import (
	"slices"

	"galley/backend/galley/messages"
)

// ItemAction is what a person does with many items at once.
type ItemAction string

// The actions.
const (
	ActDecide     ItemAction = "decide"
	ActPublish    ItemAction = "publish" // but conflicts, which need their texts compared
	ActOverwrite  ItemAction = "overwrite"
	ActUndo       ItemAction = "undo"
	ActRegenerate ItemAction = "regenerate"
	ActRetry      ItemAction = "retry"
	ActWithdraw   ItemAction = "withdraw"
)

var itemActions = map[ItemAction]func(ItemCan) bool{
	ActDecide:     func(c ItemCan) bool { return c.Decide },
	ActPublish:    func(c ItemCan) bool { return c.Publish && !c.Overwrite },
	ActOverwrite:  func(c ItemCan) bool { return c.Overwrite },
	ActUndo:       func(c ItemCan) bool { return c.Undo },
	ActRegenerate: func(c ItemCan) bool { return c.Regenerate },
	ActRetry:      func(c ItemCan) bool { return c.Retry },
	ActWithdraw:   func(c ItemCan) bool { return c.Withdraw },
}

// Check returns CodeInvalidInput for an unknown action.
func (a ItemAction) Check() error {
	if itemActions[a] == nil {
		return NewError(CodeInvalidInput, messages.NoSuchItemAction(string(a)))
	}
	return nil
}

// Allows reports whether an item that many are chosen with takes the action.
func (c ItemCan) Allows(a ItemAction) bool { return itemActions[a](c) }

// ItemSelection chooses all items of a job that pass filters and a search, as an
// ItemQuery has them, but those named, and those that changed since the list was drawn.
type ItemSelection struct {
	JobID   JobID         `json:"job_id"`
	Filter  ItemFilter    `json:"filter"`
	Also    []ItemFilter  `json:"also,omitempty"`
	Product ProductFilter `json:"product,omitzero"`
	Search  string        `json:"search"`
	Except  []ItemID      `json:"except"`
	Action  ItemAction    `json:"action" blank:"true"` // "" where the call is the action
	// AsOf is ItemPage.AsOf of the list as it was drawn. 0 is the list as it is now, for callers that looked at none;
	// actions on a whole selection refuse it.
	AsOf int64 `json:"as_of"`
}

// Query is the list that the selection was made in.
func (s ItemSelection) Query() ItemQuery {
	return ItemQuery{JobID: s.JobID, Filter: s.Filter, Also: s.Also, Product: s.Product, Search: s.Search}
}

// Chosen is the status of an item in the list without what the list shows it for: a person who selects all that is held
// as alike, or all that failed, means these.
func (s ItemSelection) Chosen(st ItemStatus) ItemStatus {
	for _, filter := range append(slices.Clone(s.Also), s.Filter) {
		switch {
		case filter == FilterAlike:
			st.Alike = false
		case filter == FilterFailed && st.Publish == PublishFailed:
			st.Publish = Unpublished
		}
	}
	return st
}

// Checked is the selection with its filters as they are spelled. What none has is CodeInvalidInput.
func (s ItemSelection) Checked() (ItemSelection, error) {
	var err error
	if s.Filter, err = ParseItemFilter(string(s.Filter)); err != nil {
		return s, err
	}
	s.Also, err = CheckNarrowing(s.Also, s.Product)
	return s, err
}

// Whole is the selection for an action on all of it. One without the moment at which the list was shown is
// CodeInvalidInput.
func (s ItemSelection) Whole() (ItemSelection, error) {
	if s.AsOf == 0 {
		return s, NewError(CodeInvalidInput, messages.ListNotNamed)
	}
	return s.Checked()
}

// CheckNarrowing checks what narrows a list or a selection besides its filter, and returns the filters as they are spelled.
func CheckNarrowing(also []ItemFilter, of ProductFilter) ([]ItemFilter, error) {
	var spelled []ItemFilter
	for _, filter := range also {
		parsed, err := ParseItemFilter(string(filter))
		if err != nil {
			return nil, err
		}
		spelled = append(spelled, parsed)
	}
	return spelled, of.Check()
}

// SelectedItems are the items of a selection that take its action now.
type SelectedItems struct {
	Total   int            `json:"total"`   // in the selection, with those that do not take the action
	Changed int            `json:"changed"` // in the list and not in the selection, since they changed after it was drawn
	Items   []SelectedItem `json:"items"`
}

// SelectionCount counts the items of a selection.
type SelectionCount struct {
	Total   int `json:"total"`   // with those that do not take the action
	Takes   int `json:"takes"`   // take the action now
	Changed int `json:"changed"` // in the list and not in the selection, since they changed after it was drawn
}

// MaxLeftNamed is how many an action on a whole selection names of those that it left out.
const MaxLeftNamed = 20

// SelectedItem names one item as it is now.
type SelectedItem struct {
	ItemAt
	Decision Decision `json:"decision"`
}
