package crashtest

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/cli"
	"galley/backend/failpoint"
	domain "galley/backend/galley"
	"galley/backend/lease"
	"galley/backend/vault"
)

// The environment of the program that the test binary becomes.
const (
	asProgram = "GALLEY_CRASHTEST_PROGRAM"
	dieAt     = "GALLEY_CRASHTEST_DIE_AT"  // a point, and how often it is reached until then
	clockOff  = "GALLEY_CRASHTEST_CLOCK"   // how far the machine's clock is off
	hangAt    = "GALLEY_CRASHTEST_HANG_AT" // like dieAt, but waits at that point
	hangFile  = "GALLEY_CRASHTEST_HANG"    // a file that the program makes there, and waits for to be gone
	leaseTerm = "GALLEY_CRASHTEST_LEASE_TERM"
)

func TestMain(m *testing.M) {
	vault.SetCost(8)
	if os.Getenv(asProgram) == "" {
		os.Exit(m.Run())
	}
	if err := harm(); err != nil {
		panic(err)
	}
	shortenLeases(os.Getenv(leaseTerm))
	failpoint.Watch(onBoth(atPoint(os.Getenv(dieAt), die), atPoint(os.Getenv(hangAt), hang)))
	os.Exit(cli.Main(context.Background(), cli.Program{Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr, Clock: clock(os.Getenv(clockOff))}, os.Args[1:]))
}

// atPoint does something when the program reaches a point for the nth time.
func atPoint(spec string, do func()) func(failpoint.Point) {
	if spec == "" {
		return func(failpoint.Point) {}
	}
	var at failpoint.Point
	var nth, reached int64
	if _, err := fmt.Sscan(spec, &at, &nth); err != nil {
		panic(err)
	}
	return func(p failpoint.Point) {
		if p == at && atomic.AddInt64(&reached, 1) == nth {
			do()
		}
	}
}

func onBoth(one, other func(failpoint.Point)) func(failpoint.Point) {
	return func(p failpoint.Point) { one(p); other(p) }
}

func die() {
	self, err := os.FindProcess(os.Getpid())
	if err == nil {
		err = self.Kill()
	}
	panic(fmt.Sprint("still alive: ", err))
}

// hang waits until the file that it makes is gone.
func hang() {
	path := os.Getenv(hangFile)
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		panic(err)
	}
	for {
		if _, err := os.Stat(path); err != nil {
			return
		}
		time.Sleep(time.Millisecond)
	}
}

// shortenLeases has processes that are stopped lose their leases sooner.
func shortenLeases(text string) {
	if text == "" {
		return
	}
	term, err := time.ParseDuration(text)
	if err != nil {
		panic(err)
	}
	lease.SetTerm(term)
}

// wrongClock is the machine's, set back or forth.
type wrongClock struct {
	domain.SystemClock
	off time.Duration
}

func (c wrongClock) Now() time.Time { return c.SystemClock.Now().Add(c.off) }

func clock(off string) domain.Clock {
	if off == "" {
		return domain.SystemClock{}
	}
	d, err := time.ParseDuration(off)
	if err != nil {
		panic(err)
	}
	return wrongClock{off: d}
}

// galley is the program on one home.
type galley struct {
	t    *testing.T
	home string
	env  []string
}

func (g galley) command(args ...string) *exec.Cmd {
	cmd := exec.Command(os.Args[0], args...)
	cmd.Env = append(os.Environ(), asProgram+"=1", "GALLEY_HOME="+g.home, vault.EnvPassphrase+"="+passphrase,
		"GORACE=atexit_sleep_ms=0") // under the race detector, each process would end a second late
	cmd.Env = append(cmd.Env, g.env...)
	return cmd
}

// with is the same home, and a program with that environment.
func (g galley) with(env ...string) galley {
	g.env = append(slices.Clip(g.env), env...)
	return g
}

// ended is what became of a command.
type ended struct {
	code     int // -1 if it was killed
	out, err string
}

func (e ended) killed() bool { return e.code == -1 }

func (g galley) try(stdin string, args ...string) ended {
	g.t.Helper()
	return g.finish(g.start(stdin, args...))
}

// process is a command under way.
type process struct {
	*exec.Cmd
	out, err bytes.Buffer
}

func (g galley) start(stdin string, args ...string) *process {
	g.t.Helper()
	p := &process{Cmd: g.command(args...)}
	p.Stdin, p.Stdout, p.Stderr = strings.NewReader(stdin), &p.out, &p.err
	require.NoError(g.t, p.Start())
	return p
}

// tooLong is when a command counts as hanging.
const tooLong = 10 * time.Minute

func (g galley) finish(p *process) ended {
	g.t.Helper()
	stop := time.AfterFunc(tooLong, func() { _ = p.Process.Kill() })
	defer stop.Stop()
	_ = p.Wait()
	return ended{p.ProcessState.ExitCode(), p.out.String(), p.err.String()}
}

// says runs a command that has to fail with that sentence.
func (g galley) says(sentence string, args ...string) {
	g.t.Helper()
	e := g.try("", args...)
	require.Equal(g.t, 1, e.code, "galley %s\n%s\n%s", strings.Join(args, " "), e.out, e.err)
	require.Contains(g.t, e.err, sentence)
}

// run runs a command to its end and reads its document.
func (g galley) run(into any, stdin string, args ...string) {
	g.t.Helper()
	e := g.try(stdin, append(args, "--json")...)
	require.Zero(g.t, e.code, "galley %s\n%s\n%s", strings.Join(args, " "), e.out, e.err)
	if into != nil {
		require.NoError(g.t, json.Unmarshal([]byte(e.out), into), e.out)
	}
}

// death is how a process ends: at a point, or after some time.
type death struct {
	at    failpoint.Point
	nth   int // how often the point is reached until then
	after time.Duration
}

func (d death) String() string {
	if d.at == "" {
		return fmt.Sprint("after ", d.after)
	}
	return fmt.Sprintf("%s (%d.)", d.at, d.nth)
}

// dies runs a command that a failpoint kills. It reports false if the command
// ended before.
func (g galley) dies(d death, args ...string) bool {
	g.t.Helper()
	if d.at != "" {
		g = g.with(fmt.Sprintf("%s=%s %d", dieAt, d.at, d.nth))
	}
	p := g.start("", args...)
	if d.at == "" {
		stop := time.AfterFunc(d.after, func() { _ = p.Process.Kill() })
		defer stop.Stop()
	}
	e := g.finish(p)
	require.Contains(g.t, []int{-1, 0, 4}, e.code, "galley %s\n%s", strings.Join(args, " "), e.err)
	return e.killed()
}

// connect adds the shop to the home, and returns its id.
func (g galley) connect(s *shop) string {
	g.t.Helper()
	var added domain.Shop
	g.run(&added, s.demo.Token()+"\n", "shop", "add", "shopify", "crash", "--endpoint", s.server.URL, "--token-stdin")
	return string(added.ID)
}

const passphrase = "a passphrase for tests"

// vault opens the home's key store.
func (g galley) vault() *vault.Vault {
	return vault.Open(g.home, func(string) (string, error) { return passphrase, nil })
}
