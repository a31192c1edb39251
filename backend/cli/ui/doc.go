// Package ui prints what commands found as words and tables for people. It
// decides nothing: commands pass it numbers and documents, scripts get the same
// documents as JSON.
package ui
