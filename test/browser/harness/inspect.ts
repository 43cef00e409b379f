// What should never be in a page; the functions run inside it, so they use nothing beside themselves.

/** For each `main`, what is wrong in it; then everything in it that can be clicked is clicked. */
export function inspect(): readonly (readonly string[])[] {
  const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));
  const forbiddenElements = words(
    'script style link meta base iframe frame frameset object embed applet portal fencedframe form input ' +
      'button textarea select option dialog template noscript noembed noframes xmp plaintext title svg math ' +
      'video audio source track picture image marquee body html head slot',
  );
  const elementsOfKatex = words(
    'svg path line g math semantics annotation mrow mi mn mo mtext mspace ms mfrac msqrt mroot msub msup ' +
      'msubsup munder mover munderover mtable mtr mtd mlabeledtr mstyle mpadded mphantom menclose merror',
  );
  const forbiddenAttributes = words(
    'srcdoc formaction action ping poster background srcset xlink:href autofocus contenteditable popover ' +
      'popovertarget is slot nonce http-equiv attributionsrc lowsrc dynsrc form command',
  );
  const schemes = words(`http: https: mailto: eqref: ${location.protocol}`);

  const addressFault = (element: Element, name: string, value: string): string | null => {
    const said = `${element.localName} ${name}="${value.slice(0, 80)}"`;
    const url = URL.canParse(value, document.baseURI) ? new URL(value, document.baseURI) : null;
    if (!url) return null;
    const isPicture = element.localName === 'img' && name === 'src';
    if (isPicture && url.href.startsWith('data:image/')) return null;
    const here = new URL(document.baseURI);
    const isElsewhere = url.protocol !== here.protocol || url.host !== here.host;
    return !schemes.has(url.protocol) || (isPicture && isElsewhere) ? said : null;
  };
  const attributeFault = (element: Element, { name, value }: Attr): string | null => {
    const { localName } = element;
    if (/^on/i.test(name) || forbiddenAttributes.has(name)) return `${localName} with ${name}`;
    if (name === 'style') {
      const isMeasure =
        /^(?:[a-z-]+:\s?-?[\d.]+(?:em|px);\s?)+$|^--formula-width:\s?[\d.]+;?$/.test(value);
      const isOfKatex = element.closest('.katex') !== null && !/url\s*\(|fixed/i.test(value);
      return isMeasure || isOfKatex ? null : `${localName} with style="${value.slice(0, 80)}"`;
    }
    return /^(?:href|src|data|cite)$/.test(name) ? addressFault(element, name, value) : null;
  };
  const elementFaults = (element: Element): readonly (string | null)[] => {
    const { localName, namespaceURI, shadowRoot } = element;
    const isForbidden = forbiddenElements.has(localName) || localName.includes('-');
    const isForeign = namespaceURI !== 'http://www.w3.org/1999/xhtml';
    return [
      // Where a post nests deeper than browsers read, formulas lose the element around them.
      isForeign && elementsOfKatex.has(localName)
        ? null
        : isForbidden || isForeign
          ? `an element ${localName}`
          : null,
      shadowRoot ? 'a shadow root' : null,
      ...[...element.attributes].map((attribute) => attributeFault(element, attribute)),
    ];
  };
  const click = (element: Element): void => {
    const event = new MouseEvent('click', { bubbles: true, cancelable: true });
    // A link that a person may follow would end the test.
    const leads = element.closest('a')?.protocol ?? '';
    element.addEventListener(
      'click',
      (clicked) => {
        if (/^(?:https?|mailto|file|eqref):$/.test(leads)) clicked.preventDefault();
      },
      { once: true },
    );
    element.dispatchEvent(event);
  };
  return [...document.querySelectorAll('main.postulate')].map((main) => {
    const elements = [...main.querySelectorAll('*')];
    const faults = elements.flatMap(elementFaults).filter((fault) => fault !== null);
    for (const element of elements)
      if (element.matches('a, area, summary, b, p, text')) click(element);
    return faults;
  });
}

/** Everything of the document but what stands in a `main`. */
export function outside(): string {
  const copy = document.documentElement.cloneNode(true) as Element;
  for (const main of copy.querySelectorAll('main.postulate')) main.replaceChildren();
  // The preview's own bar comes when links are followed, as `inspect` does.
  copy.querySelector('body > nav.history')?.remove();
  const names = Object.getOwnPropertyNames(Object.prototype).join();
  return [copy.outerHTML, location.href, Object.keys(window).join(), names].join('\n');
}
