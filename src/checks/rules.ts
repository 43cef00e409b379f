// The one list of all rules.
import { displayError } from './displayError.js';
import { duplicateLabel } from './duplicateLabel.js';
import { evaluatedClaim } from './evaluatedClaim.js';
import { evaluationProblem } from './evaluationProblem.js';
import { labelWithoutNumber } from './labelWithoutNumber.js';
import { missingLabel } from './missingLabel.js';
import { multipleLabels } from './multipleLabels.js';
import type { Rule } from './rule.js';
import { siteDiffers } from './siteDiffers.js';
import { tablePipe } from './tablePipe.js';
import { texParse } from './texParse.js';
import { unclosedFormula } from './unclosedFormula.js';
import { undefinedLabel } from './undefinedLabel.js';
import { unusedLabel } from './unusedLabel.js';

export const rules: readonly Rule[] = [
  undefinedLabel,
  duplicateLabel,
  unusedLabel,
  labelWithoutNumber,
  multipleLabels,
  missingLabel,
  displayError,
  texParse,
  unclosedFormula,
  tablePipe,
  evaluatedClaim,
  evaluationProblem,
  siteDiffers,
];
