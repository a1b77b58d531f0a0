import type { ImportCheck, Mapping } from '#api';
import { gaps, type ReadJob } from './job';

/** How a file stands in a step: fine, to be looked at, not to be imported, not known yet. */
export interface Standing {
  state: 'ok' | 'look' | 'fault' | 'wait';
  /** The key of the words beside its name, and what they count. */
  text: string;
  n: number;
}

/** What could not be read as a row; once a person has chosen how to read it they know. */
export function lookStanding(job: ReadJob): Standing {
  const n = job.upload.look.noRows.length;
  return n > 0 && !job.layout
    ? { state: 'look', text: 'rail.noRows', n }
    : { state: 'ok', text: 'rail.columns', n: job.upload.look.columns.length };
}

export function mapStanding(
  mapping: Mapping | null,
  failed: boolean,
  mandatory: (entity: string) => string[],
): Standing {
  if (!mapping) return failed ? FAULT : WAIT;
  const missing = gaps(mapping, mandatory).length;
  return missing > 0
    ? { state: 'look', text: 'rail.gaps', n: missing }
    : { state: 'ok', text: 'rail.mapped', n: mapping.lines.length };
}

export function checkStanding(check: ImportCheck | undefined, failed: boolean): Standing {
  if (!check) return failed ? FAULT : WAIT;
  if (check.faults.length > 0) return FAULT;
  const lines = new Set(
    check.quarantined.filter((cell) => cell.severity === 'quarantine').map((cell) => cell.line),
  ).size;
  if (lines > 0) return { state: 'look', text: 'rail.quarantined', n: lines };
  const dropped = check.quarantined.filter((cell) => cell.severity === 'warn').length;
  // The file may be imported as it is, but nothing is wrong with it only where nothing is lost.
  return dropped > 0
    ? { state: 'ok', text: 'rail.dropped', n: dropped }
    : { state: 'ok', text: 'rail.fine', n: 0 };
}

const FAULT: Standing = { state: 'fault', text: 'rail.fault', n: 0 };
const WAIT: Standing = { state: 'wait', text: 'rail.wait', n: 0 };
