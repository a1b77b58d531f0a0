/** Files dropped elsewhere, such as on Home, that wait for the wizard to open. */
export interface Offered {
  file: File;
  /** The system it seems to come from, when the drop zone says so. */
  source?: string;
}

let waiting: Offered[] = [];

export function offer(files: Offered[]): void {
  waiting = [...waiting, ...files];
}

export function take(): Offered[] {
  const taken = waiting;
  waiting = [];
  return taken;
}
