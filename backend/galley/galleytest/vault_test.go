package galleytest_test

import (
	"testing"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
)

func TestVaultInMemory(t *testing.T) {
	galleytest.VaultConformance(t, func(*testing.T) func() galley.Vault {
		v := &galleytest.Vault{}
		return func() galley.Vault { return v }
	})
}

func TestLockedVaultIsReported(t *testing.T) {
	v := &galleytest.Vault{Locked: true}
	_, getErr := v.Get("a")
	for _, err := range []error{getErr, v.Set("a", "b"), v.Delete("a")} {
		if !galley.HasCode(err, galley.CodeVaultLocked) {
			t.Errorf("got %v, want %s", err, galley.CodeVaultLocked)
		}
	}
}
