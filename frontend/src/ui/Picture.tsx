import { type ImgHTMLAttributes, useState } from "react";
import { hasFailed, noteFailed } from "./failedPictures";

type PictureProps = ImgHTMLAttributes<HTMLImageElement> & { src: string | undefined };

/**
 * A picture of a shop: its server gets no cookies and no address of the page. If the server serves pictures only to
 * its own pages, it is requested again without that restriction; the page's policy withholds cookies then. One that
 * failed is its alternative text alone.
 */
export function Picture({ src, onError, alt, ...rest }: PictureProps) {
  const [plain, setPlain] = useState("");
  const anonymous = plain !== src;
  const gone = src !== undefined && hasFailed(src);
  return (
    <img
      {...rest}
      key={`${src} ${anonymous}`}
      alt={alt}
      crossOrigin={anonymous ? "anonymous" : undefined}
      referrerPolicy="no-referrer"
      src={gone ? undefined : src}
      onError={(event) => {
        if (anonymous && src && /^https?:/i.test(src)) return setPlain(src);
        if (src) noteFailed(src);
        onError?.(event);
      }}
    />
  );
}
