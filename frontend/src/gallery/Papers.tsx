import { ProofFrame } from "@/ui/proof/ProofFrame";
import { markUp } from "@/ui/proof/proof";
import classes from "./Gallery.module.css";
import { Piece } from "./Piece";

const marked = markUp({
  html: true,
  draft:
    "<p>The Hesper table lamp puts a warm pool of light beside a bed. It has a 5-year warranty.</p><p>Every lamp is oiled by hand and set on a foot of felt.</p>",
  original: "<p>The Hesper table lamp is a warm light for beside a bed.</p>",
  rings: [{ start: 72, end: 87, key: "0" }],
});

/** A customer's copy with the marks of a proof-reader. */
export function Papers() {
  return (
    <Piece name="ProofFrame">
      <div className={classes.paper}>
        <ProofFrame title="Draft" html={marked.draft} />
      </div>
      <div className={classes.wide}>
        <ProofFrame title="On the shop" quiet html={marked.original} />
      </div>
    </Piece>
  );
}
