import { useTranslation } from 'react-i18next';
import type { FieldRule, Profile } from './profile-rules.ts';
import classes from './drafts.module.css';

/** What the profile says of one field; where the field lies outside, that it does, and the article at once. */
export function RuleHint({ profile, rules }: { profile: Profile; rules: readonly FieldRule[] }) {
  const { t } = useTranslation();
  const span = (seconds: number) =>
    seconds % 86_400 === 0
      ? t('trading.rules.days', { count: seconds / 86_400 })
      : seconds % 60 === 0
        ? t('trading.rules.minutes', { count: seconds / 60 })
        : t('trading.rules.seconds', { count: seconds });
  const words = ({ says }: FieldRule): string => {
    switch (says.key) {
      case 'seconds':
        return t('trading.draft.rule.between', { min: span(says.values.min), max: span(says.values.max) });
      case 'noProtocol':
      case 'noOption':
      case 'noReserve':
      case 'reserveIsStart':
      case 'appraisal':
        return t(`trading.draft.rule.${says.key}`);
      default:
        return t(`trading.draft.rule.${says.key}`, { ...says.values });
    }
  };
  return (
    <div aria-live="polite">
      {rules.map((rule) => (
        <p key={rule.rule} className={rule.isOutside ? classes.outside : classes.allowed}>
          {rule.isOutside ? t('trading.draft.rule.outside', { rule: words(rule) }) : words(rule)}
          {rule.isOutside && (
            <span className={classes.source}>
              {t('trading.draft.rule.source', { source: profile.lines.find(({ field }) => field === rule.rule)?.source ?? '' })}
            </span>
          )}
        </p>
      ))}
    </div>
  );
}
