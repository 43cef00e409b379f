// Names and folders in the paths of posts.

export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** Its last name in lower case without ending; of a post that is all of its folder, that of the folder. */
export function fileNameOf(path: string): string {
  const segments = path.toLowerCase().split('/');
  const name = (segments.pop() ?? '').replace(/\.(?:md|markdown)$/, '');
  return /^(?:_?index|readme)$/.test(name) ? (segments.pop() ?? name) : name;
}

/** The file name that a tag of a generator names its post by. */
export function referredName(target: string): string {
  return fileNameOf(target.replace(/\/+$/, ''));
}

/** Whether a tag's path and that of a post can be one, though each may begin at another folder of the site. */
export function isFiledUnder(post: string, target: string): boolean {
  const [left, right] = [placeOf(post), placeOf(target.replace(/^(?:\.{0,2}\/)+/, ''))];
  return `/${left}`.endsWith(`/${right}`) || `/${right}`.endsWith(`/${left}`);
}

/** Without its ending; of a post that is all of its folder, the folder. */
function placeOf(path: string): string {
  return path
    .toLowerCase()
    .replace(/\/+$/, '')
    .replace(/\.(?:md|markdown)$/, '')
    .replace(/\/(?:_?index|readme)$/, '');
}
