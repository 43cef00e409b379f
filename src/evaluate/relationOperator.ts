// The signs that can stand between two sides, each in one spelling.

export type RelationOperator =
  | '='
  | '<'
  | '>'
  | '\\le'
  | '\\ge'
  | '\\ne'
  | '\\approx'
  | '\\in'
  | '\\notin'
  | '\\equiv'
  | '\\triangleq'
  | ':='
  | '\\sim'
  | '\\propto'
  | '\\succeq'
  | '\\succ'
  | '\\to';
