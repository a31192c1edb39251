/** How a language formats figures and dates. Each catalogue of strings has its own. */
export interface Locale {
  /** BCP 47, for Intl. */
  tag: string;
  units: Record<"second" | "minute" | "hour" | "thousand" | "million", string>;
}

/** Figures for people: the locale follows the catalogue of strings, not the machine. */
let locale: Locale;
let whole: Intl.NumberFormat;
let clock: Intl.DateTimeFormat;
let day: Intl.DateTimeFormat;
let longDay: Intl.DateTimeFormat;
let full: Intl.DateTimeFormat;

/** Sets the language's formats. The catalogue in use does so once, before anything is shown. */
export function setLocale(next: Locale): void {
  const { tag } = next;
  locale = next;
  whole = new Intl.NumberFormat(tag);
  clock = new Intl.DateTimeFormat(tag, { hour: "2-digit", minute: "2-digit", hour12: false });
  day = new Intl.DateTimeFormat(tag, { weekday: "short", day: "numeric", month: "short" });
  longDay = new Intl.DateTimeFormat(tag, { weekday: "long", day: "numeric", month: "long" });
  full = new Intl.DateTimeFormat(tag, { dateStyle: "medium", timeStyle: "medium" });
}

/** 1248 → "1,248". */
export function count(n: number): string {
  return whole.format(n);
}

/** 62.4 → "62 %"; never "100 %" before the end, never "0 %" after the start. */
export function percent(part: number, total: number): string {
  if (total <= 0) return "100 %";
  const value = (part / total) * 100;
  if (value > 0 && value < 1) return "1 %";
  if (value < 100 && value > 99) return "99 %";
  return `${Math.round(value)} %`;
}

/** US dollars: cents where they matter, four digits where a cent is too coarse. */
export function money(usd: number): string {
  if (usd > 0 && usd < 0.01) return `$${usd.toFixed(4)}`;
  return `$${usd.toLocaleString(locale.tag, { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`;
}

/** Token counts: 820, 82 k, 0.82 M. */
export function tokens(n: number): string {
  if (n < 1000) return count(n);
  if (n < 100_000) return `${count(Math.round(n / 1000))} ${locale.units.thousand}`;
  return `${(n / 1_000_000).toFixed(2)} ${locale.units.million}`;
}

/** "09:52" in the person's own time zone. */
export function time(iso: string): string {
  return clock.format(new Date(iso));
}

function midnight(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}

const DAY = 86_400_000;

/** How many calendar days before now: 0 is today. */
export function daysAgo(iso: string, now: Date): number {
  return Math.round((midnight(now) - midnight(new Date(iso))) / DAY);
}

/** Time of day for today and yesterday, the date before that. */
export function moment(iso: string, now: Date = new Date()): string {
  return daysAgo(iso, now) <= 1 ? time(iso) : day.format(new Date(iso)).replace(",", "");
}

/** "Wednesday 14 October". */
export function fullDay(iso: string): string {
  return longDay.format(new Date(iso)).replace(",", "");
}

/** "14 Oct 2026, 09:52:07". */
export function fullMoment(iso: string): string {
  return full.format(new Date(iso));
}

/** "40 s", "22 min", "1 h 48 min": two units at most. */
export function duration(ms: number): string {
  const { units } = locale;
  const seconds = Math.max(1, Math.round(ms / 1000));
  if (seconds < 60) return `${seconds} ${units.second}`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes} ${units.minute}`;
  const hours = `${Math.floor(minutes / 60)} ${units.hour}`;
  return minutes % 60 === 0 ? hours : `${hours} ${minutes % 60} ${units.minute}`;
}
