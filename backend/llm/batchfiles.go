package llm

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"mime/multipart"
	"net/http"
	"slices"
	"strings"

	"github.com/sashabaranov/go-openai"

	"galley/backend/galley"
	"galley/backend/llm/replies"
)

func batchFileName(key string) string { return "galley-" + key + ".jsonl" }

// UploadBatch implements galley.BatchWriter. The file is never in memory as a
// whole, which is why it is not sent by the client's library.
func (c *Client) UploadBatch(ctx context.Context, key string, file io.Reader, size int64) (string, error) {
	able, f := c.place(ctx)
	if f != nil {
		return "", f.explain(inJob)
	}
	ctx, cancel := context.WithTimeout(ctx, batchFile)
	defer cancel()
	var form bytes.Buffer
	writer := multipart.NewWriter(&form)
	err := writer.WriteField("purpose", string(openai.PurposeBatch))
	if err == nil {
		_, err = writer.CreateFormFile("file", batchFileName(key))
	}
	before := form.Len()
	if err = errors.Join(err, writer.Close()); err != nil {
		return "", err
	}
	body := io.MultiReader(bytes.NewReader(form.Bytes()[:before]), io.LimitReader(file, size), bytes.NewReader(form.Bytes()[before:]))
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, able.base+"/files", body)
	if err != nil {
		return "", err
	}
	req.ContentLength = size + int64(form.Len())
	req.Header.Set("Content-Type", writer.FormDataContentType())
	if c.cfg.Key != "" {
		req.Header.Set("Authorization", "Bearer "+c.cfg.Key)
	}
	resp, err := c.http.Do(req)
	if err != nil {
		return "", c.batchFault(err)
	}
	defer resp.Body.Close()
	return c.uploaded(resp)
}

func (c *Client) uploaded(resp *http.Response) (string, error) {
	raw, err := io.ReadAll(resp.Body)
	if err != nil {
		return "", c.batchFault(err)
	}
	if resp.StatusCode >= http.StatusBadRequest {
		var refused openai.ErrorResponse
		if json.Unmarshal(raw, &refused) == nil && refused.Error != nil {
			refused.Error.HTTPStatusCode = resp.StatusCode
			return "", c.batchFault(refused.Error)
		}
		return "", c.batchFault(&openai.RequestError{HTTPStatusCode: resp.StatusCode, Body: raw})
	}
	var made openai.File
	if json.Unmarshal(raw, &made) != nil || made.ID == "" {
		return "", c.batchFault(notAnAnswer(raw))
	}
	return made.ID, nil
}

// DeleteFiles implements galley.BatchWriter.
func (c *Client) DeleteFiles(ctx context.Context, key string, ids ...string) {
	able, f := c.place(ctx)
	if f != nil {
		return
	}
	ctx, cancel := context.WithTimeout(ctx, batchCall)
	defer cancel()
	if key != "" {
		list, err := able.api.ListFiles(ctx)
		for _, file := range list.Files {
			if err == nil && file.FileName == batchFileName(key) {
				ids = append(ids, file.ID)
			}
		}
	}
	for _, id := range ids {
		if id != "" {
			_ = able.api.DeleteFile(ctx, id) // an endpoint that keeps it deletes it by its own rules
		}
	}
}

// EachLine implements galley.BatchWriter.
func (c *Client) EachLine(ctx context.Context, fileID string, line func(galley.BatchLine) error) error {
	able, f := c.place(ctx)
	if f != nil {
		return f.explain(inJob)
	}
	ctx, cancel := context.WithTimeout(ctx, batchFile)
	defer cancel()
	content, err := able.api.GetFileContent(ctx, fileID)
	if err != nil {
		return c.batchFault(err)
	}
	defer content.Close()
	lines := bufio.NewReader(content)
	for {
		raw, err := nextLine(lines)
		if raw = bytes.TrimSpace(raw); len(raw) > 0 {
			if bad := line(readLine(raw)); bad != nil {
				return bad
			}
		}
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return c.batchFault(err)
		}
	}
}

// nextLine reads a line, and passes over one that is longer than any answer.
func nextLine(lines *bufio.Reader) ([]byte, error) {
	var raw []byte
	for {
		part, more, err := lines.ReadLine()
		if raw != nil || len(part) > 0 {
			raw = append(raw, part...)
		}
		if len(raw) > maxAnswer {
			for more && err == nil {
				_, more, err = lines.ReadLine()
			}
			return nil, err
		}
		if !more || err != nil {
			return raw, err
		}
	}
}

// batchResponse is the answer in a line of results.
type batchResponse struct {
	Status int             `json:"status_code"`
	Body   json.RawMessage `json:"body"`
}

// UnmarshalJSON takes an answer without a frame too, which some servers give.
func (r *batchResponse) UnmarshalJSON(raw []byte) error {
	type framed batchResponse
	var bare struct {
		Choices json.RawMessage `json:"choices"`
	}
	err := json.Unmarshal(raw, (*framed)(r))
	if err == nil && len(r.Body) == 0 && json.Unmarshal(raw, &bare) == nil && len(bare.Choices) > 0 {
		r.Body = slices.Clone(raw)
	}
	return err
}

// readLine reads one line of results. One that cannot be read is of nothing.
func readLine(raw []byte) galley.BatchLine {
	var wire struct {
		CustomID string        `json:"custom_id"`
		Response batchResponse `json:"response"`
		Error    *struct {
			Code    string `json:"code"`
			Message string `json:"message"`
		} `json:"error"`
	}
	if json.Unmarshal(raw, &wire) != nil {
		return galley.BatchLine{}
	}
	line := galley.BatchLine{CustomID: wire.CustomID}
	if wire.Error != nil {
		line.Why = scrubbed(strings.Trim(wire.Error.Code+": "+wire.Error.Message, ": "), "").Error()
	}
	if len(wire.Response.Body) == 0 || string(wire.Response.Body) == "null" {
		return line
	}
	answer := &galley.BatchAnswer{Status: wire.Response.Status, Body: bodyOf(wire.Response.Body)}
	if answer.Status == 0 {
		answer.Status = http.StatusOK
	}
	out, status, ok := replies.Chat([]byte(answer.Body))
	if status != 0 {
		answer.Status = status
	}
	switch {
	case answer.Status == http.StatusTooManyRequests, answer.Status == http.StatusRequestTimeout, answer.Status >= http.StatusInternalServerError:
		line.Why = scrubbed("status "+http.StatusText(answer.Status), "").Error()
		return line // as if it had not been answered: nothing is billed for it
	case answer.Status >= http.StatusBadRequest:
		line.Usage = &galley.Usage{}
	case ok:
		line.Usage = usageIn(out)
	}
	line.Answer = answer
	return line
}

// bodyOf is the body of an answer, which some servers put into a text.
func bodyOf(raw json.RawMessage) string {
	var text string
	if json.Unmarshal(raw, &text) == nil {
		return text
	}
	return string(raw)
}

// usageIn is the usage that an answer says, nil where it says none.
func usageIn(body []byte) *galley.Usage {
	var resp openai.ChatCompletionResponse
	if json.Unmarshal(body, &resp) != nil || resp.Usage.PromptTokens <= 0 {
		return nil
	}
	used := usage(resp, openai.ChatCompletionRequest{})
	return &used
}
