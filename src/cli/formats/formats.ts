// The one list of the formats of `postulate check`.
import { github } from './github.js';
import { json } from './json.js';
import { pretty } from './pretty.js';
import type { Format } from './report.js';
import { sarif } from './sarif.js';
import { unix } from './unix.js';

export const formatNames = ['pretty', 'json', 'sarif', 'github', 'unix'] as const;
export type FormatName = (typeof formatNames)[number];

export const formats: { readonly [name in FormatName]: Format } = {
  pretty,
  json,
  sarif,
  github,
  unix,
};
