package publishing_test

import (
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/lease"
)

func TestSettlesLostAnswerByReading(t *testing.T) {
	for name, when := range map[string]string{"before it took effect": "write", "after it took effect": "written"} {
		d := newDesk(t, 1, galley.FieldTitle)
		var once sync.Once
		d.shop.Fault = func(call string, _ galley.Target) (err error) {
			if call == when {
				once.Do(func() { err = galley.NewError(galley.CodeOutcomeUnknown, messages.AsRecorded("The answer was lost.")) })
			}
			return err
		}
		d.publish()
		require.Equal(t, galley.Published, d.item(1).PublishState, name)
		require.Len(t, d.shop.Writes(), 1, name)
		d.undo()
		require.Equal(t, galley.Text("Lamp 0000"), d.shop.Value(galley.FieldTitle, d.item(1).Target()))
	}
}

func TestLateWriteCanBeUndone(t *testing.T) {
	d := newDesk(t, 1, galley.FieldTitle)
	looks := 0
	d.shop.Fault = func(call string, at galley.Target) error {
		switch call {
		case "write":
			return galley.NewError(galley.CodeOutcomeUnknown, messages.AsRecorded("The answer was lost."))
		case "content":
			if looks++; looks == 3 { // before, after, and before the next attempt
				d.shop.Put(galley.FieldTitle, at, galley.Text(d.item(1).Content))
			}
		}
		return nil
	}
	d.publish()
	require.Equal(t, galley.Published, d.item(1).PublishState)
	require.Equal(t, galley.ResultWritten, d.activity(galley.ActivityAll)[0].Result)
	d.shop.Fault = nil
	d.undo()
	require.Equal(t, galley.Text("Lamp 0000"), d.shop.Value(galley.FieldTitle, d.item(1).Target()))
}

func TestAlwaysLostAnswerFailsWithoutAnotherWrite(t *testing.T) {
	d := newDesk(t, 1, galley.FieldTitle)
	d.shop.Fault = func(call string, _ galley.Target) error {
		if call == "write" {
			return galley.NewError(galley.CodeOutcomeUnknown, messages.AsRecorded("The answer was lost."))
		}
		return nil
	}
	d.publish()
	require.Equal(t, galley.PublishFailed, d.item(1).PublishState)
	require.Equal(t, galley.CodeOutcomeUnknown, d.item(1).Error.Code)
	require.Equal(t, 1, d.counts().Failed)
}

func TestNextProcessSettlesKilledPublish(t *testing.T) {
	for name, c := range map[string]struct {
		wrote  bool
		theirs string
		want   galley.PublishState
		writes int
	}{
		"begun, not written":            {want: galley.Published, writes: 1},
		"written, not noted":            {wrote: true, want: galley.Published, writes: 0},
		"begun, and someone else wrote": {theirs: "Theirs", want: galley.PublishConflict, writes: 0},
	} {
		d := newDesk(t, 1, galley.FieldTitle)
		_, _, err := d.PublishNow(bg, galley.PublishRequest{JobID: d.job})
		require.NoError(t, err)
		dead := galley.Lease{Name: "outbox:" + string(d.id), Holder: "dead"}
		_, err = d.store.TakeLease(bg, dead.Name, dead.Holder, lease.Term)
		require.NoError(t, err)
		waiting, err := d.store.Waiting(bg, d.id, 1)
		require.NoError(t, err)
		_, _, err = d.store.StartPublications(bg, []galley.PublicationStart{{Publication: waiting[0], Before: &galley.Value{Text: "Lamp 0000"}}}, dead)
		require.NoError(t, err)
		if c.wrote {
			d.shop.Put(galley.FieldTitle, waiting[0].Target(), waiting[0].After)
		}
		if c.theirs != "" {
			d.shop.Put(galley.FieldTitle, waiting[0].Target(), galley.Text(c.theirs))
		}
		require.NoError(t, d.store.DropLease(bg, dead.Name, dead.Holder)) // killed, and found dead

		require.NoError(t, d.send(), name)
		require.Equal(t, c.want, d.item(1).PublishState, name)
		require.Len(t, d.shop.Writes(), c.writes, name)
		if c.want == galley.Published {
			d.undo()
			require.Equal(t, galley.Text("Lamp 0000"), d.shop.Value(galley.FieldTitle, waiting[0].Target()), name)
		}
	}
}

func TestTwoProcessesPublishNothingTwice(t *testing.T) {
	d := newDeskAt(t, galley.SystemClock{}, 40, galley.FieldTitle)
	_, _, err := d.PublishNow(bg, galley.PublishRequest{JobID: d.job})
	require.NoError(t, err)
	var both sync.WaitGroup
	for _, holder := range []string{"p1", "p2"} {
		both.Go(func() { require.NoError(t, d.dispatcher(holder).Wait(bg, d.job, nil)) })
	}
	both.Wait()
	require.Equal(t, 40, d.counts().Published)
	require.Len(t, d.shop.Writes(), 40)
}
