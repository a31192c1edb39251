package demo

import (
	"net/http"
	"time"
)

// bulkFolderPath is where files of bulk operations are fetched. Shopify keeps them
// on another host: what holds here is that requests need no token.
const bulkFolderPath = "/bulk/"

// serveBulkFile gives the file of a bulk operation to whoever knows its name. A
// request with a token is refused, which Shopify's file host does not do: a client
// that tells its token to other hosts is to be found out.
func (s *Shop) serveBulkFile(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("X-Shopify-Access-Token") != "" {
		refuseFile(w, http.StatusBadRequest, "TokenSent", "A shop's access token is not for this host.")
		return
	}
	file, gone, err := s.bulk.Open(r.Context(), r.PathValue("name"))
	switch {
	case err != nil:
		refuseFile(w, http.StatusInternalServerError, "InternalError", "We encountered an internal error. Please try again.")
		return
	case gone: // as Google's storage answers for an address that was signed for a shorter time
		refuseFile(w, http.StatusBadRequest, "ExpiredToken", "The provided token has expired.")
		return
	case file == nil:
		refuseFile(w, http.StatusNotFound, "NoSuchKey", "The specified key does not exist.")
		return
	}
	defer file.Close()
	w.Header().Set("Content-Type", "application/jsonl")
	w.Header().Set("X-Content-Type-Options", "nosniff")
	w.Header().Set("Content-Disposition", `attachment; filename="bulk.jsonl"`)
	w.Header().Set("ETag", `"`+r.PathValue("name")+`"`)
	http.ServeContent(w, r, "", time.Time{}, file)
}

func refuseFile(w http.ResponseWriter, status int, code, message string) {
	writeBody(w, status, "application/xml; charset=UTF-8",
		[]byte("<?xml version='1.0' encoding='UTF-8'?><Error><Code>"+code+"</Code><Message>"+message+"</Message></Error>"))
}
