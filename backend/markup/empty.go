package markup

import (
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/net/html"

	"galley/backend/galley"
)

// Empty reports whether a customer sees nothing in the field: no text and, in
// a field that holds markup, no media. It is the only definition of an empty
// field: the selection of an only-empty job, its writing and the product
// filters follow it. Where it cannot tell, a field counts as filled, since an
// empty one may be overwritten.
func Empty(f galley.Field, v galley.Value) bool {
	if v.Null {
		return true
	}
	if !f.IsHTML() {
		return !hasVisibleText(v.Text)
	}
	return !hasVisibleText(VisibleText(v.Text)) && !showsMedia(v.Text)
}

func hasVisibleText(s string) bool { return strings.ContainsFunc(s, isVisible) }

// isVisible reports whether a character leaves a mark on the page. Spaces of
// every kind, control and format characters and fillers do not.
func isVisible(r rune) bool {
	const brailleBlank = '\u2800' // a letter to Unicode, a blank to the eye
	return r != brailleBlank && !unicode.IsSpace(r) && !unicode.In(r, unicode.Cc, unicode.Cf, unicode.Z,
		unicode.Other_Default_Ignorable_Code_Point, unicode.Variation_Selector)
}

// mediaElements show something by themselves, with no text in them.
var mediaElements = setOf("img", "image", "picture", "source", "video", "audio", "track", "iframe", "frame", "embed",
	"object", "applet", "canvas", "svg", "math", "map", "model", "portal", "button", "input", "select", "textarea", "progress", "meter")

// rawMedia finds media in what noscript and the like hold: the tokenizer gives
// it as text, tags and all.
var rawMedia = regexp.MustCompile(`(?i)<(img|iframe|video|picture)[\s/>]`)

// showsMedia reports whether markup has an element that shows something
// without text: a picture, a video, a frame, a form control, a custom element,
// a script loaded from elsewhere (that is how widgets are embedded), or a
// background picture.
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
