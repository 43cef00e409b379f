// Posts that mean harm: each piece of hostile text in several places, with a number by which it can be told.
import { hostileHtml } from './html.js';
import { hostileMarkdown } from './markdown.js';
import { placesOfHtml, placesOfTex } from './places.js';
import { hostileTex } from './tex.js';

export interface HostilePost {
  /** What `ran` is called with, and the path of what is loaded from elsewhere. */
  readonly id: number;
  readonly name: string;
  readonly text: string;
}

/** Where nothing may be asked for. */
export const elsewhere = 'https://elsewhere.example/';

type Table = Readonly<Record<string, readonly string[]>>;
type Places = Readonly<Record<string, (text: string) => string>>;

/** The first places take all; of the others each piece has these many, in turn. */
const everywhere = 2;
const inTurn = 2;

export function hostilePosts(): readonly HostilePost[] {
  const named = [
    ...inPlaces(hostileHtml, placesOfHtml),
    ...inPlaces(hostileTex, placesOfTex),
    ...inPlaces(hostileMarkdown, { post: (text) => text }),
  ];
  return named.map(([name, text], id) => ({ id, name, text: withTraces(text, id) }));
}

function inPlaces(table: Table, places: Places): readonly (readonly [string, string])[] {
  const pieces = Object.entries(table).flatMap(([kind, texts]) =>
    texts.map((text, at) => [`${kind} ${at}`, text] as const),
  );
  const all = Object.entries(places);
  const others = all.slice(everywhere);
  return pieces.flatMap(([name, text], at) => {
    const chosen = Array.from(
      { length: Math.min(inTurn, others.length) },
      (_, turn) => others[(at + turn * inTurn) % others.length],
    );
    return [...all.slice(0, everywhere), ...chosen].flatMap((place) =>
      place ? [[`${name} in ${place[0]}: ${text.slice(0, 60)}`, place[1](text)] as const] : [],
    );
  });
}

function withTraces(text: string, id: number): string {
  const call = `ran(${id})`;
  const entities = [...call].map((character) => `&#${character.charCodeAt(0)};`).join('');
  return text
    .replaceAll('RUN', () => call)
    .replaceAll('TEXT', () => entities)
    .replaceAll('SITE', () => `${elsewhere}${id}`)
    .replaceAll('elsewhere.example/x', () => `elsewhere.example/${id}`);
}
