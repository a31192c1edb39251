package checks

import (
	"slices"
	"strings"

	"galley/backend/facts"
	"galley/backend/galley"
	"galley/backend/markup"
)

// textSources are the texts on the shop, in the same order for each field of a
// product. What a model wrote there is weak; what
// the merchant had before is not.
func textSources(d Text) []facts.Source {
	var list []facts.Source
	texts := writtenTexts{d.Noted.Written}
	add := func(f galley.Field, at galley.Target, v galley.Value, html bool) {
		for _, source := range texts.sources(f, at, v, html) {
			if strings.TrimSpace(source.Text) != "" && !slices.Contains(list, source) {
				list = append(list, source)
			}
		}
	}
	of := d.At(d.place())
	for _, f := range galley.Fields() {
		if v, ok := of.Value(f); ok && f.Place() == of.Target.Kind && f.Role() != galley.RoleTitle {
			add(f, of.Target, v, f.IsHTML())
		}
	}
	for _, img := range d.Product.Images {
		add(galley.FieldAltText, galley.ImageTarget(img.ID), img.Alt, false)
	}
	add(d.Field, d.Target, d.Original, d.Field.IsHTML())
	return list
}

// place is the product or collection that the text is about, or whose image.
func (t Text) place() galley.Target {
	if t.Collection != nil {
		return galley.CollectionTarget(t.Collection.ID)
	}
	return galley.ProductTarget(t.Product.ID)
}

// writtenTexts are the texts on the shop that a model wrote.
type writtenTexts struct{ list []galley.WrittenText }

// sources are a text of the shop, weak where a model wrote it, and then also
// what the merchant had there.
func (w writtenTexts) sources(f galley.Field, at galley.Target, v galley.Value, html bool) []facts.Source {
	source := facts.Source{Kind: facts.FromText, Text: v.Text, HTML: html}
	for _, t := range w.list {
		if t.Field != f || t.Target.ID != at.ID || !isSameText(f, t.Live, v) {
			continue
		}
		source.Weak, source.Model = true, t.Model
		earlier := facts.Source{Kind: facts.FromEarlierText, Text: t.Earlier.Text, HTML: html}
		return []facts.Source{source, earlier}
	}
	return []facts.Source{source}
}

func isSameText(f galley.Field, published, now galley.Value) bool {
	return published.Same(now) || f.IsHTML() && markup.SameHTML(published.Text, now.Text)
}
