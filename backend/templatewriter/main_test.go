package templatewriter_test

import (
	"flag"
	"os"
	"testing"
)

// TestMain keeps rapid from writing what failed into the checkout: a second try
// would replay it. The seed is in the output.
func TestMain(m *testing.M) {
	flag.Parse()
	if err := flag.Set("rapid.nofailfile", "true"); err != nil {
		panic(err)
	}
	os.Exit(m.Run())
}
