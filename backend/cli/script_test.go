package cli_test

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"galley/backend/demo/oauth/oauthtest"
	"galley/backend/wire"
)

// TestScripts runs testdata/*.txtar. Beside the commands of testscript there
// are
//
//	exits CODE ARG...      runs galley and compares its exit code
//	json PATH VALUE        standard output is one document, and has this value there;
//	                       names and indexes are joined by dots, len is a length
//	jsonenv NAME PATH      puts a value of the document into the environment
//	demoshop N [LATENCY [FAULTS [RATE]]]   runs a demo shop with N products: $ENDPOINT, its token in the
//	                       file token, its app as $CLIENT_ID with the secret in the file secret. RATE is
//	                       in points per second, with a bucket of twenty seconds
//	agrees CODE ARG...     runs galley with a free port, and the file secret as input, opens the address
//	                       that it shows, agrees there, and compares galley's exit code
//	model WAY              runs a model endpoint: $MODEL; its way can be changed
//	until PATH VALUE ARG.. runs galley until its document has this value there
//	until -some PATH ARG.. the same, until the number there is not 0
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata",
		Setup: func(env *testscript.Env) error {
			env.Setenv("GALLEY_HOME", filepath.Join(env.WorkDir, "home"))
			env.Setenv("GALLEY_PASSPHRASE", "quoin and composing stick")
			env.Setenv("DBUS_SESSION_BUS_ADDRESS", "") // never the keyring of the person running the tests
			env.Setenv("GORACE", "atexit_sleep_ms=0")  // under the race detector, each process would end a second late
			env.Values[endpointKey{}] = &modelEndpoint{}
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits": exits, "json": jsonIs, "jsonenv": jsonEnv, "demoshop": demoShop, "model": model, "until": until,
			"agrees": agrees,
		},
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
	})
}

func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 1 {
		ts.Fatalf("usage: exits CODE ARG...")
	}
	if code := run(ts, args[1:]); strconv.Itoa(code) != args[0] {
		ts.Fatalf("galley %s: exit code %d instead of %s", strings.Join(args[1:], " "), code, args[0])
	}
}

// run runs galley and returns its exit code.
func run(ts *testscript.TestScript, args []string) int {
	var failed *exec.ExitError
	switch err := ts.Exec("galley", args...); {
	case errors.As(err, &failed):
		return failed.ExitCode()
	case err != nil:
		ts.Fatalf("galley did not run: %v", err)
	}
	return 0
}

// patience is how long something in the background may take.
const patience = 2 * time.Minute

func until(ts *testscript.TestScript, _ bool, args []string) {
	came := func() bool { return lookUp(ts, args[0]) == args[1] }
	if args[0] == "-some" {
		came = func() bool { return lookUp(ts, args[1]) != "0" }
	}
	for limit := time.Now().Add(patience); run(ts, args[2:]) != 0 || !came(); {
		if time.Now().After(limit) {
			ts.Fatalf("%s did not come: %s", args[0], args[1])
		}
		time.Sleep(20 * time.Millisecond)
	}
}

func jsonIs(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 2 {
		ts.Fatalf("usage: json PATH VALUE")
	}
	if got := lookUp(ts, args[0]); (got == args[1]) == neg {
		ts.Fatalf("%s is %s", args[0], got)
	}
}

func jsonEnv(ts *testscript.TestScript, _ bool, args []string) {
	ts.Setenv(args[0], lookUp(ts, args[1]))
}

// lookUp reads standard output as exactly one document.
func lookUp(ts *testscript.TestScript, path string) string {
	decoder := json.NewDecoder(strings.NewReader(ts.ReadFile("stdout")))
	decoder.UseNumber()
	var at any
	if err := decoder.Decode(&at); err != nil {
		ts.Fatalf("standard output is no document: %v", err)
	}
	if _, err := decoder.Token(); err != io.EOF {
		ts.Fatalf("standard output has more than one document")
	}
	for step := range strings.SplitSeq(path, ".") {
		at = into(ts, at, step)
	}
	if text, ok := at.(string); ok {
		return text
	}
	text, err := json.Marshal(at)
	ts.Check(err)
	return string(text)
}

func into(ts *testscript.TestScript, at any, step string) any {
	switch at := at.(type) {
	case []any:
		if step == "len" {
			return len(at)
		}
		if i, err := strconv.Atoi(step); err == nil && i < len(at) {
			return at[i]
		}
	case map[string]any:
		if value, ok := at[step]; ok {
			return value
		}
	}
	ts.Fatalf("there is no %s in the document", step)
	return nil
}

func demoShop(ts *testscript.TestScript, _ bool, args []string) {
	shop := wire.DemoShop{RestoreRate: 10_000, Bucket: 20_000}
	var err error
	shop.Products, err = strconv.Atoi(args[0])
	ts.Check(err)
	if len(args) > 1 {
		shop.Latency, err = time.ParseDuration(args[1])
		ts.Check(err)
	}
	if len(args) > 2 {
		shop.Faults = args[2]
	}
	if len(args) > 3 {
		shop.RestoreRate, err = strconv.ParseFloat(args[3], 64)
		ts.Check(err)
		shop.Bucket = 20 * shop.RestoreRate
	}
	ctx, cancel := context.WithCancel(context.Background())
	ready, ended := make(chan wire.DemoAddress, 1), make(chan error, 1)
	go func() {
		_, err := wire.ServeDemoShop(ctx, "127.0.0.1:0", shop, func(at wire.DemoAddress) { ready <- at })
		ended <- err
	}()
	ts.Defer(func() {
		cancel()
		ts.Check(<-ended)
	})
	select {
	case at := <-ready:
		ts.Setenv("ENDPOINT", at.Endpoint)
		ts.Setenv("CLIENT_ID", at.ClientID)
		ts.Check(os.WriteFile(ts.MkAbs("token"), []byte(at.Token+"\n"), 0o600))
		ts.Check(os.WriteFile(ts.MkAbs("secret"), []byte(at.ClientSecret+"\n"), 0o600))
	case err := <-ended:
		ended <- nil
		ts.Fatalf("no demo shop: %v", err)
	}
}

// agrees plays the person in the browser while galley waits for them.
func agrees(ts *testscript.TestScript, _ bool, args []string) {
	port, err := oauthtest.FreePort()
	ts.Check(err)
	program := exec.Command("galley", append(args[1:], "--port", strconv.Itoa(port))...)
	for _, name := range []string{"HOME", "PATH", "GALLEY_HOME", "GALLEY_PASSPHRASE", "DBUS_SESSION_BUS_ADDRESS", "GORACE"} {
		program.Env = append(program.Env, name+"="+ts.Getenv(name))
	}
	program.Stdin = strings.NewReader(ts.ReadFile("secret"))
	said, err := program.StderrPipe()
	ts.Check(err)
	ts.Check(program.Start())
	for lines := bufio.NewScanner(said); lines.Scan(); {
		if strings.HasPrefix(lines.Text(), "http") {
			page, err := oauthtest.Agree(lines.Text())
			ts.Check(err)
			ts.Logf("%s", page)
		}
	}
	_ = program.Wait() // its exit code says it
	if code := program.ProcessState.ExitCode(); strconv.Itoa(code) != args[0] {
		ts.Fatalf("galley %s: exit code %d instead of %s", strings.Join(args[1:], " "), code, args[0])
	}
}
