import { type Field as FieldID, rules, type Settings } from "@/contract";
import { t } from "@/strings";

/** The form of the settings page, before it is saved. */
export interface SettingsForm {
  strategy: Settings["strategy"];
  kind: Settings["writer"]["kind"];
  baseUrl: string;
  model: string;
  concurrency: string;
  rpm: string;
  tpm: string;
  priceIn: string;
  priceOut: string;
  /** The model's longest answers by field, in tokens; empty is as Galley chooses. */
  limits: Record<FieldID, string>;
  /** Dollars; empty is no cap. */
  capJob: string;
  capDay: string;
  capMonth: string;
  person: string;
  /** A new key; empty keeps the stored one. */
  apiKey: string;
}

/** The fields that hold one text. */
type TextName = Exclude<keyof SettingsForm, "limits">;

const limit = (n: number) => (n === 0 ? "" : String(n));

const amount = (usd: number) => (usd === 0 ? "" : usd.toFixed(2));

export function toForm(settings: Settings): SettingsForm {
  const { writer } = settings;
  const price = settings.prices?.find((p) => p.model === writer.model && !p.base_url);
  return {
    strategy: settings.strategy,
    kind: writer.kind,
    baseUrl: writer.base_url,
    model: writer.model,
    concurrency: String(writer.concurrency),
    rpm: limit(writer.rpm),
    tpm: limit(writer.tpm),
    priceIn: price ? String(price.input) : "",
    priceOut: price ? String(price.output) : "",
    limits: limitsOf(writer),
    capJob: amount(settings.caps.job_usd),
    capDay: amount(settings.caps.day_usd),
    capMonth: amount(settings.caps.month_usd),
    person: settings.person,
    apiKey: "",
  };
}

/** The answer limits of the model by field. */
function limitsOf({ model, answer_limits }: Settings["writer"]): Record<FieldID, string> {
  const limits = {} as Record<FieldID, string>;
  for (const { id } of rules.fields) {
    const set = answer_limits?.find((one) => one.model === model && one.field === id);
    limits[id] = set ? String(set.tokens) : "";
  }
  return limits;
}

/** The table of answer limits with those of the form's model in place, if they were changed. */
function changedLimits(settings: Settings, form: SettingsForm): string | undefined {
  const { writer } = settings;
  const before = limitsOf(writer);
  if (rules.fields.every(({ id }) => form.limits[id] === before[id])) return undefined;
  const others = (writer.answer_limits ?? []).filter((one) => one.model !== form.model);
  const own = rules.fields
    .filter(({ id }) => form.limits[id] !== "")
    .map(({ id }) => ({ model: form.model, field: id, tokens: Number(form.limits[id]) }));
  return JSON.stringify([...others, ...own]);
}

/** The settings that the form changes, by the keys that the backend knows. */
export function changedValues(settings: Settings, form: SettingsForm): Record<string, string> {
  const before = toForm(settings);
  const values: Record<string, string> = {};
  const take = (key: string, name: TextName, value: string = form[name]) => {
    if (form[name] !== before[name]) values[key] = value;
  };
  take("strategy", "strategy");
  take("writer.kind", "kind");
  take("writer.base_url", "baseUrl");
  take("writer.model", "model");
  take("writer.concurrency", "concurrency");
  take("writer.rpm", "rpm", form.rpm || "0");
  take("writer.tpm", "tpm", form.tpm || "0");
  take("writer.api_key", "apiKey");
  take("caps.job_usd", "capJob", form.capJob || "0");
  take("caps.day_usd", "capDay", form.capDay || "0");
  take("caps.month_usd", "capMonth", form.capMonth || "0");
  take("person", "person");
  const limits = changedLimits(settings, form);
  if (limits) values["writer.answer_limits"] = limits;
  const price = changedPrice(form, before);
  if (price) values.price = price;
  return values;
}

/** The model's price, which replaces its own in the price table; without amounts it is removed. */
function changedPrice(form: SettingsForm, before: SettingsForm): string | undefined {
  const typed = form.priceIn !== before.priceIn || form.priceOut !== before.priceOut;
  if (!typed || form.model === "") return undefined;
  // Half a price is no price: the other half would be free.
  if ((form.priceIn === "") !== (form.priceOut === "")) return undefined;
  if (form.priceIn === "") return JSON.stringify({ model: form.model });
  const price = { input: Number(form.priceIn), output: Number(form.priceOut) };
  return JSON.stringify({ model: form.model, ...price });
}

/** What changed, in words: shown beside Save. */
export function describeChanges(values: Record<string, string>, form: SettingsForm): string[] {
  const { changed, strategy } = t.settings;
  const keys = Object.keys(values);
  const words: string[] = [];
  if (keys.includes("strategy")) words.push(changed.strategy(strategy.names[form.strategy]));
  if (keys.some((key) => key.startsWith("writer.") && key !== "writer.api_key")) {
    words.push(changed.writer);
  }
  if (keys.includes("writer.api_key")) words.push(changed.key);
  if (keys.includes("price")) words.push(changed.price);
  if (keys.some((key) => key.startsWith("caps."))) words.push(changed.caps);
  if (keys.includes("person")) words.push(changed.person);
  return words;
}
