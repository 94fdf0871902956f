using System.Collections.Immutable;
using System.Globalization;
using IpMarket.Domain.Catalogue.Gate;
using IpMarket.Domain.Catalogue.Listings.Subject;
using IpMarket.Domain.Catalogue.Listings.Terms.Price;
using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Catalogue.Patents.Encumbrances;
using IpMarket.Domain.Catalogue.Patents.Numbers;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Calendars;

namespace IpMarket.Domain.Catalogue.Listings.Terms;

/// <summary>What the terms of an offer are held against.</summary>
/// <param name="On">Today, in the market's zone.</param>
/// <param name="EndsOn">The last day of the right, as known; null where it is not.</param>
/// <param name="Pledgees">Those of the recorded pledges; empty where none is recorded.</param>
internal sealed record TermsFacts(
    DateOnly On,
    LegalStanding Legal,
    PatentType? Type,
    DateOnly? EndsOn,
    ImmutableArray<string> Pledgees,
    OpenLicenceRules OpenLicence)
{
    public static TermsFacts Of(PatentStanding? patent, OpenLicenceRules? rules, DateTimeOffset at) => new(
        WorkingCalendar.DayOf(at),
        patent?.Legal ?? LegalStanding.Unspecified,
        patent?.Gate?.Type,
        patent?.TermEndsOn,
        [.. (patent?.Gate?.Encumbrances.Binding(EncumbranceKind.Pledge, at) ?? [])
            .SelectMany(pledge => pledge.Terms.Others)],
        rules ?? OpenLicenceRules.House);
}

/// <summary>Whether the terms of an offer hold together: pure. The first fault by the form's order counts.</summary>
internal static class TermsCheck
{
    /// <summary>What is written must be right, whenever it is saved; what is not written yet may be missing.</summary>
    public static Refusal? Fault(ListingOffer offer, TermsFacts facts) =>
        SubjectFault(offer, facts)
        ?? (offer.ModeTerms is { } terms ? Misplaced(offer.Mode, terms) ?? WrittenFault(offer, terms, facts) : null)
        ?? offer.Technology?.Fault();

    /// <summary>What a submission still lacks. A sale needs no more than its price, as ever.</summary>
    public static Refusal? Missing(ListingOffer offer)
    {
        if (offer.Subject?.Kind == SubjectKind.KnowHow && KnowHowRules.Missing(offer) is { } open) return open;
        if (offer.Mode == ListingMode.Sale) return null;
        var terms = offer.ModeTerms;
        if (terms?.Price is null && offer.Mode != ListingMode.EquityContribution)
            return TermsFault.Of(TermsRefusal.PriceTermsMissing, "price", ("mode", offer.Mode));
        return offer.Mode switch
        {
            ListingMode.OpenLicence when terms?.OpenLicence is null =>
                TermsFault.Of(TermsRefusal.OpenLicenceTermsMissing, "openLicence"),
            ListingMode.EquityContribution when terms?.Equity is null =>
                TermsFault.Of(TermsRefusal.EquityTermsMissing, "equity"),
            ListingMode.PledgeRealisation when terms?.Pledge is null =>
                TermsFault.Of(TermsRefusal.PledgeTermsMissing, "pledge"),
            ListingMode.ExclusiveLicence or ListingMode.SoleLicence or ListingMode.OrdinaryLicence
                when terms?.Licence is null => TermsFault.Of(TermsRefusal.LicenceTermsMissing, "licence"),
            _ => null,
        };
    }

    private static Refusal? SubjectFault(ListingOffer offer, TermsFacts facts) =>
        offer.Subject?.Fault(offer.Mode, facts.Legal)
        ?? (offer.Subject?.Kind == SubjectKind.KnowHow ? KnowHowRules.Fault(offer) : null);

    private static Refusal? Misplaced(ListingMode mode, ModeTerms terms)
    {
        var isLicence = mode is ListingMode.ExclusiveLicence or ListingMode.SoleLicence or ListingMode.OrdinaryLicence;
        (string Field, bool IsWrong)[] parts =
        [
            ("sale", terms.Sale is not null && mode != ListingMode.Sale),
            ("licence", terms.Licence is not null && !isLicence),
            ("openLicence", terms.OpenLicence is not null && mode != ListingMode.OpenLicence),
            ("equity", terms.Equity is not null && mode != ListingMode.EquityContribution),
            ("pledge", terms.Pledge is not null && mode != ListingMode.PledgeRealisation),
        ];
        return parts.FirstOrDefault(part => part.IsWrong).Field is { } field
            ? TermsFault.Of(TermsRefusal.TermsOfAnotherMode, field, ("mode", mode.ToString()))
            : null;
    }

    private static Refusal? WrittenFault(ListingOffer offer, ModeTerms terms, TermsFacts facts) =>
        PriceCheck.Fault(offer, terms.Price, facts)
        ?? terms.Sale?.Fault()
        ?? (terms.Licence is { } licence ? LicenceCheck.Fault(licence, facts) : null)
        ?? terms.OpenLicence?.Fault(terms.Price, offer.AskingPrice, facts)
        ?? terms.Equity?.Fault()
        ?? terms.Pledge?.Fault(facts);
}

/// <summary>Refusals of terms: each names its field, as a path inside the offer's terms.</summary>
internal static class TermsFault
{
    public static Refusal Of<TCode>(
        TCode code, string field, params ReadOnlySpan<(string Name, Told Value)> figures)
        where TCode : struct, Enum => Refusal.Of(code, [("field", field), .. figures]);

    public static Refusal? Text(string field, string text, int max)
    {
        if (text.Length > max) return Of(TermsRefusal.TermTextTooLong, field, ("max", max));
        return PlainText.Clean(text) == text ? null : Of(TermsRefusal.TermTextNotClean, field);
    }

    /// <summary>An amount that is written lies above nothing and within the market's bound.</summary>
    public static Refusal? Amount(string field, Money? amount) =>
        amount is { } money && (money.Currency != Currency.CNY || money.Fen is <= 0 or > Limits.AmountFenMax)
            ? Of(TermsRefusal.TermAmountOutOfRange, field, ("max", Money.Cny(Limits.AmountFenMax)))
            : null;

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Basis points as per cent: 1250 → <c>12.50 %</c>.</summary>
    public static string Percent(long basisPoints) =>
        string.Create(CultureInfo.InvariantCulture, $"{basisPoints / 100}.{Math.Abs(basisPoints % 100):00} %");
}
