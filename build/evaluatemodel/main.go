// Command evaluatemodel asks a model for the texts of products of the case
// sets, and adds a line to a file of runs: prompt version, model, how many
// became drafts, warnings, score, tokens, cost and seconds.
//
//	GALLEY_EVAL_URL=http://localhost:8080 GALLEY_EVAL_MODEL=NAME evaluatemodel
//
// GALLEY_EVAL_KEY is the endpoint's key, GALLEY_EVAL_PRODUCTS how many products
// (10), GALLEY_EVAL_PRICES the dollars of a million tokens, "in,out",
// GALLEY_EVAL_RUNS the file (.cache/model-runs.jsonl), and GALLEY_EVAL_ANSWERS
// a file for what became of each text, to be read.
package main

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strconv"

	"galley/backend/evaluation"
	"galley/backend/galley"
	"galley/backend/llm"
)

// sets is where the products of the cases are.
const sets = "backend/admission/testdata"

// million tokens are what prices are for.
const million = 1_000_000

func main() {
	if err := run(context.Background()); err != nil {
		fmt.Fprintln(os.Stderr, "evaluatemodel:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context) error {
	url, model := os.Getenv("GALLEY_EVAL_URL"), os.Getenv("GALLEY_EVAL_MODEL")
	if url == "" || model == "" {
		return errors.New("set GALLEY_EVAL_URL and GALLEY_EVAL_MODEL")
	}
	products, err := strconv.Atoi(cmp.Or(os.Getenv("GALLEY_EVAL_PRODUCTS"), "10"))
	if err != nil {
		return err
	}
	client := llm.New(llm.Config{BaseURL: url, Model: model, Key: os.Getenv("GALLEY_EVAL_KEY")})
	defer client.Close()
	fields := []galley.Field{galley.FieldTitle, galley.FieldDescription, galley.FieldSEOTitle, galley.FieldMetaDescription}
	found, replies, err := evaluation.Ask(ctx, client, os.DirFS(sets), products, fields)
	if err != nil {
		return err
	}
	found.Model = cmp.Or(found.Model, model)
	var in, out float64
	if prices := os.Getenv("GALLEY_EVAL_PRICES"); prices != "" {
		if _, err := fmt.Sscanf(prices, "%f,%f", &in, &out); err != nil {
			return fmt.Errorf("GALLEY_EVAL_PRICES: %w", err)
		}
	}
	found.Cost = (float64(found.Tokens.InputTokens)*in + float64(found.Tokens.OutputTokens)*out) / million
	if path := os.Getenv("GALLEY_EVAL_ANSWERS"); path != "" {
		if err := keep(path, replies); err != nil {
			return err
		}
	}
	return store(cmp.Or(os.Getenv("GALLEY_EVAL_RUNS"), ".cache/model-runs.jsonl"), found)
}

// keep writes each reply as a line of a new file.
func keep(path string, replies []evaluation.Reply) error {
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	lines := json.NewEncoder(file)
	lines.SetEscapeHTML(false)
	for _, reply := range replies {
		err = errors.Join(err, lines.Encode(reply))
	}
	return errors.Join(err, file.Close())
}

// store adds the run to the file, and prints it.
func store(path string, found evaluation.Run) error {
	line, err := json.Marshal(found)
	if err != nil {
		return err
	}
	line = append(line, '\n')
	file, err := os.OpenFile(path, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	_, err = file.Write(line)
	if err = errors.Join(err, file.Close()); err != nil {
		return err
	}
	_, err = os.Stdout.Write(line)
	return err
}
