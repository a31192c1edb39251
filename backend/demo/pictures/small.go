package pictures

import "math"

func jewelRing(c *canvas, k inks) {
	c.ring(k.glow, 50, 62, 28, 22)
	c.ring(k.wood, 50, 62, 23, 22)
	c.polygon(k.main, point{36, 20}, point{64, 20}, point{72, 29}, point{50, 44}, point{28, 29})
	c.polygon(k.light, point{36, 20}, point{50, 20}, point{43, 29}, point{28, 29})
	c.polygon(k.dark, point{57, 29}, point{72, 29}, point{50, 44})
}

func necklace(c *canvas, k inks) {
	const beads = 15
	for i := range beads {
		sin, cos := math.Sincos(math.Pi * (-0.08 + 1.16*float64(i)/(beads-1)))
		c.circle(k.glow, 50+34*cos, 24+38*sin, 2.2)
	}
	c.polygon(k.main, point{50, 60}, point{62, 74}, point{50, 92}, point{38, 74})
	c.polygon(k.light, point{50, 60}, point{50, 92}, point{38, 74})
}

func earrings(c *canvas, k inks) {
	for _, x := range []float64{30, 70} {
		c.ring(k.metal, x, 22, 7, 5)
		c.ring(k.glow, x, 44, 16, 12.5)
		c.fill(k.main, func(p *pen) {
			p.move(x, 58)
			p.curve(x+11, 72, x+9, 84, x, 85)
			p.curve(x-9, 84, x-11, 72, x, 58)
		})
		c.circle(k.light, x-3, 74, 2.4)
	}
}

func bracelet(c *canvas, k inks) {
	const beads = 16
	for i := range beads {
		sin, cos := math.Sincos(2 * math.Pi * float64(i) / beads)
		colour := k.main
		if i%4 == 1 {
			colour = k.glow
		}
		c.circle(colour, 50+32*cos, 50+30*sin, 6.4)
		c.circle(k.light, 48.4+32*cos, 48+30*sin, 1.6)
	}
	c.stroke(k.metal, 50, 84, 50, 90, 1.6)
	c.circle(k.dark, 50, 92, 4)
}

func notebook(c *canvas, k inks) {
	c.box(k.white, 30, 13, 50, 76, 3)
	c.box(k.main, 22, 10, 54, 80, 4)
	c.box(k.dark, 22, 10, 10, 80, 3)
	c.box(k.white, 42, 26, 26, 16, 2)
	c.box(k.dark, 46, 31, 18, 2, 1)
	c.box(k.dark, 46, 36, 12, 2, 1)
	c.polygon(k.light, point{64, 86}, point{70, 86}, point{70, 96}, point{67, 93}, point{64, 96})
}

func pen_(c *canvas, k inks) { //nolint:revive // pen is the type that draws paths
	c.stroke(k.main, 30, 74, 72, 18, 11)
	c.stroke(k.dark, 60, 34, 76, 12.6, 11.4)
	c.stroke(k.glow, 59, 35.4, 61, 32.7, 12)
	c.polygon(k.metal, point{25.6, 70.7}, point{34.4, 77.3}, point{19, 90})
	c.stroke(k.dark, 19, 90, 27, 79, 1)
	c.stroke(k.light, 36, 62, 54, 38, 1.6)
	c.stroke(k.dark, 20, 92, 80, 92, 1.4)
}

func card(c *canvas, k inks) {
	c.box(k.main, 12, 34, 76, 54, 3)
	c.box(k.white, 22, 14, 56, 48, 2)
	c.circle(k.light, 50, 32, 9)
	c.box(k.dark, 36, 48, 28, 2, 1)
	c.polygon(k.dark, point{12, 36}, point{50, 66}, point{88, 36}, point{88, 88}, point{12, 88})
	c.polygon(k.main, point{12, 88}, point{44, 60}, point{56, 60}, point{88, 88})
}

func ruler(c *canvas, k inks) {
	c.box(k.glow, 36, 8, 28, 82, 2)
	for i := range 13 {
		length := 7.0
		if i%4 == 0 {
			length = 12
		}
		c.box(k.dark, 36, 13+6*float64(i), length, 1.2, 0)
	}
	c.circle(k.ground, 55, 16, 3)
	c.box(k.main, 60, 8, 4, 82, 2)
}

func ink(c *canvas, k inks) {
	c.box(k.dark, 36, 18, 28, 18, 3)
	c.box(k.main, 44, 34, 12, 12, 0)
	c.box(k.main, 22, 42, 56, 48, 9)
	c.box(k.white, 32, 54, 36, 24, 2)
	c.fill(k.dark, func(p *pen) {
		p.move(50, 56)
		p.curve(57, 65, 56, 73, 50, 74)
		p.curve(44, 73, 43, 65, 50, 56)
	})
}

func parcel(c *canvas, k inks) {
	c.box(k.wood, 18, 34, 64, 56, 3)
	c.box(k.main, 44, 34, 12, 56, 0)
	c.box(k.light, 14, 26, 72, 16, 3)
	c.box(k.main, 44, 26, 12, 16, 0)
	c.ring(k.main, 40, 19, 10, 6)
	c.ring(k.main, 60, 19, 10, 6)
}
