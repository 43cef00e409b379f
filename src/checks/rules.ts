// The one list of all rules.
import { displayError } from './displayError.js';
import { duplicateLabel } from './duplicateLabel.js';
import { eatenBackslash } from './engine/eatenBackslash.js';
import { leftOver } from './engine/leftOver.js';
import { lostRows } from './engine/lostRows.js';
import { notAFormula } from './engine/notAFormula.js';
import { smartQuotes } from './engine/smartQuotes.js';
import { template } from './engine/template.js';
import { excerptCollision } from './excerptCollision.js';
import { hardCodedNumber } from './hardCodedNumber.js';
import { keyList } from './keyList.js';
import { latexReference } from './latexReference.js';
import { numbersNothing } from './numbersNothing.js';
import { pastCut } from './pastCut.js';
import { staleNumber } from './staleNumber.js';
import { tagCollides } from './tagCollides.js';
import { unknownNumber } from './unknownNumber.js';
import { evaluatedClaim } from './evaluatedClaim.js';
import { evaluationProblem } from './evaluationProblem.js';
import { labelWithoutNumber } from './labelWithoutNumber.js';
import { mathSwitch } from './mathSwitch.js';
import { missingLabel } from './missingLabel.js';
import { multipleLabels } from './multipleLabels.js';
import { missingPost } from './missingPost.js';
import { missingHeading } from './missingHeading.js';
import { missingImage } from './missingImage.js';
import { movedPermalink } from './movedPermalink.js';
import { unpublishedPost } from './unpublishedPost.js';
import { staleTitle } from './staleTitle.js';
import { nearTitle } from './nearTitle.js';
import { ambiguousTitle } from './ambiguousTitle.js';
import { duplicatePart } from './duplicatePart.js';
import { seriesGap } from './seriesGap.js';
import { incompleteSeries } from './incompleteSeries.js';
import { brokenNeighbour } from './brokenNeighbour.js';
import { redefinedMacro } from './redefinedMacro.js';
import type { Rule } from './rule.js';
import { siteDiffers } from './siteDiffers.js';
import { symbolDrift } from './symbolDrift.js';
import { tableDrift } from './tableDrift.js';
import { tablePipe } from './tablePipe.js';
import { texParse } from './texParse.js';
import { unclosedFormula } from './unclosedFormula.js';
import { undefinedLabel } from './undefinedLabel.js';
import { unknownIgnore } from './unknownIgnore.js';
import { unsupportedTex } from './unsupportedTex.js';
import { unusedLabel } from './unusedLabel.js';

const rulesAboutPosts: readonly Rule[] = [
  undefinedLabel,
  duplicateLabel,
  unusedLabel,
  labelWithoutNumber,
  multipleLabels,
  excerptCollision,
  latexReference,
  keyList,
  pastCut,
  staleNumber,
  hardCodedNumber,
  unknownNumber,
  tagCollides,
  numbersNothing,
  missingLabel,
  missingPost,
  missingHeading,
  missingImage,
  movedPermalink,
  unpublishedPost,
  staleTitle,
  nearTitle,
  ambiguousTitle,
  duplicatePart,
  seriesGap,
  incompleteSeries,
  brokenNeighbour,
  displayError,
  texParse,
  unclosedFormula,
  unsupportedTex,
  redefinedMacro,
  tablePipe,
  symbolDrift,
  tableDrift,
  notAFormula,
  lostRows,
  eatenBackslash,
  leftOver,
  smartQuotes,
  template,
  mathSwitch,
  evaluatedClaim,
  evaluationProblem,
  siteDiffers,
];

export const rules: readonly Rule[] = [
  ...rulesAboutPosts,
  unknownIgnore(rulesAboutPosts.map(({ code }) => code)),
];
