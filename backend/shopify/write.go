package shopify

import (
	"context"
	"encoding/json"
	"errors"
	"strings"
	"unicode/utf8"

	"galley/backend/galley"
	"galley/backend/shopify/internal/adminapi"
)

// Write sets one field. Null is written as null, so that an undo puts back what was there byte for
// byte. Only the field itself is sent.
func (c *Client) Write(ctx context.Context, field galley.Field, target galley.Target, value galley.Value) (galley.Receipt, error) {
	if !utf8.ValidString(value.Text) {
		return galley.Receipt{}, galley.Errorf(galley.CodeInvalidInput,
			"The %s has bytes that are no text (UTF-8). Nothing was written.", field.Label())
	}
	k := c.writing()
	written, err := c.write(ctx, k, field, target, value)
	return galley.Receipt{Value: written, RequestID: k.requestID}, err
}

func (c *Client) write(ctx context.Context, k *call, field galley.Field, target galley.Target, value galley.Value) (galley.Value, error) {
	if field.IsImage() {
		return c.writeAltText(ctx, k, target.ImageID, value)
	}
	return c.writeProduct(ctx, k, field, target.ProductID, value)
}

func (c *Client) writeProduct(ctx context.Context, k *call, field galley.Field, id string, value galley.Value) (galley.Value, error) {
	input, err := productInput(field, id, value)
	if err != nil {
		return galley.Value{}, err
	}
	answer, err := adminapi.ProductUpdate(ctx, k, input)
	if err != nil {
		return galley.Value{}, err
	}
	payload := answer.ProductUpdate
	if payload == nil {
		return galley.Value{}, k.lostReadBack(errors.New("productUpdate is null"))
	}
	if len(payload.UserErrors) > 0 {
		return galley.Value{}, k.refusedProduct(field, payload.UserErrors)
	}
	written, ok := writtenValue(field, payload.Product)
	if !ok {
		return galley.Value{}, k.lostReadBack(errors.New("productUpdate does not answer with the product"))
	}
	return written, nil
}

// productInput holds the field and nothing else: what is left out stays as it is.
func productInput(field galley.Field, id string, value galley.Value) (*adminapi.ProductUpdateInput, error) {
	input := &adminapi.ProductUpdateInput{Id: &id}
	switch field {
	case galley.FieldTitle:
		input.Title = &value.Text
	case galley.FieldDescription:
		input.DescriptionHtml = &value.Text
	case galley.FieldSEOTitle:
		input.Seo = &adminapi.SEOInput{Title: nullable(value)}
	case galley.FieldMetaDescription:
		input.Seo = &adminapi.SEOInput{Description: nullable(value)}
	default:
		_, err := galley.ParseField(string(field))
		return nil, err
	}
	return input, nil
}

func writtenValue(field galley.Field, p *adminapi.WrittenProduct) (v galley.Value, ok bool) {
	if p == nil {
		return galley.Value{}, false
	}
	found := holder{Title: &p.Title, DescriptionHTML: &p.DescriptionHtml}
	if p.Seo != nil {
		found.SEO = &seo{Title: p.Seo.Title, Description: p.Seo.Description}
	}
	return found.value(field)
}

func (c *Client) writeAltText(ctx context.Context, k *call, id string, value galley.Value) (galley.Value, error) {
	files := []*adminapi.FileUpdateInput{{Id: id, Alt: nullable(value)}}
	answer, err := adminapi.FileUpdate(ctx, k, files)
	if err != nil {
		return galley.Value{}, err
	}
	payload := answer.FileUpdate
	if payload == nil {
		return galley.Value{}, k.lostReadBack(errors.New("fileUpdate is null"))
	}
	if len(payload.UserErrors) > 0 {
		return galley.Value{}, k.refusedFile(payload.UserErrors)
	}
	for _, file := range payload.Files {
		var written holder
		if err := json.Unmarshal(file, &written); err == nil && written.ID == id {
			return valueOf(written.Alt), nil
		}
	}
	return galley.Value{}, k.lostReadBack(errors.New("fileUpdate does not answer with the file"))
}

func nullable(value galley.Value) *adminapi.Nullable {
	return &adminapi.Nullable{Text: value.Text, Null: value.Null}
}

// lostReadBack is for a write that the shop did not refuse, but did not show either.
func (k *call) lostReadBack(cause error) error {
	return k.report(&fault{cause: cause})
}

// refusedProduct makes productUpdate's user errors one sentence. An error about the ID means that the
// product is gone.
func (k *call) refusedProduct(field galley.Field, refusals []*adminapi.ProductUserError) error {
	f := &fault{code: galley.CodeShopRefused, nothingDone: true}
	var messages []string
	for _, refusal := range present(refusals) {
		messages = append(messages, refusal.Message)
		if last(refusal.Field) == "id" {
			f.code = galley.CodeShopMissing
		}
	}
	f.describe(field, "product", messages)
	return k.report(f)
}

// refusedFile likewise, for fileUpdate, whose errors have codes.
func (k *call) refusedFile(refusals []*adminapi.FileUserError) error {
	f := &fault{code: galley.CodeShopRefused, nothingDone: true}
	var messages []string
	for _, refusal := range present(refusals) {
		messages = append(messages, refusal.Message)
		if refusal.Code != nil && *refusal.Code == adminapi.FilesErrorCodeFileDoesNotExist {
			f.code = galley.CodeShopMissing
		}
	}
	f.describe(galley.FieldAltText, "image", messages)
	return k.report(f)
}

func (f *fault) describe(field galley.Field, place string, messages []string) {
	said := strings.Join(messages, "; ")
	f.cause = errors.New("user errors: " + said)
	f.message = "The shop did not take the " + field.Label() + ": " + strings.TrimSuffix(said, ".") + ". Nothing was changed."
	if f.code == galley.CodeShopMissing {
		f.message = "The " + place + " is no longer on the shop. Nothing was changed."
	}
}

func last(path []string) string {
	if len(path) == 0 {
		return ""
	}
	return path[len(path)-1]
}
