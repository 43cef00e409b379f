// URIs as text: their scheme, and paths relative to a folder's URI.
import { encodeComponent } from '../core/text/encodeComponent.js';

export function schemeOf(uri: string): string {
  const colon = uri.indexOf(':');
  return colon < 0 ? '' : uri.slice(0, colon).toLowerCase();
}

/** The same file under one name, however its address is encoded. */
export function uriKey(uri: string): string {
  const plain = decode(uri);
  // Drive letters come in both cases.
  return plain.replace(/^file:\/\/\/([A-Za-z]):/, (_, drive: string) => {
    return `file:///${drive.toLowerCase()}:`;
  });
}

/** Relative to a folder, with `/`; `null` where the file is not below it. */
export function relativePath(folder: string, uri: string): string | null {
  const base = `${uriKey(folder).replace(/\/+$/, '')}/`;
  const key = uriKey(uri);
  return key.startsWith(base) ? key.slice(base.length) : null;
}

export function joinUri(folder: string, path: string): string {
  const encoded = path.split('/').map(encodeSegment).join('/');
  return `${folder.replace(/\/+$/, '')}/${encoded}`;
}

export function folderOf(uri: string): string {
  return uri.slice(0, Math.max(uri.lastIndexOf('/'), 0));
}

export function nameOf(uri: string): string {
  return decode(uri.slice(uri.lastIndexOf('/') + 1));
}

function encodeSegment(segment: string): string {
  return encodeComponent(segment).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function decode(uri: string): string {
  if (!uri.includes('%')) return uri;
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
