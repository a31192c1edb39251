package writing_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/writing"
)

// scripted is a writer that gives prepared answers, the last of them from then
// on, and remembers what it was asked.
type scripted struct {
	blind     error // why it cannot be asked whether it sees
	answers   []galley.WriteReply
	errs      []error
	sees      bool
	leavesOut bool // the picture that it is given
	asked     []galley.WriteRequest
}

func (w *scripted) Write(_ context.Context, req galley.WriteRequest) (galley.WriteReply, error) {
	n := len(w.asked)
	w.asked = append(w.asked, req)
	reply := w.answers[min(n, len(w.answers)-1)]
	reply.SawPicture = reply.SawPicture || (w.sees && !w.leavesOut && req.Picture != nil)
	var err error
	if n < len(w.errs) {
		err = w.errs[n]
	}
	return reply, err
}

func (w *scripted) Sees(context.Context) (bool, error) { return w.sees, w.blind }

func (w *scripted) Test(context.Context) (galley.WriterReport, error) {
	return galley.WriterReport{}, nil
}

func saying(texts ...string) *scripted {
	w := &scripted{}
	for _, text := range texts {
		w.answers = append(w.answers, galley.WriteReply{Content: text, Model: "copy-1", Usage: galley.Usage{InputTokens: 100, OutputTokens: 10}})
	}
	return w
}

type pictures struct {
	err   error
	sides []int
}

func (p *pictures) Picture(_ context.Context, _ string, maxSide int) (galley.Picture, error) {
	p.sides = append(p.sides, maxSide)
	return galley.Picture{MIME: "image/png", Data: []byte("picture")}, p.err
}

func lamp() galley.Product {
	return galley.Product{
		ID: "gid://shopify/Product/1", Title: "Hesper table lamp", Vendor: "Aldermill", ProductType: "Table lamps", Tags: []string{"oak"},
		DescriptionHTML: "<p>A lamp of oak.</p>",
		Images:          []galley.Image{{ID: "i1", URL: "https://cdn.example/1.jpg"}, {ID: "i2", URL: "https://cdn.example/2.jpg"}},
	}
}

func request(f galley.Field) galley.WriteRequest {
	p := lamp()
	req := galley.WriteRequest{Field: f, Subject: p.Subject(), Instructions: "Speak plainly."}
	if f.Place() == galley.PlaceImage {
		req.Target = galley.ImageTarget("i1")
	}
	req.Original, _ = req.Value(f)
	return req
}

func TestDraftIsCleanedAndChecked(t *testing.T) {
	w := saying("```html\n<h1>Lamp</h1><p onclick=x>A lamp of oak with a 5-year warranty.</p><script>x</script>\n```")
	req := request(galley.FieldDescription)
	req.Note = "Warmer."
	written, usage, err := writing.New(nil).Draft(t.Context(), w, req)
	require.NoError(t, err)
	require.Equal(t, "<h2>Lamp</h2><p>A lamp of oak with a 5-year warranty.</p>", written.Content)
	require.True(t, written.Report.HoldsBack())
	require.Equal(t, "claim_warranty", written.Report.Warnings[len(written.Report.Warnings)-1].Rule)
	require.Equal(t, galley.AuthorModel, written.Author)
	require.Equal(t, "copy-1", written.By)
	require.Equal(t, "Warmer.", written.Note)
	require.Equal(t, req.Original, written.Original)
	require.Equal(t, 220, usage.InputTokens+usage.OutputTokens)
	require.Len(t, w.asked, 2, "the claim stayed at the second try")
}

func TestSecondAskAfterUnusableAnswer(t *testing.T) {
	const long = "lamp base desk wood cord bulb foot neck hood nook room home door wall sofa seat rack tray vase book "
	for _, c := range []struct {
		name    string
		field   galley.Field
		answers []string
		want    string
		reason  string
	}{
		{"empty", galley.FieldTitle, []string{" ", "Lamp"}, "Lamp", "no text"},
		{"nothing but markup", galley.FieldDescription, []string{"<script>x</script>", "<p>A lamp of oak for the desk.</p>"}, "<p>A lamp of oak for the desk.</p>", "no text"},
		{"title over Shopify's limit", galley.FieldTitle, []string{strings.Repeat(long, 3), "Lamp"}, "Lamp", "299 characters, and the limit is 255"},
		{"SEO title", galley.FieldSEOTitle, []string{long, "Lamp"}, "Lamp", "99 characters, and the limit is 70"},
		{"SEO title too wide", galley.FieldSEOTitle, []string{"Lamp " + strings.Repeat("W", 55), "Lamp"}, "Lamp", "too wide"},
		{"meta description", galley.FieldMetaDescription, []string{strings.Repeat(long, 2), "A lamp of oak for the desk."}, "A lamp of oak for the desk.", "limit is 156"},
		{"alt text", galley.FieldAltText, []string{strings.Repeat(long, 2), "Lamp."}, "Lamp.", "limit is 125"},
		{"the second is the worse", galley.FieldSEOTitle, []string{strings.TrimSpace(long), ""}, strings.TrimSpace(long), "limit is 70"},
		{"both beyond what is advised", galley.FieldSEOTitle, []string{long + long, long}, strings.TrimSpace(long), "limit is 70"},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := saying(c.answers...)
			req := request(c.field)
			req.Note, req.Previous, req.Unseen = "Warmer.", "Old lamp", true
			written, usage, err := writing.New(nil).Draft(t.Context(), w, req)
			require.NoError(t, err)
			require.Equal(t, c.want, written.Content)
			require.Len(t, w.asked, 2)
			require.Equal(t, 200, usage.InputTokens)
			require.Equal(t, 20, usage.OutputTokens)
			require.True(t, strings.HasPrefix(w.asked[1].Note, "Warmer.\n\n"))
			require.Contains(t, w.asked[1].Note, c.reason)
			require.Equal(t, w.asked[0].Prompt, w.asked[1].Prompt)
			require.NotEmpty(t, w.asked[1].Previous)
			require.Equal(t, "Warmer.", written.Note)
		})
	}
}

func TestCancelledRequestGivesUp(t *testing.T) {
	tooLong := strings.Repeat("l", 256)
	for _, c := range []struct {
		name    string
		answers []string
		errs    []error
		code    galley.Code
		asked   int
	}{
		{"nothing but quotation marks", []string{"", "\"\""}, nil, galley.CodeWriterReply, 2},
		{"nothing twice", []string{"", "  "}, nil, galley.CodeWriterReply, 2},
		{"too long twice", []string{tooLong, tooLong}, nil, galley.CodeWriterReply, 2},
		{"the writer fails", []string{""}, []error{galley.NewError(galley.CodeWriterQuota, messages.AsRecorded("No credit."))}, galley.CodeWriterQuota, 1},
		{"the writer fails at the second try", []string{"", ""}, []error{nil, galley.NewError(galley.CodeWriterCut, messages.AsRecorded("Cut."))}, galley.CodeWriterCut, 2},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := saying(c.answers...)
			w.errs = c.errs
			_, usage, err := writing.New(nil).Draft(t.Context(), w, request(galley.FieldTitle))
			require.Equal(t, c.code, galley.CodeOf(err))
			require.Len(t, w.asked, c.asked)
			require.Equal(t, 100*c.asked, usage.InputTokens) // paid for all the same
		})
	}
}

func TestUsableAnswerIsKeptWhenSecondTryFails(t *testing.T) {
	const long = "Lamp of oak for the desk, the shelf, the bed, the window and a long wall"
	w := saying(long, "")
	w.errs = []error{nil, galley.NewError(galley.CodeOffline, messages.AsRecorded("Offline."))}
	written, _, err := writing.New(nil).Draft(t.Context(), w, request(galley.FieldSEOTitle))
	require.NoError(t, err)
	require.Equal(t, long, written.Content)
}

func TestDescriptionIsWrittenForTheTextOnTheShop(t *testing.T) {
	req := request(galley.FieldDescription)
	req.Original = galley.Text("<p>Changed on the shop.</p>")
	w := saying("<p>A lamp of oak for the desk.</p>")
	_, _, err := writing.New(nil).Draft(t.Context(), w, req)
	require.NoError(t, err)
	require.Equal(t, req.Original.Text, w.asked[0].Product.DescriptionHTML)
	require.Contains(t, w.asked[0].Prompt.User, req.Original.Text)
}

func TestPictures(t *testing.T) {
	for _, c := range []struct {
		name   string
		writer *scripted
		source *pictures
		saw    bool
	}{
		{"seen", &scripted{sees: true}, &pictures{}, true},
		{"the writer is blind", &scripted{}, &pictures{}, false},
		{"the picture cannot be had", &scripted{sees: true}, &pictures{err: errors.New("404")}, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.writer.answers = []galley.WriteReply{{Content: "Table lamp by the bed."}}
			req := request(galley.FieldAltText)
			req.Unseen = !c.saw
			written, _, err := writing.New(c.source).Draft(t.Context(), c.writer, req)
			require.NoError(t, err)
			require.Equal(t, !c.saw, written.Report.HoldsBack())
			asked := c.writer.asked[0]
			require.Equal(t, "i1", asked.Image.ID)
			require.Equal(t, c.saw, asked.Picture != nil)
			require.Equal(t, c.saw, written.SawPicture)
			require.Equal(t, c.saw, strings.Contains(asked.Prompt.User, "picture to write about is attached"))
			require.Equal(t, !c.saw, strings.Contains(asked.Prompt.User, "no picture to look at"))
			require.Equal(t, !c.saw, hasRule(written.Report, "picture_not_seen"))
			if c.writer.sees {
				require.Equal(t, []int{writing.PictureSide}, c.source.sides)
			}
		})
	}
}

func hasRule(report galley.Report, rule string) bool {
	for _, w := range report.Warnings {
		if w.Rule == rule {
			return true
		}
	}
	return false
}

func TestWriterThatClaimsToSeePictures(t *testing.T) {
	w := &scripted{answers: []galley.WriteReply{{Content: "Table lamp by the bed.", SawPicture: true}}}
	req := request(galley.FieldAltText)
	req.Unseen = true
	written, _, err := writing.New(nil).Draft(t.Context(), w, req)
	require.NoError(t, err)
	require.False(t, written.SawPicture)
}

// Alt text of a picture that was not seen is no draft unless it was asked for,
// and costs nothing where that is known before.
func TestNoAltTextOfAPictureThatWasNotSeen(t *testing.T) {
	offline := galley.NewError(galley.CodeOffline, messages.AsRecorded("Offline."))
	for _, c := range []struct {
		name   string
		writer *scripted
		source galley.Pictures
		code   galley.Code
		asked  int
	}{
		{"blind writer", &scripted{}, &pictures{}, galley.CodeWriterPicture, 0},
		{"picture that cannot be had", &scripted{sees: true}, &pictures{err: errors.New("404")}, galley.CodeWriterPicture, 0},
		{"endpoint that leaves the picture out", &scripted{sees: true, leavesOut: true}, &pictures{}, galley.CodeWriterPicture, 1},
		{"endpoint that cannot be asked", &scripted{blind: offline}, &pictures{}, galley.CodeOffline, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.writer.answers = []galley.WriteReply{{Content: "Table lamp by the bed."}}
			_, _, err := writing.New(c.source).Draft(t.Context(), c.writer, request(galley.FieldAltText))
			require.Equal(t, c.code, galley.CodeOf(err))
			require.Len(t, c.writer.asked, c.asked)
		})
	}
}

func TestPictureNotFound(t *testing.T) {
	req := request(galley.FieldAltText)
	req.Target = galley.ImageTarget("i9")
	_, _, err := writing.New(nil).Draft(t.Context(), saying("Lamp."), req)
	require.Equal(t, galley.CodeShopMissing, galley.CodeOf(err))
}

func TestStoppedWhileFetchingThePicture(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	w := saying("Lamp.")
	w.sees = true
	_, _, err := writing.New(&pictures{err: context.Canceled}).Draft(ctx, w, request(galley.FieldAltText))
	require.Equal(t, galley.CodeCancelled, galley.CodeOf(err))
	require.Empty(t, w.asked)
}
