import { Alert } from 'antd';
import { useMemo, type ReactNode } from 'react';
import type { Condition } from '#api';
import { Await, Page, useTranslation } from '#shell';
import { useVocabulary } from '../api';
import { empty } from '../draft';
import { read } from '../read';
import { Sentence } from './Sentence';

/** Lets the canvas be shown once its words are there; a condition of another make is only read out. */
export function Drawable({
  initial,
  title,
  up,
  children,
}: {
  initial: Condition | null;
  title: string;
  up: { to: string; label: string };
  children: ReactNode;
}) {
  const { t } = useTranslation('condition');
  const vocabulary = useVocabulary();
  const drawn = useMemo(() => (initial ? read(initial) : empty), [initial]);
  if (drawn === null && initial)
    return (
      <Page title={title} up={up}>
        <Alert type="info" showIcon title={t('draw.undrawable')} />
        <p>
          <Sentence condition={initial} />
        </p>
      </Page>
    );
  if (!vocabulary.data)
    return (
      <Page title={title} up={up}>
        <Await query={vocabulary}>{() => null}</Await>
      </Page>
    );
  return children;
}
