package ledger

import (
	"strconv"
	"time"

	"galley/backend/galley"
	"galley/backend/products/productcsv"
)

// columns is the CSV header.
var columns = []string{
	"number", "at", "decided_at", "kind", "again", "undoes", "result", "error_code", "error_message",
	"shop", "shop_domain", "shop_id", "product", "product_handle", "product_id", "image_id", "field", "item",
	"person", "written_by", "model", "prompt_version", "cost_usd", "request_id", "attempts",
	"before_sha256", "after_sha256", "before", "after", "live", "publication_id",
	"place_kind", "place_id", "place_handle", "place_title",
}

// record is an entry as a CSV row. Each cell is guarded against being run as a
// formula. An empty text without a hash was unset.
func record(e galley.Entry) []string {
	var why galley.Reason
	if e.Error != nil {
		why = *e.Error
	}
	row := []string{
		strconv.FormatInt(e.Number, 10), moment(e.At), moment(e.DecidedAt), string(e.Kind), strconv.FormatBool(e.Again), numberOrNone(e.Undoes),
		string(e.Result), string(why.Code), why.Message.String(),
		e.Shop.Name, e.Shop.Domain, string(e.Shop.ID), e.Product.Title, e.Product.Handle, e.Product.ID, e.ImageID, string(e.Field), string(e.ItemID),
		e.Person, e.WrittenBy, e.Model, e.PromptVersion, money(e.CostUSD), e.RequestID, strconv.Itoa(e.Attempts),
		e.BeforeSHA256, e.AfterSHA256, text(e.Before), e.After.Text, text(e.Live), e.PublicationID,
		string(e.Place.Kind), e.Place.ID, e.Place.Handle, e.Place.Title,
	}
	for i, cell := range row {
		row[i] = productcsv.Guard(cell)
	}
	return row
}

func moment(t time.Time) string { return t.UTC().Format("2006-01-02T15:04:05.000Z") }

func numberOrNone(n int64) string {
	if n == 0 {
		return ""
	}
	return strconv.FormatInt(n, 10)
}

// money is "" for an unknown cost, which is not the same as free.
func money(usd *float64) string {
	if usd == nil {
		return ""
	}
	return strconv.FormatFloat(*usd, 'f', -1, 64)
}

func text(v *galley.Value) string {
	if v == nil {
		return ""
	}
	return v.Text
}
