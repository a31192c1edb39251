package facts_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/facts"
	"galley/backend/language"
)

// rowsOf are sources of names with their values, and a text where the name is empty.
func rowsOf(namesAndValues ...string) []facts.Source {
	var list []facts.Source
	for i := 0; i < len(namesAndValues); i += 2 {
		source := facts.Source{Kind: facts.FromMetafield, Name: namesAndValues[i], Text: namesAndValues[i+1]}
		if source.Name == "" {
			source.Kind = facts.FromText
		}
		list = append(list, source)
	}
	return list
}

// judgedSentence is a sentence in a language with the data of its product.
type judgedSentence struct {
	lang language.Code
	data []facts.Source
	text string
}

var (
	mixer   = rowsOf("Motor", "brushless", "Power", "600 W")
	mixerDE = rowsOf("Motor", "bürstenlos", "Leistung", "600 W")
	lamp    = rowsOf("Battery", "lithium", "Run time", "45 minutes")
	bottle  = rowsOf("Bottle", "glass", "Volume", "0.75 l")
	flacon  = rowsOf("Bouteille", "verre", "Volume", "0,75 l")
	wine    = rowsOf("Grapes", "Riesling", "Vintage", "2019")
	shade   = rowsOf("Shade", "linen", "Diameter", "30 cm")
	shadeFR = rowsOf("Abat-jour", "lin", "Diamètre", "30 cm")
	shadeES = rowsOf("Pantalla", "lino", "Diámetro", "30 cm")
	shadeIT = rowsOf("Paralume", "lino", "Diametro", "30 cm")
	shadeNL = rowsOf("Kap", "linnen", "Diameter", "30 cm")
	cover   = rowsOf("Cover", "cotton", "Care", "Machine wash at 40 °C")
	coverES = rowsOf("Funda", "algodón", "Cuidado", "Lavar a máquina a 40 °C")
	coverIT = rowsOf("Fodera", "cotone", "Cura", "Lavaggio in lavatrice a 40 °C")
	coverNL = rowsOf("Hoes", "katoen", "Onderhoud", "Wassen op 40 °C")

	coat   = rowsOf("", "A raincoat with a detachable hood and two pockets.")
	coatIT = rowsOf("", "Un impermeabile con cappuccio staccabile e due tasche.")
	table  = rowsOf("", "Un tavolo con piano di noce e gambe di ferro.")
	vase   = rowsOf("", "A vase with two glazes, blue and grey, and a foot.")
	pan    = rowsOf("", "A brown casserole of cast iron with a lid of steel.")
	panDE  = rowsOf("", "Ein Bräter aus Gusseisen mit einem Deckel aus Stahl.")

	socket = rowsOf("", "A table lamp with an E27 socket. Takes any E27 bulb. Bulb not included.")
	bag    = rowsOf("", "A bag of canvas with an adjustable strap. Spare strap sold separately.")
	bagDE  = rowsOf("", "Eine Tasche aus Segeltuch mit einem verstellbaren Gurt. Ersatzgurt separat erhältlich.")

	padded = []facts.Source{{Kind: facts.FromTitle, Text: "Canvas bag"}, {Kind: facts.FromText, Text: "A bag with an adjustable strap. A padded strap is sold separately."}}

	gin     = rowsOf("", "A dry gin distilled in a 300 litre copper pot still. Nine botanicals: juniper, coriander seed and heather.")
	glasses = []facts.Source{{Kind: facts.FromText, Text: "Acetate frame with metal hinges."},
		{Kind: facts.FromOption, Name: "Strength", Text: "+1.00"}, {Kind: facts.FromOption, Name: "Strength", Text: "+1.50"}, {Kind: facts.FromOption, Name: "Strength", Text: "+2.00"},
		{Kind: facts.FromOption, Name: "Strength", Text: "+2.50"}, {Kind: facts.FromOption, Name: "Strength", Text: "+3.00"}}
	draws  = rowsOf("", "Six draws for sport routes. Weight per draw: 96 g (12 cm), 101 g (17 cm).")
	slides = rowsOf("", "A microscope with five prepared slides and ten blank slides.")
	seat   = rowsOf("", "A child seat with a five-point belt. The backrest tilts by 15°.")
	pasta  = rowsOf("", "Macchina per pasta in acciaio con rulli in alluminio, prodotta a Padova. Taglia tagliolini (2 mm) e fettuccine (6,5 mm).")
	cloths = []facts.Source{{Kind: facts.FromText, HTML: true, Text: "<p>Wiederverwendbare Tücher aus Baumwolle.</p><ul><li>S: 18 x 20 cm, für Käse und Obst</li><li>L: 33 x 35 cm, für Brot</li></ul>"}}
	mill   = rowsOf("", "Mécanisme en acier traité, garanti à vie ; le bois est garanti 5 ans")
	rod    = []facts.Source{{Kind: facts.FromText, HTML: true, Text: "<p>A fly rod.</p><table><tr><th>Line</th><th>Length</th><th>Weight</th></tr><tr><td>#3</td><td>7'6\"</td><td>72 g</td></tr><tr><td>#5</td><td>9'</td><td>88 g</td></tr></table>"},
		{Kind: facts.FromOption, Name: "Line weight", Text: "#3"}, {Kind: facts.FromOption, Name: "Line weight", Text: "#5"}}
	stove = []facts.Source{{Kind: facts.FromText, HTML: true, Text: "<table><tr><th></th><th>Two</th><th>Two R</th></tr><tr><td>Boil time, 1 l</td><td>4 min 10 s</td><td>3 min 20 s</td></tr></table>"}}

	knife  = rowsOf("", "A kitchen knife with a handle 12 cm long and a blade of carbon steel.")
	tunic  = rowsOf("", "A tunic in cotton.")
	stand  = rowsOf("", "A side stand in beech.")
	pens   = rowsOf("", "Felt pens in five sizes and two colours.")
	roll   = rowsOf("", "A pencil roll. Two pockets hold 4 pens each.")
	levels = rowsOf("", "A desk lamp in oak with three brightness levels and a linen shade.")
	chairs = rowsOf("", "Set of 4 chairs and 1 table.")
	choice = []facts.Source{{Kind: facts.FromText, Text: "A cotton shirt with two pockets."},
		{Kind: facts.FromOption, Name: "Pocket", Text: "Left"}, {Kind: facts.FromOption, Name: "Pocket", Text: "Right"}, {Kind: facts.FromOption, Name: "Pocket", Text: "None"}}
	phrases  = rowsOf("", "A phrasebook in German.")
	calendar = rowsOf("", "A wall calendar with weekdays in English.")
	manual   = rowsOf("", "A card game. Manual in English and German.")
	boil     = rowsOf("Boil time", "4 min 10 s")
	charged  = rowsOf("Run time", "2 hours", "Charge time", "30 minutes")

	serum = []facts.Source{
		{Kind: facts.FromTitle, Text: "Serum"},
		{Kind: facts.FromOption, Name: "Size", Text: "30 ml"}, {Kind: facts.FromOption, Name: "Size", Text: "50 ml"},
		{Kind: facts.FromText, Text: "30 ml: lasts 6 weeks. 50 ml: lasts 3 months."},
	}
)

// Sentences that say nothing but what is true of their products, and that rules by place
// and by words may take for contradictions.
func TestTrueSentencesAreNotHeld(t *testing.T) {
	for _, c := range []judgedSentence{
		{"en", mixer, "The motor delivers 600 W."},
		{"de", mixer, "Der Motor leistet 600 W."},
		{"de", mixerDE, "Der Motor leistet 600 W."},
		{"en", lamp, "The battery lasts for 45 minutes."},
		{"en", bottle, "The bottle has 0.75 l."},
		{"fr", bottle, "La bouteille contient 0,75 l."},
		{"fr", flacon, "La bouteille contient 0,75 l."},
		{"en", wine, "The grapes were picked in 2019."},
		{"en", shade, "The shade measures 30 cm across."},
		{"en", shade, "The shade is 30 cm wide."},
		{"fr", shade, "L'abat-jour mesure 30 cm."},
		{"fr", shadeFR, "L'abat-jour mesure 30 cm."},
		{"es", shade, "La pantalla mide 30 cm."},
		{"es", shadeES, "La pantalla mide 30 cm."},
		{"it", shade, "Il paralume misura 30 cm."},
		{"it", shadeIT, "Il paralume misura 30 cm."},
		{"nl", shade, "De kap is 30 cm breed."},
		{"nl", shadeNL, "De kap is 30 cm breed."},
		{"en", cover, "Take off the cover and wash it at 40 °C."},
		{"es", cover, "La funda se lava a máquina a 40 °C."},
		{"es", coverES, "La funda se lava a máquina a 40 °C."},
		{"it", cover, "La fodera si lava in lavatrice a 40 °C."},
		{"it", coverIT, "La fodera si lava in lavatrice a 40 °C."},
		{"nl", cover, "Was de hoes op 40 °C."},
		{"nl", coverNL, "Was de hoes op 40 °C."},

		{"en", coat, "Wear it without the hood on dry days."},
		{"en", coat, "A raincoat without the hood is lighter."},
		{"it", coatIT, "Nei giorni asciutti si porta senza cappuccio."},
		{"it", coat, "Nei giorni asciutti si porta senza cappuccio."},
		{"it", table, "Nessun piano è uguale a un altro."},
		{"en", vase, "No two glazes are alike."},
		{"fr", rowsOf("", "Un vase en émail bleu avec un pied."), "Aucun émail n'est pareil à un autre."},
		{"de", rowsOf("", "Eine Vase mit Glasur in Blau und einem Fuß."), "Keine Glasur gleicht der anderen."},
		{"en", pan, "Use it without the lid to brown meat."},
		{"de", panDE, "Ohne Deckel braten Sie Fleisch scharf an."},
		{"de", pan, "Ohne Deckel braten Sie Fleisch scharf an."},

		{"en", socket, "It comes with a socket for an E27 bulb."},
		{"en", socket, "You get a lamp that takes any E27 bulb."},
		{"en", bag, "The bag comes with an adjustable strap."},
		{"de", bagDE, "Die Tasche kommt mit einem verstellbaren Gurt."},
		{"en", padded, "The bag comes with an adjustable strap."},
		{"de", bag, "Die Tasche kommt mit einem verstellbaren Gurt."},

		{"en", tin(), "The small and the large tin take 450 g and 900 g."},
		{"en", tin(), "In small and large: 450 g or 900 g of dough."},
		{"en", serum, "In 30 ml or 50 ml, for 6 weeks or 3 months."},
		{"en", tin(), "Twice the small tin: 900 g of dough."},

		{"en", draws, "Six 12 cm draws come to 576 g on your harness."},
		{"en", slides, "Fifteen slides come with it: five ready to look at and ten for the pond."},
		{"en", rod, "The #5 measures nine feet and weighs 88 g."},
		{"en", rod, "The #3 is 7'6\" long."},
		{"en", stove, "The R version brings a litre to the boil 50 seconds sooner."},
		{"en", seat, "The seat has a five-point belt and leans back by 15 degrees."},
		{"en", rowsOf("", "A vest. Pockets: four in front, one zipped at the back."), "Four pockets sit in front."},
		{"fr", gin, "Neuf herbes et épices, distillées dans un alambic en cuivre."},
		{"en", glasses, "Five strengths, from +1.00 to +3.00."},
		{"de", rowsOf("Außenmaße", "195 × 79 × 40 cm"), "Mit 1,95 m Länge fasst sie alle Ski."},
		{"en", pan, "Tack up, tighten the girth, and head for the hills."},
		{"en", rowsOf("Wireless charging", "No", "Ports", "2"), "Also: wireless charging: no."},
		{"fr", rowsOf("", "Un collier en or avec un pendentif."), "Avec une robe en lin et les épaules nues."},
		{"en", rowsOf("", "Yogamat van natuurrubber met een toplaag van Chinese kurk."), "Natural rubber beneath, Chinese cork on top."},
		{"es", rowsOf("", "Aceite de oliva. Botella 500 ml: caja de 6. Lata 2,5 l: caja de 4."), "La caja de seis botellas y la de cuatro latas."},

		{"en", knife, "The handle is 12 cm long, the blade of carbon steel."},
		{"fr", rowsOf("", "Un couteau à lame de 6 cm et manche en chêne."), "La courte lame de 6 cm fait le travail."},
		{"de", rowsOf("", "Ein Küchenmesser mit Griff.", "Grifflänge", "12 cm", "Klinge", "Carbonstahl"), "Der Griff ist 12 cm lang."},
		{"en", rowsOf("", "Six-height footrests, five-point belt, backrest tilts by 15°."), "It holds your child with a five-point belt and leans back by 15 degrees."},
		{"en", tunic, "Wear this tunic over a silk dress."},
		{"en", chairs, "Five pieces: four chairs and one table."},
		{"fr", rowsOf("", "Un lot de 4 chaises et 2 tables."), "Six pièces : quatre chaises et deux tables."},
		{"en", rowsOf("", "Three tins of 500 g."), "Three tins, 1.5 kg in all."},
		{"en", rowsOf("", "A sewing machine with 21 built-in stitches, up to 750 stitches per minute."), "Twenty-one stitches."},
		{"fr", rowsOf("", "A gin with nine botanicals."), "Neuf herbes et épices."},
		{"en", choice, "It comes in three pockets: left, right or none."},
		{"en", rowsOf("Length", "9 ft"), "It's 9' long."},
		{"it", rowsOf("", "Spaghetti di grano duro. Cottura: 9 minuti."), "Pronti in 9'."},
		{"fr", rowsOf("", "Pâtes de blé dur. Cuisson : 9 minutes."), "Cuisson en 9' à l'eau bouillante."},
		{"es", rowsOf("", "Pasta de trigo duro. Cocción: 9 minutos."), "Listo en 9'."},
		{"fr", rowsOf("", "Une canne de 7'6\"."), "Elle mesure 7'6\"."},
		{"fr", phrases, "Un guide de conversation en allemand."},
		{"es", phrases, "Una guía en alemán."},
		{"it", phrases, "Una guida in tedesco."},
		{"nl", phrases, "Een gids in het Duits."},
		{"de", calendar, "Die Wochentage auf Englisch."},
		{"de", calendar, "Mit englischen Wochentagen."},
		{"de", manual, "Die Anleitung ist auf Englisch und Deutsch."},
		{"es", manual, "Instrucciones en inglés y alemán."},
		{"en", rowsOf("", "Ein Kartenspiel. Anleitung auf Englisch und Deutsch."), "The manual is in English and German."},
		{"en", manual, "Comes with an English and a German manual."},
		{"en", rowsOf("", "Comes with an English and a German manual."), "The manual is in English and German."},
		{"en", rowsOf("", "A book in English."), "An English book."},
		{"en", rowsOf("", "Labels in Japanese."), "Its labels are Japanese."},
		{"en", rowsOf("Language", "German"), "In German."},
		{"en", rowsOf("Languages", "English / French"), "Printed in English and French throughout."},

		{"en", boil, "It boils in 250 seconds."},
		{"en", boil, "It boils in 4 minutes and 10 seconds."},
		{"de", rowsOf("Kochzeit", "4 min 10 s"), "Kocht in 4 Minuten und 10 Sekunden."},
		{"en", rowsOf("", "Daily ration: dog of 5 kg 90 g; 10 kg 150 g; 20 kg 255 g; 30 kg 345 g."), "It needs 255 grams a day."},

		{"en", rowsOf("", "Pack of 4 bags, 250 g each."), "1 kg of coffee in 4 bags."},
		{"en", rowsOf("", "Pack of 4 bags, 250 g each."), "Four bags, a kilo of coffee."},
		{"en", rowsOf("", "Three tins of 500 g."), "Three tins, 1.5 kg."},
		{"en", rowsOf("", "2 packs of 50 sheets."), "Two packs, 100 sheets."},
		{"de", rowsOf("", "4 Beutel zu je 250 g."), "1 kg Kaffee in vier Beuteln."},
		{"de", rowsOf("", "Zwei Flaschen zu 0,75 l."), "Zwei Flaschen, 1,5 Liter Öl."},
		{"de", rowsOf("", "Zwei Flaschen zu 0,75 l."), "1,5 Liter Öl in zwei Flaschen."},
		{"fr", rowsOf("", "4 sachets de 250 g."), "Quatre sachets, soit 1 kg de café."},
		{"es", rowsOf("", "4 bolsas de 250 g."), "Cuatro bolsas, 1 kg de café."},
		{"it", rowsOf("", "4 sacchetti da 250 g."), "Quattro sacchetti, 1 kg di caffè."},
		{"nl", rowsOf("", "4 zakken van 250 g."), "Vier zakken, 1 kg koffie."},

		{"fr", rowsOf("", "Un couteau avec un manche de 12 cm et une lame en acier."), "Un manche de 12 cm tient la lame."},
		{"es", rowsOf("", "Un cuchillo con un mango de 12 cm y una hoja de acero."), "El mango de 12 cm equilibra la hoja."},
		{"de", rowsOf("", "Ein Messer mit einem Griff von 12 cm und einer Klinge aus Stahl."), "Ein Griff von 12 cm trägt die Klinge."},
		{"it", rowsOf("", "Un coltello con un manico di 12 cm e una lama in acciaio."), "Un manico di 12 cm bilancia la lama."},
		{"nl", rowsOf("", "Een mes met een handvat van 12 cm en een lemmet van staal."), "Een handvat van 12 cm draagt het lemmet."},
		{"en", rowsOf("", "A bag with a strap of 120 cm and a pocket."), "A strap of 120 cm crosses the pocket."},

		{"en", charged, "Runs 2 hours and 30 minutes of charging is all it needs."},
		{"en", charged, "It runs for 2 hours and 30 minutes is its charge time."},

		{"en", rowsOf("", "A rug of wool."), "Your oak table deserves it."},
		{"fr", rowsOf("", "Un tapis en laine."), "Votre table en chêne mérite mieux."},
		{"de", rowsOf("", "Ein Teppich aus Wolle."), "Ihr Eichentisch hat es verdient."},
		{"es", rowsOf("", "Una alfombra de lana."), "Tu mesa de roble lo merece."},
		{"it", rowsOf("", "Un tappeto di lana."), "Il tuo tavolo in rovere lo merita."},
		{"nl", rowsOf("", "Een kleed van wol."), "Jouw eiken tafel verdient het."},
	} {
		held := heldOf(c.data, c.text, c.lang)
		if len(held) > 0 {
			t.Errorf("%s %s: %q", c.lang, c.text, held)
		}
	}
}

// What is like those sentences and false is held still.
func TestFalseSentencesLikeTrueOnes(t *testing.T) {
	for _, c := range []judgedSentence{
		{"en", mixer, "Motor: 600 W."},
		{"en", mixer, "The motor is 600 W."},
		{"de", mixerDE, "Motor: 600 W."},
		{"es", shadeES, "Pantalla: 30 cm."},
		{"en", rowsOf("Cable", "1.5 m", "Diameter", "30 cm"), "The cable measures 30 cm."},
		{"en", coat, "A raincoat without pockets."},
		{"en", pan, "A casserole without a lid."},
		{"de", panDE, "Ein Bräter ohne Deckel."},
		{"it", table, "Un tavolo con nessuna gamba."},
		{"it", table, "Un tavolo senza gambe."},
		{"en", socket, "It comes with an E27 bulb."},
		{"en", socket, "You get the bulb with it."},
		{"en", bag, "A spare strap is included."},
		{"en", tin(), "The large tin takes 450 g."},
		{"en", serum, "In 30 ml for 3 months."},

		{"en", draws, "Six 12 cm draws come to 640 g on your harness."},
		{"en", slides, "Sixteen slides come with it: five ready to look at and ten for the pond."},
		{"en", slides, "Eleven slides come with it: five ready to look at and six for the pond."},
		{"en", rod, "The #3 measures nine feet."},
		{"en", seat, "The seat has a five-point belt and leans back by 25 degrees."},
		{"fr", gin, "Onze herbes et épices, distillées dans un alambic en cuivre."},
		{"en", glasses, "Six strengths, from +1.00 to +3.00."},
		{"de", rowsOf("Außenmaße", "195 × 79 × 40 cm"), "Mit 2,05 m Länge fasst sie alle Ski."},
		{"en", rowsOf("Wireless charging", "No", "Ports", "2"), "Also: wireless charging: yes."},
		{"fr", rowsOf("", "Un collier en or avec un pendentif."), "Avec un pendentif en argent."},
		{"it", pasta, "Tagliolini da 6,5 mm e fettuccine da 2 mm."},
		{"de", cloths, "Das Tuch in L ist für Käse und Obst gedacht, das in S für Brot."},
		{"fr", mill, "Le bois est garanti à vie, le mécanisme cinq ans."},

		{"en", tunic, "A silk dress."},
		{"en", stand, "This oak table is sturdy."},
		{"en", stand, "An oak table for your plants."},
		{"en", rowsOf("", "A pouffe in linen."), "A leather chair for the bay window."},
		{"fr", rowsOf("", "Tunique en coton."), "Une robe en soie."},
		{"fr", rowsOf("", "Tabouret en hêtre."), "Une table en chêne."},
		{"es", rowsOf("", "Taburete de haya."), "Una mesa de roble."},
		{"es", rowsOf("", "Túnica de algodón."), "Un vestido de seda."},

		{"en", knife, "The blade is 12 cm long."},
		{"en", knife, "A 12 cm blade in carbon steel."},
		{"en", rowsOf("Handle length", "12 cm", "Blade", "Carbon steel"), "The blade is 12 cm long."},
		{"en", rowsOf("Cable length", "1.8 m", "Shade", "linen"), "The shade is 1.8 m long."},
		{"en", rowsOf("", "A rucksack with a shoulder strap 4 cm wide and a waist belt."), "The waist belt is 4 cm wide."},
		{"de", rowsOf("Grifflänge", "12 cm", "Klinge", "Carbonstahl"), "Die Klinge ist 12 cm lang."},
		{"de", rowsOf("", "Ein Küchenmesser für den Alltag.", "Grifflänge", "12 cm", "Klinge", "Carbonstahl"), "Die Klinge ist 12 cm lang."},
		{"fr", rowsOf("", "Un couteau avec un manche de 12 cm et une lame en acier au carbone."), "La lame mesure 12 cm."},
		{"es", rowsOf("", "Un cuchillo con mango de 12 cm y hoja de acero al carbono."), "La hoja mide 12 cm."},

		{"en", rowsOf("", "A vase, 500 g, in two colours and three sizes."), "In three sizes, it weighs 1.5 kg."},
		{"en", rowsOf("", "A mug of 350 ml. Choose from 4 colours."), "In 4 colours, with room for 1.4 litres."},
		{"en", rowsOf("", "A power bank of 10 Ah with 2 ports."), "With 2 ports and 20 Ah."},
		{"en", rowsOf("", "A bottle of 60 capsules. Take 2 capsules a day for 3 months."), "Take 2 a day: 120 capsules."},

		{"en", pens, "Ten pens in five sizes and two colours."},
		{"en", pens, "Seven pens: five sizes and two colours."},
		{"en", chairs, "Eight pieces for two people: four chairs and one table."},
		{"de", rowsOf("", "Ein Set aus 4 Stühlen und 2 Tischen."), "Acht Hocker, vier Stühle und zwei Tische."},
		{"en", roll, "It has four pockets."},
		{"en", roll, "Six pockets: two in front and four at the back."},

		{"en", choice, "It has three pockets."},
		{"en", choice, "Three pockets hold your phone."},
		{"de", []facts.Source{{Kind: facts.FromText, Text: "Ein Strauß."}, {Kind: facts.FromOption, Name: "Vase", Text: "Rot"}, {Kind: facts.FromOption, Name: "Vase", Text: "Blau"}}, "Mit zwei Vasen geliefert."},

		{"en", levels, "Three arms carry the shade."},
		{"en", levels, "Three coats of lacquer protect it."},
		{"en", rowsOf("", "A mug glazed in white. Choose from 4 colours."), "Four artisans glaze each one."},
		{"de", rowsOf("", "Schreibtischlampe aus Eiche mit drei Helligkeitsstufen."), "Drei Ersatzbirnen liegen bei."},

		{"en", phrases, "Made by German joiners."},
		{"en", rowsOf("Language", "German"), "Made by German joiners."},
		{"en", manual, "A German steel frame."},
		{"en", manual, "Manual in French."},
		{"fr", rowsOf("", "A phrasebook in German with an oak cover."), "Une couverture en chêne allemand."},
		{"de", rowsOf("", "A phrasebook in German with an oak cover."), "Der Deckel ist aus deutscher Eiche."},
		{"de", phrases, "Hergestellt in Deutschland."},
		{"de", phrases, "Deutsche Handwerkskunst."},
		{"en", rowsOf("", "Ein Schrank aus deutscher Eiche, hergestellt in Deutschland."), "Manual in German."},

		{"en", boil, "It boils in 10 seconds."},

		{"en", rowsOf("", "Pack of 4 bags, 250 g each."), "2 kg of coffee in 4 bags."},
		{"en", rowsOf("", "Pack of 4 bags, 250 g each."), "1 kg of coffee in 3 bags."},
		{"en", rowsOf("", "Three tins of 500 g."), "Three tins, 2.5 kg."},
		{"de", rowsOf("", "4 Beutel zu je 250 g."), "2 kg Kaffee in vier Beuteln."},
		{"fr", rowsOf("", "4 sachets de 250 g."), "Trois sachets, soit 1 kg de café."},
		{"en", rowsOf("", "Pack of 4 bags, 250 g each."), "4 bags of 1 kg."},
		{"en", rowsOf("", "Pack of 4 bags, 250 g each."), "4 bags, 1 kg each."},
		{"en", rowsOf("", "Pack of 4 bags, 250 g each."), "Each of the 4 bags holds 1 kg."},
		{"de", rowsOf("", "4 Beutel zu je 250 g."), "4 Beutel zu je 1 kg."},
		{"fr", rowsOf("", "4 sachets de 250 g."), "Quatre sachets de 1 kg."},
		{"en", rowsOf("", "Pack of 4 bags, 250 g each."), "Four 1 kg bags of coffee."},
		{"nl", rowsOf("", "4 zakken van 250 g."), "Vier zakken van 1 kg."},
		{"it", rowsOf("", "4 sacchetti da 250 g."), "Quattro sacchetti da 1 kg."},
		{"en", rowsOf("", "A bag of 250 g. Pack of 2 boxes, 8 bags each."), "Eight bags, 4 kg."},
		{"en", rowsOf("", "Strap with 2 loops of 4 cm."), "With 2 loops, 8 cm long."},
		{"en", rowsOf("", "A bag of coffee, 250 g, roasted in 4 steps, with 4 recipes."), "With 4 recipes, it weighs 1 kg."},

		{"fr", rowsOf("", "Un couteau avec un manche de 12 cm et une lame en acier."), "Une lame de 12 cm prolonge le manche."},
		{"en", rowsOf("", "A bag with a strap of 120 cm and a pocket."), "A pocket of 120 cm joins the strap."},
		{"de", rowsOf("", "Ein Messer mit einem Griff von 12 cm und einer Klinge aus Stahl."), "Eine Klinge von 12 cm sitzt am Griff."},

		{"en", charged, "Runs 2 hours and 45 minutes of charging is all it needs."},
		{"en", charged, "It runs for 2 hours and 40 minutes."},
		{"en", charged, "Run time: 2 hours and 30 minutes."},

		{"en", rowsOf("", "A table of beech."), "Your oak table deserves it."},
		{"en", rowsOf("", "A rug of wool."), "An oak table deserves it."},
		{"de", rowsOf("", "Ein Tisch aus Buche."), "Ihr Eichentisch hat es verdient."},
		{"en", rowsOf("", "A table of beech."), "Enjoy your oak table."},
		{"fr", rowsOf("", "Une table en hêtre."), "Votre table en chêne mérite mieux."},
	} {
		require.NotEmpty(t, heldOf(c.data, c.text, c.lang), "%s %s", c.lang, c.text)
	}
}
