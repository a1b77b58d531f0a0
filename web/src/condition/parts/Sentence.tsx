import type { Condition } from '#api';
import { useSpeech } from '../api';
import type { Token } from '../speech';
import { words } from '../words';
import css from './builder.module.css';

/** A condition in words; what was entered stands out. */
export function Sentence({ condition }: { condition: Condition }) {
  const speech = useSpeech();
  return <Tokens tokens={words(condition, speech)} />;
}

export function Tokens({ tokens }: { tokens: Token[] }) {
  return (
    <span className={css.sentence}>
      {tokens.map((token, i) =>
        token.strong ? <b key={i}>{token.text}</b> : <span key={i}>{token.text}</span>,
      )}
    </span>
  );
}
