import type { Field } from "@/contract";

/** All fields, in the order in which people see them. */
export const FIELDS: Field[] = [
  "title",
  "description",
  "seo_title",
  "meta_description",
  "alt_text",
];

/** The longest instructions that the backend takes, in characters. */
export const MAX_INSTRUCTIONS = 8000;

/** What Shopify takes at most (hard) or advises (soft), in characters; none where there is neither. */
export function limitOf(field: Field): { most: number; hard: boolean } | undefined {
  switch (field) {
    case "title":
      return { most: 255, hard: true };
    case "alt_text":
      return { most: 512, hard: true };
    case "seo_title":
      return { most: 70, hard: false };
    case "meta_description":
      return { most: 160, hard: false };
    case "description":
      return undefined;
  }
}

/** The field holds markup rather than plain text. */
export function isHtml(field: Field): boolean {
  return field === "description";
}
