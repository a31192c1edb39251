//go:build !bindings

package main

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
)

// A group that one process keeps while another adds a draft to it is open in the
// end, for both: a person kept other texts. Kept by both at once it is kept once.
func TestTwoProcessesKeepAndChangeOneAlikeGroup(t *testing.T) {
	t.Parallel()
	o := openOffice(t)
	job := o.drafts()
	here, there := o.open(), o.open()
	write := func(b *browser, pos int, text string) {
		id := galley.NewItemID(job, pos)
		now := request[struct{ Item galley.Item }](b, "GetProof", id).Item
		request[galley.Item](b, "EditItem", id, now.Revision, text)
	}
	same := "<p>A chair for the shed, the step and the end of the garden.</p>"
	for pos := 1; pos <= 3; pos++ {
		write(here, pos, same)
	}
	for round := range 4 {
		write(there, 4, fmt.Sprintf("<p>Round %d has words of its own.</p>", round))
		seen := request[galley.Alike](here, "GetAlike", job)
		if len(seen.Kept) > 0 { // in the round before, keeping came first
			seen = request[galley.Alike](here, "ReopenAlike", job, seen.Kept[0].ID)
		}
		require.Len(t, heldGroups(seen), 1)
		group := heldGroups(seen)[0].ID
		o.atOnce(
			func() error { return here.post("/rpc/KeepAlike", []any{job, []string{group}}, new(galley.Alike)) },
			func() error {
				var edited galley.Item
				now := request[struct{ Item galley.Item }](there, "GetProof", galley.NewItemID(job, 4)).Item
				return there.post("/rpc/EditItem", []any{now.ID, now.Revision, same}, &edited)
			},
		)
		for _, b := range []*browser{there, here} {
			found := request[galley.Alike](b, "GetAlike", job)
			require.Empty(t, found.Kept, "these four texts were not kept")
			require.Len(t, heldGroups(found), 1)
			require.Equal(t, 4, heldGroups(found)[0].Held)
			plan := request[galley.PublishPlan](b, "PlanPublish", galley.PublishRequest{JobID: job})
			require.Equal(t, officeProducts-4, plan.Count)
			require.Equal(t, 4, plan.Left.Alike)
		}
	}

	group := heldGroups(request[galley.Alike](here, "GetAlike", job))[0].ID
	keep := func(b *browser) func() error {
		return func() error { return b.post("/rpc/KeepAlike", []any{job, []string{group}}, new(galley.Alike)) }
	}
	o.atOnce(keep(here), keep(there))
	for _, b := range []*browser{there, here} {
		found := request[galley.Alike](b, "GetAlike", job)
		require.Empty(t, heldGroups(found))
		require.Len(t, found.Kept, 1)
		require.Equal(t, officeProducts, request[galley.PublishPlan](b, "PlanPublish", galley.PublishRequest{JobID: job}).Count)
	}
}

// heldGroups are the groups that hold drafts: of patterns, equal texts alone.
func heldGroups(found galley.Alike) (held []galley.AlikeGroup) {
	for _, g := range found.Groups {
		if g.Held > 0 {
			held = append(held, g)
		}
	}
	return held
}

// atOnce does things at the same time. Each succeeds, or is refused because what
// was on screen changed meanwhile.
func (o *office) atOnce(things ...func() error) {
	o.t.Helper()
	start := make(chan struct{})
	var all sync.WaitGroup
	failed := make([]error, len(things))
	for i, do := range things {
		all.Go(func() {
			<-start
			failed[i] = do()
		})
	}
	close(start)
	all.Wait()
	for _, err := range failed {
		if err != nil && !strings.Contains(err.Error(), string(galley.CodeChanged)) {
			require.NoError(o.t, err)
		}
	}
}
