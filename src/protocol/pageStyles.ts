// The style sheets of a page that needs nothing beside itself: KaTeX's with its fonts, a page's colours, the preview's.

/** The files of the extension's folder `media`, by their paths in it. */
export interface MediaFiles {
  text(path: string): Promise<string>;
  base64(path: string): Promise<string>;
}

export async function pageStyles(media: MediaFiles): Promise<readonly string[]> {
  return [
    await inlineFonts(await media.text('katex/katex.min.css'), media),
    await media.text('page.css'),
    await media.text('preview.css'),
  ];
}

/** Every browser reads the one format that is packed. */
async function inlineFonts(css: string, media: MediaFiles): Promise<string> {
  const sources = [...css.matchAll(/src:url\((fonts\/[\w-]+\.woff2)\)[^;}]*/g)];
  let inlined = css;
  for (const [whole, file] of sources) {
    const font = await media.base64(`katex/${file ?? ''}`);
    inlined = inlined.replace(
      whole,
      () => `src:url(data:font/woff2;base64,${font}) format("woff2")`,
    );
  }
  return inlined;
}
