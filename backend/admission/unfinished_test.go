package admission_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/admission"
	"galley/backend/galley"
)

// A text that stops in the middle of a sentence is none, in whatever way it was cut.
func TestUnfinishedTexts(t *testing.T) {
	const data = "Ladder cat tree\nSisal posts, a fleece hammock, 64% merino, 33% polyamide. Reading lamps and a tea pot for the bedroom and the seasons, with soft woollen covers; weiche Kissenbezüge."
	for _, c := range []struct {
		field      galley.Field
		text       string
		unfinished bool
	}{
		{galley.FieldDescription, "<p>A cat tree with three platforms, sisal posts and a hammock that your cat will</p>", true},
		{galley.FieldMetaDescription, "Cat tree 148 cm tall with three platforms, sisal posts and a fleece ham", true},
		{galley.FieldDescription, "<p>Padded at the shin, flat at the toe, and knitted from 64% merino, 33% poly</p>", true},
		{galley.FieldDescription, "<p>Die Teekanne Elbe aus weißem Porzellan fasst 1,2 Liter und kommt mit einem</p>", true},
		{galley.FieldDescription, "<p>La pochette à la fin sert à glisser les recettes que l’on découpe dans l’</p>", true},
		{galley.FieldMetaDescription, "Kit de mate con calabaza forrada en cuero, bombilla de alpaca y 500 g de", true},
		{galley.FieldAltText, "A cat on a ladder next to the", true},
		{galley.FieldDescription, "<p>A cat tree in oak. Inside, a padded hammock keeps a big cat safe, and the platform is made for</p>", true},
		{galley.FieldDescription, "<p>A cat tree in oak.</p><p>Comes with a hammock in</p>", true},
		{galley.FieldMetaDescription, "A cat tree for two cats, with a cushioned platform and a flat base that", true},
		{galley.FieldDescription, "<p>Le hamac contient 72 % de fibres végétales, dont</p>", true},

		{galley.FieldDescription, "<p>A cat tree in oak.</p><p>It is made for</p>", true},
		{galley.FieldMetaDescription, "A solid oak cat tree made in Devon. The soft, padded hammock in", true},
		{galley.FieldMetaDescription, "A solid oak cat tree made in Devon. It fits two cats and their toys on", true},
		{galley.FieldMetaDescription, "A cat tree made of oak by two joiners. It gives your cat a bed, and the bed is lined with", true},
		{galley.FieldMetaDescription, "A solid oak bench made in Devon. It measures 150 cm and comes with", true},
		{galley.FieldMetaDescription, "A solid oak bench made in Devon. Weatherproof, sturdy and suitable for", true},
		{galley.FieldMetaDescription, "A solid oak bench made in Devon. Perfect for", true},
		{galley.FieldMetaDescription, "A solid oak bench made in Devon. Seats three people comfortably and is", true},
		{galley.FieldMetaDescription, "A solid oak bench made in Devon. The seat and back are", true},
		{galley.FieldMetaDescription, "A solid oak bench made in Devon. Order today for delivery by", true},
		{galley.FieldMetaDescription, "A solid oak bench made in Devon. Joiners in Devon make it from", true},
		{galley.FieldMetaDescription, "A solid oak bench made in Devon. Finished with oil to", true},
		{galley.FieldMetaDescription, "A solid oak bench made in Devon. It has slats of solid oak that", true},
		{galley.FieldMetaDescription, "A solid oak bench made in Devon. Solid oak that", true},
		{galley.FieldMetaDescription, "A solid oak bench made in Devon. It is", true},
		{galley.FieldMetaDescription, "A solid oak bench made in Devon. They come with", true},
		{galley.FieldMetaDescription, "A solid oak bench made in Devon. Seats three people and comes with", true},
		{galley.FieldMetaDescription, "A solid oak bench made in Devon. A bench that is weatherproof, and the legs are", true},
		{galley.FieldMetaDescription, "A solid oak bench made in Devon. The cushions are ideal for", true},
		{galley.FieldMetaDescription, "A solid oak bench made in Devon. Made of oak for", true},
		{galley.FieldMetaDescription, "A solid oak bench made in Devon. A bench that is perfect for", true},
		{galley.FieldMetaDescription, "A solid oak bench made in Devon. Each bench is made by hand from", true},
		{galley.FieldDescription, "<p>A bench for the garden</p><p>It seats three people and comes with</p>", true},

		{galley.FieldMetaDescription, "A solid oak bench made in Devon. Something to rest your coffee on", false},
		{galley.FieldMetaDescription, "A solid oak bench made in Devon. Wide enough to spread your picnic on", false},
		{galley.FieldMetaDescription, "A solid oak bench made in Devon. It keeps the cold out and the heat in", false},
		{galley.FieldMetaDescription, "A solid oak bench made in Devon. The brass plate is screwed on", false},
		{galley.FieldMetaDescription, "A solid oak bench made in Devon. Three coats of oil are rubbed in", false},
		{galley.FieldMetaDescription, "A solid oak bench made in Devon. Every board is accounted for", false},
		{galley.FieldMetaDescription, "A solid oak bench made in Devon. The box it comes in is the box the lamp comes in", false},
		{galley.FieldMetaDescription, "A solid oak bench made in Devon. You can see the forest it comes from", false},
		{galley.FieldMetaDescription, "A solid oak bench made in Devon. Choose from the sizes they come in", false},
		{galley.FieldMetaDescription, "A solid oak bench made in Devon. A winter your garden is ready for", false},
		{galley.FieldMetaDescription, "A solid oak bench made in Devon. As sturdy as your bench is", false},
		{galley.FieldMetaDescription, "A solid oak bench made in Devon. It is the best bench there is", false},
		{galley.FieldMetaDescription, "A solid oak bench made in Devon. You can see the oak we make it from", false},
		{galley.FieldMetaDescription, "A solid oak bench made in Devon. Nothing beats that", false},
		{galley.FieldMetaDescription, "A solid oak bench made in Devon. Dogs adore that", false},
		{galley.FieldMetaDescription, "A solid oak bench made in Devon. You deserve that", false},
		{galley.FieldMetaDescription, "A solid oak bench made in Devon. Oak guarantees that", false},
		{galley.FieldMetaDescription, "A solid oak bench made in Devon. A winter to be ready for", false},
		{galley.FieldMetaDescription, "A solid oak bench made in Devon. It is all that your garden has", false},
		{galley.FieldMetaDescription, "A solid oak bench made in Devon. See how soft wool is", false},
		{galley.FieldMetaDescription, "A solid oak bench made in Devon. Sit wherever you are", false},
		{galley.FieldMetaDescription, "A solid oak bench made in Devon. The oil the seat is finished with", false},
		{galley.FieldMetaDescription, "A solid oak bench made in Devon. Everything a garden is made for", false},
		{galley.FieldDescription, "<p>A cat tree with sisal posts and a fleece hammock</p>", false},
		{galley.FieldMetaDescription, "A solid oak garden bench made in Devon. A place you will want to come home to", false},
		{galley.FieldMetaDescription, "Solid oak, 150 cm, made in Devon: it is hard to beat that", false},
		{galley.FieldMetaDescription, "A solid oak cat tree for lunch outdoors, and for the nap after that", false},
		{galley.FieldDescription, "<p>A cat tree made of oak by two joiners. It is one you will love to sit on</p>", false},
		{galley.FieldMetaDescription, "A solid oak bench made in Devon. A seat your guests sleep on", false},
		{galley.FieldMetaDescription, "A solid oak bench made in Devon, because every cat loves that", false},
		{galley.FieldMetaDescription, "A solid oak cat tree made in Devon. Your cat stays in the bed it was made for", false},
		{galley.FieldMetaDescription, "A woollen cover for the cat tree. It has the warmth that merino is known for", false},
		{galley.FieldMetaDescription, "A reading lamp of solid oak. For evenings at home with the lights on", false},
		{galley.FieldMetaDescription, "A woollen cover for the cat tree. It keeps the warmth in", false},
		{galley.FieldMetaDescription, "A bench of solid oak made in Devon. Something you can be proud of", false},
		{galley.FieldMetaDescription, "A kitchen knife with a handle of oak. A knife every cook reaches for", false},
		{galley.FieldMetaDescription, "A bed of solid oak for two cats. Sheets of linen, and the bed your cat curls up in", false},
		{galley.FieldMetaDescription, "A bed of solid oak made in Devon. Every cat deserves that", false},
		{galley.FieldMetaDescription, "A bench of solid oak made in Devon. A bench this garden was made for", false},
		{galley.FieldDescription, "<p>A lamp to read by.</p><ul><li>Made of oak</li></ul>", false},
		{galley.FieldMetaDescription, "A cat tree that your cat will …", false},
		{galley.FieldMetaDescription, "A cat tree for your cat, a gift for your son", false},
		{galley.FieldMetaDescription, "A small reading lamp", false},
		{galley.FieldMetaDescription, "Everything a small cat could ask for", false},
		{galley.FieldMetaDescription, "The cat tree that your cat comes back to", false},
		{galley.FieldMetaDescription, "A cat tree as tall as you are", false},
		{galley.FieldMetaDescription, "Die Lampe schaltet sich nach einer Stunde von selbst aus", false},
		{galley.FieldMetaDescription, "Ein Kratzbaum, der aus massiver Eiche ist", false},
		{galley.FieldMetaDescription, "La veste est légère et douce, alors portez-la", false},
		{galley.FieldAltText, "Glass bottle of night serum with vitamin A", false},
		{galley.FieldAltText, "Crema viso notte con burro di karité e vitamina E", false},
		{galley.FieldAltText, "Flacon de gouttes de vitamine D", false},
		{galley.FieldAltText, "T-shirt noir en coton bio, taille L", false},
		{galley.FieldAltText, "Een tas die van leer is", false},
		{galley.FieldAltText, "Een vrouw pakt een tas van leer uit", false},
		{galley.FieldAltText, "Ein Rucksack aus Canvas, der oben offen ist", false},
		{galley.FieldDescription, "<p>A cat tree.</p><ul><li>Dog asleep in the bed it was made for</li></ul>", false},
		{galley.FieldAltText, "Cat tree beside the bed", false},
		{galley.FieldAltText, "Cat tree by the sea", false},
		{galley.FieldAltText, "Cat tree with a cover in soft wool", false},
		{galley.FieldAltText, "Kratzbaum mit einer Mulde und weiche Kissen", false},
		{galley.FieldMetaDescription, "La lampe existe en deux tailles, avec ou sans", false},
		{galley.FieldTitle, "A dress to dance by the", false},
		{galley.FieldMetaDescription, "A cat tree in oak, made for days like that", false},
		{galley.FieldMetaDescription, "A cat tree in oak and easy to live with", false},
		{galley.FieldMetaDescription, "Oak. Sisal. A cat tree to fall asleep in", false},
		{galley.FieldDescription, "<p>A cat tree in oak. With a hammock.</p><ul><li>Easy to live with</li></ul>", false},
		{galley.FieldDescription, "<p>A cat tree in oak. With a hammock.</p><p>It is all that</p>", false},
	} {
		t.Run(c.text, func(t *testing.T) {
			product := galley.Product{Title: "Ladder cat tree"}
			fault, bad := admission.Judge(admission.Answer{Subject: product.Subject(), Field: c.field, Raw: c.text, Content: c.text, Data: data})
			require.Equal(t, c.unfinished, bad && fault.Kind == admission.Unfinished, "%v", fault.Kind)
		})
	}
}
