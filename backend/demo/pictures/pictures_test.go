package pictures

import (
	"bytes"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestMotifMatchesProductWords(t *testing.T) {
	tests := map[string][]string{
		"pendant":      {"Pendant light", "Corrin dome"},
		"table lamp":   {"Desk lamp"},
		"plant":        {"Plant pot", "Long Tom"},
		"mug":          {"", "Blue stoneware mugs"},
		"shirt":        {"", "Ocean Blue Shirt", "men"},
		"necklace":     {"", "Choker with Bead"},
		"watering can": {"Outdoor", "Yellow watering can"},
		"parcel":       {"", "くも"},
	}
	for want, words := range tests {
		require.Equal(t, want, Motif(words...))
	}
}

func TestPictureUsesColourNamedInText(t *testing.T) {
	require.Equal(t, hues["green"], Colour(1234, "Corrin dome pendant, bottle green", "blue")%360)
	require.Equal(t, uint32(1234), Colour(1234, "Corrin dome pendant"))
}

func TestEveryMotifWordHasADrawing(t *testing.T) {
	for motif := range motifWords {
		require.Contains(t, drawings, motif)
	}
}

func TestPicturesAreTheSameEachTimeAndDifferFromEachOther(t *testing.T) {
	seen := make(map[string]string)
	for motif := range drawings {
		for view := range uint32(4) {
			first, second := pixels(motif, view), pixels(motif, view)
			require.Equal(t, first, second)
			require.Empty(t, seen[string(first)], "%s looks the same", motif)
			seen[string(first)] = motif
		}
	}
}

func TestSizeLimits(t *testing.T) {
	require.Equal(t, image.Rect(0, 0, 1, 80), Draw("mug", 1, 1, 0, 80).Bounds())
	require.Equal(t, image.Rect(0, 0, MaxSide, 1), Draw("mug", 1, 1, 1<<20, -5).Bounds())
}

func pixels(motif string, view uint32) []byte {
	return Draw(motif, 7919, view, 64, 64).(*image.RGBA).Pix
}

func encode(t *testing.T, picture image.Image) []byte {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, png.Encode(&out, picture))
	return out.Bytes()
}

// TestContactSheet draws every motif once into a file that a person can look at:
// GALLEY_CONTACT_SHEET=sheet.png go test -run ContactSheet ./backend/demo/pictures
func TestContactSheet(t *testing.T) {
	path := os.Getenv("GALLEY_CONTACT_SHEET")
	if path == "" {
		t.Skip("GALLEY_CONTACT_SHEET names no file")
	}
	const side, columns = 150, 9
	sheet := image.NewRGBA(image.Rect(0, 0, side*columns, side*((len(drawings)+columns-1)/columns)))
	seed := uint32(17)
	place := 0
	for motif := range drawings {
		seed = seed*1664525 + 1013904223
		picture := Draw(motif, seed, 0, side, side)
		for y := range side {
			for x := range side {
				sheet.Set(place%columns*side+x, place/columns*side+y, picture.At(x, y))
			}
		}
		place++
	}
	require.NoError(t, os.WriteFile(filepath.Clean(path), encode(t, sheet), 0o600))
}
