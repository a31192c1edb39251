//go:build !unix

package demo

const dontWait = 0
