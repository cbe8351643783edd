// SPDX-License-Identifier: Apache-2.0
export * from './phase';
export * from './session';
export * from './inputs';
export * from './requests';
export * from './options';
export * from './audit';
export * from './auditState';
export * from './clusterEvents';
export * from './signOff';
export * from './traffic';
