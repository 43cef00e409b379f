// `set log 2`, `set index 0`, `set digits 8`, `set seed 7`: the conventions of a post.
import type { Span } from '../../core/text/span.js';
import { refuse } from '../refusal.js';
import type { Conventions } from '../resolve/context.js';

export type Setting =
  | { readonly name: 'log'; readonly value: number | null }
  | { readonly name: 'index'; readonly value: 0 | 1 }
  | { readonly name: 'digits' | 'seed'; readonly value: number };

export function readSetting(text: string, span: Span): Setting {
  const [, name = '', written = ''] = /^set\s+(\S+)\s*(.*)$/.exec(text) ?? [];
  const value = written.replace(/[.,;，]$/, '').trim();
  switch (name) {
    case 'log':
      return { name, value: logBase(value, span) };
    case 'index':
      if (value !== '0' && value !== '1')
        refuse('setting.value', span, { name, value, expected: '0, 1' });
      return { name, value: value === '0' ? 0 : 1 };
    case 'digits':
      if (!/^(?:[1-9]|1[0-7])$/.test(value))
        refuse('setting.value', span, { name, value, expected: '1 … 17' });
      return { name, value: Number(value) };
    case 'seed':
      if (!/^\d{1,9}$/.test(value))
        refuse('setting.value', span, { name, value, expected: '0, 1, 2, …' });
      return { name, value: Number(value) };
    default:
      return refuse('setting.unknown', span, { name });
  }
}

function logBase(value: string, span: Span): number | null {
  if (value === 'e') return null;
  const base = Number(value);
  if (value === '' || !Number.isFinite(base) || base <= 0 || base === 1)
    refuse('setting.value', span, { name: 'log', value, expected: 'e, 2, 10' });
  return base;
}

export function withSetting(conventions: Conventions, setting: Setting): Conventions {
  switch (setting.name) {
    case 'log':
      return { ...conventions, logBase: setting.value };
    case 'index':
      return { ...conventions, firstIndex: setting.value };
    case 'digits':
      return { ...conventions, digits: setting.value };
    case 'seed':
      return { ...conventions, seed: setting.value };
  }
}
