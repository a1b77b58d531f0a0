export * from './contract';
export { fileName, http, onSignedOut, save, speak } from './client';
export { faultsAt, isStatus, OfflineError, ProblemError } from './problem';
