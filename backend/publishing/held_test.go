package publishing_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/store/storetest"
)

// holdAll makes what is queued look as after a restore.
func (d *desk) holdAll() {
	d.t.Helper()
	storetest.Exec(d.t, d.store, "UPDATE publications SET held = 1")
	storetest.Exec(d.t, d.store, "INSERT INTO restorations (at, copy_made_at) VALUES (1, 1)")
}

// TestReleasesTextsOfTheEditorByThemselves: neither the shop's other held texts
// nor another field goes along.
func TestReleasesTextsOfTheEditorByThemselves(t *testing.T) {
	d := newDesk(t, 2, galley.FieldDescription)
	p := d.product("lamp-0000")
	_, err := d.SaveNow(bg, d.id, p.Handle, []galley.TextEdit{
		{Field: galley.FieldTitle, Expected: galley.Text(p.Title), Value: galley.Text("Orla lamp")},
		{Field: galley.FieldSEOTitle, Expected: p.SEOTitle, Value: galley.Text("Orla lamp | Aldermill")},
	})
	require.NoError(t, err)
	_, _, err = d.PublishNow(bg, galley.PublishRequest{JobID: d.job})
	require.NoError(t, err)
	d.holdAll()
	require.NoError(t, d.send())
	require.Empty(t, d.shop.Writes())

	held, err := d.Held(bg)
	require.NoError(t, err)
	require.Len(t, held.Outbox, 3)
	for _, req := range []galley.HeldRequest{{Editor: true}, {ShopID: d.id, Field: galley.FieldTitle}} {
		_, err = d.ReleaseHeldNow(bg, req)
		require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(err), "%+v names more than the editor's texts", req)
	}

	done, err := d.ReleaseHeldNow(bg, galley.HeldRequest{ShopID: d.id, Editor: true, Field: galley.FieldTitle})
	require.NoError(t, err)
	require.Equal(t, galley.HeldDone{Publications: 1}, done)
	require.NoError(t, d.send())
	require.Len(t, d.shop.Writes(), 1)
	require.Equal(t, "Orla lamp", d.product("lamp-0000").Title)

	done, err = d.WithdrawHeldNow(bg, galley.HeldRequest{ShopID: d.id, Editor: true})
	require.NoError(t, err)
	require.Equal(t, galley.HeldDone{Publications: 1}, done)
	held, err = d.Held(bg)
	require.NoError(t, err)
	require.Len(t, held.Outbox, 1)
	require.Equal(t, d.job, held.Outbox[0].JobID)
	require.Equal(t, 2, held.Outbox[0].Waiting)
}
