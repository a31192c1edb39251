// Package replies reads what model endpoints answer. Endpoints that call
// themselves compatible differ in types, names and wrappings; this package
// turns what they send into the one form that the client's library reads:
// Chat an answer, Models a list, Refusal an error, and Text the text in an
// answer's content. It is pure: bytes in, bytes out.
//
// Every shape that is read has a file in testdata/shapes. A new one is added
// there first.
package replies
