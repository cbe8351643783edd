// SPDX-License-Identifier: Apache-2.0
export { operatorDefinitions } from './definitions';
export { previewOfPayments } from './previewOfPayments';
export { operatorRules } from './rbac';
export { startOperator } from './startOperator';
export type { OperatorOptions, RunningOperator } from './startOperator';
