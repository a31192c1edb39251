package pictures

import (
	"bytes"
	"image"
	"image/color"
	_ "image/gif" // of an animation, the first frame is read
	"image/jpeg"
	_ "image/png" // read by image.Decode

	"golang.org/x/image/draw"
	_ "golang.org/x/image/webp" // read by image.Decode

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// quality is the JPEG quality: models see no difference above 80.
const quality = 80

// prepare decodes an image file and returns it as a JPEG on white, downscaled to
// maxSide. Re-encoding also drops metadata such as the place of a photo.
func prepare(data []byte, maxSide int) ([]byte, error) {
	size, _, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return nil, undecodable(data, err)
	}
	if size.Width < 1 || size.Height < 1 {
		return nil, galley.NewError(galley.CodeWriterPicture, messages.PictureEmpty)
	}
	if pixels := int64(size.Width) * int64(size.Height); pixels > MaxPixels {
		return nil, galley.NewError(galley.CodeWriterPicture, messages.PictureTooManyPixels(MaxPixels/1_000_000))
	}
	source, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, undecodable(data, err)
	}
	var out bytes.Buffer
	if err := jpeg.Encode(&out, flatten(source, maxSide), &jpeg.Options{Quality: quality}); err != nil {
		return nil, galley.WrapError(err, galley.CodeWriterPicture, messages.PictureNotConverted)
	}
	return out.Bytes(), nil
}

// flatten draws the source on white, the background of shops.
func flatten(source image.Image, maxSide int) image.Image {
	from := source.Bounds()
	to := fitWithin(from.Dx(), from.Dy(), maxSide)
	paper := image.NewRGBA(to)
	draw.Draw(paper, to, image.NewUniform(color.White), image.Point{}, draw.Src)
	draw.BiLinear.Scale(paper, to, source, from, draw.Over, nil)
	return paper
}

// fitWithin returns the size at which both sides are at most maxSide and at least 1.
func fitWithin(width, height, maxSide int) image.Rectangle {
	longer := max(width, height)
	if longer <= maxSide {
		return image.Rect(0, 0, width, height)
	}
	scaled := func(side int) int { return max(1, (side*maxSide+longer/2)/longer) }
	return image.Rect(0, 0, scaled(width), scaled(height))
}

func undecodable(data []byte, cause error) error {
	if bytes.Contains(data[:min(len(data), 1024)], []byte("<svg")) {
		return galley.WrapError(cause, galley.CodeWriterPicture, messages.PictureIsSVG)
	}
	return galley.WrapError(cause, galley.CodeWriterPicture, messages.PictureDamaged)
}
