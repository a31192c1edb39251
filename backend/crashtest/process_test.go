package crashtest

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/cli"
)

// asProgram makes the test binary the program itself.
const asProgram = "GALLEY_CRASHTEST_PROGRAM"

func TestMain(m *testing.M) {
	if os.Getenv(asProgram) != "" {
		os.Exit(cli.Main(context.Background(), cli.Program{Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr}, os.Args[1:]))
	}
	os.Exit(m.Run())
}

// galley is the program on one home.
type galley struct {
	t          *testing.T
	home       string
	passphrase string // of its key store; "" for one of no matter
}

func (g galley) command(args ...string) *exec.Cmd {
	passphrase := cmp.Or(g.passphrase, "a passphrase for tests")
	cmd := exec.Command(os.Args[0], args...)
	cmd.Env = append(os.Environ(), asProgram+"=1", "GALLEY_HOME="+g.home, "GALLEY_PASSPHRASE="+passphrase,
		"GORACE=atexit_sleep_ms=0") // under the race detector, each process would end a second late
	return cmd
}

// run runs a command to its end and reads its document.
func (g galley) run(into any, stdin string, args ...string) {
	g.t.Helper()
	cmd := g.command(append(args, "--json")...)
	var out, errs bytes.Buffer
	cmd.Stdin, cmd.Stdout, cmd.Stderr = strings.NewReader(stdin), &out, &errs
	require.NoError(g.t, cmd.Run(), "galley %s\n%s\n%s", strings.Join(args, " "), out.String(), errs.String())
	if into != nil {
		require.NoError(g.t, json.Unmarshal(out.Bytes(), into), out.String())
	}
}

// killed starts a command and kills it after that time. It reports false where
// the command had come to its end before.
func (g galley) killed(after time.Duration, args ...string) bool {
	g.t.Helper()
	cmd := g.command(args...)
	var errs bytes.Buffer
	cmd.Stderr = &errs
	require.NoError(g.t, cmd.Start())
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	select {
	case err := <-ended:
		require.NoError(g.t, err, "galley %s\n%s", strings.Join(args, " "), errs.String())
		return false
	case <-time.After(after):
	}
	require.NoError(g.t, cmd.Process.Kill())
	<-ended
	return true
}
