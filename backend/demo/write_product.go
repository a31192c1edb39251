package demo

import (
	"context"
	"database/sql"
	"strings"
	"unicode/utf8"

	"galley/backend/demo/graph"
)

// Shopify's limits for texts of products: characters, but bytes for the body.
// Source: answers of Shopify to longer ones.
const (
	maxText = 255
	maxBody = 512 << 10
	maxTags = 250
)

// updateProduct sets what the input names and leaves the rest as it is. With any
// error nothing is written. What changes nothing does not move updatedAt.
func updateProduct(call *graph.Call, v *view) (any, error) {
	input, given := call.Args.Object("product")
	if !given {
		return nil, graph.Refuse(graph.CodeInvalidArguments,
			"productUpdate must include exactly one of the following arguments: input, product.")
	}
	if call.Args.Has("media") {
		return payload{errors: []userError{{field: []string{"media"}, message: "The demo shop adds no media"}}}, nil
	}
	identifier, _ := call.Args.Object("identifier")
	if v.refuses {
		return payload{errors: []userError{refusedInput("Product", input)}}.withProduct(call, v, input, identifier)
	}
	answer := payload{}
	err := v.writing(call, func(tx *sql.Tx) error {
		p, found, err := findProduct(call, v.within(tx), input, identifier)
		if err != nil {
			return err
		}
		if !found {
			answer.errors = []userError{{field: []string{"id"}, message: "Product does not exist"}}
			return nil
		}
		change := &productEdit{edit: edit{tx: tx, input: input, tidies: v.tidies}, before: p}
		err = change.run(call, v.now.Unix())
		answer.errors = change.errors
		v.shop.options.Journal.note(change.changes()...)
		return err
	})
	if err != nil {
		return nil, err
	}
	return answer.withProduct(call, v, input, identifier)
}

// withProduct adds the product as it is now, errors or not, as Shopify does.
func (a payload) withProduct(call *graph.Call, v *view, input, identifier graph.Args) (any, error) {
	p, found, err := findProduct(call, v, input, identifier)
	if err != nil {
		return nil, err
	}
	if found {
		a.object = p
	}
	return a, nil
}

func findProduct(ctx context.Context, v *view, input, identifier graph.Args) (*product, bool, error) {
	for _, named := range []graph.Args{input, identifier} {
		id, given := named.String("id")
		if !given {
			continue
		}
		number, err := numberFor("Product", id)
		if err != nil {
			return nil, false, err
		}
		return v.oneProduct(ctx, "id = ?", number)
	}
	if handle, given := identifier.String("handle"); given {
		return v.oneProduct(ctx, "handle = ?", handle)
	}
	return nil, false, nil
}

// productEdit is one change of one product.
type productEdit struct {
	edit

	before *product
}

func (e *productEdit) run(ctx context.Context, now int64) error {
	e.texts()
	e.body(e.before.body)
	e.seo(e.before.seoTitle, e.before.seoDescription)
	e.tags()
	e.settings()
	if err := e.handle(ctx); err != nil {
		return err
	}
	fields := e.metafields()
	if len(e.errors) > 0 {
		return nil
	}
	changed, err := e.writeMetafields(ctx, fields, now)
	if err != nil || len(e.sets) == 0 && !changed {
		return err
	}
	return e.update(ctx, "products", e.before.id, now)
}

// texts are the fields of a product that are plain text and never null: a null
// counts as an empty text.
func (e *productEdit) texts() {
	for _, field := range []struct {
		name, column, label string
		before              string
		limit               int
		wanted              bool
	}{
		{"title", "title", "Title", e.before.title, maxText, true},
		{"vendor", "vendor", "Vendor", e.before.vendor, maxText, false},
		{"productType", "type", "Product type", e.before.kind, maxText, false},
	} {
		if !e.input.Has(field.name) {
			continue
		}
		value, _ := e.input.String(field.name)
		switch {
		case field.wanted && strings.TrimSpace(value) == "":
			e.refuse(field.name, field.label+" can't be blank")
		case utf8.RuneCountInString(value) > field.limit:
			e.refuse(field.name, field.label+" is too long (maximum is 255 characters)")
			if field.name == "productType" { // Shopify tells it twice
				e.refuse("customProductType", "Custom product type is too long (maximum is 255 characters)")
			}
		case value != field.before:
			e.set(field.column, value)
		}
	}
}

func (e *productEdit) tags() {
	if !e.input.Has("tags") {
		return
	}
	given, _ := e.input.Strings("tags")
	tags := normalTags(given)
	for _, tag := range tags {
		if utf8.RuneCountInString(tag) > maxText {
			e.refuse("tags", "Product tags is invalid")
			return
		}
	}
	if len(tags) > maxTags {
		e.refuse("tags", "Tags cannot be more than 250")
		return
	}
	if text := toJSON(tags); text != toJSON(e.before.tags) {
		e.set("tags", text)
	}
}

// settings are what is no text.
func (e *productEdit) settings() {
	if status, given := e.input.String("status"); given && strings.ToLower(status) != e.before.status {
		e.set("status", strings.ToLower(status))
	}
	if e.input.Has("templateSuffix") {
		if suffix, _ := e.input.String("templateSuffix"); suffix != e.before.template.String {
			e.set("template", nullIfEmpty(suffix))
		}
	}
	if e.input.Has("requiresSellingPlan") && e.input.Bool("requiresSellingPlan") != e.before.sellingPlan {
		e.set("selling_plan", e.input.Bool("requiresSellingPlan"))
	}
	if category, given := e.input.String("category"); given {
		own, _ := categoryOf(e.before).(taxon)
		if own.gid() != category {
			e.refuse("category", "Invalid product_taxonomy_node_id")
		}
	}
	if joins, _ := e.input.Strings("collectionsToJoin"); len(joins) > 0 {
		e.refuse("collectionsToJoin", "The collections of the demo shop are automated: products cannot be added to them")
	}
	if leaves, _ := e.input.Strings("collectionsToLeave"); len(leaves) > 0 {
		e.refuse("collectionsToLeave", "The collections of the demo shop are automated: products cannot be removed from them")
	}
}
