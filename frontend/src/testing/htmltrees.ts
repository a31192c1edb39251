import fc from "fast-check";

// A tree of what editors know and what they do not, down to three levels.
const attribute = fc.constantFrom(
  "",
  "",
  "",
  ' class="a"',
  ' style="color:red"',
  ' id="i"',
  ' dir="rtl"',
);
const words = fc.constantFrom(
  "a",
  " b ",
  "c&nbsp;d",
  "&lt;e&gt;",
  "<!-- f -->",
  "<br>",
  "\n",
  "<img src=g>",
);
export const { html: tree } = fc.letrec<{ html: string; node: string }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    words,
    fc
      .tuple(
        fc.constantFrom(
          ..."p p p ul li ol h2 strong b em a span div table blockquote pre script iframe x-y".split(
            " ",
          ),
        ),
        attribute,
        tie("html"),
      )
      .map(([tag, attributes, inner]) => `<${tag}${attributes}>${inner}</${tag}>`),
  ),
  html: fc.array(tie("node"), { maxLength: 4 }).map((nodes) => nodes.join("")),
}));
