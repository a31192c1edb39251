package shopify

import (
	"context"
	"encoding/json"
	"errors"
	"strconv"
	"time"

	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/shopify/internal/adminapi"
)

// imageText is the alt text to write for an image.
type imageText struct {
	id  string
	alt galley.Value
}

// imagesWritten is what came of writing alt texts.
type imagesWritten struct {
	fault   *fault // of the request as a whole
	written map[string]galley.Value
	of      map[int][]*adminapi.FileUserError // by image
	ofAll   []*adminapi.FileUserError
}

// updateImages sends the alt texts of images in one request. An image whose text is refused does not
// stop the others; one that is gone or not ready stops all.
func updateImages(ctx context.Context, leg *leg, images []imageText) imagesWritten {
	files := make([]*adminapi.FileUpdateInput, len(images))
	for i, image := range images {
		files[i] = &adminapi.FileUpdateInput{Id: image.id, Alt: nullable(image.alt)}
	}
	answer, err := adminapi.FileUpdate(ctx, leg, files)
	payload := answer.FileUpdate
	switch {
	case err != nil:
		return imagesWritten{fault: leg.fault}
	case payload == nil:
		return imagesWritten{fault: &fault{cause: errors.New("fileUpdate is null")}}
	}
	found := imagesWritten{written: map[string]galley.Value{}, of: map[int][]*adminapi.FileUserError{}}
	for _, refusal := range present(payload.UserErrors) {
		if i, named := namedFile(refusal.Field); named && i < len(images) {
			found.of[i] = append(found.of[i], refusal)
		} else {
			found.ofAll = append(found.ofAll, refusal)
		}
	}
	for _, file := range payload.Files {
		var written holder
		if err := json.Unmarshal(file, &written); err == nil {
			found.written[written.ID] = valueOf(written.Alt)
		}
	}
	return found
}

// namedFile reads the place of a file from the path of an error: files, 3, alt.
func namedFile(path []string) (i int, named bool) {
	if len(path) < 2 || path[0] != "files" {
		return 0, false
	}
	i, err := strconv.Atoi(path[1])
	return i, err == nil && i >= 0
}

// fault is what is wrong with the nth image, nil if it was written.
func (w *imagesWritten) faultOf(n int, id string) *fault {
	_, written := w.written[id]
	switch {
	case w.fault != nil:
		return w.fault
	case len(w.of[n]) > 0:
		return refusedFile(w.of[n])
	case len(w.ofAll) > 0:
		return refusedFile(w.ofAll)
	case !written:
		return &fault{cause: errors.New("fileUpdate does not answer with the file")}
	}
	return nil
}

// updateImage sends the alt text of one image.
func updateImage(ctx context.Context, leg *leg, slots []galley.Slot, sent texts) (texts, *fault) {
	id := slots[0].Target.ID
	found := updateImages(ctx, leg, []imageText{{id: id, alt: sent[galley.FieldAltText]}})
	if f := found.faultOf(0, id); f != nil {
		return nil, f
	}
	return texts{galley.FieldAltText: found.written[id]}, nil
}

// refusedFile makes fileUpdate's user errors one sentence. They have codes.
func refusedFile(refusals []*adminapi.FileUserError) *fault {
	f := &fault{code: galley.CodeShopRefused, nothingDone: true}
	var said []string
	for _, refusal := range present(refusals) {
		said = append(said, refusal.Message)
		if refusal.Code != nil && *refusal.Code == adminapi.FilesErrorCodeFileDoesNotExist {
			f.code = galley.CodeShopMissing
		}
		f.passing = f.passing || refusal.Code != nil && passingRefusals[*refusal.Code]
	}
	f.describe(galley.FieldAltText, "image", said)
	if f.passing {
		f.rest = fileRest
		f.message = messages.PictureNotReady
	}
	return f
}

// passingRefusals are refusals of a file that pass by themselves: the shop is at work on it.
var passingRefusals = map[adminapi.FilesErrorCode]bool{
	adminapi.FilesErrorCodeFileLocked:            true,
	adminapi.FilesErrorCodeMediaCannotBeModified: true,
	adminapi.FilesErrorCodeNonReadyState:         true,
}

// fileRest is the first wait for such a file. With four more tries the waits are 2, 4, 8 and 16 s;
// other writes continue meanwhile. Before each try the text is compared again.
const fileRest = 2 * time.Second

// notReady is for an image that the shop is known to be at work on: it would stop a whole request.
func notReady() *fault {
	return &fault{code: galley.CodeShopRefused, nothingDone: true, passing: true, rest: fileRest, message: messages.PictureNotReady}
}
