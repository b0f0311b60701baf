import type { Rule, SourceRule } from '../rule';
import { cyclicDefinition } from './cyclic-definition';
import { definitionObject } from './definition-object';
import { definitionSize } from './definition-size';
import { duplicateKey } from './duplicate-key';
import { duplicateStateName } from './duplicate-state-name';
import { emptyList } from './empty-list';
import { exclusiveFields } from './exclusive-fields';
import { fieldEnum } from './field-enum';
import { fieldRange } from './field-range';
import { fieldType } from './field-type';
import { jsonSyntax } from './json-syntax';
import { mapLabel } from './map-label';
import { missingDefinition } from './missing-definition';
import { missingTarget } from './missing-target';
import { nestingDepth } from './nesting-depth';
import { nextOrEnd } from './next-or-end';
import { noTerminalState } from './no-terminal-state';
import { notJson } from './not-json';
import { otherLanguageField } from './other-language-field';
import { queryLanguageDowngrade } from './query-language-downgrade';
import { repeatedErrorName } from './repeated-error-name';
import { requiredFields } from './required-fields';
import { reservedErrorName } from './reserved-error-name';
import { retriedRuntimeError } from './retried-runtime-error';
import { stateName } from './state-name';
import { stateType } from './state-type';
import { statesAll } from './states-all';
import { timestamp } from './timestamp';
import { unknownField } from './unknown-field';
import { unreachableState } from './unreachable-state';
import { unsupportedField } from './unsupported-field';
import { variableName } from './variable-name';
import { waitFields } from './wait-fields';

/** What is looked at before anything else: after an error of theirs nothing more can be said. */
export const SOURCE_RULES: readonly SourceRule[] = [
  missingDefinition, jsonSyntax, cyclicDefinition, nestingDepth, definitionSize, notJson, definitionObject, duplicateKey,
];

/** All other rules, in the order in which their findings are reported. */
export const RULES: readonly Rule[] = [
  requiredFields, stateType, fieldType, fieldRange, fieldEnum, emptyList, exclusiveFields, unsupportedField, queryLanguageDowngrade, otherLanguageField,
  nextOrEnd, waitFields, stateName, duplicateStateName, mapLabel, timestamp, variableName, statesAll,
  missingTarget, noTerminalState, unreachableState,
  unknownField, repeatedErrorName, reservedErrorName, retriedRuntimeError,
];
