package pictures

import "math"

func shirt(c *canvas, k inks) {
	c.polygon(k.main,
		point{36, 16}, point{64, 16}, point{88, 32}, point{78, 50}, point{70, 45},
		point{70, 90}, point{30, 90}, point{30, 45}, point{22, 50}, point{12, 32})
	c.fill(k.ground, func(p *pen) {
		p.move(38, 16)
		p.curve(42, 28, 58, 28, 62, 16)
	})
	c.polygon(k.dark, point{70, 45}, point{78, 50}, point{76, 53}, point{70, 49})
	c.polygon(k.dark, point{30, 45}, point{22, 50}, point{24, 53}, point{30, 49})
	c.box(k.light, 54, 38, 11, 12, 1)
}

func jumper(c *canvas, k inks) {
	c.polygon(k.dark, point{34, 20}, point{20, 30}, point{12, 80}, point{23, 82}, point{34, 44})
	c.polygon(k.dark, point{66, 20}, point{80, 30}, point{88, 80}, point{77, 82}, point{66, 44})
	c.box(k.main, 30, 18, 40, 66, 6)
	c.box(k.dark, 30, 82, 40, 8, 2)
	c.box(k.light, 39, 13, 22, 9, 3)
	for row := range 3 {
		for column := range 4 {
			x, y := 36+9*float64(column), 40+13*float64(row)
			c.polygon(k.light, point{x, y}, point{x + 3, y - 4}, point{x + 6, y}, point{x + 3, y + 4})
		}
	}
}

func trousers(c *canvas, k inks) {
	c.polygon(k.main, point{30, 12}, point{70, 12}, point{76, 90}, point{56, 90}, point{50, 40}, point{44, 90}, point{24, 90})
	c.box(k.dark, 29, 10, 42, 8, 2)
	c.box(k.light, 48.8, 18, 2.4, 14, 0)
	c.polygon(k.dark, point{24, 84}, point{44.5, 84}, point{44, 90}, point{24, 90})
	c.polygon(k.dark, point{75.5, 84}, point{55.5, 84}, point{56, 90}, point{76, 90})
}

func skirt(c *canvas, k inks) {
	c.polygon(k.main, point{36, 18}, point{64, 18}, point{86, 88}, point{14, 88})
	c.box(k.dark, 35, 14, 30, 8, 2)
	for i := range 4 {
		x := 38 + 8*float64(i)
		c.polygon(k.light, point{x, 24}, point{x + 1, 24}, point{x*2 - 50 + 2, 86}, point{x*2 - 50, 86})
	}
}

func shoe(c *canvas, k inks) {
	c.fill(k.main, func(p *pen) {
		p.move(14, 44)
		p.curve(22, 50, 30, 50, 36, 42)
		p.line(44, 44)
		p.curve(52, 60, 70, 62, 84, 66)
		p.curve(92, 68, 92, 78, 90, 82)
		p.line(12, 82)
		p.curve(9, 68, 10, 54, 14, 44)
	})
	c.box(k.white, 9, 80, 84, 10, 4)
	for i := range 3 {
		x := 44 + 7*float64(i)
		c.stroke(k.white, x, 58+3*float64(i), x+7, 49+4*float64(i), 2.4)
	}
	c.fill(k.dark, func(p *pen) {
		p.move(12, 82)
		p.line(13, 62)
		p.curve(24, 62, 30, 72, 30, 82)
	})
}

func sock(c *canvas, k inks) {
	c.fill(k.main, func(p *pen) {
		p.move(40, 22)
		p.line(66, 22)
		p.line(66, 60)
		p.curve(66, 72, 58, 76, 48, 82)
		p.curve(38, 88, 30, 92, 22, 88)
		p.curve(14, 83, 16, 74, 24, 70)
		p.curve(34, 65, 40, 62, 40, 54)
	})
	c.box(k.dark, 38, 10, 30, 15, 4)
	for i := range 5 {
		c.box(k.light, 41+5*float64(i), 13, 2, 9, 1)
	}
	c.fill(k.dark, func(p *pen) {
		p.move(66, 52)
		p.curve(67, 70, 60, 75, 52, 79)
		p.curve(48, 68, 54, 56, 66, 52)
	})
	c.ellipse(k.dark, 23, 80, 8, 8)
	c.box(k.light, 40, 32, 26, 4, 0)
}

func hat(c *canvas, k inks) {
	c.circle(k.light, 50, 20, 9)
	c.fill(k.main, func(p *pen) {
		p.move(18, 72)
		p.curve(18, 40, 34, 26, 50, 26)
		p.curve(66, 26, 82, 40, 82, 72)
	})
	for i := range 5 {
		c.box(k.dark, 28+11*float64(i), 40, 1.6, 32, 0.8)
	}
	c.box(k.dark, 14, 70, 72, 18, 6)
	for i := range 8 {
		c.box(k.light, 20+8*float64(i), 73, 2, 12, 1)
	}
}

func glove(c *canvas, k inks) {
	for i := range 4 {
		c.box(k.main, 34+9.5*float64(i), 14+4*math.Abs(float64(i)-1.4), 8.5, 44, 4.2)
	}
	c.stroke(k.main, 36, 62, 20, 42, 9)
	c.circle(k.main, 20.5, 42.5, 4.6)
	c.box(k.main, 34, 42, 37.5, 30, 8)
	c.box(k.dark, 36, 68, 34, 22, 4)
	c.box(k.light, 36, 73, 34, 2.4, 0)
}

func bag(c *canvas, k inks) {
	c.arc(k.dark, circle{50, 40, 20, 16}, math.Pi, 2*math.Pi)
	c.polygon(k.main, point{20, 38}, point{80, 38}, point{86, 90}, point{14, 90})
	c.polygon(k.dark, point{20, 38}, point{80, 38}, point{81, 48}, point{19, 48})
	c.box(k.light, 44, 45, 12, 9, 2)
	c.stroke(k.light, 22, 84, 78, 84, 1.2)
}

func belt(c *canvas, k inks) {
	c.ring(k.main, 50, 54, 36, 26)
	c.ring(k.dark, 50, 54, 31.6, 30.4)
	c.box(k.metal, 38, 74, 24, 20, 4)
	c.box(k.ground, 42, 78, 16, 12, 2)
	c.box(k.metal, 49, 76, 2.4, 12, 1)
}

func scarf(c *canvas, k inks) {
	c.ring(k.main, 50, 34, 26, 13)
	c.polygon(k.dark, point{52, 48}, point{68, 44}, point{76, 86}, point{60, 88})
	c.polygon(k.main, point{36, 46}, point{54, 50}, point{48, 90}, point{30, 88})
	for i := range 3 {
		y := 60 + 8*float64(i)
		c.stroke(k.light, 34-float64(i), y, 51-float64(i), y+2, 2.4)
	}
	for i := range 4 {
		c.box(k.light, 31+4.4*float64(i), 88, 1.8, 6, 0.9)
	}
}
