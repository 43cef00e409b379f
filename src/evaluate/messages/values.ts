// What can be said against values, and the operations that have none; see `messages.ts`.

export const VALUE_PROBLEMS = {
  'value.tuple':
    'Several values stand where one was expected; give the vector a name on a line of its own, u = [1,2], and write u here',
  'value.set': 'A set stands where a number or vector was expected',
  'value.relation':
    'A relation stands where a number was expected; write \\mathbf 1_{x>0} for 1 or 0',
  'value.undefined': 'This has no value: {operation}',
  'value.overflow': 'This is greater than the largest number that can be computed, about 1.8e308',
  'value.underflow':
    'This rests on a number closer to 0 than the smallest that can be computed, about 4.9e-324; simplify it first, as \\log e^{x} to x',
  'value.hidden-zero':
    'Rounding hides whether this applies to 0 (±{error}), so its value is not known; rewrite it without a difference of nearly equal numbers',
  'value.unsure':
    'Rounding hides on which side of a jump or condition this number lies; write it as exact decimals, or move the bound',
  'value.uncertain':
    'Rounding leaves no digit of this value certain (±{error}); rewrite it without a difference of nearly equal numbers',
  'value.zero-times-infinity':
    '0 · ∞ has no value but in p\\log p and p\\log\\frac pq; leave these terms out, as in \\sum_{i: p_i>0}',
  'value.division-by-zero': 'This divides by zero; exclude that case',
  'value.logarithm-of-negative':
    'The logarithm of {argument}, a negative number, has no value; exclude that case',
  'value.root-of-negative':
    'The root of {argument}, a negative number, has no value; write \\sqrt[3]{x} for odd roots',
  'value.power-of-negative':
    'A negative number ({argument}) to the power {exponent} has no value; write \\sqrt[3]{x} for odd roots',
  'value.outside-function': '{argument} is outside the domain of this function',
  'value.no-case': 'No case holds here; add & \\text{otherwise}',
  'value.factorial':
    'Factorials and binomial coefficients are of whole numbers from 0; write a product for others',
  'value.empty-extremum': 'This runs over nothing, so it has no greatest or least value',
} as const;
