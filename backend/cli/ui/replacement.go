package ui

import "galley/backend/galley"

// Replacement prints what a newer export changes in a shop, or changed.
func (p *Page) Replacement(shop string, r galley.Replacement, isPreview bool) {
	if isPreview {
		p.Line("The file of %s would be replaced. Nothing is changed yet.", shop)
	} else {
		p.Line("The file of %s is replaced.", shop)
	}
	p.Line("%s: %d matched by handle, %d new, %d gone.", Many(r.Products, "product"), r.Matched, r.Added, r.Gone)
	if r.Gone > 0 {
		p.Line("Gone: %s.", Handles(r.GoneProducts, r.Gone))
	}
	p.Line("Drafts to review that stay, with their decisions: %s.", Count(r.Drafts))
	for _, line := range []struct {
		n    int
		says string
	}{
		{r.GoneDrafts, "Drafts of products that are gone, put aside: %s."},
		{r.Imported, "Published texts that the file has: %s."},
		{r.Waiting, "Published texts that it does not have yet, and that stay in the export: %s."},
		{r.Changed, "Published texts that were changed in the shop since, so that the file counts: %s. galley job show JOB --only changed lists them."},
	} {
		if line.n > 0 {
			p.Line(line.says, Count(line.n))
		}
	}
	if isPreview && r.Asks {
		p.Line("So many products are gone that this may be the file of another shop. --accept-removals replaces it all the same.")
	}
}
