// What findings say of a site as a whole.

export const siteTexts = {
  'site.numbers-nothing.mathjax':
    'This site numbers no equations (tags: none): here, and wherever a post refers to an equation without \\tag, readers see (???). Switch numbering on with tex: {tags: "ams"} in the configuration of MathJax.',
  'site.numbers-nothing.mathjax2':
    'This site numbers no equations (autoNumber: none): here, and wherever a post refers to an equation without \\tag, readers see (???). Switch numbering on with TeX: {equationNumbers: {autoNumber: "AMS"}} in the configuration of MathJax.',
} as const;
