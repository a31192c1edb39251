import { type ImgHTMLAttributes, useState } from "react";

type PictureProps = ImgHTMLAttributes<HTMLImageElement> & { src: string | undefined };

/**
 * A picture of a shop: its server is sent no cookies, and no word of the page that shows it. One that
 * serves pictures only to its own pages is asked once more, as any page asks; the page's policy keeps
 * cookies back then.
 */
export function Picture({ src, onError, alt, ...rest }: PictureProps) {
  const [plain, setPlain] = useState("");
  const anonymous = plain !== src;
  return (
    <img
      {...rest}
      key={`${src} ${anonymous}`}
      alt={alt}
      crossOrigin={anonymous ? "anonymous" : undefined}
      referrerPolicy="no-referrer"
      src={src}
      onError={(event) => {
        if (anonymous && src && /^https?:/i.test(src)) setPlain(src);
        else onError?.(event);
      }}
    />
  );
}
