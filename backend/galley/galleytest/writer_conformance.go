package galleytest

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"image/jpeg"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"galley/backend/galley"
)

// WriterConformance checks an implementation of galley.Writer against its
// contract. Each call of open makes a writer that works.
func WriterConformance(t *testing.T, open func(t *testing.T) galley.Writer) {
	t.Helper()
	for name, check := range map[string]func(*testing.T, galley.Writer){
		"writes each field":      writerWritesEachField,
		"writes again":           writerWritesAgain,
		"tells what it saw":      writerTellsWhatItSaw,
		"leaves the request be":  writerLeavesRequest,
		"many at once":           writerManyAtOnce,
		"stops with its context": writerStops,
		"little to go on":        writerWithFewFacts,
		"reports":                writerReports,
	} {
		t.Run(name, func(t *testing.T) { check(t, open(t)) })
	}
}

// SampleRequest is a request as a job makes it: a product with enough facts for
// any field.
func SampleRequest(f galley.Field) galley.WriteRequest {
	p := galley.Product{
		ID: "gid://shopify/Product/1", Handle: "harbour-lamp", Title: "Harbour lamp",
		DescriptionHTML: "<p>A table lamp of turned oak with a linen shade.</p>",
		Vendor:          "Quillmoor", ProductType: "Table lamp", Status: "active", Tags: []string{"oak", "lighting"},
		Options:      []galley.Option{{Name: "Colour", Values: []string{"Sand", "Slate"}}},
		Metafields:   []galley.Fact{{Name: "Height", Value: "42 cm"}, {Name: "Material", Value: "Oak"}},
		VariantCount: 2, PriceMin: "89.00", PriceMax: "89.00", Currency: "EUR",
		Images: []galley.Image{{ID: "gid://shopify/MediaImage/1", URL: "https://shop.test/lamp.jpg", Position: 1}},
	}
	req := galley.WriteRequest{
		Field:   f,
		Subject: SubjectFor(f, p),
		Prompt: galley.Prompt{
			System: "Write the " + f.Label() + " of a product. Use only the facts given.",
			User:   "Title: Harbour lamp\nVendor: Quillmoor\nType: Table lamp\nColour: Sand, Slate\nHeight: 42 cm\nMaterial: Oak",
		},
	}
	if f.Place() == galley.PlaceImage {
		req.Image = &p.Images[0]
		req.Picture = &galley.Picture{MIME: "image/jpeg", Data: tinyJPEG()}
	}
	return req
}

// tinyJPEG is a grey square.
func tinyJPEG() []byte {
	var out bytes.Buffer
	if err := jpeg.Encode(&out, image.NewGray(image.Rect(0, 0, 32, 32)), nil); err != nil {
		panic(err) // writing to memory cannot fail
	}
	return out.Bytes()
}

func writerWritesEachField(t *testing.T, w galley.Writer) {
	for _, f := range galley.Fields() {
		reply, err := w.Write(Paid(t.Context()), SampleRequest(f))
		must(t, err)
		wantText(t, string(f), reply.Content)
		wantText(t, "model", reply.Model)
		wantUsage(t, reply.Usage)
	}
}

func writerWritesAgain(t *testing.T, w galley.Writer) {
	first, err := w.Write(Paid(t.Context()), SampleRequest(galley.FieldDescription))
	must(t, err)
	req := SampleRequest(galley.FieldDescription)
	req.Previous, req.Note = first.Content, "Begin with the material."
	again, err := w.Write(Paid(t.Context()), req)
	must(t, err)
	wantText(t, "second draft", again.Content)
}

func writerTellsWhatItSaw(t *testing.T, w galley.Writer) {
	sees, err := w.Sees(Paid(t.Context()))
	must(t, err)
	with := SampleRequest(galley.FieldAltText)
	reply, err := w.Write(Paid(t.Context()), with)
	must(t, err)
	if reply.SawPicture != sees {
		t.Errorf("Sees is %t, yet SawPicture is %t", sees, reply.SawPicture)
	}
	without := SampleRequest(galley.FieldAltText)
	without.Picture = nil
	reply, err = w.Write(Paid(t.Context()), without)
	must(t, err)
	if reply.SawPicture {
		t.Error("SawPicture without a picture")
	}
}

func writerLeavesRequest(t *testing.T, w galley.Writer) {
	for _, f := range galley.Fields() {
		req := SampleRequest(f)
		_, err := w.Write(Paid(t.Context()), req)
		must(t, err)
		if !reflect.DeepEqual(req, SampleRequest(f)) {
			t.Errorf("%s: the request was changed", f)
		}
	}
}

func writerManyAtOnce(t *testing.T, w galley.Writer) {
	const many = 16
	errs := make(chan error)
	for i := range many {
		go func() {
			req := SampleRequest(galley.Fields()[i%len(galley.Fields())])
			reply, err := w.Write(Paid(t.Context()), req)
			if err == nil && reply.Content == "" {
				err = fmt.Errorf("empty %s", req.Field)
			}
			errs <- err
		}()
	}
	for range many {
		if err := <-errs; err != nil {
			t.Error(err)
		}
	}
}

func writerStops(t *testing.T, w galley.Writer) {
	ctx, cancel := context.WithCancel(Paid(t.Context()))
	cancel()
	began := time.Now()
	_, err := w.Write(ctx, SampleRequest(galley.FieldTitle))
	wantCode(t, err, galley.CodeCancelled)
	wantPlainError(t, err)
	if took := time.Since(began); took > 2*time.Second {
		t.Errorf("took %s to stop", took)
	}
}

func writerWithFewFacts(t *testing.T, w galley.Writer) {
	for _, f := range galley.Fields() {
		req := galley.WriteRequest{
			Field:   f,
			Subject: SubjectFor(f, galley.Product{ID: "gid://shopify/Product/2", Title: "X"}),
			Prompt:  galley.Prompt{System: "Write the " + f.Label() + ".", User: "Title: X"},
		}
		reply, err := w.Write(Paid(t.Context()), req)
		if galley.HasCode(err, galley.CodeWriterFacts) {
			wantPlainError(t, err)
			continue
		}
		must(t, err)
		wantText(t, string(f), reply.Content)
	}
}

func writerReports(t *testing.T, w galley.Writer) {
	report, err := w.Test(Paid(t.Context()))
	must(t, err)
	wantText(t, "name", report.Name)
	wantUsage(t, report.Usage)
	if report.Millis < 0 {
		t.Errorf("took %d ms", report.Millis)
	}
	if len(report.Models) > 200 {
		t.Errorf("%d models in a report", len(report.Models))
	}
	if !slices.Contains([]galley.Structure{"", galley.StructureSchema, galley.StructureObject, galley.StructurePlain}, report.Structured) {
		t.Errorf("structured = %q", report.Structured)
	}
	sees, err := w.Sees(Paid(t.Context()))
	must(t, err)
	if report.Pictures != sees {
		t.Errorf("the report says pictures: %t, Sees says otherwise", report.Pictures)
	}
}

func wantText(t *testing.T, what, text string) {
	t.Helper()
	if strings.TrimSpace(text) == "" || !utf8.ValidString(text) {
		t.Errorf("%s = %q", what, text)
	}
}

func wantUsage(t *testing.T, u galley.Usage) {
	t.Helper()
	if u.InputTokens < 0 || u.OutputTokens < 0 || u.CachedTokens < 0 || u.CachedTokens > u.InputTokens || u.CostUSD != 0 {
		t.Errorf("usage = %+v", u)
	}
}

// wantPlainError: every error that leaves a room has a code and a sentence.
func wantPlainError(t *testing.T, err error) {
	t.Helper()
	var e *galley.Error
	if !errors.As(err, &e) || e.Code == "" || strings.TrimSpace(e.Message.String()) == "" {
		t.Errorf("not a galley.Error with a sentence: %#v", err)
	}
}
