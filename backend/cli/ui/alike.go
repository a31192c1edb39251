package ui

import "galley/backend/galley"

// alikeShown is how many texts of a group are listed.
const alikeShown = 5

// Alike lists the drafts of a job that are too much alike.
func (p *Page) Alike(found galley.Alike) {
	if len(found.Groups) == 0 {
		p.Line("No drafts are too much alike: %s compared with each other and %s of the shop.", Many(found.Drafts, "draft"), Many(found.Live, "text"))
		return
	}
	p.Line("%s of %d alike, in %s.", Many(found.Alike, "draft"), found.Drafts, Many(len(found.Groups), "group"))
	for _, g := range found.Groups {
		p.Line("")
		p.Line("%s", groupWords(g))
		for _, d := range g.Drafts[:min(len(g.Drafts), alikeShown)] {
			p.Line("  %s  %s: %s", d.ItemID, d.Title, Short(found.Field, d.Text, PreviewColumns))
		}
		for _, l := range g.Live[:min(len(g.Live), alikeShown)] {
			p.Line("  on the shop  %s: %s", l.Title, Short(found.Field, l.Text, PreviewColumns))
		}
		if more := g.Size() - min(len(g.Drafts), alikeShown) - min(len(g.Live), alikeShown); more > 0 {
			p.Line("  and %d more", more)
		}
	}
}

func groupWords(g galley.AlikeGroup) string {
	texts := Many(g.Size(), "text")
	switch g.Kind {
	case galley.AlikeOpening:
		return texts + " begin with “" + g.Opening + "”:"
	case galley.AlikeNear:
		return texts + " are nearly the same:"
	default:
		return texts + " are the same:"
	}
}
