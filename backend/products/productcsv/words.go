package productcsv

import (
	"strings"
	"unicode/utf8"
)

// yes and no are the words of spreadsheets and people in the languages in which
// spreadsheets are sold, in lower case.
var (
	yes = wordSet("true yes y 1 on x wahr ja j vrai oui verdadero sí si s vero sì waar verdadeiro sim prawda tak sant sand tosi kyllä pravda ano igaz igen adevărat da evet doğru истина да αληθής ναι 是 真 はい 예 ✓ ✔")
	no  = wordSet("false no n 0 off falsch nein faux non falso nee onwaar não nao fałsz nie falskt falsk nej nei epätosi ei nepravda ne hamis nem fals nu hayır yanlış ложь нет ψευδής όχι 否 假 いいえ 아니요 -")
)

// statuses are Shopify's, in the languages of its admin.
var statuses = map[string]map[string]bool{
	"active":   wordSet("active aktiv actif activo activa attivo actief ativo aktywny aktywne aktivní aktív activ etkin aktiivinen активный активен 有効 活动"),
	"draft":    wordSet("draft entwurf brouillon borrador bozza concept rascunho szkic koncept kladde utkast luonnos vázlat ciornă taslak черновик 下書き 草稿"),
	"archived": wordSet("archived archiviert archivé archivée archivado archiviato gearchiveerd arquivado zarchiwizowane zarchiwizowany archivováno arkiveret arkiverad arkivert arkistoitu archivált arhivat arşivlendi архивирован アーカイブ済み 已归档"),
	"unlisted": wordSet("unlisted nicht_gelistet non_répertorié no_listado"),
}

func wordSet(list string) map[string]bool {
	set := map[string]bool{}
	for word := range strings.FieldsSeq(list) {
		set[strings.ReplaceAll(word, "_", " ")] = true
	}
	return set
}

func yesOrNo(value string) (is, ok bool) {
	word := strings.ToLower(value)
	switch {
	case yes[word]:
		return true, true
	case no[word]:
		return false, true
	}
	return false, false
}

// statusOf is Shopify's word for a status.
func statusOf(value string) (status string, ok bool) {
	word := strings.ToLower(value)
	for status, words := range statuses {
		if words[word] {
			return status, true
		}
	}
	return "", false
}

// cut shows a cell in one line without flooding the report.
func cut(value string) string {
	const limit = 40
	value = strings.Join(strings.Fields(strings.ToValidUTF8(visible(value), "\ufffd")), " ")
	if utf8.RuneCountInString(value) > limit {
		value = strings.TrimSpace(string([]rune(value)[:limit])) + "…"
	}
	return value
}
