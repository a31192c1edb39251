// Package galleytest holds what tests of many rooms share: conformance suites
// that every implementation of a port has to pass, and ports in memory.
package galleytest
