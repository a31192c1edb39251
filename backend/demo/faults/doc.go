// Package faults decides which requests of a demo shop go wrong, and how. It
// reads a specification, and then decides for each request which faults apply;
// doing it is the demo shop's part.
//
// A specification is a list of faults, separated by commas:
//
//	spec   = part { "," part }
//	part   = seed | fault
//	seed   = "seed=" number
//	fault  = kind { "@" place } [ "=" value ] { ":" option }
//	place  = "read" | "write" | "after=" number | operation | root field
//	value  = rate, or a version of the API for the fault "version"
//	rate   = number "%" | number "/" number
//	option = "times=" number | "before" | "after" | "retry-after=" seconds |
//	         duration | "without=" root field
//
// For example:
//
//	throttled=5%,500@productUpdate=1/20,cut-after@write=3%,silence=0.5%:30s,401@after=200:times=1
//
// A percentage is a chance, drawn for each request. 1/20 is no chance: it is
// every twentieth request. Without a rate it is every request. A place narrows
// down which requests are meant, after=200 to those from the 201st on. Of
// several faults that could strike a request, the first in the list does; the
// others are asked only about requests that those before them left alone. The
// same specification treats the same requests in the same order alike; another
// seed gives another course.
package faults
