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
		_, _, err := writing.New(onePicture{}).Draft(t.Context(), w, ask)
		require.Equal(t, galley.CodeWriterReply, galley.CodeOf(err))
	}
	return hex.EncodeToString(sum.Sum(nil))[:16]
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

func (w *listening) Sees(context.Context) bool { return w.sees }

func (w *listening) Test(context.Context) (galley.WriterReport, error) {
	return galley.WriterReport{}, nil
}

// A prompt version in the ledger means one wording. To change the wording, set
// a new version, and update both here.
func TestPromptVersionChangesWithWording(t *testing.T) {
	require.Equal(t, "2026-11.5", writing.PromptVersion)
	got := map[galley.Field]string{}
	for _, f := range galley.Fields() {
		got[f] = wording(t, f)
	}
	require.Equal(t, map[galley.Field]string{
		"title": "40aeabecadd4199b", "description": "8274fe299a344bc2", "seo_title": "d119f093c97ce24d",
		"meta_description": "348da9e8a6baa1c0", "alt_text": "f9c828dea8e1f2f9",
		"collection_description":      "55631c01b881f7e5",
		"collection_seo_title":        "4dfaf7450535fc86",
		"collection_meta_description": "7cbdfcdd5e5bbce2",
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

func (answering) Sees(context.Context) bool { return false }

func (answering) Test(context.Context) (galley.WriterReport, error) {
	return galley.WriterReport{}, nil
}
