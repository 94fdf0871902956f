using System.Collections.Immutable;

namespace IpMarket.Domain.Catalogue.Patents.Life;

/// <summary>
/// The status machine: 申请中{公开, 实质审查} → 授权 → {届满, 欠费终止, 放弃, 宣告全部无效}, with side marks. A pure function
/// of the timeline and a day. Facts after the day do not count. A fact that does not fit what stood before changes
/// nothing and is named.
/// </summary>
public static class LifeMachine
{
    /// <summary>The status at the end of <paramref name="on"/>.</summary>
    /// <param name="timeline">Oldest first, see <see cref="LegalTimeline"/>.</param>
    /// <param name="termEndsOn">The last day of the term where it is known: a right that stands ends after it.</param>
    /// <param name="on">The day asked about.</param>
    public static LifeStatus At(ImmutableArray<TimelineEntry> timeline, DateOnly? termEndsOn, DateOnly on)
    {
        var run = new Run();
        for (var i = 0; i < timeline.Length && timeline[i].On <= on; i++) run.Take(i, timeline[i]);
        if (termEndsOn < on) run.TermIsOver(termEndsOn.Value);
        return run.Status;
    }

    private static bool IsPending(LifeState state) => state is LifeState.Published or LifeState.Examination;

    /// <summary>A right that stood and has ended.</summary>
    private static bool IsOver(LifeState state) => state is LifeState.Expired or LifeState.FeeLapsed
        or LifeState.Abandoned or LifeState.Invalidated or LifeState.Terminated;

    /// <summary>Nothing brings it back.</summary>
    private static bool IsFinal(LifeState state) => state is LifeState.Expired or LifeState.Invalidated;

    private static bool IsEnded(LifeState state) =>
        IsOver(state) || state is LifeState.Refused or LifeState.Withdrawn;

    private static bool IsRestoring(LegalEffect effect) =>
        effect is LegalEffect.Restored or LegalEffect.RightRestored or LegalEffect.ApplicationRestored;

    /// <summary>
    /// The state an effect leads to; the same state when it changes nothing; null when it does not fit.
    /// </summary>
    /// <param name="state">What stood before.</param>
    /// <param name="beforeEnd">What stood before the last end.</param>
    /// <param name="effect">What the fact does.</param>
    /// <param name="isSighting">The fact is somebody's look at the whole state, not one step of it.</param>
    private static LifeState? Next(LifeState state, LifeState beforeEnd, LegalEffect effect, bool isSighting) =>
        effect switch
        {
            LegalEffect.Published => state == LifeState.Unknown ? LifeState.Published : state,
            LegalEffect.ExaminationStarted =>
                state is LifeState.Unknown or LifeState.Published ? LifeState.Examination : state,
            LegalEffect.Granted => IsOver(state) && (!isSighting || IsFinal(state)) ? null : LifeState.Granted,
            LegalEffect.Refused or LegalEffect.Withdrawn => EndOfApplication(state, effect),
            LegalEffect.Expired or LegalEffect.FeeLapsed or LegalEffect.Abandoned or LegalEffect.Invalidated
                or LegalEffect.Terminated => EndOfRight(state, effect),
            LegalEffect.RightRestored or LegalEffect.ApplicationRestored or LegalEffect.Restored =>
                Restored(state, beforeEnd, effect),
            LegalEffect.PartlyInvalidated or LegalEffect.PartlyAbandoned =>
                state is LifeState.Refused or LifeState.Withdrawn ? null
                : IsOver(state) ? state
                : LifeState.Granted,
            _ => state,
        };

    private static LifeState? EndOfApplication(LifeState state, LegalEffect effect)
    {
        var end = effect == LegalEffect.Refused ? LifeState.Refused : LifeState.Withdrawn;
        return state == LifeState.Granted || IsOver(state) ? null : end;
    }

    /// <summary>An invalidated right never was; a cause takes the place of an end without one.</summary>
    private static LifeState? EndOfRight(LifeState state, LegalEffect effect)
    {
        var end = effect switch
        {
            LegalEffect.Expired => LifeState.Expired,
            LegalEffect.FeeLapsed => LifeState.FeeLapsed,
            LegalEffect.Abandoned => LifeState.Abandoned,
            LegalEffect.Invalidated => LifeState.Invalidated,
            _ => LifeState.Terminated,
        };
        if (state is LifeState.Refused or LifeState.Withdrawn) return effect == LegalEffect.Terminated ? state : null;
        if (!IsOver(state) || state == LifeState.Terminated || end == LifeState.Invalidated) return end;
        return state;
    }

    /// <summary>
    /// What ended comes back as what it was. Nothing to restore is no contradiction where it stands or no end was seen;
    /// an expired or invalidated right, and one of the other kind, cannot come back.
    /// </summary>
    private static LifeState? Restored(LifeState state, LifeState beforeEnd, LegalEffect effect)
    {
        var wasRight = state is LifeState.FeeLapsed || beforeEnd == LifeState.Granted;
        return state switch
        {
            _ when IsFinal(state) => null,
            LifeState.Unknown => effect == LegalEffect.ApplicationRestored ? LifeState.Published : LifeState.Granted,
            LifeState.Granted => effect == LegalEffect.ApplicationRestored ? null : state,
            LifeState.Published or LifeState.Examination =>
                effect == LegalEffect.RightRestored ? LifeState.Granted : state,
            LifeState.Refused or LifeState.Withdrawn => effect == LegalEffect.RightRestored
                ? null
                : beforeEnd == LifeState.Unknown ? LifeState.Published : beforeEnd,
            _ when effect == LegalEffect.RightRestored => LifeState.Granted,
            _ when effect == LegalEffect.ApplicationRestored =>
                wasRight ? null : beforeEnd == LifeState.Unknown ? LifeState.Published : beforeEnd,
            _ => wasRight || beforeEnd == LifeState.Unknown ? LifeState.Granted : beforeEnd,
        };
    }

    /// <summary>One way through a timeline.</summary>
    private sealed class Run
    {
        private readonly SortedSet<LifeMark> marks = [];
        private readonly ImmutableArray<int>.Builder unfitting = ImmutableArray.CreateBuilder<int>();
        private LifeState state;
        private LifeState beforeEnd;
        private LegalEffect? settledBy;
        private DateOnly? since;
        private string? by;
        private int licences;

        public LifeStatus Status => new(state, since, by, [.. marks], unfitting.ToImmutable());

        public void Take(int index, TimelineEntry entry)
        {
            var isSighting = entry.Kind == TimelineKind.Sighting;
            if (Next(state, beforeEnd, entry.Effect, isSighting) is not { } next
                || (isSighting && !entry.IsDated && Overrides(next)))
            {
                unfitting.Add(index);
                return;
            }

            Mark(entry.Effect);
            if (next == state) return;
            if (IsRestoring(entry.Effect) && state != LifeState.Unknown) marks.Add(LifeMark.Restored);
            Move(next, entry.IsDated ? entry.On : null, entry.Text);
            settledBy = entry is { Kind: TimelineKind.Event, IsDated: true } ? entry.Effect : null;
        }

        /// <summary>
        /// A look without a day may be older than any dated event. So it may tell of an end, which no grant excludes,
        /// but not bring back what such an event ended, nor end what one restored.
        /// </summary>
        private bool Overrides(LifeState next) => next != state && settledBy is { } effect
            && (IsRestoring(effect) || (IsEnded(state) && !IsEnded(next)));

        public void TermIsOver(DateOnly lastDay)
        {
            if (state == LifeState.Granted) Move(LifeState.Expired, lastDay, LifeStatus.TermOver);
        }

        private void Move(LifeState next, DateOnly? on, string text)
        {
            if (state is LifeState.Unknown or LifeState.Granted || IsPending(state)) beforeEnd = state;
            (state, since, by) = (next, on, text);
        }

        private void Mark(LegalEffect effect)
        {
            switch (effect)
            {
                case LegalEffect.Pledged: marks.Add(LifeMark.Pledged); break;
                case LegalEffect.PledgeReleased: marks.Remove(LifeMark.Pledged); break;
                case LegalEffect.Preserved: marks.Add(LifeMark.Preserved); break;
                case LegalEffect.PreservationLifted: marks.Remove(LifeMark.Preserved); break;
                case LegalEffect.OpenLicenceDeclared: marks.Add(LifeMark.OpenLicence); break;
                case LegalEffect.OpenLicenceWithdrawn: marks.Remove(LifeMark.OpenLicence); break;
                case LegalEffect.PartlyInvalidated or LegalEffect.PartlyAbandoned: marks.Add(LifeMark.Narrowed); break;
                case LegalEffect.Transferred or LegalEffect.ApplicationTransferred:
                    marks.Add(LifeMark.Transferred);
                    break;
                case LegalEffect.LicenceRecorded: Licences(1); break;
                case LegalEffect.LicenceCancelled: Licences(-1); break;
                default: break;
            }
        }

        /// <summary>Several licences may stand at once; one cancelled leaves the others.</summary>
        private void Licences(int change)
        {
            licences = Math.Max(0, licences + change);
            if (licences > 0) marks.Add(LifeMark.Licensed);
            else marks.Remove(LifeMark.Licensed);
        }
    }
}
