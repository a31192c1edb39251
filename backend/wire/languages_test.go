package wire_test

import (
	"encoding/csv"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/llm/llmtest"
)

// job is what one job asks for.
type job struct {
	field galley.Field
	says  string // instructions
}

// spoken is a product in a language, and what a model writes for it.
type spoken struct {
	title, text string
	field       galley.Field
	says        string // instructions
	answer      string
	rule        string // why the draft waits for a person, "" where it goes live
	name        string
}

// A draft in a language that has no lexicon, or in another one than the shop's,
// waits for a person under Publish without review; a short text is judged by the
// draft's own language.
func TestLanguageOfDraftDecidesWhetherItGoesLive(t *testing.T) {
	const meta, title, seo = galley.FieldMetaDescription, galley.FieldTitle, galley.FieldSEOTitle
	german := spoken{title: "Tischlampe Hesper", text: "Die Tischlampe Hesper ist aus Eiche und hat einen Schirm aus Leinen. Der Schalter sitzt am Kabel."}
	french := spoken{title: "Lampe Hesper", text: "La lampe de table Hesper est en chêne avec un abat-jour en lin. Son interrupteur est sur le câble."}
	in := func(s spoken, f galley.Field, says, answer, rule string) spoken {
		s.field, s.says, s.answer, s.rule = f, says, answer, rule
		return s
	}
	jobs := map[job][]spoken{}
	for name, s := range map[string]spoken{
		"German":     in(german, meta, "", "Die Tischlampe Hesper ist aus Eiche, und ihr Schirm ist aus Leinen.", ""),
		"French":     in(french, meta, "", "La lampe de table Hesper est en chêne, avec un abat-jour en lin.", ""),
		"claim":      in(german, meta, "", "Die Tischlampe Hesper ist aus Nussbaum, und ihr Schirm ist aus Leinen.", "claim_material"),
		"Polish":     {title: "Lampa stołowa Hesper", text: "Lampa stołowa Hesper jest z dębu i ma abażur z lnu. Włącznik znajduje się na kablu.", field: meta, answer: "Lampa stołowa Hesper jest z dębu oraz ma abażur z lnu.", rule: "claims_language"},
		"Swedish":    {title: "Bordslampa Hesper", text: "Bordslampan Hesper är gjord av ek och har en skärm av linne. Strömbrytaren sitter på sladden och är lätt att nå.", field: meta, answer: "Bordslampan Hesper är gjord av ek och har en skärm av linne för varje vardag.", rule: "claims_language"},
		"Danish":     {title: "Bordlampe Hesper", text: "Bordlampen Hesper er lavet af eg og har en skærm af hør. Kontakten sidder på ledningen, og den er let at nå.", field: meta, answer: "Bordlampen Hesper er lavet af eg og har en skærm af hør til stuen.", rule: "claims_language"},
		"Portuguese": {title: "Candeeiro Hesper", text: "O candeeiro de mesa Hesper é de carvalho e não ocupa muito espaço. O interruptor está no cabo.", field: meta, answer: "O candeeiro de mesa Hesper é feito de carvalho e não ocupa muito espaço na sua mesa.", rule: "claims_language"},
		"Czech":      {title: "Stolní lampa Hesper", text: "Stolní lampa Hesper je z dubu a má stínidlo ze lnu. Vypínač je na kabelu, který se snadno najde.", field: meta, answer: "Stolní lampa Hesper je z dubu a má stínidlo, které je ze lnu.", rule: "claims_language"},
		"Japanese":   {title: "ヘスパー卓上ランプ", text: "ヘスパー卓上ランプはオーク材で作られ、リネンのシェードが付いています。スイッチはコードにあります。", field: meta, answer: "ヘスパー卓上ランプはオーク材で作られた、リネンのシェードのランプです。", rule: "claims_language"},
		"Finnish":    {title: "Pöytävalaisin Hesper", text: "Pöytävalaisin Hesper on tammea ja siinä on pellavainen varjostin. Katkaisin on johdossa ja se on helppo löytää.", field: meta, answer: "Pöytävalaisin Hesper on tammea, ja se sopii hyvin myös pienelle pöydälle.", rule: "claims_language"},

		"English for a German shop": in(german, meta, "Write in English.", "The Hesper table lamp is made of oak, and its shade is made of linen for the desk.", "language_changed"),
		"German for a French shop":  in(french, meta, "Write in German.", "Die Tischlampe Hesper ist aus Eiche, und der Schirm ist aus Leinen.", "language_changed"),
		"Polish for a German shop":  in(german, meta, "Write in Polish.", "Lampa stołowa Hesper jest z dębu oraz ma abażur z lnu.", "claims_language"),

		"short German title":  in(german, title, "", "Hesper Tischlampe aus Eiche mit Leinenschirm", ""),
		"short claim":         in(german, title, "", "Hesper Tischlampe aus Nussbaum", "claim_material"),
		"short English claim": in(german, seo, "Write in English.", "Hesper table lamp in walnut", "claim_material"),
		"short French claim":  in(german, seo, "Write in French.", "Lampe de table Hesper en noyer", "claim_material"),
	} {
		s.name = name
		jobs[job{s.field, s.says}] = append(jobs[job{s.field, s.says}], s)
	}
	for j, products := range jobs {
		requireHeldOrLive(t, j, products)
	}
}

// requireHeldOrLive runs one job over a shop of the products.
func requireHeldOrLive(t *testing.T, j job, products []spoken) {
	t.Helper()
	model := llmtest.Start(t, llmtest.Options{Answer: func(r llmtest.Request) llmtest.Reply {
		for _, m := range r.Messages {
			if found := lampNumber.FindStringSubmatch(m.Text); found != nil {
				if i, err := strconv.Atoi(found[1]); err == nil {
					return llmtest.Writes(products[i].answer)
				}
			}
		}
		return llmtest.Writes("ready")
	}})
	h := openHome(t, exportOf(t, products), model)
	before := h.live()
	_, _, items := h.run(galley.JobSpec{ShopID: h.Shop.ID, Field: j.field, Strategy: galley.StrategyPublish, Instructions: j.says, Selection: galley.Selection{All: true}})
	require.Len(t, items, len(products))
	after := h.live()
	for _, item := range items {
		i, err := strconv.Atoi(strings.TrimPrefix(item.Product.Handle, "hesper-"))
		require.NoError(t, err)
		s, place := products[i], item.Product.Handle+" "+string(j.field)
		require.Nil(t, item.Error, s.name)
		require.Equal(t, s.answer, item.Content, s.name)
		if s.rule == "" {
			require.Empty(t, item.Warnings, s.name)
			require.Equal(t, s.answer, after[place].Text, s.name)
			continue
		}
		require.True(t, item.HeldBack, s.name)
		require.True(t, slices.ContainsFunc(item.Warnings, func(w galley.Warning) bool { return w.Rule == s.rule }), "%s: %v", s.name, item.Warnings)
		require.Equal(t, before[place], after[place], s.name)
	}
}

// exportOf is a product export.
func exportOf(t *testing.T, products []spoken) string {
	t.Helper()
	rows := [][]string{strings.Split("Handle,Title,Body (HTML),Vendor,Type,Tags,Status,Option1 Name,Option1 Value,Variant Price,Image Src,Image Alt Text,SEO Title,SEO Description", ",")}
	for i, s := range products {
		rows = append(rows, []string{
			fmt.Sprintf("hesper-%d", i), s.title, "<p>" + s.text + "</p>", "Aldermill", "", fmt.Sprintf("no-%d", i), "active", "Title", "Default Title", "84.00",
			fmt.Sprintf("https://cdn.example/%d.png", i), "", "", "",
		})
	}
	var out strings.Builder
	require.NoError(t, csv.NewWriter(&out).WriteAll(rows))
	return out.String()
}
