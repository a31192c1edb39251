package main

import (
	"bytes"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/review"
	"galley/backend/shops"
)

// reviewCases are those of review.
var reviewCases = map[string]methodCase{
	"GetInbox": {func(d *desk) { require.Positive(d.t, must[galley.Inbox](d, "GetInbox", galley.InboxQuery{}).Left) }, []any{galley.InboxQuery{Tab: "nice"}}, galley.CodeInvalidInput},
	"GetProof": {func(d *desk) { d.item(1) }, []any{"x"}, galley.CodeInvalidInput},
	"EditItem": {func(d *desk) { must[galley.Item](d, "EditItem", d.at(2)[0].ID, d.at(2)[0].Revision, "An oak lamp") }, []any{"9999/1", 1, "x"}, galley.CodeNotFound},
	"TakeOut":  {(*desk).takeOut, []any{"9999/1", 1, galley.WarningKey{Rule: "x"}}, galley.CodeNotFound},
	"KeepWarning": {func(d *desk) {
		must[galley.Item](d, "KeepWarning", d.at(2)[0].ID, d.at(2)[0].Revision, galley.WarningKey{Rule: "x"}, false)
	}, []any{"9999/1", 1, galley.WarningKey{Rule: "x"}, true}, galley.CodeNotFound},
	"WriteRight":     {(*desk).mend, []any{"9999/1", 1, galley.WarningKey{Rule: "x"}}, galley.CodeNotFound},
	"PutBackFact":    {(*desk).noop, []any{"9999/1", 1, galley.WarningKey{Rule: "x"}}, galley.CodeNotFound},
	"PutBackBlock":   {(*desk).noop, []any{"9999/1", 1, 1}, galley.CodeNotFound},
	"AddFact":        {func(d *desk) { must[galley.Item](d, "AddFact", d.at(2)[0].ID, d.at(2)[0].Revision, "Made of oak.") }, []any{"9999/1", 1, "x"}, galley.CodeNotFound},
	"CountSelected":  {countSelected, []any{galley.ItemSelection{JobID: "9999", Action: galley.ActDecide}}, galley.CodeNotFound},
	"DecideSelected": {decideSelected, []any{galley.ItemSelection{JobID: "9999", AsOf: 1}, galley.DecisionApproved}, galley.CodeNotFound},
	"SelectItems":    {selectItems, []any{galley.ItemSelection{JobID: "9999", Action: galley.ActDecide}}, galley.CodeNotFound},
	"ApproveItems":   {func(d *desk) { must[galley.Decided](d, "ApproveItems", d.at(3)) }, []any{[]galley.ItemAt{{ID: "x"}}}, galley.CodeInvalidInput},
	"RejectItems":    {func(d *desk) { must[galley.Decided](d, "RejectItems", d.at(3)) }, []any{[]galley.ItemAt{{ID: "x"}}}, galley.CodeInvalidInput},
	"ReopenItems":    {func(d *desk) { must[galley.Decided](d, "ReopenItems", d.at(3)) }, []any{[]galley.ItemAt{{ID: "x"}}}, galley.CodeInvalidInput},
	"TakeOver":       {(*desk).takeOver, []any{galley.SeenChange{PublicationID: "gone"}}, galley.CodeIllegalState},
	"EditChanged":    {(*desk).editChanged, []any{"9999/1", galley.SeenChange{}, "x"}, galley.CodeNotFound},
	"GetAlike":       {func(d *desk) { must[galley.Alike](d, "GetAlike", d.job.ID) }, []any{"9999"}, galley.CodeNotFound},
	"ListLiveAlike":  {func(d *desk) { must[[]galley.AlikeGroup](d, "ListLiveAlike", d.job.ID) }, []any{"9999"}, galley.CodeNotFound},
	"GetClosest":     {func(d *desk) { must[*galley.Closest](d, "GetClosest", d.at(1)[0].ID) }, []any{"9999/1"}, galley.CodeNotFound},
	"KeepAlike":      {(*desk).keepAlike, []any{"9999", []string{"x"}}, galley.CodeNotFound},
	"ReopenAlike":    {(*desk).noop, []any{"9999", "x"}, galley.CodeNotFound},
}

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

func selectItems(d *desk) {
	got := must[galley.SelectedItems](d, "SelectItems", galley.ItemSelection{JobID: d.job.ID, Action: galley.ActDecide})
	require.NotEmpty(d.t, got.Items)
}

func (d *desk) drawn() galley.ItemSelection {
	page, err := d.Review.Items(d.t.Context(), galley.ItemQuery{JobID: d.job.ID})
	require.NoError(d.t, err)
	return galley.ItemSelection{JobID: d.job.ID, Action: galley.ActDecide, AsOf: page.AsOf}
}

func countSelected(d *desk) {
	require.Positive(d.t, must[galley.SelectionCount](d, "CountSelected", d.drawn()).Takes)
}

// decideSelected approves all, and takes it back as one step.
func decideSelected(d *desk) {
	done := must[galley.Decided](d, "DecideSelected", d.drawn(), galley.DecisionApproved)
	require.Positive(d.t, must[galley.Moved](d, "UndoStep", done.Steps[0]).Count)
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
