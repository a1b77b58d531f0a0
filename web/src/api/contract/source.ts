import type { Schemas, With } from './exact';
import type { QuarantinedCell } from './quality';
import type { RunState } from './run';
import type { ColumnType, Grain, Grained } from './standard';

export type Layout = Schemas['Layout'];
/** `filled`: the share of the rows looked at that hold something, 0…1. */
export type LookColumn = With<Schemas['LookColumnView'], { type: ColumnType }>;
/** `noRows`: lines that are no rows, among the first ones. */
export type FileLook = With<Schemas['LookView'], { columns: LookColumn[] }>;
/** `place`: the character of the line at which it cannot be read on. */
export type NoRow = Schemas['LookNoRowView'];
export type Upload = With<
  Schemas['UploadView'],
  { look: FileLook; more: With<Schemas['UploadFileView'], { look: FileLook }>[] }
>;
export type MappingLine = Schemas['MappingLine'];
/** What is done to the text of a cell before its field reads it. */
export type Transform = Schemas['Transform'];
export type Mapping = With<Schemas['Mapping'], Grained>;
export type ImportCheck = With<Schemas['UploadCheckView'], { quarantined: QuarantinedCell[] }>;
export type SourceFeed = With<Schemas['SourceFeedView'], Grained & { mapping: Mapping }>;
/** What a source is called. */
export type SourceName = Schemas['SourceName'];
/** A landed file of a source. */
export type SourceBatch = With<Schemas['SourceBatchView'], Grained>;
/** `stopped`: the import ended before its turn came, or while it was read. */
export type FileState = 'waiting' | 'landed' | 'refused' | 'stopped';
/** What an import made of one of its files. `retry`: whether beginning again can help. */
export type ImportedFile = With<
  Schemas['ImportFileView'],
  { state: FileState; runState: RunState; grain?: Grain }
>;
export type ImportedFiles = With<Schemas['ImportFilesView'], { files: ImportedFile[] }>;
export type SourceView = With<Schemas['SourceView'], { feeds: SourceFeed[] }>;
