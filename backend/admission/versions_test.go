package admission_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/admission"
	"galley/backend/galley"
)

// Two texts in one line are a choice, and lines that only look like one are not.
func TestTwoVersionsInOneLine(t *testing.T) {
	const data = "Marinière Ouessant\nCoton bio 220 g/m², col bateau, cousue à Quimper. Oak spoon, short handle 20 cm, long handle 40 cm. Hamaca de algodón.\nManiche: Breve, Lunga\nMangas: Corta, Larga"
	for _, c := range []struct {
		field galley.Field
		text  string
		is    bool
	}{
		{galley.FieldMetaDescription, "Courte : Marinière en coton bio cousue à Quimper. Longue : Marinière en jersey de coton bio 220 g/m², col bateau, cousue à Quimper.", true},
		{galley.FieldMetaDescription, "Short: Oak spoon with a handle of 20 or 40 cm. Long: Oak spoon with a handle of 20 or 40 cm, for pans of every depth.", true},
		{galley.FieldMetaDescription, "Kurz: Löffel aus Eiche mit langem Griff. Lang: Löffel aus Eiche mit langem Griff, für jede Pfanne.", true},
		{galley.FieldTitle, "Hamaca de algodón Siesta o bien: Hamaca tejida en telar para una persona", true},
		{galley.FieldMetaDescription, "Here are two. Short: Linen shirt with wooden buttons. Long: Linen shirt with wooden buttons and a soft collar.", true},
		{galley.FieldMetaDescription, "Corta: Hamaca de algodón tejida en telar. Larga: Hamaca de algodón tejida en telar, para una persona.", true},

		{galley.FieldMetaDescription, "Oak spoon in two lengths. Short: handle of 20 cm. Long: handle of 40 cm.", false},
		{galley.FieldMetaDescription, "Short: the spoon with a handle of 20 cm. Long: one of 40 cm for deep pans.", false},
		{galley.FieldMetaDescription, "Linen shirt in two cuts. Short: sleeves end above the elbow. Long: sleeves end at the wrist, with a button.", false},
		{galley.FieldMetaDescription, "Chemise en deux coupes. Courte : les manches s’arrêtent au coude. Longue : les manches s’arrêtent au poignet.", false},
		{galley.FieldMetaDescription, "Breve: le maniche finiscono sopra il gomito. Lunga: le maniche finiscono al polso, con un bottone.", false},
		{galley.FieldMetaDescription, "Corta: las mangas terminan sobre el codo. Larga: las mangas terminan en la muñeca.", false},
		{galley.FieldMetaDescription, "Marinière en coton bio ou bien en jersey, cousue à Quimper.", false},
	} {
		t.Run(c.text, func(t *testing.T) {
			product := galley.Product{Title: "Marinière Ouessant"}
			fault, bad := admission.Judge(admission.Answer{Subject: product.Subject(), Field: c.field, Raw: c.text, Content: c.text, Data: data})
			require.Equal(t, c.is, bad && fault.Kind == admission.TwoVersions, "%v", fault.Kind)
		})
	}
}
