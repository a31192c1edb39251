/**
 * The body that a text is the content of, where nothing is fetched and nothing runs. It is in no document: otherwise
 * a picture named "body" would be found in its place, and one named "createElement" in place of the function.
 */
export function inertBody(html: string): HTMLElement {
  const body = document.implementation.createHTMLDocument("").createElement("div");
  body.innerHTML = html;
  return body;
}

/** A form element whose fields do not shadow its own properties. */
const PLAIN = "urn:galley:plain";

/** The same, with forms whose properties are not shadowed by fields of the same name. */
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
