package pictures

import (
	"image"
	"image/color"
	"math"

	"golang.org/x/image/vector"
)

// canvas draws flat shapes with smooth edges. Coordinates are those of a square
// of 100 by 100, which transform puts into the picture.
type canvas struct {
	picture *image.RGBA
	raster  *vector.Rasterizer
	place   transform
}

// transform scales around the square's centre, maybe mirrored, and moves the
// centre to a point of the picture.
type transform struct {
	x, y   float64 // of the centre, in pixels
	scale  float64 // pixels for one unit
	mirror bool
}

func (t transform) apply(x, y float64) (float32, float32) {
	x, y = x-50, y-50
	if t.mirror {
		x = -x
	}
	return float32(t.x + x*t.scale), float32(t.y + y*t.scale)
}

func newCanvas(width, height int) *canvas {
	return &canvas{
		picture: image.NewRGBA(image.Rect(0, 0, width, height)),
		raster:  vector.NewRasterizer(width, height),
	}
}

// point is x and y.
type point [2]float64

// fill paints the inside of a closed path.
func (c *canvas) fill(col color.Color, path func(*pen)) {
	size := c.picture.Bounds().Size()
	c.raster.Reset(size.X, size.Y)
	path(&pen{c})
	c.raster.ClosePath()
	c.raster.Draw(c.picture, c.picture.Bounds(), image.NewUniform(col), image.Point{})
}

// pen draws the outline of a path.
type pen struct{ c *canvas }

func (p *pen) move(x, y float64) { p.c.raster.MoveTo(p.c.place.apply(x, y)) }
func (p *pen) line(x, y float64) { p.c.raster.LineTo(p.c.place.apply(x, y)) }

func (p *pen) curve(x1, y1, x2, y2, x, y float64) {
	bx, by := p.c.place.apply(x1, y1)
	cx, cy := p.c.place.apply(x2, y2)
	dx, dy := p.c.place.apply(x, y)
	p.c.raster.CubeTo(bx, by, cx, cy, dx, dy)
}

// polygon fills a shape with straight sides.
func (c *canvas) polygon(col color.Color, points ...point) {
	c.fill(col, func(p *pen) {
		p.move(points[0][0], points[0][1])
		for _, corner := range points[1:] {
			p.line(corner[0], corner[1])
		}
	})
}

// round is the length of the handles that make four curves a circle.
const round = 0.5523

// ellipse fills an ellipse around a centre.
func (c *canvas) ellipse(col color.Color, x, y, rx, ry float64) {
	c.fill(col, func(p *pen) {
		p.move(x+rx, y)
		p.curve(x+rx, y+ry*round, x+rx*round, y+ry, x, y+ry)
		p.curve(x-rx*round, y+ry, x-rx, y+ry*round, x-rx, y)
		p.curve(x-rx, y-ry*round, x-rx*round, y-ry, x, y-ry)
		p.curve(x+rx*round, y-ry, x+rx, y-ry*round, x+rx, y)
	})
}

func (c *canvas) circle(col color.Color, x, y, r float64) { c.ellipse(col, x, y, r, r) }

// ring fills the band between two circles.
func (c *canvas) ring(col color.Color, x, y, outer, inner float64) {
	c.arc(col, circle{x, y, outer, inner}, 0, 2*math.Pi)
}

// circle is two circles around a centre, or the ring between them.
type circle struct{ x, y, outer, inner float64 }

// arc fills a part of a ring, from one angle to another, clockwise from the right.
func (c *canvas) arc(col color.Color, of circle, from, to float64) {
	const steps = 64
	points := make([]point, 0, 2*steps+2)
	for i := range steps + 1 {
		sin, cos := math.Sincos(from + (to-from)*float64(i)/steps)
		points = append(points, point{of.x + of.outer*cos, of.y + of.outer*sin})
	}
	for i := steps; i >= 0; i-- {
		sin, cos := math.Sincos(from + (to-from)*float64(i)/steps)
		points = append(points, point{of.x + of.inner*cos, of.y + of.inner*sin})
	}
	c.polygon(col, points...)
}

// box fills a rectangle with round corners.
func (c *canvas) box(col color.Color, x, y, width, height, radius float64) {
	r, h := min(radius, width/2, height/2), 0.0
	h = r * (1 - round)
	right, bottom := x+width, y+height
	c.fill(col, func(p *pen) {
		p.move(x+r, y)
		p.line(right-r, y)
		p.curve(right-h, y, right, y+h, right, y+r)
		p.line(right, bottom-r)
		p.curve(right, bottom-h, right-h, bottom, right-r, bottom)
		p.line(x+r, bottom)
		p.curve(x+h, bottom, x, bottom-h, x, bottom-r)
		p.line(x, y+r)
		p.curve(x, y+h, x+h, y, x+r, y)
	})
}

// stroke fills a straight line of a width, with flat ends.
func (c *canvas) stroke(col color.Color, x1, y1, x2, y2, width float64) {
	length := math.Hypot(x2-x1, y2-y1)
	dx, dy := (y2-y1)/length*width/2, (x1-x2)/length*width/2
	c.polygon(col, point{x1 + dx, y1 + dy}, point{x2 + dx, y2 + dy}, point{x2 - dx, y2 - dy}, point{x1 - dx, y1 - dy})
}
