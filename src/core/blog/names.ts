// The names by which posts find one another in the index of a blog.
import { looseTitle } from '../post/looseTitle.js';

/** Of the equations with this label. */
export function labelName(key: string): string {
  return `label ${key}`;
}

/** Of the post at this path. */
export function postName(path: string): string {
  return `post ${path}`;
}

/** Of the places of the post at this path that fragments name, beside equations. */
export function placesName(path: string): string {
  return `places ${path}`;
}

/** Of the links that lead to the post at this path, or whose page has this address. */
export function linksToName(place: string): string {
  return `links to ${place}`;
}

export function titleName(title: string): string {
  return `title ${looseTitle(title)}`;
}

/** Of titles with this half. */
export function halfName(half: string): string {
  return `half ${half}`;
}

/** Of titles that name a part of the series with this stem. */
export function seriesName(stem: string): string {
  return `series ${looseTitle(stem)}`;
}

/** Of the page with this address. */
export function addressName(address: string): string {
  return `address ${address}`;
}

/** Of the page that had this address. */
export function formerAddressName(address: string): string {
  return `former address ${address}`;
}

/** Of the pages on this host: posts link to so many pages elsewhere that each is not worth a name. */
export function hostName(host: string): string {
  return `host ${host}`;
}

/** Of files with this name, wherever they are. */
export function fileName(name: string): string {
  return `file ${name}`;
}

/** Of all that tags of generators may find in the posts with this file name. */
export function pageName(name: string): string {
  return `page ${name}`;
}

/** Of the places that tags name in posts with this file name. */
export function tagsForName(name: string): string {
  return `tags for ${name}`;
}

/** Of the posts in this folder. */
export function folderName(folder: string): string {
  return `folder ${folder}`;
}

/** Of the posts whose excerpt holds an equation with this label. */
export function excerptName(key: string): string {
  return `excerpt ${key}`;
}

/** Of the equations of the post at this path, labelled or not. */
export function equationsName(path: string): string {
  return `equations of ${path}`;
}

/** Of the posts with a reference that has no number, since their site numbers nothing. */
export const unnumberedName = 'unnumbered';

/** Of the tables with this head and these rows. */
export function tableName(name: string): string {
  return `table ${name}`;
}
