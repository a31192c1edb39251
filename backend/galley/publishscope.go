package galley

import "galley/backend/galley/messages"

// PublishScope says which drafts of a job a plan publishes where none is named.
type PublishScope string

// The scopes, from the narrowest to the widest.
const (
	ScopeApproved PublishScope = "approved"
	ScopeUnwarned PublishScope = "without_warnings" // approved or not decided, without unanswered warnings
	ScopeAll      PublishScope = "all"              // approved or not decided
)

// PublishScopes are all scopes, in the order in which people see them.
func PublishScopes() []PublishScope {
	return []PublishScope{ScopeApproved, ScopeUnwarned, ScopeAll}
}

// Takes reports whether a draft that goes along when all are published is in the scope.
func (s PublishScope) Takes(it ItemStanding) bool {
	switch s {
	case ScopeApproved:
		return it.Decision == DecisionApproved
	case ScopeUnwarned:
		return !it.Warned
	case ScopeAll:
	}
	return true
}

// ScopeFigures are what a scope would publish.
type ScopeFigures struct {
	Scope    PublishScope `json:"scope"`
	Count    int          `json:"count"`
	Approved int          `json:"approved"`
	Open     int          `json:"open"`     // of these, not decided
	Warned   int          `json:"warned"`   // of these, with warnings
	Unopened int          `json:"unopened"` // of these, drafts that nobody opened
}

// Add counts one draft of the scope.
func (f *ScopeFigures) Add(it ItemStanding) {
	f.Count++
	for _, part := range []struct {
		holds bool
		count *int
	}{
		{it.Decision == DecisionApproved, &f.Approved},
		{it.Decision != DecisionApproved, &f.Open},
		{it.Warned, &f.Warned},
		{!it.Opened, &f.Unopened},
	} {
		if part.holds {
			*part.count++
		}
	}
}

// WholeScope is the scope of a request that names no drafts, ScopeAll where it has none, or
// CodeInvalidInput for an unknown one.
func (r PublishRequest) WholeScope() (PublishScope, error) {
	switch {
	case r.Scope == "" && r.OnlyApproved:
		return ScopeApproved, nil
	case r.Scope == "":
		return ScopeAll, nil
	}
	for _, known := range PublishScopes() {
		if r.Scope == known {
			return known, nil
		}
	}
	return "", NewError(CodeInvalidInput, messages.NoSuchScope(string(r.Scope)))
}
