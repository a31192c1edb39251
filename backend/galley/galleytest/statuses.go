package galleytest

import "galley/backend/galley"

// ItemStatuses are all statuses of items, except for warnings: only a draft is
// published, and a write that is queued or being sent belongs to its publish
// state, except for undos, which wait while their item still counts as
// published or undone. Only a published text is changed since.
func ItemStatuses() (all []galley.ItemStatus) {
	for state := range galley.ItemMoves {
		if state == galley.ItemGenerated {
			continue
		}
		for _, missing := range []bool{false, true} {
			all = append(all, galley.ItemStatus{State: state, Publish: galley.Unpublished, Decision: galley.DecisionOpen, Missing: missing})
		}
	}
	for publish := range galley.PublishMoves {
		for d := range galley.DecisionMoves {
			for _, write := range writesOf(publish) {
				for _, since := range sincesOf(publish) {
					s := galley.ItemStatus{State: galley.ItemGenerated, Publish: publish, Decision: d, Write: write, Since: since}
					all = append(all, s)
					if s.Can().Regenerate {
						s.Rewriting = true
						all = append(all, s)
						s.Rewriting = false
					}
					if s.Write == "" && s.Since == galley.SinceNothing {
						s.Alike = true
						all = append(all, s)
					}
				}
			}
		}
	}
	return all
}

func writesOf(p galley.PublishState) []galley.PublicationState {
	switch p {
	case galley.PublishQueued:
		return []galley.PublicationState{galley.PublicationQueued}
	case galley.Publishing:
		return []galley.PublicationState{galley.PublicationSending}
	case galley.Published, galley.PublishUndone:
		return []galley.PublicationState{"", galley.PublicationQueued, galley.PublicationSending}
	}
	return []galley.PublicationState{""}
}

func sincesOf(p galley.PublishState) []galley.Since {
	if p == galley.Published {
		return []galley.Since{galley.SinceNothing, galley.SinceChanged, galley.SinceTakenOver, galley.SinceReplaced}
	}
	return []galley.Since{galley.SinceNothing}
}
