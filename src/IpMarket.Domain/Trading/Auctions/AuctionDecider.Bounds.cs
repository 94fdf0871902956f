using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Calendars;
using IpMarket.Domain.Trading.Auctions.Bidding;
using IpMarket.Domain.Trading.Auctions.Sealed;
using IpMarket.Domain.Trading.RuleProfiles;

namespace IpMarket.Domain.Trading.Auctions;

/// <summary>What a profile binds beside the amounts. Each refusal names its source.</summary>
public static partial class AuctionDecider
{
    private const int AppraiserCharsMax = 100;

    /// <summary>Drafting is open to everybody's profile; publishing asks who the centre is (P5).</summary>
    private static Refusal? NotToBeHosted(Auction auction, RuleProfile profile, HeldQualification? held)
    {
        if (profile.Host != HostQualification.None && held?.Kind != profile.Host)
        {
            return Bound(
                auction,
                AuctionRefusal.HostNotQualified,
                profile.SourceOf("host"),
                ("profile", new Told(profile.Name, profile.Name, profile.NameEn)),
                ("qualification", profile.Host));
        }

        return OfferedHere.Accounts.Contains(profile.Account)
            ? null
            : Bound(
                auction, AuctionRefusal.AccountNotOffered, profile.SourceOf("account"), ("account", profile.Account));
    }

    private static Refusal? OutOfBounds(Auction auction, AuctionTerms terms, DraftFacts facts, DateTimeOffset now)
    {
        var profile = facts.Profile!;
        return NotOfProtocol(auction, terms, profile)
            ?? (SealedRules.Fault(terms, isWhole: true) is { } odd ? Explained(auction, odd) : null)
            ?? UnsoundAppraisal(auction, terms, now)
            ?? MoneyOutOfBounds(auction, terms, profile)
            ?? ReserveNotAllowed(auction, terms, profile)
            ?? (profile.Ladder is { } ladder && facts.Listing.Before?.Under(profile.Code) is { } before
                ? OffTheLadder(auction, terms, profile, ladder, before)
                : OffTheAppraisal(auction, terms, profile))
            ?? TimesOutOfBounds(auction, terms, profile, facts.Calendar, now)
            ?? NoticeTooShort(auction, terms, facts, now)
            ?? ViewingTooShort(auction, terms, profile, now);
    }

    private static Refusal? NotOfProtocol(Auction auction, AuctionTerms terms, RuleProfile profile) =>
        !profile.Protocols.Contains(terms.Protocol)
            ? Bound(
                auction,
                AuctionRefusal.ProtocolNotAllowed,
                profile.SourceOf("protocols"),
                ("protocol", terms.Protocol))
        : !OfferedHere.ProtocolsOf(profile).Contains(terms.Protocol)
            ? No(auction, AuctionRefusal.ProtocolNotOffered, ("protocol", terms.Protocol))
        : !profile.SoftClose.Contains(terms.SoftCloseKind)
            ? Bound(
                auction,
                AuctionRefusal.SoftCloseNotAllowed,
                profile.SourceOf("softClose"),
                ("kind", terms.SoftCloseKind))
        : OptionsOf(terms).FirstOrDefault(option => !profile.Takes(option!.Value)) is { } added
            ? Bound(auction, AuctionRefusal.OptionNotAllowed, profile.SourceOf("options"), ("option", added))
        : null;

    /// <summary>What the terms add to their protocol; a fixed step is nothing added.</summary>
    private static IEnumerable<BiddingOption?> OptionsOf(AuctionTerms terms)
    {
        if (terms.StepTable is { Kind: not StepKind.Fixed }) yield return BiddingOption.StepTable;
        if (terms.TakesProxies) yield return BiddingOption.ProxyBids;
        if (terms.HasPreemption) yield return BiddingOption.RankedPreemption;
        if (terms.BuyNow is not null) yield return BiddingOption.BuyNow;
    }

    private static Refusal? ReserveNotAllowed(Auction auction, AuctionTerms terms, RuleProfile profile)
    {
        bool Allows(ReserveDisclosure kind) => profile.Reserves.Contains(kind);
        var isAllowed = terms.Reserve is not { } reserve
            ? Allows(ReserveDisclosure.None) || Allows(ReserveDisclosure.EqualToStart)
            : Allows(ReserveDisclosure.Public)
                || (reserve == terms.StartPrice && Allows(ReserveDisclosure.EqualToStart));
        return isAllowed ? null : Bound(auction, AuctionRefusal.ReserveNotAllowed, profile.SourceOf("reserves"));
    }

    /// <summary>Whatever the profile asks for, an appraisal that is given is one.</summary>
    private static Refusal? UnsoundAppraisal(Auction auction, AuctionTerms terms, DateTimeOffset now) =>
        terms.Appraisal is { } said && (said.Value.Fen is < 1 or > Limits.AmountFenMax
            || said.On > WorkingCalendar.DayOf(now)
            || string.IsNullOrWhiteSpace(said.By)
            || said.By.Length > AppraiserCharsMax)
            ? No(auction, AuctionRefusal.AppraisalUnsound, ("max", AppraiserCharsMax))
            : null;

    private static Refusal? OffTheAppraisal(Auction auction, AuctionTerms terms, RuleProfile profile)
    {
        if (profile.StartPermilleOfAppraisal is not { } bounds) return null;
        var source = profile.SourceOf("startPermilleOfAppraisal");
        if (terms.Appraisal is not { } appraisal) return Bound(auction, AuctionRefusal.AppraisalMissing, source);
        var (value, start) = (appraisal.Value.Fen, terms.StartPrice.Fen);
        var least = Cny(Math.Max(1, ShareUp(value, bounds.Min)));
        var most = Cny(bounds.Max / 1_000 >= Limits.AmountFenMax / value
            ? Limits.AmountFenMax
            : ShareDown(value, bounds.Max));
        return terms.LeastPrice < least || start > most.Fen
            ? Between(auction, AuctionRefusal.StartOffAppraisal, least, most, source)
            : null;
    }

    /// <summary>
    /// Another auction of a lot that was not sold under this profile is bound by the one before, and by the appraisal
    /// only where the ladder has a floor.
    /// </summary>
    private static Refusal? OffTheLadder(
        Auction auction, AuctionTerms terms, RuleProfile profile, FailedLotLadder ladder, AuctionBefore before)
    {
        var source = profile.SourceOf("ladder");
        if (before.Auctions > ladder.ReauctionsMax)
            return Bound(auction, AuctionRefusal.AuctionedTooOften, source, ("max", ladder.ReauctionsMax.Value));
        var least = ladder.LeastStart(before.StartPrice);
        if (terms.LeastPrice < least)
            return Bound(auction, AuctionRefusal.CutTooDeep, source, ("min", least), ("before", before.StartPrice));
        if (BelowFloor(auction, terms, ladder, source) is { } below) return below;
        return ladder.LatestOpening(before.ClosedAt) is { } latest && terms.OpensAt > latest
            ? Bound(auction, AuctionRefusal.ReauctionTooLate, source, ("latest", latest))
            : null;
    }

    private static Refusal? BelowFloor(
        Auction auction, AuctionTerms terms, FailedLotLadder ladder, RuleSource source)
    {
        if (ladder.FloorPermilleOfAppraisal is not { } floor) return null;
        if (terms.Appraisal is not { } appraisal) return Bound(auction, AuctionRefusal.AppraisalMissing, source);
        var least = Cny(Math.Max(1, ShareUp(appraisal.Value.Fen, floor)));
        return terms.LeastPrice < least
            ? Between(auction, AuctionRefusal.StartOffAppraisal, least, Cny(Limits.AmountFenMax), source)
            : null;
    }

    private static Refusal? TimesOutOfBounds(
        Auction auction, AuctionTerms terms, RuleProfile profile, WorkingCalendar calendar, DateTimeOffset now)
    {
        var window = profile.SoftCloseSeconds;
        if (terms.Protocol != BiddingProtocol.Dutch && !window.Contains(terms.SoftCloseSeconds))
        {
            return Between(
                auction,
                AuctionRefusal.SoftCloseOutOfBounds,
                window.Min,
                window.Max,
                profile.SourceOf("softCloseSeconds"));
        }

        if (terms.OpensAt <= now) return No(auction, AuctionRefusal.OpensInThePast, ("opensAt", terms.OpensAt));
        var duration = (terms.ClosesAt - terms.OpensAt).Ticks;
        var (least, most) = (profile.DurationSeconds.Min, profile.DurationSeconds.Max);
        if (duration < least * TimeSpan.TicksPerSecond || duration > most * TimeSpan.TicksPerSecond)
        {
            return Between(
                auction, AuctionRefusal.DurationOutOfBounds, least, most, profile.SourceOf("durationSeconds"));
        }

        var isWithin = calendar.IsWithin(profile.Hours, terms.OpensAt)
            && calendar.IsWithin(profile.Hours, terms.ClosesAt);
        return isWithin ? null : Bound(
            auction,
            AuctionRefusal.OutsideHours,
            profile.SourceOf("hours"),
            ("from", $"{profile.Hours!.From:HH:mm}"),
            ("to", $"{profile.Hours.To:HH:mm}"));
    }

    private static Refusal? NoticeTooShort(
        Auction auction, AuctionTerms terms, DraftFacts facts, DateTimeOffset now)
    {
        var profile = facts.Profile!;
        var again = facts.Listing.Before?.Under(profile.Code) is null ? null : profile.Ladder?.Notice;
        if ((again ?? NoticeTier.Of(profile.Notice, terms.StartPrice.Fen)) is not { } tier) return null;
        var earliest = tier.EarliestOpening(facts.Calendar, now);
        return terms.OpensAt >= earliest ? null : Bound(
            auction,
            AuctionRefusal.NoticeTooShort,
            profile.SourceOf(again is null ? "notice" : "ladder"),
            ("days", tier.Days),
            ("count", tier.Count),
            ("earliest", earliest));
    }

    private static Refusal? ViewingTooShort(
        Auction auction, AuctionTerms terms, RuleProfile profile, DateTimeOffset now)
    {
        var isSound = terms.Viewing is not { } viewing || (viewing.Days >= 1
            && viewing.From >= WorkingCalendar.DayOf(now)
            && viewing.Until <= WorkingCalendar.DayOf(terms.OpensAt));
        if (!isSound) return No(auction, AuctionRefusal.ViewingUnsound, ("opensAt", terms.OpensAt));
        return (terms.Viewing?.Days ?? 0) >= profile.ViewingDays ? null : Bound(
            auction, AuctionRefusal.ViewingTooShort, profile.SourceOf("viewingDays"), ("days", profile.ViewingDays));
    }

    /// <summary>The rule of the profile; without one, of the market itself.</summary>
    internal static RuleSource Source(RuleProfile? profile, string field) =>
        profile?.SourceOf(field) ?? RuleSource.House(field);

    /// <summary>A refusal with its source in both languages: figures source and sourceEn.</summary>
    private static Refusal Bound<TCode>(
        Auction auction,
        TCode code,
        RuleSource source,
        params ReadOnlySpan<(string Name, Told Value)> figures)
        where TCode : struct, Enum =>
        No(auction, code, [.. figures, ("source", source.Told), ("sourceEn", source.En)]);
}
