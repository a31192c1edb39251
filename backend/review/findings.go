package review

import (
	"context"
	"unicode/utf8"

	"galley/backend/blocks"
	"galley/backend/checks"
	"galley/backend/galley"
)

// DraftClaim is what a draft says of its product, graded by what is known now.
type DraftClaim struct {
	galley.Claim

	Kept bool `json:"kept"` // a person looked into it
}

// LostFact is what the shop's text says and the draft does not.
type LostFact struct {
	Rule  string `json:"rule"` // with About the key of its warning
	About string `json:"about"`
	Kind  string `json:"kind"` // warning, ingredient, figure, material, care
	Held  bool   `json:"held"`
}

// KeptBlock is a part of the shop's text that is kept byte for byte. Start and
// End are rune offsets in the draft's source; both are 0 where the draft has not
// the same bytes.
type KeptBlock struct {
	Number   int    `json:"number"` // from 1, in the order of the shop's text
	Label    string `json:"label"`
	InPlace  bool   `json:"in_place"`
	Inline   bool   `json:"inline"` // within running text
	Start    int    `json:"start"`
	End      int    `json:"end"`
	Original Place  `json:"original"` // in the shop's text that the draft was written for
}

// Place is a span of a source in runes.
type Place struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// findings adds to a proof what the draft says, what it lost and what it keeps.
func (s *Service) findings(ctx context.Context, p *Proof, of galley.Subject) error {
	item := p.Item
	p.Claims, p.Lost, p.Blocks = []DraftClaim{}, []LostFact{}, []KeptBlock{}
	if item.State != galley.ItemGenerated {
		return nil
	}
	original, err := s.ground(ctx, item)
	if err != nil {
		return err
	}
	for _, c := range checks.Claims(checks.Text{Subject: of, Field: item.Field, Content: item.Content, Original: original, SawPicture: true}) {
		isKept := galley.Warning{Rule: c.Rule, About: c.Words}.IsKept(item.Kept)
		p.Claims = append(p.Claims, DraftClaim{c, isKept && c.Grade.IsHeld()})
	}
	for _, w := range item.Warnings {
		if kind := checks.LostKind(w.Key()); kind != "" {
			p.Lost = append(p.Lost, LostFact{Rule: w.Rule, About: w.About, Kind: kind, Held: w.Severity == galley.SeverityHold})
		}
	}
	p.Blocks = keptBlocks(item, original)
	return nil
}

func keptBlocks(item galley.Item, original galley.Value) []KeptBlock {
	list := []KeptBlock{}
	if !item.Field.IsHTML() || original.Null {
		return list
	}
	page := blocks.Cut(original.Text)
	inDraft, inOriginal := page.Find(item.Content), page.Find(original.Text)
	for i, b := range page.Blocks {
		block := KeptBlock{Number: b.Number, Label: b.Label, Inline: b.Inline, InPlace: inDraft[i].End > 0}
		block.Start, block.End = inRunes(item.Content, inDraft[i].Start), inRunes(item.Content, inDraft[i].End)
		block.Original = Place{inRunes(original.Text, inOriginal[i].Start), inRunes(original.Text, inOriginal[i].End)}
		list = append(list, block)
	}
	return list
}

func inRunes(text string, offset int) int { return utf8.RuneCountInString(text[:offset]) }
