package main

import (
	"context"
	"encoding/json"
	"maps"
	"net/http/httptest"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/zalando/go-keyring"

	"galley/backend/contract"
	"galley/backend/contract/typescript"
	"galley/backend/demo"
	"galley/backend/demo/oauth/oauthtest"
	"galley/backend/galley"
	"galley/backend/llm/llmtest"
	"galley/backend/review"
	"galley/backend/web"
	"galley/backend/wire"
	"galley/backend/wire/wiretest"
)

// desk is an open home with its registry, and a shop that answers over HTTP.
type desk struct {
	*wiretest.World

	t        *testing.T
	api      *contract.API
	far      *demo.Shop
	endpoint string
	port     int
	shop     galley.Shop // the demo shop
	file     galley.Shop
	job      galley.Job
}

func openDesk(t *testing.T) *desk {
	t.Helper()
	t.Setenv("GALLEY_PASSPHRASE", "")
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", "a stand-in answers") // never the keyring of the person who runs the tests
	keyring.MockInit()
	world := wiretest.Open(t, wire.Options{})
	far, err := demo.Open(t.Context(), demo.Options{Seed: demo.Seed{Products: 3}, Bucket: 1e6, RestoreRate: 1e6})
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, far.Close()) })
	server := httptest.NewServer(far.Handler())
	t.Cleanup(server.Close)
	port, err := oauthtest.FreePort()
	require.NoError(t, err)
	app := newApp(context.WithoutCancel(t.Context()), world.Graph)
	app.saveAs = func(suggested string) (string, error) { return filepath.Join(t.TempDir(), suggested), nil }
	return &desk{t: t, World: world, api: web.API(app, world.Graph), far: far, endpoint: server.URL, port: port}
}

// call calls a method with arguments as JSON, and reads its answer into out.
func (d *desk) call(method string, out any, args ...any) error {
	d.t.Helper()
	arguments, err := json.Marshal(args)
	require.NoError(d.t, err)
	if args == nil {
		arguments = []byte("[]")
	}
	e, err := d.api.Find(contract.KindCall, method)
	require.NoError(d.t, err)
	answer, err := e.Call(arguments)
	if err != nil {
		return err
	}
	document, err := json.Marshal(answer)
	require.NoError(d.t, err)
	return json.Unmarshal(document, out)
}

// must calls a method that has to succeed, and returns its answer.
func must[T any](d *desk, method string, args ...any) T {
	d.t.Helper()
	var out T
	require.NoError(d.t, d.call(method, &out, args...), method)
	return out
}

// item is the n-th item of the job as it is now.
func (d *desk) item(n int) galley.Item {
	d.t.Helper()
	return must[review.Proof](d, "GetProof", galley.NewItemID(d.job.ID, n)).Item
}

func (d *desk) at(n int) []galley.ItemAt {
	it := d.item(n)
	return []galley.ItemAt{{ID: it.ID, Revision: it.Revision}}
}

const oneProduct = "Handle,Title,Body (HTML),Vendor,Type,Status,Option1 Name,Option1 Value,Variant Price\n" +
	"lamp,Oak lamp,<p>A lamp of oak.</p>,Aldermill,Lamp,active,Title,Default Title,84.00\n"

// good calls a method with real input, in an order in which each finds what it
// needs. bad are arguments that it refuses, and how.
type methodCase struct {
	good func(d *desk)
	bad  []any
	code galley.Code
}

// drafts are the items of a job as they are now.
func (d *desk) drafts(job galley.Job) []galley.ItemAt {
	var drafts []galley.ItemAt
	for _, it := range d.Items(job.ID) {
		drafts = append(drafts, galley.ItemAt{ID: it.ID, Revision: it.Revision})
	}
	return drafts
}

// ask is a good call that takes these arguments.
func ask(method string, args ...any) func(*desk) {
	return func(d *desk) { must[any](d, method, args...) }
}

// of is a good call that takes the demo shop.
func of(method string) func(*desk) {
	return func(d *desk) { must[any](d, method, d.shop.ID) }
}

// cases are those of all rooms.
var cases = func() map[string]methodCase {
	all := map[string]methodCase{}
	for _, room := range []map[string]methodCase{
		generalCases, shopCases, productCases, jobCases, jobListCases, keyphraseCases, reviewCases, editCases, manyEditCases, profileCases, factCases, publishingCases, shopSettingCases,
	} {
		maps.Copy(all, room)
	}
	return all
}()

// generalCases are those of the program and its settings.
var generalCases = map[string]methodCase{
	"Boot":            {ask("Boot"), []any{1}, galley.CodeInvalidInput},
	"ListCopies":      {ask("ListCopies"), []any{1}, galley.CodeInvalidInput},
	"GetDataFile":     {ask("GetDataFile"), []any{1}, galley.CodeInvalidInput},
	"CompactDataFile": {ask("CompactDataFile"), []any{1}, galley.CodeInvalidInput},
	"ResolveURL":      {ask("ResolveURL", "https://example.com/a.png"), []any{1}, galley.CodeInvalidInput},
	"GetSettings":     {ask("GetSettings"), []any{1}, galley.CodeInvalidInput},
	"SaveSettings":    {ask("SaveSettings", map[string]string{"person": "Ada"}), []any{map[string]string{"nonsense": "1"}}, galley.CodeInvalidInput},
	"TestWriter":      {ask("TestWriter", map[string]string{}), []any{map[string]string{"nonsense": "1"}}, galley.CodeInvalidInput},
	"TryWriter":       {(*desk).tryWriter, []any{map[string]string{"nonsense": "1"}}, galley.CodeInvalidInput},
	"ForgetLearned":   {ask("ForgetLearned"), []any{1}, galley.CodeInvalidInput},
	"LocalEndpoints":  {ask("LocalEndpoints"), []any{1}, galley.CodeInvalidInput},
	"FindModels":      {(*desk).findModels, []any{map[string]string{"writer.base_url": "ftp://x"}}, galley.CodeInvalidInput},
}

// findModels reads the list of an endpoint that is not saved.
func (d *desk) findModels() {
	model := llmtest.Start(d.t, llmtest.Options{})
	found := must[galley.EndpointModels](d, "FindModels", map[string]string{"writer.kind": "openai", "writer.base_url": model.URL()})
	require.Equal(d.t, llmtest.Model, found.Models[0].ID)
	require.NotEqual(d.t, model.URL(), must[galley.Settings](d, "GetSettings").Writer.BaseURL, "nothing is saved")
}

// tryWriter has the writer in the settings write for a made-up product.
func (d *desk) tryWriter() {
	trial := must[galley.WriterTrial](d, "TryWriter", map[string]string{"writer.kind": "template"})
	require.Contains(d.t, trial.Text, "oak")
	require.Positive(d.t, trial.Words)
}

// noop is for methods that another case calls too.
func (*desk) noop() {}

func TestEveryMethodIsCalledWithGoodInputAndRefusesBad(t *testing.T) {
	d := openDesk(t)
	d.openShops()
	d.writeJob()
	for _, e := range d.api.Endpoints() {
		if e.Kind != contract.KindCall {
			continue
		}
		t.Run(e.Name, func(t *testing.T) {
			c, ok := cases[e.Name]
			require.True(t, ok, "the method has no case in this test")
			d.t = t
			c.good(d)
			var none any
			err := d.call(e.Name, &none, c.bad...)
			require.Equal(t, c.code, galley.CodeOf(err), "%v", err)
			require.NotEmpty(t, galley.MessageOf(err))
		})
	}
}

func TestEveryCallIsABoundMethodWithTheSameArguments(t *testing.T) {
	app := reflect.TypeFor[*App]()
	for _, e := range openDesk(t).api.Endpoints() {
		if e.Kind != contract.KindCall {
			continue
		}
		bound, ok := app.MethodByName(e.Name)
		require.True(t, ok, e.Name)
		require.Len(t, e.In, bound.Type.NumIn()-1, e.Name)
	}
}

func TestGeneratedTypeScriptIsCurrent(t *testing.T) {
	text, err := typescript.Generate(web.API(&App{}, &wire.Graph{}), reflect.TypeFor[App](), ".", web.NewRules())
	require.NoError(t, err)
	committed, err := os.ReadFile("frontend/src/contract/index.ts")
	require.NoError(t, err)
	require.Equal(t, string(committed), text, "make bindings writes it again")
}
