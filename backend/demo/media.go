package demo

import (
	"cmp"
	"context"
	"database/sql"
	"slices"
	"strconv"
	"time"

	"galley/backend/demo/search"
)

// medium is a row of media: a picture of a product. Shopify knows it as a file,
// as a medium of the product, and as an image.
type medium struct {
	view                 *view
	id, productID        int64
	position             int
	alt                  sql.NullString
	status, filename     string
	width, height        int
	motif                string
	colour, angle        uint32
	createdAt, updatedAt int64
}

// TypeName implements graph.Typed.
func (*medium) TypeName() string { return "MediaImage" }

func (m *medium) cursor() cursor { return cursor{m.id, strconv.Itoa(m.position)} }

const mediaColumns = `id, product_id, position, alt, status, filename, width, height, motif, colour, view, created_at, updated_at`

func scanMedium(rows *sql.Rows, from *view, more ...any) (*medium, error) {
	m := &medium{view: from}
	return m, rows.Scan(append([]any{
		&m.id, &m.productID, &m.position, &m.alt, &m.status, &m.filename, &m.width, &m.height,
		&m.motif, &m.colour, &m.angle, &m.createdAt, &m.updatedAt,
	}, more...)...)
}

func (v *view) media(ctx context.Context, where search.Condition) ([]*medium, error) {
	return rowsOf(ctx, v, func(rows *sql.Rows) (*medium, error) { return scanMedium(rows, v) },
		"SELECT "+mediaColumns+" FROM media WHERE "+where.SQL, where.Args...)
}

func mediaList(v *view) *list[*medium] {
	return &list[*medium]{
		columns: mediaColumns, from: "media", id: "id",
		scan: func(rows *sql.Rows, key any) (*medium, int64, error) {
			m, err := scanMedium(rows, v, key)
			if err != nil {
				return nil, 0, err
			}
			return m, m.id, nil
		},
		sorts: map[string]sortKey{
			"CREATED_AT": {sql: "created_at"},
			"UPDATED_AT": {sql: "updated_at"},
			"FILENAME":   {sql: "filename", isText: true},
		},
		filters: func(now time.Time) search.Filters {
			return search.Filters{
				"":           search.Words("filename", "alt"),
				"id":         search.Number("id"),
				"filename":   search.Text("filename %s"),
				"status":     search.OneOf("lower(status)", "failed", "processing", "ready", "uploaded"),
				"media_type": search.OneOf("'image'", "external_video", "generic_file", "image", "model3d", "video"),
				"created_at": search.Time("created_at", now),
				"updated_at": search.Time("updated_at", now),
			}
		},
	}
}

// picturesOfAll reads the pictures of all siblings.
func (s *siblings) picturesOfAll(ctx context.Context) error {
	if s.pictures != nil {
		return nil
	}
	all, err := s.view.media(ctx, search.Condition{
		SQL:  "product_id IN (" + marks(len(s.ids)) + ") ORDER BY product_id, position",
		Args: anys(s.ids),
	})
	if err != nil {
		return err
	}
	s.pictures = make(map[int64][]*medium, len(s.ids))
	for _, m := range all {
		s.pictures[m.productID] = append(s.pictures[m.productID], m)
	}
	return nil
}

func (p *product) picturesInOrder(ctx context.Context) ([]*medium, error) {
	err := p.picturesOfAll(ctx)
	return p.pictures[p.id], err
}

// mediaOrders compare pictures by the sort keys that products know.
var mediaOrders = map[string]func(a, b *medium) int{
	"ID":         func(a, b *medium) int { return cmp.Compare(a.id, b.id) },
	"CREATED_AT": func(a, b *medium) int { return cmp.Compare(a.createdAt, b.createdAt) },
}

// sorted orders a list that is in its own order already; nil keeps that.
func sorted[T any](all []T, order func(a, b T) int) []T {
	if order == nil {
		return all
	}
	ordered := slices.Clone(all)
	slices.SortStableFunc(ordered, order)
	return ordered
}
