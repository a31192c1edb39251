/**
 * The body that a text is the inside of, where nothing is fetched and nothing runs. It stands in no
 * document: else a picture of the name "body" would be found in its place, and one of the name
 * "createElement" in the place of the function.
 */
export function inertBody(html: string): HTMLElement {
  const body = document.implementation.createHTMLDocument("").createElement("div");
  body.innerHTML = html;
  return body;
}

/** An element that is a form, but finds none of its fields in the place of its own properties. */
const PLAIN = "urn:galley:plain";

/** The same, with forms whose properties are theirs, whatever their fields are called. */
export function plainForms(body: HTMLElement): HTMLElement {
  const { getAttributeNames, getAttributeNode, replaceWith } = Element.prototype;
  for (const form of [...body.querySelectorAll("form")]) {
    const plain = body.ownerDocument.createElementNS(PLAIN, "form");
    for (const name of getAttributeNames.call(form)) {
      const attribute = getAttributeNode.call(form, name);
      if (attribute) plain.setAttributeNode(attribute.cloneNode() as Attr);
    }
    plain.append(...(Reflect.get(Node.prototype, "childNodes", form) as NodeListOf<ChildNode>));
    replaceWith.call(form, plain);
  }
  return body;
}
