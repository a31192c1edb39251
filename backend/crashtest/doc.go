// Package crashtest kills Galley while it works, again and again, and checks
// whether anything was lost or done twice. It holds tests only: the test binary
// runs itself as the program that is killed.
package crashtest
