// SPDX-License-Identifier: Apache-2.0
export * from './ActorLink';
export * from './CopyBlock';
export * from './ErrorPanel';
export * from './Fold';
export * from './FormDialog';
export * from './LiveItems';
export * from './Loading';
export * from './Moment';
export * from './Note';
export * from './OpeningLine';
export * from './Pager';
export * from './StatusChip';
export * from './TimeLeft';
export * from './ToneIcon';
export * from './useCount';
export * from './useTimeFormat';
export * from './PlainTable';
