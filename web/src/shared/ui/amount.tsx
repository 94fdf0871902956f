import { useTranslation } from 'react-i18next';
import { FEN_PER_WAN, formatWan, formatYuan } from '../format/money.ts';
import { useLanguage } from '../i18n/use-language.ts';
import classes from './marks.module.css';

/** 万元 are said where they need at most two decimals. */
const SHORT_FEN = FEN_PER_WAN / 100;

/** An amount in yuan; in Chinese and from ten thousand on also in 万元, as people here say it. */
export function Amount({ fen, large = false }: { fen: number; large?: boolean }) {
  const { t } = useTranslation();
  const inWan = useLanguage() === 'zh-CN' && Math.abs(fen) >= FEN_PER_WAN && fen % SHORT_FEN === 0;
  return (
    <span className={large ? `${classes.amount} ${classes.large}` : classes.amount}>
      {formatYuan(fen)}
      {inWan && <span className={classes.wan}>{t('kernel.money.wan', { amount: formatWan(fen) })}</span>}
    </span>
  );
}
