package ui

import (
	"fmt"

	"galley/backend/galley"
)

// GoesLive says what a job that publishes without review will do with the n
// texts still to write.
func GoesLive(j galley.Job, n int, shop galley.Shop) string {
	goes, each := "go", "they are"
	if n == 1 {
		goes, each = "goes", "it is"
	}
	replaces := "What the shop has now is replaced and kept for undo."
	if j.OnlyEmpty {
		replaces = "Only empty fields are filled."
	}
	return fmt.Sprintf("Publish without review: %s %s live on %s as soon as %s written, before anyone reads %s. %s Drafts with unsupported claims are held back for review, and so are drafts too much like another text; the first of these is published.",
		Texts(n, j.Field), goes, shopAndDomain(shop), each, them(n), replaces)
}

func them(n int) string {
	if n == 1 {
		return "it"
	}
	return "them"
}

// shopAndDomain names a shop so that it is not taken for another one.
func shopAndDomain(s galley.Shop) string {
	if s.Domain == "" || s.Domain == s.Name {
		return s.Name
	}
	return s.Name + " (" + s.Domain + ")"
}
