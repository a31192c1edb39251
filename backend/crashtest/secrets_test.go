package crashtest

import (
	"bytes"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/failpoint"
	domain "galley/backend/galley"
	"galley/backend/llm/llmtest"
	"galley/backend/store"
)

// The secrets of this test, besides the shop's own token. None resembles
// another, and some do not look like keys, so that no pattern can match them.
const (
	plantedKey        = "sk-planted-5f0c9e1d7b3a"
	plantedOddKey     = "PlainWords.Without_A-Prefix/77"
	plantedWrongKey   = "sk-refused-0a1b2c3d4e5f"
	plantedWrongToken = "shpat_refused00112233445566778899"
	plantedPassphrase = "quoins & furniture, locked in the chase"
	plantedPassword   = "hunter-of-sorts-2"
)

// hoard is everything that a home and its commands left behind.
type hoard struct {
	t       *testing.T
	secrets map[string]string
	spoken  map[string][]byte // output of the commands
}

// forms are the forms in which a secret can appear in a file or an output.
func forms(secret string) map[string][]byte {
	f := map[string][]byte{
		"as it is":    []byte(secret),
		"as hex":      []byte(hex.EncodeToString([]byte(secret))),
		"as HEX":      []byte(strings.ToUpper(hex.EncodeToString([]byte(secret)))),
		"in an URL":   []byte(url.QueryEscape(secret)),
		"in a path":   []byte(url.PathEscape(secret)),
		"quoted":      []byte(strings.Trim(strconv.Quote(secret), `"`)),
		"in UTF-16LE": utf16LE(secret),
	}
	for shift := range 3 { // by what precedes it, as in user:password
		padded := []byte(strings.Repeat("x", shift) + secret)
		whole := len(padded) / 3 * 3
		from := (shift*8 + 5) / 6 // the characters that what is before has a share in
		for name, encoding := range map[string]*base64.Encoding{"base64": base64.RawStdEncoding, "base64 for URLs": base64.RawURLEncoding} {
			f[fmt.Sprintf("as %s, shifted by %d", name, shift)] = []byte(encoding.EncodeToString(padded[:whole])[from:])
		}
	}
	return f
}

func utf16LE(s string) []byte {
	out := make([]byte, 0, 2*len(s))
	for _, c := range []byte(s) {
		out = append(out, c, 0)
	}
	return out
}

// found lists which secrets stand in the data, and how.
func (h *hoard) found(data []byte) []string {
	var list []string
	for name, secret := range h.secrets {
		for form, bytesOf := range forms(secret) {
			if bytes.Contains(data, bytesOf) {
				list = append(list, name+" "+form)
			}
		}
	}
	return list
}

// search searches every byte of a folder and of the output.
func (h *hoard) search(folder string) []string {
	h.t.Helper()
	var list []string
	require.NoError(h.t, filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		for _, what := range h.found(append(data, []byte(path)...)) {
			list = append(list, filepath.Base(path)+": "+what)
		}
		return err
	}))
	for command, said := range h.spoken {
		for _, what := range h.found(said) {
			list = append(list, command+" said: "+what)
		}
	}
	return list
}

// tell runs a command to its end, with any result, and keeps its output.
func (h *hoard) tell(g galley, stdin string, args ...string) {
	h.t.Helper()
	cmd := g.command(append(args, "--verbose")...)
	cmd.Stdin = strings.NewReader(stdin)
	said, err := cmd.CombinedOutput()
	h.keep(fmt.Sprintf("%d: galley %s (%v)", len(h.spoken), strings.Join(args[:min(3, len(args))], " "), err), said)
}

func (h *hoard) keep(what string, said []byte) { h.spoken[what] = said }

func TestSecretsAreOnlyInTheKeyStore(t *testing.T) {
	t.Parallel()
	shop := openShop(t, 40, time.Millisecond)
	asked, answer := make(chan struct{}, 1), make(chan struct{})
	goOn := sync.OnceFunc(func() { close(answer) })
	model := llmtest.Start(t, llmtest.Options{Key: plantedKey, Write: func(r llmtest.Request) string { // refusing, it repeats what it was sent
		select {
		case asked <- struct{}{}:
		default:
		}
		<-answer // so that a process that asks is in the middle of its work for as long as is needed
		return llmtest.Draft(r)
	}})
	t.Cleanup(goOn)
	g := galley{t: t, home: t.TempDir()}.with("GALLEY_PASSPHRASE=" + plantedPassphrase)
	h := &hoard{t: t, spoken: map[string][]byte{}, secrets: map[string]string{
		"the shop's token": shop.demo.Token(), "the key": plantedKey, "a key like none": plantedOddKey, "a refused key": plantedWrongKey,
		"a refused token": plantedWrongToken, "the passphrase": plantedPassphrase, "a password in an address": plantedPassword,
	}}
	exports := t.TempDir()

	// Everything that takes a secret, and is refused one.
	add := []string{"shop", "add", "shopify", "crash", "--endpoint", shop.server.URL, "--token-stdin"}
	h.tell(g, plantedWrongToken+"\n", add...)
	h.tell(g, shop.demo.Token()+"\n", add...)
	h.tell(g, plantedWrongToken+"\n", append(add, "--json")...)
	h.tell(g, plantedWrongToken+" \x7f\n", add...)
	var shops []domain.Shop
	g.run(&shops, "", "shop", "list")
	id := string(shops[0].ID)
	for _, address := range []string{"http://me:%s@llm.example/v1", "https://llm.example/v1?key=%s", "ftp://me:%s@llm.example", "https://me:%s@llm .example", "https://llm.example/v1#%s"} {
		h.tell(g, "", "settings", "set", "writer.base_url", fmt.Sprintf(address, plantedPassword))
	}
	h.tell(g, shop.demo.Token()+"\n", "shop", "add", "shopify", "other", "--endpoint", "http://me:"+plantedPassword+"@127.0.0.1:1", "--token-stdin")
	for key, value := range map[string]string{
		"writer.kind": "openai", "writer.base_url": model.URL(), "writer.model": llmtest.Model, "writer.concurrency": "2", "writer.rpm": "0",
	} {
		g.run(nil, "", "settings", "set", key, value)
	}
	h.tell(g, "", "sync", id)

	// Keys that are refused, in the words of an endpoint that repeats them.
	for _, key := range []string{plantedWrongKey, plantedOddKey} {
		h.tell(g, key+"\n", "settings", "set", "writer.api_key", "-")
		h.tell(g, "", "job", "create", id, "--field", "title", "--all", "--wait")
		h.tell(g, "", "doctor", "--online")
	}
	h.tell(g, plantedKey+"\n", "settings", "set", "writer.api_key", "-")
	locked := g.with("GALLEY_PASSPHRASE=not " + plantedPassphrase[:6])
	h.tell(locked, "", "sync", id)
	h.tell(locked, "", "doctor")

	// The main job, cut short by a crash that prints its stacks and by one that
	// leaves the write-ahead log.
	h.tell(g, "", "job", "create", id, "--field", "description", "--all")
	h.keep("a crash", g.crash(asked, "work", "--until-idle", "--verbose"))
	require.Contains(t, string(h.spoken["a crash"]), "goroutine ")
	goOn()
	require.True(t, g.dies(death{at: failpoint.JobSaving, nth: 1}, "work", "--until-idle", "--verbose"))
	wal, err := os.Stat(filepath.Join(g.home, store.FileName+"-wal"))
	require.NoError(t, err)
	require.Positive(t, wal.Size())
	require.Empty(t, h.search(g.home), "after a crash")

	h.tell(g, "", "work", "--until-idle")
	file := filepath.Join(exports, "range.csv")
	require.NoError(t, os.WriteFile(file, []byte("Handle,Title,Body (HTML)\nlamp,Lamp,<p>A lamp.</p>\n"), 0o600))
	h.tell(g, "", "shop", "add", "file", file)
	h.tell(g, "", "export", "range", filepath.Join(exports, "out.csv"))
	for _, args := range [][]string{
		{"shop", "list"}, {"shop", "check", id}, {"settings", "list"}, {"settings", "get", "writer.api_key"}, {"product", "list", id}, {"job", "list"},
		{"job", "show", "1", "--items"}, {"job", "show", "3", "--items"}, {"publish", "3", "--wait"}, {"undo", "3", "--wait"}, {"doctor", "--online"}, {"item", "show", "3/1"},
	} {
		h.tell(g, "", args...)
		h.tell(g, "", append(args, "--json")...)
	}
	require.FileExists(t, filepath.Join(g.home, "keystore.age"))
	require.Empty(t, h.search(g.home))
	require.Empty(t, h.search(exports))

	// The search would have found them, in any form.
	for name, secret := range h.secrets {
		for form, data := range forms(secret) {
			control := t.TempDir()
			require.NoError(t, os.WriteFile(filepath.Join(control, "a.log"), append([]byte("… "), data...), 0o600))
			require.Contains(t, h.search(control), "a.log: "+name+" "+form)
		}
	}
}

// crash starts a command and has it die, once it is in the middle of its work,
// of a signal that makes it print what all its goroutines are doing.
func (g galley) crash(inTheMiddle <-chan struct{}, args ...string) []byte {
	g.t.Helper()
	cmd := g.command(args...)
	cmd.Env = append(cmd.Env, "GOTRACEBACK=all")
	var said bytes.Buffer
	cmd.Stdout, cmd.Stderr = &said, &said
	require.NoError(g.t, cmd.Start())
	select {
	case <-inTheMiddle:
	case <-time.After(tooLong):
		_ = cmd.Process.Kill()
	}
	require.NoError(g.t, cmd.Process.Signal(syscall.SIGQUIT))
	require.Error(g.t, cmd.Wait())
	return said.Bytes()
}
