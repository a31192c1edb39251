package llm

import (
	"fmt"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/llm/llmtest"
)

// TestEndpointThatCountsWhatAnswersMayTake: once a refusal has named tokens,
// fewer than one in two hundred are refused as soon as its minutes have evened out,
// and the limit is used.
func TestEndpointThatCountsWhatAnswersMayTake(t *testing.T) {
	for _, c := range []struct {
		tpm           int
		silent, names bool
	}{
		{tpm: 300_000}, {tpm: 2_000_000}, {tpm: 300_000, silent: true}, {tpm: 300_000, names: true},
	} {
		t.Run(fmt.Sprintf("%d, silent %v, names %v", c.tpm, c.silent, c.names), func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				const minutes = 10
				model := &metered{tpm: c.tpm, silent: c.silent, names: c.names, reserves: true}
				client, server := warm(t, llmtest.Options{Answer: model.answer}, Config{TPM: c.tpm, Concurrency: 64})
				run(t, client, 64, minutes*time.Minute)
				fraction := float64(model.used) / float64(c.tpm*minutes)
				all, late := len(server.Requests()), 0
				if len(model.refused) > 0 {
					late = model.since(model.refused[0].Add(2 * time.Minute))
				}
				t.Logf("%.1f %% of the limit reached, %d of %d refused, %d two minutes or more after the first", 100*fraction, len(model.refused), all, late)
				require.Greater(t, fraction, 0.9) // with the first minute, when the endpoint asks for a break
				require.LessOrEqual(t, late, all/200)
				require.LessOrEqual(t, len(model.refused), max(all/100, 16))
			})
		})
	}
}
