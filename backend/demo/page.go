package demo

import (
	"bytes"
	"context"
	_ "embed" // the page
	"html/template"
	"net/http"
	"net/url"
	"strings"

	"github.com/microcosm-cc/bluemonday"
)

const (
	pageFolder = "/products/"
	styleSheet = "/style.css"
)

func pagePath(handle string) string { return pageFolder + url.PathEscape(handle) }

//go:embed page.html
var pageHTML string

//go:embed page.css
var pageCSS []byte

var pageTemplate = template.Must(template.New("page").Parse(pageHTML))

// pagePolicy sanitises a description for the product page. The Admin API
// returns it unchanged.
var pagePolicy = bluemonday.UGCPolicy()

// pageSecurity lets a product page load only pictures and the style sheet.
const pageSecurity = "default-src 'none'; img-src 'self' https: data:; style-src 'self'; base-uri 'none'; form-action 'none'"

// productPage is what a product's page shows: everything that Galley publishes.
type productPage struct {
	Shop, Title, Vendor, Type, Price, Status string
	SearchTitle, MetaDescription             string
	Address                                  string
	Description                              template.HTML
	Pictures                                 []shownPicture
	Variants                                 []string // their titles, where there are several
}

// mostVariants is how many variants a page names.
const mostVariants = 12

type shownPicture struct{ Address, Alt string }

// servePage shows a product as it is now, published or not.
func (s *Shop) servePage(w http.ResponseWriter, r *http.Request) {
	v := &view{shop: s, from: s.db.read, base: baseURL(r)}
	p, found, err := v.oneProduct(r.Context(), "handle = ?", r.PathValue("handle"))
	if err != nil || !found {
		http.NotFound(w, r)
		return
	}
	shown, err := pageFor(r.Context(), p)
	if err != nil {
		http.Error(w, "", http.StatusInternalServerError)
		return
	}
	var body bytes.Buffer
	if err := pageTemplate.Execute(&body, shown); err != nil {
		http.Error(w, "", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Content-Security-Policy", pageSecurity)
	w.Header().Set("X-Content-Type-Options", "nosniff")
	w.Header().Set("Referrer-Policy", "no-referrer")
	w.Header().Set("Cache-Control", "no-store")
	w.Write(body.Bytes()) //nolint:errcheck // the client has gone
}

// pageFor names pictures as seen from the page, so that they are found in every place where
// the shop is served: alone, or under a folder of Galley.
func pageFor(ctx context.Context, p *product) (productPage, error) {
	shown := productPage{
		Shop: shopName, Title: p.title, Vendor: p.vendor, Type: p.kind, Price: priceText(p), Address: shopDomain + pagePath(p.handle),
		Status:          strings.ToUpper(p.status[:1]) + p.status[1:],
		SearchTitle:     p.title,
		MetaDescription: p.seoDescription.String,
		Description:     template.HTML(pagePolicy.Sanitize(p.body)), //nolint:gosec // sanitised
	}
	if p.seoTitle.Valid {
		shown.SearchTitle = p.seoTitle.String
	}
	pictures, err := p.picturesInOrder(ctx)
	if err != nil {
		return shown, err
	}
	for _, m := range pictures {
		const width = 800
		shown.Pictures = append(shown.Pictures, shownPicture{Address: ".." + strings.TrimPrefix(m.at(width, 0), p.view.base), Alt: m.alt.String})
	}
	variants, err := p.variantsInOrder(ctx)
	if err != nil || len(variants) < 2 {
		return shown, err
	}
	for _, v := range variants[:min(len(variants), mostVariants)] {
		shown.Variants = append(shown.Variants, v.title)
	}
	return shown, nil
}

func priceText(p *product) string {
	text := price(p.priceMin) + " " + shopCurrency
	if p.priceMax > p.priceMin {
		return "from " + text
	}
	return text
}

func serveStyleSheet(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "text/css; charset=utf-8")
	w.Write(pageCSS) //nolint:errcheck // the client has gone
}
