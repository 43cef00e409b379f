// What findings say of the site as it is and as it was built.

export const siteTexts = {
  'site.differs':
    'The built page has {built} in this place. Build the site again; if it stays so, state your site in postulate.json (in the editor: “Change Site…”).',
  'site.differs.missing':
    'The built page has no such formula: it is older than the post, or the site’s Markdown took the formula apart. Build the site again; if it stays so, state your site in postulate.json (in the editor: “Change Site…”).',
  'site.differs.gap':
    'The built page has none of the {count} formulas and references from here on: it is older than the post, it ends early, or the site’s Markdown took them apart. Build the site again; if it stays so, state your site in postulate.json (in the editor: “Change Site…”).',
  'site.differs.insert':
    'Behind this the built page has {count} formulas and references that the post has not, the first of them {built}. Build the site again; if it stays so, state your site in postulate.json (in the editor: “Change Site…”).',
  'site.differs.added':
    'Behind this the built page has a formula that the post has not: {built}. Build the site again; if it stays so, state your site in postulate.json (in the editor: “Change Site…”).',
  'site.differs.numbers':
    'The built page shows {built} in this place, and the post here {here}. Build the site again; if it stays so, state your site in postulate.json (in the editor: “Change Site…”).',
  'site.differs.other-page':
    'The built page of this post has quite other formulas than the post: it is taken for another one’s. Build the site again.',
  'site.math-switch':
    'The site loads its math engine only where the front matter says {key}: true, and this post does not: readers see the source of all formulas. Add {key}: true.',
  'site.numbers-nothing.mathjax':
    'This site numbers no equations (tags: none): here, and wherever a post refers to an equation without \\tag, readers see (???). Switch numbering on with tex: {tags: "ams"} in the configuration of MathJax.',
  'site.numbers-nothing.mathjax2':
    'This site numbers no equations (autoNumber: none): here, and wherever a post refers to an equation without \\tag, readers see (???). Switch numbering on with TeX: {equationNumbers: {autoNumber: "AMS"}} in the configuration of MathJax.',
} as const;
