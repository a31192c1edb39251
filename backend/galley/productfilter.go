package galley

import (
	"encoding/json"
	"slices"

	"galley/backend/galley/messages"
)

// ProductQuery asks for a window of a shop's products.
type ProductQuery struct {
	ShopID     ShopID        `json:"shop_id"`
	Search     string        `json:"search"` // words in title, handle, vendor, type, tags, SKU; all must match, the last as a prefix
	Filter     ProductFilter `json:"filter"`
	JobID      JobID         `json:"job_id,omitempty"` // of the products that the job writes for alone
	Sort       ProductSort   `json:"sort,omitempty" blank:"true"`
	Descending bool          `json:"descending,omitempty"`
	Offset     int           `json:"offset"`
	Limit      int           `json:"limit"` // at most MaxPage
}

// ProductSort is what a list of products is ordered by; equal ones by title.
type ProductSort string

// The orders.
const (
	SortTitle           ProductSort = ""
	SortDescription     ProductSort = "description"      // words of the description
	SortSEOTitle        ProductSort = "seo_title"        // characters
	SortMetaDescription ProductSort = "meta_description" // characters
	SortAltText         ProductSort = "alt_text"         // pictures without alt text
	SortUpdated         ProductSort = "updated"          // when the shop changed it
)

// ProductSorts are all orders.
func ProductSorts() []ProductSort {
	return []ProductSort{SortTitle, SortDescription, SortSEOTitle, SortMetaDescription, SortAltText, SortUpdated}
}

// Choice is the values of one part of a filter: a product passes with any of
// them. No value lets all through.
type Choice []string

// UnmarshalJSON also reads a single value, as jobs of version 1.0 saved it.
func (c *Choice) UnmarshalJSON(data []byte) error {
	var one string
	if json.Unmarshal(data, &one) == nil {
		*c = nil
		if one != "" {
			*c = Choice{one}
		}
		return nil
	}
	return json.Unmarshal(data, (*[]string)(c))
}

// ProductFilter narrows a product list: a product passes where it has one of the
// values of each part. An empty part lets all through.
type ProductFilter struct {
	Status      Choice         `json:"status,omitempty"`
	Vendor      Choice         `json:"vendor,omitempty"`
	Type        Choice         `json:"type,omitempty"`
	Tag         Choice         `json:"tag,omitempty"`
	Collection  Choice         `json:"collection,omitempty"`   // ids
	Without     Choice         `json:"without,omitempty"`      // fields of which one is empty; for alt text: of any picture
	ShorterThan int            `json:"shorter_than,omitempty"` // words of the description, 0 for any length
	ScoreBelow  int            `json:"score_below,omitempty"`  // of the latest draft of the product or its pictures, 1 to 100, 0 for any
	History     ProductHistory `json:"history,omitempty" blank:"true"`
}

// ProductHistory is what Galley has done for a product.
type ProductHistory string

// The histories.
const (
	HistoryAny       ProductHistory = ""
	HistoryNever     ProductHistory = "never_written" // no draft was ever written for it or its pictures
	HistoryWritten   ProductHistory = "written"
	HistoryPublished ProductHistory = "published" // a text that Galley published is on the shop, or was there last
)

// ProductHistories are all histories but HistoryAny.
func ProductHistories() []ProductHistory {
	return []ProductHistory{HistoryNever, HistoryWritten, HistoryPublished}
}

// Check returns CodeInvalidInput where a value of Without is no field of a
// product, or a number or History is not one that can be asked for.
func (f ProductFilter) Check() error {
	for _, name := range f.Without {
		field, err := ParseField(name)
		if err == nil && field.Owner() != PlaceProduct {
			err = NewError(CodeInvalidInput, messages.SelectionOfOthers(string(field), string(field.Owner())))
		}
		if err != nil {
			return err
		}
	}
	switch {
	case f.ShorterThan < 0:
		return NewError(CodeInvalidInput, messages.FilterWordsBelowZero)
	case f.ScoreBelow < 0 || f.ScoreBelow > 100:
		return NewError(CodeInvalidInput, messages.FilterScoreRange)
	case f.History != HistoryAny && !slices.Contains(ProductHistories(), f.History):
		return NewError(CodeInvalidInput, messages.FilterHistoryUnknown(string(f.History)))
	}
	return nil
}

// Check returns CodeInvalidInput for a filter or an order that is none.
func (q ProductQuery) Check() error {
	if !slices.Contains(ProductSorts(), q.Sort) {
		return NewError(CodeInvalidInput, messages.OrderUnknown(string(q.Sort)))
	}
	return q.Filter.Check()
}

// IsEmpty reports whether the filter lets everything through.
func (f ProductFilter) IsEmpty() bool {
	return len(f.Status)+len(f.Vendor)+len(f.Type)+len(f.Tag)+len(f.Collection)+len(f.Without) == 0 &&
		f.ShorterThan == 0 && f.ScoreBelow == 0 && f.History == HistoryAny
}

// Facet is a value that products of a shop have, and how many have it.
type Facet struct {
	Value string `json:"value"`
	Label string `json:"label,omitempty"` // its name, where the value is an id
	Count int    `json:"count"`
}

// MaxFacets is the most values that are offered of one kind, but those chosen.
const MaxFacets = 200

// ProductFacets are the values that a shop's products can be filtered by, the
// most frequent first, at most MaxFacets of each kind. Each is counted among the
// products that pass the other parts of the filter; a chosen one is listed even
// where none has it.
type ProductFacets struct {
	Statuses    []Facet `json:"statuses"`
	Vendors     []Facet `json:"vendors"`
	Types       []Facet `json:"types"`
	Tags        []Facet `json:"tags"`
	Collections []Facet `json:"collections"`
	Without     []Facet `json:"without"`
}
