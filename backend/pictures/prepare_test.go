package pictures

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/color/palette"
	"image/gif"
	"image/jpeg"
	"image/png"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"galley/backend/galley"
)

var (
	red  = color.RGBA{R: 200, G: 30, B: 30, A: 255}
	blue = color.RGBA{R: 20, G: 120, B: 200, A: 255}
)

// Lossless, 40 × 20: the left half transparent black, the right half red.
const webpLossless = "UklGRigAAABXRUJQVlA4TBwAAAAvJ8AEEA8wHoM8HvMf8BAIEP5rHRgQENH/AGsP"

// Lossy, 64 × 32, blue.
const webpLossy = "UklGRkoAAABXRUJQVlA4ID4AAABwAwCdASpAACAAPtForVGoJiQipAgBABoJZwDQCoAAI0oUTLAA/uHDf+rsT4UIJ/3RsXW0pBytzwVgvQAAAA=="

func TestPrepare(t *testing.T) {
	halfClear := image.NewNRGBA(image.Rect(0, 0, 40, 20))
	fill(halfClear, image.Rect(20, 0, 40, 20), red)
	cases := []struct {
		name    string
		data    []byte
		maxSide int
		size    image.Point
		left    color.RGBA // in the middle of the left and right halves
		right   color.RGBA
	}{
		{"jpeg keeps its size", encodeJPEG(t, solid(60, 40, blue)), 100, image.Pt(60, 40), blue, blue},
		{"jpeg is scaled", encodeJPEG(t, solid(600, 400, blue)), 100, image.Pt(100, 67), blue, blue},
		{"png on white", encodePNG(t, halfClear), 100, image.Pt(40, 20), white, red},
		{"png scaled, upright", encodePNG(t, solid(30, 300, red)), 100, image.Pt(10, 100), red, red},
		{"thin line", encodePNG(t, solid(4000, 1, red)), 100, image.Pt(100, 1), red, red},
		{"gif shows its first frame", encodeGIF(t, red, blue), 100, image.Pt(32, 16), red, red},
		{"webp lossless on white", decode64(t, webpLossless), 100, image.Pt(40, 20), white, red},
		{"webp lossy", decode64(t, webpLossy), 32, image.Pt(32, 16), blue, blue},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			data, err := prepare(c.data, c.maxSide)
			require.NoError(t, err)
			got, format, err := image.Decode(bytes.NewReader(data))
			require.NoError(t, err)
			require.Equal(t, "jpeg", format)
			require.Equal(t, c.size, got.Bounds().Size())
			requireColour(t, c.left, got.At(c.size.X/4, c.size.Y/2))
			requireColour(t, c.right, got.At(c.size.X*3/4, c.size.Y/2))
		})
	}
}

func TestPrepareRefuses(t *testing.T) {
	whole := encodePNG(t, solid(200, 200, red))
	cases := []struct {
		name string
		data []byte
		says string
	}{
		{"nothing", nil, "damaged"},
		{"text", []byte("not a picture at all"), "damaged"},
		{"svg", []byte(`<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>x</script></svg>`), "SVG"},
		{"cut short", whole[:len(whole)/2], "damaged"},
		{"a bomb", pngHeader(60_000, 60_000), "more than 50 megapixels"},
		{"a long bomb", pngHeader(51_000_000, 1), "more than 50 megapixels"},
		{"beyond counting", pngHeader(1<<30, 1<<30), "damaged"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			_, err := prepare(c.data, 100)
			require.Equal(t, galley.CodeWriterPicture, galley.CodeOf(err))
			require.Contains(t, galley.MessageOf(err), c.says)
		})
	}
}

func TestFit(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		width, height := rapid.IntRange(1, 20_000).Draw(t, "width"), rapid.IntRange(1, 20_000).Draw(t, "height")
		maxSide := rapid.IntRange(1, 4096).Draw(t, "maxSide")
		got := fitWithin(width, height, maxSide)
		if max(width, height) <= maxSide {
			require.Equal(t, image.Pt(width, height), got.Size())
			return
		}
		require.Equal(t, maxSide, max(got.Dx(), got.Dy()))
		require.Positive(t, min(got.Dx(), got.Dy()))
		// the shorter side is within half a pixel, or is one pixel
		exact := float64(min(width, height)) * float64(maxSide) / float64(max(width, height))
		require.InDelta(t, max(exact, 0.5), float64(min(got.Dx(), got.Dy())), 0.51)
	})
}

// FuzzPrepare: for any bytes, the answer is a JPEG within bounds or a refusal
// with its code.
func FuzzPrepare(f *testing.F) {
	f.Add(encodePNG(f, solid(8, 8, red)))
	f.Add(encodeJPEG(f, solid(8, 8, red)))
	f.Add(encodeGIF(f, red, blue))
	f.Add(decode64(f, webpLossless))
	f.Add(decode64(f, webpLossy))
	f.Add([]byte("<svg/>"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if size, _, err := image.DecodeConfig(bytes.NewReader(data)); err == nil && size.Width*size.Height > 1<<20 {
			t.Skip("large pictures only make fuzzing slow")
		}
		out, err := prepare(data, 64)
		if err != nil {
			require.Equal(t, galley.CodeWriterPicture, galley.CodeOf(err))
			return
		}
		size, format, err := image.DecodeConfig(bytes.NewReader(out))
		require.NoError(t, err)
		require.Equal(t, "jpeg", format)
		require.LessOrEqual(t, max(size.Width, size.Height), 64)
	})
}

var white = color.RGBA{R: 255, G: 255, B: 255, A: 255}

func solid(width, height int, c color.RGBA) *image.NRGBA {
	img := image.NewNRGBA(image.Rect(0, 0, width, height))
	fill(img, img.Bounds(), c)
	return img
}

func fill(img *image.NRGBA, area image.Rectangle, c color.RGBA) {
	for y := area.Min.Y; y < area.Max.Y; y++ {
		for x := area.Min.X; x < area.Max.X; x++ {
			img.Set(x, y, c)
		}
	}
}

func encodeJPEG(t testing.TB, img image.Image) []byte {
	var out bytes.Buffer
	require.NoError(t, jpeg.Encode(&out, img, nil))
	return out.Bytes()
}

func encodePNG(t testing.TB, img image.Image) []byte {
	var out bytes.Buffer
	require.NoError(t, png.Encode(&out, img))
	return out.Bytes()
}

func encodeGIF(t testing.TB, frames ...color.RGBA) []byte {
	var g gif.GIF
	for _, c := range frames {
		frame := image.NewPaletted(image.Rect(0, 0, 32, 16), append(color.Palette{c}, palette.WebSafe...))
		g.Image, g.Delay = append(g.Image, frame), append(g.Delay, 10)
	}
	var out bytes.Buffer
	require.NoError(t, gif.EncodeAll(&out, &g))
	return out.Bytes()
}

func decode64(t testing.TB, s string) []byte {
	data, err := base64.StdEncoding.DecodeString(s)
	require.NoError(t, err)
	return data
}

// pngHeader is a PNG file that declares a size and ends there.
func pngHeader(width, height uint32) []byte {
	ihdr := append([]byte("IHDR"), binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(nil, width), height)...)
	ihdr = append(ihdr, 8, 6, 0, 0, 0)
	out := append([]byte("\x89PNG\r\n\x1a\n"), 0, 0, 0, 13)
	out = append(out, ihdr...)
	return binary.BigEndian.AppendUint32(out, crc32.ChecksumIEEE(ihdr))
}

func requireColour(t *testing.T, want color.RGBA, got color.Color) {
	t.Helper()
	r, g, b, _ := got.RGBA()
	for i, pair := range [][2]uint32{{uint32(want.R), r >> 8}, {uint32(want.G), g >> 8}, {uint32(want.B), b >> 8}} {
		require.InDelta(t, float64(pair[0]), float64(pair[1]), 12, "channel %d of %v", i, got)
	}
}
