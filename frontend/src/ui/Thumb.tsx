import { useState } from "react";
import { scaled } from "@/lib/picture";
import { hasFailed } from "./failedPictures";
import { Icon } from "./Icon";
import { Picture } from "./Picture";
import classes from "./Thumb.module.css";

/** A product's picture, 32 px; a quiet square if there is none or it cannot be loaded. */
export function Thumb({ src, size = 32 }: { src: string; size?: number }) {
  const [broken, setBroken] = useState("");
  const style = { width: `${size / 16}rem`, height: `${size / 16}rem` };
  const address = scaled(src, size * devicePixelRatio);
  if (!address || broken === src || hasFailed(address)) {
    return (
      <span className={classes.none} style={style}>
        <Icon shape="image" small tone="dim" />
      </span>
    );
  }
  return (
    <Picture
      className={classes.pic}
      style={style}
      src={address}
      alt=""
      loading="lazy"
      // Rows wait for their data, never for the pictures of other rows.
      fetchPriority="low"
      decoding="async"
      onError={() => setBroken(src)}
    />
  );
}
