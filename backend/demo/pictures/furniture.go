package pictures

func chair(c *canvas, k inks) {
	c.box(k.dark, 32, 62, 5, 28, 2)
	c.box(k.dark, 63, 62, 5, 28, 2)
	c.box(k.main, 30, 10, 40, 42, 8)
	c.box(k.light, 36, 17, 28, 4, 2)
	c.box(k.dark, 34, 50, 4, 8, 0)
	c.box(k.dark, 62, 50, 4, 8, 0)
	c.box(k.wood, 26, 55, 48, 9, 4)
}

func sofa(c *canvas, k inks) {
	c.box(k.wood, 16, 80, 5, 10, 1)
	c.box(k.wood, 79, 80, 5, 10, 1)
	c.box(k.main, 14, 34, 72, 40, 10)
	c.box(k.light, 22, 56, 28, 16, 5)
	c.box(k.light, 50, 56, 28, 16, 5)
	c.box(k.dark, 6, 48, 16, 34, 7)
	c.box(k.dark, 78, 48, 16, 34, 7)
	c.box(k.main, 14, 70, 72, 13, 4)
}

func bench(c *canvas, k inks) {
	for i := range 3 {
		c.box(k.wood, 10, 30+9*float64(i), 80, 6, 2)
	}
	c.box(k.main, 6, 60, 88, 8, 3)
	c.box(k.dark, 14, 26, 5, 64, 2)
	c.box(k.dark, 81, 26, 5, 64, 2)
}

func table(c *canvas, k inks) {
	c.box(k.dark, 18, 48, 5, 42, 2)
	c.box(k.dark, 77, 48, 5, 42, 2)
	c.box(k.wood, 8, 42, 84, 8, 3)
	c.box(k.main, 24, 50, 52, 9, 1)
	c.circle(k.light, 50, 54.5, 1.8)
	c.fill(k.main, func(p *pen) {
		p.move(44, 42)
		p.curve(38, 32, 44, 26, 47, 20)
		p.line(53, 20)
		p.curve(56, 26, 62, 32, 56, 42)
	})
}

func drawers(c *canvas, k inks) {
	c.box(k.dark, 20, 84, 5, 6, 1)
	c.box(k.dark, 75, 84, 5, 6, 1)
	c.box(k.wood, 16, 20, 68, 66, 4)
	for i := range 3 {
		y := 26 + 19*float64(i)
		c.box(k.main, 22, y, 56, 16, 2)
		c.circle(k.light, 50, y+8, 2.4)
	}
}

func cushion(c *canvas, k inks) {
	c.fill(k.main, func(p *pen) {
		p.move(16, 24)
		p.curve(30, 30, 70, 30, 84, 24)
		p.curve(79, 42, 79, 68, 84, 88)
		p.curve(70, 82, 30, 82, 16, 88)
		p.curve(21, 68, 21, 42, 16, 24)
	})
	for i := range 5 {
		c.box(k.light, 28+10*float64(i), 32, 2, 46, 1)
	}
	c.circle(k.dark, 49, 56, 3)
}

func textile(c *canvas, k inks) {
	c.box(k.dark, 18, 62, 64, 28, 5)
	c.box(k.main, 16, 44, 68, 30, 6)
	c.box(k.light, 20, 26, 60, 28, 6)
	c.box(k.main, 20, 38, 60, 3, 0)
	c.box(k.main, 20, 44, 60, 1.6, 0)
	for i := range 9 {
		c.box(k.dark, 21+7*float64(i), 88, 2, 5, 1)
	}
}
