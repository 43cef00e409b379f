// Inverses and spectra of small matrices in plain doubles.
export type Matrix = readonly (readonly number[])[];

export function identity(size: number): Matrix {
  return Array.from({ length: size }, (_, i) =>
    Array.from({ length: size }, (_unused, j) => (i === j ? 1 : 0)),
  );
}

/** By Gauss and Jordan. */
export function inverse(matrix: Matrix): Matrix {
  const size = matrix.length;
  const rows = matrix.map((row, at) => [...row, ...(identity(size)[at] ?? [])]);
  for (let column = 0; column < size; column++) {
    const order = rows
      .slice(column)
      .sort((a, b) => Math.abs(b[column] ?? 0) - Math.abs(a[column] ?? 0));
    rows.splice(column, size - column, ...order);
    const pivot = rows[column] ?? [];
    const lead = pivot[column] ?? NaN;
    const scaled = pivot.map((each) => (Math.abs(lead) < 1e-9 ? NaN : each / lead));
    rows.forEach((row, at) => {
      rows[at] =
        at === column
          ? scaled
          : row.map((each, place) => each - (row[column] ?? NaN) * (scaled[place] ?? NaN));
    });
  }
  return rows.map((row) => row.slice(size));
}

/** Of a symmetric matrix, from the greatest, by rotations (Jacobi 1846). */
export function symmetricEigenvalues(matrix: Matrix): readonly number[] {
  const a = matrix.map((row) => [...row]);
  const at = (i: number, j: number): number => a[i]?.[j] ?? NaN;
  for (let sweep = 0; sweep < 60; sweep++)
    for (let p = 0; p < a.length; p++)
      for (let q = p + 1; q < a.length; q++) {
        if (at(p, q) === 0) continue;
        const angle = Math.atan2(2 * at(p, q), at(q, q) - at(p, p)) / 2;
        const [c, s] = [Math.cos(angle), Math.sin(angle)];
        for (const row of a) [row[p], row[q]] = turned(c, s, row[p], row[q]);
        const [first = [], second = []] = [a[p], a[q]];
        first.forEach((each, k) => {
          [first[k], second[k]] = turned(c, s, each, second[k]);
        });
      }
  return a.map((row, i) => row[i] ?? NaN).sort((left, right) => right - left);
}

function turned(c: number, s: number, x = NaN, y = NaN): [number, number] {
  return [c * x - s * y, s * x + c * y];
}

/** The roots of the eigenvalues of the smaller of A⊤A and AA⊤. */
export function singularValues(matrix: Matrix): readonly number[] {
  const columns = (matrix[0] ?? []).map((_, j) => matrix.map((row) => row[j] ?? NaN));
  const lines = columns.length < matrix.length ? columns : matrix;
  const products = lines.map((left) =>
    lines.map((right) => left.reduce((sum, each, k) => sum + each * (right[k] ?? NaN), 0)),
  );
  return symmetricEigenvalues(products).map((each) => Math.sqrt(Math.max(0, each)));
}

export function kronecker(left: Matrix, right: Matrix): Matrix {
  return left.flatMap((row) =>
    right.map((other) => row.flatMap((each) => other.map((own) => each * own))),
  );
}
