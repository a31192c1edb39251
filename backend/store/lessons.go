package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"

	"galley/backend/galley"
	"galley/backend/store/column"
	"galley/backend/store/db"
)

// Lesson returns what was learned about a writer's model, nil for nothing. One
// that is no JSON counts as none: it is learned again.
func (s *Store) Lesson(ctx context.Context, of galley.WriterSpec) (*galley.Lesson, error) {
	row, err := db.New(s.read).Lesson(ctx, db.LessonParams{BaseUrl: of.BaseURL, Model: of.Model})
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil //nolint:nilnil // nothing was learned
	}
	if err != nil {
		return nil, fault(err)
	}
	var lesson galley.Lesson
	if !json.Valid([]byte(row.Lesson)) {
		return nil, nil //nolint:nilnil // as documented
	}
	if err := json.Unmarshal([]byte(row.Lesson), &lesson); err != nil {
		return nil, fault(err)
	}
	lesson.LearnedAt = row.LearnedAt.Time
	return &lesson, nil
}

// PutLesson keeps what was learned about a writer's model.
func (s *Store) PutLesson(ctx context.Context, of galley.WriterSpec, lesson galley.Lesson) error {
	kept, err := json.Marshal(lesson)
	if err != nil {
		return fault(err)
	}
	return s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
		err := q.PutLesson(ctx, db.PutLessonParams{
			BaseUrl: of.BaseURL, Model: of.Model, Lesson: string(kept), LearnedAt: column.At(s.orNow(lesson.LearnedAt)),
		})
		return touched(ctx, q, err, galley.TopicSettings)
	})
}

// ForgetLesson forgets what was learned about a writer's model.
func (s *Store) ForgetLesson(ctx context.Context, of galley.WriterSpec) error {
	return s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
		n, err := q.DeleteLesson(ctx, db.DeleteLessonParams{BaseUrl: of.BaseURL, Model: of.Model})
		if err != nil || n == 0 {
			return err
		}
		return touched(ctx, q, nil, galley.TopicSettings)
	})
}
