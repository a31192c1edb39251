//go:build windowtest

package windowtest

import (
	"context"
	"errors"
	"image"
	_ "image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

const paintLimit = 20 * time.Second

// requireDrawn takes pictures until one shows a drawn page. The last is kept beside the reports.
func requireDrawn(t *testing.T, display, name string) {
	t.Helper()
	picture := filepath.Join(reports(t), name)
	ctx, cancel := context.WithTimeout(context.Background(), paintLimit)
	defer cancel()

	var last error
	for ctx.Err() == nil {
		out, err := exec.CommandContext(ctx, "import", "-display", display, "-window", "root", picture).CombinedOutput()
		if err == nil {
			if last = checkDrawn(picture); last == nil {
				return
			}
		} else if ctx.Err() == nil {
			last = errors.New(strings.TrimSpace(string(out)) + ": " + err.Error())
		}
		select {
		case <-ctx.Done():
		case <-time.After(250 * time.Millisecond):
		}
	}
	require.NoError(t, last, "no page was drawn within %s; see %s", paintLimit, picture)
}

// A blank window has one colour, and one that failed to load a line of text on it. A page of Galley
// has the smoothed edges of much text, and surfaces that share the window between them.
const (
	leastColours = 64
	mostOfOne    = 0.95 // share of the picture
)

func checkDrawn(picture string) error {
	file, err := os.Open(picture)
	if err != nil {
		return err
	}
	defer func() { _ = file.Close() }()
	img, _, err := image.Decode(file)
	if err != nil {
		return err
	}
	counts := map[[3]uint32]int{}
	most := 0
	for y := img.Bounds().Min.Y; y < img.Bounds().Max.Y; y++ {
		for x := img.Bounds().Min.X; x < img.Bounds().Max.X; x++ {
			r, g, b, _ := img.At(x, y).RGBA()
			colour := [3]uint32{r, g, b}
			counts[colour]++
			most = max(most, counts[colour])
		}
	}
	pixels := img.Bounds().Dx() * img.Bounds().Dy()
	if len(counts) < leastColours || float64(most) > mostOfOne*float64(pixels) {
		return errors.New("the window looks blank")
	}
	return nil
}

// reports is the folder in which the build keeps what its checks leave behind.
func reports(t *testing.T) string {
	t.Helper()
	folder, err := filepath.Abs("../../.cache/reports")
	require.NoError(t, err)
	require.NoError(t, os.MkdirAll(folder, 0o755))
	return folder
}
