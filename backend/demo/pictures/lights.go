package pictures

import "math"

func pendant(c *canvas, k inks) {
	c.box(k.metal, 49.2, 0, 1.6, 36, 0)
	c.box(k.dark, 45, 33, 10, 8, 2)
	c.ellipse(k.glow, 50, 66, 12, 9)
	c.fill(k.main, func(p *pen) {
		p.move(18, 66)
		p.curve(18, 48, 34, 39, 50, 39)
		p.curve(66, 39, 82, 48, 82, 66)
	})
	c.fill(k.light, func(p *pen) {
		p.move(24, 62)
		p.curve(27, 50, 36, 44, 44, 42.5)
		p.curve(36, 47, 31, 54, 29, 62)
	})
}

func tableLamp(c *canvas, k inks) {
	c.box(k.dark, 30, 85, 40, 5, 2.5)
	c.fill(k.main, func(p *pen) {
		p.move(44, 86)
		p.curve(30, 76, 36, 62, 47, 56)
		p.line(53, 56)
		p.curve(64, 62, 70, 76, 56, 86)
	})
	c.box(k.metal, 48.5, 44, 3, 13, 0)
	c.polygon(k.glow, point{36, 14}, point{64, 14}, point{78, 48}, point{22, 48})
	c.polygon(k.white, point{36, 14}, point{43, 14}, point{36, 48}, point{22, 48})
}

func floorLamp(c *canvas, k inks) {
	c.box(k.dark, 32, 86, 36, 4, 2)
	c.box(k.metal, 48.8, 18, 2.4, 70, 0)
	c.fill(k.main, func(p *pen) {
		p.move(30, 34)
		p.curve(32, 18, 40, 10, 50, 10)
		p.curve(60, 10, 68, 18, 70, 34)
	})
	c.ellipse(k.glow, 50, 34, 14, 3.6)
	c.stroke(k.wood, 50, 60, 66, 52, 2)
}

func lantern(c *canvas, k inks) {
	c.arc(k.metal, circle{50, 24, 14, 11.5}, math.Pi, 2*math.Pi)
	c.polygon(k.dark, point{40, 24}, point{60, 24}, point{68, 36}, point{32, 36})
	c.box(k.glow, 35, 36, 30, 42, 2)
	c.fill(k.white, func(p *pen) {
		p.move(50, 44)
		p.curve(58, 54, 58, 64, 50, 66)
		p.curve(42, 64, 42, 54, 50, 44)
	})
	c.box(k.main, 33, 36, 3.5, 44, 0)
	c.box(k.main, 63.5, 36, 3.5, 44, 0)
	c.box(k.dark, 28, 78, 44, 12, 3)
}

func bulb(c *canvas, k inks) {
	c.circle(k.glow, 50, 42, 26)
	c.polygon(k.glow, point{36, 60}, point{64, 60}, point{59, 74}, point{41, 74})
	c.ring(k.white, 50, 42, 21, 18.5)
	for i := range 4 {
		c.stroke(k.dark, 42+4*float64(i), 62, 44+4*float64(i), 46, 1.4)
	}
	c.box(k.metal, 40, 73, 20, 13, 3)
	c.box(k.dark, 44, 85, 12, 5, 2)
}

func stringLight(c *canvas, k inks) {
	c.arc(k.dark, circle{50, -20, 66, 64}, math.Pi*0.2, math.Pi*0.8)
	for i := range 5 {
		angle := math.Pi * (0.24 + 0.13*float64(i))
		sin, cos := math.Sincos(angle)
		x, y := 50+65*cos, -20+65*sin
		c.box(k.main, x-3, y, 6, 7, 1.5)
		c.circle(k.glow, x, y+13, 7)
		c.circle(k.white, x-2, y+11, 2)
	}
}

func candle(c *canvas, k inks) {
	c.box(k.main, 30, 44, 40, 46, 4)
	c.ellipse(k.light, 50, 45, 20, 5)
	c.box(k.dark, 49.2, 32, 1.6, 13, 0)
	c.fill(k.glow, func(p *pen) {
		p.move(50, 12)
		p.curve(60, 24, 58, 34, 50, 35)
		p.curve(42, 34, 40, 24, 50, 12)
	})
	c.box(k.white, 36, 58, 28, 20, 2)
	c.box(k.dark, 41, 64, 18, 2, 1)
	c.box(k.dark, 44, 69, 12, 2, 1)
}
