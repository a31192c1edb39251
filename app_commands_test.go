package main

import (
	"bytes"
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/cli"
	"galley/backend/contract"
)

// commandOf is the command that does what a bound method does for the pages.
var commandOf = map[string]string{
	"AcceptRemovals": "sync", "AddDemoShop": "shop add", "AddFact": "facts add", "AddFileShop": "shop add", "AddProductFact": "facts add",
	"AddScopedFact": "facts scope", "AddShopifyShop": "shop add", "AnswerClaims": "draft answer", "ApproveItems": "item approve",
	"BeginSignIn": "shop add", "CancelJob": "job cancel", "CancelRegenerate": "job cancel", "CheckShop": "shop check",
	"ChooseDrafts": "job choose", "CompareJobs": "job compare", "ConfirmKeyphrases": "keyphrase confirm", "ContinueJob": "job continue",
	"CorrectFact": "facts correct", "CountClaims": "draft claims", "CreateJob": "job create", "DeleteInstructions": "instructions delete", "DiscardKeyphrases": "keyphrase discard",
	"EditChanged": "product publish", "EditItem": "item edit", "EstimateAlike": "job alike", "EstimateJob": "job create",
	"EstimateKeyphrases": "keyphrase propose", "EstimateLearn": "profile learn", "EstimateRest": "job continue", "ExamineFile": "shop add",
	"ExportActivity": "activity", "ExportShop": "export", "FindModels": "writer models", "FindProducts": "product list", "FinishSignIn": "shop add", "ForgetLearned": "writer forget",
	"GetAlike": "job alike", "GetClosest": "item closest", "GetCollectionDesk": "collection show", "GetComparison": "job comparison", "GetDesk": "product show",
	"GetFactSheet": "facts show", "GetHeld": "held list", "GetInbox": "review list", "GetJob": "job show", "GetKeyphrases": "keyphrase list", "GetNotes": "note list", "GetPrefix": "job preview",
	"GetProduct": "product show", "GetProfile": "profile show", "GetProof": "item show", "GetRun": "publish", "GetSettings": "settings list",
	"ImportFacts": "facts import", "ImportKeyphrases": "keyphrase import", "JudgeText": "check", "KeepAlike": "job alike", "KeepWarning": "draft keep", "KeyphraseQueries": "keyphrase queries",
	"LatestRun": "activity", "LearnProfile": "profile learn", "ListCopies": "doctor", "GetDataFile": "doctor", "CompactDataFile": "doctor", "ListInstructions": "instructions list", "ListJobs": "job list",
	"ListKeyphrases": "keyphrase list", "ListLiveAlike": "job alike", "ListOutbox": "job list", "ListRemovals": "sync", "ListScopedFacts": "facts list",
	"ListShops": "shop list", "LocalEndpoints": "writer local", "MarkGood": "item mark", "MarkOnShop": "profile mark", "MendText": "draft write-right",
	"PasteFacts": "facts import", "PauseJob": "job pause", "PlanPublish": "publish", "PlanPutBack": "item put-back", "PlanRelease": "held publish",
	"PlanRetry": "job retry", "PlanSave": "product publish", "PlanUndo": "undo", "PlanWithdraw": "held withdraw", "PreviewAnswer": "draft answer",
	"PreviewKeyphrases": "keyphrase import", "PreviewPrompt": "job preview", "PreviewReplacement": "shop replace", "ProductFacets": "product filters", "FindProductFacets": "product filters",
	"ProductIDs": "product list", "ProposeKeyphrases": "keyphrase propose", "Publish": "publish", "PutBack": "item put-back",
	"PutBackBlock": "draft put-back", "PutBackFact": "draft put-back", "RedoStep": "item redo", "RegenerateAlike": "job alike", "RegenerateItems": "item regenerate",
	"RejectItems": "item reject", "ReleaseHeld": "held publish", "RemoveScopedFact": "facts unscope", "RemoveShop": "shop remove",
	"RenameJob": "job rename", "ArchiveJob": "job archive", "UnarchiveJob": "job unarchive", "SpecAgain": "job again",
	"RenameShop": "shop rename", "ReopenAlike": "job alike", "ReopenItems": "item reopen", "ReplaceFile": "shop replace", "RestoreFact": "facts restore",
	"ResumeJob": "job resume", "Retry": "job retry", "SaveInstructions": "instructions save", "SaveProduct": "product publish", "SaveTextDrafts": "product draft",
	"SaveProfile": "profile set", "SaveSettings": "settings set", "GetShopSettings": "settings list", "SaveShopSettings": "settings set", "GetSpending": "settings list", "SelectItems": "job show", "CountSelected": "job show", "DecideSelected": "item approve", "RegenerateSelected": "item regenerate", "SetFacts": "shop set", "SetKeyphrase": "keyphrase set",
	"SetPlan": "shop set", "SpentToday": "settings list", "StrikeFact": "facts strike", "SyncShop": "sync", "SyncShopWhole": "sync", "StopSync": "sync", "TakeBackKeyphrases": "keyphrase take-back",
	"TakeOut": "draft take-out", "TakeOver": "item take-over", "TestWriter": "writer test", "TryOutbox": "work", "TryWriter": "writer test",
	"Undo": "undo", "UndoAnswer": "draft undo", "UndoStep": "item undo", "Withdraw": "job withdraw", "WithdrawHeld": "held withdraw", "WriteRight": "draft write-right",
	"WriteSideAgain": "job compare-again", "WriteJobNow": "job write-now",
	"EditDrafts": "item paste", "GetLengths": "job show", "PreviewPaste": "item paste", "PreviewReplace": "item replace", "ReplaceInDrafts": "item replace",
}

// onlyInPages are methods without a command, and why.
var onlyInPages = map[string]string{
	"Boot":           "what a page needs to begin",
	"CancelSignIn":   "a command that waits for the browser is interrupted",
	"ResolveURL":     "opens a page in a browser",
	"OpenedDrafts":   "what a page shows",
	"DropUnsaved":    "what a person is typing in a page",
	"KeepUnsaved":    "what a person is typing in a page",
	"ListAllUnsaved": "what a person is typing in a page",
	"ListUnsaved":    "what a person is typing in a page",
	"KeepTyped":      "what a person is typing in a page",
	"ListTyped":      "what a person is typing in a page",
	"ListAllTyped":   "what a person is typing in a page",
	"StepThatLeft":   "finds what a page has just done",
}

func TestEverythingThatThePagesDoHasACommand(t *testing.T) {
	d := openDesk(t)
	for _, e := range d.api.Endpoints() {
		if e.Kind != contract.KindCall || onlyInPages[e.Name] != "" {
			continue
		}
		command, ok := commandOf[e.Name]
		require.True(t, ok, "%s has no command", e.Name)
		requireCommand(t, command)
	}
}

func requireCommand(t *testing.T, command string) {
	t.Helper()
	var out bytes.Buffer
	code := cli.Main(t.Context(), cli.Program{Stdin: strings.NewReader(""), Stdout: &out, Stderr: &out}, append(strings.Fields(command), "--help"))
	require.Zero(t, code)
	require.Contains(t, out.String(), "\n  galley "+command, "there is no command %s", command)
}

// The walk through all pages (frontend/e2e/walk.spec.ts) fails for an action that is not here, and for one that is here
// and on no page; alternatives in one pattern count as one.
func TestEveryActionOfThePagesHasACommand(t *testing.T) {
	raw, err := os.ReadFile("frontend/e2e/actions.json")
	require.NoError(t, err)
	var walked struct {
		Commands  map[string][]string // the actions of each command
		Views     []string            // what only changes what is shown
		Elsewhere map[string]string   // commands whose action the walk does not come to, and where it is
	}
	require.NoError(t, json.Unmarshal(raw, &walked))
	known := slices.Clone(walked.Views)
	for command, actions := range walked.Commands {
		known = append(known, actions...)
		requireCommand(t, command)
		require.NotEmpty(t, actions, command)
		require.NotContains(t, walked.Elsewhere, command)
	}
	for method, command := range commandOf {
		if walked.Elsewhere[command] == "" {
			require.Contains(t, walked.Commands, command, "no page has an action for %s (%s)", method, command)
		}
	}
	for command := range walked.Elsewhere {
		requireCommand(t, command)
	}
	for _, action := range known {
		name, _, placed := strings.Cut(action, " @ ")
		require.True(t, placed || !strings.Contains(name, ".*"), "%s would be known on every page", action)
	}
}
