package pictures

func mug(c *canvas, k inks) {
	c.ring(k.dark, 68, 58, 15, 10)
	c.box(k.main, 24, 34, 46, 56, 8)
	c.ellipse(k.dark, 47, 35, 23, 5)
	c.ellipse(k.wood, 47, 36, 19, 3.4)
	c.box(k.light, 30, 46, 5, 34, 2.5)
}

func bottle(c *canvas, k inks) {
	c.box(k.dark, 44, 8, 12, 8, 2)
	c.fill(k.main, func(p *pen) {
		p.move(45, 16)
		p.line(55, 16)
		p.line(55, 30)
		p.curve(57, 40, 70, 40, 70, 54)
		p.line(70, 84)
		p.curve(70, 88, 68, 90, 64, 90)
		p.line(36, 90)
		p.curve(32, 90, 30, 88, 30, 84)
		p.line(30, 54)
		p.curve(30, 40, 43, 40, 45, 30)
	})
	c.box(k.white, 34, 56, 32, 22, 2)
	c.box(k.dark, 40, 62, 20, 2.4, 1)
	c.box(k.light, 40, 68, 14, 2.4, 1)
}

func cookingPot(c *canvas, k inks) {
	c.box(k.dark, 8, 52, 84, 7, 3)
	c.box(k.main, 18, 44, 64, 46, 10)
	c.fill(k.light, func(p *pen) {
		p.move(16, 44)
		p.curve(20, 30, 36, 27, 50, 27)
		p.curve(64, 27, 80, 30, 84, 44)
	})
	c.box(k.dark, 44, 19, 12, 9, 3)
	c.box(k.dark, 16, 43, 68, 3, 1)
}

func pan(c *canvas, k inks) {
	c.stroke(k.wood, 62, 46, 94, 14, 7)
	c.ellipse(k.dark, 42, 62, 36, 27)
	c.ellipse(k.metal, 42, 60, 32, 23)
	c.ellipse(k.white, 38, 60, 15, 11)
	c.circle(k.glow, 38, 59, 6)
}

func board(c *canvas, k inks) {
	c.box(k.wood, 24, 22, 52, 68, 8)
	c.box(k.wood, 43, 8, 14, 20, 6)
	c.circle(k.ground, 50, 15, 3)
	for i := range 3 {
		c.box(k.shade, 32+14*float64(i), 34, 1.4, 48, 0.7)
	}
	c.ellipse(k.main, 58, 66, 10, 9)
	c.ellipse(k.leaf, 58, 57, 4, 2)
}

func knife(c *canvas, k inks) {
	c.fill(k.metal, func(p *pen) {
		p.move(48, 8)
		p.curve(62, 18, 64, 40, 62, 58)
		p.line(48, 58)
	})
	c.box(k.dark, 47, 57, 16, 5, 1)
	c.box(k.main, 48, 61, 13, 29, 5)
	c.circle(k.light, 54.5, 68, 1.8)
	c.circle(k.light, 54.5, 80, 1.8)
	c.box(k.white, 51, 22, 1.4, 30, 0.7)
}

func tin(c *canvas, k inks) {
	c.box(k.main, 26, 30, 48, 60, 5)
	c.box(k.metal, 23, 22, 54, 14, 4)
	c.box(k.white, 32, 48, 36, 28, 3)
	c.ellipse(k.leaf, 50, 58, 6, 5)
	c.box(k.dark, 40, 67, 20, 2.4, 1)
}

func bowl(c *canvas, k inks) {
	c.fill(k.main, func(p *pen) {
		p.move(12, 48)
		p.curve(14, 76, 34, 86, 50, 86)
		p.curve(66, 86, 86, 76, 88, 48)
	})
	c.box(k.dark, 38, 84, 24, 6, 2)
	c.ellipse(k.dark, 50, 48, 38, 9)
	c.ellipse(k.light, 50, 49.5, 33, 6.5)
	c.stroke(k.wood, 56, 48, 78, 14, 5)
	c.circle(k.wood, 79, 13, 4)
}
