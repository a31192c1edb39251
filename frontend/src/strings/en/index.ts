import { activity } from "./activity";
import { alike } from "./alike";
import { attention } from "./attention";
import { batches } from "./batches";
import { changed } from "./changed";
import { collections } from "./collections";
import { common, errors, grades, jobMarks, keys, marks } from "./common";
import { compare } from "./compare";
import { conflict } from "./conflict";
import { dataFile } from "./dataFile";
import { editor } from "./editor";
import { goLive } from "./goLive";
import { guide } from "./guide";
import { held } from "./held";
import { inbox } from "./inbox";
import { instructions } from "./instructions";
import { jobFilters } from "./jobFilters";
import { jobMenu, jobRun } from "./jobRun";
import { jobs, newJob } from "./jobs";
import { keyphrases } from "./keyphrases";
import { leftOut } from "./leftOut";
import { locale } from "./locale";
import { noteList } from "./notes";
import { opening } from "./opening";
import { outbox } from "./outbox";
import { ownDrafts } from "./ownDrafts";
import { page } from "./page";
import { palette } from "./palette";
import { products } from "./products";
import { profile } from "./profile";
import { publishing } from "./publishing";
import { publishingWords } from "./publishingWords";
import { jobReasons, publishResult } from "./publishResult";
import { publishScopes } from "./publishScopes";
import { regenerating } from "./regenerate";
import { review } from "./review";
import { revisions } from "./revisions";
import { scopes } from "./scopes";
import { settings } from "./settings";
import { setup } from "./setup";
import { shell } from "./shell";
import { shops } from "./shops";
import { signIn } from "./signIn";
import { spend } from "./spend";
import { table } from "./table";
import { undo } from "./undo";
import { welcome } from "./welcome";

/** English. Sentence case, plain words, counts before names, an ellipsis where a button asks first. */
export const en = {
  activity,
  alike,
  attention,
  batches,
  changed,
  collections,
  common,
  compare,
  editor,
  ownDrafts,
  conflict,
  errors,
  dataFile,
  goLive,
  guide,
  grades,
  held,
  inbox,
  instructions,
  jobFilters,
  jobMarks,
  jobMenu,
  jobReasons,
  jobRun,
  jobs,
  keyphrases,
  keys,
  leftOut,
  locale,
  marks,
  newJob,
  noteList,
  regenerating,
  opening,
  outbox,
  page,
  palette,
  products,
  profile,
  publishing,
  publishResult,
  publishScopes,
  review,
  revisions,
  scopes,
  settings,
  setup,
  shell,
  publishingWords,
  shops,
  signIn,
  spend,
  table,
  undo,
  welcome,
};
