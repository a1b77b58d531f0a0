import { Input, type InputRef } from 'antd';
import { useRef, useState } from 'react';
import { faultsAt } from '#api';
import { useTranslation } from '#shell';
import css from './draw.module.css';

/** The name of what is being made: asked for when it is missing, with what the server said of it. */
export function useName(start: string) {
  const [name, setName] = useState(start);
  const [missing, setMissing] = useState(false);
  const input = useRef<InputRef>(null);
  const change = (next: string) => {
    setName(next);
    setMissing(false);
  };
  /** The name as it is kept; nothing, and the keyboard in its place, while there is none. */
  const given = (): string | null => {
    if (name.trim() !== '') return name.trim();
    setMissing(true);
    input.current?.focus();
    return null;
  };
  return { name, change, given, missing, input };
}

export function NameInput({
  of,
  label,
  error,
}: {
  of: ReturnType<typeof useName>;
  label: string;
  error: unknown;
}) {
  const { t } = useTranslation('condition');
  const { name, change, missing, input } = of;
  const fault = nameFault(error);
  return (
    <div className={css.nameBox}>
      <Input
        ref={input}
        variant="underlined"
        className={css.name}
        value={name}
        maxLength={60}
        placeholder={label}
        aria-label={label}
        status={missing || fault ? 'error' : undefined}
        onChange={(event) => change(event.target.value)}
      />
      {(missing || fault !== undefined) && (
        <p className={css.nameFault} role="alert">
          {fault ?? t('draw.nameMissing')}
        </p>
      )}
    </div>
  );
}

/** What the server said against the name. */
export const nameFault = (error: unknown): string | undefined =>
  faultsAt(error, 'label')[0]?.message;
