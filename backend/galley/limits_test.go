package galley_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
)

func TestShopsOwnCapNeverMakesTheTotalSmaller(t *testing.T) {
	for name, c := range map[string]struct{ all, own, wantAll, wantOwn float64 }{
		"smaller":                   {all: 20, own: 5, wantAll: 20, wantOwn: 5},
		"larger":                    {all: 20, own: 50, wantAll: 50, wantOwn: 50},
		"the same":                  {all: 20, own: 20, wantAll: 20},
		"none of its own":           {all: 20, own: 0, wantAll: 0},
		"where all shops have none": {all: 0, own: 5, wantAll: 0, wantOwn: 5},
		"none where all have none":  {},
	} {
		t.Run(name, func(t *testing.T) {
			set := galley.Settings{Caps: galley.Caps{Job: 1, Day: c.own, Month: c.own}, AllCaps: &galley.Caps{Job: 9, Day: c.all, Month: c.all}}
			all, own := set.Limits()
			require.Equal(t, galley.Caps{Job: 1, Day: c.wantAll, Month: c.wantAll}, all)
			require.Equal(t, galley.Caps{Day: c.wantOwn, Month: c.wantOwn}, own)
		})
	}
	all, own := galley.Settings{Caps: galley.Caps{Day: 3}}.Limits()
	require.Equal(t, galley.Caps{Day: 3}, all)
	require.Equal(t, galley.Caps{}, own)
}
