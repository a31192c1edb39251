package galleytest

import (
	"context"
	"errors"
	"maps"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
)

// ShopClientConformance checks what every galley.ShopClient must do in reading
// and writing places, with one place of each kind that the shop has.
func ShopClientConformance(t *testing.T, c galley.ShopClient, places ...galley.Target) {
	s := shopSuite{c, map[galley.PlaceKind]galley.Target{}}
	for _, place := range places {
		s.places[place.Kind] = place
	}
	t.Run("a place is written and read back, its sibling as it is", s.writes)
	t.Run("null and empty are told apart where the shop does", s.restores)
	t.Run("a decision against it sends nothing", s.declines)
	t.Run("an error of the decision is returned as it is", s.fails)
	t.Run("what is gone does not exist, and is decided too", s.gone)
	t.Run("one that was stopped does not ask for a decision", s.stopped)
}

type shopSuite struct {
	galley.ShopClient
	places map[galley.PlaceKind]galley.Target
}

func (s shopSuite) at(f galley.Field) galley.Slot {
	return galley.SlotOf(f, s.places[f.Place()])
}

// fields are those that the shop has places for.
func (s shopSuite) fields() (fields []galley.Field) {
	for _, f := range galley.Fields() {
		if _, has := s.places[f.Place()]; has {
			fields = append(fields, f)
		}
	}
	return fields
}

func (s shopSuite) read(t *testing.T, slot galley.Slot) galley.SlotContent {
	now, err := s.Slot(t.Context(), slot)
	require.NoError(t, err)
	return now
}

func (s shopSuite) writes(t *testing.T) {
	for _, f := range s.fields() {
		slot, text := s.at(f), galley.Text("Conformance of "+string(f))
		want := maps.Clone(s.read(t, slot).Values)
		asked := 0
		receipt, err := s.Write(t.Context(), slot, func(_ context.Context, now galley.SlotContent) (*galley.Sending, error) {
			asked++
			require.True(t, now.Exists, f)
			require.Equal(t, want, now.Values, f)
			return &galley.Sending{Values: map[galley.Field]galley.Value{f: text}}, nil
		})
		require.NoError(t, err)
		require.Equal(t, 1, asked, f)
		want[f] = text
		require.Equal(t, want, receipt.Sent, f)
		require.Equal(t, want, receipt.Values, f)
		require.Equal(t, want, s.read(t, slot).Values, f)
		found, err := s.Content(t.Context(), f, []galley.Target{slot.Target})
		require.NoError(t, err)
		require.Equal(t, text, found[0].Value, f)
	}
}

func (s shopSuite) restores(t *testing.T) {
	for _, f := range s.fields() {
		if _, sent := f.Sibling(); !sent {
			continue // a title or description is never null, and of alt texts shops differ
		}
		_, err := WriteField(t.Context(), s, f, s.at(f).Target, galley.Null())
		require.NoError(t, err)
		require.Equal(t, galley.Null(), s.read(t, s.at(f)).Values[f], f)
	}
}

func (s shopSuite) declines(t *testing.T) {
	before := s.read(t, s.at(galley.FieldTitle))
	receipt, err := s.Write(t.Context(), s.at(galley.FieldTitle), func(context.Context, galley.SlotContent) (*galley.Sending, error) { return nil, nil })
	require.NoError(t, err)
	require.Nil(t, receipt.Sent)
	require.Equal(t, before, s.read(t, s.at(galley.FieldTitle)))
}

func (s shopSuite) fails(t *testing.T) {
	before, no := s.read(t, s.at(galley.FieldSEOTitle)), errors.New("no")
	receipt, err := s.Write(t.Context(), s.at(galley.FieldSEOTitle), func(context.Context, galley.SlotContent) (*galley.Sending, error) { return nil, no })
	require.Equal(t, no, err)
	require.Nil(t, receipt.Sent)
	require.Equal(t, before, s.read(t, s.at(galley.FieldSEOTitle)))
}

// gone are ids that no shop has.
var gone = map[galley.PlaceKind]string{
	galley.PlaceProduct:    "gid://shopify/Product/404",
	galley.PlaceImage:      "gid://shopify/MediaImage/404",
	galley.PlaceCollection: "gid://shopify/Collection/404",
}

func (s shopSuite) gone(t *testing.T) {
	for _, f := range galley.Fields() {
		slot := galley.SlotOf(f, galley.Target{Kind: f.Place(), ID: gone[f.Place()]})
		require.False(t, s.read(t, slot).Exists, f)
		asked := false
		_, err := s.Write(t.Context(), slot, func(_ context.Context, now galley.SlotContent) (*galley.Sending, error) {
			asked = true
			require.False(t, now.Exists, f)
			return nil, nil
		})
		require.NoError(t, err)
		require.True(t, asked, f)
	}
}

func (s shopSuite) stopped(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	stop()
	_, err := s.Write(ctx, s.at(galley.FieldTitle), func(context.Context, galley.SlotContent) (*galley.Sending, error) {
		t.Error("asked for a decision")
		return nil, nil
	})
	require.Equal(t, galley.CodeCancelled, galley.CodeOf(err))
}
