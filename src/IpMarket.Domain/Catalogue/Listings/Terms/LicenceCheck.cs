using System.Collections.Immutable;
using IpMarket.Domain.Kernel;

namespace IpMarket.Domain.Catalogue.Listings.Terms;

/// <summary>Whether licence terms hold together and end with the right at the latest (民法典865).</summary>
internal static class LicenceCheck
{
    /// <summary>The provinces where a Chinese patent is in force, by GB/T 2260.</summary>
    private static readonly ImmutableHashSet<string> Provinces =
    [
        "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43",
        "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65",
    ];

    public static Refusal? Fault(LicenceTerms terms, TermsFacts facts) =>
        TerritoryFault(terms)
        ?? TermsFault.Text("licence.fieldOfUse", terms.FieldOfUse, LicenceTerms.NoteCharsMax)
        ?? StartFault(terms, facts)
        ?? DurationFault(terms, facts)
        ?? TermsFault.Text("licence.assistance", terms.Assistance, LicenceTerms.NoteCharsMax);

    private static Refusal? TerritoryFault(LicenceTerms terms)
    {
        var named = terms.Provinces;
        if (terms.Territory != Territory.Provinces && !named.IsEmpty)
            return TermsFault.Of(TermsRefusal.ProvincesUnexpected, "licence.provinces");
        if (terms.Territory == Territory.Provinces)
        {
            if (named.IsEmpty) return TermsFault.Of(TermsRefusal.ProvincesMissing, "licence.provinces");
            if (named.FirstOrDefault(code => !Provinces.Contains(code)) is { } unknown)
                return TermsFault.Of(TermsRefusal.ProvinceUnknown, "licence.provinces", ("province", unknown));
            if (named.Distinct(StringComparer.Ordinal).Count() < named.Length)
                return TermsFault.Of(TermsRefusal.ProvinceTwice, "licence.provinces");
        }

        if (terms.Territory == Territory.Other && terms.TerritoryText.Length == 0)
            return TermsFault.Of(TermsRefusal.TerritoryMissing, "licence.territoryText");
        return TermsFault.Text("licence.territoryText", terms.TerritoryText, LicenceTerms.NoteCharsMax);
    }

    private static Refusal? StartFault(LicenceTerms terms, TermsFacts facts)
    {
        if (terms.Start != LicenceStart.Day)
        {
            return terms.StartsOn is null
                ? null
                : TermsFault.Of(TermsRefusal.StartDayUnexpected, "licence.startsOn");
        }

        if (terms.StartsOn is not { } day) return TermsFault.Of(TermsRefusal.StartDayMissing, "licence.startsOn");
        if (day < facts.On)
            return TermsFault.Of(TermsRefusal.StartDayPast, "licence.startsOn", ("day", TermsFault.Day(day)));
        return facts.EndsOn < day
            ? TermsFault.Of(
                TermsRefusal.StartsAfterTheRight,
                "licence.startsOn",
                ("day", TermsFault.Day(day)),
                ("end", TermsFault.Day(facts.EndsOn.Value)))
            : null;
    }

    /// <summary>One that begins with the contract begins today at the earliest.</summary>
    private static Refusal? DurationFault(LicenceTerms terms, TermsFacts facts)
    {
        if (terms.Years is not { } years) return null;
        if (years is < 1 or > LicenceTerms.YearsMax)
            return TermsFault.Of(
                TermsRefusal.YearsOutOfRange, "licence.years", ("years", years), ("max", LicenceTerms.YearsMax));
        var until = (terms.StartsOn ?? facts.On).AddYears(years).AddDays(-1);
        return facts.EndsOn < until
            ? TermsFault.Of(
                TermsRefusal.LicenceOutlivesTheRight,
                "licence.years",
                ("until", TermsFault.Day(until)),
                ("end", TermsFault.Day(facts.EndsOn.Value)))
            : null;
    }
}
