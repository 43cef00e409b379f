// The words of the graph, in the language of the window; the client puts them into the page.

export interface GraphStrings {
  readonly heading: string;
  readonly graph: string;
  readonly list: string;
  readonly filter: string;
  readonly series: string;
  readonly allSeries: string;
  readonly larger: string;
  readonly smaller: string;
  readonly whole: string;
  readonly keys: string;
  readonly open: string;
  readonly center: string;
  readonly equations: string;
  readonly equation: string;
  readonly shown: string;
  readonly leftOutPosts: string;
  readonly leftOutEquations: string;
  readonly alone: string;
  readonly filtered: string;
  readonly link: string;
  readonly citation: string;
  readonly reference: string;
  readonly linked: string;
  readonly cited: string;
  readonly referred: string;
  readonly times: string;
  readonly neighbours: string;
}

/** A word that the client did not give is empty: it gives all. */
export function readStrings(text: string | undefined): GraphStrings {
  const given = parse(text);
  return new Proxy({} as GraphStrings, {
    get: (_, name) => {
      const value = given[String(name)];
      return typeof value === 'string' ? value : '';
    },
  });
}

/** `{0}`, `{1}` … stand for the values. */
export function filled(template: string, ...values: readonly (string | number)[]): string {
  return template.replace(/\{(\d)\}/g, (whole, at: string) => String(values[Number(at)] ?? whole));
}

function parse(text: string | undefined): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
