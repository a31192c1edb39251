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
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

const paintLimit = 60 * time.Second

// requireDrawn takes pictures until one shows a drawn page that no longer changes: fonts come after
// the first words. The last picture is kept beside the reports.
func requireDrawn(t *testing.T, display, name string) {
	t.Helper()
	file := filepath.Join(reports(t), name)
	ctx, cancel := context.WithTimeout(context.Background(), paintLimit)
	defer cancel()

	var before image.Image
	err := errors.New("no picture was taken")
	for ctx.Err() == nil {
		now, failed := takePicture(ctx, display, file)
		switch {
		case failed != nil:
			err = failed
		case !isDrawn(now):
			err = errors.New("the window looks blank")
		case !reflect.DeepEqual(before, now):
			err = errors.New("the window keeps changing")
		default:
			return
		}
		before = now
		select {
		case <-ctx.Done():
		case <-time.After(500 * time.Millisecond):
		}
	}
	require.NoError(t, err, "no page was drawn within %s; see %s", paintLimit, file)
}

func takePicture(ctx context.Context, display, name string) (image.Image, error) {
	out, err := exec.CommandContext(ctx, "import", "-display", display, "-window", "root", name).CombinedOutput()
	if err != nil {
		return nil, errors.New(strings.TrimSpace(string(out)) + ": " + err.Error())
	}
	file, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer func() { _ = file.Close() }()
	picture, _, err := image.Decode(file)
	return picture, err
}

// A blank window has one colour, and one that failed to load a line of text on it. A page of Galley
// has the smoothed edges of much text, and surfaces that share the window between them.
const (
	leastColours = 64
	mostOfOne    = 0.95 // share of the picture
)

func isDrawn(picture image.Image) bool {
	counts := map[[3]uint32]int{}
	most := 0
	area := picture.Bounds()
	for y := area.Min.Y; y < area.Max.Y; y++ {
		for x := area.Min.X; x < area.Max.X; x++ {
			r, g, b, _ := picture.At(x, y).RGBA()
			colour := [3]uint32{r, g, b}
			counts[colour]++
			most = max(most, counts[colour])
		}
	}
	pixels := area.Dx() * area.Dy()
	return len(counts) >= leastColours && float64(most) <= mostOfOne*float64(pixels)
}

// reports is the folder in which the build keeps what its checks leave behind.
func reports(t *testing.T) string {
	t.Helper()
	folder, err := filepath.Abs("../../.cache/reports")
	require.NoError(t, err)
	require.NoError(t, os.MkdirAll(folder, 0o755))
	return folder
}
