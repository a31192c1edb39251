package writing_test

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/writing"
)

// wording is the digest of everything that a writer is asked for a field, with
// and without a picture, and a second time after an unusable answer.
func wording(t *testing.T, f galley.Field) string {
	t.Helper()
	sum := sha256.New()
	for _, sees := range []bool{false, true} {
		w := &listening{sees: sees, into: sum}
		ask := galley.WriteRequest{Field: f, Instructions: "Name {vendor}.", Subject: galleytest.SampleRequest(f).Subject, Note: "Shorter."}
		const facts = "Repairs are free for two years."
		if ask.Product.ShopFacts = facts; ask.Collection != nil {
			ask.Collection.ShopFacts = facts
		}
		if f.Place() == galley.PlaceImage && sees { // a picture that two products show
			ask.Product.Images[0].AlsoOf = []galley.ProductRef{{Title: "Harbour lamp, large"}}
		}
		if sees {
			ask.Profile = quietShop
		}
		ask.Unseen = true
		_, _, err := writing.New(onePicture{}).Draft(t.Context(), w, ask)
		require.Equal(t, galley.CodeWriterReply, galley.CodeOf(err))
	}
	return hex.EncodeToString(sum.Sum(nil))[:16]
}

// quietShop has something in each part of its profile.
var quietShop = galley.Profile{
	Audience: "People who read before they buy.", Voice: "Calm and exact.", Language: "English", Spelling: "British", Person: "you",
	Do: []string{"Open with the use"}, Dont: []string{"Questions as openings"}, Forbidden: []string{"luxurious", "elevat*"},
	Lengths: []galley.FieldLength{{Field: galley.FieldDescription, Min: 150, Max: 220}},
	Terms:   []galley.Term{{Write: "flex", Not: []string{"cord", "cable"}}}, Rules: "Sizes in cm.",
	Examples: []galley.GoodText{
		{Field: galley.FieldDescription, Title: "Orla pendant", Type: "Pendants", Text: "<p>The Orla hangs over a table for four.</p>"},
		{Field: galley.FieldTitle, Title: "Fern cushion", Type: "Cushions", Text: "Fern outdoor cushion, sage"},
	},
}

type onePicture struct{}

func (onePicture) Picture(context.Context, string, int) (galley.Picture, error) {
	return galley.Picture{MIME: "image/png"}, nil
}

// listening is a writer that never has an answer, and keeps what it is asked.
type listening struct {
	sees bool
	into io.Writer
}

func (w *listening) Write(_ context.Context, req galley.WriteRequest) (galley.WriteReply, error) {
	_, err := io.WriteString(w.into, req.Prompt.System+"\x00"+req.Prompt.User+"\x00"+req.Note+"\x00")
	return galley.WriteReply{}, err
}

func (w *listening) Sees(context.Context) (bool, error) { return w.sees, nil }

func (w *listening) Test(context.Context) (galley.WriterReport, error) {
	return galley.WriterReport{}, nil
}

// A prompt version in the ledger means one wording. To change the wording, set
// a new version, and update both here.
func TestPromptVersionChangesWithWording(t *testing.T) {
	require.Equal(t, "2026-11.8", writing.PromptVersion)
	got := map[galley.Field]string{}
	for _, f := range galley.Fields() {
		got[f] = wording(t, f)
	}
	require.Equal(t, map[galley.Field]string{
		"title": "308d634435d7ccfb", "description": "0a6cab37d48c21a1", "seo_title": "65dc889faef0b500",
		"meta_description": "a94fc3cb1be31241", "alt_text": "002ba6c43817451c",
		"collection_description":      "c927a510e959853f",
		"collection_seo_title":        "031c5d9aed33319b",
		"collection_meta_description": "0bc93b2d4c2e6e4a",
	}, got)
}

func TestDraftHasPromptVersion(t *testing.T) {
	req := galleytest.SampleRequest(galley.FieldTitle)
	ask := galley.WriteRequest{Field: galley.FieldTitle, Subject: req.Product.Subject()}
	for own, want := range map[string]string{"": writing.PromptVersion, "templates-7": "templates-7"} {
		text, _, err := writing.New(nil).Draft(t.Context(), answering{own}, ask)
		require.NoError(t, err)
		require.Equal(t, want, text.PromptVersion)
	}
}

// answering is a writer with wording of its own.
type answering struct{ version string }

func (w answering) Write(context.Context, galley.WriteRequest) (galley.WriteReply, error) {
	return galley.WriteReply{Content: "Harbour lamp of oak", PromptVersion: w.version}, nil
}

func (answering) Sees(context.Context) (bool, error) { return false, nil }

func (answering) Test(context.Context) (galley.WriterReport, error) {
	return galley.WriterReport{}, nil
}
