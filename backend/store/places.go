package store

import (
	"galley/backend/galley"
	"galley/backend/store/db"
)

func placeOfItem(i db.Item) galley.PlaceRef {
	return galley.PlaceRef{Kind: i.PlaceKind, ID: i.PlaceID, Handle: i.PlaceHandle, Title: i.PlaceTitle}
}

func plannedPlace(n db.PlanItem) galley.PlaceRef {
	return galley.PlaceRef{Kind: n.PlaceKind, ID: n.PlaceID, Handle: n.PlaceHandle, Title: n.PlaceTitle}
}
