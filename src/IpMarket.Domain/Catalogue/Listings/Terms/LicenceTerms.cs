using System.Collections.Immutable;
using IpMarket.Domain.Kernel;

namespace IpMarket.Domain.Catalogue.Listings.Terms;

/// <summary>Where the licensee may use it; a Chinese patent reaches no further than the country.</summary>
public enum Territory
{
    /// <summary>全国.</summary>
    National,

    /// <summary>省级行政区.</summary>
    Provinces,

    /// <summary>As the text says: a park, a works.</summary>
    Other,
}

/// <summary>When a licence begins.</summary>
public enum LicenceStart
{
    /// <summary>合同生效之日.</summary>
    Contract,

    /// <summary>备案之日.</summary>
    Filing,

    /// <summary>On a day.</summary>
    Day,
}

/// <summary>Whose an improvement (后续改进) is; without an agreement the maker's alone (民法典875).</summary>
public enum ImprovementOwner
{
    Maker,

    /// <summary>The licensor's, against pay.</summary>
    Licensor,

    /// <summary>The licensee's, against pay.</summary>
    Licensee,

    /// <summary>Both together.</summary>
    Jointly,
}

/// <summary>Terms of a licence by contract: exclusive, sole or ordinary.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.listing.licence-terms/1")]
public sealed record LicenceTerms
{
    public const int YearsMax = 20;

    public const int NoteCharsMax = 500;

    [Id(0)]
    public Territory Territory { get; init; }

    /// <summary>With <see cref="Territory.Provinces"/>: two-digit codes of GB/T 2260, <c>51</c>.</summary>
    [Id(1)]
    public ImmutableArray<string> Provinces { get; init; } = [];

    /// <summary>With <see cref="Territory.Other"/>.</summary>
    [Id(2)]
    public string TerritoryText { get; init; } = "";

    /// <summary>使用领域: what it may be used for; empty = everything it protects.</summary>
    [Id(3)]
    public string FieldOfUse { get; init; } = "";

    [Id(4)]
    public LicenceStart Start { get; init; }

    /// <summary>With <see cref="LicenceStart.Day"/>: the first day.</summary>
    [Id(5)]
    public DateOnly? StartsOn { get; init; }

    /// <summary>Whole years; null = until the right ends (民法典865: never beyond).</summary>
    [Id(6)]
    public int? Years { get; init; }

    /// <summary>分许可; one counts as an ordinary licence (技术合同解释25).</summary>
    [Id(7)]
    public bool MaySublicense { get; init; }

    [Id(8)]
    public ImprovementOwner Improvements { get; init; }

    /// <summary>技术指导 that goes with it; empty = none.</summary>
    [Id(9)]
    public string Assistance { get; init; } = "";
}
