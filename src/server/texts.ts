// The texts of hovers, completions and lists, in English; other languages translate the templates.
import { fillTemplate, type Translations } from '../checks/messages.js';

export const texts = {
  equation: 'Equation {number}, line {line}',
  equationElsewhere: 'Equation {number} of {post}, line {line}',
  equationWithoutNumber: 'Equation “{key}” without a number, line {line}: readers see (???)',
  unknownLabel: 'No equation of this post has the label “{key}”: readers see (???)',
  referenceCount: 'References in this post: {count}',
  missingLabel: 'Referred to, but not defined',
  command: 'Reference to an equation',
  change: 'Change to “{text}”',
  claimHolds: 'holds',
  claimFails: 'does not hold: {value} {relation} {expected}',
  claimUnknown: 'not known',
  postTooLarge:
    '{post} is passed over: it has {size} MB, and the setting postulate.limits.postSize allows {limit}. Raise it, or split the post.',
  openPostTooLarge:
    '{post} is passed over: it has {size} MB, and the setting postulate.limits.postSize allows {limit}. Raise it and open the post again, or split the post.',
  postNotText:
    '{post} is passed over: it is not text in the encoding that the setting files.encoding names. Save it in that encoding, or correct the setting.',
  pictureMissing:
    'The picture {picture} of {post} is not in the page: there is no such file in the open folder, or a link stands in its place. Correct its address.',
  pictureOutside:
    'The picture {picture} of {post} is not in the page: it lies outside of the open folder. Put it into the folder.',
  pictureTooLarge:
    'The picture {picture} of {post} is not in the page: it has {size} MB, and the setting postulate.limits.postSize allows {limit}. Make it smaller, or raise the setting.',
  pictureType:
    'The picture {picture} of {post} is not in the page: by its ending it is none that a page can hold. Use .png, .jpg, .gif, .svg or .webp.',
  pictureRemote:
    'The picture {picture} of {post} is of the network: the page neither holds nor loads it. Save it beside the post, or allow it by postulate.preview.remoteImages.',
} as const;

export function text(
  name: keyof typeof texts,
  data: Readonly<Record<string, string>>,
  translations: Translations,
): string {
  const template = texts[name];
  return fillTemplate(translations[template] ?? template, data);
}
