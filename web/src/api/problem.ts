import type { Fault, Problem } from './contract';

/** What the server refused, in words that can be shown: `message` holds one sentence a fault. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly status: number;
  readonly id: string | undefined;
  readonly faults: readonly Fault[];

  constructor(problem: Problem) {
    const faults = problem.faults ?? [];
    const said = faults.length > 0 ? faults.map((fault) => fault.message) : [problem.detail];
    const text = said.filter(Boolean).join('\n');
    super(text === '' ? (problem.title ?? `HTTP ${problem.status}`) : text);
    this.status = problem.status;
    this.id = problem.id;
    this.faults = faults;
  }
}

/** The server could not be reached at all. */
export class OfflineError extends Error {
  override readonly name = 'OfflineError';
}

export const isStatus = (error: unknown, status: number): boolean =>
  error instanceof ProblemError && error.status === status;

/** Faults at a place, such as `lines[3].field`, for showing them beside the field itself. */
export const faultsAt = (error: unknown, place: string): Fault[] =>
  error instanceof ProblemError ? error.faults.filter((fault) => fault.place === place) : [];
