package store

import (
	"encoding/json"

	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/store/column"
)

// The data file keeps reports of the checks with the records of their messages;
// the sentences are rendered when they are shown.

type scoreRecord struct {
	Total int          `json:"total"`
	Rules []ruleRecord `json:"rules"`
}

type ruleRecord struct {
	ID       string          `json:"id"`
	Verdict  galley.Verdict  `json:"verdict"`
	Points   int             `json:"points"`
	Measured messages.Record `json:"measured"`
	Message  messages.Record `json:"message"`
}

type warningRecord struct {
	Rule     string          `json:"rule"`
	Severity galley.Severity `json:"severity"`
	Message  messages.Record `json:"message"`
	About    string          `json:"about"`
	Start    int             `json:"start"`
	End      int             `json:"end"`
	Grade    galley.Grade    `json:"grade,omitempty"`
	Source   *galley.Quote   `json:"source,omitempty"`
	Right    string          `json:"right,omitempty"`
}

func scoreColumn(score *galley.Score) column.NullText {
	if score == nil {
		return ""
	}
	record := scoreRecord{Total: score.Total, Rules: make([]ruleRecord, len(score.Rules))}
	for i, r := range score.Rules {
		record.Rules[i] = ruleRecord{r.ID, r.Verdict, r.Points, r.Measured.Record(), r.Message.Record()}
	}
	return column.NullText(jsonArray(record))
}

func scoreOf(stored column.NullText) (*galley.Score, error) {
	if stored == "" {
		return nil, nil
	}
	var record scoreRecord
	if err := json.Unmarshal([]byte(stored), &record); err != nil {
		return nil, err
	}
	score := &galley.Score{Total: record.Total, Rules: make([]galley.Rule, len(record.Rules))}
	for i, r := range record.Rules {
		score.Rules[i] = galley.Rule{ID: r.ID, Verdict: r.Verdict, Points: r.Points, Measured: r.Measured.Message(), Message: r.Message.Message()}
	}
	return score, nil
}

func warningsColumn(warnings []galley.Warning) string {
	records := make([]warningRecord, len(warnings))
	for i, w := range warnings {
		records[i] = warningRecord{w.Rule, w.Severity, w.Message.Record(), w.About, w.Start, w.End, w.Grade, w.Source, w.Right}
	}
	return jsonArray(records)
}

func warningsOf(column string) ([]galley.Warning, error) {
	var records []warningRecord
	if err := json.Unmarshal([]byte(column), &records); err != nil {
		return nil, err
	}
	warnings := make([]galley.Warning, len(records))
	for i, r := range records {
		warnings[i] = galley.Warning{
			Rule: r.Rule, Severity: r.Severity, Message: r.Message.Message(), About: r.About, Start: r.Start, End: r.End,
			Grade: r.Grade, Source: r.Source, Right: r.Right,
		}
	}
	return warnings, nil
}
