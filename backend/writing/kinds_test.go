package writing_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/blocks"
	"galley/backend/galley"
	"galley/backend/writing"
)

// kinds are what themes, apps and editors put into descriptions.
var kinds = map[string]string{
	"picture":               `<p><img src="https://cdn.example/a.jpg" class="zoom" data-zoom="2"></p>`,
	"link":                  `<p>See <a href="/pages/care">our care page</a>.</p>`,
	"frame":                 `<iframe src="https://maps.example/1" loading="lazy"></iframe>`,
	"table":                 `<table class="t"><tr><td>Height</td><td>42 cm</td></tr></table>`,
	"video":                 `<video controls poster="p.jpg"><source src="https://cdn.example/a.mp4"></video>`,
	"audio":                 `<audio src="https://cdn.example/a.mp3" controls></audio>`,
	"form":                  `<form action="/cart/add"><input name="note"><button>Send</button></form>`,
	"details":               `<details open><summary>Care</summary><p>Dust it.</p></details>`,
	"tab heading":           `<h6>Shipping</h6>`,
	"tab mark":              `<!-- split -->`,
	"data attribute":        `<p data-tab-target="care">Wipe it.</p>`,
	"anchor by name":        `<a name="sizes"></a>`,
	"anchor by id":          `<h3 id="care">Care</h3>`,
	"style attribute":       `<p style="color: red; text-align: center">Last pieces</p>`,
	"script":                `<script src="https://app.example/a.js" async></script>`,
	"noscript":              `<noscript><img src="https://cdn.example/p.gif"></noscript>`,
	"svg":                   `<svg viewBox="0 0 1 1"><path d="M0 0"/></svg>`,
	"button":                `<button type="button" class="open">Size guide</button>`,
	"input":                 `<input type="checkbox" id="gift">`,
	"image map":             `<map name="m"><area href="/a" coords="0,0,1,1"></map>`,
	"canvas":                `<canvas id="c" width="10"></canvas>`,
	"object":                `<object data="https://cdn.example/a.pdf" type="application/pdf"></object>`,
	"embed":                 `<embed src="https://cdn.example/a.swf">`,
	"picture element":       `<picture><source srcset="a.webp" type="image/webp"><img src="https://cdn.example/a.jpg"></picture>`,
	"figure":                `<figure><img src="https://cdn.example/f.jpg"><figcaption>In oak</figcaption></figure>`,
	"line":                  `<hr class="wide">`,
	"quotation":             `<blockquote cite="https://press.example">A fine lamp.</blockquote>`,
	"code":                  `<pre><code>lamp --on</code></pre>`,
	"custom element":        `<product-rating product="7"></product-rating>`,
	"structured data":       `<script type="application/ld+json">{"@type":"Product"}</script>`,
	"shortcode":             `<p>[widget id=3]</p>`,
	"template code":         `<p>{{ product.metafields.custom.care }}</p>`,
	"template tag":          `<p>{% render 'size-chart' %}</p>`,
	"empty container":       `<div class="app-reviews" data-product-id="7"></div>`,
	"filled container":      `<div class="yotpo-widget" id="y1"><span>4.8 of 5</span></div>`,
	"style block":           `<style>.t{width:100%}</style>`,
	"select":                `<select name="s"><option>S</option></select>`,
	"microdata":             `<span itemprop="brand">Aldermill</span>`,
	"tab bar":               `<ul class="tabs"><li><a href="#a">Care</a></li><li><a href="#b">Sizes</a></li></ul>`,
	"icon":                  `<i class="icon icon-leaf"></i>`,
	"lazy image":            `<img data-src="https://cdn.example/x.jpg" class="lazyload">`,
	"lightbox":              `<p><a class="fancybox" data-fancybox="g" href="https://cdn.example/chart.jpg">Chart</a></p>`,
	"accordion list":        `<ul class="accordion"><li>Care<div>Dust it.</div></li></ul>`,
	"tab pane":              `<div id="tab-2"><p>Ships in two days.</p></div>`,
	"section":               `<section data-section-id="x"><h3>Why oak</h3><p>It lasts.</p></section>`,
	"upper note":            `<!-- TABS -->`,
	"tab heading with span": `<h6><span>Care</span></h6>`,
	"p with class":          `<p class="tab-title">Shipping</p>`,
	"marquee":               `<marquee>Sale</marquee>`,
	"font colour":           `<p><font color="red">Last one</font></p>`,
	"object with embed":     `<object width="1"><param name="movie" value="a.swf"><embed src="a.swf"></object>`,
	"srcdoc":                `<iframe srcdoc="<p>x</p>"></iframe>`,
	"handler":               `<div onclick="openChart()">Open the chart</div>`,
	"fieldset":              `<fieldset><label for="q">Qty</label><input id="q"></fieldset>`,
	"liquid if":             `<p>{%- if product.available -%}Ready{%- endif -%}</p>`,
	"gallery":               `<p>[gallery ids="1,2"]</p>`,
	"closing code":          `<p>[accordion title="Care"]Dust it.[/accordion]</p>`,
	"form builder":          `<p>{formbuilder:MTIz}</p>`,
	"double brackets":       `<p>[[size-chart]]</p>`,
	"payment terms":         `<shopify-payment-terms variant-id="1"></shopify-payment-terms>`,
	"elfsight":              `<div class="elfsight-app-12ab"></div>`,
	"note with id":          `<p id="variant-note">Colour varies.</p>`,
	"flex box":              `<div style="display:flex;gap:8px"><div>Oak</div><div>Linen</div></div>`,
	"instagram":             `<blockquote class="instagram-media" data-instgrm-permalink="https://i.example/p/1"><a href="https://i.example/p/1">Post</a></blockquote><script async src="//i.example/embed.js"></script>`,
	"stylesheet":            `<link rel="stylesheet" href="https://app.example/a.css">`,
	"responsive wrap":       `<p><span class="embed-responsive"><iframe src="https://www.youtube.com/embed/x" allowfullscreen></iframe></span></p>`,
	"klaviyo":               `<div class="klaviyo-form-AbC1"></div>`,
	"aligned":               `<p align="center">Made in small runs</p>`,
	"bold class":            `<p><span class="badge badge-new">New</span> this season</p>`,
	"single brace":          `<p>{tab}Care{/tab}</p>`,
	"hidden div":            `<div style="display:none" class="seo">lamp oak desk</div>`,
	"area image":            `<img src="https://cdn.example/m.jpg" usemap="#m"><map name="m"><area href="/x"></map>`,

	"loox":            `<div id="looxReviews" data-product-id="12"></div>`,
	"wistia":          `<div class="wistia_embed wistia_async_abc" style="height:349px"></div><script src="//fast.wistia.com/assets/external/E-v1.js" async></script>`,
	"vimeo wrap":      `<div style="padding:56.25% 0 0 0;position:relative;"><iframe src="https://player.vimeo.com/video/1" style="position:absolute"></iframe></div>`,
	"css tabs":        `<input type="radio" name="tabs" id="tab1" checked><label for="tab1">Care</label>`,
	"colgroup table":  `<table border="0"><colgroup><col width="50%"></colgroup><tbody><tr><td>Wood</td><td>Oak</td></tr></tbody></table>`,
	"td without end":  `<table><tr><td>Wood<td>Oak<tr><td>Cord<td>2 m</table>`,
	"pagebreak":       `<!-- pagebreak -->`,
	"image in link":   `<p style="text-align:center"><a href="/collections/oak"><img alt="Oak" src="//cdn.example/o.jpg"></a></p>`,
	"two images":      `<p><img src="//cdn.example/1.jpg"><img src="//cdn.example/2.jpg"></p>`,
	"base64 svg":      `<img src="data:image/svg+xml;base64,PHN2Zz4=" alt="">`,
	"model viewer":    `<model-viewer src="lamp.glb" ar></model-viewer>`,
	"calendly":        `<div class="calendly-inline-widget" data-url="https://calendly.example/x" style="min-width:320px;"></div>`,
	"liquid include":  `{% include 'tabs' %}`,
	"metafield":       `{{ product.metafields["care"]["text"] }}`,
	"shortcode pair":  `<p>[su_tabs][su_tab title="Care"]Dust it.[/su_tab][/su_tabs]</p>`,
	"pdf link":        `<p><a href="https://cdn.example/manual.pdf" target="_blank">Manual</a></p>`,
	"phone link":      `<p>Call <a href="tel:+441234">us</a></p>`,
	"onclick link":    `<p><a href="#" onclick="openSizeChart();return false;">Size chart</a></p>`,
	"details list":    `<details class="acc"><summary>Shipping</summary><ul><li>UK</li></ul></details><details class="acc"><summary>Care</summary>Dust</details>`,
	"jump target":     `<p><span id="returns"></span>Returns within 30 days.</p>`,
	"hr styled":       `<hr style="border-color:#eee">`,
	"quote paragraph": `<blockquote><p>"Best lamp I own." — Mary</p></blockquote>`,
	"kbd code":        `<p>Enter <code>OAK10</code> at checkout.</p>`,
	"microdata block": `<div itemscope itemtype="https://schema.org/Product"><span itemprop="sku">L1</span></div>`,
	"amp":             `<amp-img src="a.jpg" width="1" height="1"></amp-img>`,
	"noscript css":    `<noscript><style>.x{display:block}</style></noscript>`,
	"audio sources":   `<audio><source src="a.ogg"><source src="a.mp3"></audio>`,
	"select options":  `<label>Wood <select><option>Oak</option></select></label>`,
	"yellow box":      `<div style="background:#fff3cd;border:1px solid #e0c000;padding:8px">Made to order: three weeks.</div>`,
	"theme icons":     `<ul class="product-icons"><li><img src="i1.svg">Vegan</li></ul>`,
}

// Each kind is kept with its bytes where the model places its mark, and is never
// lost without a warning where it does not.
func TestEachKindIsKeptOrNoted(t *testing.T) {
	for name, part := range kinds {
		t.Run(name, func(t *testing.T) {
			original := "<p>A lamp of oak for the desk.</p>" + part + "<p>Its foot is oiled, and its cord is long.</p>"
			marks := blocks.List(blocks.Cut(original).Blocks)
			if marks != "" {
				draft, _, err := writing.New(nil).Draft(t.Context(), saying("<p>For a desk: this lamp is of oak.</p>"+marks+"<p>The foot is oiled.</p>"), describing(original))
				require.NoError(t, err)
				for _, b := range blocks.Cut(original).Blocks {
					require.Contains(t, draft.Content, b.Raw)
				}
				require.False(t, draft.Report.HoldsBack(), "%v", draft.Report.Warnings)
			}
			without := "<p>For a desk: this lamp is of oak.</p><p>The foot is oiled.</p>"
			draft, _, err := writing.New(nil).Draft(t.Context(), saying(without, without), describing(original))
			require.NoError(t, err)
			lost := 0
			for _, w := range draft.Report.Warnings {
				if strings.HasPrefix(w.Rule, "lost_") && (w.Severity == galley.SeverityHold || w.Rule == "lost_formatting") {
					lost++
				}
			}
			require.Positive(t, lost, "%v", draft.Report.Warnings)
		})
	}
}
