import type { Wanted, Words } from "./endpoint";

/** A draft that contradicts the data, claims what nothing says, and lost something. */
export const DRAFT_WITH_NOTES = (table: string) =>
  `<p>The Thimble is a lamp with a heavy foot for a bedside shelf. It stands 48 cm high with its shade on, so you can read by it, and it dims without flicker.</p>
<p>The base is stoneware, thrown in two halves and ribbed with a comb while the clay is soft. The glaze is a satin oatmeal that breaks to brown on the ridges. The shade is undyed linen over a white liner, so the light stays warm. Pair it with an oak shelf or a wool blanket.</p>
<h2>Size and fitting</h2>
${table}
<h2>Care</h2>
<p>Dust the shade with a dry, soft brush. Felt pads under the foot keep it from scratching.</p>`;

const OPENINGS = [
  "Room for one more thing: {name} fits where others are in the way",
  "Two hands are enough for {name}, and one will often do",
  "People ask first where {name} goes. By the door, by the bed, on the step",
  "A quiet corner gets {name}, and with it a reason to sit down",
  "Nothing about {name} shouts, which is why it stays in use",
  "Start the morning with {name} and the rest of the day follows",
  "Rain or shine, {name} has its place by the back door",
  "Short of space? {name} takes little of it",
  "Guests notice {name} before they notice the table",
  "Once a week {name} earns its shelf",
];

/** Drafts of two voices: a long one, and one that answers what people ask. */
export function twoVoices({ title, system, product, field }: Wanted): Words {
  if (!product) return { draft: "ready" };
  const [name = title] = title.split(",");
  const turn = [...title].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0);
  if (field !== "description") return { draft: `${title}, as pictured` };
  if (system.includes("where {title} is used")) {
    const opening = (OPENINGS[turn % OPENINGS.length] ?? "").replace("{name}", `the ${name}`);
    return {
      draft: `<p>${opening}. What it is made of and how large it is are in the list below.</p><p>One thing people ask: can it stay outside? The list says so where it can, and it is silent where the data is.</p>`,
    };
  }
  return {
    draft: `<p>The ${name} is for days when things have to work. It does what its name says, and it does so quietly, because no one wants to think about it twice.</p><p>Use it where you need it and put it away when you are done. It will never fade, so the last day looks like the first. Everything else is in the list below, with sizes and materials as the maker gives them.</p>`,
  };
}

const BODIES = [
  "heron maple and quartz by the window, an ember of evening light on the wall",
  "copper basil and juniper beside the step, with room for a chair and a cup",
  "marble cedar and indigo under one roof, a falcon on the gate and a mantle of frost",
  "granite willow and comet over the pond, velvet acorns in every pocket of the lane",
  "ginger summit and pebble along the path, a raven on the post and clover between",
  "poplar satin and glacier in the morning, thimble and parsley on the sill",
  "orchid lantern and coral near the stair, a sparrow in the timber of the porch",
  "tulip badger and crystal behind the shed, linen on the line and cricket in the grass",
  "saffron thistle and walnut on the board, a zephyr at the door and a ledger by the till",
  "lagoon pepper and anchor at the quay, ribbon on the rail and tundra in the story",
];

const body = (n: number) => BODIES[n % BODIES.length] ?? "";

/** Meta descriptions in groups: an opening, an ending, sizes of one text, one text twice, and one line. */
export const ALIKE: string[] = [
  ...[0, 1, 2, 3].map((n) => `Get to know ${body(n)}.`),
  ...["Made", "It is here", "You keep it"].map(
    (way, n) => `${cap(body(n + 4))}. ${way} for years to come.`,
  ),
  ...["30 cm", "45 cm", "60 cm"].map(
    (size, n) =>
      `Fired twice and left unglazed, the ${size} pot suits ${["a fig", "an olive", "a small maple"][n]}. Its wall is thick, so the roots stay cool in summer.`,
  ),
  "Garden furniture for people who sit outside in spring.",
  "Garden furniture for people who sit outside in spring.",
  ...[7, 8, 9].map((n) => `${cap(body(n))}. Wipe it clean with a damp cloth.`),
];

function cap(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Parts of a profile, as an agency fills it in. */
export const PROFILE: [string, string][] = [
  [
    "audience",
    "People furnishing a first or second home who like natural materials and read before they buy.",
  ],
  [
    "voice",
    "Calm, exact, a little dry. Says what a thing is for before what it looks like. Short sentences; never talks down.",
  ],
  ["spelling", "British"],
  ["person", "you"],
  [
    "do",
    "Open with the use, not the look; Give sizes in cm, then the fit; Say how to care for it; Name the wood and the finish",
  ],
  [
    "dont",
    "Exclamation marks, emoji; Questions as openings; Comparisons with other brands; Discounts and countdowns",
  ],
  ["length.title", "25-60"],
  ["length.description", "150-220"],
  ["length.seo_title", "40-60"],
  ["length.meta_description", "121-156"],
  ["length.alt_text", "40-125"],
  ["forbidden", "best; must-have; elevat*; stunning; eco-friendly; perfect for; timeless"],
  [
    "terms",
    "flex: cable, cord, wire | de: Textilkabel; shade: lampshade | de: Schirm; Marlowick: MARLOWICK, Marlow Wick; oiled oak: natural oak, oak finish | de: geölte Eiche",
  ],
  ["rules", "Sizes in cm, width first.\nNo full stop after a list entry."],
];

export const KEYPHRASES: [string, string][] = [
  ["thimble-table-lamp", "ribbed stoneware bedside lamp"],
  ["heron-reading-floor-lamp", "brass reading floor lamp"],
  ["tarn-watering-can", "galvanised watering can 6 litres"],
  ["bramble-gauntlets", "long goatskin gardening gloves"],
  ["isbra-pleated-wall-light", "pleated brass wall light"],
];
