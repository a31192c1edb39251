package demo

import (
	"bytes"
	"errors"
	"image/png"
	"net/http"
	"strconv"
	"strings"

	"galley/backend/demo/pictures"
)

const (
	pictureFolder = "/files/"
	pictureSuffix = ".png"
)

func picturePath(id int64) string { return pictureFolder + strconv.FormatInt(id, 10) + pictureSuffix }

// servePicture draws a picture, in its own size or within ?width= and ?height=.
// Pictures never change, so clients may cache them.
func (s *Shop) servePicture(w http.ResponseWriter, r *http.Request) {
	name, isPicture := strings.CutSuffix(r.PathValue("name"), pictureSuffix)
	id, err := strconv.ParseInt(name, 10, 64)
	if err != nil || !isPicture {
		http.NotFound(w, r)
		return
	}
	m, found, err := (&view{shop: s, from: s.db.read}).oneMedium(r.Context(), id)
	if err != nil || !found {
		http.NotFound(w, r)
		return
	}
	width, height := fitted(m.width, m.height, sizeParameter(r, "width"), sizeParameter(r, "height"))
	tag := strconv.Quote(name + "-" + strconv.Itoa(width) + "x" + strconv.Itoa(height))
	w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
	w.Header().Set("ETag", tag)
	if r.Header.Get("If-None-Match") == tag {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	var body bytes.Buffer
	encoder := png.Encoder{CompressionLevel: png.BestSpeed}
	if err := encoder.Encode(&body, pictures.Draw(m.motif, m.colour, m.angle, width, height)); err != nil {
		http.Error(w, "", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "image/png")
	w.Header().Set("Content-Length", strconv.Itoa(body.Len()))
	w.Header().Set("X-Content-Type-Options", "nosniff")
	w.Write(body.Bytes()) //nolint:errcheck // the client has gone
}

// sizeParameter reads a size in pixels; 0 is none.
func sizeParameter(r *http.Request, name string) int {
	size, err := strconv.Atoi(r.URL.Query().Get(name))
	if err != nil && !errors.Is(err, strconv.ErrRange) || size < 0 {
		return 0
	}
	return size
}

// fitted makes a picture smaller, never larger, keeping its proportions.
func fitted(width, height, maxWidth, maxHeight int) (int, int) {
	if maxWidth > 0 && maxWidth < width {
		width, height = maxWidth, max(1, height*maxWidth/width)
	}
	if maxHeight > 0 && maxHeight < height {
		width, height = max(1, width*maxHeight/height), maxHeight
	}
	return width, height
}
