import DOMPurify from "dompurify";
import { inertBody } from "@/lib/inert";

/** Received HTML is never shown as it is: scripts, handlers, styles and frames are removed. */
const POLICY = {
  USE_PROFILES: { html: true },
  FORBID_TAGS: [
    "style",
    "form",
    "input",
    "button",
    "select",
    "textarea",
    "audio",
    "video",
    "source",
  ],
  FORBID_ATTR: ["style", "class", "id", "srcset", "target", "ping", "background", "loading"],
  ALLOWED_URI_REGEXP: /^(?:https?:|mailto:|tel:|\/|#)/i,
};

const EMBEDS = "iframe, video, audio, embed, object";

function hostOf(source: string): string {
  try {
    return new URL(source, "https://shop.invalid").host.replace("shop.invalid", "");
  } catch {
    return "";
  }
}

/** A customer's copy, made safe to show. Embedded media become named boxes, so that their loss is visible. */
export function safeBody(html: string): HTMLElement {
  const inert = inertBody(html);
  for (const embed of inert.querySelectorAll(EMBEDS)) {
    const box = inert.ownerDocument.createElement("figure");
    const inner = embed.querySelector("source")?.getAttribute("src") ?? "";
    box.dataset.embed = hostOf(embed.getAttribute("src") ?? embed.getAttribute("data") ?? inner);
    embed.replaceWith(box);
  }
  return inertBody(DOMPurify.sanitize(inert.innerHTML, POLICY));
}

/** Plain text as a body: one paragraph a line. */
export function plainBody(text: string): HTMLElement {
  const body = inertBody("");
  for (const line of text.split("\n")) {
    const paragraph = body.ownerDocument.createElement("p");
    paragraph.textContent = line;
    body.append(paragraph);
  }
  return body;
}
