package wire_test

import (
	"encoding/csv"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/llm/llmtest"
)

// spoken is a shop of one product in a language, and what a model writes for it.
type spoken struct {
	title, text string
	field       galley.Field
	says        string // instructions
	answer      string
	rule        string // why the draft waits for a person, "" where it goes live
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
	for name, s := range map[string]spoken{
		"German":     in(german, meta, "", "Die Tischlampe Hesper ist aus Eiche, und ihr Schirm ist aus Leinen.", ""),
		"French":     in(french, meta, "", "La lampe de table Hesper est en chêne, avec un abat-jour en lin.", ""),
		"claim":      in(german, meta, "", "Die Tischlampe Hesper ist aus Nussbaum, und ihr Schirm ist aus Leinen.", "claim_material"),
		"Polish":     {"Lampa stołowa Hesper", "Lampa stołowa Hesper jest z dębu i ma abażur z lnu. Włącznik znajduje się na kablu.", meta, "", "Lampa stołowa Hesper jest z dębu oraz ma abażur z lnu.", "claims_language"},
		"Swedish":    {"Bordslampa Hesper", "Bordslampan Hesper är gjord av ek och har en skärm av linne. Strömbrytaren sitter på sladden och är lätt att nå.", meta, "", "Bordslampan Hesper är gjord av ek och har en skärm av linne för varje vardag.", "claims_language"},
		"Danish":     {"Bordlampe Hesper", "Bordlampen Hesper er lavet af eg og har en skærm af hør. Kontakten sidder på ledningen, og den er let at nå.", meta, "", "Bordlampen Hesper er lavet af eg og har en skærm af hør til stuen.", "claims_language"},
		"Portuguese": {"Candeeiro Hesper", "O candeeiro de mesa Hesper é de carvalho e não ocupa muito espaço. O interruptor está no cabo.", meta, "", "O candeeiro de mesa Hesper é feito de carvalho e não ocupa muito espaço na sua mesa.", "claims_language"},
		"Czech":      {"Stolní lampa Hesper", "Stolní lampa Hesper je z dubu a má stínidlo ze lnu. Vypínač je na kabelu, který se snadno najde.", meta, "", "Stolní lampa Hesper je z dubu a má stínidlo, které je ze lnu.", "claims_language"},
		"Japanese":   {"ヘスパー卓上ランプ", "ヘスパー卓上ランプはオーク材で作られ、リネンのシェードが付いています。スイッチはコードにあります。", meta, "", "ヘスパー卓上ランプはオーク材で作られた、リネンのシェードのランプです。", "claims_language"},
		"Finnish":    {"Pöytävalaisin Hesper", "Pöytävalaisin Hesper on tammea ja siinä on pellavainen varjostin. Katkaisin on johdossa ja se on helppo löytää.", meta, "", "Pöytävalaisin Hesper on tammea, ja se sopii hyvin myös pienelle pöydälle.", "claims_language"},

		"English for a German shop": in(german, meta, "Write in English.", "The Hesper table lamp is made of oak, and its shade is made of linen for the desk.", "language_changed"),
		"German for a French shop":  in(french, meta, "Write in German.", "Die Tischlampe Hesper ist aus Eiche, und der Schirm ist aus Leinen.", "language_changed"),
		"Polish for a German shop":  in(german, meta, "Write in Polish.", "Lampa stołowa Hesper jest z dębu oraz ma abażur z lnu.", "claims_language"),

		"short German title":  in(german, title, "", "Hesper Tischlampe aus Eiche mit Leinenschirm", ""),
		"short claim":         in(german, title, "", "Hesper Tischlampe aus Nussbaum", "claim_material"),
		"short English claim": in(german, seo, "Write in English.", "Hesper table lamp in walnut", "claim_material"),
		"short French claim":  in(german, seo, "Write in French.", "Lampe de table Hesper en noyer", "claim_material"),
	} {
		t.Run(name, func(t *testing.T) { s.requireHeldOrLive(t) })
	}
}

func (s spoken) requireHeldOrLive(t *testing.T) {
	t.Helper()
	model := llmtest.Start(t, llmtest.Options{Answer: func(llmtest.Request) llmtest.Reply { return llmtest.Writes(s.answer) }})
	h := openHome(t, s.file(t), model)
	before := h.live()
	_, _, items := h.run(galley.JobSpec{ShopID: h.Shop.ID, Field: s.field, Strategy: galley.StrategyPublish, Instructions: s.says, Selection: galley.Selection{All: true}})
	require.Len(t, items, 1)
	item, place := items[0], "hesper "+string(s.field)
	require.Nil(t, item.Error)
	require.Equal(t, s.answer, item.Content)
	if s.rule == "" {
		require.Empty(t, item.Warnings)
		require.Equal(t, s.answer, h.live()[place].Text)
		return
	}
	require.True(t, item.HeldBack)
	require.True(t, slices.ContainsFunc(item.Warnings, func(w galley.Warning) bool { return w.Rule == s.rule }), "%v", item.Warnings)
	require.Equal(t, before, h.live())
}

// file is an export with the product alone.
func (s spoken) file(t *testing.T) string {
	t.Helper()
	var out strings.Builder
	w := csv.NewWriter(&out)
	require.NoError(t, w.WriteAll([][]string{
		strings.Split("Handle,Title,Body (HTML),Vendor,Type,Tags,Status,Option1 Name,Option1 Value,Variant Price,Image Src,Image Alt Text,SEO Title,SEO Description", ","),
		{"hesper", s.title, "<p>" + s.text + "</p>", "Aldermill", "", "", "active", "Title", "Default Title", "84.00", "https://cdn.example/1.png", "", "", ""},
	}))
	return out.String()
}
