import { useState, type ReactNode } from 'react';
import type { Customer } from '#api';
import { isSegment, useLexicon } from '#condition';
import { useFormat, useLabel, useTranslation } from '#shell';
import { WhyDrawer, type WhyAsked } from '#tag';
import { Blank } from './Chapter';
import { MoreButton } from './MoreButton';
import { linesOf, traitsOf, type HeldTrait } from './panels';
import css from './portrait.module.css';
import { dayWritten } from './summary';

/** Tags and segments as slips of paper; each answers why. */
export function HeldTraits({ customer }: { customer: Customer }) {
  const { t } = useTranslation('profile');
  const label = useLabel();
  const words = useLexicon();
  const [asked, setAsked] = useState<WhyAsked | null>(null);
  const held = traitsOf(linesOf(customer, 'traits'));
  if (held.length === 0) return <Blank>{t('traits.none')}</Blank>;
  const name = (one: HeldTrait) =>
    [label(words.trait(one.trait)?.label), one.label].find((text) => text) ?? one.trait;
  const value = (one: HeldTrait) => {
    if (isSegment(one.trait) || one.value === 'true') return null;
    const coded = words.trait(one.trait)?.values.find((coded) => String(coded.value) === one.value);
    return [label(coded?.label), one.shown, one.value].find((text) => text) ?? null;
  };
  const slip = (one: HeldTrait) => (
    <Slip
      name={name(one)}
      value={value(one)}
      since={one.since}
      onClick={() => setAsked({ trait: one.trait, label: name(one), customer: customer.id })}
    />
  );
  return (
    <>
      <Slips
        title={t('traits.tags')}
        traits={held.filter((one) => !isSegment(one.trait))}
        slip={slip}
      />
      <Slips
        title={t('traits.segments')}
        traits={held.filter((one) => isSegment(one.trait))}
        slip={slip}
      />
      <WhyDrawer asked={asked} onClose={() => setAsked(null)} />
    </>
  );
}

/** Of hundreds only so many at first: the rest of the portrait stays within reach. */
const FIRST = 24;

function Slips({
  title,
  traits,
  slip,
}: {
  title: string;
  traits: HeldTrait[];
  slip: (one: HeldTrait) => ReactNode;
}) {
  const [all, setAll] = useState(false);
  if (traits.length === 0) return null;
  return (
    <>
      <h3 className={css.small}>{title}</h3>
      <ul className={css.slips}>
        {(all ? traits : traits.slice(0, FIRST)).map((one) => (
          <li key={one.trait}>{slip(one)}</li>
        ))}
      </ul>
      <div className={css.slipsMore}>
        <MoreButton shown={all} total={traits.length} first={FIRST} onClick={() => setAll(!all)} />
      </div>
    </>
  );
}

function Slip({
  name,
  value,
  since,
  onClick,
}: {
  name: string;
  value: string | null;
  since: string | null;
  onClick: () => void;
}) {
  const { t } = useTranslation('profile');
  const format = useFormat();
  return (
    <button type="button" className={css.slip} onClick={onClick}>
      <span className={css.slipName}>
        {name}
        {value !== null && <b>{value}</b>}
      </span>
      <span className={css.slipFoot}>
        {since !== null && <span>{t('traits.since', { day: dayWritten(since, format) })}</span>}
        <span className={css.slipWhy}>{t('traits.why')}</span>
      </span>
    </button>
  );
}
