package demo

import (
	"fmt"
	"net/url"
	"strconv"

	"galley/backend/demo/graph"
)

// image is a medium in the place of an Image. Its id depends on the place, as on
// Shopify: ImageSource within a medium, ProductImage elsewhere.
type image struct {
	*medium

	kind string
}

// Parts of a medium that are objects of their own in the schema.
type (
	preview  struct{ *medium }
	original struct{ *medium }
)

func mediaFields() graph.Resolvers {
	return graph.Resolvers{
		"MediaImage": graph.On(map[string]func(*graph.Call, *medium) (any, error){
			"id":               graph.Get(func(m *medium) any { return gid("MediaImage", m.id) }),
			"alt":              graph.Get(func(m *medium) any { return m.alt.String }),
			"mediaContentType": graph.Get(func(*medium) any { return "IMAGE" }),
			"status":           graph.Get(func(m *medium) any { return m.status }),
			"fileStatus":       graph.Get(func(m *medium) any { return m.status }),
			"mimeType":         graph.Get(func(*medium) any { return "image/png" }),
			"createdAt":        graph.Get(func(m *medium) any { return timestamp(m.createdAt) }),
			"updatedAt":        graph.Get(func(m *medium) any { return timestamp(m.updatedAt) }),
			"image":            graph.Get(func(m *medium) any { return m.asImage("ImageSource") }),
			"preview":          graph.Get(func(m *medium) any { return preview{m} }),
			"originalSource":   graph.Get(func(m *medium) any { return original{m} }),
			"fileErrors":       graph.Get(func(*medium) any { return []any{} }),
			"mediaErrors":      graph.Get(func(*medium) any { return []any{} }),
			"mediaWarnings":    graph.Get(func(*medium) any { return []any{} }),
		}),
		"MediaPreviewImage": graph.On(map[string]func(*graph.Call, preview) (any, error){
			"image":  graph.Get(func(p preview) any { return p.asImage("ImageSource") }),
			"status": graph.Get(func(p preview) any { return p.status }),
		}),
		"MediaImageOriginalSource": graph.On(map[string]func(*graph.Call, original) (any, error){
			"url":      graph.Get(func(o original) any { return o.at(0, 0) }),
			"fileSize": graph.Get(func(original) any { return nil }), // drawn on request
		}),
		"Image": graph.On(map[string]func(*graph.Call, image) (any, error){
			"id":          graph.Get(func(i image) any { return gid(i.kind, i.id) }),
			"altText":     graph.Get(func(i image) any { return textOrNull(i.alt) }),
			"width":       graph.Get(func(i image) any { return i.width }),
			"height":      graph.Get(func(i image) any { return i.height }),
			"url":         transformedURL,
			"src":         graph.Get(func(i image) any { return i.at(0, 0) }),
			"originalSrc": graph.Get(func(i image) any { return i.at(0, 0) }),
		}),
	}
}

// asImage is null until the picture is ready, as on Shopify.
func (m *medium) asImage(kind string) any {
	if m.status != "READY" {
		return nil
	}
	return image{m, kind}
}

// at is the address at which the demo shop serves the picture, within a size in
// pixels; 0 is its own. It stays the same as long as the shop does, except for
// the host, under which the client found the server.
func (m *medium) at(maxWidth, maxHeight int) string {
	query := url.Values{"v": {strconv.FormatInt(m.createdAt, 10)}}
	if maxWidth > 0 {
		query.Set("width", strconv.Itoa(maxWidth))
	}
	if maxHeight > 0 {
		query.Set("height", strconv.Itoa(maxHeight))
	}
	return fmt.Sprintf("%s%s?%s", m.view.base, picturePath(m.id), query.Encode())
}

func transformedURL(call *graph.Call, i image) (any, error) {
	transform, _ := call.Args.Object("transform")
	width, _ := transform.Int("maxWidth")
	height, _ := transform.Int("maxHeight")
	return i.at(width, height), nil
}

func mediaOf(call *graph.Call, p *product) (any, error) {
	w, err := windowOf(call.Args)
	if err != nil {
		return nil, err
	}
	all, err := p.picturesInOrder(call)
	if err != nil {
		return nil, err
	}
	return pageOf(w, sorted(all, mediaOrders[w.sort]), (*medium).cursor), nil
}

func imagesOf(call *graph.Call, p *product) (any, error) {
	found, err := mediaOf(call, p)
	if err != nil {
		return nil, err
	}
	images := found.(*page) //nolint:forcetypeassert,errcheck // mediaOf returns only these
	for i := range images.items {
		images.items[i].node = image{images.items[i].node.(*medium), "ProductImage"} //nolint:forcetypeassert,errcheck // as above
	}
	return images, nil
}

func featuredMedia(call *graph.Call, p *product) (any, error) {
	all, err := p.picturesInOrder(call)
	if err != nil || len(all) == 0 {
		return nil, err
	}
	return all[0], nil
}

func featuredImage(call *graph.Call, p *product) (any, error) {
	all, err := p.picturesInOrder(call)
	if err != nil || len(all) == 0 {
		return nil, err
	}
	return image{all[0], "ProductImage"}, nil
}
