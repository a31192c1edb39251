package messages

// Why a picture cannot be shown to a model.
var (
	PictureAddressPrivate = plainly("picture_address_private", "Not written: the picture's address is inside this network, where Galley fetches none.")
	PictureDamaged        = plainly("picture_damaged", "Not written: the picture is damaged or not a JPEG, PNG, GIF or WebP file.")
	PictureEmpty          = plainly("picture_empty", "Not written: the picture is empty.")
	PictureIsSVG          = plainly("picture_is_svg", "Not written: the picture is an SVG drawing, which models cannot see.")
	PictureNotConverted   = plainly("picture_not_converted", "Not written: the picture cannot be converted.")
	PictureNotFetched     = plainly("picture_not_fetched", "Not written: the picture cannot be fetched.")
	PictureRefused        = with1[int]("picture_refused",
		"Not written: the picture cannot be fetched (HTTP {status}).", "status")
	PictureScaleInvalid = with1[int]("picture_scale_invalid",
		"A picture cannot be scaled to {pixels} pixels.", "pixels")
	PictureUnseen   = plainly("picture_unseen", "Not written: the writer cannot see pictures, and alt text without seeing the picture was not asked for.")
	PictureStopped  = plainly("picture_stopped", "Stopped before the picture was there.")
	PictureTooLarge = with1[int]("picture_too_large",
		"Not written: the picture is larger than {most} MB.", "most")
	PictureTooManyPixels = with1[int]("picture_too_many_pixels",
		"Not written: the picture has more than {most} megapixels.", "most")
	PictureWithoutAddress = plainly("picture_without_address", "Not written: the picture has no web address.")
)
