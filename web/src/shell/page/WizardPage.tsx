import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../i18n';
import { FootContext } from './foot';
import { Page, type Heading } from './Page';
import css from './page.module.css';

export interface WizardStep {
  key: string;
  title: string;
  hint?: string;
}

interface Props extends Heading {
  steps: WizardStep[];
  /** The key of the step that is open. */
  current: string;
  /** Goes back to an earlier step; what was entered stays. Without it there is no way back. */
  onStep?: (key: string) => void;
  /** The button that leads on. Without it the step leads on by itself. */
  next?: { label: string; onClick: () => void; disabled?: boolean; loading?: boolean };
  /** One sentence beside the button: what is missing, or what will happen. */
  note?: ReactNode;
  extra?: ReactNode;
  children: ReactNode;
}

const CHINESE = ['一', '二', '三', '四', '五', '六', '七']; // eslint-disable-line no-restricted-syntax -- numerals, not words

/** Three to five steps in order, with a way back that loses nothing. */
export function WizardPage({
  steps,
  current,
  onStep,
  next,
  note,
  extra,
  children,
  ...heading
}: Props) {
  const { t } = useTranslation('shell');
  const locale = useLocale();
  const here = steps.findIndex((step) => step.key === current);
  const before = steps[here - 1];
  return (
    <Page {...heading}>
      <ol className={css.steps} aria-label={t('wizard.steps')}>
        {steps.map((step, i) => {
          const state = i < here ? 'done' : i === here ? 'here' : 'ahead';
          const title = <span className={css.stepTitle}>{step.title}</span>;
          return (
            <li
              key={step.key}
              className={css.step}
              data-state={state}
              aria-current={state === 'here' ? 'step' : undefined}
            >
              <span className={css.stepMark} aria-hidden>
                {locale === 'zh' ? CHINESE[i] : i + 1}
              </span>
              <span className={css.stepText}>
                {state === 'done' && onStep ? (
                  <button type="button" className={css.stepButton} onClick={() => onStep(step.key)}>
                    {title}
                  </button>
                ) : (
                  title
                )}
                {step.hint && <div className={css.stepHint}>{step.hint}</div>}
              </span>
            </li>
          );
        })}
      </ol>
      <FootContext value={57}>{children}</FootContext>
      {(next ?? (before && onStep) ?? extra) && (
        <div className={css.foot}>
          <div className={css.footSide}>
            {before && onStep && (
              <Button onClick={() => onStep(before.key)}>{t('wizard.back')}</Button>
            )}
            {extra}
          </div>
          <div className={css.footSide}>
            {note && <span className={css.footNote}>{note}</span>}
            {next && (
              <Button
                type="primary"
                onClick={next.onClick}
                disabled={next.disabled}
                loading={next.loading}
              >
                {next.label}
              </Button>
            )}
          </div>
        </div>
      )}
    </Page>
  );
}
