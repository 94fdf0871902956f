using System.Collections.Immutable;
using System.Text.Json;
using IpMarket.Domain.Catalogue.Gate;
using IpMarket.Domain.Catalogue.Listings.Documents;
using IpMarket.Domain.Catalogue.Listings.Subject;
using IpMarket.Domain.Kernel.Journal;

namespace IpMarket.Domain.Catalogue.Listings.TitlePack;

/// <summary>Whether an item of the pack is owed.</summary>
public enum TitleDue
{
    NotApplicable,

    /// <summary>May be added; once added it is checked like the others.</summary>
    Optional,

    Required,
}

/// <summary>One rule of the title pack: when it applies, what it asks for, why, and after which source.</summary>
/// <param name="Item">A title kind.</param>
/// <param name="When">When it applies.</param>
/// <param name="Modes">The modes it is for; none = all.</param>
/// <param name="Due">What it asks for.</param>
/// <param name="MaxAgeDays">Days after its issue on which the paper is still taken; null = any age.</param>
/// <param name="From">The first day it holds.</param>
/// <param name="Until">The last day, itself included; null = until changed.</param>
/// <param name="IsUnsure">A practice or a reading that a lawyer has yet to check.</param>
[GenerateSerializer, Immutable, Alias("catalogue.title-rule/1")]
public sealed record TitleRule(
    [property: Id(0)] ListingDocumentKind Item,
    [property: Id(1)] TitleCondition When,
    [property: Id(2)] ImmutableArray<ListingMode> Modes,
    [property: Id(3)] TitleDue Due,
    [property: Id(4)] int? MaxAgeDays,
    [property: Id(5)] string ReasonZh,
    [property: Id(6)] string ReasonEn,
    [property: Id(7)] string SourceZh,
    [property: Id(8)] string SourceEn,
    [property: Id(9)] DateOnly From,
    [property: Id(10)] DateOnly? Until,
    [property: Id(11)] bool IsUnsure)
{
    public bool HoldsOn(DateOnly day) => From <= day && !(Until < day);
}

/// <summary>The rules of the title pack (P13), in order: of an item the first that applies decides.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.title-pack-rules/1")]
public sealed record TitlePackRules([property: Id(0)] ImmutableArray<TitleRule> Rules)
{
    private const int MaxAgeDaysMax = 3_660;
    private const string File = "IpMarket.Domain.Catalogue.Listings.TitlePack.title-pack-rules.v1.json";

    /// <summary>Those that come with the house.</summary>
    public static readonly TitlePackRules Default = Load();

    /// <summary>Reads a file of such rules.</summary>
    /// <exception cref="JsonException">
    /// It is none, an age is out of bounds, or an item of the pack has no last rule that always applies.
    /// </exception>
    public static TitlePackRules Read(Stream file)
    {
        var rules = JsonSerializer.Deserialize<ImmutableArray<TitleRule>>(file, EventCodec.Options);
        if (rules.IsDefault) throw new JsonException("The file holds no rules of the title pack.");
        if (rules.Any(rule => rule.MaxAgeDays is < 1 or > MaxAgeDaysMax))
            throw new JsonException($"A paper's age is between 1 and {MaxAgeDaysMax} days.");
        foreach (var kind in ListingDocuments.TitleKinds)
        {
            var last = rules.LastOrDefault(rule => rule.Item == kind);
            if (last is not { When: TitleCondition.Always, Modes.IsEmpty: true })
                throw new JsonException($"The last rule of {kind} must apply always.");
        }

        return new TitlePackRules(rules);
    }

    /// <summary>What decides an item on the day; null when the house has no rule for it then.</summary>
    public TitleRule? For(ListingDocumentKind item, TitlePackFacts facts, DateOnly day) => Rules.FirstOrDefault(rule =>
        rule.Item == item
        && rule.HoldsOn(day)
        && (rule.Modes.IsEmpty || rule.Modes.Contains(facts.Mode))
        && facts.Meets(rule.When))
        // A file need not speak of know-how.
        ?? (item == KnowHowRules.Confidentiality.Item && KnowHowRules.Confidentiality.HoldsOn(day)
            ? KnowHowRules.Confidentiality
            : null);

    /// <summary>Whether the age of such a paper may count on the day, so that its day of issue must be known.</summary>
    public bool HasAgeLimit(ListingDocumentKind item, DateOnly day) =>
        Rules.Any(rule => rule.Item == item && rule.MaxAgeDays is not null && rule.HoldsOn(day));

    private static TitlePackRules Load()
    {
        using var stream = typeof(TitlePackRules).Assembly.GetManifestResourceStream(File)!;
        return Read(stream);
    }
}
