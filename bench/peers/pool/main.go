// Command pool writes with go-openai by a pool of workers, as its users do. The library does not try again,
// so requests go through go-retryablehttp: it waits as long as a refusal says, else longer each time.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"os"
	"sync"

	"github.com/hashicorp/go-retryablehttp"
	"github.com/sashabaranov/go-openai"

	"galley/bench/work"
)

const retries = 1000

func main() {
	var w work.Writing
	if err := json.NewDecoder(os.Stdin).Decode(&w); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	persistent := retryablehttp.NewClient()
	persistent.RetryMax, persistent.Logger = retries, nil
	persistent.HTTPClient.Transport = &http.Transport{MaxIdleConnsPerHost: w.Workers}
	config := openai.DefaultConfig("")
	config.BaseURL, config.HTTPClient = w.BaseURL, persistent.StandardClient()
	if err := json.NewEncoder(os.Stdout).Encode(writeAll(context.Background(), openai.NewClientWithConfig(config), w)); err != nil {
		os.Exit(1)
	}
}

func writeAll(ctx context.Context, client *openai.Client, w work.Writing) (done work.Result) {
	requests := make(chan json.RawMessage)
	var mu sync.Mutex
	var group sync.WaitGroup
	for range w.Workers {
		group.Go(func() {
			for request := range requests {
				err := write(ctx, client, request)
				mu.Lock()
				if err == nil {
					done.Written++
				} else if done.Failed++; len(done.Errors) < 3 {
					done.Errors = append(done.Errors, err.Error())
				}
				mu.Unlock()
			}
		})
	}
	for _, request := range w.Requests {
		requests <- request
	}
	close(requests)
	group.Wait()
	return done
}

// write asks for one text, and sees that one came.
func write(ctx context.Context, client *openai.Client, body json.RawMessage) error {
	var request openai.ChatCompletionRequest
	if err := json.Unmarshal(body, &request); err != nil {
		return err
	}
	answer, err := client.CreateChatCompletion(ctx, request)
	if err != nil {
		return err
	}
	var text struct{ Content string }
	if len(answer.Choices) == 0 {
		return errors.New("no answer in the answer")
	}
	if err := json.Unmarshal([]byte(answer.Choices[0].Message.Content), &text); err != nil {
		return err
	}
	if text.Content == "" {
		return errors.New("an empty text")
	}
	return nil
}
