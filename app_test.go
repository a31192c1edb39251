package main

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/zalando/go-keyring"

	"galley/backend/contract"
	"galley/backend/contract/typescript"
	"galley/backend/demo"
	"galley/backend/demo/oauth/oauthtest"
	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/llm/llmtest"
	"galley/backend/products"
	"galley/backend/review"
	"galley/backend/shops"
	"galley/backend/store"
	"galley/backend/store/storetest"
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

func (d *desk) connection(way galley.SignIn) shops.Connection {
	app := d.far.Apps()[0]
	c := shops.Connection{Domain: "galley-demo.myshopify.com", Endpoint: d.endpoint, SignIn: way, Port: d.port, ClientID: app.ID, ClientSecret: app.Secret}
	if way == galley.SignInToken {
		c.Token = d.far.Token()
	}
	return c
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

// newJob creates a job over all products of the demo shop.
func (d *desk) newJob(f galley.Field) galley.Job {
	return must[galley.Job](d, "CreateJob", galley.JobSpec{ShopID: d.shop.ID, Field: f, Selection: galley.Selection{All: true}})
}

// publish has one draft of the job published.
func (d *desk) publish(n int) galley.PlanID {
	plan := must[galley.PublishPlan](d, "PlanPublish", galley.PublishRequest{JobID: d.job.ID, Items: d.at(n)})
	must[galley.Confirmed](d, "Publish", plan.Plan)
	require.NoError(d.t, d.Dispatcher.RunUntilIdle(d.t.Context()))
	return plan.Plan
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

func (d *desk) openShops() {
	d.shop = must[galley.Shop](d, "AddDemoShop")
	d.file = must[galley.Shop](d, "AddFileShop", shops.NewFile{File: "range.csv"}, []byte(oneProduct))
	for _, shop := range []galley.Shop{d.shop, d.file} {
		must[map[string]any](d, "SyncShop", shop.ID)
	}
}

func (d *desk) writeJob() { d.job = d.written(d.newJob(galley.FieldTitle)) }

// written is the job when all of it has been tried.
func (d *desk) written(job galley.Job) galley.Job {
	d.t.Helper()
	job, err := d.Runner.Wait(d.t.Context(), job.ID, nil)
	require.NoError(d.t, err)
	require.Equal(d.t, galley.JobCompleted, job.State)
	return job
}

// drafts are the items of a job as they are now.
func (d *desk) drafts(job galley.Job) []galley.ItemAt {
	var drafts []galley.ItemAt
	for _, it := range d.Items(job.ID) {
		drafts = append(drafts, galley.ItemAt{ID: it.ID, Revision: it.Revision})
	}
	return drafts
}

func (d *desk) signIn() {
	invitation := must[shops.Invitation](d, "BeginSignIn", d.connection(galley.SignInAuthorizationCode))
	go func() { _, _ = oauthtest.Agree(invitation.URL) }()
	require.Equal(d.t, galley.SignInAuthorizationCode, must[galley.Shop](d, "FinishSignIn", invitation.ID).SignIn)
}

func (d *desk) saveProduct() {
	page, err := d.Products.Products(d.t.Context(), galley.ProductQuery{ShopID: d.shop.ID, Limit: 3})
	require.NoError(d.t, err)
	product := must[products.Desk](d, "GetDesk", d.shop.ID, page.Products[2].Handle).Product
	edit := galley.TextEdit{Field: galley.FieldSEOTitle, Expected: product.SEOTitle, Value: galley.Text("Lamps of oak")}
	plan := must[galley.SavePlan](d, "PlanSave", d.shop.ID, product.ID, []galley.TextEdit{edit})
	require.Equal(d.t, 1, must[galley.Confirmed](d, "SaveProduct", plan.Plan).Count)
	require.Equal(d.t, 1, must[int](d, "Withdraw", galley.WithdrawRequest{ShopID: d.shop.ID, Plan: plan.Plan}))
}

func (d *desk) saveCollection() {
	page, err := d.Products.Collections(d.t.Context(), galley.CollectionQuery{ShopID: d.shop.ID, Limit: 1})
	require.NoError(d.t, err)
	collection := must[products.CollectionDesk](d, "GetCollectionDesk", d.shop.ID, page.Collections[0].Handle).Collection
	edit := galley.TextEdit{Field: galley.FieldCollectionSEOTitle, Expected: collection.SEOTitle, Value: galley.Text("Lamps of oak")}
	plan := must[galley.SavePlan](d, "PlanSave", d.shop.ID, collection.ID, []galley.TextEdit{edit})
	require.Equal(d.t, galley.PlaceCollection, plan.Place.Kind)
	require.Equal(d.t, 1, must[galley.Confirmed](d, "SaveProduct", plan.Plan).Count)
	require.Equal(d.t, 1, must[int](d, "Withdraw", galley.WithdrawRequest{ShopID: d.shop.ID, Plan: plan.Plan}))
}

func (d *desk) publishAndUndo() {
	plan := d.publish(1)
	require.Equal(d.t, 1, must[galley.Run](d, "GetRun", plan).Published)
	require.Equal(d.t, plan, must[*galley.Run](d, "LatestRun", d.job.ID).Plan)
	undo := must[galley.UndoPlan](d, "PlanUndo", galley.UndoRequest{JobID: d.job.ID})
	require.Equal(d.t, 1, must[galley.Confirmed](d, "Undo", undo.Plan).Count)
}

func (d *desk) moveJob() {
	job := d.newJob(galley.FieldSEOTitle)
	require.Equal(d.t, galley.JobPaused, must[galley.Job](d, "PauseJob", job.ID).State)
	require.Contains(d.t, []galley.JobState{galley.JobRunning, galley.JobQueued}, must[galley.Job](d, "ResumeJob", job.ID).State)
	require.Equal(d.t, galley.JobCancelled, must[galley.Job](d, "CancelJob", job.ID).State)
}

func (d *desk) saveInstructions() {
	saved := must[galley.Instructions](d, "SaveInstructions", galley.Instructions{Name: "Short", Field: galley.FieldTitle, Text: "Be short."})
	listed := must[[]galley.Instructions](d, "ListInstructions", galley.InstructionsQuery{Field: galley.FieldTitle, ShopID: d.shop.ID})
	require.Equal(d.t, saved.ID, listed[0].ID)
	must[any](d, "DeleteInstructions", saved.ID)
}

// ask is a good call that takes these arguments.
func ask(method string, args ...any) func(*desk) {
	return func(d *desk) { must[any](d, method, args...) }
}

// of is a good call that takes the demo shop.
func of(method string) func(*desk) {
	return func(d *desk) { must[any](d, method, d.shop.ID) }
}

var cases = map[string]methodCase{
	"Boot":        {ask("Boot"), []any{1}, galley.CodeInvalidInput},
	"ListShops":   {ask("ListShops"), []any{1}, galley.CodeInvalidInput},
	"AddDemoShop": {(*desk).noop, []any{1}, galley.CodeInvalidInput},
	"AddFileShop": {(*desk).noop, []any{shops.NewFile{File: "x.csv"}, []byte("no,products\n")}, galley.CodeInvalidFile},
	"ExamineFile": {func(d *desk) {
		must[galley.ProductFile](d, "ExamineFile", shops.NewFile{File: "x.csv"}, []byte(oneProduct))
	}, []any{shops.NewFile{File: "x.csv"}, []byte("no,products\n")}, galley.CodeInvalidFile},
	"SyncShop":           {(*desk).noop, []any{"gone"}, galley.CodeNotFound},
	"CreateJob":          {(*desk).noop, []any{galley.JobSpec{ShopID: "gone"}}, galley.CodeNotFound},
	"AddShopifyShop":     {func(d *desk) { must[galley.Shop](d, "AddShopifyShop", d.connection(galley.SignInToken)) }, []any{shops.Connection{}}, galley.CodeInvalidInput},
	"BeginSignIn":        {(*desk).signIn, []any{shops.Connection{}}, galley.CodeInvalidInput},
	"FinishSignIn":       {(*desk).noop, []any{"gone"}, galley.CodeCancelled},
	"CancelSignIn":       {ask("CancelSignIn", "gone"), []any{1}, galley.CodeInvalidInput},
	"SetPlan":            {func(d *desk) { must[any](d, "SetPlan", d.shop.ID, "max") }, []any{"gone", "gold"}, galley.CodeInvalidInput},
	"SetFacts":           {func(d *desk) { must[any](d, "SetFacts", d.shop.ID, "Made in Leeds.") }, []any{"gone", "x"}, galley.CodeNotFound},
	"ExportShop":         {func(d *desk) { must[products.Exported](d, "ExportShop", d.file.ID) }, []any{"gone"}, galley.CodeNotFound},
	"ExportActivity":     {ask("ExportActivity", galley.ActivityQuery{}, "csv"), []any{galley.ActivityQuery{}, "xml"}, galley.CodeInvalidInput},
	"CheckShop":          {of("CheckShop"), []any{"gone"}, galley.CodeNotFound},
	"ListRemovals":       {of("ListRemovals"), []any{"gone"}, galley.CodeNotFound},
	"AcceptRemovals":     {(*desk).acceptRemovals, []any{"gone", "p"}, galley.CodeNotFound},
	"ListCopies":         {ask("ListCopies"), []any{1}, galley.CodeInvalidInput},
	"GetHeld":            {ask("GetHeld"), []any{1}, galley.CodeInvalidInput},
	"PlanRelease":        {(*desk).release, []any{galley.HeldRequest{}}, galley.CodeNotFound},
	"ReleaseHeld":        {(*desk).noop, []any{galley.PlanID("gone")}, galley.CodeNotFound},
	"PlanWithdraw":       {(*desk).withdrawHeld, []any{galley.HeldRequest{}}, galley.CodeNotFound},
	"WithdrawHeld":       {(*desk).noop, []any{galley.PlanID("gone")}, galley.CodeNotFound},
	"ProductFacets":      {of("ProductFacets"), []any{1}, galley.CodeInvalidInput},
	"GetProduct":         {func(d *desk) { d.getProduct() }, []any{"gone", "x"}, galley.CodeNotFound},
	"GetDesk":            {(*desk).noop, []any{"gone", "x"}, galley.CodeNotFound},
	"GetCollectionDesk":  {(*desk).saveCollection, []any{"gone", "x"}, galley.CodeNotFound},
	"PlanSave":           {(*desk).saveProduct, []any{"gone", "x", []galley.TextEdit{}}, galley.CodeNotFound},
	"SaveProduct":        {(*desk).noop, []any{"gone"}, galley.CodeNotFound},
	"ListInstructions":   {(*desk).saveInstructions, []any{"title"}, galley.CodeInvalidInput},
	"SaveInstructions":   {(*desk).noop, []any{galley.Instructions{}}, galley.CodeInvalidInput},
	"DeleteInstructions": {(*desk).noop, []any{1}, galley.CodeInvalidInput},
	"EstimateJob": {func(d *desk) {
		must[any](d, "EstimateJob", galley.JobSpec{ShopID: d.shop.ID, Field: galley.FieldTitle, Selection: galley.Selection{All: true}})
	}, []any{galley.JobSpec{ShopID: "gone"}}, galley.CodeNotFound},
	"GetProfile":  {of("GetProfile"), []any{"gone"}, galley.CodeNotFound},
	"SaveProfile": {func(d *desk) { must[galley.Profile](d, "SaveProfile", d.shop.ID, galley.Profile{Voice: "Calm."}) }, []any{"gone", galley.Profile{}}, galley.CodeNotFound},
	"MarkGood": {func(d *desk) {
		must[galley.Profile](d, "MarkGood", d.shop.ID, galley.GoodText{Field: galley.FieldTitle, Text: "Oak lamp"})
	}, []any{"gone", galley.GoodText{Field: galley.FieldTitle, Text: "x"}}, galley.CodeNotFound},
	"EstimateLearn": {(*desk).noop, []any{"gone"}, galley.CodeInvalidInput}, // the template writer learns nothing
	"LearnProfile":  {(*desk).learn, []any{"gone"}, galley.CodeInvalidInput},
	"PreviewPrompt": {func(d *desk) {
		must[galley.PromptPreview](d, "PreviewPrompt", galley.JobSpec{ShopID: d.shop.ID, Field: galley.FieldTitle, Selection: galley.Selection{All: true}})
	}, []any{galley.JobSpec{ShopID: "gone"}}, galley.CodeNotFound},
	"EstimateRest":  {(*desk).noop, []any{"9999"}, galley.CodeNotFound},
	"ContinueJob":   {(*desk).continueSample, []any{"9999"}, galley.CodeNotFound},
	"CompareJobs":   {(*desk).compare, []any{galley.ComparisonSpec{}}, galley.CodeInvalidInput},
	"GetComparison": {(*desk).noop, []any{"9999"}, galley.CodeNotFound},
	"MarkOnShop": {func(d *desk) {
		must[galley.Profile](d, "MarkOnShop", d.file.ID, galley.FieldTitle, "lamp")
	}, []any{"gone", galley.FieldTitle, "lamp"}, galley.CodeNotFound},
	"ChooseDrafts":   {(*desk).noop, []any{galley.ComparisonChoice{Job: "9999", Rest: true}}, galley.CodeNotFound},
	"WriteSideAgain": {(*desk).noop, []any{galley.SideAgain{Job: "9999"}}, galley.CodeNotFound},
	"GetPrefix": {func(d *desk) {
		require.Positive(d.t, must[galley.PromptPrefix](d, "GetPrefix", d.shop.ID).Tokens)
	}, []any{"gone"}, galley.CodeNotFound},
	"ListKeyphrases":     {(*desk).keyphrases, []any{galley.KeyphraseListQuery{Filter: "odd"}}, galley.CodeInvalidInput},
	"GetKeyphrases":      {(*desk).noop, []any{"gone", review.KeyphraseAt{Kind: galley.PlaceProduct, Place: "x"}}, galley.CodeNotFound},
	"SetKeyphrase":       {(*desk).noop, []any{"gone", review.KeyphraseAt{Kind: galley.PlaceProduct, Place: "x"}, "x"}, galley.CodeNotFound},
	"ConfirmKeyphrases":  {(*desk).noop, []any{"gone", []review.KeyphraseAt{{Kind: galley.PlaceProduct, Place: "x"}}}, galley.CodeNotFound},
	"EstimateKeyphrases": {(*desk).proposeKeyphrases, []any{galley.KeyphraseProposal{ShopID: "gone"}}, galley.CodeInvalidInput},
	"DiscardKeyphrases":  {(*desk).noop, []any{"gone", galley.PlaceProduct, ""}, galley.CodeNotFound},
	"ProposeKeyphrases":  {(*desk).noop, []any{galley.KeyphraseProposal{ShopID: "gone"}}, galley.CodeInvalidInput},
	"PreviewKeyphrases":  {(*desk).noop, []any{"gone", "x.csv", "a,b\n"}, galley.CodeInvalidFile},
	"ImportKeyphrases":   {(*desk).noop, []any{"gone", "x.csv", "a,b\n"}, galley.CodeInvalidFile},
	"TakeBackKeyphrases": {(*desk).noop, []any{"gone", 1}, galley.CodeIllegalState},
	"SpentToday":         {ask("SpentToday"), []any{1}, galley.CodeInvalidInput},
	"ListJobs":           {of("ListJobs"), []any{1}, galley.CodeInvalidInput},
	"GetJob":             {func(d *desk) { must[any](d, "GetJob", d.job.ID) }, []any{"9999"}, galley.CodeNotFound},
	"PauseJob":           {(*desk).moveJob, []any{"9999"}, galley.CodeNotFound},
	"ResumeJob":          {(*desk).noop, []any{"9999"}, galley.CodeNotFound},
	"CancelJob":          {(*desk).noop, []any{"9999"}, galley.CodeNotFound},
	"PlanRetry":          {(*desk).retry, []any{galley.RetryRequest{JobID: "9999"}}, galley.CodeNotFound},
	"Retry":              {(*desk).noop, []any{"gone"}, galley.CodeNotFound},
	"GetProof":           {func(d *desk) { d.item(1) }, []any{"x"}, galley.CodeInvalidInput},
	"EditItem":           {func(d *desk) { must[galley.Item](d, "EditItem", d.at(2)[0].ID, d.at(2)[0].Revision, "An oak lamp") }, []any{"9999/1", 1, "x"}, galley.CodeNotFound},
	"TakeOut":            {(*desk).takeOut, []any{"9999/1", 1, galley.WarningKey{Rule: "x"}}, galley.CodeNotFound},
	"WriteRight":         {(*desk).mend, []any{"9999/1", 1, galley.WarningKey{Rule: "x"}}, galley.CodeNotFound},
	"PutBackFact":        {(*desk).noop, []any{"9999/1", 1, galley.WarningKey{Rule: "x"}}, galley.CodeNotFound},
	"PutBackBlock":       {(*desk).noop, []any{"9999/1", 1, 1}, galley.CodeNotFound},
	"KeepWarning": {func(d *desk) {
		must[galley.Item](d, "KeepWarning", d.at(2)[0].ID, d.at(2)[0].Revision, galley.WarningKey{Rule: "x"}, false)
	}, []any{"9999/1", 1, galley.WarningKey{Rule: "x"}, true}, galley.CodeNotFound},
	"AddFact":            {func(d *desk) { must[galley.Item](d, "AddFact", d.at(2)[0].ID, d.at(2)[0].Revision, "Made of oak.") }, []any{"9999/1", 1, "x"}, galley.CodeNotFound},
	"SelectItems":        {selectItems, []any{galley.ItemSelection{JobID: "9999", Action: galley.ActDecide}}, galley.CodeNotFound},
	"ApproveItems":       {func(d *desk) { must[galley.Decided](d, "ApproveItems", d.at(3)) }, []any{[]galley.ItemAt{{ID: "x"}}}, galley.CodeInvalidInput},
	"RejectItems":        {func(d *desk) { must[galley.Decided](d, "RejectItems", d.at(3)) }, []any{[]galley.ItemAt{{ID: "x"}}}, galley.CodeInvalidInput},
	"ReopenItems":        {func(d *desk) { must[galley.Decided](d, "ReopenItems", d.at(3)) }, []any{[]galley.ItemAt{{ID: "x"}}}, galley.CodeInvalidInput},
	"RegenerateItems":    {func(d *desk) { must[galley.Decided](d, "RegenerateItems", d.at(3), "shorter") }, []any{[]galley.ItemAt{{ID: "x"}}, ""}, galley.CodeInvalidInput},
	"GetAlike":           {func(d *desk) { must[galley.Alike](d, "GetAlike", d.job.ID) }, []any{"9999"}, galley.CodeNotFound},
	"ListLiveAlike":      {func(d *desk) { must[[]galley.AlikeGroup](d, "ListLiveAlike", d.job.ID) }, []any{"9999"}, galley.CodeNotFound},
	"KeepAlike":          {(*desk).keepAlike, []any{"9999", []string{"x"}}, galley.CodeNotFound},
	"ReopenAlike":        {(*desk).noop, []any{"9999", "x"}, galley.CodeNotFound},
	"EstimateAlike":      {(*desk).noop, []any{"9999", []string{"x"}}, galley.CodeNotFound},
	"RegenerateAlike":    {(*desk).noop, []any{"9999", []string{"x"}}, galley.CodeNotFound},
	"CancelRegenerate":   {func(d *desk) { must[int](d, "CancelRegenerate", galley.IDsOf(d.at(3))) }, []any{[]galley.ItemID{"x"}}, galley.CodeInvalidInput},
	"TakeOver":           {(*desk).takeOver, []any{galley.SeenChange{PublicationID: "gone"}}, galley.CodeIllegalState},
	"EditChanged":        {(*desk).editChanged, []any{"9999/1", galley.SeenChange{}, "x"}, galley.CodeNotFound},
	"PlanPutBack":        {(*desk).putBack, []any{galley.SeenChange{PublicationID: "gone"}}, galley.CodeIllegalState},
	"PutBack":            {(*desk).noop, []any{galley.PlanID("gone")}, galley.CodeNotFound},
	"PlanPublish":        {(*desk).publishAndUndo, []any{galley.PublishRequest{JobID: "9999"}}, galley.CodeNotFound},
	"Publish":            {(*desk).noop, []any{"gone"}, galley.CodeNotFound},
	"GetRun":             {(*desk).noop, []any{"gone"}, galley.CodeNotFound},
	"LatestRun":          {(*desk).noop, []any{1}, galley.CodeInvalidInput},
	"ListOutbox":         {of("ListOutbox"), []any{1}, galley.CodeInvalidInput},
	"Withdraw":           {(*desk).noop, []any{galley.WithdrawRequest{JobID: "9999", ItemIDs: []galley.ItemID{"x"}}}, galley.CodeNotFound},
	"TryOutbox":          {of("TryOutbox"), []any{1}, galley.CodeInvalidInput},
	"PlanUndo":           {(*desk).noop, []any{galley.UndoRequest{JobID: "9999"}}, galley.CodeNotFound},
	"Undo":               {(*desk).noop, []any{"gone"}, galley.CodeNotFound},
	"ResolveURL":         {ask("ResolveURL", "https://example.com/a.png"), []any{1}, galley.CodeInvalidInput},
	"GetSettings":        {ask("GetSettings"), []any{1}, galley.CodeInvalidInput},
	"SaveSettings":       {ask("SaveSettings", map[string]string{"person": "Ada"}), []any{map[string]string{"nonsense": "1"}}, galley.CodeInvalidInput},
	"TestWriter":         {ask("TestWriter", map[string]string{}), []any{map[string]string{"nonsense": "1"}}, galley.CodeInvalidInput},
	"TryWriter":          {(*desk).tryWriter, []any{map[string]string{"nonsense": "1"}}, galley.CodeInvalidInput},
	"ForgetLearned":      {ask("ForgetLearned"), []any{1}, galley.CodeInvalidInput},
	"LocalEndpoints":     {ask("LocalEndpoints"), []any{1}, galley.CodeInvalidInput},
	"FindModels":         {(*desk).findModels, []any{map[string]string{"writer.base_url": "ftp://x"}}, galley.CodeInvalidInput},
	"RenameShop":         {func(d *desk) { must[any](d, "RenameShop", d.file.ID, "Range") }, []any{"gone", " "}, galley.CodeInvalidInput},
	"PreviewReplacement": {(*desk).noop, []any{"gone", shops.NewFile{File: "newer.csv"}, []byte(oneProduct)}, galley.CodeNotFound},
	"ReplaceFile": {func(d *desk) {
		newer, content := shops.NewFile{File: "newer.csv"}, []byte(oneProduct+"mug,Mug,,,,,,,\n")
		preview := must[galley.Replacement](d, "PreviewReplacement", d.file.ID, newer, content)
		require.Equal(d.t, 1, must[galley.Replacement](d, "ReplaceFile", d.file.ID, newer, content, preview.Plan).Added)
	}, []any{"gone", shops.NewFile{File: "newer.csv"}, []byte(oneProduct), "replace:gone"}, galley.CodeNotFound},
	"RemoveShop": {func(d *desk) {
		must[any](d, "RemoveShop", must[galley.Shop](d, "AddFileShop", shops.NewFile{File: "other.csv", Name: "Other range"}, []byte(oneProduct)).ID)
	}, []any{"gone"}, galley.CodeNotFound},
}

// keyphrases sets, confirms and imports keyphrases, and takes the import back.
func (d *desk) keyphrases() {
	q := galley.KeyphraseListQuery{ShopID: d.shop.ID, Kind: galley.PlaceProduct}
	rows := must[galley.KeyphrasePage](d, "ListKeyphrases", q).Rows
	at := func(i int) review.KeyphraseAt {
		return review.KeyphraseAt{Kind: galley.PlaceProduct, Place: rows[i].Place.ID}
	}
	must[any](d, "SetKeyphrase", d.shop.ID, at(0), "oak lamp")
	require.Equal(d.t, "oak lamp", must[[]galley.PlacedKeyphrase](d, "GetKeyphrases", d.shop.ID, at(0))[0].Text)
	must[any](d, "ConfirmKeyphrases", d.shop.ID, []review.KeyphraseAt{at(1)})
	file := "handle,keyphrase\n" + rows[2].Place.Handle + ",ash lamp\n"
	require.Equal(d.t, 1, must[galley.KeyphraseImport](d, "PreviewKeyphrases", d.shop.ID, "x.csv", file).Set)
	must[any](d, "ImportKeyphrases", d.shop.ID, "x.csv", file)
	must[any](d, "TakeBackKeyphrases", d.shop.ID, must[galley.KeyphrasePage](d, "ListKeyphrases", q).Import.ID)
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

// takeOut has a claim that no source knows removed from a draft.
func (d *desk) takeOut() {
	draft := d.item(2)
	edited := must[galley.Item](d, "EditItem", draft.ID, draft.Revision, "Certified organic lamp. Made for desks.")
	require.NotEmpty(d.t, edited.Warnings)
	taken := must[galley.Item](d, "TakeOut", edited.ID, edited.Revision, edited.Warnings[0].Key())
	require.NotEqual(d.t, edited.Content, taken.Content)
}

// rewritten is a draft that contradicts the shop's text, and lost a warning and
// a table of it.
func (d *desk) rewritten() galley.Item {
	const throw = "<p>The throw has a length of 140 cm.</p><p>Keep away from open fire.</p><table><tr><th>Cycle</th><td>30</td></tr></table>"
	csv := strings.ReplaceAll(oneProduct, "<p>A lamp of oak.</p>", throw)
	shop := must[galley.Shop](d, "AddFileShop", shops.NewFile{File: "throws.csv", Name: "Throws"}, []byte(csv))
	must[any](d, "SyncShop", shop.ID)
	job := d.written(must[galley.Job](d, "CreateJob", galley.JobSpec{ShopID: shop.ID, Field: galley.FieldDescription, Selection: galley.Selection{All: true}}))
	draft := d.drafts(job)[0]
	return must[galley.Item](d, "EditItem", draft.ID, draft.Revision, "<p>The throw has a length of 160 cm and keeps you warm.</p>")
}

// warned is the key of the draft's warning of a rule.
func (d *desk) warned(it galley.Item, rule string) galley.WarningKey {
	i := slices.IndexFunc(it.Warnings, func(w galley.Warning) bool { return w.Rule == rule })
	require.GreaterOrEqual(d.t, i, 0, "%v", it.Warnings)
	return it.Warnings[i].Key()
}

func (d *desk) mend() {
	it := d.rewritten()
	it = must[galley.Item](d, "WriteRight", it.ID, it.Revision, d.warned(it, "claim_figure"))
	require.Contains(d.t, it.Content, "length of 140 cm")
	it = must[galley.Item](d, "PutBackFact", it.ID, it.Revision, d.warned(it, "lost_warning"))
	require.Contains(d.t, it.Content, "Keep away from open fire.")
	it = must[galley.Item](d, "PutBackBlock", it.ID, it.Revision, 1)
	require.Contains(d.t, it.Content, "</table>")
}

func (d *desk) getProduct() {
	page, err := d.Products.Products(d.t.Context(), galley.ProductQuery{ShopID: d.shop.ID, Limit: 1})
	require.NoError(d.t, err)
	require.Equal(d.t, page.Products[0].ID, must[galley.Product](d, "GetProduct", d.shop.ID, page.Products[0].Handle).ID)
}

// acceptRemovals removes products that the shop no longer lists.
func (d *desk) acceptRemovals() {
	shop := must[galley.Shop](d, "AddShopifyShop", d.connection(galley.SignInToken))
	must[map[string]any](d, "SyncShop", shop.ID)
	gone := galleytest.Products(4)
	run, _, err := d.Store.BeginSync(d.t.Context(), shop.ID)
	require.NoError(d.t, err)
	require.NoError(d.t, d.Store.SavePage(d.t.Context(), shop.ID, run, galley.ProductBatch{Products: gone, Total: len(gone)}))
	_, err = d.Store.FinishSync(d.t.Context(), shop.ID, run)
	require.NoError(d.t, err)
	require.Equal(d.t, len(gone), must[products.SyncResult](d, "SyncShop", shop.ID).Missing)
	missing := must[galley.Removals](d, "ListRemovals", shop.ID)
	require.Equal(d.t, len(gone), missing.Count)
	require.Equal(d.t, len(gone), must[products.SyncResult](d, "AcceptRemovals", shop.ID, missing.Plan).Removed)
}

// hold has one queued publication held, as in a copy that was restored.
func (d *desk) hold(f galley.Field) galley.HeldRequest {
	require.NoError(d.t, d.Dispatcher.RunUntilIdle(d.t.Context()), "nothing else is queued")
	job := d.written(d.newJob(f))
	plan := must[galley.PublishPlan](d, "PlanPublish", galley.PublishRequest{JobID: job.ID, Items: d.drafts(job)[:1]})
	require.Equal(d.t, 1, must[galley.Confirmed](d, "Publish", plan.Plan).Count)
	storetest.RestoreFile(d.t, filepath.Join(d.Home, store.FileName), galley.SystemClock{})
	return galley.HeldRequest{JobID: job.ID}
}

func (d *desk) release() {
	plan := must[galley.HeldPlan](d, "PlanRelease", d.hold(galley.FieldSEOTitle))
	require.Equal(d.t, 1, plan.Publications)
	require.Equal(d.t, 1, must[galley.Confirmed](d, "ReleaseHeld", plan.Plan).Count)
}

func (d *desk) withdrawHeld() {
	plan := must[galley.HeldPlan](d, "PlanWithdraw", d.hold(galley.FieldMetaDescription))
	require.Equal(d.t, 1, plan.Publications)
	require.Equal(d.t, 1, must[galley.Confirmed](d, "WithdrawHeld", plan.Plan).Count)
}

// retry has items that the model refused to write written again.
// learn has a model propose a profile from one marked text.
func (d *desk) learn() {
	d.UseModel(llmtest.Start(d.t, llmtest.Options{Answer: func(llmtest.Request) llmtest.Reply {
		return llmtest.Reply{Content: `{"content":"Voice: Calm."}`}
	}}))
	defer d.Set(map[string]string{"writer.kind": string(galley.WriterTemplate)})
	must[galley.Profile](d, "SaveProfile", d.shop.ID, galley.Profile{Examples: []galley.GoodText{{Field: galley.FieldTitle, Text: "Oak lamp"}}})
	require.Equal(d.t, 1, must[galley.LearnEstimate](d, "EstimateLearn", d.shop.ID).Texts)
	require.Equal(d.t, "Calm.", must[galley.LearnedProfile](d, "LearnProfile", d.shop.ID).Proposed.Voice)
}

// proposeKeyphrases has the model propose one.
func (d *desk) proposeKeyphrases() {
	d.UseModel(llmtest.Start(d.t, llmtest.Options{Answer: func(llmtest.Request) llmtest.Reply {
		return llmtest.Reply{Content: `{"content":"1: small oak reading lamp"}`}
	}}))
	defer d.Set(map[string]string{"writer.kind": string(galley.WriterTemplate)})
	q := galley.KeyphraseListQuery{ShopID: d.shop.ID, Kind: galley.PlaceProduct, Filter: galley.KeyphrasesGuessed}
	last := must[galley.KeyphrasePage](d, "ListKeyphrases", q).Rows[0].Place
	proposal := galley.KeyphraseProposal{ShopID: d.shop.ID, Kind: last.Kind, Places: []string{last.ID}}
	require.Equal(d.t, 1, must[galley.ProposeEstimate](d, "EstimateKeyphrases", proposal).Requests)
	require.Equal(d.t, "small oak reading lamp", must[galley.ProposedKeyphrases](d, "ProposeKeyphrases", proposal).Proposed[0].Text)
	require.Equal(d.t, 1, must[int](d, "DiscardKeyphrases", d.shop.ID, last.Kind, ""))
}

func (d *desk) continueSample() {
	spec := galley.JobSpec{ShopID: d.shop.ID, Field: galley.FieldTitle, Selection: galley.Selection{All: true}, Sample: 1}
	sample := d.written(must[galley.Job](d, "CreateJob", spec))
	rest := must[galley.Estimate](d, "EstimateRest", sample.ID).Items
	require.Positive(d.t, rest)
	require.Equal(d.t, 1+rest, d.written(must[galley.Job](d, "ContinueJob", sample.ID)).Counts.Total)
}

func (d *desk) compare() {
	d.UseModel(llmtest.Start(d.t, llmtest.Options{}))
	defer d.Set(map[string]string{"writer.kind": string(galley.WriterTemplate)})
	spec := galley.ComparisonSpec{
		JobSpec:           galley.JobSpec{ShopID: d.shop.ID, Field: galley.FieldTitle, Selection: galley.Selection{All: true}, Sample: 1},
		OtherInstructions: "Short.",
	}
	made := must[galley.Comparison](d, "CompareJobs", spec)
	d.written(made.A)
	d.written(made.B)
	require.Len(d.t, must[galley.Comparison](d, "GetComparison", made.B.ID).Pairs, 1)
	again := must[galley.Comparison](d, "WriteSideAgain", galley.SideAgain{Job: made.B.ID, Instructions: "Plain."})
	d.written(again.B)
	kept := []galley.ItemAt{{ID: made.Pairs[0].A.ID, Revision: 1}}
	require.Equal(d.t, made.A.ID, must[galley.Job](d, "ChooseDrafts", galley.ComparisonChoice{Job: made.A.ID, Kept: kept}).ID)
}

func (d *desk) retry() {
	model := llmtest.Start(d.t, llmtest.Options{Answer: func(llmtest.Request) llmtest.Reply { return llmtest.Reply{Refusal: "I cannot write that."} }})
	d.UseModel(model)
	job := d.written(d.newJob(galley.FieldTitle))
	d.Set(map[string]string{"writer.kind": string(galley.WriterTemplate)})
	require.NotZero(d.t, job.Counts.Failed)
	plan := must[galley.RetryPlan](d, "PlanRetry", galley.RetryRequest{JobID: job.ID})
	require.Equal(d.t, job.Counts.Failed, plan.Count)
	require.Equal(d.t, plan.Count, must[galley.Confirmed](d, "Retry", plan.Plan).Count)
	d.written(job)
}

// changed is a published item whose text somebody else changed on the shop.
func (d *desk) changed(theirs string) galley.Item {
	shop := must[galley.Shop](d, "AddShopifyShop", d.connection(galley.SignInToken))
	must[any](d, "SyncShop", shop.ID)
	job := d.written(must[galley.Job](d, "CreateJob", galley.JobSpec{ShopID: shop.ID, Field: galley.FieldTitle, Selection: galley.Selection{All: true}}))
	draft := d.drafts(job)[:1]
	plan := must[galley.PublishPlan](d, "PlanPublish", galley.PublishRequest{JobID: job.ID, Items: draft})
	must[any](d, "Publish", plan.Plan)
	require.NoError(d.t, d.Dispatcher.RunUntilIdle(d.t.Context()))
	d.retitle(must[review.Proof](d, "GetProof", draft[0].ID).Item.Product.ID, theirs)
	must[any](d, "SyncShop", shop.ID)
	it := must[review.Proof](d, "GetProof", draft[0].ID).Item
	require.NotNil(d.t, it.Changed)
	require.Equal(d.t, theirs, it.Changed.OnShop.Text)
	return it
}

// retitle changes a product's title on the shop, as another app would.
func (d *desk) retitle(id, title string) {
	body, err := json.Marshal(map[string]any{
		"query":     "mutation ($id: ID!, $title: String!) { productUpdate(product: {id: $id, title: $title}) { userErrors { message } } }",
		"variables": map[string]string{"id": id, "title": title},
	})
	require.NoError(d.t, err)
	request := httptest.NewRequest(http.MethodPost, "/admin/api/2026-10/graphql.json", bytes.NewReader(body))
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("X-Shopify-Access-Token", d.far.Token())
	answer := httptest.NewRecorder()
	d.far.Handler().ServeHTTP(answer, request)
	require.Contains(d.t, answer.Body.String(), `"userErrors":[]`)
}

func (d *desk) takeOver() {
	it := d.changed("Oak lamp")
	must[any](d, "TakeOver", it.Changed.Seen())
	require.Nil(d.t, must[review.Proof](d, "GetProof", it.ID).Item.Changed)
}

func (d *desk) editChanged() {
	it := d.changed("Ash lamp")
	require.Equal(d.t, "Elm lamp", must[galley.Item](d, "EditChanged", it.ID, it.Changed.Seen(), "Elm lamp").Content)
}

func (d *desk) putBack() {
	it := d.changed("Pine lamp")
	plan := must[galley.PutBackPlan](d, "PlanPutBack", it.Changed.Seen())
	require.Equal(d.t, "Pine lamp", plan.Change.OnShop.Text)
	require.Equal(d.t, 1, must[galley.Confirmed](d, "PutBack", plan.Plan).Count)
}

func selectItems(d *desk) {
	got := must[galley.SelectedItems](d, "SelectItems", galley.ItemSelection{JobID: d.job.ID, Action: galley.ActDecide})
	require.NotEmpty(d.t, got.Items)
}

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
			if !ok {
				c, ok = factCases[e.Name]
			}
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

func TestItemsComeWithPositionMarkAndBrief(t *testing.T) {
	d := openDesk(t)
	d.openShops()
	d.writeJob()
	it := d.item(2)
	require.Equal(t, 2, it.Position)
	require.Equal(t, galley.ItemMarkUnpublished, it.Mark)
	require.Empty(t, it.Brief)
	must[galley.Decided](d, "RejectItems", d.at(2))
	require.Equal(t, galley.ItemMarkRejected, d.item(2).Mark)

	_, err := d.Jobs.Regenerate(t.Context(), d.at(3), "shorter")
	require.NoError(t, err)
	require.Equal(t, galley.ItemMarkRewriting, d.item(3).Mark)
}

// keepAlike keeps two drafts that are the same, takes it back, and has them
// written again.
func (d *desk) keepAlike() {
	for _, pos := range []int{2, 3} {
		must[galley.Item](d, "EditItem", d.at(pos)[0].ID, d.at(pos)[0].Revision, "The same lamp")
	}
	found := must[galley.Alike](d, "GetAlike", d.job.ID)
	require.Len(d.t, found.Groups, 1)
	group := found.Groups[0].ID
	kept := must[galley.Alike](d, "KeepAlike", d.job.ID, []string{group})
	require.Empty(d.t, kept.Groups, "%v", kept.Groups)
	require.Len(d.t, must[galley.Alike](d, "ReopenAlike", d.job.ID, kept.Kept[0].ID).Groups, 1)
	require.Equal(d.t, 2, must[galley.AlikeRewrite](d, "EstimateAlike", d.job.ID, []string{group}).Count)
	require.Equal(d.t, 2, must[galley.Decided](d, "RegenerateAlike", d.job.ID, []string{group}).Count)
}
