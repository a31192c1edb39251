package galley_test

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

func TestFailuresTellTheCommonReason(t *testing.T) {
	because := func(code galley.Code, text string, n, unpublished int) galley.Failure {
		return galley.Failure{Reason: &galley.Reason{Code: code, Message: messages.AsRecorded(text)}, N: n, Unpublished: unpublished}
	}
	empty := func(name string, n int) galley.Failure {
		return galley.Failure{Reason: &galley.Reason{Code: galley.CodeInvalidInput, Message: messages.NoSuchReviewTab(name)}, N: n}
	}
	unknown := galley.Failure{N: 9}
	for name, c := range map[string]struct {
		found       []galley.Failure
		code        galley.Code
		brief       string
		count, gone int
	}{
		"one":                            {[]galley.Failure{because(galley.CodeShopMissing, "The shop is gone. Look.", 2, 2)}, galley.CodeShopMissing, "the shop is gone", 2, 2},
		"the greater number":             {[]galley.Failure{because(galley.CodeShopMissing, "A", 2, 2), because(galley.CodeWriterReply, "B", 3, 0)}, galley.CodeWriterReply, "B", 3, 2},
		"one sentence of many things":    {[]galley.Failure{empty("a", 2), empty("b", 3), because(galley.CodeWriterReply, "B", 4, 0)}, galley.CodeInvalidInput, messages.NoSuchReviewTab("b").Brief(), 5, 0},
		"one that is not known is none":  {[]galley.Failure{unknown, because(galley.CodeShopMissing, "A", 1, 1)}, galley.CodeShopMissing, "A", 1, 1},
		"nothing but unknown":            {[]galley.Failure{unknown}, "", "", 0, 0},
		"as many: by code, in any order": {[]galley.Failure{because(galley.CodeWriterReply, "B", 2, 0), because(galley.CodeShopMissing, "A", 2, 2)}, min(galley.CodeWriterReply, galley.CodeShopMissing), "", 2, 2},
	} {
		for range 8 { // maps have no order
			rand.Shuffle(len(c.found), func(i, j int) { c.found[i], c.found[j] = c.found[j], c.found[i] })
			got := galley.FailuresOf(c.found)
			require.Equal(t, c.code, got.Common.Code, name)
			require.Equal(t, c.count, got.Count, name)
			require.Equal(t, c.gone, got.Unpublished, name)
			if c.brief != "" {
				require.Equal(t, c.brief, got.Brief, name)
			}
		}
	}
	require.Nil(t, galley.FailuresOf(nil))
}
