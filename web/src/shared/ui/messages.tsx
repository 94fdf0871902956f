import { createContext, type ReactNode, useCallback, useContext, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './messages.module.css';

type Kind = 'done' | 'failed';
interface Message {
  id: number;
  kind: Kind;
  text: string;
}

const SHOWN_MAX = 3;
const SHOWN_MS: Record<Kind, number> = { done: 5_000, failed: 12_000 };

const Say = createContext<(kind: Kind, text: string) => void>(() => undefined);

/** Says in a corner of the page, and to screen readers, what was done or why not. */
export const useSay = () => useContext(Say);

/** The two live regions stand empty from the start, so that the first message is spoken too. */
export function Messages({ children }: { children: ReactNode }) {
  const [messages, setMessages] = useState<readonly Message[]>([]);
  const next = useRef(0);
  const say = useCallback((kind: Kind, text: string) => {
    const message = { id: next.current++, kind, text };
    setMessages((before) => [...before, message].slice(-SHOWN_MAX));
  }, []);
  const drop = useCallback((id: number) => setMessages((before) => before.filter((message) => message.id !== id)), []);
  const of = (kind: Kind) =>
    messages.filter((message) => message.kind === kind).map((message) => <Shown key={message.id} message={message} drop={drop} />);
  return (
    <Say value={say}>
      {children}
      <div className={classes.stack}>
        <div role="status">{of('done')}</div>
        <div role="alert">{of('failed')}</div>
      </div>
    </Say>
  );
}

function Shown({ message: { id, kind, text }, drop }: { message: Message; drop: (id: number) => void }) {
  const { t } = useTranslation();
  const [isRead, setRead] = useState(false);
  useEffect(() => {
    if (isRead) return;
    const timer = setTimeout(() => drop(id), SHOWN_MS[kind]);
    return () => clearTimeout(timer);
  }, [id, kind, drop, isRead]);
  return (
    <div className={`${classes.message} ${classes[kind] ?? ''}`} onMouseEnter={() => setRead(true)} onMouseLeave={() => setRead(false)}>
      <span aria-hidden="true">{kind === 'done' ? '✓' : '!'}</span>
      <p>{text}</p>
      <button type="button" className={classes.close} onClick={() => drop(id)}>{t('kernel.act.close')}</button>
    </div>
  );
}
