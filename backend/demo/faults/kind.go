package faults

import (
	"slices"
	"strings"
	"time"
)

// Kind is a kind of fault.
type Kind string

// The kinds of fault.
const (
	Throttled   Kind = "throttled"                // the bucket was emptied by another program
	TooMany     Kind = "429"                      // 429 with Retry-After
	Internal    Kind = "500"                      // the shop fails
	BadGateway  Kind = "502"                      // a web page of something in between, with that status
	Unavailable Kind = "503"                      // the shop is overloaded
	HTML        Kind = "html"                     // a web page in place of the answer, with status 200
	CutBefore   Kind = "cut-before"               // the connection breaks, nothing was done
	CutAfter    Kind = "cut-after"                // the connection breaks, everything was done
	Truncated   Kind = "truncated"                // half of the answer's JSON
	Silence     Kind = "silence"                  // the answer is a long time coming
	UserErrors  Kind = "userErrors"               // the shop refuses the input
	FileLocked  Kind = "FILE_LOCKED"              // the picture's file is locked for a while
	MediaFixed  Kind = "MEDIA_CANNOT_BE_MODIFIED" // the picture cannot be changed for a while
	NotReady    Kind = "NON_READY_STATE"          // the shop still works on the picture
	Null        Kind = "null"                     // null data with an error
	Partial     Kind = "partial"                  // the SEO title of one product of a page is missing, with an error
	BadToken    Kind = "401"                      // the token is not good any more
	Frozen      Kind = "402"                      // the shop's bill is not paid
	Forbidden   Kind = "403"                      // the shop is shut
	Locked      Kind = "423"                      // the shop is locked
	Deleted     Kind = "deleted"                  // the product or picture is deleted just before
	Changed     Kind = "changed"                  // somebody else changes the text just before
	Tidied      Kind = "tidied"                   // the shop writes HTML in its own way
	Version     Kind = "version"                  // another version of the API answers
	SearchLags  Kind = "search-lags"              // the search does not know the last changes yet
	BulkRefused Kind = "bulk-refused"             // the start of a bulk operation is refused: others run
	BulkFails   Kind = "bulk-fails"               // it fails, with a part of its file
	BulkExpires Kind = "bulk-expires"             // it never runs
	BulkCancels Kind = "bulk-cancels"             // the shop cancels it, with a part of its file
	BulkSlow    Kind = "bulk-slow"                // it stands still for a while
	BulkCut     Kind = "bulk-cut"                 // the connection breaks within a line of the file
	BulkGarbled Kind = "bulk-garbled"             // a line of the file is not JSON
	BulkGone    Kind = "bulk-gone"                // the file's address is not good any more
)

// traits are what a kind allows and takes for granted.
type traits struct {
	kind     Kind
	write    bool   // strikes writes only
	field    string // strikes only requests with this field of the root; "" for any
	named    bool   // strikes requests only that name the products or pictures they are about
	search   bool   // strikes requests only that search
	download bool   // strikes fetches of files, and no requests of the API
	// choice is set where "before" and "after" say whether the request is carried
	// out all the same; after is what holds without either.
	choice, after bool
	retryOption   bool // takes retry-after
	// What holds where the specification says nothing; the zero value is none.
	usualLength     time.Duration
	usualRetryAfter string // seconds
}

// kinds are all kinds, in the order of documentation.
var kinds = []traits{
	{kind: Throttled},
	{kind: TooMany, usualRetryAfter: "2.0", retryOption: true},
	{kind: Internal, choice: true},
	{kind: BadGateway, choice: true},
	{kind: Unavailable, choice: true, retryOption: true},
	{kind: HTML, choice: true},
	{kind: CutBefore},
	{kind: CutAfter, after: true},
	{kind: Truncated, after: true},
	{kind: Silence, choice: true, after: true, usualLength: 30 * time.Second},
	{kind: UserErrors, write: true},
	{kind: FileLocked, write: true, field: "fileUpdate"},
	{kind: MediaFixed, write: true, field: "fileUpdate"},
	{kind: NotReady, write: true, field: "fileUpdate"},
	{kind: Null, choice: true, after: true},
	{kind: Partial, field: "products"},
	{kind: BadToken},
	{kind: Frozen},
	{kind: Forbidden},
	{kind: Locked},
	{kind: Deleted, named: true},
	{kind: Changed, named: true},
	{kind: Tidied, write: true},
	{kind: Version},
	{kind: SearchLags, search: true, usualLength: 10 * time.Second},
	{kind: BulkRefused, field: startsBulk},
	{kind: BulkFails, field: startsBulk},
	{kind: BulkExpires, field: startsBulk},
	{kind: BulkCancels, field: startsBulk},
	{kind: BulkSlow, field: startsBulk, usualLength: 10 * time.Minute},
	{kind: BulkCut, download: true},
	{kind: BulkGarbled, download: true},
	{kind: BulkGone, download: true},
}

// startsBulk is the field of the root that starts bulk operations.
const startsBulk = "bulkOperationRunQuery"

// Kinds lists all kinds.
func Kinds() []Kind {
	all := make([]Kind, len(kinds))
	for i, t := range kinds {
		all[i] = t.kind
	}
	return all
}

func traitsOf(name string) (traits, bool) {
	i := slices.IndexFunc(kinds, func(t traits) bool { return string(t.kind) == name })
	if i < 0 {
		return traits{}, false
	}
	return kinds[i], true
}

// kindList is for sentences.
func kindList() string {
	names := make([]string, len(kinds))
	for i, t := range kinds {
		names[i] = string(t.kind)
	}
	return strings.Join(names, ", ")
}
