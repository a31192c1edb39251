package crashtest

import (
	"os"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/failpoint"
	domain "galley/backend/galley"
	"galley/backend/llm/llmtest"
)

// TestAGroupIsWrittenAgainAcrossAKill kills the program while it writes the drafts
// of a group again: those that it did not reach keep their text, stay held, and are
// written by the next process. Each is written once more in all.
func TestAGroupIsWrittenAgainAcrossAKill(t *testing.T) {
	t.Parallel()
	for _, point := range []failpoint.Point{failpoint.JobAnswered, failpoint.JobSaving, failpoint.JobSaved} {
		t.Run(string(point), func(t *testing.T) {
			t.Parallel()
			d := newDesk(t, 4)
			// Slow enough that each draft is saved by itself.
			model := llmtest.Start(t, llmtest.Options{Latency: 300 * time.Millisecond})
			for key, value := range map[string]string{
				"writer.base_url": model.URL(), "writer.model": llmtest.Model, "writer.kind": "openai", "writer.concurrency": "1", "writer.rpm": "0",
				"prices": `[{"model":"` + llmtest.Model + `","input":1,"output":10}]`,
			} {
				d.run(nil, "", "settings", "set", key, value)
			}
			var job domain.Job
			d.run(&job, "", "job", "create", d.id, "--field", "seo_title", "--all", "--wait")
			id := string(job.ID)
			same := filepath.Join(t.TempDir(), "same")
			require.NoError(t, os.WriteFile(same, []byte("Lamp of oak"), 0o600))
			for pos := range 4 {
				d.run(nil, "", "item", "edit", id+"/"+strconv.Itoa(pos+1), "--content-file", same)
			}
			var found domain.Alike
			d.run(&found, "", "job", "alike", id)
			require.Equal(t, 4, found.Groups[0].Held)

			require.True(t, d.dies(death{at: point, nth: 1}, "job", "alike", id, "--regenerate", found.Groups[0].ID))
			kept := 0
			for pos := range 4 {
				var item domain.Item
				d.run(&item, "", "item", "show", id+"/"+strconv.Itoa(pos+1))
				if item.Content == "Lamp of oak" {
					require.Equal(t, 2, item.Revision)
					require.False(t, item.Can.PublishAll, "it waits to be written again")
					kept++
				}
			}
			require.Positive(t, kept, "the kill came too late")

			d.run(nil, "", work...)
			for pos := range 4 {
				var item domain.Item
				d.run(&item, "", "item", "show", id+"/"+strconv.Itoa(pos+1))
				require.Equal(t, 3, item.Revision)
				require.NotEqual(t, "Lamp of oak", item.Content)
				require.False(t, item.Alike)
			}
			d.run(&job, "", "job", "show", id)
			require.Equal(t, 4, job.Ready.Publish)
			require.False(t, job.Alike.Due)
		})
	}
}
