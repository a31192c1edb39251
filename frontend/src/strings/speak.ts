import { setLocale } from "@/lib/format";
import { locale } from "./en/locale";

setLocale(locale);
