package publishing_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// pair is a desk with a job for each SEO field.
type pair struct {
	*desk
	titles, metas galley.JobID
}

func newPair(t *testing.T, products int) *pair {
	d := newDesk(t, products, galley.FieldSEOTitle)
	return &pair{desk: d, titles: d.job, metas: d.written(galley.FieldMetaDescription)}
}

// decide queues all drafts of both fields.
func (p *pair) decide() {
	p.t.Helper()
	for _, job := range []galley.JobID{p.titles, p.metas} {
		_, _, err := p.PublishNow(bg, galley.PublishRequest{JobID: job})
		require.NoError(p.t, err)
	}
}

func (p *pair) of(job galley.JobID, pos int) galley.Item {
	p.job = job
	return p.item(pos)
}

func (p *pair) requireBothPublished() {
	p.t.Helper()
	for _, job := range []galley.JobID{p.titles, p.metas} {
		p.job = job
		c := p.counts()
		require.Equal(p.t, c.Total, c.Published)
		for pos := 1; pos <= c.Total; pos++ {
			it := p.item(pos)
			require.Equal(p.t, it.Content, p.shop.Value(it.Field, it.Target()).Text)
		}
	}
}

// More products than a window of the outbox holds: the two fields of a product
// go together all the same.
func TestSEOFieldsOfAProductAreOneWrite(t *testing.T) {
	p := newPair(t, 70)
	before := p.snapshot()
	requests := map[string]bool{}
	p.decide()
	require.NoError(t, p.send())
	p.requireBothPublished()
	for _, e := range p.activity(galley.ActivityAll) {
		requests[e.RequestID] = true
		require.NotNil(t, e.Sibling)
	}
	require.Len(t, requests, 70, "one request for each product")

	for _, job := range []galley.JobID{p.titles, p.metas} {
		_, _, err := p.UndoNow(bg, galley.UndoRequest{JobID: job})
		require.NoError(t, err)
	}
	require.NoError(t, p.send())
	require.Equal(t, before, p.snapshot(), "byte for byte, null for null")
}

// The sibling is the shop's current text, not the local copy's.
func TestSiblingIsSentAsItIsLive(t *testing.T) {
	p := newPair(t, 1)
	at := p.of(p.titles, 1).Target()
	theirs := galley.Text("Edited by the client, and not synced")
	p.shop.Put(galley.FieldMetaDescription, at, theirs)
	p.publish()
	require.Equal(t, galley.Published, p.item(1).PublishState)
	require.Equal(t, theirs, p.shop.Value(galley.FieldMetaDescription, at))
	require.Equal(t, &theirs, p.activity(galley.ActivityAll)[0].Sibling)

	newer := galley.Text("Edited once more")
	p.shop.Put(galley.FieldMetaDescription, at, newer)
	p.undo()
	require.Equal(t, galley.PublishUndone, p.item(1).PublishState)
	require.Equal(t, newer, p.shop.Value(galley.FieldMetaDescription, at), "the undo restores its own field alone")
	require.Equal(t, &newer, p.activity(galley.ActivityAll)[0].Sibling)
}

func TestUndoOfOneSEOFieldKeepsTheOther(t *testing.T) {
	p := newPair(t, 2)
	p.decide()
	require.NoError(t, p.send())
	at := p.of(p.titles, 1).Target()
	p.undo(p.item(1).ID)
	require.True(t, p.shop.Value(galley.FieldSEOTitle, at).Null)
	require.Equal(t, p.of(p.metas, 1).Content, p.shop.Value(galley.FieldMetaDescription, at).Text)
	require.Equal(t, galley.Published, p.of(p.metas, 1).PublishState)
}

func TestConflictOnOneSEOFieldDoesNotStopTheOther(t *testing.T) {
	p := newPair(t, 1)
	at := p.of(p.titles, 1).Target()
	theirs := galley.Text("Edited by the client")
	p.shop.Put(galley.FieldSEOTitle, at, theirs)
	p.decide()
	require.NoError(t, p.send())
	require.Equal(t, galley.PublishConflict, p.of(p.titles, 1).PublishState)
	require.Equal(t, theirs, p.shop.Value(galley.FieldSEOTitle, at))
	require.Equal(t, galley.Published, p.of(p.metas, 1).PublishState)
	require.Equal(t, p.item(1).Content, p.shop.Value(galley.FieldMetaDescription, at).Text)
}

func TestRefusalOfOneSEOFieldDoesNotFailTheOther(t *testing.T) {
	p := newPair(t, 1)
	sent := 0
	p.shop.Fault = func(call string, _ galley.Target) error {
		if call != "write" {
			return nil
		}
		if sent++; sent <= 2 { // both together, and the first of them alone
			return galley.NewError(galley.CodeShopRefused, messages.AsRecorded("Not published: refused."))
		}
		return nil
	}
	p.decide()
	require.NoError(t, p.send())
	require.Equal(t, galley.PublishFailed, p.of(p.titles, 1).PublishState)
	require.Equal(t, galley.Published, p.of(p.metas, 1).PublishState)
}

func TestWithdrawsOneSEOFieldWhileWriteWaits(t *testing.T) {
	p := newPair(t, 1)
	p.shop.Fault = first("wait", func(galley.Target) error {
		_, err := p.Withdraw(bg, galley.WithdrawRequest{JobID: p.titles})
		return err
	})
	p.decide()
	require.NoError(t, p.send())
	require.Equal(t, galley.Unpublished, p.of(p.titles, 1).PublishState)
	require.Equal(t, galley.Published, p.of(p.metas, 1).PublishState)
	require.True(t, p.shop.Value(galley.FieldSEOTitle, p.item(1).Target()).Null)
}

func TestAnswerWithAnotherSiblingIsNoted(t *testing.T) {
	p := newPair(t, 1)
	p.shop.Answer = func(f galley.Field, v galley.Value) galley.Value {
		if f == galley.FieldMetaDescription {
			return galley.Text("Not what was sent along")
		}
		return v
	}
	p.job = p.titles
	p.publish()
	require.Equal(t, galley.Published, p.item(1).PublishState)
	require.Equal(t, galley.CodeShopReadback, p.item(1).Error.Code)
	require.Contains(t, p.item(1).Error.Message.String(), "another meta description")
}
