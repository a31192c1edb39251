package store

import (
	"context"
	"database/sql"
	"errors"
	"time"

	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/markup"
	"galley/backend/store/column"
	"galley/backend/store/db"
)

// textAt is the place of a text on a shop.
type textAt struct {
	shop   galley.ShopID
	field  galley.Field
	target galley.Target
}

func textOf(p galley.Publication) textAt {
	return textAt{shop: p.ShopID, field: p.Field, target: p.Target()}
}

// trackText records the text that the end of a publication leaves published at
// its place.
func (s *Store) trackText(ctx context.Context, q *db.Queries, p galley.Publication, end galley.Settled) error {
	switch {
	case end.Live == nil:
		return nil
	case end.State != galley.PublicationDone:
		return s.noteSeen(ctx, q, textOf(p), *end.Live, s.clock.Now())
	case p.Kind == galley.KindUndo && !p.Again:
		return forgetText(ctx, q, p, *end.Live)
	}
	return keepText(ctx, q, p, *end.Live)
}

// keepText makes a publication the one whose text is published at its place.
func keepText(ctx context.Context, q *db.Queries, p galley.Publication, live galley.Value) error {
	stored, err := q.Publication(ctx, p.ID)
	if err != nil {
		return err
	}
	before, err := q.PublishedText(ctx, db.PublishedTextParams{ShopID: p.ShopID, PlaceID: p.Place.ID, Field: p.Field})
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return err
	}
	item := stored.ItemRow
	if before.ItemRow != 0 && before.ItemRow != item {
		if err := setSince(ctx, q, before.ItemRow, galley.SinceReplaced); err != nil {
			return err
		}
	}
	err = q.PutPublishedText(ctx, db.PutPublishedTextParams{
		ShopID: p.ShopID, PlaceID: p.Place.ID, Field: p.Field, PublicationID: p.ID, ItemRow: item, Live: live,
	})
	if err != nil {
		return err
	}
	return setSince(ctx, q, item, galley.SinceNothing)
}

// forgetText removes the text that was undone. If the shop now has the text of
// an earlier publication again, that one is published.
func forgetText(ctx context.Context, q *db.Queries, p galley.Publication, live galley.Value) error {
	of, err := q.Publication(ctx, p.ID)
	if err != nil {
		return err
	}
	if err := setSince(ctx, q, of.ItemRow, galley.SinceNothing); err != nil {
		return err
	}
	earlier, err := q.EarlierPublished(ctx, db.EarlierPublishedParams{
		ShopID: p.ShopID, Field: p.Field, PlaceID: p.Place.ID,
		Live: live, Seq: of.Seq,
	})
	if errors.Is(err, sql.ErrNoRows) {
		return q.DropPublishedText(ctx, db.DropPublishedTextParams{ShopID: p.ShopID, PlaceID: p.Place.ID, Field: p.Field})
	}
	if err != nil {
		return err
	}
	err = q.PutPublishedText(ctx, db.PutPublishedTextParams{
		ShopID: p.ShopID, PlaceID: p.Place.ID, Field: p.Field, PublicationID: earlier.ID, ItemRow: earlier.ItemRow, Live: live,
	})
	if err != nil {
		return err
	}
	return setSince(ctx, q, earlier.ItemRow, galley.SinceNothing)
}

func setSince(ctx context.Context, q *db.Queries, item column.RowID, since galley.Since) error {
	if item == 0 {
		return nil
	}
	return q.SetSince(ctx, db.SetSinceParams{RowID: item, Since: since})
}

// noteSeen compares the shop's text at a place with the one published there.
func (s *Store) noteSeen(ctx context.Context, q *db.Queries, at textAt, now galley.Value, seenAt time.Time) error {
	text, err := q.PublishedText(ctx, db.PublishedTextParams{ShopID: at.shop, PlaceID: at.target.ID, Field: at.field})
	if errors.Is(err, sql.ErrNoRows) {
		return nil
	}
	if err != nil {
		return err
	}
	return noteText(ctx, q, text, now, seenAt)
}

// noteText marks a published text as changed if the shop has another one, and
// clears the mark if it has the published one again. A known change keeps the
// time when it was first seen.
func noteText(ctx context.Context, q *db.Queries, text db.PublishedText, now galley.Value, seenAt time.Time) error {
	same := sameText(text.Field, text.Live, now)
	known := text.Changed
	if same && !known || !same && known && text.OnShop == now {
		return nil
	}
	mark := db.MarkPublishedTextParams{ShopID: text.ShopID, PlaceID: text.PlaceID, Field: text.Field}
	since := galley.SinceChanged
	switch {
	case !same:
		mark.Changed, mark.OnShop, mark.SeenAt = true, now, column.NullAt(seenAt)
	case text.TakenOver:
		since = galley.SinceTakenOver
	default:
		since = galley.SinceNothing
	}
	if err := q.MarkPublishedText(ctx, mark); err != nil {
		return err
	}
	if err := setSince(ctx, q, text.ItemRow, since); err != nil {
		return err
	}
	return touchText(ctx, q, text.ShopID, text.ItemRow)
}

// touchText reports the change of a published text, and of its item if it has
// one, to the pages that show it.
func touchText(ctx context.Context, q *db.Queries, shop galley.ShopID, item column.RowID) error {
	topics := []string{galley.TopicProducts(shop), galley.TopicShops}
	if item != 0 {
		job, err := q.JobOfItem(ctx, item)
		if err != nil {
			return err
		}
		topics = append(topics, galley.TopicJob(job), galley.TopicJobs)
	}
	return touched(ctx, q, nil, topics...)
}

// sameText reports whether the shop still has a published text. Markup that
// Shopify only tidied is the same text.
func sameText(f galley.Field, published, now galley.Value) bool {
	return published.Same(now) || f.IsHTML() && markup.SameHTML(published.Text, now.Text)
}

// noteProducts compares products as a sync read them with the texts published
// at their places.
func noteProducts(ctx context.Context, q *db.Queries, shop galley.ShopID, products []galley.Product, seenAt time.Time) error {
	var subjects []galley.Subject
	for _, p := range products {
		subjects = append(subjects, p.Subject())
		for _, img := range p.Images {
			subjects = append(subjects, p.Of(galley.ImageTarget(img.ID)))
		}
	}
	return noteSubjects(ctx, q, shop, subjects, seenAt)
}

// noteSubjects compares places as a sync read them with the texts published
// there.
func noteSubjects(ctx context.Context, q *db.Queries, shop galley.ShopID, subjects []galley.Subject, seenAt time.Time) error {
	if len(subjects) == 0 {
		return nil
	}
	places, byPlace := make([]string, len(subjects)), make(map[string]galley.Subject, len(subjects))
	for i, at := range subjects {
		places[i], byPlace[at.Target.ID] = at.Target.ID, at
	}
	texts, err := q.PublishedTextsAt(ctx, db.PublishedTextsAtParams{ShopID: shop, Places: jsonArray(places)})
	if err != nil {
		return err
	}
	for _, text := range texts {
		now, ok := byPlace[text.PlaceID].Value(text.Field)
		if !ok {
			continue
		}
		if err := noteText(ctx, q, text, now, seenAt); err != nil {
			return err
		}
	}
	return nil
}

// ChangedText returns the changed text that a publication wrote. One that is
// not changed, or no longer the last at its place, is CodeChanged.
func (s *Store) ChangedText(ctx context.Context, publication string) (found galley.ChangedText, err error) {
	err = s.view(ctx, func(q *db.Queries, _ *sql.Tx) error {
		r, err := q.ChangedByPublication(ctx, publication)
		if errors.Is(err, sql.ErrNoRows) {
			return noLongerChanged()
		}
		found = changedText(r)
		return err
	})
	return found, err
}

func changedAgain() error {
	return galley.NewError(galley.CodeShopChanged, messages.ShopTextChangedAgain)
}

func noLongerChanged() error {
	return galley.NewError(galley.CodeIllegalState, messages.NotMarkedChanged)
}

// changesOf are the changes of items' published texts on the shop, by item.
func changesOf(ctx context.Context, q *db.Queries, items []db.Item) (map[galley.ItemID]*galley.ChangedText, error) {
	var changed []db.Item
	for _, item := range items {
		if item.Since == galley.SinceChanged && item.PublishState == galley.Published {
			changed = append(changed, item)
		}
	}
	rows, err := q.ChangedOfItems(ctx, jsonArray(rowIDs(changed)))
	found := make(map[galley.ItemID]*galley.ChangedText, len(rows))
	for _, r := range rows {
		c := changedText(r)
		found[c.ItemID] = &c
	}
	return found, err
}

// ChangedTexts lists the changed texts of a product and its images, or of a
// collection.
func (s *Store) ChangedTexts(ctx context.Context, shop galley.ShopID, of galley.Subject) (found []galley.ChangedText, err error) {
	places := []string{of.Target.ID}
	for _, img := range of.Product.Images {
		places = append(places, img.ID)
	}
	found = []galley.ChangedText{}
	err = s.view(ctx, func(q *db.Queries, _ *sql.Tx) error {
		rows, err := q.ChangedAt(ctx, db.ChangedAtParams{ShopID: shop, Places: jsonArray(places)})
		for _, r := range rows {
			found = append(found, changedText(r))
		}
		return err
	})
	return found, err
}

func changedText(r db.ChangedText) galley.ChangedText {
	place := galley.PlaceRef{Kind: r.PlaceKind, ID: r.PlaceID, Handle: r.PlaceHandle, Title: r.PlaceTitle}
	return galley.ChangedText{
		PublicationID: r.PublicationID, ItemID: ofItem(r.JobID, r.Position), Field: r.Field,
		Place: place, Product: place.Product(r.ImageOf),
		Published: r.Live, PublishedAt: r.FinishedAt.OrZero(), Person: r.Person,
		OnShop: r.OnShop, SeenAt: r.SeenAt.OrZero(),
	}
}

// TakeOver makes the text that the shop has the published one, as a revision of
// the draft by that person. Nothing is written to the shop. A shop that was seen
// with another text since is CodeChanged.
func (s *Store) TakeOver(ctx context.Context, seen galley.SeenChange, report galley.Report, person string) error {
	return s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
		found, err := q.ChangedByPublication(ctx, seen.PublicationID)
		if errors.Is(err, sql.ErrNoRows) {
			return noLongerChanged()
		}
		if err != nil {
			return err
		}
		if err := refuseWhileOpen(ctx, q, found); err != nil {
			return err
		}
		n, err := q.TakeOverText(ctx, db.TakeOverTextParams{PublicationID: seen.PublicationID, SeenAt: column.NullAt(seen.SeenAt)})
		if err == nil && n == 0 {
			err = changedAgain()
		}
		if err != nil {
			return err
		}
		if found.ItemRow != 0 {
			if err := s.takeOverDraft(ctx, q, found, report, person); err != nil {
				return err
			}
		}
		return touchText(ctx, q, found.ShopID, found.ItemRow)
	})
}

func (s *Store) takeOverDraft(ctx context.Context, q *db.Queries, text db.ChangedText, report galley.Report, person string) error {
	revision, err := q.TakeOverDraft(ctx, db.TakeOverDraftParams{
		RowID: text.ItemRow, Content: text.OnShop.Text, ContentSha256: checksum(text.OnShop.Text), Score: scoreColumn(report.Score),
		Warnings: warningsColumn(report.Warnings), Warned: warned(report), WrittenBy: person, WrittenAt: column.NullAt(s.clock.Now()),
	})
	if err != nil {
		return err
	}
	return s.addRevision(ctx, q, text.ItemRow, revision, galley.Draft{
		Content: text.OnShop.Text, Author: galley.AuthorPerson, By: person, Note: "Taken over from the shop", At: s.clock.Now(),
	})
}

// reopenChanged starts another draft from a changed text: the published text is no
// longer the item's, and the draft replaces the shop's. seen is the change that the
// person saw.
func reopenChanged(ctx context.Context, q *db.Queries, id galley.ItemID, revision int, seen galley.SeenChange) error {
	item, err := itemRow(ctx, q, id)
	if err != nil {
		return err
	}
	found, err := q.ChangedByItem(ctx, item.RowID)
	if errors.Is(err, sql.ErrNoRows) {
		return noLongerChanged()
	}
	if err != nil {
		return err
	}
	if changedText(found).Seen() != seen {
		return changedAgain()
	}
	n, err := q.ReopenChanged(ctx, db.ReopenChangedParams{RowID: item.RowID, Revision: revision})
	if err = expectOneRow(n, err, messages.DraftNotSaved); err != nil {
		return err
	}
	return q.DropPublishedTextOf(ctx, found.PublicationID)
}

// PlanPutBack keeps a plan that publishes the text of a changed place again, in
// the place of the text that was seen there.
func (s *Store) PlanPutBack(ctx context.Context, seen galley.SeenChange) (plan galley.PutBackPlan, err error) {
	err = s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
		found, err := q.ChangedByPublication(ctx, seen.PublicationID)
		if errors.Is(err, sql.ErrNoRows) {
			return noLongerChanged()
		}
		if err != nil {
			return err
		}
		kept := galley.NewPlan{Kind: galley.PlanToPutBack, ShopID: found.ShopID, JobID: found.JobID}
		plan.JobID, plan.Change = kept.JobID, changedText(found)
		if plan.Change.Seen() != seen {
			return changedAgain()
		}
		if err := refuseWhileOpen(ctx, q, found); err != nil {
			return err
		}
		if plan.Plan, err = s.insertPlan(ctx, q, kept); err != nil {
			return err
		}
		shop, err := q.ShopRow(ctx, found.ShopID)
		plan.Shop = shop.Name
		return errors.Join(err, q.PlanPutBack(ctx, db.PlanPutBackParams{Plan: plan.Plan, Publication: seen.PublicationID}))
	})
	return plan, err
}

// confirmPutBack queues a planned text again, or says why it is left out.
func (s *Store) confirmPutBack(ctx context.Context, q *db.Queries, c *confirming, row db.PlanItemsRow) (why messages.Message, err error) {
	n := row.PlanItem
	text, err := q.ChangedByPublication(ctx, n.Publication)
	if errors.Is(err, sql.ErrNoRows) {
		return messages.SinceTextRestored, nil
	}
	if err != nil {
		return messages.Message{}, err
	}
	if !text.SeenAt.OrZero().Equal(n.SeenAt.OrZero()) || text.OnShop != n.OnShop || text.Live != n.After {
		return messages.SinceShopChanged, nil
	}
	if text.ItemRow != 0 {
		queued, err := q.QueuePutBack(ctx, db.QueuePutBackParams{RowID: text.ItemRow, Revision: n.Revision})
		if err != nil || queued == 0 {
			return messages.SinceDraftChanged, err
		}
	}
	of, err := q.Publication(ctx, n.Publication)
	if err != nil {
		return messages.Message{}, err
	}
	again := s.outgoingLike(of)
	again.Kind, again.Expected, again.After, again.Plan, again.Person = galley.KindPublish, n.Expected, n.After, c.plan.ID, c.person
	return messages.Message{}, q.InsertPublication(ctx, again)
}

// refuseWhileOpen is CodeBusy while a write to the place is queued or being sent.
func refuseWhileOpen(ctx context.Context, q *db.Queries, text db.ChangedText) error {
	open, err := openAt(ctx, q, text.ShopID, text.Field, text.PlaceID)
	if err == nil && open {
		err = galley.NewError(galley.CodeBusy, messages.PlaceQueuedAlready(string(text.Field), text.PlaceTitle))
	}
	return err
}
