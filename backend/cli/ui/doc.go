// Package ui puts what commands found into words and tables for people. It
// decides nothing: commands hand it numbers and documents, scripts get the same
// documents as JSON.
package ui
