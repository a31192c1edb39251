package publishing

import (
	"strings"

	"galley/backend/galley"
)

// How publications end, with their sentences.

func done(p galley.Publication, live galley.Value) *galley.Settled {
	return &galley.Settled{State: galley.PublicationDone, Before: p.Before, Live: &live}
}

func clash(p galley.Publication, now galley.Value) *galley.Settled {
	message := "Not published: the text on the shop was changed since the draft was written."
	switch {
	case p.Again:
		message = "Left alone: the text on the shop was changed since it was put back."
	case p.Kind == galley.KindUndo:
		message = "Left alone: the text on the shop was changed since it was published."
	}
	return &galley.Settled{
		State: galley.PublicationClash, Before: p.Before, Live: &now,
		Reason: &galley.Reason{Code: galley.CodeShopChanged, Message: message},
	}
}

func readBackClash(p galley.Publication, answer galley.Value) *galley.Settled {
	return &galley.Settled{
		State: galley.PublicationClash, Before: p.Before, Live: &answer,
		Reason: &galley.Reason{Code: galley.CodeShopReadback, Message: notDone(p) +
			" as sent: the shop took the write but answered with another text. An app or a rule of the shop may have changed it. Compare the two and decide."},
	}
}

func missing(p galley.Publication) *galley.Reason {
	return &galley.Reason{Code: galley.CodeShopMissing, Message: notDone(p) + ": the product or picture is gone from the shop."}
}

func givenUp(p galley.Publication) *galley.Settled {
	return &galley.Settled{State: galley.PublicationFailed, Before: p.Before, Reason: &galley.Reason{
		Code: galley.CodeOutcomeUnknown, Message: notDone(p) + ": the shop's answer was lost three times. The text on the shop is unchanged.",
	}}
}

// notDone begins a sentence about a publication that ends without a write.
func notDone(p galley.Publication) string {
	if p.Kind == galley.KindUndo && !p.Again {
		return "Not put back"
	}
	return "Not published"
}

func trimmed(v galley.Value) string {
	if v.Null {
		return ""
	}
	return strings.TrimSpace(v.Text)
}
