// SPDX-License-Identifier: Apache-2.0
export * from './ActorLink';
export * from './CopyBlock';
export * from './ErrorPanel';
export * from './Fold';
export * from './FormDialog';
export * from './Loading';
export * from './Moment';
export * from './Note';
export * from './Pager';
export * from './StatusChip';
export * from './TimeLeft';
export * from './ToneIcon';
export * from './useCount';
export * from './useTimeFormat';
export * from './PlainTable';
