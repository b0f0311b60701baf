import type { Rule, SourceRule } from '../rule';
import { argumentCase } from './argument-case';
import { argumentModel } from './argument-model';
import { busyLoop } from './busy-loop';
import { catchLosesInput } from './catch-loses-input';
import { choiceLiteral } from './choice-literal';
import { choiceNotExhaustive } from './choice-not-exhaustive';
import { choiceRule } from './choice-rule';
import { contextField } from './context-field';
import { credentials } from './credentials';
import { definitionObject } from './definition-object';
import { definitionSize } from './definition-size';
import { discardedResult } from './discarded-result';
import { distributedOnlyField } from './distributed-only-field';
import { duplicateKey } from './duplicate-key';
import { duplicateStateName } from './duplicate-state-name';
import { emptyList } from './empty-list';
import { errorOfOtherService } from './error-of-other-service';
import { exclusiveFields } from './exclusive-fields';
import { expressActivity } from './express-activity';
import { expressDistributedMap } from './express-distributed-map';
import { expressDuration } from './express-duration';
import { expressPattern } from './express-pattern';
import { fieldEnum } from './field-enum';
import { fieldRange } from './field-range';
import { fieldType } from './field-type';
import { foreignSyntax } from './foreign-syntax';
import { heartbeat } from './heartbeat';
import { historySize } from './history-size';
import { inexactNumber } from './inexact-number';
import { integrationArguments } from './integration-arguments';
import { intrinsicArguments } from './intrinsic-arguments';
import { itemReader } from './item-reader';
import { jsonSyntax } from './json-syntax';
import { jsonataContext } from './jsonata-context';
import { jsonataMarks } from './jsonata-marks';
import { jsonataRegex } from './jsonata-regex';
import { jsonataSyntax } from './jsonata-syntax';
import { loopWithoutExit } from './loop-without-exit';
import { mapLabel } from './map-label';
import { mapProcessor } from './map-processor';
import { mapResultSize } from './map-result-size';
import { missingArgument } from './missing-argument';
import { missingDefinition } from './missing-definition';
import { missingTarget } from './missing-target';
import { nestingDepth } from './nesting-depth';
import { nextOrEnd } from './next-or-end';
import { noDollar } from './no-dollar';
import { noPath } from './no-path';
import { noTerminalState } from './no-terminal-state';
import { otherLanguageField } from './other-language-field';
import { pathNotThere } from './path-not-there';
import { pathSyntax } from './path-syntax';
import { queryLanguageDowngrade } from './query-language-downgrade';
import { referencePath } from './reference-path';
import { repeatedErrorName } from './repeated-error-name';
import { requiredFields } from './required-fields';
import { reservedErrorName } from './reserved-error-name';
import { resourceAction } from './resource-action';
import { resourceArn } from './resource-arn';
import { resourceCase } from './resource-case';
import { resourcePattern } from './resource-pattern';
import { retriedRuntimeError } from './retried-runtime-error';
import { retryOutlastsTimeout } from './retry-outlasts-timeout';
import { sdkAction } from './sdk-action';
import { stateName } from './state-name';
import { stateType } from './state-type';
import { statesAll } from './states-all';
import { statesField } from './states-field';
import { staticPassResult } from './static-pass-result';
import { templateExpression } from './template-expression';
import { templateValue } from './template-value';
import { throttlingNotHandled } from './throttling-not-handled';
import { timestamp } from './timestamp';
import { tokenWithoutTimeout } from './token-without-timeout';
import { unknownField } from './unknown-field';
import { unreachableState } from './unreachable-state';
import { unsupportedField } from './unsupported-field';
import { unusedVariable } from './unused-variable';
import { variableAssignedTwice } from './variable-assigned-twice';
import { variableName } from './variable-name';
import { variableOutOfScope } from './variable-out-of-scope';
import { variableShadowed } from './variable-shadowed';
import { variableUnassigned } from './variable-unassigned';
import { waitFields } from './wait-fields';

/** What is looked at before anything else: after an error of theirs nothing more can be said. */
export const SOURCE_RULES: readonly SourceRule[] = [
  missingDefinition,
  jsonSyntax,
  nestingDepth,
  definitionSize,
  definitionObject,
  duplicateKey,
  inexactNumber,
];

/** All other rules, in the order in which their findings are reported. */
export const RULES: readonly Rule[] = [
  requiredFields,
  stateType,
  fieldType,
  fieldRange,
  fieldEnum,
  emptyList,
  exclusiveFields,
  unsupportedField,
  unknownField,
  queryLanguageDowngrade,
  otherLanguageField,
  nextOrEnd,
  waitFields,
  choiceRule,
  choiceLiteral,
  mapProcessor,
  itemReader,
  credentials,
  stateName,
  duplicateStateName,
  mapLabel,
  timestamp,
  variableName,
  statesAll,
  templateExpression,
  templateValue,
  pathSyntax,
  referencePath,
  jsonataSyntax,
  jsonataRegex,
  jsonataMarks,
  jsonataContext,
  statesField,
  resourceArn,
  resourceAction,
  resourceCase,
  resourcePattern,
  integrationArguments,
  argumentCase,
  argumentModel,
  expressPattern,
  expressActivity,
  expressDistributedMap,
  missingTarget,
  noTerminalState,
  unreachableState,
  distributedOnlyField,
  noDollar,
  noPath,
  staticPassResult,
  foreignSyntax,
  contextField,
  intrinsicArguments,
  repeatedErrorName,
  reservedErrorName,
  errorOfOtherService,
  retriedRuntimeError,
  sdkAction,
  missingArgument,
  heartbeat,
  expressDuration,
  variableUnassigned,
  variableOutOfScope,
  variableShadowed,
  variableAssignedTwice,
  unusedVariable,
  pathNotThere,
  catchLosesInput,
  discardedResult,
  choiceNotExhaustive,
  loopWithoutExit,
  busyLoop,
  retryOutlastsTimeout,
  mapResultSize,
  historySize,
  tokenWithoutTimeout,
  throttlingNotHandled,
];
