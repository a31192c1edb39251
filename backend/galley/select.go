package galley

import "galley/backend/galley/messages"

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
// ItemQuery has them, but those named.
type ItemSelection struct {
	JobID   JobID         `json:"job_id"`
	Filter  ItemFilter    `json:"filter"`
	Also    []ItemFilter  `json:"also,omitempty"`
	Product ProductFilter `json:"product,omitzero"`
	Search  string        `json:"search"`
	Except  []ItemID      `json:"except"`
	Action  ItemAction    `json:"action"`
}

// Query is the list that the selection was made in.
func (s ItemSelection) Query() ItemQuery {
	return ItemQuery{JobID: s.JobID, Filter: s.Filter, Also: s.Also, Product: s.Product, Search: s.Search}
}

// SelectedItems are the items of a selection that take its action now.
type SelectedItems struct {
	Total int            `json:"total"` // in the selection, with those that do not take the action
	Items []SelectedItem `json:"items"`
}

// SelectedItem names one item as it is now.
type SelectedItem struct {
	ItemAt
	Decision Decision `json:"decision"`
}
