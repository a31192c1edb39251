package web_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/web"
)

func TestRulesSayWhatEachSignInTakes(t *testing.T) {
	rules := web.NewRules()
	require.Equal(t, []web.SignInRule{
		{Way: galley.SignInToken},
		{Way: galley.SignInClientCredentials, NeedsApp: true},
		{Way: galley.SignInAuthorizationCode, NeedsApp: true, InBrowser: true},
	}, rules.SignIns)
	require.Equal(t, 10, rules.SampleSize)
	require.Equal(t, "signed_out", rules.SignedOut)
}
