// The texts of all findings: a template for each code, in English; other languages translate the templates.
import { evaluationText } from '../evaluate/messages.js';
import { displayTexts } from './texts/display.js';
import { engineTexts } from './texts/engine.js';
import { driftTexts } from './texts/drift.js';
import { evaluationTexts } from './texts/evaluation.js';
import { fixTexts } from './texts/fix.js';
import { ignoreTexts } from './texts/ignore.js';
import { labelTexts } from './texts/label.js';
import { linkTexts } from './texts/link.js';
import { macrosTexts } from './texts/macros.js';
import { numberTexts } from './texts/number.js';
import { referenceTexts } from './texts/reference.js';
import { siteTexts } from './texts/site.js';
import { texTexts } from './texts/tex.js';
import { titleTexts } from './texts/title.js';

export const templates = {
  ...labelTexts,
  ...referenceTexts,
  ...numberTexts,
  ...siteTexts,
  ...ignoreTexts,
  ...displayTexts,
  ...texTexts,
  ...linkTexts,
  ...engineTexts,
  ...titleTexts,
  ...evaluationTexts,
  ...macrosTexts,
  ...driftTexts,
  ...fixTexts,
} as const;

export type MessageCode = keyof typeof templates;

/** A message is a code and what it names; its text is made where a person reads it. */
export interface Message {
  readonly code: MessageCode;
  readonly data: Readonly<Record<string, string>>;
}

export function message(code: MessageCode, data: Readonly<Record<string, string>> = {}): Message {
  return { code, data };
}

/** English template → template in the reader's language. */
export type Translations = Readonly<Record<string, string>>;

export function textOf(message: Message, translations: Translations = {}): string {
  const { code, data } = message;
  // Evaluation has texts of its own for what it refuses.
  if (code === 'eval.problem') return evaluationText(data['problem'] ?? '', data, translations);
  const template = templates[code];
  return fillTemplate(translations[template] ?? template, data);
}

/** `{name}` becomes what `data` holds under that name; other braces stay. */
export function fillTemplate(template: string, data: Readonly<Record<string, string>>): string {
  return template.replace(/\{([a-zA-Z]+)\}/g, (whole, name: string) => data[name] ?? whole);
}
