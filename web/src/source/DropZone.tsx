import { useId, useState, type DragEvent, type ReactNode } from 'react';
import { icons } from '#shell';
import css from './drop.module.css';

interface Props {
  title: ReactNode;
  text: ReactNode;
  onFiles: (files: File[]) => void;
  /** What may be dropped; others are refused by the server with the reason. */
  accept?: string;
  busy?: boolean;
}

export const FILES = '.csv,.tsv,.txt,.xlsx,.json,.ndjson,.jsonl,.parquet,.gz,.zip';

/** A sheet of paper that takes files: drop them, or press it to choose. */
export function DropZone({ title, text, onFiles, accept = FILES, busy = false }: Props) {
  const id = useId();
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const files = [...event.dataTransfer.files];
    if (files.length > 0) onFiles(files);
  };
  return (
    <div
      className={css.zone}
      data-over={over || undefined}
      data-busy={busy || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <input
        id={id}
        className={css.input}
        type="file"
        multiple
        accept={accept}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          // The same file chosen again is a change too.
          event.target.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
      <label className={css.label} htmlFor={id}>
        <icons.file size={28} />
        <strong className={css.title}>{title}</strong>
        <span className={css.text}>{text}</span>
      </label>
    </div>
  );
}
