package galley

import (
	"cmp"
	"slices"

	"galley/backend/galley/messages"
)

// Failures say why items of a job failed.
type Failures struct {
	Common      Reason `json:"common"`      // what most of them failed with
	Brief       string `json:"brief"`       // the same in a few words that can follow a colon
	Count       int    `json:"count"`       // how many failed with it
	Unpublished int    `json:"unpublished"` // of all that failed, those that failed in publishing
}

// Failure is a reason that N items of a job have, of them Unpublished in
// publishing.
type Failure struct {
	Reason      *Reason // nil for one that is not known
	N           int
	Unpublished int
}

// FailuresOf sums up the reasons of a job's items, nil for none. Reasons with
// the same code and sentence are one, whatever the sentence names; it is then
// told as most of them have it.
func FailuresOf(found []Failure) *Failures {
	if len(found) == 0 {
		return nil
	}
	all := &Failures{}
	kinds := map[failureKind][]Failure{}
	for _, f := range found {
		all.Unpublished += f.Unpublished
		kinds[kindOf(f)] = append(kinds[kindOf(f)], f)
	}
	for kind, same := range kinds {
		n := 0
		for _, f := range same {
			n += f.N
		}
		if kind.code == "" || n < all.Count || n == all.Count && kind.order() > kindOf(Failure{Reason: &all.Common}).order() {
			continue
		}
		most := slices.MaxFunc(same, func(a, b Failure) int {
			return cmp.Or(cmp.Compare(a.N, b.N), cmp.Compare(b.Reason.Message.String(), a.Reason.Message.String()))
		})
		all.Common, all.Count = *most.Reason, n
	}
	all.Brief = BriefOf(&all.Common)
	return all
}

// failureKind tells reasons apart.
type failureKind struct {
	code Code
	id   messages.ID
}

func kindOf(f Failure) failureKind {
	if f.Reason == nil {
		return failureKind{}
	}
	return failureKind{f.Reason.Code, f.Reason.Message.ID}
}

func (k failureKind) order() string { return string(k.code) + " " + string(k.id) }
