package publishing

import (
	"strings"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// The ends of publications, with their sentences.

func done(p galley.Publication, live galley.Value) *galley.Settled {
	return &galley.Settled{State: galley.PublicationDone, Before: p.Before, Live: &live}
}

func conflict(p galley.Publication, now galley.Value) *galley.Settled {
	message := messages.PublishMetChange
	switch {
	case p.Again:
		message = messages.RedoMetChange
	case p.Kind == galley.KindUndo:
		message = messages.UndoMetChange
	}
	return &galley.Settled{
		State: galley.PublicationConflict, Before: p.Before, Live: &now,
		Reason: &galley.Reason{Code: galley.CodeShopChanged, Message: message},
	}
}

func readBackConflict(p galley.Publication, answer galley.Value) *galley.Settled {
	return &galley.Settled{
		State: galley.PublicationConflict, Before: p.Before, Live: &answer,
		Reason: &galley.Reason{Code: galley.CodeShopReadback, Message: notDone(p, messages.PublishReadBack, messages.UndoReadBack)},
	}
}

func missing(p galley.Publication) *galley.Reason {
	return &galley.Reason{Code: galley.CodeShopMissing, Message: notDone(p, messages.PublishGone, messages.UndoGone)}
}

func givenUp(p galley.Publication) *galley.Settled {
	return &galley.Settled{State: galley.PublicationFailed, Before: p.Before, Reason: &galley.Reason{
		Code: galley.CodeOutcomeUnknown, Message: notDone(p, messages.PublishGivenUp, messages.UndoGivenUp),
	}}
}

// notDone chooses the message of a publication that ends without a write.
func notDone(p galley.Publication, publish, undo messages.Message) messages.Message {
	if p.Kind.Removes(p.Again) {
		return undo
	}
	return publish
}

func trimmed(v galley.Value) string {
	if v.Null {
		return ""
	}
	return strings.TrimSpace(v.Text)
}
