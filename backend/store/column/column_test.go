package column_test

import (
	"database/sql"
	"testing"
	"time"

	_ "github.com/mattn/go-sqlite3"
	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/store/column"
)

func TestColumnsComeBackFromSQLiteAsTheyWere(t *testing.T) {
	file, err := sql.Open("sqlite3", ":memory:")
	require.NoError(t, err)
	defer file.Close()
	berlin := time.Date(2026, 11, 23, 9, 30, 0, int(250*time.Millisecond), time.FixedZone("CET", 3600))

	var (
		at, utc          = column.At(berlin), column.Time{}
		null, came       = column.NullAt(berlin), column.NullTime{}
		none, noRow      column.RowID
		row              column.RowID
		job, noJob       galley.JobID
		unset, text      galley.Value
		position, absent column.NullInt
		name, nameless   column.NullText
	)
	err = file.QueryRowContext(t.Context(), "SELECT ?, ?, NULL, ?, ?, ?, ?, ?, ?, 7, NULL, ?, ?", at, null, column.RowID(9), none,
		galley.JobID("431"), galley.JobID(""), galley.Null(), galley.Text(""), column.NullText("Lamps"), column.NullText("")).
		Scan(&utc, &came, &null, &row, &noRow, &job, &noJob, &unset, &text, &position, &absent, &name, &nameless)
	require.NoError(t, err)

	require.Equal(t, berlin.UTC(), utc.Time)
	require.Equal(t, berlin.UTC(), came.OrZero())
	require.Nil(t, null.Time)
	require.True(t, null.OrZero().IsZero())
	require.Equal(t, column.RowID(9), row)
	require.Zero(t, noRow)
	require.Equal(t, galley.JobID("431"), job)
	require.Empty(t, noJob)
	require.Equal(t, galley.Null(), unset)
	require.Equal(t, galley.Text(""), text)
	require.Equal(t, column.NullInt(7), position)
	require.Zero(t, absent)
	require.Equal(t, column.NullText("Lamps"), name)
	require.Empty(t, nameless)
}

func TestRefusesColumnsOfAnotherType(t *testing.T) {
	for _, to := range []sql.Scanner{new(column.Time), new(column.NullTime), new(column.RowID), new(column.NullInt), new(galley.JobID)} {
		require.Error(t, to.Scan("yesterday"), "%T", to)
	}
	require.Error(t, new(galley.Value).Scan(int64(1)))
}

func TestNonNumericJobIDIsNotFound(t *testing.T) {
	for _, id := range []galley.JobID{"demo", "-1", "4.5"} {
		_, err := id.Value()
		require.True(t, galley.HasCode(err, galley.CodeNotFound), "%q", id)
	}
}
