package wire

import (
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
)

func TestEveryKindOfShopHasAClient(t *testing.T) {
	for _, k := range galley.ShopKinds() {
		require.NotNil(t, clientOpeners[k.Kind], k.Kind)
	}
}

func TestShopOfAnUnknownKindIsNotOpened(t *testing.T) {
	_, err := new(shopClients).Client(t.Context(), galley.Shop{Kind: "wix"})
	require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(err))
}

func TestEveryKindOfWriterCanBeMade(t *testing.T) {
	for _, k := range galley.WriterKinds() {
		require.NotNil(t, writerMakers[k.Kind], k.Kind)
	}
	_, err := new(writerFactory).Writer(t.Context(), galley.WriterSpec{Kind: "oracle"})
	require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(err))
}
