package blocks

import (
	"strings"

	"golang.org/x/net/html"

	"galley/backend/pattern"
)

// What word processors, editors and browsers leave in pasted text carries no
// meaning for the page.
var (
	pastedData = pattern.Lazy(`^data-(?:mce|sheets|start|end|is-(?:only|last)-node|pm|offset|block|editor|contents|testid|path-to-node|stringify|ogs|ccp|contrast|font|usefontface|en-|hveid|ved|sourcepos|v-|react|slate|lexical|level|listid|leveltext|aria|renderer|node|message|turn|token|text|olk|auth|darkreader|macro|prosemirror|highlight|complete|sfc|processed|copy|type$|bold|italic|uuid$|local-id|inline|pasted|cke|wp|srcset|indent|list|shd|fontsize|contentfragment|google|index-in-node)`)
	pastedID   = pattern.Lazy(`(?i)^(?:docs-internal-guid|gmail|yui_|ispasted|m_-?\d|x_|mce_|_mce|ole_link|_hlk|_gob|_toc|_ms|sites-|productdescription|product-description|description|content|main|page|bodycontent|feature-bullets|shopify-section|appendonsend|divtagdefault|ember\d|u\d+|mso|__next|root$)`)
	pastedNote = pattern.Lazy(`(?i)^\s*(?:startfragment|endfragment|/?wp:|\[if |<!\[endif|\[endif|x-tinymce|td ?\{|br ?\{|\[CDATA\[|more$|/?\s*(?:google|ms|microsoft|mso|word|excel)|\?xml|notionvc|strip_html|(?:begin|end|start)\s*(?:of )?(?:content|description|text)\s*$|\s*$)`)

	// appNames are words in classes and ids of what apps and themes put there.
	appNames = pattern.Lazy(`(?i)widget|\btabs?\b|tab[-_]|[-_]tabs?\b|accordion|slider|carousel|swiper|slick|reviews?\b|\bratings?\b|[-_]rating|\bstars?\b|badge|\bapps?\b|\bapp[-_]|[-_]app\b|shopify|judge|\bjdgm|yotpo|loox|stamped|okendo|klaviyo|pagefly|\bpf-|gempages|shogun|\bforms?\b|\bform[-_]|[-_]form\b|popup|modal|countdown|\btimer|\bfaqs?\b|collaps|toggle|\bspecs?\b|\bspec[-_]|chart|\bembed|gallery|bundle|upsell|cross-?sell|subscri|wishlist|calculator|configurator|\bmap\b|player|\bvideo|\bicon|[-_]icon|\bbtn|button|callout|\bnotice|\balert|banner|\bcta\b|tooltip|\btrust|payment|swatch|\bsocial|\bshare|download|disclaimer|\bwarning|prop-?65`)
)

// NoteMatters reports whether a comment may be a mark that a theme or an app
// reads, such as split or pagebreak.
func NoteMatters(text string) bool { return !pastedNote().MatchString(text) }

// AttributeMatters reports whether an attribute is read by an app, a script or
// a link: data, ids and names, handlers, microdata, directives of frameworks.
func AttributeMatters(element string, a html.Attribute) bool {
	value := strings.TrimSpace(a.Val)
	switch a.Key {
	case "id":
		return value != "" && !pastedID().MatchString(value)
	case "name":
		return value != "" && element == "a" && !pastedID().MatchString(value)
	}
	return read().MatchString(a.Key) && !pastedData().MatchString(a.Key)
}

// read matches the names of attributes that apps, scripts and search engines read.
var read = pattern.Lazy(`^(?:data-.*|on[a-z]+|item(?:prop|scope|type)|[xv]-.*|[@:].*|is)$`)

// containers are the elements that hold other blocks, and whose class themes
// and apps use.
var containers = setOf("div", "section", "article", "aside", "main", "header", "footer", "nav", "center", "fieldset", "address", "hgroup", "search")

// ClassMatters reports whether classes are those of a part of an app or a theme.
func ClassMatters(class string) bool { return appNames().MatchString(class) }

// styling are the attributes that do the work of style.
var styling = setOf("align", "color", "bgcolor", "background", "valign", "dir")

// FormatMatters reports whether an attribute gives a part another look than
// pasted text has: colour, alignment, layout.
func FormatMatters(a html.Attribute) bool {
	return (a.Key == "style" && styleMatters(a.Val)) || (styling[a.Key] && a.Val != "left" && a.Val != "ltr" && a.Val != "auto" && a.Val != "#000000" && a.Val != "black")
}

// plainStyles are declarations that pasted text brings along.
var plainStyles = pattern.Lazy(`(?i)^(?:-webkit-|-moz-|-ms-|mso-|font-family|font-size|font-style|font-variant|font-weight|font-stretch|font-feature|font-kerning|font-optical|font:|line-height|letter-spacing|word-spacing|white-space|margin|padding|orphans|widows|text-indent|text-decoration|text-size-adjust|vertical-align|box-sizing|word-(?:break|wrap)|overflow-wrap|tab-stops|text-transform: ?none|text-align: ?(?:left|start|justify|inherit)|float: ?none|display: ?(?:inline|block|inline !important)|outline|list-style|caret|cursor|-?--|unicode-bidi|direction: ?ltr|color: ?(?:inherit|initial|black|#000|#1[0-9a-f]1|#2[0-9a-f]2|#3[0-9a-f]3|rgb\((?:\d{1,2}), ?(?:\d{1,2}), ?(?:\d{1,2})\)|rgba\(\d{1,2}, ?\d{1,2}, ?\d{1,2}|windowtext|var\()|background(?:-color)?: ?(?:transparent|white|#fff|inherit|initial|none|rgb\(255, ?255, ?255)|background-(?:repeat|attachment|position|size|clip|origin|image: ?(?:initial|none))|border(?:-\w+)*: ?(?:0|none|initial|medium)|width: ?(?:auto|100%)|(?:min-|max-)?height: ?auto|page-|break-|mso|tab-size|text-rendering|quotes|hyphens|appearance|transition|animation: ?none|counter|scrollbar|text-wrap|text-underline)`)

func styleMatters(style string) bool {
	for declaration := range strings.SplitSeq(style, ";") {
		name, value, found := strings.Cut(declaration, ":")
		if !found {
			continue
		}
		if !plainStyles().MatchString(strings.TrimSpace(name) + ": " + strings.TrimSpace(value)) {
			return true
		}
	}
	return false
}

// code matches what a template engine or an app replaces in running text:
// Liquid, shortcodes with parameters, paired or closing ones, and marks of form
// builders. The last alternative is a token of ours that the shop's text has.
var code = pattern.Lazy(`(?s)\{\{.{0,900}?\}\}|\{%.{0,900}?%\}` +
	`|\[/?[A-Za-z][\w-]*(?:\s+[\w-]+\s*=\s*(?:"[^"\]]*"|'[^'\]]*'|[^\s\]"']+))+\s*/?\]` +
	`|\[/[A-Za-z][\w-]*\]|\[[A-Za-z][\w-]*\s*/\]|\[[A-Za-z]+_[\w-]*(?:\s+\d+)?\]|\[[A-Za-z][\w-]*\s+\d+\]` +
	`|\[(?i:tabs?|accordion|gallery|toggle|spoiler|columns?|row|button|video|contact-form)\]` +
	`|\{/[A-Za-z][\w-]*\}|\{(?i:tabs?|accordion|slider|gallery)\}|\[\[[^\[\]\n]{1,80}\]\]|\{[a-z][\w-]*:[^{}\s]{1,200}\}|\[\[\s*(?i:keep)\b[^\[\]\n]{0,200}\]\]`)

// Codes lists the shortcodes and pieces of template code of a text.
func Codes(text string) []string { return code().FindAllString(text, -1) }
