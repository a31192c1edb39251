package templatewriter

import (
	"fmt"
	"slices"
	"strings"

	"galley/backend/checks"
	"galley/backend/galley"
)

// altTexts name the product and which of its views it is, never what the view
// shows, which is unknown. The image's position distinguishes a product's
// texts.
func altTexts(k knowledge, image galley.Image) []string {
	if len(image.AlsoOf) > 0 {
		return sharedTexts(k, image)
	}
	place, of := placeOf(k.product, image)
	patterns := severalViews(k, place, of)
	if of == 1 {
		patterns = oneView(k)
	}
	var list []string
	for _, pattern := range patterns {
		name := shorten(k.title, func(s string) bool { return len([]rune(pattern(s))) <= checks.MaxAltAdvised })
		list = append(list, pattern(name))
	}
	return apartFromOthers(list, k.product, image)
}

// sharedTexts name all products that show the image. The position differs from
// product to product, so it is left out.
func sharedTexts(k knowledge, image galley.Image) []string {
	names := []string{k.title}
	for _, other := range image.AlsoOf {
		names = append(names, tidyTitle(other.Title))
	}
	text := shorten(strings.Join(names, " / "), func(s string) bool { return len([]rune(s)) < checks.MaxAltAdvised })
	return []string{text + "."}
}

func placeOf(p galley.Product, image galley.Image) (place, of int) {
	at := slices.IndexFunc(p.Images, func(other galley.Image) bool { return other.ID == image.ID })
	if at < 0 {
		return max(image.Position, 1), max(len(p.Images), image.Position, 1)
	}
	return at + 1, len(p.Images)
}

type pattern func(name string) string

func severalViews(k knowledge, place, of int) []pattern {
	with := func(name string) string { return join(", ", name, k.shortColour()) }
	vendor := k.shortVendor()
	if !k.english {
		return []pattern{
			func(name string) string { return fmt.Sprintf("%s – %d/%d.", with(name), place, of) },
			func(name string) string {
				return fmt.Sprintf("%s (%d/%d).", join(" – ", with(name), vendor), place, of)
			},
		}
	}
	by := prefixed(" by ", vendor)
	return []pattern{
		func(name string) string { return fmt.Sprintf("%s, view %d of %d.", with(name), place, of) },
		func(name string) string { return fmt.Sprintf("%s%s: view %d of %d.", with(name), by, place, of) },
		func(name string) string { return fmt.Sprintf("View %d of %d: %s%s.", place, of, with(name), by) },
	}
}

func oneView(k knowledge) []pattern {
	with := func(name string) string { return join(", ", name, k.shortColour()) }
	vendor := k.shortVendor()
	if !k.english {
		return []pattern{func(name string) string { return join(" – ", with(name), vendor, "1/1") + "." }}
	}
	return []pattern{
		func(name string) string { return with(name) + prefixed(" by ", vendor) + ", main view." },
		func(name string) string { return "Main view: " + with(name) + prefixed(" by ", vendor) + "." },
		func(name string) string { return with(name) + ", as listed" + prefixed(" by ", vendor) + "." },
	}
}

// Names longer than these leave too little room for the product's.
const (
	longColour = 30
	longVendor = 40
)

func (k knowledge) shortColour() string { return notLonger(k.colour(), longColour) }
func (k knowledge) shortVendor() string { return notLonger(k.vendor, longVendor) }

func notLonger(text string, most int) string {
	if len([]rune(text)) > most {
		return ""
	}
	return text
}

func prefixed(prefix, text string) string {
	if text == "" {
		return ""
	}
	return prefix + text
}

// apartFromOthers leaves out texts that another picture of the product has
// already.
func apartFromOthers(list []string, p galley.Product, image galley.Image) []string {
	free := slices.DeleteFunc(slices.Clone(list), func(text string) bool {
		return slices.ContainsFunc(p.Images, func(other galley.Image) bool {
			return other.ID != image.ID && !other.Alt.Null && strings.EqualFold(strings.TrimSpace(other.Alt.Text), text)
		})
	})
	if len(free) == 0 {
		return list
	}
	return free
}
