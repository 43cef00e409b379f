// The one list of the formats of `postulate check`.
import { json } from './json.js';
import { pretty } from './pretty.js';
import type { Format } from './report.js';

export const formatNames = ['pretty', 'json'] as const;
export type FormatName = (typeof formatNames)[number];

export const formats: { readonly [name in FormatName]: Format } = { pretty, json };
