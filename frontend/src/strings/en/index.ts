import { common, errors, grades, jobMarks, keys, marks } from "./common";
import { editor } from "./editor";
import { jobs, newJob } from "./jobs";
import { products } from "./products";
import { publishing } from "./publishing";
import { review } from "./review";
import { settings } from "./settings";
import { shell, shops, welcome } from "./shell";

/** English. Sentence case, plain words, counts before names, an ellipsis where a button asks first. */
export const en = {
  common,
  editor,
  errors,
  grades,
  jobMarks,
  jobs,
  keys,
  marks,
  newJob,
  products,
  publishing,
  review,
  settings,
  shell,
  shops,
  welcome,
};
