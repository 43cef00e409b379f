// Sites that are known by one file and whose engines know math: nothing of it is taken apart.
import { plainSite, type Detector, type Generator } from './detectedSite.js';
import { fileLike, isVitePress } from './siteFolder.js';

export const quarto = knownBy('Quarto', /^_quarto\.yml$/);
export const myst = knownBy('MyST', /^myst\.yml$/);
export const docusaurus = knownBy('Docusaurus', /^docusaurus\.config\.[cm]?[jt]s$/);

export const vitepress: Detector = (folder) => {
  const file = [...folder.texts.keys()].filter(isVitePress).sort()[0];
  return file === undefined ? null : rawSite('VitePress', file);
};

export const obsidian: Detector = ({ names }) =>
  names.has('.obsidian/') ? rawSite('Obsidian', '.obsidian/') : null;

function knownBy(generator: Generator, pattern: RegExp): Detector {
  return (folder) => {
    const source = fileLike(folder, pattern);
    return source && rawSite(generator, source.file);
  };
}

function rawSite(generator: Generator, file: string): ReturnType<Detector> {
  const source = { file, line: 0 };
  return {
    generator,
    source,
    site: { markdown: { value: 'raw', source } },
    ...plainSite,
  };
}
