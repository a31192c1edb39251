package galley_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
)

func TestUnknownKindsAreRefused(t *testing.T) {
	require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(galley.ShopKind("wix").Check()))
	require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(galley.WriterKind("oracle").Check()))
	for _, k := range galley.ShopKinds() {
		require.NoError(t, k.Kind.Check())
		require.NotEmpty(t, k.Label)
	}
	for _, k := range galley.WriterKinds() {
		require.NoError(t, k.Kind.Check())
		require.Equal(t, k.Local, !k.NeedsEndpoint, "a writer runs here or at an endpoint")
	}
}

func TestShopsThatSignInForgetTheirCredential(t *testing.T) {
	for _, k := range galley.ShopKinds() {
		require.Equal(t, k.Connect == galley.ConnectSignIn, k.HasKept(galley.KeptCredential), k.Kind)
		require.Equal(t, k.Connect == galley.ConnectFile, k.HasKept(galley.KeptFile), k.Kind)
	}
}

func TestSubjectsHaveAllTheirFields(t *testing.T) {
	for _, f := range galley.Fields() {
		of := galleytest.SubjectFor(f, galleytest.Products(1)[0])
		before, ok := of.Value(f)
		require.True(t, ok, f)
		value, ok := of.With(f, galley.Text("a text")).Value(f)
		require.True(t, ok, f)
		require.Equal(t, galley.Text("a text"), value, f)
		after, _ := of.Value(f)
		require.Equal(t, before, after, "%s: the subject itself is left as it was", f)
	}
}

func TestCodesOfTheWriterAndTheCapAreMendedInSettings(t *testing.T) {
	for _, code := range galley.CodesWithTraits() {
		inSettings := code == galley.CodeWriterPrice || code == galley.CodeSpendCap
		require.Equal(t, inSettings, code.Traits().Settings, code)
		ofWriter := strings.HasPrefix(string(code), "writer_") && !inSettings
		require.Equal(t, ofWriter, code.Traits().Setup, code)
		require.Equal(t, code == galley.CodeOffline || code == galley.CodeTimeout, code.Traits().Offline, code)
	}
	require.Zero(t, galley.CodeWriterFacts.Traits(), "the product is to be mended, not the writer")
	require.Zero(t, galley.CodeInternal.Traits())
}

func TestScoresAreGradedByTheirTotal(t *testing.T) {
	for total, want := range map[int]galley.Verdict{0: "poor", 59: "poor", 60: "fair", 79: "fair", 80: "good", 100: "good"} {
		require.Equal(t, want, galley.Score{Total: total}.Verdict(), total)
	}
}
