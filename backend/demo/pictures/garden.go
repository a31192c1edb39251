package pictures

import "math"

func plant(c *canvas, k inks) {
	c.stroke(k.leaf, 50, 58, 50, 24, 2)
	leaf(c, k, 50, 46, -1)
	leaf(c, k, 50, 38, 1)
	leaf(c, k, 50, 28, -0.8)
	c.polygon(k.main, point{28, 58}, point{72, 58}, point{65, 90}, point{35, 90})
	c.box(k.dark, 25, 52, 50, 9, 2)
	c.polygon(k.light, point{34, 61}, point{38, 61}, point{42, 90}, point{39, 90})
}

// leaf grows from a stem to one side.
func leaf(c *canvas, k inks, x, y, side float64) {
	c.fill(k.leaf, func(p *pen) {
		p.move(x, y)
		p.curve(x+8*side, y-20, x+24*side, y-20, x+30*side, y-16)
		p.curve(x+26*side, y-2, x+14*side, y+4, x, y)
	})
}

func wateringCan(c *canvas, k inks) {
	c.arc(k.dark, circle{66, 48, 22, 18}, -math.Pi*0.55, math.Pi*0.5)
	c.polygon(k.main, point{36, 62}, point{14, 36}, point{18, 33}, point{40, 52})
	c.polygon(k.dark, point{6, 38}, point{20, 26}, point{22, 30}, point{9, 41})
	c.box(k.main, 34, 44, 38, 46, 5)
	c.ellipse(k.dark, 53, 45, 19, 4)
	c.box(k.light, 40, 56, 5, 26, 2.5)
}

func trowel(c *canvas, k inks) {
	c.box(k.wood, 44, 8, 12, 34, 6)
	c.box(k.metal, 48, 40, 4, 14, 0)
	c.fill(k.main, func(p *pen) {
		p.move(36, 52)
		p.line(64, 52)
		p.curve(66, 68, 60, 82, 50, 92)
		p.curve(40, 82, 34, 68, 36, 52)
	})
	c.box(k.light, 49, 57, 2, 24, 1)
}

func basket(c *canvas, k inks) {
	c.arc(k.wood, circle{50, 50, 32, 28}, math.Pi, 2*math.Pi)
	c.polygon(k.main, point{14, 50}, point{86, 50}, point{76, 90}, point{24, 90})
	for row := range 3 {
		for column := range 6 {
			x := 22 + 10*float64(column) + float64(row%2)*4
			c.box(k.light, x, 58+10*float64(row), 6, 4, 1.5)
		}
	}
	c.box(k.dark, 11, 46, 78, 8, 3)
}

func nestBox(c *canvas, k inks) {
	c.box(k.wood, 28, 36, 44, 54, 2)
	c.polygon(k.main, point{50, 10}, point{84, 40}, point{76, 46}, point{50, 23}, point{24, 46}, point{16, 40})
	c.polygon(k.wood, point{50, 22}, point{72, 42}, point{28, 42})
	c.circle(k.dark, 50, 56, 9)
	c.box(k.dark, 48.8, 68, 2.4, 10, 1)
}

func fence(c *canvas, k inks) {
	c.box(k.dark, 8, 44, 84, 5, 1)
	c.box(k.dark, 8, 70, 84, 5, 1)
	for i := range 5 {
		x := 12 + 16*float64(i)
		c.polygon(k.wood, point{x, 32}, point{x + 5.5, 24}, point{x + 11, 32}, point{x + 11, 90}, point{x, 90})
	}
	leaf(c, k, 30, 90, 1)
	leaf(c, k, 66, 90, -0.8)
}
