//go:build e2e

package main

import "galley/backend/vault"

// Browser tests start the program hundreds of times, and most of these times it opens its key store.
func init() { vault.SetCost(8) } //nolint:gochecknoinits,forbidigo // main does not know that it is tested
