package review_test

import (
	"context"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/store/storetest"
)

// clash has the draft at the position in conflict with a text of the shop.
func (d *desk) clash(pos int, theirs galley.Value) {
	d.t.Helper()
	held := galley.Lease{Name: "outbox:" + string(d.shop.ID), Holder: "p"}
	_, err := d.store.TakeLease(bg, held.Name, held.Holder, time.Minute)
	require.NoError(d.t, err)
	storetest.Queue(d.t, d.store, d.job, pos)
	waiting, err := d.store.Waiting(bg, d.shop.ID, 1)
	require.NoError(d.t, err)
	_, _, err = d.store.StartPublications(bg, []galley.PublicationStart{{Publication: waiting[0], Before: &theirs}}, held)
	require.NoError(d.t, err)
	require.NoError(d.t, d.store.Settle(bg, []galley.Settlement{{Publication: waiting[0], End: galley.Settled{
		State: galley.PublicationClash, Before: &theirs, Live: &theirs, Reason: &galley.Reason{Code: galley.CodeShopChanged, Message: messages.AsRecorded("Changed.")},
	}}}, held))
}

// expects is what the shop must have for the draft to be published.
func (d *desk) expects(pos int) galley.Value {
	d.t.Helper()
	original, err := d.store.Original(bg, d.id(pos))
	require.NoError(d.t, err)
	return original
}

func TestEditTogetherMakesTheirTextTheOneThatIsReplaced(t *testing.T) {
	d := newDesk(t, galley.FieldTitle)
	theirs := galley.Text("Theirs")
	d.clash(1, theirs)
	require.Equal(t, galley.Text("Before"), d.expects(1))
	item, err := d.Edit(bg, d.id(1), 0, "Theirs and mine")
	require.NoError(t, err)
	require.Equal(t, galley.Unpublished, item.PublishState)
	require.Nil(t, item.OnShop)
	require.Equal(t, theirs, d.expects(1))
}

func TestKeepTheirsLeavesTheConflictAndTheShop(t *testing.T) {
	d := newDesk(t, galley.FieldTitle)
	d.clash(1, galley.Text("Theirs"))
	d.clash(2, galley.Text("Theirs too"))
	done, err := d.Reject(bg, d.at(1, 2))
	require.NoError(t, err)
	require.Equal(t, 2, done.Count)
	job, err := d.store.Job(bg, d.job)
	require.NoError(t, err)
	require.Zero(t, job.Counts.Conflict, "nothing is left to be decided")
	require.Equal(t, 2, job.Counts.Rejected)
	_, err = d.Reopen(bg, d.at(1))
	require.NoError(t, err)
	job, err = d.store.Job(bg, d.job)
	require.NoError(t, err)
	require.Equal(t, 1, job.Counts.Conflict)
}

func TestRegenerateFromTheirs(t *testing.T) {
	d := newDesk(t, galley.FieldTitle)
	theirs := galley.Text("Theirs")
	d.clash(1, theirs)
	item, err := d.Regenerate(bg, d.at(1)[0], "")
	require.NoError(t, err)
	require.Equal(t, theirs, d.again.asked.Original)
	require.Empty(t, d.again.asked.Previous, "the draft before was for a text that is no more")
	require.Equal(t, "Theirs", d.again.asked.Product.Title)
	require.Equal(t, galley.Unpublished, item.PublishState)
	require.Equal(t, "Theirs", item.Original)
	require.Equal(t, theirs, d.expects(1), "so that it can be published")
}

// drafter writes as a function says.
type drafter func(galley.DraftRequest) (galley.Written, galley.Usage, error)

func (f drafter) Draft(_ context.Context, _ galley.Writer, req galley.DraftRequest) (galley.Written, galley.Usage, error) {
	return f(req)
}

func TestManyAreRegeneratedAtOnce(t *testing.T) {
	d := newDesk(t, galley.FieldTitle)
	for pos := 1; pos <= 3; pos++ {
		d.clash(pos, galley.Text("Theirs"))
	}
	got, err := d.RegenerateAll(bg, "", d.at(1, 2, 3, 4), "")
	require.NoError(t, err)
	require.Equal(t, 3, got.Written)
	require.Equal(t, 1, got.Failed, "the fourth has no draft")
	require.Equal(t, galley.CodeIllegalState, got.Reason.Code)
	job, err := d.store.Job(bg, d.job)
	require.NoError(t, err)
	require.Zero(t, job.Counts.Conflict)
	require.InDelta(t, 3.0, job.Usage.CostUSD, 1e-9)
}

func TestWriterFailingForAllIsNotAskedForEachItem(t *testing.T) {
	d := newDesk(t, galley.FieldTitle)
	var mu sync.Mutex
	asked := 0
	d.writtenBy(drafter(func(galley.DraftRequest) (galley.Written, galley.Usage, error) {
		mu.Lock()
		defer mu.Unlock()
		asked++
		return galley.Written{}, galley.Usage{}, galley.NewError(galley.CodeOffline, messages.AsRecorded("The model endpoint cannot be reached. Nothing was lost."))
	}))
	got, err := d.RegenerateAll(bg, "", d.at(1, 2, 3), "")
	require.NoError(t, err)
	require.Equal(t, 1, asked)
	require.Equal(t, 3, got.Failed)
	require.Equal(t, galley.CodeOffline, got.Reason.Code)
	item, err := d.Item(bg, d.id(1))
	require.NoError(t, err)
	require.Equal(t, 1, item.Revision, "nothing is lost")
}

func TestWritingAgainKeepsToTheCaps(t *testing.T) {
	for name, caps := range map[string]galley.Caps{"a job": {Job: 1}, "a day": {Day: 1}} {
		d := newDesk(t, galley.FieldTitle)
		d.world.Settings.Caps = caps
		got, err := d.RegenerateAll(bg, "", d.at(1, 2, 3), "")
		require.NoError(t, err)
		require.Equal(t, 1, got.Written, "%s: each costs a dollar", name)
		require.Equal(t, galley.CodeSpendCap, got.Reason.Code, name)
	}
}
