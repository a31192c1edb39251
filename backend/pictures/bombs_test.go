package pictures

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"hash/crc32"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
)

// most limits what a refused file may have made Galley allocate, in bytes.
const most = 48 << 20

func TestPicturesThatUnpackToMuchMoreAreNotUnpacked(t *testing.T) {
	bombs := map[string]struct {
		data []byte
		says string
	}{
		"a PNG of 900 megapixels in 110 KB":      {blackBomb(t, 30_000, 30_000), "more than 50 megapixels"},
		"a PNG one pixel high":                   {blackBomb(t, 60_000_000, 1), "more than 50 megapixels"},
		"a PNG with text that unpacks to 256 MB": {textBomb(t), "damaged"},
		"a GIF of the largest size":              {gifOf(65535, 65535, 1, 1), "more than 50 megapixels"},
		"a GIF with a frame beyond its edge":     {gifOf(1, 1, 65535, 65535), "damaged"},
		"a WebP of the largest size":             {lossless(16384, 16384), "more than 50 megapixels"},
		"a WebP whose inside is larger":          {extended(1, 1, lossless(16384, 16384)), "damaged"},
		"a WebP of 16 million by 1":              {extended(1<<24, 4, lossless(16384, 16384)), "more than 50 megapixels"},
	}
	for name, bomb := range bombs {
		t.Run(name, func(t *testing.T) {
			require.Less(t, len(bomb.data), 1<<20, "it is no bomb if it is large")
			var err error
			used := galleytest.Allocated(func() { _, err = prepare(bomb.data, 100) })
			require.Equal(t, galley.CodeWriterPicture, galley.CodeOf(err), "%v", err)
			require.Contains(t, galley.MessageOf(err), bomb.says)
			require.Less(t, used, uint64(most))
		})
	}
}

// The bombs are valid except for their size: an allowed size is decoded.
func TestPictureWithinPixelLimitIsAccepted(t *testing.T) {
	out, err := prepare(blackBomb(t, 1000, 1000), 100)
	require.NoError(t, err)
	require.NotEmpty(t, out)
}

func TestLimitsUnpackedSizeOfAnswer(t *testing.T) {
	address := serve(t, galleytest.Bomb)
	f := newFetcher(t)
	var err error
	used := galleytest.Allocated(func() { _, err = f.Picture(t.Context(), address+"/a.png", 100) })
	require.Equal(t, galley.CodeWriterPicture, galley.CodeOf(err))
	require.Contains(t, galley.MessageOf(err), "larger than 10 MB")
	require.Less(t, used, uint64(2*most))
}

// blackBomb is a whole PNG of one bit a pixel; its height is a multiple of 1000
// or 1, so that packed lines can be repeated.
func blackBomb(t *testing.T, width, height int) []byte {
	lines := min(height, 1000)
	pixels := packed(t, lines*(1+(width+7)/8), height/lines)
	return pngOf(header(width, height), chunk("IDAT", pixels), chunk("IEND", nil))
}

// textBomb is a small PNG with a comment that unpacks to 256 MB, and no picture.
func textBomb(t *testing.T) []byte {
	return pngOf(header(8, 8), chunk("zTXt", append([]byte("a\x00\x00"), packed(t, 1<<20, 256)...)), chunk("IEND", nil))
}

// packed is a zlib stream of n zeros, repeated.
func packed(t *testing.T, zeros, times int) []byte {
	t.Helper()
	var out bytes.Buffer
	pack, err := flate.NewWriter(&out, flate.BestCompression)
	require.NoError(t, err)
	_, err = pack.Write(make([]byte, zeros))
	require.NoError(t, err)
	require.NoError(t, pack.Flush()) // which ends at a whole byte
	const modulus = 65521            // of Adler-32
	sum := uint32(zeros*times%modulus)<<16 | 1
	stream := append([]byte{0x78, 0xDA}, bytes.Repeat(out.Bytes(), times)...)
	return binary.BigEndian.AppendUint32(append(stream, 0x03, 0x00), sum)
}

func header(width, height int) []byte {
	size := binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(nil, uint32(width)), uint32(height))
	return chunk("IHDR", append(size, 1, 0, 0, 0, 0))
}

func pngOf(chunks ...[]byte) []byte {
	return append([]byte("\x89PNG\r\n\x1a\n"), bytes.Join(chunks, nil)...)
}

func chunk(kind string, data []byte) []byte {
	out := binary.BigEndian.AppendUint32(nil, uint32(len(data)))
	out = append(append(out, kind...), data...)
	return binary.BigEndian.AppendUint32(out, crc32.ChecksumIEEE(out[4:]))
}

// gifOf is a GIF of one size with a frame of another size.
func gifOf(width, height, frameWidth, frameHeight uint16) []byte {
	le := binary.LittleEndian
	out := le.AppendUint16(le.AppendUint16([]byte("GIF89a"), width), height)
	out = append(out, 0x80, 0, 0, 0, 0, 0, 255, 255, 255, 0x2C, 0, 0, 0, 0)
	out = le.AppendUint16(le.AppendUint16(out, frameWidth), frameHeight)
	return append(out, 0, 2, 2, 0x44, 0x01, 0, 0x3B)
}

// lossless is a WebP file whose only colour takes no bits a pixel.
func lossless(width, height uint32) []byte {
	bits := (width - 1) | (height-1)<<14
	data := binary.LittleEndian.AppendUint32([]byte{0x2F}, bits)
	return riff(riffChunk("VP8L", append(data, 0x10, 0x88, 0x88, 0x08, 0, 0, 0, 0)))
}

// extended is a WebP file that declares a size before the picture within.
func extended(width, height uint32, inside []byte) []byte {
	size := func(n uint32) []byte { return []byte{byte(n - 1), byte((n - 1) >> 8), byte((n - 1) >> 16)} }
	head := append(append([]byte{0, 0, 0, 0}, size(width)...), size(height)...)
	return riff(append(riffChunk("VP8X", head), inside[12:]...))
}

func riff(chunks []byte) []byte {
	out := binary.LittleEndian.AppendUint32([]byte("RIFF"), uint32(4+len(chunks)))
	return append(append(out, "WEBP"...), chunks...)
}

func riffChunk(kind string, data []byte) []byte {
	out := binary.LittleEndian.AppendUint32([]byte(kind), uint32(len(data)))
	out = append(out, data...)
	if len(data)%2 == 1 {
		out = append(out, 0)
	}
	return out
}
