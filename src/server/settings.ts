// The user's settings, as far as the server needs them; what is not a setting is its default.

import { defaultMaxPostSize } from '../core/post/size.js';

export interface Settings {
  readonly checkScope: 'open' | 'blog';
  readonly evaluateWhileTyping: boolean;
  readonly hintNumbers: boolean;
  readonly hintValues: boolean;
  readonly hoverPictures: boolean;
  /** In megabytes: larger posts are passed over. */
  readonly maxPostSize: number;
}

export const defaultSettings: Settings = {
  checkScope: 'open',
  evaluateWhileTyping: true,
  hintNumbers: true,
  hintValues: true,
  hoverPictures: true,
  maxPostSize: defaultMaxPostSize,
};

/** `value` is what the client says of the section `postulate`. */
export function readSettings(value: unknown): Settings {
  const scope = at(value, 'check', 'scope');
  const size = at(value, 'limits', 'postSize');
  return {
    checkScope: scope === 'blog' ? 'blog' : 'open',
    evaluateWhileTyping: at(value, 'evaluate', 'whileTyping') !== false,
    hintNumbers: at(value, 'inlayHints', 'numbers') !== false,
    hintValues: at(value, 'inlayHints', 'values') !== false,
    hoverPictures: at(value, 'hover', 'pictures') !== false,
    maxPostSize: typeof size === 'number' && size > 0 ? size : defaultSettings.maxPostSize,
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
