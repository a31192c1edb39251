package markup

import (
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/net/html"

	"galley/backend/galley"
)

// Empty reports whether a customer sees nothing in the field: no text and, in
// an HTML field, no media. It is the only definition of an empty field: the
// selection of an only-empty job, its writing and the product filters use it.
// In doubt a field counts as filled, since an empty one may be overwritten.
func Empty(f galley.Field, v galley.Value) bool {
	if v.Null {
		return true
	}
	if !f.IsHTML() {
		return !hasVisibleText(v.Text)
	}
	return EmptyHTML(v.Text, VisibleText(v.Text))
}

// EmptyHTML is Empty for HTML whose visible text is known.
func EmptyHTML(html, visible string) bool { return !hasVisibleText(visible) && !showsMedia(html) }

func hasVisibleText(s string) bool { return strings.ContainsFunc(s, isVisible) }

// isVisible reports whether a character is visible on the page. White space,
// control and format characters and fillers are not.
func isVisible(r rune) bool {
	const brailleBlank = '\u2800' // a letter in Unicode, but blank on screen
	return r != brailleBlank && !unicode.IsSpace(r) && !unicode.In(r, unicode.Cc, unicode.Cf, unicode.Z,
		unicode.Other_Default_Ignorable_Code_Point, unicode.Variation_Selector)
}

// mediaElements are visible without text.
var mediaElements = setOf("img", "image", "picture", "source", "video", "audio", "track", "iframe", "frame", "embed",
	"object", "applet", "canvas", "svg", "math", "map", "model", "portal", "button", "input", "select", "textarea", "progress", "meter")

// rawMedia finds media in noscript and similar elements: the tokenizer returns
// their content as text.
var rawMedia = regexp.MustCompile(`(?i)<(img|iframe|video|picture)[\s/>]`)

// showsMedia reports whether markup has an element that is visible without
// text: a picture, a video, a frame, a form control, a custom element, a script
// loaded from elsewhere (widgets are embedded that way), or a background
// picture.
func showsMedia(fragment string) bool {
	tokens := html.NewTokenizer(strings.NewReader(fragment))
	for {
		switch tokens.Next() {
		case html.ErrorToken:
			return false
		case html.StartTagToken, html.SelfClosingTagToken:
			if isMedia(tokens.Token()) {
				return true
			}
		case html.TextToken:
			if rawMedia.Match(tokens.Raw()) {
				return true
			}
		}
	}
}

func isMedia(tag html.Token) bool {
	switch {
	case tag.Data == "input":
		return !strings.EqualFold(Attribute(tag, "type"), "hidden")
	case mediaElements[tag.Data], strings.Contains(tag.Data, "-"):
		return true
	case tag.Data == "script":
		return Attribute(tag, "src") != ""
	}
	return strings.Contains(strings.ToLower(Attribute(tag, "style")), "url(") || Attribute(tag, "background") != ""
}
