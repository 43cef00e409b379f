// The user's settings, as far as the server needs them; what is not a setting is its default.

import type { RuleSettings } from '../checks/check.js';
import { defaultMaxPostSize } from '../core/post/size.js';

export interface Settings {
  readonly checkScope: 'open' | 'blog';
  readonly evaluateWhileTyping: boolean;
  readonly hintNumbers: boolean;
  readonly hintValues: boolean;
  readonly hoverPictures: boolean;
  /** Above equations with labels. */
  readonly referenceLenses: boolean;
  /** Whether links follow files that move, and whether the writer is asked about those of other posts. */
  readonly linksFollow: boolean;
  /** In megabytes: larger posts are passed over. */
  readonly maxPostSize: number;
  /** Rules whose findings VS Code's own check of links reports already: they are silent. */
  readonly validated: RuleSettings;
}

export const defaultSettings: Settings = {
  checkScope: 'open',
  evaluateWhileTyping: true,
  hintNumbers: true,
  hintValues: true,
  hoverPictures: true,
  referenceLenses: false,
  linksFollow: true,
  maxPostSize: defaultMaxPostSize,
  validated: {},
};

/** What the client says of the sections `postulate` and `markdown.validate`. */
export function readSettings(value: unknown, validate: unknown): Settings {
  const scope = at(value, 'check', 'scope');
  const size = at(value, 'limits', 'postSize');
  return {
    checkScope: scope === 'blog' ? 'blog' : 'open',
    evaluateWhileTyping: at(value, 'evaluate', 'whileTyping') !== false,
    hintNumbers: at(value, 'inlayHints', 'numbers') !== false,
    hintValues: at(value, 'inlayHints', 'values') !== false,
    hoverPictures: at(value, 'hover', 'pictures') !== false,
    referenceLenses: at(value, 'codeLens', 'references') === true,
    linksFollow: at(value, 'links', 'updateOnFileMove') !== false,
    maxPostSize: typeof size === 'number' && size > 0 ? size : defaultSettings.maxPostSize,
    validated: validatedRules(validate),
  };
}

function validatedRules(validate: unknown): RuleSettings {
  if (at(validate, 'enabled') !== true) return {};
  const files = at(validate, 'fileLinks', 'enabled') !== 'ignore';
  const fragments = at(validate, 'fragmentLinks', 'enabled') !== 'ignore';
  return {
    ...(files ? { 'link.missing-post': 'off', 'link.missing-image': 'off' } : {}),
    ...(fragments ? { 'link.missing-heading': 'off' } : {}),
  };
}

function at(value: unknown, ...names: readonly string[]): unknown {
  let inner: unknown = value;
  for (const name of names) {
    if (typeof inner !== 'object' || inner === null) return undefined;
    inner = (inner as Readonly<Record<string, unknown>>)[name];
  }
  return inner;
}
