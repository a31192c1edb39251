package productcsv

import (
	"regexp"
	"strings"
	"unicode"

	"galley/backend/galley"
)

// otherNames are what other programs and people call columns, as plainName has
// them. Names that differ from Shopify's only in signs need no entry.
var otherNames = map[column][]string{
	colHandle:         {"producthandle", "shopifyhandle", "handleurl"},
	colTitle:          {"producttitle", "productname", "titel", "produkttitel", "titre", "título", "titulo", "titolo"},
	colBody:           {"body", "htmlbody", "descriptionhtml", "htmldescription", "productdescription", "beschreibung", "produktbeschreibung", "descripción", "descrizione", "beschrijving", "descrição", "descricao"},
	colVendor:         {"productvendor", "hersteller", "anbieter", "fournisseur", "proveedor", "fornitore", "leverancier"},
	colType:           {"producttype", "customproducttype", "produkttyp", "typ", "typedeproduit", "tipodeproducto"},
	colTags:           {"tag", "producttags", "schlagwörter", "schlagworte", "étiquettes", "etiquetas"},
	colPublished:      {"ispublished", "veröffentlicht", "publié", "publicado", "pubblicato", "gepubliceerd"},
	colSKU:            {"artikelnummer"},
	colGrams:          {"grams", "weightgrams"},
	colQuantity:       {"inventoryqty", "quantity", "stock"},
	colPrice:          {"preis", "prix", "precio", "prezzo", "prijs", "preço", "preco"},
	colImageSrc:       {"imageurl", "imagesource", "imagelink", "bildurl"},
	colImageAlt:       {"imagealt", "alttext", "alttag", "imagealttag", "alternativtext"},
	colSEOTitle:       {"metatitle", "pagetitle", "titletag", "metatitletag", "searchenginetitle", "seotitel", "metatitel", "metatitre", "titreseo", "títuloseo"},
	colSEODescription: {"metadescription", "metadesc", "metadescriptiontag", "descriptiontag", "seometadescription", "searchenginedescription", "seobeschreibung", "metabeschreibung", "metadescripción", "descriptionseo"},
	colStatus:         {"productstatus", "produktstatus", "statut", "estado", "stato"},
}

// searchTag matches the metafields that older shops keep texts for search
// engines in: "Metafield: title_tag [string]" or
// "Title (product.metafields.global.title_tag)".
var searchTag = regexp.MustCompile(`(?i)metafields?(?::\s*|\.)(?:global\.)?(title|description)_tag\b`)

var ownNames, plainNames = func() (own, plain map[string]column) {
	own, plain = make(map[string]column), make(map[string]column)
	for col, names := range columnNames {
		for _, name := range names {
			own[strings.ToLower(name)] = column(col)
			plain[plainName(name)] = column(col)
		}
	}
	for col, names := range otherNames {
		for _, name := range names {
			plain[name] = col
		}
	}
	return own, plain
}()

// plainName is a name without case, white space and signs: "body_html" and
// "Body (HTML)" are both "bodyhtml".
func plainName(name string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, name)
}

// understand reads the name of a column.
func understand(cell string) columnFound {
	name := strings.Join(strings.Fields(unguard(visible(cell))), " ")
	if name == "" {
		return columnFound{kind: galley.ColumnNoName, is: noColumn}
	}
	if col, is := ownNames[strings.ToLower(name)]; is {
		rank := templateName
		if strings.EqualFold(name, columnNames[col][0]) {
			rank = exportName
		}
		return columnFound{name: name, kind: galley.ColumnOwn, is: col, rank: rank}
	}
	if tag := searchTag.FindStringSubmatch(name); tag != nil {
		col := colSEOTitle
		if strings.EqualFold(tag[1], "description") {
			col = colSEODescription
		}
		return columnFound{name: name, kind: galley.ColumnOther, is: col, rank: otherName}
	}
	if col, is := plainNames[plainName(name)]; is && plainName(name) != "" {
		return columnFound{name: name, kind: galley.ColumnOther, is: col, rank: otherName}
	}
	return columnFound{name: name, kind: galley.ColumnKept, is: noColumn}
}
